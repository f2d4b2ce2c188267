"""A point's own list: every form of file, every fault by its line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from zjrc_desk.desk import register
from zjrc_desk.desk.import_list import IMPORTED, REFUSED, UNCHANGED, import_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import EntryError

DATA = Path(__file__).parent.parent / "data"
LIST = DATA / "registrations.csv"


def rows(number: int) -> list[list[str]]:
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[: number + 1]


def written(path: Path, table: list[list[str]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(table)
    return path


def workbook(path: Path, table: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in table:
        sheet.append(row)
    book.save(path)
    return path


def test_exactly_the_rows_that_are_wrong_are_refused_each_with_its_code_and_field(
    desk: Desk,
) -> None:
    report = import_list(desk, LIST)
    with (DATA / "registrations-faults.csv").open(encoding="utf-8-sig", newline="") as file:
        expected = {int(row[0]) for row in list(csv.reader(file))[1:]}
    refused = {row.line: row for row in report.rows if row.status == REFUSED}
    assert set(refused) == expected
    for row in refused.values():
        assert row.serial == ""
        assert all(p.code and p.field and p.message for p in row.problems)
    assert report.count(IMPORTED) == len(register.find(desk, limit=500)) == 107


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_is_read_in_each_encoding(desk: Desk, tmp_path: Path, encoding: str) -> None:
    report = import_list(desk, written(tmp_path / "l.csv", rows(5), encoding))
    assert report.count(IMPORTED) == 5
    assert register.find(desk, rows(1)[1][rows(0)[0].index("姓名")])


def test_a_workbook_is_read_as_the_csv_is_and_the_same_rows_are_known_again(
    desk: Desk, tmp_path: Path
) -> None:
    assert import_list(desk, workbook(tmp_path / "l.xlsx", rows(5))).count(IMPORTED) == 5
    again = import_list(desk, written(tmp_path / "l.csv", rows(5)))
    assert (again.count(UNCHANGED), again.count(IMPORTED)) == (5, 0)


def test_a_corrected_list_adds_only_what_was_refused_before(desk: Desk, tmp_path: Path) -> None:
    table = rows(5)
    column = table[0].index("姓名")
    kept = table[3][column]
    table[3][column] = ""
    first = import_list(desk, written(tmp_path / "l.csv", table))
    assert [row.line for row in first.rows if row.status == REFUSED] == [4]
    table[3][column] = kept
    second = import_list(desk, written(tmp_path / "l.csv", table))
    assert [row.status for row in second.rows].count(IMPORTED) == 1
    assert second.count(UNCHANGED) == 4


def test_the_report_has_the_agreed_form_and_no_names(desk: Desk) -> None:
    report = json.loads(import_list(desk, LIST).to_json())
    assert set(report) == {"imported", "refused", "unchanged", "rows"}
    assert all(set(row) == {"line", "status", "serial", "problems"} for row in report["rows"])
    problems = [p for row in report["rows"] for p in row["problems"]]
    assert all(set(p) == {"code", "field", "message"} for p in problems)
    text = json.dumps(report, ensure_ascii=False)
    column = rows(0)[0].index("证件号码")
    assert not [
        row[column] for row in rows(120)[1:] if len(row[column]) > 8 and row[column] in text
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("other.csv", "甲,乙\n1,2\n".encode()),
        ("utf16.csv", "姓名,性别\n".encode("utf-16")),
        ("binary.csv", bytes(range(256)) * 4),
        ("broken.xlsx", b"PK\x03\x04 not a workbook"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
        ("notes.txt", b"hello"),
    ],
)
def test_a_file_that_is_no_list_is_refused_as_a_whole(
    desk: Desk, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(EntryError, match="F12"):
        import_list(desk, path)
    assert register.find(desk) == []
