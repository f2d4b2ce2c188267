"""The diary in batches: sealed, answered by the real centre, returned and corrected."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import TestClock
from tests.desk.diary_entries import event, registered, visit
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import Answer, take_in
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import diary, enrol
from zjrc_desk.desk.seal_batch import diary_waiting, seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.diary_tables import Event, Visit
from zjrc_desk.registry.errors import StateError


@pytest.fixture
def enrolled(desk: Desk, centre: Centre) -> Desk:
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    return desk


def handed_over(desk: Desk, centre: Centre, folder: Path) -> Answer:
    return take_in(centre, seal_batch(desk, folder / "stick").path)


def test_a_batch_of_only_events_and_visits_is_taken_in_and_they_learn_their_fate(
    enrolled: Desk, centre: Centre, tmp_path: Path
) -> None:
    desk = enrolled
    serial = registered(desk)
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    diary.record(desk, event())
    diary.record(desk, visit(serial, remarks="气色好"))
    diary.save_draft(desk, event())
    assert diary_waiting(desk) == 2
    answer = handed_over(desk, centre, tmp_path)
    taken = take_receipt(desk, answer.content)
    assert (taken.batch.records, taken.receipt.verdict) == (2, "accepted")
    assert take_receipt(desk, answer.content).again
    states = [e.state for kind in (Event, Visit) for e in diary.entries(desk, kind)]
    assert states == ["draft", "accepted", "accepted"]
    now = centre_status(centre)
    assert now.diary == {"event": 1, "visit": 1, "reached": 36}
    assert (now.records, now.declarations_in_force) == ({"accepted": 1}, 1)
    assert diary_waiting(desk) == 0
    with pytest.raises(StateError, match="L07"):
        seal_batch(desk, tmp_path / "stick")
    assert not any(
        word.encode() in file.read_bytes()
        for file in (tmp_path / "centre").glob("centre.db*")
        for word in ("样例二", "气色好")
    ), "who was there, and remarks, stay at the point"


def test_a_correction_after_acceptance_goes_with_the_next_batch_and_replaces_it(
    enrolled: Desk, centre: Centre, tmp_path: Path
) -> None:
    desk = enrolled
    kept = diary.record(desk, event())
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    draft = diary.correct(desk, diary.entries(desk, Event)[0], "人数记错")
    draft.reached = "40"
    corrected = diary.record(desk, draft)
    first = handed_over(desk, centre, tmp_path)
    assert take_receipt(desk, first.content).receipt.verdict == "accepted"
    assert centre_status(centre).diary == {"event": 1, "visit": 0, "reached": 40}
    newest = next(r for r in diary.revisions(desk, Event, kept.record_id) if r.current)
    assert (newest.id, newest.state) == (corrected.id, "accepted")
    diary.void(desk, newest, "记重了")
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    assert centre_status(centre).diary == {"event": 0, "visit": 0, "reached": 0}
    assert [r.state for r in diary.revisions(desk, Event, kept.record_id)] == ["accepted"] * 3


def test_an_entry_corrected_between_sealing_and_receipt_has_both_revisions_answered(
    enrolled: Desk, centre: Centre, tmp_path: Path
) -> None:
    desk = enrolled
    kept = diary.record(desk, event())
    answer = handed_over(desk, centre, tmp_path)
    draft = diary.correct(desk, diary.entries(desk, Event)[0], "人数记错")
    draft.reached = "40"
    diary.record(desk, draft)
    take_receipt(desk, answer.content)
    assert [r.state for r in diary.revisions(desk, Event, kept.record_id)] == [
        "accepted",
        "recorded",
    ]
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    assert centre_status(centre).diary["reached"] == 40


def test_a_refused_batch_frees_its_entries_for_the_next_one(
    enrolled: Desk, centre: Centre, tmp_path: Path
) -> None:
    desk = enrolled
    serial = registered(desk)
    diary.record(desk, event())
    diary.record(desk, visit(serial))
    handed = seal_batch(desk, tmp_path / "stick")
    assert handed.batch.records == 3
    key = tmp_path / "centre" / "centre.agekey"
    kept = key.read_bytes()
    create(tmp_path / "other", clock=desk.clock)
    key.write_bytes((tmp_path / "other" / "centre.agekey").read_bytes())
    blind = open_centre(tmp_path / "centre", clock=desk.clock)
    answer = take_in(blind, handed.path)
    blind.close()
    key.write_bytes(kept)
    assert take_receipt(desk, answer.content).receipt.verdict == "refused"
    assert diary_waiting(desk) == 2
    assert take_receipt(desk, handed_over(desk, centre, tmp_path).content).batch.records == 3
    assert centre_status(centre).diary == {"event": 1, "visit": 1, "reached": 36}


def test_an_entry_that_the_centre_returns_says_why_and_its_correction_is_accepted(
    enrolled: Desk, centre: Centre, tmp_path: Path, clock: TestClock
) -> None:
    desk = enrolled
    clock.time += timedelta(days=60)
    diary.record(desk, event(day="2027-01-20"))
    handed = seal_batch(desk, tmp_path / "stick")
    clock.time -= timedelta(days=60)
    taken = take_receipt(desk, take_in(centre, handed.path).content)
    assert taken.receipt.verdict == "partly"
    (returned,) = diary.entries(desk, Event)
    assert returned.state == "returned"
    assert "F07" in returned.centre_reasons[0]
    draft = diary.correct(desk, returned, "电脑日期不对")
    draft.day = "2026-11-20"
    diary.record(desk, draft)
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    assert centre_status(centre).diary["event"] == 1


def test_killed_while_sealing_the_same_entries_go_with_the_same_batch(
    enrolled: Desk, centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = enrolled
    kept = diary.record(desk, event())

    class Killed(BaseException):
        pass

    def kill(*_args: object, **_options: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("zjrc_desk.desk.write_batch.seal", kill)
        with pytest.raises(Killed):
            seal_batch(desk, tmp_path / "stick")
    draft = diary.correct(desk, kept, "人数记错")
    draft.reached = "40"
    diary.record(desk, draft)
    assert take_receipt(desk, handed_over(desk, centre, tmp_path).content).batch.records == 1
    assert centre_status(centre).diary["reached"] == 36, "the correction waits for the next"
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    assert centre_status(centre).diary["reached"] == 40


def test_a_centre_from_before_the_diary_takes_entries_in(
    enrolled: Desk, centre: Centre, tmp_path: Path, clock: TestClock
) -> None:
    diary.record(enrolled, event())
    handed = seal_batch(enrolled, tmp_path / "stick")
    centre.close()
    with sqlite3.connect(tmp_path / "centre" / "centre.db") as old:
        old.execute("DROP TABLE centre_diary")
    old.close()
    again = open_centre(tmp_path / "centre", clock=clock)
    assert take_in(again, handed.path).verdict == "accepted"
    again.close()
