"""The canonical ZIP of batch, receipt and enrolment (APPNOTE 6.3.10, the part all tools know).

Members stored, in a fixed order, dates 1980-01-01 00:00, mode 0600, no extra fields, no comments,
no data descriptors, no ZIP64.  All there is to choose is names and contents, so a reader writes
the frame again from the members and compares it: no byte of it can change unnoticed.
"""

from __future__ import annotations

import hashlib
import io
import os
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import LIMITS, MIB

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION = 20
_MADE_BY = (3 << 8) | _VERSION  # Unix
_DATE = 0x0021  # 1980-01-01 in MS-DOS form
_MODE = 0o100600 << 16
_LOCAL_FORM = struct.Struct("<4s5H3I2H")
_CENTRAL_FORM = struct.Struct("<4s6H3I5H2I")
_END_FORM = struct.Struct("<4s4H2IH")
_MAX_SIZE = 0xFFFFFFFE


@dataclass(frozen=True)
class Entry:
    """One member: ASCII name, size in bytes, CRC-32 (ISO 3309)."""

    name: str
    size: int
    crc: int


def local_size(name: str) -> int:
    """Bytes of a member's local header."""
    return _LOCAL_FORM.size + len(name)


def local_header(entry: Entry) -> bytes:
    """What stands before a member's content."""
    name = entry.name.encode("ascii")
    fixed = _LOCAL_FORM.pack(
        _LOCAL, _VERSION, 0, 0, 0, _DATE, entry.crc, entry.size, entry.size, len(name), 0
    )
    return fixed + name


def closing(entries: Sequence[Entry]) -> bytes:
    """Central directory and its end, for members that lie one after another from offset 0."""
    directory, offset = b"", 0
    for entry in entries:
        name = entry.name.encode("ascii")
        size, crc = entry.size, entry.crc
        directory += _CENTRAL_FORM.pack(
            _CENTRAL, _MADE_BY, _VERSION, 0, 0, 0, _DATE, crc, size, size, len(name), 0, 0, 0, 0,
            _MODE, offset,
        ) + name  # fmt: skip
        offset += local_size(entry.name) + size
    count = len(entries)
    return directory + _END_FORM.pack(_END, 0, 0, count, count, len(directory), offset, 0)


def write_small(members: Mapping[str, bytes]) -> bytes:
    """The container of members that fit into memory, in the order given."""
    entries = [Entry(name, len(data), zlib.crc32(data)) for name, data in members.items()]
    parts = [local_header(entry) + members[entry.name] for entry in entries]
    return b"".join(parts) + closing(entries)


@dataclass(frozen=True)
class Big:
    """A member that was not kept: where it lies and what it is."""

    offset: int
    size: int
    sha256: str


def read_small(
    data: bytes, names: Sequence[str], limit: int = LIMITS.small_member
) -> dict[str, bytes]:
    """The members; BatchError B01 no ZIP, B02 cut, B03 other members, B04 packed or encrypted,
    B09 any other difference to what :func:`write_small` makes of them."""
    return read(io.BytesIO(data), names, limit=limit)[0]


def read(
    file: BinaryIO,
    names: Sequence[str],
    big: str | None = None,
    limit: int = LIMITS.small_member,
) -> tuple[dict[str, bytes], Big | None]:
    """As :func:`read_small`, from the start of a seekable file; the member ``big`` is not kept."""
    total = file.seek(0, os.SEEK_END)
    file.seek(0)
    small: dict[str, bytes] = {}
    entries: list[Entry] = []
    found: Big | None = None
    for name in names:
        claimed = _read_header(file, name, first=not entries)
        offset = file.tell()
        if offset + claimed.size > total:
            raise refuse("B02", f"{name}: content ends early")
        if name == big:
            crc, digest = _measure(file, claimed.size)
            found = Big(offset, claimed.size, digest)
        else:
            small[name] = _read_small_member(file, claimed, limit)
            crc = zlib.crc32(small[name])
        if crc != claimed.crc:
            raise refuse("B09", f"{name}: CRC-32 differs")
        entries.append(claimed)
    _check_closing(file, closing(entries))
    return small, found


def _read_header(file: BinaryIO, name: str, *, first: bool) -> Entry:
    fixed = file.read(_LOCAL_FORM.size)
    if first and fixed[:4] != _LOCAL[: len(fixed)]:
        raise refuse("B01", "no local header at the start")
    if len(fixed) < _LOCAL_FORM.size:
        raise refuse("B02", "header ends early")
    signature, _, flags, method, _, _, crc, _, size, length, extra = _LOCAL_FORM.unpack(fixed)
    if signature in (_CENTRAL, _END):
        raise refuse("B03", f"{name}: missing")
    if signature != _LOCAL:
        raise refuse("B09", f"{name}: no local header")
    found = file.read(length)
    if len(found) < length:
        raise refuse("B02", "name ends early")
    if found != name.encode("ascii"):
        raise refuse("B03", f"{name}: another member in its place")
    if method != 0 or flags != 0:
        raise refuse("B04", f"{name}: method {method}, flags {flags:#x}")
    entry = Entry(name, size, crc)
    if extra or size > _MAX_SIZE or fixed + found != local_header(entry):
        raise refuse("B09", f"{name}: header is not canonical")
    return entry


def _read_small_member(file: BinaryIO, entry: Entry, limit: int) -> bytes:
    if entry.size > limit:
        raise refuse("B03", f"{entry.name}: too large")
    data = file.read(entry.size)
    if len(data) < entry.size:
        raise refuse("B02", f"{entry.name}: content ends early")
    return data


def _measure(file: BinaryIO, size: int) -> tuple[int, str]:
    crc, digest = 0, hashlib.sha256()
    for piece in pieces(file, size):
        crc = zlib.crc32(piece, crc)
        digest.update(piece)
    return crc, digest.hexdigest()


def pieces(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Exactly ``size`` bytes in pieces of at most 1 MiB; B02 where the file ends before."""
    while size:
        piece = file.read(min(MIB, size))
        if not piece:
            raise refuse("B02", "file ends early")
        size -= len(piece)
        yield piece


def _check_closing(file: BinaryIO, expected: bytes) -> None:
    tail = file.read(len(expected) + 1)
    if tail == expected:
        return
    if tail.startswith(_LOCAL):
        raise refuse("B03", "a member too many")
    if len(tail) < len(expected) and expected.startswith(tail):
        raise refuse("B02", "central directory ends early")
    raise refuse("B09", "central directory is not canonical")
