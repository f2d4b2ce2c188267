"""Seals a batch: records and attachments in, one signed and encrypted file out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from zjrc_desk.batches.certificates import Signer
from zjrc_desk.batches.manifest import Manifest

Records = Callable[[], Iterable[Mapping[str, object]]] | Iterable[Mapping[str, object]]


@dataclass(frozen=True)
class BatchHeader:
    """What the desk decides about a batch; ``sealed_at`` aware, ``previous`` manifest SHA-256."""

    batch_id: str
    point: str
    generation: int
    sequence: int
    previous: str | None
    sealed_at: datetime
    audit_entries: int
    audit_head: str


@dataclass(frozen=True)
class AttachmentSource:
    """One attachment by content; ``open`` gives a stream that seal() closes."""

    sha256: str
    media_type: str
    size: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True)
class SealedBatch:
    """The finished file; ``size`` in bytes, ``manifest_sha256`` is the next one's previous."""

    path: Path
    manifest: Manifest
    manifest_sha256: str
    size: int


def seal(
    folder: Path,
    header: BatchHeader,
    signer: Signer,
    recipients: Sequence[str],
    records: Records,
    attachments: Iterable[AttachmentSource],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SealedBatch:
    """Write ``<folder>/<stem>.zjrc``.

    ``records``: a callable is asked twice (constant memory); an iterable is kept compressed in
    memory between its two uses.  ``progress(done, total)`` in bytes of clear text.
    BatchError: B16, B17, B18, B19 limits; B20 cancelled; D06 disk full; D07 folder not writable;
    B22 a file of that name is there already.
    """
    raise NotImplementedError
