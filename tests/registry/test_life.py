"""The life of a registration: which step follows which, and nothing else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import TestClock
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.registry.life import DECLARED, EDITABLE, STATE_LABEL, State, advance
from zjrc_desk.registry.serial import make_serial, normalise_serial

WAY = [
    State.DRAFT,
    State.COMPLETE,
    State.WITNESSED,
    State.PRINTED,
    State.SIGNED,
    State.SEALED,
    State.ACCEPTED,
]


def test_the_whole_way_from_draft_to_accepted_is_open() -> None:
    for here, there in itertools.pairwise(WAY):
        assert advance(here, there) == there


@given(st.sampled_from(list(State)), st.sampled_from(list(State)))
def test_no_step_skips_the_witnesses_the_paper_or_the_seal(here: State, there: State) -> None:
    if not _open(here, there):
        return
    if here in WAY and there in WAY:
        assert WAY.index(there) - WAY.index(here) in (1, -1)
    if here not in EDITABLE:
        assert there not in EDITABLE, "what was witnessed never becomes editable again"
    if here in DECLARED and there != State.ERASED:
        assert there in DECLARED, "what was declared on paper is never undone"


def _open(here: State, there: State) -> bool:
    try:
        return advance(here, there) == there
    except StateError as error:
        if error.code != "L01" or STATE_LABEL[here] not in error.message:
            raise
        return False


@given(st.integers(1, 99), st.integers(1, 9_999_999))
def test_a_serial_survives_any_way_of_typing_it(generation: int, number: int) -> None:
    serial = make_serial("ZJ-HZ-0001", generation, number)
    assert normalise_serial(f" {serial.lower()} ") == serial


@given(st.integers(1, 999_999), st.integers(0, 19), st.sampled_from("0123456789"))
def test_one_wrong_digit_in_a_serial_is_found(number: int, place: int, digit: str) -> None:
    serial = make_serial("ZJ-HZ-0001", 1, number)
    wrong = serial[:place] + digit + serial[place + 1 :]
    if wrong != serial:
        assert normalise_serial(wrong) is None


@pytest.mark.parametrize("text", ["", "ZJ", "ZJ-HZ-0001-1-000001", "ZJ-HZ-0001-1-000001-?"])
def test_what_is_no_serial_is_not_taken_for_one(text: str) -> None:
    assert normalise_serial(text) is None


def test_identifiers_carry_the_time_and_never_repeat() -> None:
    now = TestClock()()
    made = [uuid7(now) for _ in range(1000)]
    assert len(set(made)) == 1000
    assert {int(text.replace("-", "")[:12], 16) for text in made} == {int(now.timestamp() * 1000)}
    assert all(text[14] == "7" and text[19] in "89ab" for text in made)
