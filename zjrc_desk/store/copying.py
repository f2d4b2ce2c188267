"""A copy of the open store's database, and whether it is one that can be relied on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.tables import Backup
from zjrc_desk.store.backup_file import Facts
from zjrc_desk.store.place import DATABASE, SLOTS
from zjrc_desk.store.store import Store

_PAGES_AT_ONCE = 256
Progress = Callable[[int, int], None]


def newest_backup(session: Session) -> Backup | None:
    """The backup that was found good last."""
    return session.exec(select(Backup).order_by(col(Backup.id).desc()).limit(1)).first()


def copy_database(store: Store, target: Path, progress: Progress) -> bytes:
    """SQLite's online backup into ``target``, encrypted with the same key; others go on working.
    Returns the key slots that open it.

    ``progress`` may raise to stop it.  Raises StoreError D06, D07, D03 for a damaged page.
    """

    def tell(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total)

    with store.apart() as open_file:
        source = open_file(store.folder / DATABASE)
        copy = open_file(target)
        # One state of the store from the first page to the last: without it, every save of
        # somebody else would begin the copy anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(copy, pages=_PAGES_AT_ONCE, progress=tell)
        source.execute("ROLLBACK")
        # One file, with nothing beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        # Read here, where the store's key can't be changed meanwhile.
        slots = (store.folder / SLOTS).read_bytes()
    target.chmod(0o600)
    return slots


def facts_of_copy(store: Store, copy: Path, made_at: str) -> Facts:
    """Open the copy, check every page and its structure, and say what it holds.

    Raises StoreError D03 where it is damaged, which means that the store is.
    """
    with store.apart() as open_file:
        connection = open_file(copy)
        wrong = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        said = connection.execute("PRAGMA quick_check(1)").fetchone()
        if wrong or said[0] != "ok":
            raise StoreError(
                "D03",
                "登记库文件有一部分已损坏，没有做成新的备份。",
                "请马上停止录入，用最近的备份恢复。",
                detail=f"{len(wrong)} pages",
            )
        facts = _facts(connection, made_at)
        connection.execute("PRAGMA journal_mode = DELETE")
    return facts


def _facts(connection: Any, made_at: str) -> Facts:
    def one(query: str) -> Any:
        return connection.execute(query).fetchone()

    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    names = [row[0] for row in connection.execute(tables).fetchall()]
    point, generation = one("SELECT code, generation FROM point")
    entries, head = one("SELECT number, hash FROM auditentry ORDER BY number DESC LIMIT 1")
    return Facts(
        point=point,
        generation=generation,
        made_at=made_at,
        schema=one("SELECT version_num FROM alembic_version")[0],
        audit_entries=entries,
        audit_head=head,
        rows={name: one(f'SELECT count(*) FROM "{name}"')[0] for name in names},
    )
