"""Opens the SQLCipher file: settings of every connection, and its errors in plain words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from zjrc_desk.registry.errors import DISK_FULL, StoreError

#: Twice the read speed of SQLCipher's default of 4,096 where attachments lie in the file.
PAGE_BYTES = 16_384


def connect(path: Path, key: bytes | bytearray) -> Any:
    """One connection of the driver to the encrypted file at ``path``.

    WAL with synchronous=FULL (an acknowledged save survives a power cut), foreign keys on, deleted
    content overwritten, temporary tables in memory (never in clear on disk), the memory SQLCipher
    used emptied when it is given back.  Raises the driver's errors, for :func:`plain_errors`.
    """
    connection = sqlcipher.connect(str(path), check_same_thread=False, timeout=30)
    connection.isolation_level = None
    for pragma in (
        # What goes wrong is raised; its own report would go to a terminal nobody looks at.
        "cipher_log_level = NONE",
        f"key = \"x'{key.hex()}'\"",
        f"cipher_page_size = {PAGE_BYTES}",
        "cipher_memory_security = ON",
        "temp_store = MEMORY",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def make_engine(path: Path, key: bytes | bytearray) -> Engine:
    """An engine on the encrypted file at ``path``; connections are opened as they are needed.

    Each as :func:`connect` makes it, with transactions that take the write lock at once.  ``key``
    may be emptied by its owner (a bytearray): then no further connection opens.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=partial(connect, path, key),
        poolclass=QueuePool,
        # The one used last: it has in memory what was read, and what another one writes takes that
        # from it.
        pool_use_lifo=True,
        # Its errors say which statement failed, never with which values: those are people's.
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # The driver's own transaction handling would begin late and commit before DDL.
        mode = connection.get_execution_options().get("zjrc_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine


_PLAIN = {
    "full": (
        "D06",
        "磁盘满了，这一次没有保存，之前的都在。",
        "请清理磁盘空间后再试。",
    ),
    "readonly": (
        "D07",
        "数据文件夹不能写入，这一次没有保存。",
        "请检查文件夹的权限，或 U 盘是否被拔出。",
    ),
    "not a database": (
        "D03",
        "登记库文件已损坏或被替换，打不开。",
        "请不要改动任何文件，用最近的备份恢复。",
    ),
    "malformed": (
        "D03",
        "登记库文件有一部分已损坏。",
        "请马上停止录入，用最近的备份恢复。",
    ),
    "locked": ("D05", "登记库正被另一个窗口使用。", "请关闭另一个窗口后再试。"),
    "disk i/o": (
        "D07",
        "读写数据文件夹时出错，这一次没有保存。",
        "请检查磁盘或 U 盘是否接好、有没有剩余空间，再试一次。",
    ),
    "unable to open": (
        "D07",
        "找不到数据文件夹，或不能打开登记库。",
        "请检查文件夹是否还在、U 盘是否接好。",
    ),
    "erased registration": (
        "L09",
        "这份登记的个人信息已经删除，不能再写入。",
        "本人又愿意登记的，请另作新登记。",
    ),
    "sealed attachments": (
        "L50",
        "这份登记已经封批，附件不能再改。",
        "请用“变更”另立一个新版本，附件添加到新版本。",
    ),
    "frozen": ("L02", "这份登记已经见证，内容不能再改。", "请用“变更”另立一个新版本。"),
}


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns the errors of SQLite and of the disk into StoreError with its code."""
    try:
        yield
    except DBAPIError as error:
        raise _translated(str(error.orig), error) from error
    except sqlcipher.Error as error:
        raise _translated(str(error), error) from error
    except OSError as error:
        text = {errno.EROFS: "readonly", errno.EACCES: "readonly"}
        said = "full" if error.errno in DISK_FULL else text.get(error.errno or 0, "disk i/o")
        raise _translated(said, error) from error


def _translated(text: str, error: Exception) -> StoreError:
    lower = text.lower()
    for sign, (code, message, remedy) in _PLAIN.items():
        if sign in lower:
            return StoreError(code, message, remedy, detail=f"{type(error).__name__}: {sign}")
    # SQLite's own words may quote values of a row; only the kind of error goes to the log.
    return StoreError(
        "D00",
        "登记库出现意外的错误，这一次没有保存。",
        "请再试一次；若仍不行，请联系管理员。",
        detail=type(error).__name__,
    )
