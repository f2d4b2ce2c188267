"""Reads the tar of a bag in one pass and checks the bag while handing its content out."""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from zjrc_desk.batches import bag, record
from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import MIB, Limits
from zjrc_desk.batches.unpack import ClearStream
from zjrc_desk.registry.errors import BatchError

_BLOCK = 512
_FILE_TYPES = (tarfile.REGTYPE, tarfile.AREGTYPE)
_FOLDER_NAME = re.compile(r"[A-Z0-9-]{1,60}")


@dataclass(frozen=True)
class AttachmentMeta:
    """``media_type`` is what the bytes are, by their first bytes and the file's extension."""

    sha256: str
    media_type: str
    size: int


OnAttachment = Callable[[AttachmentMeta, BinaryIO], None]


class _Member(io.RawIOBase):
    """The content of one file of the tar: read to its end, no further, and hashed."""

    def __init__(self, clear: ClearStream, size: int, start: bytes = b"") -> None:
        super().__init__()
        self._clear = clear
        self._start = memoryview(start)
        self._left = size - len(start)
        self._digest = hashlib.sha256(start)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._next(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def pieces(self) -> Iterator[bytes]:
        while piece := self._next(MIB):
            yield piece

    def _next(self, size: int) -> bytes:
        if self._start:
            taken, self._start = self._start[:size], self._start[size:]
            return bytes(taken)
        piece = self._clear.read(min(size, self._left)) if self._left else b""
        if self._left and not piece and size:
            raise refuse("B14", "tar ends early")
        self._left -= len(piece)
        self._digest.update(piece)
        return piece

    def finish(self) -> str:
        """Reads what was left unread; the digest of all."""
        self._start = memoryview(b"")
        for _ in self.pieces():
            pass
        return self._digest.hexdigest()


class BagReader:
    """One bag: after :meth:`read` it is complete, and what it held is counted here."""

    def __init__(
        self,
        identity: bag.BagIdentity,
        on_record: Callable[[record.Record], None],
        on_attachment: OnAttachment,
        limits: Limits,
    ) -> None:
        self._identity = identity
        self._on_record = on_record
        self._on_attachment = on_attachment
        self._limits = limits
        self._folder: str | None = None
        self._digests: dict[str, str] = {}
        self._tags: dict[str, bytes] = {}
        self._octets = 0
        self._listed: dict[str, tuple[str, int]] = {}
        self.present: dict[str, tuple[str, int]] = {}
        self.records = 0
        self.by_kind: dict[str, int] = {}
        self.attachment_bytes = 0

    def read(self, clear: ClearStream) -> None:
        """Read the tar to its end; BatchError B13 to B18, S11."""
        for number, info in enumerate(_headers(clear), 1):
            if number > self._limits.entries + len(bag.TAG_FILES) + len(bag.FOLDERS):
                raise refuse("B13", "too many entries")
            name = self._name_in_bag(info)
            if info.type == tarfile.DIRTYPE:
                if name not in bag.FOLDERS or info.size:
                    raise refuse("B13", "a folder that is not the bag's")
                continue
            if name in self._digests:
                raise refuse("B13", "a file twice")
            self._digests[name] = self._file(name, info.size, clear)
            if clear.exactly(-info.size % _BLOCK).strip(b"\0"):
                raise refuse("B13", "padding is not empty")
        self._check_complete()

    def _name_in_bag(self, info: tarfile.TarInfo) -> str:
        folder, _, name = info.name.partition("/")
        if not _FOLDER_NAME.fullmatch(folder) or self._folder not in (None, folder):
            raise refuse("B13", "a name outside the bag's folder")
        self._folder = folder
        return name

    def _file(self, name: str, size: int, clear: ClearStream) -> str:
        if name in bag.TAG_FILES:
            return self._tag_file(name, size, clear)
        if name == bag.RECORDS:
            self._octets += size
            return self._record_lines(_Member(clear, size))
        attachment = bag.parse_attachment_name(name)
        if attachment is None:
            raise refuse("B13", "a file that is not the bag's")
        self._octets += size
        return self._attachment(AttachmentMeta(*attachment, size), clear)

    def _tag_file(self, name: str, size: int, clear: ClearStream) -> str:
        if size > self._limits.tag_file:
            raise refuse("B13", f"{name}: too large")
        data = b"".join(_Member(clear, size).pieces())
        self._tags[name] = data
        if name == bag.BAG_INFO:
            bag.check_bag_info(data, self._identity)
        return hashlib.sha256(data).hexdigest()

    def _record_lines(self, member: _Member) -> str:
        rest = b""
        for piece in member.pieces():
            *lines, rest = (rest + piece).split(b"\n")
            for line in lines:
                self._record(line)
            if len(rest) >= self._limits.line:
                raise refuse("B16", f"line {self.records + 1}: over the limit")
        if rest:
            raise refuse("B16", f"line {self.records + 1}: no newline at its end")
        return member.finish()

    def _record(self, line: bytes) -> None:
        self.records += 1
        if self.records > self._limits.records:
            raise refuse("B15", "too many records")
        try:
            entry = record.parse_line(line)
        except BatchError as error:
            raise record.with_line(error, self.records) from error
        kind = str(entry["kind"])
        self.by_kind[kind] = self.by_kind.get(kind, 0) + 1
        for sha256, media_type, size in record.read_attachment_list(entry):
            if self._listed.setdefault(sha256, (media_type, size)) != (media_type, size):
                raise refuse("B18", f"line {self.records}: an attachment listed in two ways")
        self._on_record(entry)

    def _attachment(self, meta: AttachmentMeta, clear: ClearStream) -> str:
        if meta.size > self._limits.attachment:
            raise refuse("B18", "attachment over the limit")
        start = clear.exactly(min(meta.size, bag.START_BYTES))
        if not bag.begins_as(meta.media_type, start):
            raise refuse("B18", "attachment of another media type")
        member = _Member(clear, meta.size, start)
        self._on_attachment(meta, cast(BinaryIO, member))
        digest = member.finish()
        if digest != meta.sha256:
            raise refuse("B14", "attachment: digest differs from its name")
        self.present[meta.sha256] = (meta.media_type, meta.size)
        self.attachment_bytes += meta.size
        return digest

    def _check_complete(self) -> None:
        if (
            any(name not in self._tags for name in bag.TAG_FILES)
            or bag.RECORDS not in self._digests
        ):
            raise refuse("B14", "a file of the bag is missing")
        if self._tags[bag.BAGIT] != bag.DECLARATION:
            raise refuse("B14", "bagit.txt")
        if self._folder != self._identity.stem:
            raise refuse("B14", "folder of another batch")
        content = {n: d for n, d in self._digests.items() if n not in bag.TAG_FILES}
        tags = {n: self._digests[n] for n in bag.TAG_FILES if n != bag.TAG_MANIFEST}
        if bag.parse_digest_list(self._tags[bag.MANIFEST]) != content:
            raise refuse("B14", "bag manifest differs from the files")
        if bag.parse_digest_list(self._tags[bag.TAG_MANIFEST]) != tags:
            raise refuse("B14", "bag tag manifest differs from the files")
        bag.check_oxum(self._tags[bag.BAG_INFO], self._octets, len(content))
        if self._listed != self.present:
            raise refuse("B18", "attachments listed and present differ")


def _headers(clear: ClearStream) -> Iterator[tarfile.TarInfo]:
    """Each header up to the end of the archive; the caller reads the content in between."""
    while True:
        block = clear.exactly(_BLOCK)
        if len(block) < _BLOCK:
            raise refuse("B14", "tar ends early")
        if not block.strip(b"\0"):
            break
        try:
            info = tarfile.TarInfo.frombuf(block, "ascii", "strict")
        except (tarfile.HeaderError, ValueError) as error:
            raise refuse("B13", f"tar header: {type(error).__name__}") from error
        if info.type not in (*_FILE_TYPES, tarfile.DIRTYPE) or info.size < 0:
            raise refuse("B13", "not a plain file or folder")
        yield info
    # POSIX: two blocks of zeros end the archive; tar programs fill up with more of them.
    tail = 1
    while piece := clear.exactly(_BLOCK):
        tail += 1
        if piece.strip(b"\0"):
            raise refuse("B13", "something after the end of the tar")
    if tail < 2:
        raise refuse("B14", "tar ends early")
