"""A list of many rows: reading, importing and exporting; seconds, and the peak of memory.

    python -m tests.bench.bench_lists [--rows 50000] [--read-only]

There is no aim but that memory stays bounded and a row costs the same among many: the import
commits every few rows, so that what is in stays in.  50,000 rows take half an hour and more; the
2,000 of ``make bench`` show what a row costs.
"""

from __future__ import annotations

import argparse
import csv
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.people import citizen_number
from zjrc_desk.desk.export_list import export_list
from zjrc_desk.desk.import_list import IMPORTED, import_list
from zjrc_desk.desk.list_columns import COLUMNS, standard_fields
from zjrc_desk.desk.list_file import open_list
from zjrc_desk.desk.session import set_up, sign_in
from zjrc_desk.desk.write_workbook import workbook
from zjrc_desk.registry.tables import Point

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"
_DAYS = 9000


def _many(count: int) -> list[list[str]]:
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        first = next(csv.DictReader(file))
    rows = []
    for number in range(count):
        born = date(1930, 1, 1) + timedelta(days=number % _DAYS)
        changed = first | {
            "证件号码": citizen_number(f"{born:%Y%m%d}", 2 * (number // _DAYS) + 100),
            "出生日期": born.isoformat(),
            "性别": "女",
            "家书": f"{number} 孩子们，请尊重我的决定，一切从简。",
        }
        rows.append([changed[name] for name in COLUMNS])
    return rows


def _read(path: Path) -> int:
    file = open_list(path)
    fields = standard_fields(file.header)
    assert fields is not None
    return sum(1 for _ in file.rows(fields))


def _timed(name: str, work: Callable[[], int]) -> None:
    start = time.perf_counter()
    done = work()
    taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name:16}{done:8}{taken:10.1f}{1000 * taken / done:10.2f}{peak:10}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=2_000)
    parser.add_argument("--read-only", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = _many(options.rows)
        with (folder / "l.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([COLUMNS, *rows])
        (folder / "l.xlsx").write_bytes(workbook(COLUMNS, rows))
        del rows
        print(f"{'':16}{'rows':>8}{'seconds':>10}{'ms a row':>10}{'peak MiB':>10}")
        _timed("read CSV", lambda: _read(folder / "l.csv"))
        _timed("read XLSX", lambda: _read(folder / "l.xlsx"))
        if options.read_only:
            return
        set_up(folder / "s", Point(code="ZJ-HZ-0001", name="样例"), "A001", "correct horse 7")
        desk = sign_in(folder / "s", "A001", "correct horse 7")
        _timed("import CSV", lambda: import_list(desk, folder / "l.csv").count(IMPORTED))
        _timed("export XLSX", lambda: export_list(desk, folder / "out.xlsx"))
        desk.close()


if __name__ == "__main__":
    main()
