"""``make bench``: every benchmark, each a table with a ratio against a peer or a floor."""

from __future__ import annotations

import subprocess
import sys

NAMES = (
    "bench_start",
    "bench_window",
    "bench_long_work",
    "bench_find",
    "bench_import",
    "bench_lists",
    "bench_letters",
    "bench_papers",
    "bench_seal",
    "bench_backup",
    "bench_statistics",
)


def main() -> int:
    worst = 0
    for name in NAMES:
        print(f"\n== {name}", flush=True)
        # A process each: peaks of memory and warm caches stay its own.
        worst = max(worst, subprocess.call([sys.executable, "-m", f"tests.bench.{name}"]))
    return worst


if __name__ == "__main__":
    sys.exit(main())
