"""``make faults``: the long run; its figures replace those in docs/reliability.md."""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ADMIN, CHEAP, PASSWORD, POINT_CODE, TestClock
from tests.faults import kills, pages, refused
from tests.faults.day import enrolled_store, one_batch
from zjrc_desk.desk.session import set_up
from zjrc_desk.registry.tables import Point

#: Kills before a new store is begun, since all that is in one is looked over after each.
PER_STORE = 20
DOCUMENT = Path("docs/reliability.md")
BEGIN, END = "<!-- figures of make faults -->\n", "<!-- end of figures -->\n"


def _stores(base: Path, *names: str) -> Iterator[Path]:
    point = Point(code=POINT_CODE, name="样例登记点", host="样例", phone="0571-87654321")
    set_up(base / "new", point, ADMIN, PASSWORD, TestClock(), cost=CHEAP)
    for name in names:
        (base / name).mkdir()
        enrolled_store(base / "new", base / name / "store")
        yield base / name


def _codes(codes: Counter[str]) -> str:
    return ", ".join(f"{code} {times}" for code, times in sorted(codes.items()))


def _killed(toll: kills.Toll) -> Iterator[str]:
    yield f"SIGKILL at a random moment: {toll.kills} kills, {toll.acknowledged} acts acknowledged"
    yield f"before them; lost or wrong afterwards: {len(toll.lost)}.\n"
    yield "| the act it came into | kills |\n|---|---|"
    yield from (f"| {act} | {times} |" for act, times in sorted(toll.interrupted.items()))


def _refused(damages: list[refused.Damage], step: int) -> Iterator[str]:
    which = "all" if step == 1 else f"one in {step}"
    yield f"\nWrites refused in turn, {which} of an act, and what the person was told.\n"
    yield "| act | error | writes | refused | told | wrong |\n|---|---|---|---|---|---|"
    for one in damages:
        told = _codes(one.codes)
        yield (
            f"| {one.act} | {one.error} | {one.changes} | {one.refused} | {told} "
            f"| {len(one.wrong)} |"
        )


def _damaged(damage: pages.PageDamage) -> Iterator[str]:
    yield f"\nPages damaged in turn: {damage.pages}, found and said: "
    yield f"{damage.pages - len(damage.wrong)} ({_codes(damage.codes)}).\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--step", type=int, default=1, help="refuse every so many-th write")
    parser.add_argument("--seed", type=int, default=20261124)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        rounds = range(0, chosen.kills, PER_STORE)
        stores = _stores(base, *(f"killed-{first}" for first in rounds), "refused", "pages")
        toll = kills.Toll()
        for first in rounds:
            killed, count = next(stores), min(PER_STORE, chosen.kills - first)
            toll += kills.run(killed / "store", killed / "stick", count, chosen.seed + first)
            print(f"{toll.kills} kills", file=sys.stderr, flush=True)
        shim, full = refused.compile_shim(base), next(stores)
        damages = refused.run(full / "store", full / "stick", shim, chosen.step)
        paged = next(stores)
        one_batch(paged / "store", paged / "stick")
        damage = pages.run(paged / "store", paged / "copies", 1)
    lines = [f"Linux, Python {platform.python_version()}; seed {chosen.seed}.\n"]
    lines += [*_killed(toll), *_refused(damages, chosen.step), *_damaged(damage)]
    figures = "\n".join(lines)
    print(figures)
    _write(figures)
    wrong = [*toll.lost, *damage.wrong]
    wrong += [f"{one.act}, {one.error}: {what}" for one in damages for what in one.wrong]
    for what in wrong:
        print("WRONG", what, file=sys.stderr)
    return 1 if wrong else 0


def _write(figures: str) -> None:
    before, _, rest = DOCUMENT.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(before + BEGIN + figures + "\n" + END + after, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
