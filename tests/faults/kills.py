"""SIGKILL at a random moment of a day's work, again and again on the same store."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from cryptography import x509

from tests.faults import day
from tests.faults.day import Told
from zjrc_desk.batches.certificates import Trust
from zjrc_desk.batches.open import verify_envelope
from zjrc_desk.desk import register
from zjrc_desk.desk.check import check
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import batches
from zjrc_desk.registry.errors import StoreError, ZjrcError
from zjrc_desk.registry.life import State
from zjrc_desk.store.backup_file import SUFFIX, read_backup

#: The states a registration may be in once that act was acknowledged; later ones follow.
_AFTER = {"draft": State.DRAFT, "witness": State.WITNESSED, "print": State.PRINTED,
          "sign": State.SIGNED}  # fmt: skip
_ORDER = list(State)
#: After which act which comes; the kill came into it.
_NEXT = {
    "": "sign in",
    "sign in": "draft",
    "draft": "witness",
    "witness": "print",
    "print": "sign",
    "sign": "seal or draft",
    "seal": "back up",
    "back up": "draft",
}
#: Acts that are waited for before the kill, at most; then a part of the next act goes by.
_ACTS = 16
_LONGEST_ACT_S = 0.15


@dataclass
class Toll:
    """What the kills did."""

    kills: int = 0
    acknowledged: int = 0
    interrupted: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def __add__(self, other: Toll) -> Toll:
        return Toll(
            self.kills + other.kills,
            self.acknowledged + other.acknowledged,
            self.interrupted + other.interrupted,
            self.lost + other.lost,
        )


def _child(folder: Path, stick: Path, first: int, pipe: Connection) -> None:
    day.work(folder, stick, first, pipe.send)


def killed_while_working(
    folder: Path, stick: Path, first: int, chance: random.Random
) -> list[Told]:
    """Let a child work from person ``first`` on, kill it; what it had acknowledged until then."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.day"])
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(folder, stick, first, there))
    child.start()
    there.close()
    told: list[Told] = []
    enough = chance.randrange(_ACTS)
    try:
        while len(told) < enough:
            told.append(here.recv())
        # Nothing to wait for: the moment itself is what is random.
        while here.poll(chance.uniform(0, _LONGEST_ACT_S)) and chance.random() < 0.5:
            told.append(here.recv())
        child.kill()
        while True:
            told.append(here.recv())
    except EOFError:
        # All that it had said is read; a word it was cut off in the middle of was no word.
        child.join()
    assert child.exitcode == -9, f"the child ended by itself: {child.exitcode}"
    return told


def run(folder: Path, stick: Path, kills: int, seed: int) -> Toll:
    """Kill so many children; the store has to keep all that every one of them acknowledged."""
    chance, toll = random.Random(seed), Toll()
    everything: list[Told] = []
    for kill in range(kills):
        told = killed_while_working(folder, stick, 100 * kill, chance)
        everything += told
        toll.kills += 1
        toll.acknowledged += len(told)
        toll.interrupted[_next_act(told)] += 1
        toll.lost += [f"kill {kill}: {what}" for what in what_is_wrong(folder, stick, told)]
    toll.lost += [f"at the end: {what}" for what in what_is_wrong(folder, stick, everything)]
    return toll


def _next_act(told: Sequence[Told]) -> str:
    return _NEXT[told[-1].act if told else ""]


def what_is_wrong(folder: Path, stick: Path, told: Sequence[Told]) -> list[str]:
    """What was acknowledged and is not there, and what is there and should not be."""
    desk = day.signed_in(folder)
    try:
        wrong = [f"{one.act}: {problem}" for one in told for problem in _missing(desk, stick, one)]
        wrong += [f"check: {one.code} {one.message}" for one in check(desk).findings]
        return wrong + _half_batches(desk, stick) + _half_backups(stick)
    finally:
        desk.close()


def _missing(desk: Desk, stick: Path, one: Told) -> list[str]:
    if one.act == "seal":
        sealed = [batch for batch in batches(desk) if batch.batch_id == one.key]
        there = sealed and sealed[0].state == "sealed" and (stick / one.value).exists()
        return [] if there else ["an acknowledged batch is not there"]
    if one.act == "back up":
        # Of one day the newest is kept.
        return [] if list(stick.glob(f"*{SUFFIX}")) else ["an acknowledged backup is not there"]
    if one.act not in _AFTER:
        return []
    try:
        kept = register.open_registration(desk, one.key)
    except ZjrcError as error:
        return [f"a registration is gone: {error.code}"]
    wrong = []
    if _ORDER.index(State(kept.state)) < _ORDER.index(_AFTER[one.act]):
        wrong.append(f"is {kept.state} again")
    if one.act == "draft" and kept.volunteer.name != one.value:
        wrong.append("another name")
    if one.act == "print" and (kept.letter is None or kept.letter.pdf_sha256 != one.value):
        wrong.append("another letter")
    return wrong


def _half_batches(desk: Desk, stick: Path) -> list[str]:
    """A file with a batch's final name is a whole batch, wherever it lies."""
    authority = (desk.store.folder.parent / "centre" / "centre-ca.pem").read_bytes()
    trust = Trust((x509.load_pem_x509_certificate(authority),))
    wrong = []
    for path in (*stick.glob("*.zjrc"), *(desk.store.folder / "outbox").glob("*.zjrc")):
        try:
            verify_envelope(path, trust, now=desk.now(), expected_point=desk.point.code)
        except ZjrcError as error:
            wrong.append(f"half a batch: {error.code}")
    return wrong


def _half_backups(stick: Path) -> list[str]:
    """A file with a backup's final name is a whole backup."""
    wrong = []
    for path in stick.glob(f"*{SUFFIX}"):
        try:
            read_backup(path)
        except StoreError as error:
            wrong.append(f"half a backup: {error.code}")
    return wrong
