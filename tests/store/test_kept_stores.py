"""A store of every released schema opens with today's program, with every row in it; a migration
that is cut short leaves the old version; a copy is kept first."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.stores.make import BATCH, DIGEST, DRAFT, FOLDER, KEY, LETTER, NAME, RECORD, versions
from zjrc_desk.desk import register
from zjrc_desk.desk.check import check
from zjrc_desk.desk.session import sign_in
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store import attachments, before_migration, schema
from zjrc_desk.store.engine import connect, make_engine
from zjrc_desk.store.kdf import Cost
from zjrc_desk.store.keyslots import Claim, KeySlots
from zjrc_desk.store.place import DATABASE, SLOTS
from zjrc_desk.store.store import Store

CHEAP = Cost(1, 8 * 1024, 1)
#: Filled by the migrations themselves, or emptied by them.
_THEIR_OWN = {"alembic_version", "searchrow"}


def kept(version: str, folder: Path) -> Path:
    """The kept store of that schema, encrypted again, with slots that cost no time."""
    folder.mkdir()
    with closing(connect(folder / DATABASE, KEY)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executescript((FOLDER / f"{version}.sql").read_text("utf-8"))
    slots = KeySlots.new(folder / SLOTS, KEY, CHEAP)
    slots.put(Claim.by_password(ADMIN, PASSWORD), KEY)
    return folder


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in it, by table, columns in the order of their names."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with closing(connect(database, KEY)) as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (table,) in connection.execute(names).fetchall():
            found[table] = connection.execute(f"SELECT * FROM {table}").fetchall()
    return found


def version_of(folder: Path) -> object:
    return rows(folder / DATABASE)["alembic_version"][0][0]


def test_every_released_schema_is_kept() -> None:
    released = [version for version in versions() if version < schema.HEAD]
    missing = [version for version in released if not (FOLDER / f"{version}.sql").exists()]
    assert missing == [], "python -m tests.stores.make"


@pytest.mark.parametrize("version", sorted(path.stem for path in FOLDER.glob("*.sql")))
def test_a_kept_store_opens_with_every_row_and_is_sound(
    version: str, tmp_path: Path, clock: TestClock
) -> None:
    folder = kept(version, tmp_path / "store")
    before = rows(folder / DATABASE)
    desk = sign_in(folder, ADMIN, PASSWORD, clock)
    wish = register.open_registration(desk, RECORD)
    assert (wish.volunteer.name, wish.state, wish.batch_id) == (NAME, "accepted", BATCH)
    assert [one.name for one in wish.witnesses] == ["样例二", "样例三"]
    assert wish.intention.family_letter == "一切从简。"
    with desk.store.read() as session:
        assert attachments.content(session, DIGEST) == LETTER
    assert {one.record_id for one in register.find(desk, "ysf")} == {RECORD}
    assert {one.record_id for one in register.find(desk)} == {RECORD, DRAFT}
    assert check(desk).findings == []
    desk.close()
    after = rows(folder / DATABASE)
    for table in before.keys() - _THEIR_OWN:
        # Columns are only ever added at the end; the audit has grown by what was done here.
        width = len(before[table][0]) if before[table] else 0
        assert [row[:width] for row in after[table]][: len(before[table])] == before[table], table
    copies = [path for path in folder.iterdir() if path.name.startswith("before-")]
    assert len(copies) == (version != schema.HEAD)
    for copy in copies:
        assert rows(copy / DATABASE) == before
        assert (copy / SLOTS).read_bytes() == (folder / SLOTS).read_bytes()


MIGRATING = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from tests.stores.make import KEY
from zjrc_desk.store import schema
from zjrc_desk.store.engine import make_engine
engine, left = make_engine(Path(sys.argv[1]), KEY), [int(sys.argv[2])]
@event.listens_for(engine, "before_cursor_execute")
def count(*_):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
schema.bring_up_to_date(engine)
print(int(sys.argv[2]) - left[0])
"""


def migrate(folder: Path, kill_at: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MIGRATING, str(folder / DATABASE), str(kill_at)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_migration_killed_anywhere_leaves_the_old_version_and_is_done_the_next_time(
    tmp_path: Path,
) -> None:
    whole = migrate(kept("0001", tmp_path / "whole"), 1_000_000)
    statements = int(whole.stdout)
    folder = kept("0001", tmp_path / "store")
    before = rows(folder / DATABASE)
    for kill_at in (statements // 2, statements):
        assert migrate(folder, kill_at).returncode == -signal.SIGKILL
        assert rows(folder / DATABASE) == before, kill_at
    engine = make_engine(folder / DATABASE, KEY)
    schema.bring_up_to_date(engine)
    engine.dispose()
    assert rows(folder / DATABASE) == rows(tmp_path / "whole" / DATABASE)


def test_without_room_for_the_copy_nothing_is_migrated(
    tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = kept("0005", tmp_path / "store")
    before = rows(folder / DATABASE)

    def full(*_arguments: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(before_migration, "write_atomically", full)
        with pytest.raises(StoreError) as caught:
            sign_in(folder, ADMIN, PASSWORD, clock)
    assert caught.value.code == "D06"
    assert rows(folder / DATABASE) == before
    assert not [path for path in folder.iterdir() if "before" in path.name]
    sign_in(folder, ADMIN, PASSWORD, clock).close()
    assert version_of(folder) == schema.HEAD


def test_the_last_three_copies_stay(tmp_path: Path, clock: TestClock) -> None:
    folder = kept("0005", tmp_path / "store")
    store = Store(folder, KEY, FileLock(folder / "lock"))
    for hours in range(5):
        now = clock.time + timedelta(hours=hours)
        before_migration.keep(store, f"00{12 - hours:02}", now)
    left = sorted(path.name[12:] for path in folder.glob("before-*"))
    assert left == [f"20261124-{hour}3000-1" for hour in (11, 12, 13)]
    store.close()
