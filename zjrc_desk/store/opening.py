"""Getting at a store: its folder's names, its lock, its slots, and which key fits."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session

from zjrc_desk.registry.errors import AccessError, StoreError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.tables import Point, Staff
from zjrc_desk.store import audit, failed, schema
from zjrc_desk.store.engine import connect, make_engine, plain_errors
from zjrc_desk.store.keyslots import RECOVERY, STAFF, Claim, KeySlots
from zjrc_desk.store.place import LOCK, SLOTS, TRIES, UNFINISHED
from zjrc_desk.store.tries import Tries


def already_there() -> StoreError:
    """D08."""
    return StoreError("D08", "这个文件夹里已经有一个登记库。", "请直接登录，或另选一个空文件夹。")


def unlock(folder: Path, claim: Claim, now: datetime) -> tuple[KeySlots, list[bytes]]:
    """The slots and the keys they give; a wrong password is counted and noted.

    Raises StoreError D01, D02, D07.
    """
    tries = Tries(folder / TRIES)
    with plain_errors():
        tries.check()
    slots = KeySlots.load(folder / SLOTS)
    try:
        keys = slots.keys(claim)
    except StoreError as error:
        if error.code == "D01":
            with plain_errors():
                tries.failed(now)
                failed.note(folder, claim.staff if claim.staff in slots.staff() else "", now)
        raise
    with plain_errors():
        tries.succeeded()
    return slots, keys


def fitting(database: Path, keys: list[bytes]) -> bytes:
    """Of the keys that are offered the one that opens the file, the newest first."""
    *newer, oldest = reversed(keys)
    for key in newer:
        try:
            with closing(connect(database, key)):
                return key
        except sqlcipher.DatabaseError as error:
            # The wrong key and a damaged file look alike; of the latter the last key tells.
            log.info("not by the newer key: %s", type(error).__name__)
    return oldest


def not_all_signed_in(old: list[tuple[str, str]]) -> AccessError:
    """A09, with whom it waits for."""
    staff = "、".join(number for kind, number in old if kind == STAFF)
    steps = [f"请这些人各登录一次，或为他们重设密码：{staff}。"] if staff else []
    if any(kind == RECOVERY for kind, _ in old):
        steps.append("请先换一个新的恢复码。")
    return AccessError("A09", "有的钥匙还是旧格式，现在不能更换密钥。", "".join(steps))


def still_read() -> StoreError:
    """D05, while the key is to be changed."""
    return StoreError("D05", "登记库还在被读取，没有更换密钥。", "请稍等片刻再试。")


def build(folder: Path, key: bytes, point: Point, administrator: Staff, now: datetime) -> None:
    """The new file with its schema and first rows, under a name that does not count yet."""
    unfinished = folder / UNFINISHED
    for leftover in folder.glob(f"{UNFINISHED}*"):
        leftover.unlink()
    engine = make_engine(unfinished, key)
    schema.build(engine)
    with Session(engine, expire_on_commit=False) as session, session.begin():
        session.add(point)
        session.add(administrator)
        audit.append(session, administrator.number, "set-up", now)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    unfinished.chmod(0o600)


def lock_folder(folder: Path) -> FileLock:
    """Nobody else opens the store meanwhile; StoreError D05 where somebody has."""
    # Opened beside the window and closed in it.
    lock = FileLock(folder / LOCK, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise StoreError(
            "D05",
            "登记库正被另一个窗口使用。",
            "请切换到已经打开的窗口，或关闭它后再试。",
        ) from None
    return lock
