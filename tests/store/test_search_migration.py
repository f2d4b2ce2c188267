"""A store of the first schema is searched like a new one after it was opened."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text
from sqlmodel import Session

from zjrc_desk.store import schema
from zjrc_desk.store.engine import make_engine
from zjrc_desk.store.finder import Finder, Query

MIGRATIONS = Path(schema.__file__).parent / "migrations"


def first_schema(path: Path) -> Engine:
    engine = make_engine(path, b"k" * 32)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    return engine


def insert(session: Session, table: str, **values: object) -> None:
    """A row with what the table needs besides left empty."""
    for _, name, _, needed, default, _ in session.execute(text(f"PRAGMA table_info({table})")):
        if needed and default is None:
            values.setdefault(name, "")
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    session.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), values)


def test_what_was_registered_before_is_found_after(tmp_path: Path) -> None:
    engine = first_schema(tmp_path / "old.db")
    with Session(engine) as session, session.begin():
        # Written with SQL: the classes of today know only the tables of today.
        people = (
            ("r2", "ZJ-HZ-0001-2-000001-5", "覃 国"),
            ("r1", "ZJ-HZ-0001-1-000009-X", "单田芳"),
        )
        for number, (record, serial, name) in enumerate(people, 1):
            at = f"2026-01-0{3 - number}T09:00:00+08:00"
            insert(session, "registration", record_id=record, serial=serial, created_at=at)
            for revision in (1, 2):
                key = number * 10 + revision
                insert(
                    session,
                    "revision",
                    id=key,
                    record_id=record,
                    number=revision,
                    kind="intention",
                    state="signed",
                    frozen=0,
                    current=revision == 2,
                    declared_at="2026-01-02",
                    centre_reasons="[]",
                )
                insert(
                    session, "volunteer", revision_id=key, name=name if revision == 2 else "旧名"
                )
            insert(session, "searchrow", record_id=record, name=name)
    schema.bring_up_to_date(engine)
    with Session(engine) as session:
        finder = Finder()
        assert finder.find(session, Query()) == (2, [2, 1]), "the newest first"
        assert finder.find(session, Query("stf", states=("signed",)))[0] == 1
        assert finder.find(session, Query("qin"))[0] == 1
        assert finder.find(session, Query("旧名"))[0] == 0
    with Session(engine) as session, session.begin():
        session.execute(text("UPDATE revision SET state = 'sealed' WHERE record_id = 'r1'"))
    with Session(engine) as session:
        assert finder.find(session, Query(states=("sealed",)))[0] == 1
    engine.dispose()
