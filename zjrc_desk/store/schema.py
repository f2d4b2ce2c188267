"""The schema's version: brought up to date by alembic, forward only."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from zjrc_desk.registry.errors import StoreError

#: The newest migration; known here so that opening an up-to-date store need not load alembic.
HEAD = "0014"
#: Digest of the triggers of that version, which keep what was declared from being changed.
TRIGGERS = "1c63fb89f8f6aca6f55af8feb5cfd4a2590993a0338b565cfd48a9ef70ba1cb7"


def build(engine: Engine) -> None:
    """Make the tables of a new store, in one transaction."""
    with engine.execution_options(zjrc_begin="IMMEDIATE").begin() as connection:
        _upgrade(connection)


def bring_up_to_date(engine: Engine, keep: Callable[[str], object] | None = None) -> None:
    """Apply the migrations that are missing, all in one transaction.

    ``keep`` is called before, where there are any, with the version that is coming; what it raises
    leaves the store as it was.  Raises StoreError D03 for a file that holds no store, D04 for one
    of a newer program.
    """
    with engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    if keep is not None and version is not None and version < HEAD:
        keep(HEAD)
    with engine.execution_options(zjrc_begin="IMMEDIATE").begin() as connection:
        version = _version(connection)
        if version is None:
            raise empty_file()
        if version > HEAD:
            raise StoreError(
                "D04",
                "这个登记库是用更新版本的程序建立的。",
                "请先更新本程序，再打开登记库。",
                detail=f"schema {version}, program {HEAD}",
            )
        _upgrade(connection)


def empty_file() -> StoreError:
    """D03: there is a file, and nothing in it."""
    return StoreError(
        "D03", "登记库文件是空的，内容已经丢失。", "请不要改动任何文件，用最近的备份恢复。"
    )


def _version(connection: Connection) -> str | None:
    found = connection.execute(
        text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
    ).first()
    if found is None:
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return None if row is None else str(row[0])


def triggers_digest(triggers: Iterable[tuple[str, str]]) -> str:
    """Of the names and the SQL of all triggers, in whatever order."""
    return hashlib.sha256(json.dumps(sorted(map(list, triggers))).encode()).hexdigest()


def _upgrade(connection: Connection) -> None:
    # Needed only when there is something to migrate; loading it takes longer than opening.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
