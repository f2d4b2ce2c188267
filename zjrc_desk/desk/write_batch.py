"""The file of a reserved batch: written into the outbox, and the batch recorded as sealed.

Cut short anywhere, the next call takes the file that was finished, or writes it anew, under the
same id and number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from sqlmodel import Session

from zjrc_desk.batches.certificates import Trust
from zjrc_desk.batches.open import Envelope, verify_envelope
from zjrc_desk.batches.seal import AttachmentSource, BatchHeader, Progress, SealedBatch, seal
from zjrc_desk.desk import identity, outbox, spoilt
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.batch_tables import Batch, SigningIdentity
from zjrc_desk.registry.diary_tables import EntryState
from zjrc_desk.registry.errors import BatchError
from zjrc_desk.registry.interchange import Record, attachment_record, diary_record, record_of
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.life import State
from zjrc_desk.store import attachments, audit, diary, registrations
from zjrc_desk.store.engine import plain_errors

_AT_ONCE = 200


def write_batch(desk: Desk, batch: Batch, mine: SigningIdentity, progress: Progress | None) -> None:
    """Write the file of a reserved batch into the outbox, and record the batch as sealed.

    A file that was finished just before the power was cut is taken as it is.  ``progress`` may
    raise to stop it: the batch stays reserved.  Raises BatchError B28 where another batch's file is
    in its place, B30 where an attachment is damaged, and what the disk answers.
    """
    desk.require_entry()
    path = outbox.path_of(desk.store.folder, batch)
    with plain_errors():
        path.parent.mkdir(mode=0o700, exist_ok=True)
    envelope = _left_over(desk, batch, mine, path) if path.exists() else None
    if envelope is not None:
        manifest_sha256, size = envelope.manifest_sha256, envelope.size
        told = audit.Head(envelope.manifest.audit_entries, envelope.manifest.audit_head)
    else:
        with desk.store.read() as session:
            told = audit.head(session)
        sealed = _seal(desk, batch, mine, path.parent, told, progress)
        manifest_sha256, size = sealed.manifest_sha256, sealed.size
    with desk.store.write() as session:
        kept = session.get_one(Batch, batch.batch_id)
        kept.manifest_sha256, kept.size = manifest_sha256, size
        kept.audit_entries, kept.audit_head = told.entries, told.hash
        kept.state = "sealed"
        registrations.move_batch(session, batch.batch_id, State.SEALED)
        diary.move_batch(session, batch.batch_id, EntryState.SEALED)


def _left_over(desk: Desk, batch: Batch, mine: SigningIdentity, path: Path) -> Envelope | None:
    """The batch where it was finished just before the power was cut.

    None where the disk spoilt it since: it never left, so that it can be written anew.
    """
    trust = Trust((identity.authority(mine),))
    try:
        envelope = verify_envelope(path, trust, now=desk.now(), expected_point=desk.point.code)
    except BatchError as error:
        if not error.code.startswith("B"):
            raise
        log.warning("outbox: %s", error)
        with plain_errors():
            outbox.put_aside(path)
        return None
    if envelope.manifest.batch_id != batch.batch_id:
        raise BatchError(
            "B28",
            "待交文件夹里已有同名但内容不同的批次文件。",
            "请联系省中心，不要自行删除文件。",
        )
    return envelope


def _seal(
    desk: Desk,
    batch: Batch,
    mine: SigningIdentity,
    folder: Path,
    head: audit.Head,
    progress: Progress | None,
) -> SealedBatch:
    with desk.store.read() as session:
        ids = registrations.ids_of_batch(session, batch.batch_id)
        linked = attachments.of_revisions(session, ids)
    header = BatchHeader(
        batch_id=batch.batch_id,
        point=desk.point.code,
        generation=batch.generation,
        sequence=batch.sequence,
        previous=batch.previous,
        sealed_at=datetime.fromisoformat(batch.sealed_at),
        audit_entries=head.entries,
        audit_head=head.hash,
    )
    once = {a.sha256: a for pairs in linked.values() for a, _ in pairs}
    sources = [
        AttachmentSource(a.sha256, a.media_type, a.size, _opener(desk, a.sha256))
        for a in once.values()
    ]
    records = partial(_records, desk, batch.batch_id, ids, linked)
    signer = identity.signer(mine)
    try:
        return seal(folder, header, signer, mine.recipients, records, sources, progress=progress)
    except BatchError as error:
        if error.code == "B18":
            spoilt.leave_out(desk, batch.batch_id)
        raise


def _opener(desk: Desk, sha256: str) -> Callable[[], BinaryIO]:
    return lambda: cast(BinaryIO, attachments.AttachmentReader(desk.store, sha256))


def _records(
    desk: Desk,
    batch_id: str,
    ids: Sequence[int],
    linked: dict[int, list[attachments.Linked]],
) -> Iterator[Record]:
    """The records of the batch, a few in memory at a time; the diary's, which are small, last."""
    for start in range(0, len(ids), _AT_ONCE):
        with desk.store.read() as session:
            yield from _some_records(session, ids[start : start + _AT_ONCE], linked)
    with desk.store.read() as session:
        entries = diary.in_batch(session, batch_id)
    yield from map(diary_record, entries)


def _some_records(
    session: Session, ids: Sequence[int], linked: dict[int, list[attachments.Linked]]
) -> Iterator[Record]:
    for revision in registrations.by_ids(session, ids):
        assert revision.id is not None
        listed = [attachment_record(a, link) for a, link in linked[revision.id]]
        yield record_of(revision.registration, revision, listed)
