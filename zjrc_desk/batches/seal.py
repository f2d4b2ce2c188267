"""Seals a batch: records and attachments in, one signed and encrypted file out.

The file is written once, front to back: room is kept for manifest.json and manifest.p7s, which
are known only when the payload is, and whose sizes are fixed beforehand (spaces fill the manifest
up, a signature of the kept length is made).  It has a temporary name until all of it is on disk.
"""

from __future__ import annotations

import hashlib
import io
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import pyrage

import zjrc_desk
from zjrc_desk.batches import cms, container, names
from zjrc_desk.batches.ahead import Behind, ahead, quick_turns
from zjrc_desk.batches.bag import BagIdentity
from zjrc_desk.batches.certificates import Signer, certificate_digest, point_code_of
from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import LIMITS, MIB
from zjrc_desk.batches.manifest import KINDS, PAYLOAD_NAME, Manifest, parse_manifest
from zjrc_desk.batches.payload import AttachmentSource, Bag, RecordLines, Records, pack
from zjrc_desk.batches.recipients import check_recipients, recipient_fingerprint
from zjrc_desk.registry.errors import DISK_FULL

__all__ = ["AttachmentSource", "BatchHeader", "Records", "SealedBatch", "batch_name", "seal"]

MANIFEST_NAME, SIGNATURE_NAME = "manifest.json", "manifest.p7s"
MEMBERS = (MANIFEST_NAME, SIGNATURE_NAME, PAYLOAD_NAME)
_SYNC_EVERY = 64 * MIB
#: age hands out pieces of 64 KiB; each of them alone would be a fight for Python's lock.
_AT_ONCE = 4 * MIB
Progress = Callable[[int, int], None]


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
class SealedBatch:
    """The finished file; ``size`` in bytes, ``manifest_sha256`` is the next one's previous."""

    path: Path
    manifest: Manifest
    manifest_sha256: str
    size: int


def batch_name(point: str, generation: int, sequence: int) -> str:
    """``ZJ-HZ-0001-1-000042.zjrc``."""
    return names.stem(point, generation, sequence) + ".zjrc"


def seal(
    folder: Path,
    header: BatchHeader,
    signer: Signer,
    recipients: Sequence[str],
    records: Records,
    attachments: Iterable[AttachmentSource],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SealedBatch:
    """Write ``<folder>/<stem>.zjrc``.

    ``progress(done, total)`` in bytes of clear text.
    BatchError: B06 header out of range; B16, B17, B18 a record or attachment that a reader would
    refuse; B19 limits; B20 cancelled; B21 recipients; B22 a file of that name is there already;
    B23 records changed meanwhile; D06 disk full; D07 folder not writable; S06 another's signer.
    """
    if point_code_of(signer.certificate) != header.point:
        raise refuse("S06", "signer is another point's")
    keys = check_recipients(recipients)
    path = folder / batch_name(header.point, header.generation, header.sequence)
    lines = RecordLines(records)
    identity = BagIdentity(header.batch_id, header.point, header.generation, header.sequence)
    content = Bag(identity, header.sealed_at.date().isoformat(), lines, attachments)
    draft = _draft(header, signer, keys, content)
    watch = _Watch(content.size, progress, cancelled)
    pieces = watch.report(ahead(pack(watch.count(content.tar()))))
    with _new_file(path) as file:
        return _write(file, path, draft, signer, keys, pieces)


def _draft(
    header: BatchHeader, signer: Signer, recipients: Sequence[str], content: Bag
) -> Manifest:
    """The manifest, all but the payload's digest, and its size at its largest."""
    draft = Manifest(
        batch_id=header.batch_id,
        point=header.point,
        generation=header.generation,
        sequence=header.sequence,
        previous=header.previous,
        sealed_at=header.sealed_at,
        records_total=content.lines.count,
        records_by_kind={kind: content.lines.by_kind.get(kind, 0) for kind in KINDS},
        attachments_count=len(content.attachments),
        attachments_bytes=content.attachment_bytes,
        payload_size=LIMITS.payload,
        payload_sha256="0" * 64,
        recipients=tuple(recipient_fingerprint(recipient) for recipient in recipients),
        signer=certificate_digest(signer.certificate),
        audit_entries=header.audit_entries,
        audit_head=header.audit_head,
        software_name="zjrc_desk",
        software_version=zjrc_desk.__version__,
    )
    # Out-of-range values of the header come out here, before anything is written.
    parse_manifest(draft.to_bytes())
    return draft


class _Watch:
    """How far sealing is.  Clear bytes are counted where they are made, in another thread; the
    caller is told, and asked whether to stop, in its own.
    """

    def __init__(
        self, total: int, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._total = total
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0

    def count(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._done += len(piece)
            yield piece

    def report(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            if self._cancelled is not None and self._cancelled():
                raise refuse("B20", "cancelled")
            yield piece
            if self._progress is not None:
                self._progress(self._done, self._total)


def _write(
    file: BinaryIO,
    path: Path,
    draft: Manifest,
    signer: Signer,
    recipients: Sequence[str],
    pieces: Iterator[bytes],
) -> SealedBatch:
    manifest_size = len(draft.to_bytes())
    signature_size = len(cms.sign(draft.to_bytes(), signer))
    file.seek(manifest_size + signature_size + sum(map(container.local_size, MEMBERS)))
    sink = _encrypt(pieces, file, recipients)
    manifest = replace(draft, payload_size=sink.size, payload_sha256=sink.digest.hexdigest())
    small = {MANIFEST_NAME: manifest.to_bytes(manifest_size)}
    small[SIGNATURE_NAME] = cms.sign(small[MANIFEST_NAME], signer, signature_size)
    entries = [container.Entry(name, len(data), zlib.crc32(data)) for name, data in small.items()]
    entries.append(container.Entry(PAYLOAD_NAME, sink.size, sink.crc))
    file.write(container.closing(entries))
    size = file.tell()
    file.seek(0)
    for entry in entries:
        file.write(container.local_header(entry) + small.get(entry.name, b""))
    return SealedBatch(path, manifest, hashlib.sha256(small[MANIFEST_NAME]).hexdigest(), size)


class _Source(io.RawIOBase):
    """What age reads from.  An error is kept, because pyrage passes on only its text."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._piece = memoryview(b"")
        self.error: BaseException | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            while not self._piece:
                piece = next(self._pieces, None)
                if piece is None:
                    return 0
                self._piece = memoryview(piece)
        except BaseException as error:
            self.error = error
            raise
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        self._piece = self._piece[size:]
        return size


class _Sink:
    """What age writes to: the file, measured on the way."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._gathered: list[bytes] = []
        self._gathered_size = 0
        self._unsynced = 0
        self._keeping = Behind(self._keep)
        self._syncing = Behind(self._sync)
        self.size = 0
        self.crc = 0
        self.digest = hashlib.sha256()
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        self.size += len(data)
        self._gathered.append(data)
        self._gathered_size += len(data)
        try:
            if self.size > LIMITS.payload:
                raise refuse("B19", "payload over the limit")
            if self._gathered_size >= _AT_ONCE:
                self._hand_over()
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def _hand_over(self) -> None:
        self._keeping.put(b"".join(self._gathered))
        self._gathered, self._gathered_size = [], 0

    def _keep(self, piece: bytes) -> None:
        self.crc = zlib.crc32(piece, self.crc)
        self.digest.update(piece)
        self._unsynced += self._file.write(piece)
        if self._unsynced >= _SYNC_EVERY:
            self._file.flush()
            self._syncing.put(self._file.fileno())
            self._unsynced = 0

    def _sync(self, descriptor: int) -> None:
        # The disk begins while the rest is still being encrypted; the end syncs the whole.
        os.fsync(descriptor)

    def finish(self) -> None:
        """Everything is written and measured; raises what writing raised."""
        self._hand_over()
        self._keeping.finish()
        self._syncing.finish()

    def close(self) -> None:
        """Stop writing."""
        self._keeping.close()
        self._syncing.close()

    def flush(self) -> None:
        """age calls it at the end; the file is synced once, when it is whole."""


def _encrypt(pieces: Iterator[bytes], file: BinaryIO, recipients: Sequence[str]) -> _Sink:
    source, sink = _Source(pieces), _Sink(file)
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    try:
        with quick_turns():
            # age asks for 8 KiB at a time: the buffer answers without running any Python.
            pyrage.encrypt_io(io.BufferedReader(source, MIB), sink, keys)
            sink.finish()
    except (pyrage.EncryptError, OSError) as error:
        cause = source.error or sink.error
        if cause is None:
            raise
        raise cause from error
    finally:
        sink.close()
    return sink


@contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that has its name only when it is whole and on disk; else nothing is left."""
    if path.exists():
        raise refuse("B22", "file exists")
    temporary = path.with_name(f".{path.name}.part")
    try:
        try:
            with temporary.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary = temporary.replace(path)
            _sync_folder(path.parent)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        code = "D06" if error.errno in DISK_FULL else "D07"
        raise refuse(code, f"{type(error).__name__} errno {error.errno}") from error


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself durable; Windows has no such call and does it with the rename."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
