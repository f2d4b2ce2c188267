"""Opens a batch: envelope first (no key needed), then the payload in one pass.

The rules, in the order they are checked:

1. the file is the canonical container of its three members (B01-B04, B09);
2. manifest.p7s is one signature by one certificate over manifest.json (S01, S08-S10);
3. the manifest is strict JSON with all its fields (B05-B07);
4. a trusted authority issued the certificate to that point for that use, it was valid when the
   batch was sealed and not revoked when received (S02-S07);
5. the payload is the one the manifest names (B08);
6. the payload opens with a key of this centre (B10, B11) within the limits (B12);
7. its tar holds the bag's own files only (B13), the bag is complete and of this batch (B14, S11);
8. records and attachments are as many as the manifest says (B15), each record is readable (B16)
   and follows the schema (B17), each attachment is what the records say (B18).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from cryptography import x509

from zjrc_desk.batches import cms, container
from zjrc_desk.batches.bag import BagIdentity
from zjrc_desk.batches.certificates import Trust, certificate_digest, point_code_of
from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import LIMITS, Limits
from zjrc_desk.batches.manifest import CANONICAL, PAYLOAD_NAME, Manifest, parse_manifest
from zjrc_desk.batches.read_bag import AttachmentMeta, BagReader, OnAttachment
from zjrc_desk.batches.recipients import Identity, recipient_fingerprint
from zjrc_desk.batches.record import Record
from zjrc_desk.batches.seal import MANIFEST_NAME, MEMBERS, SIGNATURE_NAME
from zjrc_desk.batches.unpack import ClearStream, Decryption
from zjrc_desk.registry.errors import BatchError

__all__ = ["AttachmentMeta", "Envelope", "PayloadSummary", "read_payload", "verify_envelope"]


@dataclass(frozen=True)
class Envelope:
    """A batch whose file, signature and certificate hold; its payload is not yet read."""

    path: Path
    manifest: Manifest
    manifest_bytes: bytes
    manifest_sha256: str
    certificate: x509.Certificate
    payload_offset: int
    size: int


@dataclass(frozen=True)
class PayloadSummary:
    """What was read; sizes in bytes."""

    records: int
    by_kind: Mapping[str, int]
    attachments: int
    attachment_bytes: int
    expanded: int


def verify_envelope(
    path: Path,
    trust: Trust,
    *,
    now: datetime,
    expected_point: str | None = None,
    limits: Limits = LIMITS,
) -> Envelope:
    """Check all that can be checked without a key (rules 1 to 5); ``now`` is when it is received.

    BatchError B01-B09, S01-S10; B24 where the file can't be read at all.
    """
    try:
        with path.open("rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise refuse("B01", "not a regular file")
            small, payload = container.read(file, MEMBERS, PAYLOAD_NAME)
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise refuse("B24", f"{type(error).__name__} errno {error.errno}") from error
    data = small[MANIFEST_NAME]
    signature = cms.verify(data, small[SIGNATURE_NAME])
    manifest = parse_manifest(data)
    _check_signer(manifest, signature, trust, now)
    if expected_point is not None and manifest.point != expected_point:
        raise refuse("S06", "batch of another point than expected")
    if payload is None or (payload.size, payload.sha256) != (
        manifest.payload_size,
        manifest.payload_sha256,
    ):
        raise refuse("B08", "payload is not the manifest's")
    if payload.size > limits.payload or manifest.records_total > limits.records:
        raise refuse("B12", "over the limits")
    digest = sha256(data).hexdigest()
    certificate = signature.certificate
    return Envelope(path, manifest, data, digest, certificate, payload.offset, size)


def _check_signer(
    manifest: Manifest, signature: cms.Signature, trust: Trust, now: datetime
) -> None:
    certificate = signature.certificate
    trust.check_point(certificate, at=manifest.sealed_at, received=now)
    if point_code_of(certificate) != manifest.point:
        raise refuse("S06", "certificate of another point")
    if certificate_digest(certificate) != manifest.signer:
        raise refuse("S10", "manifest names another certificate")
    if manifest.signature == CANONICAL and not signature.canonical:
        raise refuse("B09", "signature is not canonical")


def read_payload(
    envelope: Envelope,
    identities: Sequence[Identity],
    *,
    on_record: Callable[[Record], None],
    on_attachment: OnAttachment,
    limits: Limits = LIMITS,
) -> PayloadSummary:
    """Decrypt and hand out records and attachments (in the bag's order) while checking (rules 6
    to 8).

    All that was handed out counts only when this returns: on BatchError (B08-B18, S11) the caller
    rolls back.  Bytes an ``on_attachment`` leaves unread are read and checked all the same.
    """
    manifest = envelope.manifest
    known = {recipient_fingerprint(identity.recipient) for identity in identities}
    if known.isdisjoint(manifest.recipients):
        raise refuse("B10", "for another recipient")
    most = min(limits.expanded, limits.expansion * manifest.payload_size)
    reader = BagReader(_identity(manifest), on_record, on_attachment, limits)
    with (
        _open_at(envelope.path, envelope.payload_offset) as file,
        Decryption(file, manifest.payload_size, identities) as decryption,
    ):
        clear = ClearStream(decryption.stream, most)
        _run(reader, clear, decryption)
        if decryption.finish() != manifest.payload_sha256:
            raise refuse("B08", "file changed while it was read")
    _check_counts(reader, manifest)
    return PayloadSummary(
        reader.records, reader.by_kind, len(reader.present), reader.attachment_bytes, clear.total
    )


def _open_at(path: Path, offset: int) -> BinaryIO:
    try:
        file = path.open("rb")
        file.seek(offset)
    except OSError as error:
        raise refuse("B24", f"{type(error).__name__} errno {error.errno}") from error
    return file


def _run(reader: BagReader, clear: ClearStream, decryption: Decryption) -> None:
    try:
        reader.read(clear)
        if not clear.whole:
            raise refuse("B11", "zstd frame ends early")
    except BatchError:
        # A bag that ends early because decryption stopped is a fault of the encryption.
        if clear.ended:
            decryption.finish()
        raise


def _identity(manifest: Manifest) -> BagIdentity:
    return BagIdentity(manifest.batch_id, manifest.point, manifest.generation, manifest.sequence)


def _check_counts(reader: BagReader, manifest: Manifest) -> None:
    by_kind = {kind: count for kind, count in manifest.records_by_kind.items() if count}
    if reader.records != manifest.records_total or reader.by_kind != by_kind:
        raise refuse("B15", "number of records")
    if (len(reader.present), reader.attachment_bytes) != (
        manifest.attachments_count,
        manifest.attachments_bytes,
    ):
        raise refuse("B15", "number or size of attachments")
