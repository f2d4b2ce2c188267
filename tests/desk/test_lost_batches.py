"""A lost batch that is given up: all that was in it reaches the centre, once and in order."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.desk.conftest import Office
from tests.desk.diary_entries import event, visit
from tests.people import citizen_number, volunteer
from zjrc_desk.centre.centre import Centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.centre.status import status
from zjrc_desk.centre.tables import ReceivedEntry
from zjrc_desk.desk import diary
from zjrc_desk.desk.check import inspect
from zjrc_desk.desk.seal_batch import HandOver, give_up_batch
from zjrc_desk.desk.status import batches
from zjrc_desk.registry.diary_tables import Event
from zjrc_desk.registry.errors import BatchError


def lose(office: Office, handed: HandOver) -> bytes:
    """The file is gone here and on the stick; what it was."""
    content = handed.path.read_bytes()
    handed.path.unlink()
    (office.desk.store.folder / "outbox" / handed.path.name).unlink()
    return content


def received(centre: Centre) -> list[tuple[str, int, bool]]:
    """The diary as the centre holds it: kind, revision, whether it counts."""
    with centre.register.read() as session:
        rows = session.scalars(select(ReceivedEntry))
        return sorted((row.kind, row.revision, row.current) for row in rows)


def test_events_and_visits_of_a_lost_batch_reach_the_centre_once_even_if_it_had_come(
    office: Office,
) -> None:
    kept = office.signed()
    told = diary.record(office.desk, event())
    diary.record(office.desk, visit(kept.registration.serial))
    gone = office.seal()
    (sealed,) = diary.revisions(office.desk, Event, told.record_id)
    correction = diary.correct(office.desk, sealed, "人数不对")
    correction.reached = "40"
    diary.record(office.desk, correction)
    sent = lose(office, gone)
    give_up_batch(office.desk, gone.batch.batch_id)
    again = office.seal()
    assert (gone.batch.records, again.batch.records) == (3, 4), "the correction goes along"
    assert office.answer(again).receipt.verdict == "accepted"
    once = [("event", 1, False), ("event", 2, True), ("visit", 1, True)]
    assert received(office.centre) == once
    gone.path.write_bytes(sent)
    take_in(office.centre, gone.path)
    assert received(office.centre) == once
    assert status(office.centre).diary == {"event": 1, "visit": 1, "reached": 40}
    states = [one.state for one in diary.revisions(office.desk, Event, told.record_id)]
    assert states == ["accepted", "accepted"]
    assert inspect(office.desk.store).findings == []


def test_of_several_batches_the_one_in_the_middle_is_lost_and_the_others_keep_their_order(
    office: Office,
) -> None:
    kept, handed = [], []
    for sequence in range(106, 114, 2):
        other = volunteer(document_number=citizen_number(sequence=sequence))
        kept.append(office.sign(office.witnessed(volunteer=other).record_id))
        handed.append(office.seal())
    first, second, third, fourth = handed
    office.answer(first)
    lose(office, second)
    assert office.answer(third).unanswered == [second.batch.file_name]
    give_up_batch(office.desk, second.batch.batch_id)
    fifth = office.seal()
    assert (fifth.batch.sequence, fifth.batch.records, fifth.earlier) == (5, 1, ())
    # The stick with the newest one is the first to arrive.
    assert office.answer(fifth).unanswered == [fourth.batch.file_name]
    assert office.answer(fourth).unanswered == []
    assert {office.now(one.record_id).state for one in kept} == {"accepted"}
    sealed = list(reversed(batches(office.desk)))
    assert [one.previous for one in sealed] == [None, *(b.manifest_sha256 for b in sealed[:-1])]
    assert [one.state for one in sealed] == ["accepted", "lost", *["accepted"] * 3]
    assert status(office.centre).gaps == {office.desk.point.code: ["1:2-2"]}
    assert status(office.centre).declarations_in_force == 4
    assert inspect(office.desk.store).findings == []


def test_giving_up_a_damaged_batch_that_was_cut_short_is_done_by_the_next_try_and_leaves_no_file(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.signed()
    spoilt = office.seal()
    outbox = office.desk.store.folder / "outbox"
    (outbox / spoilt.path.name).write_bytes(b"")
    for step in ("outbox.remove", "registrations.take_back_batch", "audit.append"):
        with monkeypatch.context() as patch:
            patch.setattr(f"zjrc_desk.desk.seal_batch.{step}", _power_cut)
            with pytest.raises(KeyboardInterrupt):
                give_up_batch(office.desk, spoilt.batch.batch_id)
        assert {one.code for one in inspect(office.desk.store).findings} == {"K06"}
    give_up_batch(office.desk, spoilt.batch.batch_id)
    assert list(outbox.iterdir()) == []
    with pytest.raises(BatchError, match="B31"):
        give_up_batch(office.desk, spoilt.batch.batch_id)
    assert office.answer(office.seal()).receipt.verdict == "accepted"


def _power_cut(*_arguments: object) -> None:
    raise KeyboardInterrupt
