"""From start to a sign-in field that takes keys, beside an empty PySide6 window.

Each in a process of its own, in turn, so that both meet the same machine.  The program is started
by its own entry, as the icon does it, and has its bytecode, as PySide6 has and as whatever is
installed.  The clock stops when the password's field has taken a key,
in place of the loop that would wait for one.
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
taken = time.perf_counter() - _start
"""
OURS = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

def typed(*_):
    app = QApplication.instance()
    app.processEvents()
    (window,) = [one for one in app.topLevelWidgets() if type(one).__name__ == "MainWindow"]
    field = window.centralWidget().password
    QTest.keyClicks(field, "a")
    assert field.text() == "a"
    global taken
    taken = time.perf_counter() - _start
    return 0

QApplication.exec = typed
sys.argv = ["zjrc-desk"]
from zjrc_desk.start import main
try:
    main()
except SystemExit as ended:
    assert ended.code == 0
"""


def _seconds(code: str, data: Path) -> float:
    # The process's own clock: what is measured ends before Qt is taken apart.
    timed = f"import time; _start = time.perf_counter()\n{code}\nprint(taken)"
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(data),
        "PYTHONPYCACHEPREFIX": str(data / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", timed],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "zjrc_desk"
        set_up(folder, Point(code="ZJ-HZ-0001", name="样例"), ADMIN, PASSWORD, cost=CHEAP)
        # The first of each writes the bytecode.
        pairs = [
            (_seconds(EMPTY, folder.parent), _seconds(OURS, folder.parent))
            for _ in range(TIMES + 1)
        ]
        empty, ours = zip(*pairs[1:], strict=True)
    floor, taken = statistics.median(empty), statistics.median(ours)
    print(f"{'from start to a field that takes keys':40}{'median ms':>10}")
    print(f"{'an empty PySide6 window':40}{floor * 1000:10.0f}")
    print(f"{'the sign-in sheet':40}{taken * 1000:10.0f}   ratio {taken / floor:.2f}")
    return 0 if taken <= AIM * floor else 1


if __name__ == "__main__":
    sys.exit(main())
