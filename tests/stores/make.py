"""Makes what is missing of the collection: ``python -m tests.stores.make``.

Run once after a migration was added.  A file that is there is never made anew: it is what that
schema was when it was released, and the migrations of later programs have to cope with it.  Kept as
SQL, because a file of SQLCipher has pages of 16 KiB for each table and index and can't be packed.
The person in it exists nowhere.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import Connection, text

from zjrc_desk.batches.certificates import key_bytes, new_key, self_signed
from zjrc_desk.registry.tables import AuditEntry
from zjrc_desk.store import schema
from zjrc_desk.store.audit import START, _hash
from zjrc_desk.store.engine import connect, make_engine
from zjrc_desk.store.search import texts_of

FOLDER = Path(__file__).parent
KEY = bytes(range(32))
MIGRATIONS = Path(schema.__file__).parent / "migrations"
RECORD = "01a20b2c-91c0-7bbf-a8d5-c798ca12ddcb"
DRAFT = "01a20b2c-91c0-7f36-ac7f-362c7d16b356"
SERIAL, DRAFT_SERIAL = "ZJ-HZ-0001-1-000001-Z", "ZJ-HZ-0001-1-000002-X"
BATCH = "01a20b2c-91c0-7a11-8a11-362c7d16b356"
NAME, NUMBER = "余淑福", "330106194107041063"
AT = "2026-11-24T09:30:00+08:00"
LETTER = b"%PDF-1.7\n% a letter\n"
DIGEST = hashlib.sha256(LETTER).hexdigest()
_JSON = {"items": '["cornea"]', "uses": '["transplant"]'}
_DIARY = ("event", "visit", "teammember", "shift")


def insert(connection: Connection, table: str, **values: Any) -> None:
    """A row; what the table of that schema needs besides is empty, what it lacks is left out."""
    columns = list(connection.execute(text(f"PRAGMA table_info({table})")))
    names = {column[1] for column in columns}
    values = {name: value for name, value in values.items() if name in names}
    for _, name, kind, needed, default, key in columns:
        if name not in values and needed and default is None and not (key and kind == "INTEGER"):
            empty: Any = {"JSON": "[]", "BOOLEAN": 0, "INTEGER": 0, "BLOB": b""}.get(kind, "")
            values[name] = _JSON.get(name, empty)
    places = ", ".join(f":{name}" for name in values)
    quoted = ", ".join(f'"{name}"' for name in values)
    connection.execute(text(f"INSERT INTO {table} ({quoted}) VALUES ({places})"), values)


def fill(connection: Connection) -> None:
    """A point with one accepted registration, one draft, and a row in every table there is."""
    tables = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master"))}
    insert(connection, "point", code="ZJ-HZ-0001", name="样例登记点", generation=1, last_number=2,
           created_at=AT)  # fmt: skip
    insert(connection, "staff", number="A001", name="A001", role="administrator", created_at=AT)
    key = new_key()
    certificate = self_signed(key, "ZJ-HZ-0001", "样例登记点", datetime.fromisoformat(AT))
    insert(connection, "signingidentity", private_key=key_bytes(key), created_at=AT,
           certificate=certificate.public_bytes(Encoding.DER))  # fmt: skip
    insert(connection, "attachment", sha256=DIGEST, media_type="application/pdf", size=len(LETTER))
    insert(connection, "attachmentchunk", sha256=DIGEST, number=0, data=LETTER)
    insert(connection, "batch", batch_id=BATCH, generation=1, sequence=1, state="accepted",
           file_name="ZJ-HZ-0001-1-000001.zjrc", manifest_sha256="ab" * 32, sealed_at=AT,
           sealed_by="A001", records=1)  # fmt: skip
    insert(connection, "receipt", batch_id=BATCH, verdict="accepted", content=b"PK", taken_at=AT)
    for number, record in enumerate((RECORD, DRAFT), 1):
        _registration(connection, number, record)
    insert(connection, "letter", revision_id=1, pdf_sha256=DIGEST, copies_made=1)
    insert(connection, "revisionattachment", revision_id=1, sha256=DIGEST, role="letter")
    if "paper" in tables:
        insert(connection, "paper", kind="letter", subject=SERIAL, record_id=RECORD, revision=1,
               text_version="1", pdf_sha256=DIGEST, printed_at=AT, printed_by="A001")  # fmt: skip
    insert(connection, "certificate", record_id=RECORD, revision=1, number="Z2026-00000001")
    if "override" in tables:
        insert(connection, "override", revision_id=2, code="F09", path="volunteer.mobile",
               reason="无手机", given_by="A001", given_at=AT)  # fmt: skip
    connection.execute(
        text("UPDATE revision SET state = 'accepted', frozen = 1, batch_id = :b WHERE id = 1"),
        {"b": BATCH},
    )
    _found(connection, "slot" in _columns(connection, "searchrow"))
    for table in sorted(tables & {*_DIARY, "listform", "referral"}):
        insert(connection, table, record_id=RECORD[:-1] + "0", state="recorded", current=1,
               number=1, day="2026-11-24", header_sha256="cd" * 32, serial=SERIAL)  # fmt: skip
    _chain(connection)


def _columns(connection: Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(text(f"PRAGMA table_info({table})"))}


def _registration(connection: Connection, number: int, record: str) -> None:
    serial = (SERIAL, DRAFT_SERIAL)[number - 1]
    insert(connection, "registration", record_id=record, serial=serial, created_at=AT)
    insert(connection, "revision", id=number, record_id=record, number=1, kind="intention",
           source="desk", state="draft", current=1, declared_at="2026-11-24", recorded_at=AT,
           recorded_by="A001")  # fmt: skip
    of: Mapping[str, Any] = {"revision_id": number}
    insert(connection, "volunteer", **of, name=NAME if number == 1 else "样例六",
           document_number=NUMBER if number == 1 else "", birth_date="1941-07-04",
           mobile="13805710001", nationality="CHN", document_type="resident_id")  # fmt: skip
    for table in ("intention", "executor", "witnessstatement", "consent"):
        insert(connection, table, **of, family_letter="一切从简。", name="样例一")
    insert(connection, "kin", **of, name="样例一", opinion="agree")
    for name in ("样例二", "样例三"):
        insert(connection, "witness", **of, name=name, relation="none")


def _found(connection: Connection, slots: bool) -> None:
    for number, record, serial, name, document, state, batch in (
        (1, RECORD, SERIAL, NAME, NUMBER, "accepted", BATCH),
        (2, DRAFT, DRAFT_SERIAL, "样例六", "", "draft", None),
    ):
        texts = texts_of(name, document, "13805710001", "", "")
        more = {"slot": number, "changed": number} if slots else {}
        insert(connection, "searchrow", record_id=record, serial=serial, kind="intention",
               state=state, declared_at="2026-11-24", batch_id=batch, **texts, **more)  # fmt: skip


def _chain(connection: Connection) -> None:
    previous = START
    for number, action in enumerate(("set-up", "sign-in", "start", "read"), 1):
        entry = AuditEntry(
            number=number,
            at=AT.replace("+", ".000+"),
            staff="A001",
            action=action,
            record_id=RECORD if number > 2 else "",
            previous=previous,
            hash="",
        )
        entry.hash = previous = _hash(entry)
        insert(connection, "auditentry", **entry.model_dump())


def versions() -> list[str]:
    """Every schema there is, oldest first."""
    return sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def make(version: str) -> str:
    """The SQL of a store of that schema."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        engine = make_engine(path, KEY)
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(MIGRATIONS))
            config.attributes["connection"] = connection
            command.upgrade(config, version)
        with engine.begin() as connection:
            fill(connection)
        engine.dispose()
        with closing(connect(path, KEY)) as source:
            # In clear, for Python's own driver, which can write it out as SQL.
            source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(Path(folder) / "plain.db"),))
            source.execute("SELECT sqlcipher_export('plain')").fetchall()
        with closing(sqlite3.connect(Path(folder) / "plain.db")) as plain:
            lines = list(plain.iterdump())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for one in versions():
        target = FOLDER / f"{one}.sql"
        if not target.exists():
            target.write_text(make(one), encoding="utf-8")
            print(target.name, target.stat().st_size)
