"""Backing up, checking and restoring a store with 200 MiB of attachments; the floor is a copy.

    python -m tests.bench.bench_backup [--mib 200]

The floor reads the database's file once and writes it once, synced.  A backup reads it twice and
writes it twice (a consistent copy, then the file on the stick), and reads that back.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from zjrc_desk.desk.back_up import back_up
from zjrc_desk.desk.check import check
from zjrc_desk.desk.restore import Credentials, restore
from zjrc_desk.desk.session import set_up, sign_in
from zjrc_desk.registry.tables import Point
from zjrc_desk.store import attachments
from zjrc_desk.store.place import DATABASE

STAFF, PASSWORD = "A001", "correct horse 7"
_PIECE = 10 << 20


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _timed(name: str, work: Callable[[], object], floor: float = 0) -> float:
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    ratio = f"{taken / floor:8.1f}" if floor else f"{'':8}"
    print(f"{name:16}{taken:8.1f}{ratio}{peak:10}", flush=True)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--mib", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        set_up(folder / "store", Point(code="ZJ-HZ-0001", name="样例"), STAFF, PASSWORD)
        desk = sign_in(folder / "store", STAFF, PASSWORD)
        for _ in range(max(1, options.mib * (1 << 20) // _PIECE)):
            with desk.store.write() as session:
                attachments.add(session, os.urandom(_PIECE), "image/jpeg")
        (folder / "stick").mkdir()
        print(f"{'':16}{'seconds':>8}{'x floor':>8}{'peak MiB':>10}")
        database = folder / "store" / DATABASE
        floor = _timed("copy (floor)", lambda: _copy(database, folder / "floor"))
        _timed("backup", lambda: back_up(desk, folder / "stick"), floor)
        _timed("check", lambda: check(desk), floor)
        desk.close()
        (file,) = (folder / "stick").iterdir()
        who = Credentials(STAFF, PASSWORD)
        _timed("restore", lambda: restore(file, folder / "new", who), floor)


if __name__ == "__main__":
    main()
