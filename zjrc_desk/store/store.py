"""One point's store: a folder with the encrypted file, the key slots and a lock."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock
from sqlmodel import Session

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.tables import Point, Staff
from zjrc_desk.store import failed, rekey, schema
from zjrc_desk.store.engine import connect, make_engine, plain_errors
from zjrc_desk.store.files import remove_unfinished, sync_file, sync_folder
from zjrc_desk.store.finder import Finder
from zjrc_desk.store.gate import BusyError, Gate
from zjrc_desk.store.kdf import KEY_BYTES, Cost, calibrated
from zjrc_desk.store.keyslots import Claim, KeySlots
from zjrc_desk.store.opening import (
    already_there,
    build,
    fitting,
    lock_folder,
    not_all_signed_in,
    still_read,
    unlock,
)
from zjrc_desk.store.place import DATABASE, SLOTS, TRIES, UNFINISHED
from zjrc_desk.store.place import exists as place_exists
from zjrc_desk.store.recovery_code import new_recovery_code

#: SQLite's ``user_version`` while something was erased and the file is not rewritten yet.
SCRUB_DUE = 1


class Store:
    """The open store.  ``close`` it; while it is open no other process can open it."""

    def __init__(self, folder: Path, key: bytes, lock: FileLock) -> None:
        self.folder = folder
        self.finder = Finder()
        self._lock = lock
        self._gate = Gate()
        self._use(key)

    def _use(self, key: bytes) -> None:
        # The one copy of the key in Python that can be emptied; see close().
        self._key = bytearray(key)
        self._engine = make_engine(self.folder / DATABASE, self._key)
        self._writer = self._engine.execution_options(zjrc_begin="IMMEDIATE")

    @staticmethod
    def exists(folder: Path) -> bool:
        """As :func:`zjrc_desk.store.place.exists`."""
        return place_exists(folder)

    @classmethod
    def create(
        cls,
        folder: Path,
        point: Point,
        administrator: Staff,
        password: str,
        now: datetime,
        *,
        code: str = "",
        cost: Cost | None = None,
    ) -> tuple[Store, str]:
        """Set up a new store; returns it and the recovery code, which is kept nowhere.

        ``code``: one from :func:`recovery_code.new_recovery_code` that was written down already.
        ``cost`` of a try at a password: what takes about half a second here.  Raises StoreError D08
        where a store exists already, D25 where only its database is gone.  Until the
        last step the file has another name, so that a set-up cut short can simply be repeated.
        """
        with plain_errors():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock = lock_folder(folder)
        try:
            if cls.exists(folder):
                raise already_there()
            key = secrets.token_bytes(KEY_BYTES)
            code = code or new_recovery_code()
            with plain_errors():
                build(folder, key, point, administrator, now)
                slots = KeySlots.new(folder / SLOTS, key, cost or calibrated())
                slots.put(Claim.by_code(code), key)
                slots.put(Claim.by_password(administrator.number, password), key)
                (folder / UNFINISHED).replace(folder / DATABASE)
                sync_folder(folder)
        except BaseException:
            lock.release()
            raise
        return cls(folder, key, lock), code

    @classmethod
    def open(cls, folder: Path, staff: str, password: str, now: datetime) -> Store:
        """Open by a staff member's password.

        Raises StoreError D01 (wrong password, or the wait after five), D02 (slots), D03 (file),
        D04 (made by a newer program), D05 (in use), D07 (no store here).
        """
        return cls._open(folder, Claim.by_password(staff, password), now)

    @classmethod
    def open_damaged(cls, folder: Path, staff: str, password: str, now: datetime) -> Store:
        """Open a file that :meth:`open` can't (D03), as it is, only to see what is left of it.

        Nothing is migrated.  Errors as for :meth:`open`, D03 only where the file is empty.
        """
        return cls._open(folder, Claim.by_password(staff, password), now, as_it_is=True)

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str, now: datetime) -> Store:
        """Open by the printed recovery code; errors as for :meth:`open`."""
        return cls._open(folder, Claim.by_code(code), now)

    @classmethod
    def _open(cls, folder: Path, claim: Claim, now: datetime, *, as_it_is: bool = False) -> Store:
        if not cls.exists(folder):
            raise StoreError(
                "D07",
                "这个文件夹里没有登记库。",
                "请先完成首次设置，或检查数据文件夹是否选对。",
            )
        with plain_errors():
            lock = lock_folder(folder)
        try:
            slots, keys = unlock(folder, claim, now)
            # To SQLite a file of length zero is a valid, empty database, and it would fill it.
            if (folder / DATABASE).stat().st_size == 0:
                raise schema.empty_file()
            key = fitting(folder / DATABASE, keys)
            store = cls(folder, key, lock)
            if as_it_is:
                return store
            with plain_errors():
                schema.bring_up_to_date(store._engine, partial(store._keep_before, now))
        except BaseException:
            lock.release()
            raise
        store._settle(slots, claim, key)
        store._finish_scrub()
        return store

    def _keep_before(self, now: datetime, coming: str) -> None:
        # Needed once in a release; it needs this module itself.
        from zjrc_desk.store import before_migration

        before_migration.keep(self, coming, now)

    def _settle(self, slots: KeySlots, claim: Claim, key: bytes) -> None:
        """Bring the slots up to date, and end a change of the key that was cut short."""
        try:
            with plain_errors():
                slots.settle(claim, key)
                rekey.remove_copy(self.folder)
                remove_unfinished(self.folder / SLOTS)
                remove_unfinished(self.folder / TRIES)
        except StoreError as error:
            # Opening must not fail for want of room; the next sign-in tries again.
            log.warning("%s", error)

    def with_same_key(self, folder: Path) -> Store:
        """The store in another folder as it is, taken to have this one's key; to be compared.

        Whether it has shows when it is read (StoreError D03).  Raises StoreError D05.
        """
        lock = lock_folder(folder)
        return Store(folder, bytes(self._key), lock)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one consistent state; what it changes is not kept."""
        with (
            self._gate.passing(),
            plain_errors(),
            Session(self._engine, expire_on_commit=False) as session,
        ):
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session that is one transaction: all of it is on disk when the block ends, or none.

        Raises StoreError (D06 disk full, D07 folder gone or read-only, L02 frozen revision ...).
        """
        with (
            self._gate.passing(),
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
            with (
                self._gate.passing(),
                plain_errors(),
                Session(engine, expire_on_commit=False) as session,
            ):
                yield session
        finally:
            engine.dispose()

    @contextmanager
    def apart(self) -> Iterator[Callable[[Path], Any]]:
        """Opens files with the store's key, outside its pool: to copy it and to check copies.

        The block gets a function from a path to a connection of the driver; all of them are
        closed when it ends.  Raises StoreError like :meth:`read`.
        """
        with self._gate.passing(), plain_errors(), ExitStack() as opened:
            yield lambda path: opened.enter_context(closing(connect(path, self._key)))

    def scrub(self) -> None:
        """Rewrite the file, so that nothing that was erased is left in any corner of it.

        ``secure_delete`` overwrites what is deleted, but not the copies that SQLite now and then
        leaves inside pages when it moves rows between them (seen: decision 0016).  Raises
        StoreError D06, D07; then, or where somebody reads meanwhile, opening the store does it.
        """
        with (
            self._gate.passing(),
            plain_errors(),
            closing(self._engine.raw_connection()) as connection,
        ):
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

    def failed_sign_ins(self, session: Session) -> int:
        """Enter the sign-ins that failed since the last right one; how many there were.

        Call :meth:`forget_failed_sign_ins` when that transaction has ended well.
        """
        return failed.write_into_chain(session, self.folder)

    def forget_failed_sign_ins(self) -> None:
        """They are in the chain."""
        with plain_errors():
            failed.forget(self.folder)

    # -- keys ------------------------------------------------------------------------------------

    def keys_of(self) -> KeySlots:
        """The store's key slots as they are on disk."""
        return KeySlots.load(self.folder / SLOTS)

    def put_slot(self, claim: Claim) -> None:
        """Let somebody open the store, or by another password than before."""
        with plain_errors():
            self.keys_of().put(claim, bytes(self._key))

    def remove_slot(self, staff: str) -> None:
        """Somebody can't open the store any more; nothing is re-encrypted."""
        with plain_errors():
            self.keys_of().remove_staff(staff, bytes(self._key))

    def prove(self, staff: str, password: str, now: datetime) -> None:
        """Raises StoreError D01 unless it is that person's password; wrong ones count as tries."""
        unlock(self.folder, Claim.by_password(staff, password), now)

    def change_key(self, cost: Cost | None = None) -> None:
        """Encrypt the whole file anew, under a new key; everybody's password stays as it is.

        Killed at any moment, the store opens by the same passwords: the slots open both keys until
        the new file is in the old one's place.  ``cost`` of new slots: measured anew.  Raises
        StoreError D05 where somebody still reads, D06, D07, D21; A09 while slots of the old format
        are there, which only their owners can bring up to date.
        """
        slots = self.keys_of()
        if slots.old():
            raise not_all_signed_in(slots.old())
        old_key, new_key = bytes(self._key), secrets.token_bytes(KEY_BYTES)
        database = self.folder / DATABASE
        cost = cost or calibrated()
        try:
            with plain_errors(), self._gate.closed():
                rekey.need_room(database)
                slots.set_cost(cost, old_key)
                slots.offer(old_key, new_key)
                try:
                    copy = rekey.copy_under(database, old_key, new_key)
                    self._swap(copy, new_key)
                except BaseException:
                    self._take_back(old_key)
                    raise
                slots.keep_only(new_key)
        except BusyError:
            raise still_read() from None

    def _swap(self, copy: Path, new_key: bytes) -> None:
        self._engine.dispose()
        # A log that is left would be taken for the new file's own.
        for log_of in (self.folder / f"{DATABASE}-wal", self.folder / f"{copy.name}-wal"):
            if log_of.exists() and log_of.stat().st_size:
                raise still_read()
        sync_file(copy)
        copy.replace(self.folder / DATABASE)
        self._use(new_key)
        sync_folder(self.folder)

    def _take_back(self, old_key: bytes) -> None:
        """The change failed: the old key goes on alone, if not now then at the next sign-in."""
        if bytes(self._key) != old_key:
            return
        try:
            with plain_errors():
                # Never by belief: taking the wrong one back would shut everybody out for good.
                connect(self.folder / DATABASE, old_key).close()
                rekey.remove_copy(self.folder)
                self.keys_of().keep_only(old_key)
        except StoreError as error:
            log.warning("%s", error)

    def close(self) -> None:
        """Close every connection, let others in, and empty what holds the key."""
        self.finder.stop()
        self._engine.dispose()
        self._lock.release()
        self._key[:] = bytes(len(self._key))
