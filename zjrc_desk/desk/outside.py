"""Files a person asked for outside the store: whole or not at all, readable by that person only."""

from __future__ import annotations

from pathlib import Path

from zjrc_desk.registry.errors import DISK_FULL, StoreError
from zjrc_desk.store.files import write_atomically


def write_outside(path: Path, data: bytes) -> None:
    """Write a file (mode 0600) in place of what was there.

    Raises StoreError D06 where the disk is full, D07 where the folder is gone or read-only or the
    file is open elsewhere; then what was there before is untouched, and nothing else is left.
    """
    try:
        write_atomically(path, data)
    except PermissionError as error:
        raise StoreError(
            "D07",
            "这个文件不能写入。",
            "它可能正在 Excel 中打开，或文件夹是只读的；请关闭它，或换一个文件夹。",
            detail=type(error).__name__,
        ) from error
    except OSError as error:
        if error.errno in DISK_FULL:
            raise StoreError(
                "D06",
                "磁盘满了，文件没有写成。",
                "请清理磁盘空间，或换一个地方再试。",
                detail=type(error).__name__,
            ) from error
        raise StoreError(
            "D07",
            "文件没有写成。",
            "请检查文件夹和 U 盘是否还在、能否写入，或换一个文件夹。",
            detail=type(error).__name__,
        ) from error


def make_folder(path: Path) -> None:
    """The folder and those above it, where they are not there.

    Raises StoreError D07 where it can't be made, or something else has its name.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            "D07",
            "这个文件夹用不了。",
            "请检查它的名字和 U 盘，或换一个文件夹。",
            detail=type(error).__name__,
        ) from error


def read_outside(path: Path) -> bytes:
    """A small file a person chose.  Raises StoreError D07 where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise StoreError(
            "D07",
            "文件读不出来。",
            "请检查文件还在不在、U 盘有没有拔出，再选一次。",
            detail=type(error).__name__,
        ) from error
