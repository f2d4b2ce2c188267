"""What is mistyped, missing or not allowed is one calm line with a code, and nothing is done."""

from __future__ import annotations

import pytest

from tests.command_line.shell import Shell, short_list
from tests.conftest import PASSWORD


def test_wrong_password_wrong_file_and_missing_store_are_one_calm_line(point: Shell) -> None:
    assert "D07" in point.at(point.folder.parent).desk("status", exit_code=1)
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


def test_an_auditor_prints_and_files_nothing_whatever_is_asked_for(point: Shell) -> None:
    point.desk("import", short_list(point.folder, 1))
    said = point.started.desk("staff", "add", "C001", "--name", "样例丙", "--role", "auditor")
    point.environment |= {"ZJRC_STAFF": "C001", "ZJRC_PASSWORD": said.strip().split("：")[-1]}
    point.environment["ZJRC_NEW_PASSWORD"] = "another long word 8"
    point.started.desk("password")
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
