"""SIGKILL at random moments of a day's work; the long run is ``make faults``."""

from __future__ import annotations

from pathlib import Path

from tests.faults import kills
from tests.faults.day import enrolled_store


def test_whatever_was_acknowledged_before_a_kill_is_there_after_it(
    new_store: Path, tmp_path: Path
) -> None:
    enrolled_store(new_store, tmp_path / "store")
    toll = kills.run(tmp_path / "store", tmp_path / "stick", kills=6, seed=6)
    assert toll.kills == 6
    assert toll.acknowledged, "something had been done"
    assert toll.lost == []
