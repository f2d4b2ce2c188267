"""A store of before there were reasons is brought up to date, and keeps what it froze."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

import zjrc_desk.store as store

SCRIPTS = Path(store.__file__).parent / "migrations"


def test_a_frozen_revision_of_the_first_schema_gains_an_empty_second_staff_and_no_reasons() -> None:
    engine = create_engine("sqlite://")
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "INSERT INTO witnessstatement VALUES "
                "(1, '一楼', '2026-11-20 09:30', '2026-11-20 10:10', '[]', '我愿意')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO revision VALUES (1, 'r', 1, NULL, 'intention', 'desk', 'witnessed', 1,"
                " 1, '2026-11-20', '', '', '', '', '', '[]', NULL)"
            )
        )
        command.upgrade(config, "head")
        kept = connection.execute(text("SELECT * FROM witnessstatement")).mappings().one()
        assert (kept["place"], kept["volunteer_words"], kept["second_staff"]) == (
            "一楼",
            "我愿意",
            "",
        )
        assert connection.execute(text("SELECT count(*) FROM override")).scalar_one() == 0
