"""Opens a batch: envelope first (no key needed), then the payload in one pass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from cryptography import x509

from zjrc_desk.batches.certificates import Trust
from zjrc_desk.batches.limits import LIMITS, Limits
from zjrc_desk.batches.manifest import Manifest
from zjrc_desk.batches.recipients import Identity
from zjrc_desk.batches.record import Record


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
class AttachmentMeta:
    """``media_type`` is what the bytes are, by their first bytes and the file's extension."""

    sha256: str
    media_type: str
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
    """Check all that can be checked without a key.  BatchError B01-B09, S01-S08, S10."""
    raise NotImplementedError


def read_payload(
    envelope: Envelope,
    identities: Sequence[Identity],
    *,
    on_record: Callable[[Record], None],
    on_attachment: Callable[[AttachmentMeta, BinaryIO], None],
    limits: Limits = LIMITS,
) -> PayloadSummary:
    """Decrypt and hand out records and attachments (in the bag's order) while checking.

    All that was handed out counts only when this returns: on BatchError (B08-B18, S11) the caller
    rolls back.  Bytes an ``on_attachment`` leaves unread are read and checked all the same.
    """
    raise NotImplementedError
