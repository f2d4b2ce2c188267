"""One point's store: a folder with the encrypted file, the key slots and a lock."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Engine
from sqlmodel import Session

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.tables import Point, Staff
from zjrc_desk.store import audit, schema, swap
from zjrc_desk.store.engine import connect, make_engine, plain_errors
from zjrc_desk.store.files import sync_folder
from zjrc_desk.store.finder import Finder
from zjrc_desk.store.keyslots import KEY_BYTES, Cost, KeySlots, check_password, new_recovery_code
from zjrc_desk.store.tries import Tries

DATABASE = "registrations.db"
SLOTS = "slots.json"
TRIES = "tries.json"
LOCK = "store.lock"
#: SQLite's ``user_version`` while something was erased and the file is not rewritten yet.
SCRUB_DUE = 1


class Store:
    """The open store.  ``close`` it; while it is open no other process can open it."""

    def __init__(self, folder: Path, engine: Engine, lock: FileLock, key: bytes) -> None:
        self.folder = folder
        self.finder = Finder()
        self._key = key
        self._engine = engine
        self._writer = engine.execution_options(zjrc_begin="IMMEDIATE")
        self._lock = lock

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a store was set up in ``folder``; a restore that was cut short is finished."""
        with plain_errors():
            swap.finish(folder)
        return (folder / DATABASE).exists()

    @classmethod
    def create(
        cls, folder: Path, point: Point, administrator: Staff, password: str, now: datetime
    ) -> tuple[Store, str]:
        """Set up a new store; returns it and the recovery code, which is kept nowhere.

        Raises StoreError D08 where one exists already, A02 for a password too short.  Until the
        last step the file has another name, so that a set-up cut short can simply be repeated.
        """
        check_password(password)
        with plain_errors():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = _lock(folder)
        try:
            if cls.exists(folder):
                raise StoreError(
                    "D08", "这个文件夹里已经有一个登记库。", "请直接登录，或另选一个空文件夹。"
                )
            key = secrets.token_bytes(KEY_BYTES)
            code = new_recovery_code()
            with plain_errors():
                _build(folder, key, point, administrator, now)
                slots = KeySlots.new(folder / SLOTS)
                slots.add_recovery(code, key, Cost())
                slots.add_staff(administrator.number, password, key, Cost())
                (folder / f"{DATABASE}.new").replace(folder / DATABASE)
                sync_folder(folder)
        except BaseException:
            lock.release()
            raise
        return cls(folder, make_engine(folder / DATABASE, key), lock, key), code

    @classmethod
    def open(cls, folder: Path, staff: str, password: str, now: datetime) -> Store:
        """Open by a staff member's password.

        Raises StoreError D01 (wrong password, or the wait after five), D02 (slots), D03 (file),
        D04 (made by a newer program), D05 (in use), D07 (no store here).
        """
        return cls._open(folder, lambda slots: slots.unlock(staff, password), now)

    @classmethod
    def open_damaged(cls, folder: Path, staff: str, password: str, now: datetime) -> Store:
        """Open a file that :meth:`open` can't (D03), as it is, only to see what is left of it.

        Nothing is migrated.  Errors as for :meth:`open`, D03 only where the file is empty.
        """
        return cls._open(folder, lambda slots: slots.unlock(staff, password), now, as_it_is=True)

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str, now: datetime) -> Store:
        """Open by the printed recovery code; errors as for :meth:`open`."""
        return cls._open(folder, lambda slots: slots.unlock_with_recovery(code), now)

    @classmethod
    def _open(
        cls,
        folder: Path,
        unlock: Callable[[KeySlots], bytes],
        now: datetime,
        *,
        as_it_is: bool = False,
    ) -> Store:
        if not cls.exists(folder):
            raise StoreError(
                "D07",
                "这个文件夹里没有登记库。",
                "请先完成首次设置，或检查数据文件夹是否选对。",
            )
        with plain_errors():
            lock = _lock(folder)
        try:
            tries = Tries(folder / TRIES)
            tries.check(now)
            key = _unlock(KeySlots.load(folder / SLOTS), unlock, tries, now)
            # To SQLite a file of length zero is a valid, empty database, and it would fill it.
            if (folder / DATABASE).stat().st_size == 0:
                raise schema.empty_file()
            engine = make_engine(folder / DATABASE, key)
            if not as_it_is:
                with plain_errors():
                    schema.bring_up_to_date(engine)
        except BaseException:
            lock.release()
            raise
        store = cls(folder, engine, lock, key)
        if not as_it_is:
            store._finish_scrub()
        return store

    def with_same_key(self, folder: Path) -> Store:
        """The store in another folder as it is, taken to have this one's key; to be compared.

        Whether it has shows when it is read (StoreError D03).  Raises StoreError D05.
        """
        lock = _lock(folder)
        return Store(folder, make_engine(folder / DATABASE, self._key), lock, self._key)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state; what it changes is not kept."""
        with plain_errors(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is one transaction: all of it is on disk when the block ends, or none.

        Raises StoreError (D06 disk full, D07 folder gone or read-only, L02 frozen revision ...).
        """
        with (
            plain_errors(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def read_anew(self) -> Iterator[Session]:
        """Like :meth:`read`, on a connection of its own: once SQLCipher met a damaged page, that
        connection reads nothing any more."""
        engine = make_engine(self.folder / DATABASE, self._key)
        try:
            with plain_errors(), Session(engine, expire_on_commit=False) as session:
                yield session
        finally:
            engine.dispose()

    @contextmanager
    def apart(self) -> Iterator[Callable[[Path], Any]]:
        """Opens files with the store's key, outside its pool: to copy it and to check copies.

        The block gets a function from a path to a connection of the driver; all of them are
        closed when it ends.  Raises StoreError like :meth:`read`.
        """
        with plain_errors(), ExitStack() as opened:
            yield lambda path: opened.enter_context(closing(connect(path, self._key)))

    def scrub(self) -> None:
        """Rewrite the file, so that nothing that was erased is left in any corner of it.

        ``secure_delete`` overwrites what is deleted, but not the copies that SQLite now and then
        leaves inside pages when it moves rows between them (seen: decision 0016).  Raises
        StoreError D06, D07; then, or where somebody reads meanwhile, opening the store does it.
        """
        with plain_errors(), closing(self._engine.raw_connection()) as connection:
            # VACUUM's own copy of the file: on disk, and encrypted by SQLCipher with the same key;
            # in memory it would need as much of it as the file is long.
            cursor = connection.cursor()
            cursor.execute("PRAGMA temp_store = FILE")
            try:
                cursor.execute("VACUUM")
            finally:
                cursor.execute("PRAGMA temp_store = MEMORY")
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                cursor.execute("PRAGMA user_version = 0")

    def _finish_scrub(self) -> None:
        with self.read() as session:
            due = session.connection().exec_driver_sql("PRAGMA user_version").scalar()
        if due != SCRUB_DUE:
            return
        try:
            self.scrub()
        except StoreError as error:
            # No room for it now is no reason to keep people from their work: next time again.
            log.warning("%s", error)

    def keys_of(self) -> KeySlots:
        """The store's key slots, to add or remove a staff member's."""
        return KeySlots.load(self.folder / SLOTS)

    def close(self) -> None:
        """Close every connection and let others in."""
        self.finder.stop()
        self._engine.dispose()
        self._lock.release()


def _unlock(
    slots: KeySlots, unlock: Callable[[KeySlots], bytes], tries: Tries, now: datetime
) -> bytes:
    try:
        key = unlock(slots)
    except StoreError as error:
        if error.code == "D01":
            with plain_errors():
                tries.failed(now)
        raise
    with plain_errors():
        tries.succeeded()
    return key


def _build(folder: Path, key: bytes, point: Point, administrator: Staff, now: datetime) -> None:
    """The new file with its schema and first rows, under a name that does not count yet."""
    unfinished = folder / f"{DATABASE}.new"
    for leftover in folder.glob(f"{DATABASE}.new*"):
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


def _lock(folder: Path) -> FileLock:
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StoreError(
            "D05",
            "登记库正被另一个窗口使用。",
            "请切换到已经打开的窗口，或关闭它后再试。",
        ) from None
    return lock
