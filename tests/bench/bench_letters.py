"""107 letters, signed, against the floor: the same text by ReportLab alone on one page each.

    python -m tests.bench.bench_letters [--letters 107]

Aim: 107 letters in under 15 s, printed as the program prints them (token, layout, signature, kept
in the store).  Memory must not grow from the first tenth of the job to the last.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from zjrc_desk.desk.import_list import import_list
from zjrc_desk.desk.print_letter import print_letters, waiting
from zjrc_desk.desk.session import set_up, sign_in
from zjrc_desk.letters.fonts import base_face
from zjrc_desk.registry.tables import Point

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"
AIM_SECONDS = 15.0
TEXT = "身后把遗体捐给医学，请家人不必难过，一切从简。" * 40


def _floor(count: int) -> float:
    start = time.perf_counter()
    for _ in range(count):
        canvas = Canvas(io.BytesIO(), initialFontName=base_face())
        canvas.setFont(base_face(), 12)
        for line in range(0, len(TEXT), 35):
            canvas.drawString(60, 780 - line // 2, TEXT[line : line + 35])
        canvas.showPage()
        canvas.save()
    return time.perf_counter() - start


def _memory_kib() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0])


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=107)
    count = parser.parse_args().letters
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        set_up(folder, Point(code="ZJ-HZ-0001", name="样例"), "A001", "correct horse 7")
        desk = sign_in(folder, "A001", "correct horse 7")
        import_list(desk, LIST)
        serials = waiting(desk)[:count]
        start = time.perf_counter()
        memory = []
        for _ in print_letters(desk, serials):
            memory.append(_memory_kib())
        taken = time.perf_counter() - start
        desk.close()
    floor = _floor(len(serials))
    tenth = max(1, len(memory) // 10)
    grown = (memory[-1] - memory[tenth]) // 1024
    print(f"{'letters':>8} {'print s':>8} {'floor s':>8} {'ratio':>6} {'memory grown MiB':>17}")
    print(f"{len(serials):8} {taken:8.2f} {floor:8.2f} {taken / floor:6.1f} {grown:17}")
    return 0 if taken < AIM_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
