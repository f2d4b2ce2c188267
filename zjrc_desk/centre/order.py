"""Replay and order: may this batch follow what the centre holds of its point?  Pure, no I/O.

The rules, asked in this order (docs/batch-format.md; codes of the project's list of bad input):

1. The same manifest again is no new batch: the same receipt goes out (O01).
2. A sequence number, or a batch id, that another batch has used is a fork (O02).  Two desks that
   work with copies of one key are found by this or by rule 4 (O06).
3. After a batch of a newer generation none of an older one is taken (O05).
4. ``previous`` is the digest of the batch before (O04 if not).  Where the batch before was never
   held it can't be compared, but it must not name another batch that *is* held.  The first batch
   of a point has none; the first of a later generation names what the restored desk last knew.
5. A gap is accepted and named (O03).
6. A clock that is more than a day off is named (O08).

What rules 2 to 4 stop is put into quarantine: people have to find out which desk is the real one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from zjrc_desk.registry.errors import BatchError

CLOCK_TOLERANCE = timedelta(days=1)
_ASK = "请打电话向登记点核实是不是有两台电脑在用同一个登记库，再由省中心处理。"
_TEXTS = {
    "O02": "这个批次的序号或批次号已经用过，内容却不同，已隔离。",
    "O04": "这个批次接不上本中心收到的上一批次，已隔离。",
    "O05": "登记点恢复备份以后又送来了恢复以前的批次，已隔离。",
}


@dataclass(frozen=True)
class Place:
    """Where a batch stands in the chain of its point; digests are hex SHA-256 of manifests."""

    batch_id: str
    generation: int
    sequence: int
    manifest_sha256: str
    previous: str | None


def check(batch: Place, held: Sequence[Place]) -> None:
    """Raise BatchError O02, O04 or O05 where the batch forks the chain (rules 2 to 4)."""
    slots = {(place.generation, place.sequence): place for place in held}
    here = (batch.generation, batch.sequence)
    if here in slots or any(place.batch_id == batch.batch_id for place in held):
        raise _fork("O02", "sequence or batch id used")
    if any(place.generation > batch.generation for place in held):
        raise _fork("O05", "older generation")
    _check_previous(batch, held, slots.get((batch.generation, batch.sequence - 1)))
    after = slots.get((batch.generation, batch.sequence + 1))
    if after is not None and after.previous != batch.manifest_sha256:
        raise _fork("O04", "the next batch follows another one")


def _check_previous(batch: Place, held: Sequence[Place], before: Place | None) -> None:
    named = next((place for place in held if place.manifest_sha256 == batch.previous), None)
    if batch.sequence == 1:
        if batch.generation == 1 and batch.previous is not None:
            raise _fork("O04", "the first batch names one before it")
        if named is not None and named.generation == batch.generation:
            raise _fork("O04", "the first batch of a generation follows one of the same")
    elif batch.previous is None:
        raise _fork("O04", "not the first batch, but names none before it")
    elif named is not before or (before is None and named is not None):
        raise _fork("O04", "does not follow the batch before it")


def _fork(code: str, detail: str) -> BatchError:
    return BatchError(code, _TEXTS[code], _ASK, detail=detail)


def notes(batch: Place, held: Sequence[Place], sealed_at: datetime, now: datetime) -> list[str]:
    """What is to be named about an accepted batch (rules 5 and 6), plain Chinese sentences."""
    found = []
    if missing := gap_before(batch, held):
        found.append(
            f"{_range(missing)}还没有收到或没有被接收，请登记点查找并补交；"
            "已经退回的批次不用再交。(O03)"
        )
    elif batch.sequence == 1 and batch.previous and not is_known(batch.previous, held):
        found.append("恢复备份以前的最后一个批次还没有收到，请登记点查找。(O03)")
    off = sealed_at - now
    if abs(off) > CLOCK_TOLERANCE:
        direction = "晚" if off > timedelta(0) else "早"
        found.append(
            f"封批时间比省中心收到的时间{direction} {abs(off) // timedelta(days=1)} 天；"
            "如果不是隔了几天才交，请核对登记点电脑的日期和时间。(O08)"
        )
    return found


def is_known(digest: str, held: Iterable[Place]) -> bool:
    """Whether a held batch has this manifest digest."""
    return any(place.manifest_sha256 == digest for place in held)


def gap_before(batch: Place, held: Iterable[Place]) -> range:
    """The sequence numbers that are missing right before ``batch`` in its generation."""
    below = [
        place.sequence
        for place in held
        if place.generation == batch.generation and place.sequence < batch.sequence
    ]
    return range(max(below, default=0) + 1, batch.sequence)


def _range(missing: range) -> str:
    first, last = missing[0], missing[-1]
    return f"第 {first} 批" if first == last else f"第 {first} 至 {last} 批"


def gaps(held: Iterable[Place]) -> list[tuple[int, int, int]]:
    """(generation, first, last) of every run of sequence numbers never received."""
    slots: dict[int, set[int]] = {}
    for place in held:
        slots.setdefault(place.generation, set()).add(place.sequence)
    found = []
    for generation, used in sorted(slots.items()):
        last = 0
        for sequence in sorted(used):
            if sequence > last + 1:
                found.append((generation, last + 1, sequence - 1))
            last = sequence
    return found
