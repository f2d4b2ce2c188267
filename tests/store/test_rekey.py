"""Changing the store's key: everybody still gets in, whenever it is cut short."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from tests.people import revision
from zjrc_desk.desk import keys, register
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store import gate, rekey
from zjrc_desk.store.keyslots import Claim, KeySlots
from zjrc_desk.store.recovery_code import new_recovery_code
from zjrc_desk.store.store import Store

#: ``ZJRC_KILLS=500`` for the long run.
KILLS = int(os.environ.get("ZJRC_KILLS", "4"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="SIGKILL and fork")
def test_killed_at_any_moment_the_store_opens_by_the_same_passwords(
    desk: Desk, store_folder: Path
) -> None:
    code = new_recovery_code()
    desk.store.put_slot(Claim.by_code(code))
    register.save_draft(desk, revision())
    desk.close()
    (store_folder / "code.txt").write_text(code)
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.rekey_driver", str(store_folder), str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60 + KILLS * 5,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    figures = json.loads(done.stdout)
    assert figures["moments"] > 10, "operations on files, each of which was killed at"
    assert figures["old"] > 3
    assert figures["new"] > 3
    assert figures["random"] == KILLS


def test_after_a_change_the_old_key_opens_nothing_newer(
    desk: Desk, store_folder: Path, tmp_path: Path, clock: TestClock
) -> None:
    old = KeySlots.load(store_folder / "slots.json").unlock(ADMIN, PASSWORD)
    desk.close()
    copy = tmp_path / "copy"
    shutil.copytree(store_folder, copy)
    desk = sign_in(store_folder, ADMIN, PASSWORD, clock)
    register.save_draft(desk, revision())
    keys.change_store_key(desk, PASSWORD, CHEAP)
    (found,) = register.find(desk)
    kept = register.open_registration(desk, found.record_id)
    kept.volunteer.mobile = "13805710009"
    register.save_draft(desk, kept)
    desk.close()
    assert KeySlots.load(store_folder / "slots.json").unlock(ADMIN, PASSWORD) != old
    shutil.copyfile(store_folder / "registrations.db", copy / "registrations.db")
    with pytest.raises(StoreError, match="D03"):
        Store.open(copy, ADMIN, PASSWORD, clock())
    again = sign_in(store_folder, ADMIN, PASSWORD, clock)
    assert register.open_registration(again, found.record_id).volunteer.mobile == "13805710009"
    again.close()


def test_the_whole_content_is_taken_over(desk: Desk, store_folder: Path) -> None:
    register.witness(desk, register.save_draft(desk, revision()))

    def everything() -> list[object]:
        with desk.store.read() as session:
            connection = session.connection()
            names = connection.exec_driver_sql(
                "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
            ).all()
            rows: list[object] = [tuple(name) for name in names]
            for kind, name, _sql in names:
                if kind == "table":
                    found = connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
                    rows.append((name, sorted(map(repr, found))))
        return rows

    before = everything()
    desk.store.change_key(CHEAP)
    assert everything() == before
    with desk.store.read() as session:
        pragma = session.connection().exec_driver_sql
        assert int(pragma("PRAGMA page_size").scalar() or 0) == 16384
        assert pragma("PRAGMA journal_mode").scalar() == "wal"
    assert (store_folder / "registrations.db").stat().st_mode & 0o777 == 0o600


def test_the_key_is_not_changed_while_somebody_reads(
    desk: Desk, store_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "PATIENCE", 0.01)
    before = (store_folder / "slots.json").read_bytes()
    inside, leave = threading.Event(), threading.Event()

    def read() -> None:
        with desk.store.read():
            inside.set()
            leave.wait()

    reader = threading.Thread(target=read)
    reader.start()
    inside.wait()
    try:
        with pytest.raises(StoreError, match="D05"):
            desk.store.change_key(CHEAP)
    finally:
        leave.set()
        reader.join()
    assert (store_folder / "slots.json").read_bytes() == before
    desk.store.change_key(CHEAP)


def test_too_little_room_is_said_before_anything_is_written(tmp_path: Path) -> None:
    sparse = tmp_path / "registrations.db"
    with sparse.open("wb") as file:
        file.truncate(2**42)
    with pytest.raises(StoreError, match="D06"):
        rekey.need_room(sparse)


def test_the_key_is_not_changed_without_the_administrators_password(
    desk: Desk, store_folder: Path
) -> None:
    before = (store_folder / "slots.json").read_bytes()
    with pytest.raises(StoreError, match="D01"):
        keys.change_store_key(desk, "wrong password", CHEAP)
    assert (store_folder / "slots.json").read_bytes() == before
