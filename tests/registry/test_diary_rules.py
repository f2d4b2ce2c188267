"""What may be recorded in the diary, and what is said about the rest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import citizen_number
from zjrc_desk.registry.diary_tables import (
    DiaryEntry,
    EntryState,
    Event,
    Shift,
    TeamMember,
    Visit,
    advance_entry,
)
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.interchange import diary_record
from zjrc_desk.registry.normalise import normalise_clock, normalise_count, split_names
from zjrc_desk.registry.rules.diary import MOST_REACHED, entry_problems

TODAY = date(2026, 11, 24)


def event(**changes: str) -> Event:
    values = {
        "day": "2026-11-20",
        "category": "publicity",
        "place": "一楼大厅",
        "reached": "36",
        "topics": "捐献的流程",
        "people": "样例二",
    }
    return Event(**(values | changes))


def visit(**changes: str) -> Visit:
    values = {"day": "2026-11-20", "serial": "x", "people": "样例二", "given": "米、油"}
    return Visit(**(values | changes))


def member(**changes: str) -> TeamMember:
    values = {
        "name": "孙静福",
        "phone": "13805710009",
        "document_number": citizen_number("19720109", 921, "330502"),
        "day": "2022-01-18",
    }
    return TeamMember(**(values | changes))


def shift(**changes: str) -> Shift:
    values = {"member": "m", "day": "2026-11-20", "start": "09:00", "end": "11:30"}
    return Shift(**(values | changes))


def found(entry: DiaryEntry) -> list[tuple[str, str]]:
    problems = entry_problems(entry, TODAY)
    assert all(p.message and p.remedy and p.field not in p.path for p in problems)
    return [(p.code, p.path) for p in problems]


@pytest.mark.parametrize("entry", [event(), visit(), member(), shift()])
def test_an_entry_with_all_it_needs_has_no_problem(entry: DiaryEntry) -> None:
    assert found(entry) == []


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (event(day="2026-11-25"), ("F07", "event.day")),
        (event(day="2026-02-29"), ("F07", "event.day")),
        (event(day=""), ("F07", "event.day")),
        (event(category="聊天"), ("F08", "event.category")),
        (event(place="  "), ("F08", "event.place")),
        (event(reached="很多"), ("F30", "event.reached")),
        (event(reached="-1"), ("F30", "event.reached")),
        (event(reached="100001"), ("F30", "event.reached")),
        (event(topics=""), ("F08", "event.topics")),
        (event(topics="家\u202e属"), ("F08", "event.topics")),
        (event(topics="字" * 2_001), ("F08", "event.topics")),
        (event(topics="电话 138 0571 0001"), ("F31", "event.topics")),
        (event(topics="证件３３０１０６１９４１０７０４１０６３"), ("F31", "event.topics")),
        (event(people=""), ("F08", "event.people")),
        (event(people="样例二、<b>"), ("F08", "event.people")),
        (visit(serial=""), ("F08", "visit.serial")),
        (visit(given=""), ("F08", "visit.given")),
        (visit(given="打 13805710001"), ("F31", "visit.given")),
        (visit(remarks="\x00"), ("F08", "visit.remarks")),
        (member(name=""), ("F08", "member.name")),
        (member(phone="123"), ("F09", "member.phone")),
        (member(document_number=""), ("F08", "member.document_number")),
        (member(document_number="330106194107041060"), ("F01", "member.document_number")),
        (member(left_on="2021-01-01"), ("F07", "member.left_on")),
        (member(left_on="2027-01-01"), ("F07", "member.left_on")),
        (shift(member=""), ("F08", "shift.member")),
        (shift(start="25:00"), ("F07", "shift.start")),
        (shift(end="9 点"), ("F07", "shift.end")),
        (shift(end="09:00"), ("F07", "shift.end")),
    ],
)
def test_each_fault_is_named_with_its_field(entry: DiaryEntry, problem: tuple[str, str]) -> None:
    assert found(entry) == [problem]


@given(st.integers(min_value=-5, max_value=2 * MOST_REACHED))
def test_people_reached_are_zero_to_a_hundred_thousand(reached: int) -> None:
    good = 0 <= reached <= MOST_REACHED
    assert (found(event(reached=str(reached))) == []) == good


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY + timedelta(days=400)))
def test_a_day_is_right_until_today(day: date) -> None:
    for entry in (event(day=day.isoformat()), visit(day=day.isoformat())):
        assert (found(entry) == []) == (day <= TODAY)


@given(st.lists(st.text(max_size=12), min_size=6, max_size=6))
def test_whatever_is_typed_gets_an_answer_and_what_passes_can_be_sent(texts: list[str]) -> None:
    names = ("day", "category", "place", "reached", "topics", "people")
    typed = event(**dict(zip(names, texts, strict=True)))
    if not found(typed):
        record = diary_record(typed)
        assert 0 <= int(str(record["reached"])) <= MOST_REACHED


@given(st.text(max_size=30))
def test_reading_again_what_was_read_changes_nothing(text: str) -> None:
    for read in (normalise_clock, normalise_count, lambda t: "、".join(split_names(t))):
        assert read(read(text)) == read(text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("9:05", "09:05"), ("0905", "09:05"), ("９：０５", "09:05"), ("早上", "早上")],
)
def test_times_are_read_as_people_write_them(typed: str, kept: str) -> None:
    assert normalise_clock(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("１２０ 人", "120"), ("1,200", "1200"), ("007", "7"), ("约 50", "约 50")]
)
def test_counts_are_read_as_people_write_them_and_never_guessed(typed: str, kept: str) -> None:
    assert normalise_count(typed) == kept


@given(st.sampled_from(list(EntryState)), st.sampled_from(list(EntryState)))
def test_an_entry_that_the_centre_answered_never_changes_again(
    state: EntryState, to: EntryState
) -> None:
    ended = {EntryState.ACCEPTED, EntryState.RETURNED, EntryState.SUPERSEDED, EntryState.DISCARDED}
    if state in ended or to == EntryState.DRAFT:
        with pytest.raises(StateError, match="L42"):
            advance_entry(state, to)


def test_a_visit_and_an_event_go_out_without_any_name() -> None:
    sent = diary_record(visit(people="孙静福、周庆", remarks="余淑福气色好", reason="更正"))
    assert not any(text in str(sent) for text in ("孙静福", "余淑福", "更正"))
    assert sent["people"] == 2
    assert "remarks" not in sent
    assert "孙静福" not in str(diary_record(event(people="孙静福")))
