"""The store by the program: set up, encrypted, checked, backed up, restored; and for support."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable

from tests.command_line.shell import PROGRAMS, Shell, short_list
from tests.conftest import ADMIN


def test_init_goes_on_only_with_the_code_that_was_typed_back(shell: Shell) -> None:
    command = [str(PROGRAMS / "zjrc-desk"), "--data", str(shell.folder / "desk"), "init"]
    command += ["--point-code", "ZJ-HZ-0001", "--point-name", "样例", "--admin", ADMIN]

    def init(answers: Callable[[str], list[str]]) -> int:
        child = subprocess.Popen(
            command,
            env=shell.environment | {"PYTHONUNBUFFERED": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert child.stdin is not None
        assert child.stdout is not None
        code = ""
        while not code:
            line = child.stdout.readline()
            code = line.split("：")[1].strip() if "只显示这一次" in line else ""
        child.communicate("".join(f"{answer}\n" for answer in answers(code)))
        return child.returncode

    assert init(lambda code: ["no", code[:-1], "AAAA"]) == 1
    assert not (shell.folder / "desk" / "registrations.db").exists()
    assert init(lambda code: ["no", code.lower()]) == 0
    assert (shell.folder / "desk" / "registrations.db").exists()


def test_the_store_on_disk_is_encrypted_and_holds_no_name_in_clear(point: Shell) -> None:
    path = short_list(point.folder)
    point.desk("import", path)
    header, first, *_ = path.read_text("utf-8-sig").splitlines()
    cells = dict(zip(header.split(","), first.split(","), strict=False))
    for file in (point.folder / "desk").rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not content.startswith(b"SQLite format 3")
            for word in (cells["姓名"], cells["证件号码"]):
                assert word.encode() not in content
                assert word.encode("utf-16-le") not in content


def test_check_backup_and_restore_from_the_command_line(point: Shell) -> None:
    point.desk("import", short_list(point.folder, 2))
    assert "没有发现问题" in point.started.desk("check")
    assert "从列表导入" in point.started.desk("audit", "--action", "import", "--most", "1")
    assert "导出了 2 条" in point.desk("audit", "--action", "import", "--out", "audit.csv")
    assert "D16" in point.desk("backup", "--to", point.folder / "stick", exit_code=1)
    (point.folder / "stick").mkdir()
    said = point.started.desk("backup", "--to", point.folder / "stick", "--remember")
    assert "已读回核对" in said
    (file,) = (point.folder / "stick").iterdir()
    point.desk("import", short_list(point.folder, 3))
    asked = point.desk("restore", file, exit_code=1)
    assert "D18" in asked
    assert "--replace" in asked
    assert "另存在" in point.started.desk("restore", file, "--replace")
    assert point.status("zjrc-desk")["registrations"] == {"witnessed": 2}
    database = point.folder / "desk" / "registrations.db"
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)
    report = json.loads(point.run("zjrc-desk", "check", "--json").stdout)
    assert not report["sound"]
    assert {"K01"} <= {finding["code"] for finding in report["findings"]}
    assert "备份恢复" in point.desk("check", exit_code=1)


def test_support_gets_a_bundle_from_the_command_line(point: Shell) -> None:
    assert "诊断包已导出" in point.started.desk("support", "out.zip")
    with zipfile.ZipFile(point.folder / "out.zip") as bundle:
        assert json.loads(bundle.read("check.json"))["sound"] is True
