"""Events and visits of a point's diary into the register.

They declare nothing, so they lie in a table of their own and never enter the who-wins rule.  One
(record_id, revision) with the same content again is unchanged, with other content a fork; of an
entry the newest revision counts, whichever order they arrive in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import rfc8785
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zjrc_desk.batches.receipt import RecordAnswer
from zjrc_desk.centre.erasure import tombstone, without_words
from zjrc_desk.centre.tables import ReceivedEntry
from zjrc_desk.registry.diary_tables import Event, Visit
from zjrc_desk.registry.rules.base import Problem
from zjrc_desk.registry.rules.diary import event_content, visit_content

RETURNED, UNCHANGED, ACCEPTED = "returned", "unchanged", "accepted"
#: A point's clock may be a day ahead without anything being wrong with an entry.
_CLOCK = timedelta(days=1)


@dataclass(frozen=True)
class Sender:
    """The batch an entry came with; ``today``: the centre's day of receipt."""

    point: str
    batch_id: str
    today: date


def take(session: Session, record: dict[str, Any], sender: Sender) -> RecordAnswer | None:
    """Keep one entry (its schema holds) and answer it; None where it forks what is held."""
    key = (str(record["record_id"]), int(record["revision"]))
    digest = hashlib.sha256(rfc8785.dumps(record)).hexdigest()
    held = session.get(ReceivedEntry, key)
    if held is not None:
        if held.point != sender.point or held.record_sha256 != digest:
            return None
        returned = held.status == RETURNED
        return RecordAnswer(*key, RETURNED if returned else UNCHANGED, tuple(held.reasons))
    others = session.scalars(select(ReceivedEntry).where(ReceivedEntry.record_id == key[0])).all()
    if any((o.point, o.kind) != (sender.point, record["kind"]) for o in others):
        return None
    reasons = faults(record, sender)
    row = ReceivedEntry(
        record_id=key[0],
        revision=key[1],
        point=sender.point,
        batch_id=sender.batch_id,
        kind=record["kind"],
        day=record["day"],
        void=record["void"],
        reached=record.get("reached", 0),
        record_sha256=digest,
        status=RETURNED if reasons else ACCEPTED,
        reasons=reasons,
        body=_kept(session, record),
    )
    session.add(row)
    good = [one for one in (*others, row) if one.status == ACCEPTED]
    for one in good:
        one.current = one.revision == max(other.revision for other in good)
    session.flush()
    return RecordAnswer(*key, row.status, tuple(reasons))


def _kept(session: Session, record: dict[str, Any]) -> dict[str, Any]:
    """What is kept of an entry: of a visit that arrives after its person was erased no words."""
    visit = record["kind"] == "visit"
    if visit and tombstone(session, record["registration"]["record_id"]) is not None:
        return without_words(record)
    return record


def faults(record: dict[str, Any], sender: Sender) -> list[str]:
    """Why an entry can't be accepted: Chinese sentences without names; empty where it can."""
    found = [f"{p.field}:{p.sentence()}({p.code})" for p in _asked(record, sender.today + _CLOCK)]
    if record["kind"] == "visit" and not _own(record["registration"]["serial"], sender.point):
        found.append("登记编号不是这个登记点的编号，请核对走访的是谁。(S11)")
    return list(dict.fromkeys(found))


def _own(serial: str, point: str) -> bool:
    return serial.startswith(f"{point}-")


def _asked(record: dict[str, Any], today: date) -> Iterator[Problem]:
    """The registry's rules, asked again on what was received."""
    if record["kind"] == "event":
        told = {name: record[name] for name in ("day", "category", "place", "topics")}
        return event_content(Event(**told, reached=str(record["reached"])), today)
    serial = record["registration"]["serial"]
    return visit_content(Visit(day=record["day"], given=record["given"], serial=serial), today)


def diary_counts(session: Session) -> dict[str, int]:
    """Entries that count, by kind, and the people reached by events."""
    query = (
        select(ReceivedEntry.kind, func.count(), func.sum(ReceivedEntry.reached))
        .where(ReceivedEntry.current.is_(True), ReceivedEntry.void.is_(False))
        .group_by(ReceivedEntry.kind)
    )
    counts = {"event": 0, "visit": 0, "reached": 0}
    for kind, number, reached in session.execute(query):
        counts[str(kind)] = int(number)
        counts["reached"] += int(reached)
    return counts
