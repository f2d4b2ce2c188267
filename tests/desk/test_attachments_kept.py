"""Where attachments lie, when they may be added and taken away, and who may."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import pictures
from tests.conftest import ADMIN, PASSWORD
from tests.desk.attaching import MIB, add, in_state, stored_bytes
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.desk import attach as attaching
from zjrc_desk.desk import register
from zjrc_desk.desk.attach import attach, attachments_of, content_of, detach
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.store import audit


@pytest.fixture
def draft(desk: Desk) -> str:
    return in_state(desk, "d")


def test_the_same_file_twice_is_stored_once(desk: Desk, draft: str) -> None:
    first = add(desk, draft, "photo", pictures.picture())
    size = stored_bytes(desk)
    assert add(desk, draft, "photo", pictures.picture()) == first
    assert attachments_of(desk, draft) == [first]
    other = register.save_draft(
        desk, revision(volunteer=volunteer(document_number=citizen_number("19500102", 107)))
    )
    assert add(desk, other.record_id, "id_scan", pictures.picture()).sha256 == first.sha256
    assert stored_bytes(desk) == size == first.size


def test_f13_one_file_is_not_two_things_of_one_registration(desk: Desk, draft: str) -> None:
    add(desk, draft, "photo", pictures.picture())
    with pytest.raises(EntryError, match="F13") as caught:
        add(desk, draft, "id_scan", pictures.picture())
    assert "志愿者照片" in caught.value.message


def test_f13_there_is_a_most_to_what_one_registration_holds(
    desk: Desk, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST_ATTACHMENTS", 2)
    for shade in (10, 20):
        add(desk, draft, "photo", pictures.picture(shade=shade))
    with refused("F13"):
        add(desk, draft, "photo", pictures.picture(shade=30))
    assert add(desk, draft, "photo", pictures.picture(shade=20))


def test_nothing_of_an_attachment_is_in_clear_in_any_file(
    desk: Desk,
    draft: str,
    store_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    written: list[str] = []
    with watched_writes(written):
        film = add(desk, draft, "witness_media", pictures.film(3 * MIB))
        scan = add(desk, draft, "id_scan", pictures.paper(3))
        photo = add(desk, draft, "photo", pictures.sideways())
        shown = content_of(desk, photo.sha256, draft)
        content_of(desk, scan.sha256, draft)
    assert written == []
    assert list(folder.iterdir()) == []
    needles = {pictures.film(MIB)[9000:9100], pictures.paper(3)[:60], shown[:60], shown[-60:]}
    for when in ("open", "closed"):
        for path in store_folder.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            assert not any(needle in content for needle in needles), (path, when)
        desk.close()
    assert film.size == 3 * MIB


class watched_writes:  # noqa: N801 - used like a function
    """Names of the files that Python opens for writing meanwhile."""

    _seen: list[str] | None = None
    _hooked = False

    def __init__(self, seen: list[str]) -> None:
        self._list = seen

    def __enter__(self) -> None:
        watched_writes._seen = self._list
        if not watched_writes._hooked:
            watched_writes._hooked = True
            sys.addaudithook(watched_writes._hook)

    def __exit__(self, *_error: object) -> None:
        watched_writes._seen = None

    @staticmethod
    def _hook(event: str, args: tuple[object, ...]) -> None:
        if watched_writes._seen is not None and event == "open":
            flags = args[2]
            if isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                watched_writes._seen.append(str(args[0]))


STREAM = """
import resource, sys
from pathlib import Path
from tests.pictures import Film
from zjrc_desk.desk.attach import attach, attachments_of
from zjrc_desk.desk.session import sign_in

desk = sign_in(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
attach(desk, sys.argv[4], "witness_media", Film(2 << 20))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
attach(desk, sys.argv[4], "witness_media", Film(150 << 20))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
print([one.size for one in attachments_of(desk, sys.argv[4])].count(150 << 20))
desk.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="getrusage")
def test_a_film_of_150_mib_is_added_within_little_memory(
    desk: Desk, draft: str, store_folder: Path
) -> None:
    desk.close()
    done = subprocess.run(
        [sys.executable, "-c", STREAM, str(store_folder), ADMIN, PASSWORD, draft],
        capture_output=True,
        text=True,
        check=True,
    )
    mib, there = done.stdout.split()
    assert int(there) == 1
    assert int(mib) < 32


def test_what_is_cancelled_halfway_leaves_nothing(desk: Desk, draft: str) -> None:
    class CancelledError(Exception):
        pass

    for most in (2, 10):
        calls = iter(range(100))

        def progress(done: int, total: int, calls: Iterator[int] = calls, most: int = most) -> None:
            assert 0 < done <= total
            if next(calls) == most:
                raise CancelledError

        with pytest.raises(CancelledError):
            attach(desk, draft, "witness_media", pictures.Film(8 * MIB), progress)
        assert attachments_of(desk, draft) == []
        assert stored_bytes(desk) == 0


def test_detaching_frees_the_bytes_once_no_revision_has_them(desk: Desk, draft: str) -> None:
    other = register.save_draft(desk, revision()).record_id
    kept = add(desk, draft, "witness_media", pictures.film())
    add(desk, other, "witness_media", pictures.film())
    detach(desk, draft, kept.sha256)
    assert attachments_of(desk, draft) == []
    assert stored_bytes(desk) == kept.size, "the other registration still has it"
    with refused("F18"):
        content_of(desk, kept.sha256, draft)
    detach(desk, other, kept.sha256)
    assert stored_bytes(desk) == 0
    with refused("F18"):
        detach(desk, other, kept.sha256)


def test_the_printed_letter_is_never_detached(desk: Desk) -> None:
    record_id = in_state(desk, "p")
    (letter,) = attachments_of(desk, record_id)
    assert letter.role == "letter"
    with refused("L52"):
        detach(desk, record_id, letter.sha256)
    with refused("L50"), desk.store.write() as session:
        session.execute(text("DELETE FROM revisionattachment WHERE role = 'letter'"))
    assert attachments_of(desk, record_id) == [letter]


def test_saving_the_form_neither_loses_nor_brings_back_an_attachment(desk: Desk) -> None:
    opened = register.save_draft(desk, revision())
    photo = add(desk, opened.record_id, "photo", pictures.picture())
    opened.volunteer.room = "401-2"
    register.save_draft(desk, opened)
    assert attachments_of(desk, opened.record_id) == [photo]
    opened = register.open_registration(desk, opened.record_id)
    detach(desk, opened.record_id, photo.sha256)
    opened.volunteer.room = "402-1"
    register.save_draft(desk, opened)
    assert attachments_of(desk, opened.record_id) == []


#: In which states each role may be added: d draft, c complete, w witnessed, p printed, s signed.
WHEN = {
    "photo": "dcwps",
    "id_scan": "dcwps",
    "witness_photo": "dcwps",
    "witness_media": "dcwps",
    "signature": "wps",
    "letter_scan": "ps",
    "letter": "",
}


@pytest.mark.parametrize("state", "dcwps")
def test_each_role_has_its_time(state: str, desk: Desk) -> None:
    record_id = in_state(desk, state)
    for number, (role, states) in enumerate(WHEN.items()):
        content = pictures.picture(shade=10 * number)
        if role == "witness_media":
            content = pictures.film()
        if state in states:
            added = add(desk, record_id, role, content)
            assert added in attachments_of(desk, record_id)
            detach(desk, record_id, added.sha256)
            add(desk, record_id, role, content)
        else:
            with pytest.raises(StateError, match="L51"):
                add(desk, record_id, role, content)


def test_an_auditor_looks_and_changes_nothing(desk: Desk, draft: str) -> None:
    photo = add(desk, draft, "photo", pictures.picture())
    desk.staff.role = "auditor"
    with refused("A01"):
        add(desk, draft, "photo", pictures.picture(shade=1))
    with refused("A01"):
        detach(desk, draft, photo.sha256)
    assert attachments_of(desk, draft) == [photo]
    assert content_of(desk, photo.sha256, draft)


def test_every_act_is_one_entry_and_one_that_fails_none(desk: Desk, draft: str) -> None:
    def entries() -> int:
        with desk.store.read() as session:
            return audit.head(session).entries

    def grew(act: Callable[[], object]) -> int:
        before = entries()
        act()
        return entries() - before

    assert grew(lambda: add(desk, draft, "photo", pictures.picture())) == 1
    (photo,) = attachments_of(desk, draft)
    assert grew(lambda: attachments_of(desk, draft)) == 1
    assert grew(lambda: content_of(desk, photo.sha256, draft)) == 1
    before = entries()
    with refused("F13"):
        add(desk, draft, "photo", b"")
    with refused("F18"):
        content_of(desk, "0" * 64, draft)
    assert entries() == before
    assert grew(lambda: detach(desk, draft, photo.sha256)) == 1
