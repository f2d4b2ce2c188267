"""The audit chain as it is looked through: filtered, newest first, with serials for record ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from zjrc_desk.registry.tables import AuditEntry, Registration


@dataclass(frozen=True)
class TrailFilter:
    """``since``, ``until``: local days, YYYY-MM-DD; ``record``: a record id or a serial; what is
    empty does not count."""

    since: str = ""
    until: str = ""
    staff: str = ""
    actions: tuple[str, ...] = ()
    record: str = ""


@dataclass(frozen=True)
class TrailEntry:
    """One entry; ``serial`` is empty where the record id is no registration's (any more)."""

    number: int
    at: str
    staff: str
    action: str
    record_id: str
    serial: str


def look(session: Session, wanted: TrailFilter, first: int, most: int) -> list[TrailEntry]:
    """Entries ``first`` (0) to ``first + most`` of those that are wanted, newest first."""
    query = (
        select(
            *(col(getattr(AuditEntry, name)) for name in ("number", "at", "staff", "action")),
            col(AuditEntry.record_id),
            func.coalesce(col(Registration.serial), ""),
        )
        .outerjoin(Registration, col(Registration.record_id) == col(AuditEntry.record_id))
        .where(*_conditions(session, wanted))
        .order_by(col(AuditEntry.number).desc())
    )
    return [TrailEntry(*row) for row in session.execute(query.offset(first).limit(most))]


def count(session: Session, wanted: TrailFilter) -> int:
    """How many entries are wanted."""
    query = select(func.count()).select_from(AuditEntry).where(*_conditions(session, wanted))
    return int(session.execute(query).scalar_one())


def _conditions(session: Session, wanted: TrailFilter) -> list[Any]:
    day = func.substr(col(AuditEntry.at), 1, 10)
    found: list[Any] = []
    if wanted.since:
        found.append(day >= wanted.since)
    if wanted.until:
        found.append(day <= wanted.until)
    if wanted.staff:
        found.append(col(AuditEntry.staff) == wanted.staff)
    if wanted.actions:
        found.append(col(AuditEntry.action).in_(wanted.actions))
    if wanted.record:
        ids = _ids_of(session, wanted.record)
        found.append(col(AuditEntry.record_id).in_(ids))
    return found


def _ids_of(session: Session, record: str) -> Sequence[str]:
    query = select(col(Registration.record_id)).where(col(Registration.serial) == record)
    return [record, *session.execute(query).scalars()]


def staff_and_actions(session: Session) -> tuple[list[str], list[str]]:
    """Every staff number and every action that occurs, sorted."""
    staff, action = col(AuditEntry.staff), col(AuditEntry.action)
    return (
        sorted(session.execute(select(staff).distinct()).scalars()),
        sorted(session.execute(select(action).distinct()).scalars()),
    )
