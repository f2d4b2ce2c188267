"""The audit chain: who did what when, each entry bound to the one before by SHA-256.

An entry names a record by its id, never a person.  The chain's length and head go into every
batch, so that an end that was cut off shows at the centre.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, desc, select

from zjrc_desk.registry.tables import AuditEntry

START = "0" * 64


@dataclass(frozen=True)
class Head:
    """How long the chain is and the hash it ends with (64 zeros while it is empty)."""

    entries: int
    hash: str


def _hash(entry: AuditEntry) -> str:
    content = [entry.number, entry.at, entry.staff, entry.action, entry.record_id, entry.previous]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def head(session: Session) -> Head:
    """The end of the chain as this session sees it."""
    last = session.exec(select(AuditEntry).order_by(desc(AuditEntry.number)).limit(1)).first()
    return Head(0, START) if last is None else Head(last.number, last.hash)


def append(
    session: Session, staff: str, action: str, now: datetime, record_id: str = ""
) -> AuditEntry:
    """Add one entry in the session's transaction, so that act and entry are kept or lost as one."""
    end = head(session)
    entry = AuditEntry(
        number=end.entries + 1,
        at=now.isoformat(timespec="milliseconds"),
        staff=staff,
        action=action,
        record_id=record_id,
        previous=end.hash,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    return entry


def first_break(session: Session) -> int | None:
    """The number of the first entry that was changed, removed or swapped; None where all hold."""
    expected, previous = 1, START
    for entry in session.exec(select(AuditEntry).order_by(AuditEntry.number)):  # type: ignore[arg-type]
        if entry.number != expected or entry.previous != previous or entry.hash != _hash(entry):
            return expected
        expected, previous = expected + 1, entry.hash
    return None
