"""Work beside the window stands back while an act is done, but not for long."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from zjrc_desk.window import turns


def stood_back() -> Event:
    """Set when what was begun beside the window may go on."""
    went_on = Event()

    def work() -> None:
        turns.stand_back()
        went_on.set()

    Thread(target=work, daemon=True).start()
    return went_on


def test_work_waits_for_the_end_of_an_act_and_of_the_one_around_it() -> None:
    with turns.first():
        with turns.first():
            pass
        went_on = stood_back()
        assert not went_on.wait(0.05)
    assert went_on.wait(5)


def test_an_act_that_fails_is_over_too() -> None:
    with pytest.raises(ValueError, match="act"), turns.first():
        raise ValueError("act")
    assert stood_back().wait(5)


def test_work_does_not_wait_for_an_act_that_may_wait_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with turns.first():
        long_after = turns.monotonic() + 60
        monkeypatch.setattr(turns, "monotonic", lambda: long_after)
        assert stood_back().wait(5)
