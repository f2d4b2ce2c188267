"""The whole job by the two programs, as tools outside rely on them: names, exit codes, JSON."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ADMIN, PASSWORD

LIST = Path(__file__).parent / "data" / "registrations.csv"
PROGRAMS = Path(sys.executable).parent


class Shell:
    """Runs the installed programs on one data folder each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "ZJRC_STAFF": ADMIN,
            "ZJRC_PASSWORD": PASSWORD,
            "PYTHONIOENCODING": "utf-8",
        }

    def run(self, program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        data = self.folder / ("desk" if program == "zjrc-desk" else "centre")
        done = subprocess.run(
            [str(PROGRAMS / program), "--data", str(data), *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert "Traceback" not in done.stdout + done.stderr
        return done

    def desk(self, *arguments: object, exit_code: int = 0) -> str:
        done = self.run("zjrc-desk", *arguments)
        assert done.returncode == exit_code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def centre(self, *arguments: object, exit_code: int = 0) -> str:
        done = self.run("zjrc-centre", *arguments)
        assert done.returncode == exit_code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def status(self, program: str) -> dict[str, Any]:
        done = self.run(program, "status", "--json")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """In an empty folder."""
    return Shell(tmp_path)


@pytest.fixture
def point(shell: Shell, new_store: Path) -> Shell:
    """At a point that is set up, with a key derivation that takes milliseconds."""
    shutil.copytree(new_store, shell.folder / "desk")
    return shell


@pytest.fixture
def elsewhere(tmp_path: Path, new_store: Path) -> Shell:
    """At another point like it."""
    shutil.copytree(new_store, tmp_path / "elsewhere" / "desk")
    return Shell(tmp_path / "elsewhere")


def short_list(folder: Path, rows: int = 6) -> Path:
    """The first rows of the list, all of them good."""
    path = folder / "short.csv"
    path.write_text("".join(LIST.read_text("utf-8").splitlines(keepends=True)[: rows + 1]), "utf-8")
    return path


def test_support_gets_a_bundle_from_the_command_line(point: Shell) -> None:
    assert "诊断包已导出" in point.desk("support", "out.zip")
    with zipfile.ZipFile(point.folder / "out.zip") as bundle:
        assert json.loads(bundle.read("check.json"))["sound"] is True


def test_the_whole_job_from_an_empty_folder_to_a_withdrawal_at_the_centre(shell: Shell) -> None:
    shell.desk(
        *("init", "--point-code", "ZJ-HZ-0001", "--point-name", "样例登记点", "--admin", ADMIN)
    )
    said = shell.desk("import", LIST, "--report", "r.json", exit_code=3)
    assert "导入 107 行，拒收 13 行" in said
    report = json.loads((shell.folder / "r.json").read_text("utf-8"))
    assert (report["imported"], report["refused"], report["unchanged"]) == (107, 13, 0)
    good = [row["serial"] for row in report["rows"] if row["status"] == "imported"]
    shell.desk("letters", "--out", "letters", *good[:3])
    assert sorted(p.stem for p in (shell.folder / "letters").iterdir()) == sorted(good[:3])
    assert (shell.folder / "letters" / f"{good[0]}.pdf").read_bytes().startswith(b"%PDF-")
    shell.desk("signed", "--all")
    shell.centre("init")
    request = shell.desk("request", "p.csr")
    approved = shell.centre("approve", "p.csr", "--out", "p.enrolment")
    assert request.split("：")[-1].strip() == approved.split("：")[-1].strip()
    shell.desk("enrol", "p.enrolment")
    shell.desk("seal", "--out", "stick")
    (batch,) = (shell.folder / "stick").iterdir()
    assert batch.name == "ZJ-HZ-0001-1-000001.zjrc"
    shell.centre("intake", batch, "--receipts", "receipts")
    first = (shell.folder / "receipts" / "ZJ-HZ-0001-1-000001.receipt").read_bytes()
    assert "此前已接收过" in shell.centre("intake", batch, "--receipts", "receipts")
    receipt = shell.folder / "receipts" / "ZJ-HZ-0001-1-000001.receipt"
    assert receipt.read_bytes() == first
    shell.desk("receipt", receipt)
    assert "没有变化" in shell.desk("receipt", receipt)
    assert shell.status("zjrc-desk") == {
        "point": "ZJ-HZ-0001",
        "enrolled": True,
        "registrations": {"accepted": 3, "witnessed": 104},
        "batches": {"accepted": 1},
    }
    shell.desk("withdraw", good[0], "--reason", "本人要求")
    shell.desk("seal", "--out", "stick")
    shell.centre("intake", "stick/ZJ-HZ-0001-1-000002.zjrc", "--receipts", "receipts")
    shell.desk("receipt", "receipts/ZJ-HZ-0001-1-000002.receipt")
    centre = shell.status("zjrc-centre")
    assert centre["points"] == ["ZJ-HZ-0001"]
    assert centre["batches"] == {"accepted": 2}
    assert centre["declarations_in_force"] == 2
    assert shell.status("zjrc-desk")["registrations"]["withdrawn"] == 1


def test_importing_the_same_list_again_adds_nothing(point: Shell) -> None:
    path = short_list(point.folder)
    point.desk("import", path)
    before = point.status("zjrc-desk")
    point.desk("import", path, "--report", "again.json")
    report = json.loads((point.folder / "again.json").read_text("utf-8"))
    assert (report["imported"], report["unchanged"]) == (0, 6)
    assert point.status("zjrc-desk") == before


def test_a_list_with_another_header_and_an_export_that_is_read_again(
    point: Shell, elsewhere: Shell
) -> None:
    path = short_list(point.folder)
    path.write_text(path.read_text("utf-8-sig").replace("手机", "联系电话", 1), "utf-8")
    assert "手机" in point.desk("import", path, exit_code=1)
    (point.folder / "map.json").write_text('{"联系电话": "手机"}', "utf-8")
    assert "导入 6 行" in point.desk("import", path, "--columns", "map.json")
    assert "已有 6 行" in point.desk("import", path), "the header is known from now on"
    (point.folder / "bad.json").write_text("[]", "utf-8")
    assert "F12" in point.desk("import", path, "--columns", "bad.json", exit_code=1)
    assert "没有加密" in point.desk("export", "out.xlsx")
    assert "导出了 0 份" in point.desk("export", "none.xlsx", "--state", "signed")
    assert "D07" in point.desk("export", "stick/out.xlsx", exit_code=1)
    assert "F12" in point.desk("import", path, "--report", "stick/r.json", exit_code=1)
    assert "导入 6 行" in elsewhere.desk("import", point.folder / "out.xlsx")


def test_a_point_that_is_not_enrolled_seals_nothing_and_says_what_to_do(point: Shell) -> None:
    said = point.desk("seal", "--out", "stick", exit_code=1)
    assert "备案" in said
    assert "E00" in said
    assert not (point.folder / "stick").exists()


def test_wrong_password_wrong_file_and_missing_store_are_one_calm_line(point: Shell) -> None:
    assert "D07" in Shell(point.folder.parent).desk("status", exit_code=1)
    point.environment["ZJRC_PASSWORD"] = "not the password"
    assert "D01" in point.desk("status", exit_code=1)
    point.environment["ZJRC_PASSWORD"] = PASSWORD
    assert "F12" in point.desk("import", "nowhere.csv", exit_code=1)
    other = point.folder / "other.csv"
    other.write_text("a,b\n1,2\n", "utf-8")
    assert "F12" in point.desk("import", other, exit_code=1)
    assert "F18" in point.desk("withdraw", "ZJ-HZ-0001-1-000001-X", "--reason", "x", exit_code=1)


def test_a_typo_in_a_path_or_a_token_is_one_calm_line_and_no_crash(point: Shell) -> None:
    assert "D07" in point.desk("verify", "xx", exit_code=1)
    assert "D07" in point.desk("enrol", "x", exit_code=1)
    assert "T02" in point.desk("verify", "eyJhbGciOiJFUzI1NiJ9", exit_code=4)
    list_ = short_list(point.folder, 1)
    assert "D07" in point.desk("request", "nowhere/point.csr", exit_code=1)
    assert "D07" in point.desk("import", list_, "--columns", "map.jsn", exit_code=1)
    assert "D07" in point.desk("receipt", "x.receipt", exit_code=1)
    assert "D07" in point.desk("letters", "--out", list_, exit_code=1)
    assert "D07" in point.desk("paper", "monthly", "2026-11", "--out", list_, exit_code=1)
    assert not list((point.folder / "desk").glob("crash-*"))


def test_a_refused_batch_ends_with_4_and_a_log_without_names(point: Shell) -> None:
    point.desk("import", LIST, exit_code=3)
    point.centre("init")
    fake = point.folder / "ZJ-HZ-0001-1-000001.zjrc"
    fake.write_bytes(b"PK\x03\x04 not a batch")
    assert "B0" in point.centre("intake", fake, "--receipts", "receipts", exit_code=4)
    log = (point.folder / "centre" / "zjrc_desk.log").read_text("utf-8")
    assert "B0" in log
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["姓名"] for row in rows if row["姓名"]}
    numbers = {row["证件号码"] for row in rows if row["证件号码"]}
    for path in point.folder.rglob("*.log*"):
        text = path.read_text("utf-8")
        assert not [one for one in names | numbers if one in text]


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


def test_a_letter_that_cannot_be_printed_is_named_and_the_others_do_not_wait(point: Shell) -> None:
    lines = LIST.read_text("utf-8").splitlines()
    second = lines[2].split(",")
    second[0] = "王\U00030000"
    path = point.folder / "rare.csv"
    path.write_text("\n".join([lines[0], lines[1], ",".join(second), lines[3]]) + "\n", "utf-8")
    point.desk("import", path)
    said = point.desk("letters", "--out", point.folder / "letters", exit_code=3)
    assert "ZJ-HZ-0001-1-000002-X" in said
    assert "F10" in said
    assert len(list((point.folder / "letters").glob("*.pdf"))) == 2


def sealed(point: Shell) -> Path:
    """Two people, enrolled, in one batch on the stick."""
    point.desk("import", short_list(point.folder, 2))
    point.desk("letters", "--out", point.folder / "letters")
    point.desk("signed", "--all")
    point.centre("init")
    point.desk("request", point.folder / "p.csr")
    point.centre("approve", point.folder / "p.csr", "--out", point.folder / "p.enrolment")
    point.desk("enrol", point.folder / "p.enrolment")
    point.desk("seal", "--out", point.folder / "stick")
    (batch,) = (point.folder / "stick").glob("*.zjrc")
    return batch


def test_the_records_of_a_lost_or_damaged_batch_go_with_the_next_and_the_centre_takes_them(
    point: Shell,
) -> None:
    batch = sealed(point)
    point.desk("lost", "no-such.zjrc", "--yes", exit_code=2)
    assert "B27" in point.desk("lost", batch.name, "--yes", exit_code=1), "its file is still here"
    batch.unlink()
    (kept,) = (point.folder / "desk" / "outbox").iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    point.desk("lost", batch.name, exit_code=1)
    assert "K06" in point.desk("check", exit_code=1), "not without the centre's word"
    point.desk("lost", batch.name, "--yes")
    point.desk("seal", "--out", point.folder / "stick")
    (anew,) = (point.folder / "stick").glob("*.zjrc")
    assert anew.name != batch.name
    point.centre("intake", anew, "--receipts", point.folder / "receipts")
    point.desk("receipt", *(point.folder / "receipts").iterdir())
    assert point.status("zjrc-desk")["registrations"] == {"accepted": 2}


def test_an_auditor_prints_and_files_nothing_whatever_is_asked_for(point: Shell) -> None:
    point.desk("import", short_list(point.folder, 1))
    said = point.desk("staff", "add", "C001", "--name", "样例丙", "--role", "auditor")
    point.environment |= {"ZJRC_STAFF": "C001", "ZJRC_PASSWORD": said.strip().split("：")[-1]}
    point.environment["ZJRC_NEW_PASSWORD"] = "another long word 8"
    point.desk("password")
    point.environment["ZJRC_PASSWORD"] = "another long word 8"
    for command in (
        ("letters", "--out", "out"),
        ("paper", "letter", "no such serial", "--out", "out"),
        ("signed", "no such serial"),
        ("withdraw", "no such serial"),
        ("lost", "no such batch"),
    ):
        assert "A01" in point.desk(*command, exit_code=1)
    assert not (point.folder / "out").exists()


def test_one_receipt_that_is_none_does_not_keep_the_others_from_being_taken(point: Shell) -> None:
    batch = sealed(point)
    point.centre("intake", batch, "--receipts", point.folder / "receipts")
    (good,) = (point.folder / "receipts").glob("*.receipt")
    (point.folder / "bad.receipt").write_bytes(b"PK nothing")
    said = point.desk("receipt", point.folder / "bad.receipt", good, exit_code=1)
    assert "bad.receipt" in said
    assert point.status("zjrc-desk")["registrations"] == {"accepted": 2}


@pytest.mark.parametrize(
    ("name", "admin", "phone", "code"),
    [
        ("", "A001", "", "F19"),
        ("样" * 61, "A001", "", "F19"),
        ("样例", "", "", "F19"),
        ("样例", "A 1/<>", "", "F19"),
        ("样例", "A001", "abc", "F09"),
    ],
)
def test_a_point_or_a_staff_number_that_cannot_be_used_is_refused(
    shell: Shell, name: str, admin: str, phone: str, code: str
) -> None:
    point = ("--point-code", "ZJ-HZ-0001", "--point-name", name, "--admin", admin)
    assert code in shell.desk("init", *point, "--phone", phone, exit_code=1)


def test_a_report_that_could_not_be_written_is_said_before_anything_is_imported(
    point: Shell,
) -> None:
    path = short_list(point.folder)
    point.desk("import", path, "--report", point.folder / "none" / "r.json", exit_code=1)
    assert point.status("zjrc-desk")["registrations"] == {}


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


def test_check_backup_and_restore_from_the_command_line(point: Shell) -> None:
    point.desk("import", short_list(point.folder, 2))
    assert "没有发现问题" in point.desk("check")
    assert "从列表导入" in point.desk("audit", "--action", "import", "--most", "1")
    assert "导出了 2 条" in point.desk("audit", "--action", "import", "--out", "audit.csv")
    assert "D16" in point.desk("backup", "--to", point.folder / "stick", exit_code=1)
    (point.folder / "stick").mkdir()
    assert "已读回核对" in point.desk("backup", "--to", point.folder / "stick", "--remember")
    (file,) = (point.folder / "stick").iterdir()
    point.desk("import", short_list(point.folder, 3))
    asked = point.desk("restore", file, exit_code=1)
    assert "D18" in asked
    assert "--replace" in asked
    assert "另存在" in point.desk("restore", file, "--replace")
    assert point.status("zjrc-desk")["registrations"] == {"witnessed": 2}
    database = point.folder / "desk" / "registrations.db"
    content = bytearray(database.read_bytes())
    content[-1] ^= 1
    database.write_bytes(content)
    said = json.loads(point.run("zjrc-desk", "check", "--json").stdout)
    assert not said["sound"]
    assert {"K01"} <= {finding["code"] for finding in said["findings"]}
    assert "备份恢复" in point.desk("check", exit_code=1)


def test_papers_are_printed_once_reprinted_with_a_reason_and_verified(point: Shell) -> None:
    point.desk("import", short_list(point.folder, 1))
    point.desk("letters", "--out", "letters")
    (letter,) = (point.folder / "letters").iterdir()
    serial = letter.stem
    assert "L18" in point.desk("letters", "--out", "letters", serial, exit_code=3)
    assert "尚未生效" in point.desk("verify", letter, exit_code=3)
    point.desk("signed", "--all")
    assert "现在有效" in point.desk("verify", letter)
    point.desk("paper", "witness", serial, "--out", "papers")
    assert "L18" in point.desk("paper", "witness", serial, "--out", "papers", exit_code=1)
    point.desk("paper", "witness", serial, "--out", "papers", "--reason", "遗失")
    names = {path.name for path in (point.folder / "papers").iterdir()}
    assert names == {f"{serial}-witness.pdf", f"{serial}-witness-1.pdf"}
    changed = bytearray(letter.read_bytes())
    changed[len(changed) // 2] ^= 1
    (point.folder / "changed.pdf").write_bytes(changed)
    point.desk("verify", "changed.pdf", exit_code=4)
