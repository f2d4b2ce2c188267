"""Erasing a person at the centre (个人信息保护法 47), in the transaction of the batch that asks.

What stays of a record: its id, revisions, serial, point, batch, dates, kinds, and that it was
erased.  A withdrawal or refusal also keeps the keyed pseudonym of the person, so that it stands on
without name and number (:mod:`in_force`, rule 7); of a wish even that goes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from zjrc_desk.batches.certificates import Signer
from zjrc_desk.batches.receipt import read_again, write_receipt
from zjrc_desk.centre.in_force import ENDING
from zjrc_desk.centre.tables import (
    IssuedStatement,
    Quarantined,
    ReceivedBatch,
    ReceivedEntry,
    ReceivedRecord,
    RecordAttachment,
    StoredAttachment,
)
from zjrc_desk.registry.diary_tables import GONE

ERASED = "erased"
LATE = "这份登记的个人信息已按请求删除，省中心没有保存它的内容。"
AFTER = "这份登记的个人信息已经删除，不能再有新版本；本人又愿意登记的，请作为新的登记上报。"


def tombstone(session: Session, record_id: str) -> int | None:
    """The revision by which a record was erased; None while it was not."""
    query = select(ReceivedRecord.revision).where(
        ReceivedRecord.record_id == record_id,
        ReceivedRecord.kind == "erasure",
        ReceivedRecord.status != "returned",
    )
    return session.scalar(query)


def empty(row: ReceivedRecord) -> None:
    """Take the person out of one revision."""
    row.status, row.in_force = ERASED, False
    row.body, row.record_sha256, row.wish, row.reasons = None, "", row.kind, []
    if row.kind not in ENDING:
        row.person = None


def erase_record(session: Session, record_id: str, signer: Signer) -> None:
    """Take the person out of everything the centre keeps of a record.

    Attachments nobody else refers to are marked; intake removes their files.
    """
    rows = session.scalars(select(ReceivedRecord).where(ReceivedRecord.record_id == record_id))
    for row in rows:
        if row.kind != "erasure":
            empty(row)
    session.execute(update(Quarantined).where(Quarantined.record_id == record_id).values(body=None))
    # The number stays used up; the token holds a hash of name and number.
    session.execute(
        update(IssuedStatement).where(IssuedStatement.record_id == record_id).values(token="")
    )
    _take_from_visits(session, record_id)
    _take_from_receipts(session, record_id, signer)
    session.execute(delete(RecordAttachment).where(RecordAttachment.record_id == record_id))
    session.flush()
    used = select(RecordAttachment.sha256)
    session.execute(
        update(StoredAttachment).where(StoredAttachment.sha256.not_in(used)).values(doomed=True)
    )
    session.expire_all()


def _take_from_visits(session: Session, record_id: str) -> None:
    """A visit still counts; what was brought is a free text, and goes."""
    visited = ReceivedEntry.body["registration"]["record_id"].as_string()
    query = select(ReceivedEntry).where(ReceivedEntry.kind == "visit", visited == record_id)
    for entry in session.scalars(query):
        entry.body = without_words(entry.body)


def without_words(visit: dict[str, Any]) -> dict[str, Any]:
    """The record of a visit to a person who was erased."""
    return visit | {"given": GONE}


def _take_from_receipts(session: Session, record_id: str, signer: Signer) -> None:
    """The 证明 also lies in the receipts that brought it: they are signed again without it."""
    of_record = select(ReceivedRecord.batch_id).where(ReceivedRecord.record_id == record_id)
    query = select(ReceivedBatch).where(
        ReceivedBatch.batch_id.in_(of_record), ReceivedBatch.receipt != b""
    )
    for batch in session.scalars(query):
        receipt = read_again(batch.receipt)
        answers = tuple(
            replace(answer, certificate=None) if answer.record_id == record_id else answer
            for answer in receipt.records
        )
        if answers != receipt.records:
            batch.receipt = write_receipt(replace(receipt, records=answers), signer)
