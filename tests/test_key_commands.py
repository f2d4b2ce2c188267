"""The commands for accounts, passwords and keys, on one store, in this process."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ADMIN, CHEAP, PASSWORD
from zjrc_desk import cli
from zjrc_desk.desk import recovery

NEW = "tea-lamp-river"
CODE = recovery.new_recovery_code()
Run = Callable[..., str]


@pytest.fixture
def run(
    store_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command as the named person; answers what it said, on both its outputs."""
    monkeypatch.setattr("zjrc_desk.store.store.calibrated", lambda: CHEAP)
    monkeypatch.setattr(recovery, "new_recovery_code", lambda: CODE)
    monkeypatch.setattr(cli, "open_log", lambda _folder: None)

    def once(*arguments: str, by: tuple[str, str] = (ADMIN, PASSWORD), **given: Any) -> str:
        monkeypatch.setenv("ZJRC_STAFF", by[0])
        monkeypatch.setenv("ZJRC_PASSWORD", by[1])
        monkeypatch.setenv("ZJRC_NEW_PASSWORD", given.get("new", ""))
        monkeypatch.setenv("ZJRC_RECOVERY_CODE", given.get("code", ""))
        monkeypatch.setattr("sys.stdin", io.StringIO(given.get("typed", "")))
        monkeypatch.setattr("sys.argv", ["zjrc-desk", "--data", str(store_folder), *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        assert (ended.value.code or 0) == given.get("exits", 0), said
        return said.out + said.err

    return once


def test_an_account_from_its_first_day_to_its_last(run: Run) -> None:
    temporary = run("staff", "add", "B002", "--name", "样例甲").strip().split("：")[-1]
    rows = json.loads(run("staff", "list", "--json"))
    assert [(row["number"], row["role"], row["temporary"]) for row in rows] == [
        (ADMIN, "administrator", False),
        ("B002", "registrar", True),
    ]
    first = ("B002", temporary)
    assert "A05" in run("status", by=first, exits=1)
    assert "A04" in run("password", by=first, new="woaini1314", exits=1)
    run("password", by=first, new=NEW)
    assert "A01" in run("staff", "list", by=("B002", NEW), exits=1)
    run("password", by=("B002", NEW), new="second secret 8")
    assert "D01" in run("status", by=("B002", NEW), exits=1)
    run("staff", "role", "B002", "auditor")
    run("staff", "rename", "B002", "样例乙")
    assert "样例乙\t审计员\t可以登录" in run("staff", "list")
    assert "临时密码" in run("staff", "reset", "B002")
    run("staff", "disable", "B002")
    assert "停用" in run("staff", "list")
    assert "临时密码" in run("staff", "enable", "B002")
    assert "A06" in run("staff", "disable", ADMIN, exits=1)


def test_recovery_code_key_and_minutes(run: Run, tmp_path: Path) -> None:
    assert "A11" in run("recovery-code", exits=1), "nobody typed it back"
    assert "D01" in run("recover", ADMIN, code=CODE, new=NEW, exits=1), "so it opens nothing"
    sheet = tmp_path / "sheet.pdf"
    assert "已启用" in run("recovery-code", "--sheet", str(sheet), typed=f"no\n{CODE.lower()}\n")
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert "已更换" in run("rekey")
    assert "F19" in run("idle", "31", exits=1)
    assert "12 分钟" in run("idle", "12")
    assert "新密码已设置" in run("recover", ADMIN, code=CODE, new=NEW)
    assert "D01" in run("status", exits=1)
    run("status", by=(ADMIN, NEW))


def test_init_where_only_the_database_is_gone_shows_no_code_and_changes_nothing(
    run: Run, store_folder: Path
) -> None:
    slots = (store_folder / "slots.json").read_bytes()
    (store_folder / "registrations.db").unlink()
    said = run(*"init --point-code ZJ-HZ-0001 --point-name 点 --admin A001".split(), exits=1)
    assert "D25" in said
    assert CODE not in said
    assert (store_folder / "slots.json").read_bytes() == slots
