"""Is the file whole?  Page by page, table by table, each on a connection of its own.

SQLCipher keeps an HMAC with every page, so that a byte that changed is found wherever it lies; a
connection that met such a page reads nothing any more, hence one for each question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from zjrc_desk.store import schema
from zjrc_desk.store.place import DATABASE
from zjrc_desk.store.store import Store

#: More than that many pages or rows of one kind are summed up.
_MOST = 50
_PAGE = re.compile(r"page (\d+)")


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be: a stable code (K01-K10), a plain Chinese sentence
    without anybody's name, and where (a record id, a serial, a file name, a number)."""

    code: str
    message: str
    where: str = ""


def damaged_pages(store: Store) -> Iterator[Finding]:
    """K01 for every page of the file whose HMAC does not hold, or which is not whole."""
    with store.apart() as open_file:
        try:
            connection = open_file(store.folder / DATABASE)
            # What is only in the write-ahead log yet is checked where it belongs.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            wrong = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
        except sqlcipher.DatabaseError as error:
            yield Finding("K01", "登记库文件的开头已损坏，打不开。", type(error).__name__)
            return
    for text in wrong[:_MOST]:
        page = _PAGE.search(text)
        number = page.group(1) if page else "?"
        yield Finding("K01", f"登记库文件第 {number} 页已损坏。", f"page {number}")
    if len(wrong) > _MOST:
        yield Finding("K01", f"登记库文件另有 {len(wrong) - _MOST} 页已损坏。")


def structure(store: Store) -> Iterator[Finding]:
    """K01 where SQLite's own structure does not hold, K02 for rows that refer to nothing."""
    with store.apart() as open_file:
        try:
            connection = open_file(store.folder / DATABASE)
            said = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlcipher.DatabaseError as error:
            yield Finding("K01", "登记库的结构检查做不完。", type(error).__name__)
            return
    for number, text in enumerate(said):
        if text != "ok":
            yield Finding("K01", "登记库的结构有错。", f"integrity {number + 1}")
    for table, row, parent, _ in loose[:_MOST]:
        yield Finding("K02", "有一行指向不存在的内容。", f"{table} {row} -> {parent}")


def guards(store: Store) -> Iterator[Finding]:
    """K10 where a trigger that keeps what was declared from being changed is gone or another."""
    with store.apart() as open_file:
        try:
            connection = open_file(store.folder / DATABASE)
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            same = schema.triggers_digest(connection.execute(query)) == schema.TRIGGERS
        except sqlcipher.DatabaseError as error:
            yield Finding("K08", "登记库里防止改动的规则读不出。", type(error).__name__)
            return
    # A store too damaged to be migrated is looked at as it is, with the rules of its own day.
    if not same and found == (schema.HEAD,):
        text = "登记库里防止改动的规则少了，或被改过：登记可能被人改动。"
        yield Finding("K10", text, "triggers")


def unreadable_tables(store: Store) -> Iterator[Finding]:
    """K08 for each table that can't be read to its end, with how many rows could."""
    with store.apart() as open_file:
        try:
            connection = open_file(store.folder / DATABASE)
            query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            tables = [row[0] for row in connection.execute(query)]
        except sqlcipher.DatabaseError:
            yield Finding("K08", "登记库的目录读不出，里面的内容都读不出。")
            return
        for table in tables:
            rows, whole = _count(open_file(store.folder / DATABASE), table)
            if not whole:
                yield Finding("K08", f"表 {table} 读不完：读出 {rows} 行以后就是损坏处。", table)


def _count(connection: Any, table: str) -> tuple[int, bool]:
    rows = 0
    try:
        for _ in connection.execute(f'SELECT * FROM "{table}" NOT INDEXED'):
            rows += 1
    except sqlcipher.DatabaseError:
        return rows, False
    return rows, True
