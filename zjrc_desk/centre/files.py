"""Files of the centre's data folder: readable by its owner only, whole or not there at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from zjrc_desk.registry.errors import DISK_FULL, StoreError

_TEXTS = {
    "D03": ("省中心的登记库文件已损坏或被替换。", "请不要改动任何文件，用最近的备份恢复。"),
    "D05": ("另一个程序正在使用省中心的登记库。", "请等它结束后再试。"),
    "D06": ("磁盘满了，这一次没有保存，之前的都在。", "请清理磁盘空间后再试。"),
    "D07": ("读写数据文件夹时出错，这一次没有保存。", "请检查文件夹的权限和磁盘，再试一次。"),
    "D00": (
        "省中心的登记库出现意外的错误，这一次没有保存。",
        "请再试一次；若仍不行，请联系管理员。",
    ),
}
_SIGNS = (
    ("full", "D06"),
    ("readonly", "D07"),
    ("disk i/o", "D07"),
    ("unable to open", "D07"),
    ("locked", "D05"),
    ("not a database", "D03"),
    ("malformed", "D03"),
)


def fault(code: str, detail: str) -> StoreError:
    """The error of a code of this module."""
    message, remedy = _TEXTS[code]
    return StoreError(code, message, remedy, detail=detail)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns errors of the database and the disk into StoreError D00, D03, D05, D06 or D07.

    The database's own words may quote values of a row, so only the kind of error is passed on.
    """
    try:
        yield
    except DBAPIError as error:
        text = str(error.orig).lower()
        code = next((code for sign, code in _SIGNS if sign in text), "D00")
        raise fault(code, type(error.orig).__name__) from error
    except OSError as error:
        code = "D06" if error.errno in DISK_FULL else "D07"
        raise fault(code, f"{type(error).__name__} errno {error.errno}") from error


def make_folder(folder: Path) -> Path:
    """A folder only its owner can enter (0700), with its parents."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def write_private(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Replace ``path`` by ``data``, durable when it returns; OSError leaves what was there."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable; Windows has no such call and needs none (NTFS logs)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
