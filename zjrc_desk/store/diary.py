"""Reads and writes the diary: the only place that knows how entries lie in the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Integer, and_, between, cast, func, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from zjrc_desk.registry.diary_tables import (
    SYNCED,
    DiaryEntry,
    EntryState,
    Event,
    Shift,
    SyncedEntry,
    TeamMember,
    Visit,
    advance_entry,
)
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.life import DECLARED
from zjrc_desk.registry.tables import Registration, Revision, Volunteer, Witness

E = TypeVar("E", bound=DiaryEntry)


def keep(session: Session, entry: E) -> E:
    """Save a new or edited revision of an entry."""
    if entry.id is None:
        session.add(entry)
        kept = entry
    else:
        kept = session.merge(entry)
    session.flush()
    return kept


def by_id(session: Session, kind: type[E], number: int | None) -> E:
    """The row as it is kept; EntryError F18 where there is none."""
    row = session.get(kind, number) if number is not None else None
    if row is None:
        raise EntryError("F18", "没有找到这条日志。", "请刷新列表，再选一次。")
    return row


def revisions(session: Session, kind: type[E], record_id: str) -> Sequence[E]:
    """All revisions of an entry, oldest first."""
    query = select(kind).where(kind.record_id == record_id).order_by(col(kind.number))
    return session.exec(query).all()


def listed(session: Session, kind: type[E], month: str = "") -> Sequence[E]:
    """Drafts, and what is recorded of ``month`` (YYYY-MM; all where empty); newest first."""
    recorded = and_(col(kind.current), col(kind.day).startswith(month))
    query = select(kind).where(or_(col(kind.state) == EntryState.DRAFT, recorded))
    drafts_first = (col(kind.current), col(kind.day).desc(), col(kind.id).desc())
    return session.exec(query.order_by(*drafts_first)).all()


def members(session: Session) -> Sequence[TeamMember]:
    """Everyone who is or was in the team, by the day of joining."""
    query = select(TeamMember).where(col(TeamMember.current), ~col(TeamMember.void))
    return session.exec(query.order_by(TeamMember.day, col(TeamMember.id))).all()


def declared(session: Session, record_ids: Sequence[str]) -> set[str]:
    """Those of the registrations of which a paper was signed, and whose person was not erased."""
    query = (
        select(Revision.record_id)
        .join(Registration)
        .where(
            col(Revision.record_id).in_(record_ids),
            col(Revision.state).in_(DECLARED),
            ~col(Registration.erased),
        )
    )
    return set(session.exec(query))


def names_of(session: Session, record_ids: Sequence[str]) -> dict[str, str]:
    """Volunteers' names by record id, as their newest revision has them."""
    query = (
        select(Revision.record_id, Volunteer.name)
        .join(Volunteer)
        .where(col(Revision.record_id).in_(record_ids), col(Revision.current))
    )
    return dict(session.exec(query).all())


def registration_by_serial(session: Session, serial: str) -> Registration | None:
    """The registration with that serial."""
    return session.exec(select(Registration).where(Registration.serial == serial)).first()


def waiting(session: Session) -> int:
    """How many entries will go with the next batch."""
    counts = (select(func.count()).where(*_waits(kind)) for kind in SYNCED.values())
    return sum(session.exec(query).one() for query in counts)


def _waits(kind: type[SyncedEntry]) -> tuple[ColumnElement[bool], ...]:
    return col(kind.state) == EntryState.RECORDED, col(kind.batch_id).is_(None)


def assign_to_batch(session: Session, batch_id: str, most: int) -> int:
    """Take what is recorded and in no batch yet, oldest first; returns how many."""
    taken = 0
    for kind in SYNCED.values():
        query = select(kind.id).where(*_waits(kind)).order_by(col(kind.id))
        ids = list(session.exec(query.limit(most - taken)))
        for start in range(0, len(ids), 500):
            some = col(kind.id).in_(ids[start : start + 500])
            session.execute(update(kind).where(some).values(batch_id=batch_id))
        taken += len(ids)
    return taken


def in_batch(session: Session, batch_id: str) -> list[SyncedEntry]:
    """The entries of a batch, in the order they are recorded in it."""
    rows: list[SyncedEntry] = []
    for kind in SYNCED.values():
        query = select(kind).where(kind.batch_id == batch_id).order_by(col(kind.id))
        rows += session.exec(query).all()
    return rows


def move_batch(session: Session, batch_id: str, to: EntryState) -> None:
    """Move every entry of a batch one step in its life."""
    for entry in in_batch(session, batch_id):
        entry.state = advance_entry(entry.state, to)


def take_back_batch(session: Session, batch_id: str) -> None:
    """The batch never left: its entries wait for the next one again."""
    for entry in in_batch(session, batch_id):
        if entry.state == EntryState.SEALED:
            entry.state = advance_entry(entry.state, EntryState.RECORDED)
        entry.batch_id = None


def events_of(session: Session, month: str) -> dict[str, tuple[int, int]]:
    """Events of the month by category: how many, and the people reached."""
    reached = func.sum(cast(col(Event.reached), Integer))
    query = (
        select_columns(col(Event.category), func.count(), reached)
        .where(*_counts(Event, month))
        .group_by(col(Event.category))
    )
    return {str(name): (number, total) for name, number, total in session.execute(query)}


def visits_of(session: Session, month: str) -> tuple[int, int]:
    """Visits of the month: how many, and to how many volunteers."""
    visited = func.count(col(Visit.registration_id).distinct())
    query = select_columns(func.count(), visited).where(*_counts(Visit, month))
    number, people = session.execute(query).one()
    return number, people


def shifts_of(session: Session, month: str) -> Sequence[Shift]:
    """The shifts of the month."""
    return session.exec(select(Shift).where(*_counts(Shift, month))).all()


def witness_acts_of(session: Session, month: str) -> dict[str, int]:
    """How often each member (by record id) stood witness to a declaration of the month.

    A witness is a member where name and document number agree, while the member was in the team.
    """
    member, day = TeamMember, col(Revision.declared_at)
    query = (
        select_columns(col(member.record_id), col(Witness.id))
        .select_from(Revision)
        .join(Witness)
        .join(
            member,
            and_(
                col(member.document_number) == col(Witness.document_number),
                col(member.name) == col(Witness.name),
            ),
        )
        .where(
            col(Revision.state).in_(DECLARED),
            _within(day, month),
            col(member.current),
            ~col(member.void),
            col(member.day) <= day,
            or_(col(member.left_on) == "", col(member.left_on) >= day),
        )
    )
    return dict(Counter(record_id for record_id, _ in session.execute(query)))


def _counts(kind: type[DiaryEntry], month: str) -> tuple[ColumnElement[bool], ...]:
    return col(kind.current).is_(True), ~col(kind.void), _within(col(kind.day), month)


def _within(day: Any, month: str) -> ColumnElement[bool]:
    """A day (YYYY-MM-DD) of that month, as a range: LIKE would use no index."""
    return between(day, f"{month}-01", f"{month}-31")
