"""Every write of every act refused in turn, as by a full disk (ENOSPC) or a dying one (EIO).

Runs in a process of its own, under ``LD_PRELOAD=refuse.so``: ``python -m tests.faults.refused
STORE STICK STEP`` prints one JSON object a line.  STEP 1 refuses every write, 5 every fifth.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tests.conftest import CHEAP, PASSWORD
from tests.faults import day
from zjrc_desk.desk import change, erase, keys, register
from zjrc_desk.desk.back_up import back_up
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import batches
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store.backup_file import SUFFIX, read_backup

#: For ``refuse.c``: the write succeeds, and something else is written.
LIE = -1
SOURCE = Path(__file__).with_name("refuse.c")


@dataclass
class Damage:
    """What came of refusing writes of one act: ``changes`` writes it has, ``refused`` in turn."""

    act: str
    error: str
    changes: int = 0
    refused: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Bench:
    """An open desk, and the next person's number."""

    desk: Desk
    stick: Path
    numbers: Iterator[int] = field(default_factory=count)
    out: bool = False

    def draft(self) -> Revision:
        return register.save_draft(self.desk, day.person(next(self.numbers)))

    def witnessed(self) -> Revision:
        return register.witness(self.desk, self.draft())

    def printed(self) -> Revision:
        kept = self.witnessed()
        self.print(kept)
        return self.now(kept)

    def signed(self) -> Revision:
        kept = self.printed()
        self.sign(kept)
        return self.now(kept)

    def print(self, kept: Revision) -> None:
        list(print_letters(self.desk, [self.now(kept).registration.serial]))

    def sign(self, kept: Revision) -> None:
        record_signed(self.desk, [self.now(kept).registration.serial])

    def sign_in(self, _kept: Revision) -> None:
        self.out = True
        self.desk.close()
        self.desk = day.signed_in(self.desk.store.folder)
        self.out = False

    def backups(self) -> list[Path]:
        return list(self.stick.glob(f"*{SUFFIX}"))

    def now(self, kept: Revision) -> Revision:
        return register.open_registration(self.desk, kept.record_id)

    def state(self, kept: Revision) -> str:
        return self.now(kept).state


@dataclass(frozen=True)
class Act:
    """An act: what it needs, how it is done, and how one sees that it was."""

    name: str
    prepare: Callable[[Bench], Any]
    do: Callable[[Bench, Any], object]
    done: Callable[[Bench, Any], bool]


def _retyped(bench: Bench, kept: Revision) -> None:
    typed = bench.now(kept)
    typed.volunteer.room = "3号楼302"
    register.save_draft(bench.desk, typed)


def _handed(bench: Bench, kept: Revision) -> bool:
    batch = next(b for b in batches(bench.desk) if b.batch_id == bench.now(kept).batch_id)
    return batch.state == "sealed" and (bench.stick / batch.file_name).exists()


def _batch_of(bench: Bench, kept: Revision) -> bool:
    return bench.state(kept) == "sealed" and _handed(bench, kept)


def _backed_up(bench: Bench, before: list[Path]) -> bool:
    """Another backup is there, and every one with its final name is whole."""
    there = bench.backups()
    for path in there:
        read_backup(path)
    return set(there) != set(before)


BACK_UP = Act("back up", Bench.backups, lambda b, _there: back_up(b.desk, b.stick), _backed_up)
ACTS = (
    # First, while the file is small: it is rewritten each time.
    Act("erase", Bench.draft, lambda b, r: erase.erase(b.desk, r.record_id, "consent_withdrawn"),
        lambda b, r: b.now(r).kind == "erasure"),
    BACK_UP,
    Act("change the key", Bench.draft,
        lambda b, _r: keys.change_store_key(b.desk, PASSWORD, cost=CHEAP),
        lambda b, r: b.state(r) == "draft"),
    Act("sign in", Bench.draft, Bench.sign_in, lambda b, r: not b.out and b.state(r) == "draft"),
    Act("save a draft", Bench.draft, _retyped, lambda b, r: b.now(r).volunteer.room == "3号楼302"),
    Act("witness", Bench.draft, lambda b, r: register.witness(b.desk, b.now(r)),
        lambda b, r: b.state(r) == "witnessed"),
    Act("print", Bench.witnessed, Bench.print, lambda b, r: b.state(r) == "printed"),
    Act("sign", Bench.printed, Bench.sign, lambda b, r: b.state(r) == "signed"),
    Act("seal", Bench.signed, lambda b, _r: seal_batch(b.desk, b.stick), _batch_of),
    Act("withdraw", Bench.signed,
        lambda b, r: change.withdraw(b.desk, [b.now(r).registration.serial]),
        lambda b, r: b.now(r).kind == "withdrawal"),
)  # fmt: skip


def compile_shim(folder: Path) -> Path:
    """The shim of ``refuse.c``, compiled into ``folder``."""
    made = folder / "refuse.so"
    command = ["cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", str(made), str(SOURCE)]
    subprocess.run([*command, "-ldl"], check=True)
    return made


def run(store: Path, stick: Path, shim: Path, step: int) -> list[Damage]:
    """Refuse every ``step``-th write of every act on ``store``, in another process."""
    command = [sys.executable, "-m", "tests.faults.refused", str(store), str(stick), str(step)]
    done = subprocess.run(
        command, env=os.environ | {"LD_PRELOAD": str(shim)}, capture_output=True, text=True
    )
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    return [Damage(**json.loads(line)) for line in done.stdout.splitlines()]


def _refuse_in_turn(bench: Bench, act: Act, error: int, step: int, below: str) -> Damage:
    shim = ctypes.CDLL(None)
    shim.changes_counted.restype = shim.changes_refused.restype = ctypes.c_long

    def refuse(first: int) -> None:
        # A full disk stays full until somebody makes room; a bad sector is one of many.
        once = error != errno.ENOSPC
        shim.refuse_from(below.encode(), ctypes.c_long(first), error, once)

    damage = Damage(act.name, errno.errorcode.get(error, "other bytes"))
    for first in count(1, step):
        thing = act.prepare(bench)
        refuse(first)
        try:
            act.do(bench, thing)
            said = "no error"
        except ZjrcError as refused:
            said = refused.code
        hit = shim.changes_refused()
        damage.changes = max(damage.changes, shim.changes_counted())
        refuse(0)
        if not act.done(bench, thing):
            if said == "no error":
                damage.wrong.append(f"{first}: acknowledged and not there")
            act.do(bench, thing)
        if not act.done(bench, thing):
            damage.wrong.append(f"{first}: does not work once there is room")
        if not hit:
            return damage
        damage.refused += 1
        damage.codes[said] += 1
    raise AssertionError("unreachable")


def main() -> None:
    store, stick, step = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    stick.mkdir()
    bench = Bench(day.signed_in(store), stick)
    for act in ACTS:
        for error in (errno.ENOSPC, errno.EIO):
            damage = _refuse_in_turn(bench, act, error, step, str(store.parent))
            print(json.dumps(vars(damage), ensure_ascii=False), flush=True)
    damage = _refuse_in_turn(bench, BACK_UP, LIE, step, str(stick))
    print(json.dumps(vars(damage), ensure_ascii=False), flush=True)
    bench.desk.close()


if __name__ == "__main__":
    main()
