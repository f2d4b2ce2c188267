"""Attachments go out with their registration, and from then on nothing of them changes."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import pictures
from tests.desk.attaching import MIB, add, in_state, serial_of
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import attachment_path, take_in
from zjrc_desk.desk import change, enrol, register
from zjrc_desk.desk import seal_batch as sealing
from zjrc_desk.desk.attach import attach, attachments_of, content_of, detach, without_scan
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.errors import StateError, ZjrcError


def enrolled(desk: Desk, centre: Centre) -> None:
    enrol.enrol(desk, approve(centre, enrol.request(desk)[0])[2])


def with_everything(desk: Desk) -> str:
    """A signed registration with an attachment of every role; its record id."""
    record_id = in_state(desk, "p")
    for number, role in enumerate(("photo", "id_scan", "witness_photo", "signature")):
        add(desk, record_id, role, pictures.picture("PNG" if number % 2 else "JPEG", shade=number))
    add(desk, record_id, "letter_scan", pictures.paper(2))
    add(desk, record_id, "letter_scan", pictures.several_pages(2))
    add(desk, record_id, "witness_media", pictures.film())
    record_signed(desk, [serial_of(desk, record_id)])
    return record_id


def validate_with_stock_tools(batch: Path, key: Path, folder: Path) -> None:
    with zipfile.ZipFile(batch) as archive:
        archive.extract("payload.age", folder)
    for command in (
        f"age -d -i {key} -o bag.tar.zst payload.age",
        "zstd -q -d bag.tar.zst",
        "tar xf bag.tar",
        f"{sys.executable} -m bagit --validate {batch.stem}",
    ):
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)


def test_a_batch_carries_all_attachments_and_the_centre_takes_them(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    record_id = with_everything(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    validate_with_stock_tools(handed.path, centre.folder / "centre.agekey", tmp_path)
    answer = take_in(centre, handed.path)
    assert answer.verdict == "accepted"
    there = attachments_of(desk, record_id)
    assert len({one.role for one in there}) == 7
    for one in there:
        assert attachment_path(centre, one.sha256).stat().st_size == one.size
    assert take_receipt(desk, answer.content).receipt.verdict == "accepted"


@pytest.mark.parametrize("state", ["reserved", "sealed", "accepted"])
def test_from_the_batch_on_nothing_changes_even_past_the_use_cases(
    state: str, desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    record_id = with_everything(desk)
    before = attachments_of(desk, record_id)
    if state == "reserved":
        stick = tmp_path / "no folder"
        (desk.store.folder / "outbox").write_text("in the way")
        with pytest.raises(ZjrcError, match="D0"):
            seal_batch(desk, stick)
    else:
        handed = seal_batch(desk, tmp_path / "stick")
    if state == "accepted":
        take_receipt(desk, take_in(centre, handed.path).content)
    with pytest.raises(StateError, match="L50"):
        add(desk, record_id, "photo", pictures.picture(shade=77))
    photo = next(one for one in before if one.role == "photo")
    with pytest.raises(StateError, match="L50"):
        detach(desk, record_id, photo.sha256)
    for statement in (
        "DELETE FROM revisionattachment WHERE role = 'photo'",
        "UPDATE revisionattachment SET role = 'id_scan' WHERE role = 'photo'",
        "INSERT INTO revisionattachment (revision_id, sha256, role) "
        "SELECT id, (SELECT max(sha256) FROM attachment), 'x' FROM revision",
    ):
        with refused("L50"), desk.store.write() as session:
            session.execute(text(statement))
    assert attachments_of(desk, record_id) == before


def test_a_scan_can_still_be_added_after_the_centre_refused_the_batch(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    record_id = in_state(desk, "s")
    handed = seal_batch(desk, tmp_path / "stick")
    kept = (centre.folder / "centre.agekey").read_bytes()
    create(tmp_path / "other", clock=desk.clock)
    (centre.folder / "centre.agekey").write_bytes(
        (tmp_path / "other" / "centre.agekey").read_bytes()
    )
    blind = open_centre(centre.folder, clock=desk.clock)
    take_receipt(desk, take_in(blind, handed.path).content)
    blind.close()
    (centre.folder / "centre.agekey").write_bytes(kept)
    add(desk, record_id, "letter_scan", pictures.paper())
    again = take_in(centre, seal_batch(desk, tmp_path / "stick").path)
    assert again.verdict == "accepted"


@pytest.mark.parametrize(
    ("limit", "value", "sizes"), [("_MOST_BYTES", 5 * MIB, [2, 2]), ("_MOST_FILES", 7, [3, 1])]
)
def test_a_batch_is_not_filled_beyond_what_can_be_sealed(
    limit: str,
    value: int,
    sizes: list[int],
    desk: Desk,
    centre: Centre,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enrolled(desk, centre)
    for number in range(4):
        person = volunteer(document_number=citizen_number("19410704", 106 + 2 * number))
        done = register.witness(desk, revision(volunteer=person))
        list(print_letters(desk, [done.registration.serial]))
        attach(desk, done.record_id, "witness_media", pictures.Film(2 * MIB + number))
        record_signed(desk, [done.registration.serial])
    monkeypatch.setattr(sealing, limit, value)
    for size in sizes:
        handed = sealing.seal_batch(desk, tmp_path / "stick")
        assert handed.batch.records == size
        assert take_in(centre, handed.path).verdict == "accepted"
    assert sealing.waiting(desk).total == 0


def test_a_change_keeps_the_persons_photo_and_begins_without_the_rest(desk: Desk) -> None:
    record_id = with_everything(desk)
    change.change(desk, record_id, "改")
    assert {one.role for one in attachments_of(desk, record_id)} == {"photo", "id_scan"}
    before, _ = register.revisions(desk, record_id)
    assert len(before.attachments) == 8
    (photo,) = (one for one in attachments_of(desk, record_id) if one.role == "photo")
    detach(desk, record_id, photo.sha256)
    assert content_of(desk, photo.sha256, record_id), "the earlier revision still has it"


def test_a_withdrawal_can_have_its_signed_paper(desk: Desk, centre: Centre, tmp_path: Path) -> None:
    enrolled(desk, centre)
    record_id = in_state(desk, "s")
    take_receipt(desk, take_in(centre, seal_batch(desk, tmp_path / "s").path).content)
    change.withdraw(desk, [serial_of(desk, record_id)], "本人要求")
    add(desk, record_id, "letter_scan", pictures.paper())
    answer = take_in(centre, seal_batch(desk, tmp_path / "s").path)
    assert answer.verdict == "accepted"


def test_who_signed_without_a_scan_is_told_so_and_not_stopped(desk: Desk) -> None:
    record_id = in_state(desk, "s")
    serial = serial_of(desk, record_id)
    assert without_scan(desk, [serial]) == [serial]
    add(desk, record_id, "letter_scan", pictures.picture())
    assert without_scan(desk, [serial]) == []
