"""A backup: one file with the encrypted database, the key slots, and what it is a backup of.

A ZIP, members stored: ``manifest.json`` (below), ``slots.json``, ``registrations.db`` (SQLCipher,
as encrypted as the store itself).  Its comment is the SHA-256, in hex, of every byte before the
comment, so that any byte that changed and any cut shows without a password; ``unzip`` opens it.
Against somebody who makes the digest anew stand the HMACs of the pages and the slots' AES-GCM.

The manifest: ``format``, ``point``, ``generation``, ``made_at`` (RFC 3339), ``schema``, ``audit``
{entries, head}, ``rows`` {table: number}, ``files`` {member: {size, sha256}}.  No name of anybody.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from zjrc_desk.registry.errors import StoreError

FORMAT = "zjrc-backup/1"
SUFFIX = ".zjrc-backup"
MANIFEST, SLOTS_MEMBER, DATABASE_MEMBER = "manifest.json", "slots.json", "registrations.db"
_MEMBERS = [MANIFEST, SLOTS_MEMBER, DATABASE_MEMBER]
_DATE = (1980, 1, 1, 0, 0, 0)
_PIECE = 1 << 20
_PLACE = b"0" * 64
_COMMENT = len(_PLACE)
_MOST_SMALL = 1 << 20
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Facts:
    """What a backup says of itself, and what the database inside must agree with."""

    point: str
    generation: int
    made_at: str
    schema: str
    audit_entries: int
    audit_head: str
    rows: Mapping[str, int]


class _Hashing(io.RawIOBase):
    """A file that is only written on, and whose bytes but the comment are digested on their way."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self.digest = hashlib.sha256()
        self._file, self._at = file, 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if bytes(data) != _PLACE:
            self.digest.update(data)
        self._file.write(data)
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at


def write_backup(
    target: Path, database: Path, slots: bytes, facts: Facts, progress: Progress
) -> None:
    """Write the file, durable when it returns; OSError where there is no room or no folder."""
    size, digest = _measure(database)
    content = {"format": FORMAT, **asdict(facts)}
    content["audit"] = {
        "entries": content.pop("audit_entries"),
        "head": content.pop("audit_head"),
    }
    content["files"] = {
        SLOTS_MEMBER: {"size": len(slots), "sha256": hashlib.sha256(slots).hexdigest()},
        DATABASE_MEMBER: {"size": size, "sha256": digest},
    }
    manifest = json.dumps(content, ensure_ascii=False, indent=1).encode()
    with target.open("wb") as file:
        hashing = _Hashing(file)
        with zipfile.ZipFile(hashing, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(MANIFEST, _DATE), manifest)
            archive.writestr(zipfile.ZipInfo(SLOTS_MEMBER, _DATE), slots)
            info = zipfile.ZipInfo(DATABASE_MEMBER, _DATE)
            with archive.open(info, "w", force_zip64=True) as member, database.open("rb") as source:
                for done, piece in enumerate(iter(partial(source.read, _PIECE), b""), 1):
                    member.write(piece)
                    progress(min(done * _PIECE, size), size)
            # Its length stands before it and is digested; what it says is put there afterwards.
            archive.comment = _PLACE
        file.seek(-len(_PLACE), os.SEEK_END)
        file.write(hashing.digest.hexdigest().encode())
        file.flush()
        os.fsync(file.fileno())


def _measure(path: Path) -> tuple[int, str]:
    size = path.stat().st_size
    with path.open("rb") as file:
        return size, _digest(file, size)


def _digest(file: BinaryIO, size: int, progress: Progress | None = None) -> str:
    digest, left = hashlib.sha256(), size
    while left and (piece := file.read(min(_PIECE, left))):
        digest.update(piece)
        left -= len(piece)
        if progress:
            progress(size - left, size)
    return digest.hexdigest()


def read_backup(path: Path, progress: Progress | None = None) -> Facts:
    """Read the whole file and say what it is a backup of.

    Raises StoreError D14 for a file that is no backup, D15 for one that was cut or changed, D04
    for one of a newer program; OSError where it can't be read.
    """
    with path.open("rb") as file:
        _forget_cached(file)
        size = file.seek(0, os.SEEK_END)
        if size < 4 or _at(file, 0, 4) != b"PK\x03\x04":
            raise _no_backup("no ZIP")
        told = _at(file, max(size - _COMMENT, 0), _COMMENT)
        file.seek(0)
        if _digest(file, max(size - _COMMENT, 0), progress).encode() != told:
            raise _changed("digest of the file")
        try:
            with zipfile.ZipFile(file) as archive:
                return _facts(archive)
        except (zipfile.BadZipFile, ValueError, KeyError, TypeError) as error:
            raise _no_backup(type(error).__name__) from error


def told_by(path: Path) -> Facts | None:
    """What a file says of itself, read from its ends alone; None where it can't be understood.

    Nothing is checked: good enough to let a file stay, or go when others hold the same.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _facts(archive)
    except (StoreError, OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError):
        return None


def _at(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)


def _forget_cached(file: BinaryIO) -> None:
    """Have it read from the disk or stick, not from memory, where the system can be asked to."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _facts(archive: zipfile.ZipFile) -> Facts:
    if archive.namelist() != _MEMBERS or archive.getinfo(MANIFEST).file_size > _MOST_SMALL:
        raise _no_backup("members")
    content = json.loads(archive.read(MANIFEST))
    made_by = str(content["format"])
    if made_by != FORMAT:
        if made_by.startswith("zjrc-backup/"):
            raise _newer(made_by)
        raise _no_backup("format")
    for name, told in content["files"].items():
        if archive.getinfo(name).file_size != told["size"]:
            raise _changed(name)
    return Facts(
        point=str(content["point"]),
        generation=int(content["generation"]),
        made_at=str(content["made_at"]),
        schema=str(content["schema"]),
        audit_entries=int(content["audit"]["entries"]),
        audit_head=str(content["audit"]["head"]),
        rows={str(name): int(number) for name, number in content["rows"].items()},
    )


def unpack(path: Path, folder: Path, progress: Progress | None = None) -> None:
    """Put the slots and the database of a backup that was read into ``folder``, durable."""
    with zipfile.ZipFile(path) as archive:
        for name in (SLOTS_MEMBER, DATABASE_MEMBER):
            size, done = archive.getinfo(name).file_size, 0
            with archive.open(name) as member, (folder / name).open("xb") as file:
                (folder / name).chmod(0o600)
                while piece := member.read(_PIECE):
                    file.write(piece)
                    done += len(piece)
                    if progress and name == DATABASE_MEMBER:
                        progress(done, size)
                file.flush()
                os.fsync(file.fileno())


def _no_backup(detail: str) -> StoreError:
    return StoreError("D14", "这不是登记库的备份文件。", "请另选一个备份文件。", detail=detail)


def _changed(detail: str) -> StoreError:
    return StoreError(
        "D15", "这个备份文件不完整，或者被改动过。", "请另选一个备份文件。", detail=detail
    )


def _newer(detail: str) -> StoreError:
    return StoreError(
        "D04", "这个备份是用更新版本的程序做的。", "请先更新本程序，再恢复。", detail=detail
    )
