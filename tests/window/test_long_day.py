"""The window outlives any number of calls into Qt."""

from __future__ import annotations

import subprocess
import sys

_LONG_DAY = """
from PySide6.QtWidgets import QLabel
from zjrc_desk.window.app import application
app = application()
label = QLabel()
for _ in range(100_000):
    label.setText("")
print("still here")
"""


def test_a_days_worth_of_calls_that_return_nothing_does_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LONG_DAY], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "still here"), done.stderr[-500:]
