"""What a store is made of: its schema and how many rows there are; nothing of what they say."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session


@dataclass(frozen=True)
class TableOutline:
    """``sql``: the statement that made the table."""

    name: str
    rows: int
    sql: str


def outline(session: Session) -> tuple[str, list[TableOutline]]:
    """The version of the schema, and every table by name."""
    version = session.connection().execute(text("SELECT version_num FROM alembic_version"))
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
    tables = [
        TableOutline(name, _rows(session, name), sql or "")
        for name, sql in session.connection().execute(text(query)).all()
    ]
    return str(version.scalar_one()), tables


def _rows(session: Session, table: str) -> int:
    # The name is the database's own.
    return int(session.connection().execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())
