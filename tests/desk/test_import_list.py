"""A point's own list: every form of file, every fault by its line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.desk.lists import LIST, OTHER_NAMES, renamed, rows, workbook, written
from tests.store.test_store import refused
from zjrc_desk.desk import register
from zjrc_desk.desk.import_list import IMPORTED, REFUSED, UNCHANGED, import_list
from zjrc_desk.desk.list_columns import COLUMNS, read_mapping, suggest
from zjrc_desk.desk.list_form import preview_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.vocabulary import SEX

DATA = LIST.parent


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
    workbook(tmp_path / "l.xlsx", rows(5))
    assert import_list(desk, tmp_path / "l.xlsx").count(IMPORTED) == 5
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


#: What a person has to add to what is suggested for :data:`OTHER_NAMES`.
MAPPING = {theirs: ours for ours, theirs in OTHER_NAMES.items()}


def test_another_header_is_suggested_by_name_synonym_and_sound(desk: Desk, tmp_path: Path) -> None:
    preview = preview_list(desk, written(tmp_path / "l.csv", renamed(rows(12)), "gb18030"))
    assert (preview.standard, preview.remembered) == (False, False)
    assert (preview.encoding, len(preview.rows)) == ("GB 18030", 8)
    assert preview.rows[0] == [cell.strip() for cell in rows(1)[1]]
    suggested = dict(zip(preview.header, preview.suggested, strict=True))
    assert suggested == {
        OTHER_NAMES.get(name, name): "" if name == "执行人姓名" else name for name in COLUMNS
    }
    assert preview.missing() == ["执行人姓名"]


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (" 姓　名 ", "姓名"),
        ("ｘｉｎｇｍｉｎｇ", "姓名"),
        ("XingMing", "姓名"),
        ("性名", "姓名"),
        ("身份证号码（必填）", "证件号码"),
        ("见证人（1）姓名", "见证人1姓名"),
        ("居民身份证号码", "证件号码"),
        ("联系电话", "手机"),
        ("家庭住址", "现住址"),
        ("登记时间", "登记日期"),
        ("见证人１身份证号", "见证人1证件号码"),
        ("见证人二", "见证人2姓名"),
        ("备注", ""),
        ("", ""),
    ],
)
def test_a_column_is_known_by_what_it_is_called(theirs: str, ours: str) -> None:
    assert suggest([theirs]) == [ours]


def test_one_of_ours_is_suggested_once_and_its_very_name_comes_first() -> None:
    assert suggest(["电话", "手机", "联系电话"]) == ["", "手机", ""]
    assert suggest(["电话", "电话", "姓名"]) == ["", "", "姓名"], "twice: nobody knows which"


def test_a_list_with_another_header_needs_its_columns_and_then_never_again(
    desk: Desk, tmp_path: Path
) -> None:
    first = written(tmp_path / "first.csv", renamed(rows(3)))
    with refused("F12"):
        import_list(desk, first)
    assert import_list(desk, first, mapping=MAPPING).count(IMPORTED) == 3
    assert import_list(desk, first, mapping=MAPPING).count(UNCHANGED) == 3
    later = renamed(rows(6))
    workbook(tmp_path / "later.xlsx", later)
    report = import_list(desk, tmp_path / "later.xlsx")
    assert (report.count(IMPORTED), report.count(UNCHANGED)) == (3, 3)
    preview = preview_list(desk, tmp_path / "later.xlsx")
    assert preview.remembered
    assert preview.missing() == []
    # The same rows under the standard header are the same rows.
    assert import_list(desk, written(tmp_path / "s.csv", rows(6))).count(UNCHANGED) == 6


def test_the_newest_matching_counts(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "l.csv", renamed(rows(1)))
    wrong = MAPPING | {"户籍地址": "现住址", "地址": "户籍地址"}
    import_list(desk, path, mapping=wrong)
    import_list(desk, path, mapping=MAPPING)
    preview = preview_list(desk, path)
    assert preview.suggested[preview.header.index("地址")] == "现住址"


def without(table: list[list[str]], *names: str) -> list[list[str]]:
    keep = [place for place, name in enumerate(table[0]) if name not in names]
    return [[row[place] for place in keep] for row in table]


def test_sex_birth_date_and_kind_of_document_are_read_from_a_citizens_number(
    desk: Desk, tmp_path: Path
) -> None:
    table = without(rows(3), "性别", "出生日期", "证件类型", "捐献类别", "家书", "户籍地址")
    path = written(tmp_path / "l.csv", table)
    assert preview_list(desk, path).missing() == []
    assert import_list(desk, path, mapping={}).count(IMPORTED) == 3
    found = register.find(desk)
    ours = [register.open_registration(desk, one.record_id).volunteer for one in reversed(found)]
    theirs = [dict(zip(rows(0)[0], row, strict=True)) for row in rows(3)[1:]]
    for volunteer, cells in zip(ours, theirs, strict=True):
        assert SEX.label(volunteer.sex) == cells["性别"]
        assert volunteer.birth_date == cells["出生日期"]
        assert volunteer.document_type == "resident_id"


def test_a_number_that_may_be_of_several_documents_says_nothing(desk: Desk, tmp_path: Path) -> None:
    table = without(rows(1), "证件类型")
    table[1][table[0].index("证件号码")] = "E12345678"
    (row,) = import_list(desk, written(tmp_path / "l.csv", table), mapping={}).rows
    assert "证件类型" in {p.field for p in row.problems}


@pytest.mark.parametrize(
    "mapping",
    [
        MAPPING | {"没有这一列": "手机"},
        MAPPING | {"经办人": "办事员"},
        MAPPING | {"经办人": "姓名"},
        {theirs: ours for theirs, ours in MAPPING.items() if ours != "执行人姓名"},
        MAPPING | {"身份证号": ""},
    ],
)
def test_a_mapping_that_cannot_be_is_refused_and_not_remembered(
    desk: Desk, tmp_path: Path, mapping: dict[str, str]
) -> None:
    path = written(tmp_path / "l.csv", renamed(rows(1)))
    with refused("F12"):
        import_list(desk, path, mapping=mapping)
    assert register.find(desk) == []
    assert not preview_list(desk, path).remembered


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b"[" * 100_000, b"\xff"])
def test_a_file_that_is_no_mapping_is_refused(content: bytes) -> None:
    with refused("F12"):
        read_mapping(content)


def test_an_import_that_is_stopped_keeps_what_is_in_and_goes_on_later(
    desk: Desk, tmp_path: Path
) -> None:
    path = written(tmp_path / "l.csv", rows(12))
    seen: list[tuple[int, int]] = []
    report = import_list(
        desk,
        path,
        lambda done, total: seen.append((done, total)),
        cancelled=lambda: (5, 12) in seen,
    )
    assert report.cancelled
    assert report.count(IMPORTED) == len(register.find(desk)) == 5
    again = import_list(desk, path)
    assert (again.count(UNCHANGED), again.count(IMPORTED), again.cancelled) == (5, 7, False)


def test_an_import_that_is_stopped_while_reading_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "l.xlsx", rows(100))
    report = import_list(desk, tmp_path / "l.xlsx", cancelled=lambda: True)
    assert report.cancelled
    assert register.find(desk) == []


def test_an_auditor_neither_looks_at_a_list_nor_imports_one(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "l.csv", rows(1))
    desk.staff.role = "auditor"
    for act in (preview_list, import_list):
        with refused("A01"):
            act(desk, path)
