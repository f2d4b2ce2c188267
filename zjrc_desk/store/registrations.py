"""Reads and writes registrations: the only place that knows how they lie in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.registry.life import EDITABLE, State, advance
from zjrc_desk.registry.rules.text import same_name
from zjrc_desk.registry.serial import make_serial
from zjrc_desk.registry.tables import (
    Attachment,
    Consent,
    Executor,
    Intention,
    Point,
    Referral,
    Registration,
    Revision,
    RevisionAttachment,
    SearchRow,
    Staff,
    Volunteer,
    WitnessStatement,
)
from zjrc_desk.store import attachments, search

#: State of a batch whose records went with another one.
LOST = "lost"


@dataclass(frozen=True)
class Summary:
    """One line of a list: what is shown without opening the registration."""

    record_id: str
    serial: str
    name: str
    document_number: str
    phone: str
    room: str
    kind: str
    state: str
    declared_at: str
    duplicate: bool


def blank_revision() -> Revision:
    """A revision with all its parts, nothing entered yet; it has no record id so far."""
    return Revision(
        record_id="",
        volunteer=Volunteer(),
        intention=Intention(),
        executor=Executor(),
        statement=WitnessStatement(),
        consent=Consent(),
    )


def point(session: Session) -> Point:
    """The point this store belongs to."""
    return session.exec(select(Point)).one()


def start(session: Session, now: datetime, source_digest: str | None = None) -> Registration:
    """A new registration with its serial; revisions are added to it by :func:`keep`."""
    here = point(session)
    here.last_number += 1
    registration = Registration(
        record_id=uuid7(now),
        serial=make_serial(here.code, here.generation, here.last_number),
        source_digest=source_digest,
        created_at=now.isoformat(timespec="seconds"),
    )
    session.add(registration)
    return registration


def keep(session: Session, revision: Revision) -> Revision:
    """Save a revision (new or edited) as the newest of its registration, and what finds it."""
    if revision.id is None:
        session.add(revision)
        kept = revision
    else:
        kept = session.merge(revision)
    session.flush()
    # Loaded now, because the revision is used after the session ended.
    for part in ("registration", "letter", "kin", "witnesses", "overrides", "attachments"):
        getattr(kept, part)
    if kept.current:
        search.index(session, kept)
    return kept


def keep_typed(session: Session, revision: Revision) -> Revision:
    """:func:`keep` for what is on a form: a copy is saved, so that a refused write leaves nothing
    behind in what will be saved again (keys that were given, the registration that was begun)."""
    kept = keep(session, session.merge(revision))
    revision.id = kept.id
    return kept


def revision_of(session: Session, record_id: str) -> Revision:
    """The newest revision of a registration; EntryError F18 where there is none."""
    query = select(Revision).where(Revision.record_id == record_id, col(Revision.current))
    return _found(session.exec(query).first())


def any_record(session: Session) -> str | None:
    """A registration, whichever comes first; none in an empty store."""
    return session.exec(select(Revision.record_id).limit(1)).first()


def id_of(session: Session, record_id: str) -> int:
    """The key of the newest revision; EntryError F18 where there is none."""
    found = newest(session, record_id)
    if found is None:
        raise _not_found()
    return found[0]


def newest(session: Session, record_id: str) -> tuple[int, str] | None:
    """Key and state of the newest revision; None where there is no such registration."""
    query = select(col(Revision.id), col(Revision.state)).where(
        Revision.record_id == record_id, col(Revision.current)
    )
    row = session.execute(query).first()
    return None if row is None else (int(row[0]), str(row[1]))


def currents(session: Session, record_ids: Sequence[str]) -> Sequence[Revision]:
    """The newest revisions of those registrations, in that order."""
    query = select(Revision).where(col(Revision.record_id).in_(record_ids), col(Revision.current))
    found = {revision.record_id: revision for revision in session.exec(query).unique()}
    return [found[record_id] for record_id in record_ids if record_id in found]


def revisions_of(session: Session, record_id: str) -> Sequence[Revision]:
    """All revisions of a registration, oldest first."""
    query = select(Revision).where(Revision.record_id == record_id).order_by(col(Revision.number))
    return session.exec(query).all()


def numbered(session: Session, record_id: str, number: int) -> Revision:
    """One revision of a registration by its number; EntryError F18 where there is none."""
    query = select(Revision).where(Revision.record_id == record_id, Revision.number == number)
    return _found(session.exec(query).first())


def last_number(session: Session, record_id: str) -> int:
    """The highest number of a registration's revisions; abandoned drafts keep theirs."""
    query = select(func.max(Revision.number)).where(Revision.record_id == record_id)
    return session.exec(query).one()


def by_serial(session: Session, serial: str) -> Revision:
    """The newest revision of the registration with that serial; EntryError F18 if unknown."""
    query = (
        select(Revision)
        .join(Registration)
        .where(Registration.serial == serial, col(Revision.current))
    )
    return _found(session.exec(query).first())


def _found(revision: Revision | None) -> Revision:
    if revision is None:
        raise _not_found()
    return revision


def _not_found() -> EntryError:
    return EntryError("F18", "没有找到这份登记。", "请核对编号，或用姓名、证件号码查询。")


def by_person(session: Session, document_type: str, document_number: str) -> Sequence[Registration]:
    """Registrations whose newest revision is of the person with that document, oldest first."""
    query = (
        select(Registration)
        .join(Revision)
        .join(Volunteer)
        .where(
            Volunteer.document_number == document_number,
            Volunteer.document_type == document_type,
            col(Revision.current),
        )
    )
    return session.exec(query.order_by(Registration.serial)).unique().all()


def by_name(session: Session, name: str, birth_date: str) -> Sequence[Registration]:
    """Registrations whose newest revision is of somebody of that name (spaces do not count), born
    on that day, oldest first."""
    query = (
        select(Registration, Volunteer.name)
        .select_from(Registration)
        .join(Revision)
        .join(Volunteer)
        .where(Volunteer.birth_date == birth_date, col(Revision.current))
    )
    born = session.exec(query.order_by(Registration.serial))
    return [registration for registration, other in born if same_name(name, other)]


def mark_duplicate(session: Session, record_id: str, of: str) -> None:
    """Note that a draft is of the person of another registration."""
    session.get_one(Registration, record_id).duplicate_of = of


def discard(session: Session, record_id: str) -> None:
    """Remove a registration of which nothing is frozen, with the attachments nobody else has; its
    serial is never given out again."""
    search.forget(session, record_id)
    gone = session.get_one(Registration, record_id)
    digests = {link.sha256 for one in gone.revisions for link in one.attachments}
    session.delete(gone)
    of_it = col(Registration.duplicate_of) == record_id
    session.execute(update(Registration).where(of_it).values(duplicate_of=None))
    session.flush()
    for digest in digests:
        attachments.remove_unused(session, digest)


def unfinished_of_person(
    session: Session, record_id: str, document_type: str, document_number: str
) -> Sequence[Registration]:
    """Other registrations of the person that were never witnessed, deleted drafts that can still
    be brought back too: the same document, or marked as the duplicate of ``record_id``."""
    same = and_(
        col(Volunteer.document_type) == document_type,
        col(Volunteer.document_number) == document_number,
        col(Volunteer.document_number) != "",
    )
    query = (
        select(Registration)
        .join(Revision)
        .join(Volunteer)
        .where(
            or_(same, col(Registration.duplicate_of) == record_id),
            col(Registration.record_id) != record_id,
            col(Revision.state).in_(EDITABLE),
            col(Revision.number) == 1,
        )
    )
    return session.exec(query.order_by(Registration.serial)).unique().all()


def by_source(session: Session, digest: str) -> Registration | None:
    """The registration that came from exactly that row of a list."""
    return session.exec(select(Registration).where(Registration.source_digest == digest)).first()


def in_states(session: Session, *states: State, current_only: bool = True) -> Sequence[Revision]:
    """Revisions in those states, in the order of their serials."""
    query = select(Revision).join(Registration).where(col(Revision.state).in_(states))
    if current_only:
        query = query.where(col(Revision.current))
    return session.exec(query.order_by(Registration.serial, col(Revision.number))).unique().all()


def in_batch(session: Session, batch_id: str) -> Sequence[Revision]:
    """The revisions that went out with a batch."""
    return session.exec(select(Revision).where(Revision.batch_id == batch_id)).unique().all()


def ids_of_batch(session: Session, batch_id: str) -> Sequence[int]:
    """Row ids of the revisions of a batch, in the order they are recorded in it."""
    query = select(Revision.id).where(Revision.batch_id == batch_id).order_by(col(Revision.id))
    return [number for number in session.exec(query) if number is not None]


def by_ids(session: Session, ids: Sequence[int]) -> Sequence[Revision]:
    """Revisions by row id, in that order."""
    query = select(Revision).where(col(Revision.id).in_(ids)).order_by(col(Revision.id))
    return session.exec(query).unique().all()


def assign_to_batch(
    session: Session, batch_id: str, most: int, most_files: int, most_bytes: int
) -> int:
    """Take what is signed and in no batch yet, oldest first; returns how many.

    ``most`` revisions, with so many attachments of so many bytes, whichever is reached first;
    what is left waits for the next batch.
    """
    waiting = (
        select(Revision.id, func.count(col(Attachment.size)), func.sum(col(Attachment.size)))
        .select_from(Revision)
        .outerjoin(RevisionAttachment)
        .outerjoin(Attachment)
        .where(Revision.state == State.SIGNED, col(Revision.batch_id).is_(None))
        .group_by(col(Revision.id))
        .order_by(col(Revision.id))
        .limit(most)
    )
    ids = []
    for number, files, size in session.exec(waiting):
        most_files, most_bytes = most_files - files, most_bytes - (size or 0)
        if most_files < 0 or most_bytes < 0:
            break
        ids.append(number)
    for start in range(0, len(ids), 500):
        session.execute(
            update(Revision)
            .where(col(Revision.id).in_(ids[start : start + 500]))
            .values(batch_id=batch_id)
        )
    return len(ids)


def move_batch(session: Session, batch_id: str, to: State) -> None:
    """Move every revision of a batch one step in its life, as :func:`life.advance` allows it."""
    states = session.exec(select(Revision.state).where(Revision.batch_id == batch_id).distinct())
    for state in list(states):
        advance(state, to)
    session.execute(update(Revision).where(col(Revision.batch_id) == batch_id).values(state=to))


def take_back_batch(session: Session, batch_id: str) -> None:
    """The batch never left: what is in it waits for the next one again."""
    mine = col(Revision.batch_id) == batch_id
    sealed = col(Revision.state) == State.SEALED
    # Of a person who was erased meanwhile nothing is left that could go again.
    erased = select(Registration.record_id).where(col(Registration.erased))
    gone = col(Revision.record_id).in_(erased) & (col(Revision.kind) != "erasure")
    session.execute(update(Revision).where(mine, sealed, gone).values(state=State.ERASED))
    session.execute(update(Revision).where(mine, sealed).values(state=State.SIGNED))
    session.execute(update(Revision).where(mine).values(batch_id=None))


def counts(session: Session) -> dict[tuple[str, State], int]:
    """How many registrations there are, by the kind and the state of their newest revision."""
    query = (
        select(Revision.kind, Revision.state, func.count())
        .where(col(Revision.current))
        .group_by(Revision.kind, Revision.state)
    )
    return {(kind, State(state)): number for kind, state, number in session.exec(query)}


def referred(session: Session, serial: str) -> bool:
    """Whether somebody with that serial, of whichever point, was referred for a will."""
    return session.exec(select(Referral.id).where(Referral.serial == serial)).first() is not None


def staff_names(session: Session) -> dict[str, str]:
    """The names of all who ever had an account, by staff number."""
    return {one.number: one.name for one in session.exec(select(Staff))}


def batches(session: Session) -> Sequence[Batch]:
    """All batches, newest first."""
    order = (col(Batch.generation).desc(), col(Batch.sequence).desc())
    return session.exec(select(Batch).order_by(*order)).all()


def summaries(session: Session, slots: Sequence[int]) -> list[Summary]:
    """The lines of those search rows, in that order; one forgotten meanwhile is left out."""
    query = select_columns(
        col(SearchRow.slot),
        *(
            col(getattr(SearchRow, name))
            for name in ("record_id", "serial", "name", "document_number", "mobile", "room")
        ),
        *(col(getattr(SearchRow, name)) for name in ("kind", "state", "declared_at")),
        col(Registration.duplicate_of).is_not(None),
    ).join(Registration)
    query = query.where(col(SearchRow.slot).in_(slots))
    lines = {slot: Summary(*rest) for slot, *rest in session.execute(query)}
    return [lines[slot] for slot in slots if slot in lines]
