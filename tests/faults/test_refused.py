"""A full disk and a dying one; every write in turn is ``make faults``."""

from __future__ import annotations

from pathlib import Path

from tests.faults import refused
from tests.faults.day import enrolled_store


def test_a_refused_write_has_a_name_loses_nothing_and_all_goes_on_once_there_is_room(
    new_store: Path, tmp_path: Path
) -> None:
    enrolled_store(new_store, tmp_path / "store")
    shim = refused.compile_shim(tmp_path)
    damages = refused.run(tmp_path / "store", tmp_path / "stick", shim, step=71)
    assert [one.wrong for one in damages if one.wrong] == []
    assert {one.act for one in damages} == {act.name for act in refused.ACTS}
    assert all(one.refused for one in damages), "each act writes, and was refused"
    assert [one.error for one in damages if one.act == "back up"][-1] == "other bytes"
    said = {code for one in damages for code in one.codes}
    assert said <= {"D06", "D07", "D13", "B25", "D15", "no error"}, "by name, with what to do"
