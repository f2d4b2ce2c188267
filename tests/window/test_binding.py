"""What the window needs of Qt's binding for Python."""

from __future__ import annotations

import subprocess
import sys


def test_the_window_lives_through_more_calls_of_qt_than_there_are_references_to_none() -> None:
    # In a process of its own: if it fails, the process is ended.
    story = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import zjrc_desk.window
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for _ in range(200_000):
    label.setText("")
print("alive")
"""
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True)
    assert done.stdout.strip() == "alive", done.stderr[-300:]
