"""The audit chain: who did what when, each entry bound to the one before by SHA-256.

An entry names a record by its id, never a person.  The chain's length and head go into every
batch, so that an end that was cut off shows at the centre.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, desc, select

from zjrc_desk.registry.tables import AuditEntry

START = "0" * 64
#: The action of the entry that says that the clock was set back before it.
SET_BACK = "clock-set-back"
#: Less than that is a clock being put right.
_TOLERANCE = timedelta(minutes=1)


@dataclass(frozen=True)
class Head:
    """How long the chain is and the hash it ends with (64 zeros while it is empty)."""

    entries: int
    hash: str


def _hash(entry: AuditEntry) -> str:
    content = [entry.number, entry.at, entry.staff, entry.action, entry.record_id, entry.previous]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def last_entry(session: Session) -> AuditEntry | None:
    """The newest entry; None while the chain is empty."""
    return session.exec(select(AuditEntry).order_by(desc(AuditEntry.number)).limit(1)).first()


def head(session: Session) -> Head:
    """The end of the chain as this session sees it."""
    last = last_entry(session)
    return Head(0, START) if last is None else Head(last.number, last.hash)


def append(
    session: Session, staff: str, action: str, now: datetime, record_id: str = ""
) -> AuditEntry:
    """Add one entry in the session's transaction, so that act and entry are kept or lost as one.

    Entries are in the order of their numbers.  Where the clock went back since the one before, an
    entry of its own says so first.
    """
    last = last_entry(session)
    if last is not None and action != SET_BACK and went_back(datetime.fromisoformat(last.at), now):
        append(session, staff, SET_BACK, now)
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


def append_once(
    session: Session, staff: str, action: str, now: datetime, record_id: str, *before: str
) -> None:
    """Add an entry, unless the last one is the same act of the same person on the same record, or
    one of the actions ``before``: a form that is saved at every field is changed once."""
    last = last_entry(session)
    if (
        last is None
        or (last.staff, last.record_id) != (staff, record_id)
        or last.action not in (action, *before)
    ):
        append(session, staff, action, now, record_id)


def went_back(before: datetime, now: datetime) -> bool:
    """Whether ``now`` is earlier than the entry before it, by over a minute."""
    return before - now > _TOLERANCE


def set_back(session: Session) -> Sequence[AuditEntry]:
    """The entries that say that the clock was set back, oldest first."""
    query = select(AuditEntry).where(AuditEntry.action == SET_BACK)
    return session.exec(query.order_by(col(AuditEntry.number))).all()


def first_break(session: Session) -> int | None:
    """The number of the first entry that was changed, removed or swapped; None where all hold."""
    expected, previous = 1, START
    query = select(AuditEntry).order_by(col(AuditEntry.number)).execution_options(yield_per=1000)
    for entry in session.exec(query):
        if entry.number != expected or entry.previous != previous or entry.hash != _hash(entry):
            return expected
        expected, previous = expected + 1, entry.hash
    return None


def agrees(session: Session, told: Head) -> bool:
    """Whether the chain still has, at that length, the end that was told of it."""
    if told.entries == 0:
        return told.hash == START
    entry = session.get(AuditEntry, told.entries)
    return entry is not None and entry.hash == told.hash
