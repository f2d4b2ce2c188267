"""The payload on its way out: bag -> tar -> zstd, as a stream that is pulled by age.

Nothing is on disk and at most a few pieces of 1 MiB are in memory.  The tar (POSIX ustar, so no
extended headers) is the same for the same content: mtime 0, uid and gid 0, mode 0600.
"""

from __future__ import annotations

import hashlib
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO

import orjson
import zstandard

from zjrc_desk.batches import bag, record
from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import LIMITS, MIB
from zjrc_desk.registry.errors import BatchError

#: Asked for the records of a batch, once or twice; each time the same ones.
Records = Callable[[], Iterable[Mapping[str, object]]]

#: Scans and PDFs are packed already: higher levels cost time and save nothing on them.
_LEVEL = 1
#: Compressed lines of a batch that are kept in memory between measuring and writing.
_SPOOL_LIMIT = 48 * MIB
#: zstd skippable frame (RFC 8878 3.1.2): readers pass over it.
_SKIPPABLE = 0x184D2A50


@dataclass(frozen=True)
class AttachmentSource:
    """One attachment by content; ``open`` gives a stream that is closed after use."""

    sha256: str
    media_type: str
    size: int
    open: Callable[[], BinaryIO]


class RecordLines:
    """data/records.ndjson: measured once, because tar wants size and digest first, then written.

    The lines are kept, compressed, between the two; of a batch too large for that the records are
    asked for again.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._spool: list[bytes] | None = []
        self._spooled = 0
        self.size = 0
        self.count = 0
        self.by_kind: dict[str, int] = {}
        self.attachments: dict[str, tuple[str, int]] = {}
        digest = hashlib.sha256()
        for piece in _in_pieces(self._checked(records())):
            digest.update(piece)
            self.size += len(piece)
            self._keep(piece)
        self.sha256 = digest.hexdigest()

    def _keep(self, piece: bytes) -> None:
        if self._spool is None:
            return
        self._spool.append(zstandard.ZstdCompressor(level=_LEVEL).compress(piece))
        self._spooled += len(self._spool[-1])
        if self._spooled > _SPOOL_LIMIT:
            self._spool = None

    def _checked(self, records: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
        for number, entry in enumerate(records, 1):
            if number > LIMITS.records:
                raise refuse("B19", f"over {LIMITS.records} records")
            try:
                line = record.to_line(entry)
            except BatchError as error:
                raise record.with_line(error, number) from error
            self.count = number
            kind = str(entry["kind"])
            self.by_kind[kind] = self.by_kind.get(kind, 0) + 1
            for sha256, media_type, size in record.read_attachment_list(entry):
                if self.attachments.setdefault(sha256, (media_type, size)) != (media_type, size):
                    raise refuse("B18", f"line {number}: an attachment listed in two ways")
            yield line

    def __iter__(self) -> Iterator[bytes]:
        if self._spool is not None:
            for packed in self._spool:
                yield zstandard.ZstdDecompressor().decompress(packed)
            return
        digest = hashlib.sha256()
        again = self._records()
        for piece in _in_pieces(orjson.dumps(dict(entry)) + b"\n" for entry in again):
            digest.update(piece)
            yield piece
        if digest.hexdigest() != self.sha256:
            raise refuse("B23", "records changed between measuring and writing")


def _in_pieces(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines joined to pieces of about 256 KiB: one call for many lines."""
    waiting: list[bytes] = []
    size = 0
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size >= LIMITS.line:
            yield b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


class Bag:
    """A bag that is known in full before its first byte is written."""

    def __init__(
        self,
        identity: bag.BagIdentity,
        day: str,
        lines: RecordLines,
        attachments: Iterable[AttachmentSource],
    ) -> None:
        self.lines = lines
        self.attachments = _complete(lines, attachments)
        self.attachment_bytes = sum(source.size for source in self.attachments)
        digests = {bag.RECORDS: lines.sha256}
        for source in self.attachments:
            digests[bag.attachment_name(source.sha256, source.media_type)] = source.sha256
        octets = lines.size + self.attachment_bytes
        tags = {
            bag.BAGIT: bag.DECLARATION,
            bag.BAG_INFO: bag.bag_info(identity, day, octets, len(digests)),
            bag.MANIFEST: bag.digest_list(digests),
        }
        tag_digests = {name: hashlib.sha256(data).hexdigest() for name, data in tags.items()}
        self._tags = {**tags, bag.TAG_MANIFEST: bag.digest_list(tag_digests)}
        self._folder = identity.stem
        sizes = [len(data) for data in self._tags.values()]
        sizes += [lines.size, *(source.size for source in self.attachments)]
        self.size = sum(512 + size + -size % 512 for size in sizes) + 1024
        if self.size > LIMITS.expanded or len(digests) > LIMITS.entries:
            raise refuse("B19", "bag over the limit")

    def tar(self) -> Iterator[bytes]:
        """The tar of the bag, in pieces; B18 where an attachment is not what it says."""
        for name, data in self._tags.items():
            yield self._header(name, len(data)) + data + bytes(-len(data) % 512)
        yield self._header(bag.RECORDS, self.lines.size)
        yield from self.lines
        yield bytes(-self.lines.size % 512)
        for source in self.attachments:
            name = bag.attachment_name(source.sha256, source.media_type)
            yield self._header(name, source.size)
            yield from _content(source)
            yield bytes(-source.size % 512)
        yield bytes(1024)

    def _header(self, name: str, size: int) -> bytes:
        info = tarfile.TarInfo(f"{self._folder}/{name}")
        info.size, info.mode = size, 0o600
        return info.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")


def _complete(
    lines: RecordLines, attachments: Iterable[AttachmentSource]
) -> tuple[AttachmentSource, ...]:
    """Each attachment once, and exactly those the records list."""
    sources = {source.sha256: source for source in attachments}
    if {s.sha256: (s.media_type, s.size) for s in sources.values()} != lines.attachments:
        raise refuse("B18", "attachments are not those that the records list")
    if any(source.size > LIMITS.attachment for source in sources.values()):
        raise refuse("B19", "an attachment over the limit")
    return tuple(sources.values())


def _content(source: AttachmentSource) -> Iterator[bytes]:
    digest, left, start = hashlib.sha256(), source.size, True
    with closing(source.open()) as stream:
        while piece := stream.read(MIB):
            left -= len(piece)
            if left < 0 or (start and not bag.begins_as(source.media_type, piece)):
                raise refuse("B18", "attachment: size or media type")
            start = False
            digest.update(piece)
            yield piece
    if left or digest.hexdigest() != source.sha256:
        raise refuse("B18", "attachment: size or digest")


def pack(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """One zstd frame with checksum.

    A reader stops where clear text is over 100 times the packed size; should honest content (a
    blank uncompressed scan) pack better than that, a skippable frame makes up the difference.
    """
    packer = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compressobj()
    clear = packed = 0
    for piece in pieces:
        clear += len(piece)
        if out := packer.compress(piece):
            packed += len(out)
            yield out
    out = packer.flush()
    packed += len(out)
    yield out
    missing = clear // LIMITS.expansion + 1 - packed
    if missing > 0:
        yield _SKIPPABLE.to_bytes(4, "little") + missing.to_bytes(4, "little")
        while missing > 0:
            yield bytes(min(MIB, missing))
            missing -= MIB
