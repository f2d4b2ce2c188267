"""The length of a point's audit chain as its batches told it: it only ever grows.

Each manifest says how long the chain was when the batch was sealed and what it ended with.  The
centre can't read the chain, but where a later batch of the same generation tells a shorter one, or
another end of the same length, something was cut off or replaced at the point.  (A restored store
begins a new generation with the shorter chain of its backup.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from zjrc_desk.batches.manifest import Manifest
from zjrc_desk.centre.tables import ReceivedBatch


def note(session: Session, manifest: Manifest) -> list[str]:
    """What is to be named about the chain a batch tells of, against the batches before it."""
    query = select(ReceivedBatch).where(
        ReceivedBatch.point == manifest.point,
        ReceivedBatch.generation == manifest.generation,
        ReceivedBatch.sequence < manifest.sequence,
    )
    before = session.scalars(query.order_by(ReceivedBatch.sequence.desc()).limit(1)).first()
    if before is None:
        return []
    told, now = _told(before.manifest), (manifest.audit_entries, manifest.audit_head)
    if not _shrank(told, now):
        return []
    return [
        f"登记点的审计记录比第 {before.sequence} 批时短或被换过：当时 {told[0]} 条，"
        f"现在 {now[0]} 条；请登记点检查登记库，查明原因。(K03)"
    ]


def shrunk(batches: Iterable[ReceivedBatch]) -> dict[str, list[str]]:
    """By point, the batches (``generation:sequence``) that told a shorter chain than the one
    before them."""
    found: dict[str, list[str]] = {}
    before: dict[tuple[str, int], tuple[int, str]] = {}
    for batch in sorted(batches, key=lambda b: (b.point, b.generation, b.sequence)):
        place, now = (batch.point, batch.generation), _told(batch.manifest)
        if place in before and _shrank(before[place], now):
            found.setdefault(batch.point, []).append(f"{batch.generation}:{batch.sequence}")
        before[place] = now
    return found


def _told(manifest: bytes) -> tuple[int, str]:
    """From a manifest that was checked when it came in."""
    audit = json.loads(manifest)["audit"]
    return int(audit["entries"]), str(audit["head"])


def _shrank(before: tuple[int, str], now: tuple[int, str]) -> bool:
    return now[0] < before[0] or (now[0] == before[0] and now[1] != before[1])
