"""``check`` names what was changed, and says nothing of a store that is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import text

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.desk.conftest import Office
from tests.people import citizen_number, volunteer
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import enrol, erase
from zjrc_desk.desk.check import Report, check, check_folder, inspect
from zjrc_desk.desk.seal_batch import give_up_batch, hand_over, lost_batches, seal_batch
from zjrc_desk.desk.session import sign_in
from zjrc_desk.desk.status import batches
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.errors import BatchError, ReceiptError, StateError
from zjrc_desk.store.engine import PAGE_BYTES
from zjrc_desk.store.place import DATABASE
from zjrc_desk.store.store import Store

LETTER = "(SELECT pdf_sha256 FROM letter LIMIT 1)"


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


def tamper(store: Store, statement: str) -> None:
    """With the key in hand, past every trigger and every reference."""
    with store.apart() as open_file:
        connection = open_file(store.folder / DATABASE)
        connection.execute("PRAGMA foreign_keys = OFF")
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        triggers = connection.execute(query).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement).rowcount, statement
        for _, sql in triggers:
            connection.execute(sql)


def test_a_store_without_the_rules_that_keep_what_was_declared_is_named(spoilable: Store) -> None:
    with spoilable.apart() as open_file:
        open_file(spoilable.folder / DATABASE).execute("DROP TRIGGER revision_frozen")
    assert codes(inspect(spoilable)) == {"K10"}


@pytest.fixture(scope="module")
def kept(new_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with a sealed registration and a draft, to be copied and spoilt."""
    folder, clock = tmp_path_factory.mktemp("sealed"), TestClock()
    shutil.copytree(new_store, folder / "store")
    desk = sign_in(folder / "store", ADMIN, PASSWORD, clock)
    create(folder / "centre", clock=clock)
    centre = open_centre(folder / "centre", clock=clock)
    enrol.enrol(desk, approve(centre, enrol.request(desk)[0])[2])
    office = Office(desk, centre, folder)
    office.signed()
    office.seal()
    office.draft()
    yield desk.store
    centre.close()
    desk.close()


@pytest.fixture
def spoilable(kept: Store, tmp_path: Path) -> Iterator[Store]:
    """Opened with the key at hand: deriving it from a password takes its time."""
    copy = tmp_path / "copy"
    with kept.apart() as open_file:
        open_file(kept.folder / DATABASE).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    shutil.copytree(kept.folder, copy)
    store = Store(copy, bytes(kept._key), FileLock(copy / "l"))
    yield store
    store.close()


@pytest.mark.parametrize("state", ["refused", "renewing", "erased"])
def test_a_store_that_was_only_worked_with_is_sound(office: Office, state: str) -> None:
    office.in_state(state)
    report = check(office.desk)
    assert report.findings == []
    assert report.entries > 2
    assert len(report.checked) == 8


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("K03", "UPDATE auditentry SET staff = 'x' WHERE number = 3"),
        ("K03", "DELETE FROM auditentry WHERE number = 3"),
        ("K03", "UPDATE auditentry SET at = '2026-11-24T09:30:01.000+08:00' WHERE number = 4"),
        ("K03", "DELETE FROM auditentry WHERE number > 4"),
        ("K04", "UPDATE attachmentchunk SET data = zeroblob(length(data))"),
        ("K04", "UPDATE attachment SET size = size + 1"),
        ("K05", "DELETE FROM revisionattachment WHERE role = 'letter'"),
        ("K05", "UPDATE volunteer SET name = '别人'"),
        ("K05", "UPDATE intention SET items = '[\"cornea\"]'"),
        ("K05", "UPDATE paper SET token = 'x' || token"),
        ("K05", "DELETE FROM paper"),
        ("K06", "UPDATE batch SET sequence = 2"),
        ("K06", "UPDATE batch SET previous = 'ab'"),
        ("K06", "UPDATE batch SET records = 2"),
        ("K06", "UPDATE batch SET manifest_sha256 = 'ab'"),
        ("K02", "DELETE FROM revision WHERE state = 'draft'"),
        ("K07", "UPDATE searchrow SET name = '别人'"),
        ("K07", "DELETE FROM searchrow"),
        ("K07", "UPDATE revision SET current = 0"),
    ],
)
def test_what_was_changed_is_named(spoilable: Store, code: str, statement: str) -> None:
    assert inspect(spoilable).findings == []
    tamper(spoilable, statement)
    report = inspect(spoilable)
    assert code in codes(report), report.findings
    assert not report.sound
    said = " ".join(finding.message for finding in report.findings)
    assert "余淑福" not in said
    assert "别人" not in said


@pytest.mark.parametrize("damage", [lambda f: f.unlink(), lambda f: f.write_bytes(b"PK" * 99)])
def test_a_batch_changed_or_lost_before_it_was_handed_over_is_named(
    spoilable: Store, damage: Callable[[Path], object]
) -> None:
    tamper(spoilable, "UPDATE batch SET handed_over_at = ''")
    damage(next((spoilable.folder / "outbox").iterdir()))
    assert codes(inspect(spoilable)) == {"K06"}


def test_a_lost_batch_is_named_and_its_records_go_with_the_next_one(office: Office) -> None:
    kept, gone = office.signed(), office.seal()
    sent = gone.path.read_bytes()
    with pytest.raises(BatchError, match="B27"):
        give_up_batch(office.desk, gone.batch.batch_id)
    (office.desk.store.folder / "outbox" / gone.path.name).unlink()
    assert codes(inspect(office.desk.store)) == {"K06"}
    with pytest.raises(BatchError, match="B26"):
        office.seal()
    give_up_batch(office.desk, gone.batch.batch_id)
    assert inspect(office.desk.store).findings == []
    again = office.seal()
    assert again.batch.sequence == 2
    gone.path.write_bytes(sent)
    late = take_in(office.centre, gone.path)
    with pytest.raises(ReceiptError, match="R10"):
        take_receipt(office.desk, late.content)
    assert office.answer(again).receipt.verdict == "accepted", "no fork, though the centre had it"
    assert office.now(kept.record_id).state == "accepted"


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _whole: b"",
    "cut": lambda whole: whole[:-5],
    "a byte of the payload": lambda whole: flipped(whole, 5000),
    "a byte of a local header": lambda whole: flipped(whole, 10),
    "said to be encrypted": lambda whole: flipped(whole, whole.index(b"PK\x01\x02") + 8),
    "packed in another way": lambda whole: flipped(whole, whole.index(b"PK\x01\x02") + 10),
}


def flipped(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_batch_is_named_not_handed_over_and_its_records_go_with_the_next_one(
    office: Office, tmp_path: Path, damage: str
) -> None:
    kept, spoilt = office.signed(), office.seal()
    file = office.desk.store.folder / "outbox" / spoilt.path.name
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    assert codes(inspect(office.desk.store)) == {"K06"}
    with pytest.raises(BatchError, match="B29"):
        hand_over(office.desk, spoilt.batch.batch_id, tmp_path / "another")
    assert not (tmp_path / "another").exists()
    assert [one.batch_id for one in lost_batches(office.desk)] == [spoilt.batch.batch_id]
    give_up_batch(office.desk, spoilt.batch.batch_id)
    assert list(file.parent.iterdir()) == []
    assert inspect(office.desk.store).findings == []
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert office.now(kept.record_id).state == "accepted"


def test_a_damaged_attachment_is_named_and_holds_up_nobody_elses_registration(
    office: Office,
) -> None:
    spoilt = office.signed()
    other = volunteer(document_number=citizen_number(sequence=108))
    with office.desk.store.write() as session:
        session.execute(text("UPDATE attachmentchunk SET data = zeroblob(length(data))"))
    sound = office.sign(office.witnessed(volunteer=other).record_id)
    with pytest.raises(BatchError, match="B30") as told:
        office.seal()
    assert spoilt.registration.serial in told.value.message
    handed = office.seal()
    assert (handed.batch.sequence, handed.batch.records) == (1, 1)
    assert office.answer(handed).receipt.verdict == "accepted"
    assert office.now(sound.record_id).state == "accepted"
    with pytest.raises(BatchError, match="B30"):
        office.seal()
    assert office.now(spoilt.record_id).state == "signed", "not lost, and no number used for it"
    assert len(batches(office.desk)) == 1
    assert codes(inspect(office.desk.store)) == {"K04"}


def test_a_damaged_batch_can_be_given_up_before_anybody_tried_to_hand_it_over(
    office: Office,
) -> None:
    office.signed()
    spoilt = office.seal()
    (office.desk.store.folder / "outbox" / spoilt.path.name).write_bytes(b"")
    assert give_up_batch(office.desk, spoilt.batch.batch_id).state == "lost"


def test_a_damaged_batch_that_waits_for_a_stick_holds_up_none_after_it(
    office: Office, tmp_path: Path
) -> None:
    office.signed()
    (tmp_path / "file").touch()
    with pytest.raises(BatchError, match="B25"):
        seal_batch(office.desk, tmp_path / "file")
    (waits,) = (office.desk.store.folder / "outbox").iterdir()
    waits.write_bytes(waits.read_bytes()[:-1])
    with pytest.raises(BatchError, match="B26"):
        office.seal()
    other = volunteer(document_number=citizen_number(sequence=108))
    office.sign(office.witnessed(volunteer=other).record_id)
    handed = office.seal()
    assert (handed.batch.sequence, handed.earlier) == (2, ())


def test_a_batch_spoilt_before_it_was_recorded_as_sealed_is_written_anew(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office.signed()
    with monkeypatch.context() as patch:
        patch.setattr("zjrc_desk.desk.write_batch.registrations.move_batch", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            office.seal()
    (written,) = (office.desk.store.folder / "outbox").iterdir()
    (unsealed,) = batches(office.desk)
    with pytest.raises(StateError, match="L35"):
        hand_over(office.desk, unsealed.batch_id, tmp_path / "another")
    written.write_bytes(written.read_bytes()[:-1])
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert list(written.parent.iterdir()) == []


def _power_cut(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_a_batch_that_waits_for_a_stick_is_handed_over_though_an_earlier_one_is_lost(
    office: Office, tmp_path: Path
) -> None:
    office.signed()
    gone = office.seal()
    (office.desk.store.folder / "outbox" / gone.path.name).unlink()
    other = volunteer(document_number=citizen_number(sequence=108))
    office.sign(office.witnessed(volunteer=other).record_id)
    with pytest.raises(BatchError, match="B25"):
        seal_batch(office.desk, tmp_path / "media" / "stick")
    assert not (tmp_path / "media").exists(), "a stick that was pulled is no folder of the PC"
    assert office.seal().batch.sequence == 2


def test_a_gap_from_a_lost_batch_is_taken_and_an_erased_person_does_not_go_again(
    office: Office,
) -> None:
    kept, gone = office.signed(), office.seal()
    erase.erase(office.desk, kept.record_id, "consent_withdrawn")
    for file in (gone.path, office.desk.store.folder / "outbox" / gone.path.name):
        file.unlink()
    give_up_batch(office.desk, gone.batch.batch_id)
    again = office.seal()
    assert again.batch.records == 1, "the erasure alone"
    assert office.answer(again).receipt.verdict == "accepted"
    assert inspect(office.desk.store).findings == []


def test_each_damaged_page_is_found_said_and_stops_nothing(spoilable: Store) -> None:
    file = spoilable.folder / DATABASE
    whole = file.read_bytes()
    pages = len(whole) // PAGE_BYTES
    for page in range(1, pages + 1, 9):
        spoilt = bytearray(whole)
        spoilt[(page - 1) * PAGE_BYTES + 100] ^= 1
        file.write_bytes(spoilt)
        report = inspect(spoilable)
        assert f"page {page}" in {f.where for f in report.findings if f.code == "K01"} or page == 1
        assert report.damaged
        assert len(report.checked) == 8
    file.write_bytes(whole)
    assert inspect(spoilable).sound


def test_a_store_too_damaged_to_sign_in_to_is_checked_all_the_same(
    store_folder: Path, clock: TestClock
) -> None:
    file = store_folder / DATABASE
    whole = file.read_bytes()
    file.write_bytes(b"\x17" * PAGE_BYTES + whole[PAGE_BYTES:])
    report = check_folder(store_folder, ADMIN, PASSWORD, clock)
    assert {"K01", "K08"} <= codes(report)
    file.write_bytes(whole)
    assert check_folder(store_folder, ADMIN, PASSWORD, clock).sound


def test_progress_goes_forward_to_its_end_and_can_stop_it(office: Office) -> None:
    office.signed()
    seen: list[float] = []
    check(office.desk, lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert seen[-1] == 1

    class StopError(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise StopError

    with pytest.raises(StopError):
        check(office.desk, stop)
