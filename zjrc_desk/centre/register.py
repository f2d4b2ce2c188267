"""The centre's register: one embedded SQLite file, one transaction a batch."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session

from zjrc_desk.centre.files import plain_errors
from zjrc_desk.centre.tables import SCHEMA_VERSION, Base, Setting
from zjrc_desk.registry.errors import StoreError

FILE_NAME = "centre.db"
#: Parameters of one statement; SQLite takes 32,766, PostgreSQL 32,767.
AT_ONCE = 500
#: For another's transaction to end, in seconds; for the tidying up after it, in milliseconds.
_WAITS, _TIDY_WAITS_MS = 30, 2_000


class Register:
    """The open register; :meth:`write` and :meth:`read` give a session in one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def create(cls, folder: Path, settings: dict[str, str]) -> Register:
        """A new register with these settings; StoreError D..

        One that is there already and was never finished (its settings come last) is completed.
        """
        path = folder / FILE_NAME
        with plain_errors():
            # Made here so that it has its permissions before anything is in it.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            register = cls(_engine(path))
            with register._engine.begin() as connection:
                Base.metadata.create_all(connection)
        with register.write() as session:
            for name, value in {**settings, "schema": SCHEMA_VERSION}.items():
                session.merge(Setting(name=name, value=value))
        return register

    @classmethod
    def open(cls, folder: Path) -> Register:
        """The register of a centre; StoreError D03 if it is none, D04 of a newer program."""
        path = folder / FILE_NAME
        if not path.is_file():
            raise StoreError(
                "D03", "省中心的登记库文件不见了。", "请不要改动任何文件，用最近的备份恢复。"
            )
        register = cls(_engine(path))
        with register.read() as session:
            version = session.get(Setting, "schema")
        if version is None or version.value != SCHEMA_VERSION:
            raise StoreError(
                "D04",
                "省中心的登记库是用更新的程序建立的。",
                "请先升级本程序，再打开。",
                detail=f"schema {version.value if version else None}",
            )
        with register.write() as session:
            # Tables that came later; what an older program does not know it leaves alone.
            Base.metadata.create_all(session.connection())
        return register

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def scrub_later(self, session: Session) -> None:
        """Note, in the session's transaction, that the file has to be rewritten after it."""
        session.connection().exec_driver_sql("PRAGMA user_version = 1")

    def scrub(self) -> None:
        """Rewrite the file where something was erased since it was last done.

        ``secure_delete`` overwrites what is deleted, but not the copies that SQLite now and then
        leaves inside pages.  Where somebody still reads, or the disk is full (StoreError D06, D07),
        the next call makes up for it.
        """
        with plain_errors(), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            if cursor.execute("PRAGMA user_version").fetchone() == (0,):
                return
            # VACUUM's own copy never lies on the disk in clear.
            cursor.execute("PRAGMA temp_store = MEMORY")
            cursor.execute("VACUUM")
            # A batch's receipt does not wait for whoever still reads.
            cursor.execute(f"PRAGMA busy_timeout = {_TIDY_WAITS_MS}")
            busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {1000 * _WAITS}")
            if not busy:
                cursor.execute("PRAGMA user_version = 0")

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: all of it on disk when the block ends, or nothing if it raises."""
        with (
            plain_errors(),
            Session(self._engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent view that changes nothing."""
        engine = self._engine.execution_options(zjrc_begin="DEFERRED")
        with plain_errors(), _session(engine) as session, session.begin():
            yield session


def _session(engine: Engine) -> Session:
    # What was read stays readable after the transaction.
    return Session(engine, expire_on_commit=False)


def _engine(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        # isolation_level None: the driver's own transactions would begin late.
        connection = sqlite3.connect(
            path, timeout=_WAITS, isolation_level=None, check_same_thread=False
        )
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    # Errors without the values of the row: those are people's.
    engine = create_engine("sqlite://", creator=connect, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        mode = connection.get_execution_options().get("zjrc_begin", "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {mode}")

    return engine
