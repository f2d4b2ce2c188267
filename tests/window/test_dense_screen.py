"""On a screen with two pixels to each logical one: no cut word, and nothing blown up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "dense"


def test_words_are_whole_and_drawings_sharp(store_folder: Path, tmp_path: Path) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        [sys.executable, "-m", "tests.window.dense", str(store_folder), str(PICTURES)],
        env={**os.environ, "QT_SCALE_FACTOR": "2", "XDG_CONFIG_HOME": str(tmp_path)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    seen = json.loads(made.stdout)
    assert seen["faults"] == []
    assert set(seen["ratios"].values()) == {2.0}
    assert seen["picture"] == seen["small"] == 2.0
    assert seen["icon"] > 1.5, "the rail's icons"
    assert seen["preview"] > 1.5, "the letter's page"
