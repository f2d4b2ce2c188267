"""The point's diary: kept, corrected, counted, sealed, answered by the real centre."""

from __future__ import annotations

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from tests.conftest import TestClock
from tests.people import citizen_number, revision
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import Answer, take_in
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import change, diary, enrol, register
from zjrc_desk.desk.monthly import monthly_counts
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.seal_batch import diary_waiting, seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.diary_tables import Event, Shift, TeamMember, Visit
from zjrc_desk.registry.errors import AccessError, EntryError, StateError, StoreError
from zjrc_desk.store import audit, schema
from zjrc_desk.store.engine import make_engine

WITNESS = ("孙静福", citizen_number("19720109", 921, "330502"))


@pytest.fixture
def enrolled(desk: Desk, centre: Centre) -> Desk:
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    return desk


def event(**changes: str) -> Event:
    values = {
        "day": "20261103",
        "category": "publicity",
        "place": "一楼大厅",
        "reached": "36 人",
        "topics": "捐献的流程",
        "people": "样例二，样例三",
    }
    return Event(**(values | changes))


def visit(serial: str, **changes: str) -> Visit:
    values = {"day": "2026-11-20", "people": "样例二", "given": "米、油各一份"}
    return Visit(serial=serial, **(values | changes))


def member(**changes: str) -> TeamMember:
    name, number = WITNESS
    values = {"name": name, "document_number": number, "phone": "13805710009", "day": "2022-01-18"}
    return TeamMember(**(values | changes))


def registered(desk: Desk) -> str:
    """A volunteer whose paper is signed; the serial."""
    serial = register.witness(desk, revision()).registration.serial
    list(print_letters(desk, [serial]))
    record_signed(desk, [serial])
    return serial


def handed_over(desk: Desk, centre: Centre, folder: Path) -> Answer:
    return take_in(centre, seal_batch(desk, folder / "stick").path)


def refused(desk: Desk, entry: Event | Visit | TeamMember | Shift) -> set[tuple[str, str]]:
    with pytest.raises(IncompleteError) as caught:
        diary.record(desk, entry)
    return {(p.code, p.path) for p in caught.value.problems}


def actions(desk: Desk) -> list[str]:
    with desk.store.read() as session:
        assert audit.first_break(session) is None
        rows = session.execute(text("SELECT action FROM auditentry ORDER BY number"))
        return [row[0] for row in rows]


def test_an_event_is_kept_as_it_is_meant_and_every_act_is_audited(desk: Desk) -> None:
    kept = diary.record(desk, event())
    assert (kept.day, kept.reached, kept.people) == ("2026-11-03", "36", "样例二、样例三")
    diary.open_entry(desk, kept)
    draft = diary.correct(desk, kept, "人数记错")
    diary.discard(desk, draft)
    diary.void(desk, kept, "记重了")
    assert actions(desk)[-6:] == [
        "start-event",
        "record-event",
        "read-event",
        "correct-event",
        "discard-event",
        "void-event",
    ]


def test_what_can_not_be_recorded_stays_as_a_draft_word_for_word(desk: Desk) -> None:
    assert refused(desk, event(reached="很多", topics="")) == {
        ("F30", "event.reached"),
        ("F08", "event.topics"),
    }
    (draft,) = diary.entries(desk, Event, "2026-11")
    assert (draft.state, draft.reached, draft.current) == ("draft", "很多", False)
    assert monthly_counts(desk, "2026-11").events["publicity"] == 0
    draft.reached, draft.topics = "0", "没有人来"
    diary.record(desk, draft)
    assert monthly_counts(desk, "2026-11").events["publicity"] == 1


def test_a_correction_counts_only_when_it_is_recorded_and_says_why(desk: Desk) -> None:
    kept = diary.record(desk, event())
    with pytest.raises(EntryError, match="F34"):
        diary.correct(desk, kept, "  ")
    draft = diary.correct(desk, kept, "人数记错")
    draft.reached = "40"
    diary.save_draft(desk, draft)
    assert monthly_counts(desk, "2026-11").reached["publicity"] == 36
    assert diary.correct(desk, kept, "again").id == draft.id, "one correction at a time"
    diary.record(desk, draft)
    assert monthly_counts(desk, "2026-11").reached["publicity"] == 40
    old, new = diary.revisions(desk, Event, kept.record_id)
    assert (old.state, old.reached, new.reason, new.supersedes) == (
        "superseded",
        "36",
        "人数记错",
        1,
    )
    with pytest.raises(StateError, match="L41"):
        diary.correct(desk, kept, "an old copy")


def test_a_recorded_entry_can_not_be_changed_even_past_the_use_cases(desk: Desk) -> None:
    kept = diary.record(desk, event())
    with pytest.raises(StateError, match="L40"):
        diary.save_draft(desk, kept)
    stale = event()
    stale.id, stale.record_id = kept.id, kept.record_id
    with pytest.raises(StateError, match="L40"):
        diary.save_draft(desk, stale)
    for statement in ("UPDATE event SET reached = '9999'", "DELETE FROM event"):
        with pytest.raises(StoreError), desk.store.write() as session:
            session.execute(text(statement))


def test_what_is_taken_back_stays_readable_and_no_longer_counts(desk: Desk) -> None:
    kept = diary.record(desk, event())
    gone = diary.void(desk, kept, "记重了")
    assert monthly_counts(desk, "2026-11").events["publicity"] == 0
    assert [one.void for one in diary.entries(desk, Event, "2026-11")] == [True]
    with pytest.raises(StateError, match="L41"):
        diary.void(desk, gone, "again")
    back = diary.correct(desk, gone, "没有记重")
    diary.record(desk, back)
    assert monthly_counts(desk, "2026-11").events["publicity"] == 1


def test_a_visit_is_to_a_registered_volunteer_found_by_name_and_sent_without_it(
    desk: Desk,
) -> None:
    serial = registered(desk)
    register.save_draft(desk, revision(volunteer=revision().volunteer))
    assert [one.serial for one in diary.volunteers(desk, "ysf")] == [serial]
    assert refused(desk, visit("余淑福")) == {("F32", "visit.serial")}
    assert refused(desk, visit(serial, given="给余 淑福送米")) == {("F31", "visit.given")}
    kept = diary.record(desk, visit(serial.lower()))
    assert kept.registration_id == register.find(desk, serial)[0].record_id
    assert diary.visited_names(desk, [kept]) == {kept.registration_id: "余淑福"}


def test_a_shift_is_of_a_member_while_in_the_team_and_nobody_is_in_it_twice(desk: Desk) -> None:
    kept = diary.record(desk, member(left_on="2026-11-10"))
    assert refused(desk, member()) == {("F03", "member.document_number")}
    shift = Shift(member=kept.record_id, day="2026-11-11", start="9:00", end="1130")
    assert refused(desk, shift) == {("F07", "shift.day")}
    shift.day = "2026-11-10"
    assert diary.record(desk, shift).end == "11:30"
    assert refused(desk, Shift(member="样例", day="2026-11-10", start="09:00", end="10:00")) == {
        ("F33", "shift.member")
    }


def test_the_figures_of_a_month_are_all_that_was_done_in_it(desk: Desk, clock: TestClock) -> None:
    serial = registered(desk)
    team = diary.record(desk, member())
    for start, end in (("09:00", "11:30"), ("13:00", "15:00")):
        shift = Shift(member=team.record_id, day="2026-11-05", start=start, end=end)
        diary.record(desk, shift)
    diary.record(desk, event())
    diary.record(desk, event(category="consultation", reached="2"))
    diary.record(desk, event(day="2026-10-31"))
    for _ in range(2):
        diary.record(desk, visit(serial))
    clock.time += timedelta(days=10)
    change.withdraw(desk, [serial], "本人要求")
    november, december = (monthly_counts(desk, month) for month in ("2026-11", "2026-12"))
    assert november.declarations == {"intention": 1, "change": 0, "withdrawal": 0, "refusal": 0}
    assert december.declarations["withdrawal"] == 1
    assert november.events == {"publicity": 1, "consultation": 1}
    assert november.reached == {"publicity": 36, "consultation": 2}
    assert (november.visits, november.visited) == (2, 1)
    assert (november.shifts, november.shift_minutes, november.members) == (2, 270, 1)
    assert november.witness_acts_of == {team.record_id: 1}
    assert json.dumps(november.to_dict())
    assert (december.visits, december.witness_acts, december.shifts) == (0, 0, 0)
    with pytest.raises(EntryError, match="F35"):
        monthly_counts(desk, "2026-13")


def test_acts_as_witness_are_of_the_same_name_and_number_while_in_the_team(desk: Desk) -> None:
    registered(desk)
    diary.record(desk, member(name="孙静芳"))
    diary.record(desk, member(name="周庆", document_number=citizen_number("19620316", 452)))
    assert monthly_counts(desk, "2026-11").witness_acts == 0
    (wrong, _) = diary.members(desk)
    draft = diary.correct(desk, wrong, "写错姓名")
    draft.name = WITNESS[0]
    right = diary.record(desk, draft)
    assert monthly_counts(desk, "2026-11").witness_acts_of == {right.record_id: 1}
    left = diary.correct(desk, right, "离队")
    left.left_on = "2026-11-19"
    diary.record(desk, left)
    assert monthly_counts(desk, "2026-11").witness_acts == 0, "the day before"


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
        patch.setattr("zjrc_desk.desk.seal_batch.seal", kill)
        with pytest.raises(Killed):
            seal_batch(desk, tmp_path / "stick")
    draft = diary.correct(desk, kept, "人数记错")
    draft.reached = "40"
    diary.record(desk, draft)
    assert take_receipt(desk, handed_over(desk, centre, tmp_path).content).batch.records == 1
    assert centre_status(centre).diary["reached"] == 36, "the correction waits for the next"
    take_receipt(desk, handed_over(desk, centre, tmp_path).content)
    assert centre_status(centre).diary["reached"] == 40


def test_an_auditor_reads_the_diary_and_writes_nothing(desk: Desk) -> None:
    kept = diary.record(desk, event())
    desk.staff.role = "auditor"
    assert monthly_counts(desk, "2026-11").events["publicity"] == 1
    assert len(diary.entries(desk, Event)) == 1
    for act in (
        lambda: diary.save_draft(desk, event()),
        lambda: diary.record(desk, event()),
        lambda: diary.correct(desk, kept, "x"),
        lambda: diary.void(desk, kept, "x"),
        lambda: diary.discard(desk, kept),
    ):
        with pytest.raises(AccessError, match="A01"):
            act()


def test_a_store_from_before_the_diary_is_brought_up_to_date(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "old.db", bytes(32))
    with engine.execution_options(zjrc_begin="IMMEDIATE").begin() as connection:
        config = Config()
        folder = Path(schema.__file__).parent / "migrations"
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    schema.bring_up_to_date(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM visit")).scalar() == 0
    engine.dispose()


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
