"""Taking a person out of the store (个人信息保护法 47): the tables that hold them, all at once.

What is declared goes by the trigger ``registration_erased`` (migration 0005), and what visits to
the person say by ``registration_erased_visits`` (0009), in the statement that sets the mark; the
rest of what is kept on a registration goes here, in the same transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, literal, or_, update
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from zjrc_desk.registry.batch_tables import Certificate, Receipt
from zjrc_desk.registry.diary_tables import TeamMember
from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.tables import (
    Attachment,
    AttachmentChunk,
    Executor,
    Kin,
    Registration,
    Revision,
    RevisionAttachment,
    Volunteer,
    Witness,
)
from zjrc_desk.store.store import SCRUB_DUE

_NAMING: Mapping[str, Any] = {"kin": Kin, "executor": Executor, "witness": Witness}


def remove_person(session: Session, record_id: str) -> None:
    """Remove all content of a registration; its ids, serial, dates, kinds and states stay.

    Rows of this registration that were loaded before must not be written afterwards.
    """
    of_record = select(Revision.id).where(Revision.record_id == record_id)
    mine = select(RevisionAttachment.sha256).where(
        col(RevisionAttachment.revision_id).in_(of_record)
    )
    digests = set(session.exec(mine))
    digests.update(session.exec(select(Paper.pdf_sha256).where(Paper.record_id == record_id)))
    batches = select(Revision.batch_id).where(
        Revision.record_id == record_id, col(Revision.batch_id).is_not(None)
    )
    # The receipt of a batch holds the 证明's token, and the token a hash of name and number that
    # whoever has a list of people could try out.  Its answers are kept with their registrations.
    session.execute(update(Receipt).where(col(Receipt.batch_id).in_(batches)).values(content=b""))
    session.execute(delete(Certificate).where(col(Certificate.record_id) == record_id))
    session.execute(
        update(Registration)
        .where(col(Registration.record_id) == record_id)
        .values(erased=True, source_digest=None, duplicate_of=None)
    )
    _remove_unused(session, digests)
    session.connection().exec_driver_sql(f"PRAGMA user_version = {SCRUB_DUE}")
    session.expire_all()


@dataclass(frozen=True)
class Naming:
    """Where somebody else's record names a person, as ``kin``, ``executor``, ``witness`` (then with
    the registration's serial) or ``member`` of the team; ``sure``: by the document's number."""

    serial: str
    role: str
    sure: bool


def namings(session: Session, record_id: str) -> list[Naming]:
    """Where other records, in what counts of them now, name the person of a registration.

    By number, or by name with spaces left out; drafts too.  Older revisions may name them as well.
    """
    of_record = select(Revision.id).where(Revision.record_id == record_id)
    query = select(Volunteer).where(col(Volunteer.revision_id).in_(of_record))
    people = session.exec(query).all()
    numbers = {one.document_number for one in people} - {""}
    names = {_plain(one.name) for one in people} - {""}
    found = []
    for role, table in _NAMING.items():
        naming = (
            select_columns(col(Registration.serial), _number(table))
            .select_from(Registration)
            .join(Revision)
            .join(table)
            .where(col(Revision.current), col(Registration.record_id) != record_id)
            .where(_is_one_of(table, names, numbers))
            .order_by(Registration.serial)
        )
        rows = session.execute(naming)
        found += [Naming(serial, role, number in numbers) for serial, number in rows]
    team = select_columns(col(TeamMember.document_number)).where(
        col(TeamMember.current), _is_one_of(TeamMember, names, numbers)
    )
    found += [Naming("", "member", number in numbers) for (number,) in session.execute(team)]
    return list(dict.fromkeys(found))


def _number(table: Any) -> Any:
    """The document number of a table's people; kin have none."""
    return getattr(table, "document_number", literal(""))


def _is_one_of(table: Any, names: Collection[str], numbers: Collection[str]) -> Any:
    return or_(func.replace(table.name, " ", "").in_(names), _number(table).in_(numbers))


def _plain(name: str) -> str:
    return name.replace(" ", "")


def _remove_unused(session: Session, digests: set[str]) -> None:
    query = select(RevisionAttachment.sha256).where(col(RevisionAttachment.sha256).in_(digests))
    used = set(session.exec(query))
    for digest in digests - used:
        session.execute(delete(AttachmentChunk).where(col(AttachmentChunk.sha256) == digest))
        session.execute(delete(Attachment).where(col(Attachment.sha256) == digest))
