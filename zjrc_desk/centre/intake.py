"""Taking in a batch: checked, into the register in one transaction, answered by a signed receipt.

The same batch again gets the same receipt, byte for byte (O01).  A batch whose point, signature or
file does not hold gets none: nobody knows whom to answer.  One that is truly the point's but can't
be taken (order O02, O04, O05; content B10-B18, S11) is put aside, file included, and answered with
a refusal.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from zjrc_desk.batches.open import AttachmentMeta, Envelope, read_payload, verify_envelope
from zjrc_desk.batches.receipt import Head, Receipt, RecordAnswer, receipt_name, write_receipt
from zjrc_desk.centre import audit_heads, order
from zjrc_desk.centre.centre import Centre
from zjrc_desk.centre.files import make_folder, plain_errors, sync_folder
from zjrc_desk.centre.ledger import RETURNED, Entries
from zjrc_desk.centre.tables import (
    EnrolledPoint,
    Notice,
    Quarantined,
    ReceivedBatch,
    StoredAttachment,
)
from zjrc_desk.registry.errors import BatchError, StoreError
from zjrc_desk.registry.journal import log

ATTACHMENTS, QUARANTINE = "attachments", "quarantine"
ACCEPTED, PARTLY, REFUSED = "accepted", "partly", "refused"
_MOST_NOTES = 40


@dataclass(frozen=True)
class Answer:
    """What goes back to the point: the receipt's file name and bytes."""

    name: str
    content: bytes
    verdict: str
    again: bool = False
    error: BatchError | None = None


def take_in(centre: Centre, path: Path) -> Answer:
    """Take in one batch file.

    Raises BatchError B01-B09, B24, S01-S10 where there is nobody to answer; nothing is kept then.
    StoreError D.. where the centre's disk fails; then nothing is kept either, and it can be tried
    again.
    """
    now = centre.clock()
    envelope = verify_envelope(path, centre.trust(), now=now)
    try:
        with _staging(centre) as staging, centre.register.write() as session:
            answer = _answered(session, envelope) or _take(centre, session, envelope, staging, now)
    except BatchError as error:
        return _refuse(centre, envelope, error, now)
    try:
        centre.register.scrub()
    except StoreError as error:
        # The batch is in and answered; the next one makes up for it.
        log.warning("%s", error)
    return answer


def _answered(session: Session, envelope: Envelope) -> Answer | None:
    """O01: the receipt that went out for exactly this manifest."""
    name = envelope.manifest.stem + ".receipt"
    digest = envelope.manifest_sha256
    held = session.scalar(select(ReceivedBatch).where(ReceivedBatch.manifest_sha256 == digest))
    if held is not None:
        return Answer(name, held.receipt, held.verdict, again=True)
    query = select(Quarantined).where(
        Quarantined.manifest_sha256 == digest, Quarantined.receipt.is_not(None)
    )
    aside = session.scalars(query).first()
    if aside is not None and aside.receipt is not None:
        return Answer(name, aside.receipt, REFUSED, again=True)
    return None


def _places(session: Session, point: str) -> list[order.Place]:
    query = select(ReceivedBatch).where(ReceivedBatch.point == point)
    return [
        order.Place(b.batch_id, b.generation, b.sequence, b.manifest_sha256, b.previous)
        for b in session.scalars(query)
    ]


def _place(envelope: Envelope) -> order.Place:
    manifest = envelope.manifest
    return order.Place(
        manifest.batch_id,
        manifest.generation,
        manifest.sequence,
        envelope.manifest_sha256,
        manifest.previous,
    )


def _take(
    centre: Centre, session: Session, envelope: Envelope, staging: Path, now: datetime
) -> Answer:
    manifest = envelope.manifest
    if session.get(EnrolledPoint, manifest.point) is None:
        raise BatchError(
            "S12",
            "省中心的登记库里没有这个登记点的备案。",
            "请核对登记库是不是恢复自旧的备份。",
        )
    held = _places(session, manifest.point)
    order.check(_place(envelope), held)
    batch = ReceivedBatch(
        batch_id=manifest.batch_id,
        point=manifest.point,
        generation=manifest.generation,
        sequence=manifest.sequence,
        previous=manifest.previous,
        manifest_sha256=envelope.manifest_sha256,
        manifest=envelope.manifest_bytes,
        verdict=ACCEPTED,
        sealed_at=manifest.sealed_at.isoformat(),
        received_at=now.isoformat(timespec="seconds"),
        records=manifest.records_total,
        receipt=b"",
    )
    session.add(batch)
    session.flush()
    entries = Entries(centre, session, batch.batch_id, batch.point, envelope.manifest_sha256, now)
    read_payload(
        envelope,
        centre.authority.identities,
        on_record=entries.add,
        on_attachment=lambda meta, stream: _stage(staging, meta, stream),
    )
    answers = entries.answers()
    batch.verdict = PARTLY if any(a.status == RETURNED for a in answers) else ACCEPTED
    notes = order.notes(_place(envelope), held, manifest.sealed_at, now)
    notes += audit_heads.note(session, manifest)
    notes += _notices(session, batch)
    head = _head([*held, _place(envelope)])
    receipt = _receipt(envelope, batch.verdict, now, answers, notes, head)
    batch.receipt = write_receipt(receipt, centre.authority.signing)
    session.flush()
    # Files before the commit: a row never names an attachment that is not there.
    _keep_attachments(centre, session, staging)
    _remove_doomed(centre, session)
    return Answer(receipt_name(receipt), batch.receipt, batch.verdict)


def _notices(session: Session, batch: ReceivedBatch) -> list[str]:
    """What other points' batches changed for this one since its last receipt."""
    query = select(Notice).where(Notice.point == batch.point, Notice.told_in.is_(None))
    rows = session.scalars(query.order_by(Notice.id).limit(_MOST_NOTES)).all()
    for row in rows:
        row.told_in = batch.batch_id
    return [reason for row in rows for reason in row.reasons]


def _head(places: Sequence[order.Place]) -> Head | None:
    if not places:
        return None
    last = max(places, key=lambda place: (place.generation, place.sequence))
    return Head(last.generation, last.sequence, last.manifest_sha256)


def _receipt(
    envelope: Envelope,
    verdict: str,
    now: datetime,
    answers: Sequence[RecordAnswer],
    notes: Sequence[str],
    head: Head | None,
) -> Receipt:
    manifest = envelope.manifest
    return Receipt(
        batch_id=manifest.batch_id,
        point=manifest.point,
        generation=manifest.generation,
        sequence=manifest.sequence,
        manifest_sha256=envelope.manifest_sha256,
        received_at=now.replace(microsecond=0),
        verdict=verdict,
        records=tuple(answers),
        head=head,
        notes=tuple(notes),
    )


def _refuse(centre: Centre, envelope: Envelope, error: BatchError, now: datetime) -> Answer:
    """Put the file aside and answer; the same refusal goes out when it comes again."""
    manifest = envelope.manifest
    folder = centre.folder / QUARANTINE
    with plain_errors():
        make_folder(folder)
        _copy(envelope.path, folder / f"{envelope.manifest_sha256}.zjrc")
    with centre.register.write() as session:
        known = _answered(session, envelope)
        if known is not None:
            return known
        head = _head(_places(session, manifest.point))
        receipt = _receipt(envelope, REFUSED, now, (), [error.sentence()], head)
        content = write_receipt(receipt, centre.authority.signing)
        session.add(
            Quarantined(
                code=error.code,
                point=manifest.point,
                batch_id=manifest.batch_id,
                manifest_sha256=envelope.manifest_sha256,
                received_at=now.isoformat(timespec="seconds"),
                receipt=content,
            )
        )
    return Answer(receipt_name(receipt), content, REFUSED, error=error)


@contextmanager
def _staging(centre: Centre) -> Iterator[Path]:
    """Where attachments lie until the whole payload has proved right."""
    with plain_errors():
        parent = make_folder(centre.folder / ATTACHMENTS)
        staging = Path(tempfile.mkdtemp(prefix=".incoming-", dir=parent))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _stage(staging: Path, meta: AttachmentMeta, stream: BinaryIO) -> None:
    with plain_errors(), (staging / meta.sha256).open("xb") as file:
        shutil.copyfileobj(stream, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())


def attachment_path(centre: Centre, sha256: str) -> Path:
    """Where the centre keeps an attachment."""
    return centre.folder / ATTACHMENTS / sha256[:2] / sha256


def _keep_attachments(centre: Centre, session: Session, staging: Path) -> None:
    with plain_errors():
        folders = set()
        for file in staging.iterdir():
            # Nobody refers to it: it came with a record whose person is erased already.
            if session.get(StoredAttachment, file.name) is None:
                continue
            target = attachment_path(centre, file.name)
            folders.add(make_folder(target.parent))
            file.replace(target)
        for folder in folders:
            sync_folder(folder)


def _remove_doomed(centre: Centre, session: Session) -> None:
    """Files of persons who were erased; a file left by a crash here is found again next time."""
    query = select(StoredAttachment).where(StoredAttachment.doomed.is_(True))
    for stored in session.scalars(query):
        with plain_errors():
            attachment_path(centre, stored.sha256).unlink(missing_ok=True)
        session.delete(stored)


def _copy(source: Path, target: Path) -> None:
    if target.exists() and _digest(target) == _digest(source):
        return
    # A name of its own: another intake may put the same file aside at this moment.
    handle, name = tempfile.mkstemp(prefix=".incoming-", dir=target.parent)
    temporary = Path(name)
    try:
        with source.open("rb") as original, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(original, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
