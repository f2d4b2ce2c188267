"""Pages damaged on disk; each of them is ``make faults``."""

from __future__ import annotations

from pathlib import Path

from tests.faults import pages
from tests.faults.day import enrolled_store, one_batch


def test_a_damaged_page_is_found_and_a_backup_is_offered(new_store: Path, tmp_path: Path) -> None:
    enrolled_store(new_store, tmp_path / "store")
    one_batch(tmp_path / "store", tmp_path / "stick")
    damage = pages.run(tmp_path / "store", tmp_path / "copies", step=29)
    assert damage.pages >= 3
    assert damage.wrong == []
