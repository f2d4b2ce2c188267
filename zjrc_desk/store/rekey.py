"""A copy of the encrypted file under another key, proved before anybody relies on it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.engine import PAGE_BYTES, connect

#: The copy's name until it takes the place of the file.
COPY = "registrations.db.rekey"
_ROOM = 1.1


def need_room(database: Path) -> None:
    """Raises StoreError D06 where the disk has no room for a second file of that size."""
    if shutil.disk_usage(database.parent).free < database.stat().st_size * _ROOM:
        raise StoreError(
            "D06",
            "磁盘剩余空间不够，没有更换密钥，登记都在。",
            "请腾出与登记库同样大的空间后再试。",
        )


def remove_copy(folder: Path) -> None:
    """Take a copy away that was left unfinished."""
    for leftover in folder.glob(f"{COPY}*"):
        leftover.unlink()


def copy_under(database: Path, key: bytes, new_key: bytes) -> Path:
    """Write the whole content under ``new_key`` beside the file, checked; not yet synced.

    Raises the driver's errors, OSError; StoreError D21 where the copy is not what it should be.
    """
    copy = database.parent / COPY
    remove_copy(database.parent)
    with closing(connect(database, key)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute(f"ATTACH DATABASE ? AS copy KEY \"x'{new_key.hex()}'\"", (str(copy),))
        connection.execute(f"PRAGMA copy.cipher_page_size = {PAGE_BYTES}")
        # It counts for nothing until it is whole, and is brought to the disk in one go then.
        connection.execute("PRAGMA copy.journal_mode = OFF")
        connection.execute("PRAGMA copy.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('copy')").fetchall()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA copy.user_version = {int(version)}")
        before = _counts(connection)
        connection.execute("DETACH DATABASE copy")
    copy.chmod(0o600)
    with closing(connect(copy, new_key)) as connection:
        _prove(connection, before)
    return copy


def _prove(connection: sqlcipher.Connection, before: dict[str, int]) -> None:
    broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    whole = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    if broken or not whole or _counts(connection) != before:
        raise StoreError(
            "D21",
            "登记库的新副本没有通过核对，没有更换密钥，登记都在。",
            "请检查磁盘，再试一次；若仍不行，请联系技术支持。",
        )
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    """What the file is made of, and how many rows each table has."""
    names = connection.execute("SELECT type, name FROM sqlite_master WHERE type != 'view'")
    found = {f"{kind} {name}": 0 for kind, name in names.fetchall()}
    for thing in found:
        kind, _, name = thing.partition(" ")
        if kind == "table":
            rows = connection.execute(f'SELECT count(*) FROM "{name}"')
            found[thing] = int(rows.fetchone()[0])
    return found
