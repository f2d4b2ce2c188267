"""``make demo``: what it leaves can be opened with stock tools, and it can be run again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from zjrc_desk.demo import run_demo
from zjrc_desk.registry.errors import EntryError

PROGRAM = Path(sys.executable).parent / "zjrc-desk"


def test_the_demonstration_goes_the_whole_way_and_can_be_repeated(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    for _ in range(2):
        done = subprocess.run(
            [str(PROGRAM), "demo", str(folder)], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stderr == ""
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    counts = summary["counts"]
    assert (counts["imported"], counts["refused"]) == (107, 13)
    assert counts["centre"]["declarations_in_force"] == 107
    assert counts["batch_1"]["records"] == 110
    assert counts["centre"]["diary"] == {"event": 1, "visit": 1, "reached": 36}
    assert counts["batch_2"]["records"] == 2
    assert summary["seconds"]["total"] < 120
    assert len(list((folder / "letters").glob("*.pdf"))) == counts["letters"] == 109
    assert len(list((folder / "batches").glob("*.zjrc"))) == 2
    assert len(list((folder / "receipts").glob("*.receipt"))) == 2
    assert (folder / "centre-ca.pem").read_text().startswith("-----BEGIN CERTIFICATE")
    assert "AGE-SECRET-KEY-1" in (folder / "centre.agekey").read_text()
    screens = sorted((folder / "screens").glob("*.png"))
    assert len(screens) == counts["screens"] == 13
    for screen in screens:
        with Image.open(screen) as image:
            assert len(image.convert("RGB").getcolors(1_000_000) or []) > 20, "not an empty page"


def test_a_folder_with_other_files_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(EntryError, match="F20"):
        run_demo(tmp_path, lambda _line: None)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
