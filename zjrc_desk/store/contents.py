"""Does what is kept agree with itself?  Chain, attachments, batches, search rows.

Each function reads in the session it is given and yields what it finds wrong; a registration is
named by its serial or record id, never by the person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.diary_tables import SYNCED
from zjrc_desk.registry.tables import (
    Attachment,
    Backup,
    Registration,
    Revision,
    RevisionAttachment,
    SearchRow,
)
from zjrc_desk.store import audit, drafts, registrations, search
from zjrc_desk.store.attachments import sound
from zjrc_desk.store.inspection import Finding

_AT_ONCE = 500
#: States of a batch of which every record is still marked as being in it.
_WHOLE = ("sealed", "accepted", "partly")
Progress = Callable[[int, int], None]


def chain(session: Session) -> Iterator[Finding]:
    """K03 where the audit chain does not hold, or ends before what was told of it outside."""
    broken = audit.first_break(session)
    if broken is not None:
        yield Finding("K03", f"审计记录从第 {broken} 条起被改动、删除或调换。", str(broken))
    told = [(b.file_name, b.audit_entries, b.audit_head) for b in session.exec(select(Batch))]
    told += [(b.file_name, b.audit_entries, b.audit_head) for b in session.exec(select(Backup))]
    for name, entries, head in told:
        if entries and not audit.agrees(session, audit.Head(entries, head)):
            text = f"审计记录与 {name} 里记下的第 {entries} 条对不上：末尾被截去，或者被换过。"
            yield Finding("K03", text, name)


def attachments(session: Session, progress: Progress) -> Iterator[Finding]:
    """K04 where an attachment's bytes are not those its digest names."""
    kept = session.exec(select(Attachment).order_by(Attachment.sha256)).all()
    total, done = sum(one.size for one in kept), 0
    for one in kept:
        whole = sound(session, one)
        done += one.size
        progress(done, total)
        if not whole:
            for serial in _serials_with(session, one.sha256):
                text = f"登记 {serial} 的一个附件与它的校验值不符。"
                yield Finding("K04", text, f"{serial} {one.sha256}")


def _serials_with(session: Session, sha256: str) -> list[str]:
    query = select(Registration.serial).join(Revision).join(RevisionAttachment).distinct()
    found = session.exec(query.where(RevisionAttachment.sha256 == sha256)).all()
    return list(found) or ["—"]


def printed(session: Session) -> Iterator[Revision]:
    """Every revision with a printed letter, a few in memory at a time."""
    ids = list(session.exec(select(Revision.id).join(Revision.letter).order_by(col(Revision.id))))  # type: ignore[arg-type]
    for start in range(0, len(ids), _AT_ONCE):
        some = [number for number in ids[start : start + _AT_ONCE] if number is not None]
        yield from registrations.by_ids(session, some)
        session.expunge_all()


@dataclass(frozen=True)
class Sealed:
    """A batch that has its manifest, and how many records are marked as being in it."""

    batch: Batch
    marked: int


def sealed(session: Session) -> list[Sealed]:
    """All sealed batches, oldest first."""
    marked: dict[str | None, int] = {}
    for column in (col(Revision.batch_id), *(col(kind.batch_id) for kind in SYNCED.values())):
        query = select_columns(column, func.count()).where(column.is_not(None)).group_by(column)
        for batch_id, number in session.execute(query):
            marked[batch_id] = marked.get(batch_id, 0) + number
    return [
        Sealed(batch, marked.get(batch.batch_id, 0))
        for batch in reversed(registrations.batches(session))
        if batch.state != "sealing"
    ]


def batch_chain(batches: list[Sealed]) -> Iterator[Finding]:
    """K06 where numbers have gaps, a batch does not follow the one before, or records lack."""
    before: Batch | None = None
    for one in batches:
        batch = one.batch
        follows = before is not None and before.generation == batch.generation
        expected = before.sequence + 1 if before is not None and follows else 1
        if batch.sequence != expected:
            yield Finding("K06", f"批次 {batch.file_name} 前面缺少批次。", batch.file_name)
        if batch.previous != (before.manifest_sha256 if before is not None else None):
            yield Finding("K06", f"批次 {batch.file_name} 接不上它前面的批次。", batch.file_name)
        if batch.state in _WHOLE and one.marked != batch.records:
            text = f"批次 {batch.file_name} 应有 {batch.records} 条记录，现有 {one.marked} 条。"
            yield Finding("K06", text, batch.file_name)
        before = batch


def search_rows(session: Session) -> Iterator[Finding]:
    """K07 where a registration is not found as what its newest revision says."""
    query = select(Registration.record_id, Registration.serial, Registration.erased)
    everyone = session.exec(query.order_by(Registration.serial)).all()
    deleted = {one.record_id for one in drafts.deleted(session)}
    for start in range(0, len(everyone), _AT_ONCE):
        some = everyone[start : start + _AT_ONCE]
        ids = [record_id for record_id, *_ in some]
        in_rows = col(SearchRow.record_id).in_(ids)
        rows = {row.record_id: row for row in session.exec(select(SearchRow).where(in_rows))}
        newest = {one.record_id: one for one in registrations.currents(session, ids)}
        for record_id, serial, erased in some:
            revision, row = newest.get(record_id), rows.get(record_id)
            if record_id in deleted:
                continue
            if revision is None:
                yield Finding("K07", f"登记 {serial} 没有当前版本。", record_id)
            elif not erased and (row is None or not _in_line(revision, row)):
                text = f"登记 {serial} 的查询索引与内容不一致，可能查不到。"
                yield Finding("K07", text, record_id)
        session.expunge_all()


def _in_line(revision: Revision, row: SearchRow) -> bool:
    one = revision.volunteer
    typed = (one.name, one.document_number, one.mobile, one.landline, one.room)
    values: dict[str, str | None] = {
        **search.texts_of(*typed),
        "kind": revision.kind,
        "state": str(revision.state),
        "declared_at": revision.declared_at,
        "batch_id": revision.batch_id,
    }
    return all(getattr(row, name) == value for name, value in values.items())
