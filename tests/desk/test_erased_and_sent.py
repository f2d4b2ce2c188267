"""Erasing a person whose records are on their way to the centre, or back from it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select as columns

from tests import remains
from tests.desk.conftest import Office
from tests.desk.erasing import GROUND, TEXTS, lived, visited
from tests.store.test_store import refused
from zjrc_desk.centre.intake import take_in
from zjrc_desk.centre.tables import ReceivedEntry
from zjrc_desk.desk import erase
from zjrc_desk.desk.history import history
from zjrc_desk.desk.seal_batch import hand_over
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry import batch_tables as t


def test_a_visit_that_reaches_the_centre_after_the_erasure_brings_no_words(
    office: Office,
) -> None:
    kept = office.accepted()
    visited(office.desk, kept.registration.serial)
    late = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    office.answer(office.seal())
    assert take_in(office.centre, late.path).verdict == "accepted"
    with office.centre.register.read() as session:
        bodies = [entry.body for entry in session.scalars(columns(ReceivedEntry))]
    assert {body["given"] for body in bodies} == {"（已删除）"}


def test_what_waits_for_a_batch_does_not_go_and_the_erasure_does(office: Office) -> None:
    kept = lived(office)
    erase.erase(office.desk, kept.record_id, GROUND)
    handed = office.seal()
    assert handed.batch.records == 1, "not the withdrawal, whose person is gone"
    taken = office.answer(handed)
    assert [(r.record_id, r.status) for r in taken.receipt.records] == [
        (kept.record_id, "accepted")
    ]
    content = b"".join(p.read_bytes() for p in office.centre.folder.rglob("*") if p.is_file())
    assert remains.found(content, TEXTS) == []


def test_a_receipt_that_comes_after_the_erasure_brings_no_certificate_back(
    office: Office, store_folder: Path
) -> None:
    kept = office.signed()
    handed = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    answer = take_in(office.centre, handed.path)
    taken = take_receipt(office.desk, answer.content)
    assert taken.receipt.records[0].certificate is not None
    with office.desk.store.read() as session:
        assert session.get(t.Certificate, kept.record_id) is None
        assert session.get_one(t.Receipt, handed.batch.batch_id).content == b""
    assert take_receipt(office.desk, answer.content).again
    old = history(office.desk, kept.record_id)[-1]
    assert old.state == "已接收"


def test_a_refused_batch_does_not_bring_the_erased_back_into_the_next_one(office: Office) -> None:
    kept = office.signed()
    handed = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    with office.desk.store.read() as session:
        batch = session.get_one(t.Batch, handed.batch.batch_id)
    from zjrc_desk.batches.receipt import Receipt, write_receipt

    refusal = Receipt(
        batch_id=batch.batch_id,
        point="ZJ-HZ-0001",
        generation=batch.generation,
        sequence=batch.sequence,
        manifest_sha256=batch.manifest_sha256,
        received_at=office.desk.now(),
        verdict="refused",
    )
    take_receipt(office.desk, write_receipt(refusal, office.centre.authority.signing))
    assert [e.state for e in history(office.desk, kept.record_id)] == ["已签署", "已删除"]
    assert office.seal().batch.records == 1


def test_the_sealed_file_stays_in_the_outbox_only_until_the_centre_answers(office: Office) -> None:
    kept = office.signed()
    handed = office.seal()
    outbox = office.desk.store.folder / "outbox" / handed.path.name
    erase.erase(office.desk, kept.record_id, GROUND)
    assert outbox.exists(), "the centre has not answered: the stick may be lost"
    office.answer(handed)
    assert not outbox.exists()
    with refused("B26"):
        hand_over(office.desk, handed.batch.batch_id, office.folder / "again")
