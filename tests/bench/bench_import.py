"""Importing the list of 120 rows, against the floor: as many durable commits of bare rows.

    python -m tests.bench.bench_import

Aim: 120 rows in under 3 s.  The floor is the same encrypted file written with one insert and one
commit a row, which is what a transaction a row costs before anything is checked.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import text

from zjrc_desk.desk.import_list import IMPORTED, import_list
from zjrc_desk.desk.session import set_up, sign_in
from zjrc_desk.registry.tables import Point

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"
AIM_SECONDS = 3.0


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        set_up(folder, Point(code="ZJ-HZ-0001", name="样例"), "A001", "correct horse 7")
        desk = sign_in(folder, "A001", "correct horse 7")
        start = time.perf_counter()
        report = import_list(desk, LIST)
        taken = time.perf_counter() - start
        with desk.store.write() as session:
            session.execute(text("CREATE TABLE floor (line TEXT)"))
        start = time.perf_counter()
        for line in LIST.read_text("utf-8-sig").splitlines()[1:]:
            with desk.store.write() as session:
                session.execute(text("INSERT INTO floor VALUES (:line)"), {"line": line})
        floor = time.perf_counter() - start
        desk.close()
    print(f"{'rows':>6} {'in':>5} {'import s':>9} {'floor s':>8} {'ratio':>6}")
    rows = len(report.rows)
    print(f"{rows:6} {report.count(IMPORTED):5} {taken:9.2f} {floor:8.2f} {taken / floor:6.1f}")
    return 0 if taken < AIM_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
