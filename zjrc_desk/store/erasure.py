"""Taking a person out of the store (个人信息保护法 47): the tables that hold them, all at once.

What is declared goes by the trigger ``registration_erased`` (migration 0005), in the statement that
sets the mark; the rest of what is kept on a registration goes here, in the same transaction.
"""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.tables import (
    Attachment,
    AttachmentChunk,
    Certificate,
    Receipt,
    Registration,
    Revision,
    RevisionAttachment,
)
from zjrc_desk.store.store import SCRUB_DUE


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


def _remove_unused(session: Session, digests: set[str]) -> None:
    query = select(RevisionAttachment.sha256).where(col(RevisionAttachment.sha256).in_(digests))
    used = set(session.exec(query))
    for digest in digests - used:
        session.execute(delete(AttachmentChunk).where(col(AttachmentChunk.sha256) == digest))
        session.execute(delete(Attachment).where(col(Attachment.sha256) == digest))
