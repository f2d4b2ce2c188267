"""The commands for accounts, passwords and keys, and what others refuse, in this process."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ADMIN, CHEAP, PASSWORD
from tests.people import revision
from zjrc_desk import cli
from zjrc_desk.desk import recovery, register
from zjrc_desk.desk.session import Desk

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
    assert sheet.stat().st_mode & 0o077 == 0, "nobody else reads it"
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


def member(run: Run, number: str, role: str) -> tuple[str, str]:
    """One more account; its number and password."""
    temporary = run("staff", "add", number, "--name", "样例甲", "--role", role)
    run("password", by=(number, temporary.strip().split("：")[-1]), new=NEW)
    return number, NEW


def test_who_may_not_change_the_recovery_code_sees_none_and_an_auditor_prints_nothing(
    run: Run, tmp_path: Path
) -> None:
    registrar, auditor = member(run, "B002", "registrar"), member(run, "C003", "auditor")
    said = run("recovery-code", "--sheet", str(tmp_path / "s.pdf"), by=registrar, exits=1)
    assert "A01" in said
    assert CODE not in said
    assert not (tmp_path / "s.pdf").exists()
    assert "A01" in run("letters", "--out", str(tmp_path / "out"), by=auditor, exits=1)
    assert not (tmp_path / "out").exists()


def test_an_export_is_an_xlsx_and_overwrites_nothing_unasked(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "there.xlsx"
    there.write_text("somebody's own")
    for command in ("export", "audit --out"):
        said = run(*command.split(), str(there), exits=1)
        assert "D27" in said
        assert there.read_text() == "somebody's own"
    assert ".xlsx" in run("export", str(tmp_path / "list.csv"), exits=2)
    assert ".csv" in run("audit", "--out", str(tmp_path / "audit.txt"), exits=2)
    assert list(tmp_path.glob("*.*")) == [there]
    run("export", str(there), "--force")
    assert there.read_bytes().startswith(b"PK")
    rows = tmp_path / "rows.csv"
    rows.write_text("姓名\n样例", "utf-8")
    assert "--report" in run("import", str(rows), "--report", str(rows), exits=2)
    assert rows.read_text("utf-8") == "姓名\n样例"


@pytest.mark.parametrize(
    ("command", "code", "named"),
    [
        ("export list.xlsx --state nonsense", 2, "nonsense"),
        ("audit --staff NOBODY", 2, "NOBODY"),
        ("audit --action nosuch", 2, "nosuch"),
        ("audit --record ZJ-X", 2, "ZJ-X"),
        ("audit --since 2026-11-25 --until 2026-11-24", 2, "2026-11-25"),
        ("restore nosuch.zjrc-backup", 1, "nosuch.zjrc-backup 不在"),
        ("restore /", 1, "是一个文件夹"),
        ("paper ? ", 0, "witness\t见证书"),
        ("paper nosuch", 2, "nosuch"),
        ("paper witness", 2, "--out"),
    ],
)
def test_a_wrong_value_is_named(run: Run, command: str, code: int, named: str) -> None:
    assert named in run(*command.split(), exits=code)


def test_the_trail_is_in_words(run: Run, tmp_path: Path) -> None:
    member(run, "B002", "auditor")
    run("idle", "7")
    run("check")
    run("export", str(tmp_path / "list.xlsx"))
    said = run("audit")
    for words in ("B002 审计员", "7 分钟", "完好", "0 行"):
        assert words in said
    for raw in ("staff:", "minutes:", "sound", "rows:"):
        assert raw not in said
    assert "B002" in run("audit", "--record", "staff:B002:auditor")


def test_whom_to_export_is_asked_for_so_that_no_name_stands_in_a_command_line(
    run: Run, open_desk: Callable[[], Desk], tmp_path: Path
) -> None:
    desk = open_desk()
    register.save_draft(desk, revision())
    desk.close()
    for name, count in (("余淑福", 1), ("别人", 0)):
        file = str(tmp_path / f"{count}.xlsx")
        assert f"导出了 {count} 份" in run("export", file, "--words", "-", typed=f"{name}\n")
