"""Not a byte of an erased person is left in the store, its log or a backup."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import select

from tests import remains
from tests.desk.conftest import Office
from tests.desk.erasing import GROUND, TEXTS, lived
from tests.people import revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.desk import erase, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import tables as t
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.store import Store


def token_of(desk: Desk, record_id: str) -> str:
    with desk.store.read() as session:
        return session.get_one(Certificate, record_id).token


def test_no_byte_of_the_person_is_left_in_the_file_its_log_or_a_backup(
    office: Office, store_folder: Path, tmp_path: Path
) -> None:
    kept = lived(office)
    texts = [*TEXTS, token_of(office.desk, kept.record_id)]
    with office.desk.store.read() as session:
        pdf = session.exec(select(t.AttachmentChunk.data)).first()
        texts.append(session.exec(select(t.Attachment.sha256)).one())
    assert pdf is not None
    before = remains.clear_pages(store_folder)
    assert remains.found(before, texts) == texts, "the search finds what is there"
    pieces = [pdf[start : start + 200] for start in range(3000, len(pdf), 997)]
    assert any(piece in before for piece in pieces)
    erase.erase(office.desk, kept.record_id, GROUND)
    for content in (
        remains.clear_pages(store_folder),
        remains.exported(store_folder, tmp_path / "after"),
    ):
        assert remains.found(content, texts) == []
        assert not any(piece in content for piece in pieces)
        assert remains.found(content, ["留下的人"]) == ["留下的人"]
    remains.backed_up(store_folder, store_folder / "backup.db")
    backup = remains.clear_pages(store_folder, "backup.db")
    assert remains.found(backup, texts) == []
    assert remains.found(backup, ["留下的人"]) == ["留下的人"]
    office.desk.close()
    assert remains.found(remains.clear_pages(store_folder), texts) == []


def test_what_sqlite_leaves_inside_pages_is_gone_after_the_file_was_rewritten(
    office: Office, store_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many people, long and short letters typed over and over, some of them erased."""
    desk, kept = office.desk, []
    for number in range(60):
        one = revision(volunteer=volunteer(name=f"人{chr(0x5000 + number)}人", document_number=""))
        one.intention.family_letter = f"第{number:04}封" * (1 + number % 7)
        kept.append(register.save_draft(desk, one))
        for step in range(3):
            place = (number * 7 + step * 5) % len(kept)
            again = kept[place]
            again.intention.family_letter = f"第{place:04}封" * (1 + (number * step * 13) % 150)
            kept[place] = register.save_draft(desk, again)
    gone = kept[::3]
    for one in gone:
        erase.erase(desk, one.record_id, GROUND)
    pages = remains.clear_pages(store_folder)
    names = [f"人{chr(0x5000 + number)}人" for number in range(0, 60, 3)]
    letters = [f"第{number:04}封" for number in range(0, 60, 3)]
    assert remains.found(pages, [*names, *letters]) == []
    assert remains.found(pages, ["第0001封"]) == ["第0001封"]


def test_a_disk_that_is_full_while_the_file_is_rewritten_is_made_up_for_at_the_next_sign_in(
    office: Office,
    store_folder: Path,
    open_desk: Callable[[], Desk],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = office.accepted()
    with monkeypatch.context() as patch:
        patch.setattr(Store, "scrub", _full)
        with refused("D13"):
            erase.erase(office.desk, kept.record_id, GROUND)
        assert office.now(kept.record_id).kind == "erasure"
        office.desk.close()
        open_desk().close()
    before = (store_folder / "registrations.db").stat().st_size
    open_desk().close()
    assert (store_folder / "registrations.db").stat().st_size < before, "rewritten"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "scrub", lambda _: pytest.fail("it is done once"))
        open_desk()


def _full(_store: Store) -> None:
    raise StoreError("D06", "", "", detail=str(errno.ENOSPC))
