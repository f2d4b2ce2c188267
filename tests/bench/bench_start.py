"""From start to a sign-in field that takes keys, beside an empty PySide6 window.

Each in a process of its own, in turn, so that both meet the same machine.  The program is started
as the window is (``main.run``'s way: options, log, window), and stops the clock when the password's
field has taken a key.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ADMIN, CHEAP, PASSWORD
from zjrc_desk.desk.session import set_up
from zjrc_desk.registry.tables import Point

AIM = 2.0
TIMES = 9
EMPTY = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
field = QLineEdit()
window.setCentralWidget(field)
window.show()
app.processEvents()
QTest.keyClicks(field, "a")
assert field.text() == "a"
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from zjrc_desk.window.app import application
app = application()
from zjrc_desk.window.main_window import MainWindow
window = MainWindow(Path(sys.argv[1]))
window.show()
app.processEvents()
field = window.centralWidget().password
QTest.keyClicks(field, "a")
assert field.text() == "a"
"""


def _seconds(code: str, *arguments: str) -> float:
    # The process's own clock: what is measured ends before Qt is taken apart.
    timed = (
        f"import time; _start = time.perf_counter()\n{code}\nprint(time.perf_counter() - _start)"
    )
    done = subprocess.run(
        [sys.executable, "-c", timed, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        set_up(folder, Point(code="ZJ-HZ-0001", name="样例"), ADMIN, PASSWORD, cost=CHEAP)
        empty, ours = [], []
        for _ in range(TIMES):
            empty.append(_seconds(EMPTY))
            ours.append(_seconds(OURS, str(folder)))
    floor, taken = statistics.median(empty), statistics.median(ours)
    print(f"{'from start to a field that takes keys':40}{'median ms':>10}")
    print(f"{'an empty PySide6 window':40}{floor * 1000:10.0f}")
    print(f"{'the sign-in sheet':40}{taken * 1000:10.0f}   ratio {taken / floor:.2f}")
    return 0 if taken <= AIM * floor else 1


if __name__ == "__main__":
    sys.exit(main())
