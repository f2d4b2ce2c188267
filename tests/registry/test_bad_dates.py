"""F07: days and times in every form they are typed in, and those that can't be, by properties.

The rules are asked with an oracle of their own: what must stop is worked out here in another way.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import revision
from tests.registry.judging import NOW, TODAY, full_width, stops
from zjrc_desk.registry.normalise import normalise_date, normalise_moment, parse_date, parse_moment
from zjrc_desk.registry.rules import Step

_FORMS: list[Callable[[date], str]] = [
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.year}-{d.month}-{d.day}",
    lambda d: f" {d.year}/{d.month}/{d.day} ",
    lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: full_width(f"{d.year}-{d.month}-{d.day}"),
]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(_FORMS))
def test_f07_a_day_is_read_from_every_form_it_is_typed_in(
    day: date, form: Callable[[date], str]
) -> None:
    assert parse_date(normalise_date(form(day))) == day


@given(st.datetimes(datetime(1000, 1, 1), datetime(9999, 1, 1)), st.sampled_from(_FORMS))  # noqa: DTZ001
def test_f07_a_moment_is_read_from_every_form_it_is_typed_in(
    moment: datetime, form: Callable[[date], str]
) -> None:
    exact = moment.replace(second=0, microsecond=0)
    for time in (f"{exact:%H:%M}", f"{exact.hour}:{exact:%M}", f"{exact.hour}时{exact.minute}分"):
        for text in (time, f"{form(exact.date()).strip()} {time}", f"{exact:%Y%m%d%H%M}"):
            assert parse_moment(normalise_moment(text, exact.date())) == exact


@given(st.text(max_size=20) | st.from_regex(r"[0-9 :年月日时分T-]{1,18}", fullmatch=True))
def test_f07_a_moment_is_read_once_and_what_is_none_stays_as_typed(text: str) -> None:
    once = normalise_moment(text, TODAY)
    assert normalise_moment(once, TODAY) == once
    assert once == text.strip() or parse_moment(once) is not None


@given(st.dates(date(1930, 1, 1), date(2040, 12, 31)))
def test_f07_a_declaration_lies_between_birth_and_today(declared: date) -> None:
    found = revision(declared_at=declared.isoformat())
    possible = date(1941, 7, 4) <= declared <= TODAY
    assert (("F07", "declared_at") in stops(found, Step.COMPLETE)) is not possible


@pytest.mark.parametrize("text", ["2023-02-29", "2023-13-01", "1900-02-29", "0000-01-01", "明天"])
def test_f07_a_day_that_does_not_exist_stops(text: str) -> None:
    assert ("F07", "declared_at") in stops(revision(declared_at=text), Step.COMPLETE)


@given(st.integers(-5000, 5000), st.integers(-600, 600))
def test_f07_witnesses_are_there_on_the_day_before_now_and_from_a_time_to_a_later(
    start: int, length: int
) -> None:
    started = NOW.wall_time + timedelta(minutes=start)
    ended = started + timedelta(minutes=length)
    found = revision(declared_at="2026-11-24")
    found.statement.started_at = f"{started:%Y-%m-%d %H:%M}"
    found.statement.ended_at = f"{ended:%Y-%m-%d %H:%M}"
    midnight = NOW.wall_time.replace(hour=0, minute=0)
    possible = midnight <= started <= ended <= NOW.wall_time
    assert (stops(found) == set()) is possible
