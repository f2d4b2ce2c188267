"""Where a store lies in its folder.  Loads nothing of the database, so that it answers at once."""

from __future__ import annotations

from pathlib import Path

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.journal import log
from zjrc_desk.store import swap

DATABASE = "registrations.db"
SLOTS = "slots.json"
TRIES = "tries.json"
LOCK = "store.lock"
OUTBOX = "outbox"


#: The database's name until a set-up has its last step behind it.
UNFINISHED = f"{DATABASE}.new"


def exists(folder: Path) -> bool:
    """Whether a store was set up in ``folder``; a restore that was cut short is finished.

    Raises StoreError D25 where the key slots are there and the database is not, so that nothing is
    set up over them: they alone open it when it is put back.  D07 where the folder can't be read or
    written.
    """
    try:
        swap.finish(folder)
        if (folder / DATABASE).exists():
            return True
        # A set-up that was cut short has slots too, and can be repeated.
        lost = (folder / SLOTS).exists() and not (folder / UNFINISHED).exists()
    except OSError as error:
        raise StoreError(
            "D07",
            "读写数据文件夹时出错。",
            "请检查文件夹是否还在、能否写入，磁盘或 U 盘是否接好，再试一次。",
            detail=f"errno {error.errno}",
        ) from error
    if lost:
        raise StoreError(
            "D25",
            f"钥匙文件在，登记库文件（{DATABASE}）不见了。",
            "请把它放回数据文件夹，或从备份恢复；不要重新设立登记点。",
            detail="slots without a database",
        )
    return False


def require_slots(folder: Path) -> None:
    """Raises StoreError D02 where they are gone: no password and no code opens the store then."""
    if not (folder / SLOTS).exists():
        raise slots_damaged("slots.json missing")


def slots_damaged(detail: str) -> StoreError:
    """D02."""
    return StoreError(
        "D02",
        "钥匙文件缺失或已损坏，打不开登记库。",
        "请不要改动任何文件，用最近的备份恢复，或联系省中心。",
        detail=detail,
    )


def in_use(folder: Path) -> bool:
    """Whether somebody holds the lock; asked without waiting, and without keeping it."""
    # Not at the top: whether there is a store is asked before the window takes keys.
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / LOCK, timeout=0):
            return False
    except Timeout:
        return True
    except OSError as error:
        # Opening the store will say what is wrong with the folder.
        log.info("lock not tried: errno %s", error.errno)
        return False
