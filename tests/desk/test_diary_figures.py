"""The figures of a month, from the diary and the registrations."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.conftest import TestClock
from tests.desk.diary_entries import WITNESS, event, member, registered, visit
from tests.people import citizen_number
from zjrc_desk.desk import change, diary
from zjrc_desk.desk.monthly import monthly_counts
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Shift
from zjrc_desk.registry.errors import EntryError


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
