"""F12: everything a list of a spreadsheet can be that is not a list of texts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.lists import LIST, rows, workbook, written
from zjrc_desk.desk import list_file, register
from zjrc_desk.desk.import_list import IMPORTED, REFUSED, RowResult, import_list
from zjrc_desk.desk.list_columns import standard_fields
from zjrc_desk.desk.list_file import open_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import EntryError

COLUMN = {name: place for place, name in enumerate(rows(0)[0])}


def refusal(desk: Desk, path: Path) -> EntryError:
    """The refusal of a file as a whole, of which nothing may be in."""
    with pytest.raises(EntryError) as caught:
        import_list(desk, path)
    assert caught.value.code == "F12"
    assert re.search("[\u4e00-\u9fff]", caught.value.message)
    assert caught.value.remedy.endswith("。")
    assert register.find(desk) == []
    return caught.value


def one_cell(desk: Desk, path: Path, column: str, value: object) -> RowResult:
    """What becomes of a good row in which one cell of the workbook is ``value``."""
    table: list[list[object]] = [list(row) for row in rows(1)]
    table[1][COLUMN[column]] = value
    workbook(path, table)
    (row,) = import_list(desk, path).rows
    return row


def sheet_changed(path: Path, old: str, new: str) -> None:
    """Change the XML of the first sheet, as only other programs write it."""
    content = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(content, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert old in data.decode(), data[:400]
                data = data.decode().replace(old, new, 1).encode()
            after.writestr(name, data)
    path.write_bytes(content.getvalue())


@pytest.mark.parametrize("encoding", ["gb18030", "gbk", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_gives_the_same_rows(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    good = written(tmp_path / "good.csv", rows(3))
    other = written(tmp_path / "other.csv", rows(3), encoding, separator)
    first, second = open_list(good), open_list(other)
    fields = standard_fields(first.header)
    assert fields == standard_fields(second.header)
    assert fields is not None
    assert list(first.rows(fields)) == list(second.rows(fields))


def test_utf16_of_the_other_byte_order_is_read(desk: Desk, tmp_path: Path) -> None:
    text = "\r\n".join(",".join(f'"{cell}"' for cell in row) for row in rows(1))
    (tmp_path / "l.csv").write_bytes(b"\xfe\xff" + text.encode("utf-16-be"))
    assert import_list(desk, tmp_path / "l.csv").count(IMPORTED) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空"),
        (b"\xef\xbb\xbf\r\n \t", "空"),
        ("甲,乙\n1,2\n".encode(), "表头"),
        ("姓名,性别\n".encode("utf-16-le"), "空字符"),
        ("姓名,性别\n王\0,男\n".encode(), "空字符"),
        (b"\xef\xbb\xbf" + "姓名".encode() + b"\xff,\n", "编码"),
        (b"\xff\xfe\x00", "编码"),
        (LIST.read_bytes() + '"未完'.encode(), "引号"),
        (b"PK\x03\x04 not a workbook", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "旧版"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(512)
            + "EncryptedPackage".encode("utf-16-le"),
            "密码",
        ),
        (b"<html><table></table></html>", "表头"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_what_it_is(
    desk: Desk, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "list"
    path.write_bytes(content)
    assert said in refusal(desk, path).sentence()


def test_a_missing_file_and_a_folder_are_refused(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.xlsx", tmp_path):
        assert "打不开" in refusal(desk, path).message


def test_a_column_that_stands_twice_is_refused(desk: Desk, tmp_path: Path) -> None:
    table = [[*row, row[COLUMN["手机"]]] for row in rows(1)]
    assert "重复" in refusal(desk, written(tmp_path / "l.csv", table)).message


def zip_with(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_macros_binary_workbooks_and_other_archives_are_refused(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "l.xlsm", rows(1))
    with zipfile.ZipFile(tmp_path / "l.xlsm", "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert "宏" in refusal(desk, tmp_path / "l.xlsm").message
    assert "二进制" in refusal(desk, zip_with(tmp_path / "b", {"xl/workbook.bin": b""})).message
    assert "Excel" in refusal(desk, zip_with(tmp_path / "z", {"mimetype": b"text"})).message


def test_a_zip_bomb_is_refused_before_it_unpacks(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zjrc_desk.desk.list_workbook.MOST_UNPACKED", 1 << 20)
    workbook(tmp_path / "l.xlsx", rows(1))
    with zipfile.ZipFile(tmp_path / "l.xlsx", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.png", bytes(2 << 20))
    assert "过大" in refusal(desk, tmp_path / "l.xlsx").message


def test_entities_in_a_workbook_are_not_expanded(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "l.xlsx", rows(1))
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet'
    sheet_changed(tmp_path / "l.xlsx", "<worksheet", bomb)
    assert "Excel" in refusal(desk, tmp_path / "l.xlsx").message


def test_too_many_rows_are_refused_with_the_limit(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_file, "MOST_ROWS", 3)
    assert "超过 3 行" in refusal(desk, written(tmp_path / "l.csv", rows(4))).message
    assert import_list(desk, written(tmp_path / "l.csv", rows(3))).count(IMPORTED) == 3


def test_a_title_above_the_header_is_passed_over_and_lines_are_still_right(
    desk: Desk, tmp_path: Path
) -> None:
    table = rows(2)
    table[2][COLUMN["姓名"]] = ""
    book = workbook(tmp_path / "l.xlsx", [["登记一览表"], *table])
    assert book.active is not None
    book.active.merge_cells("A1:AB1")
    book.save(tmp_path / "l.xlsx")
    report = import_list(desk, tmp_path / "l.xlsx")
    assert [(row.line, row.status) for row in report.rows] == [(3, IMPORTED), (4, REFUSED)]


def test_a_header_with_merged_cells_is_refused(desk: Desk, tmp_path: Path) -> None:
    book = workbook(tmp_path / "l.xlsx", rows(1))
    assert book.active is not None
    book.active.merge_cells("B1:C1")
    book.save(tmp_path / "l.xlsx")
    assert "合并" in refusal(desk, tmp_path / "l.xlsx").message


def test_cells_merged_over_rows_are_named_and_only_their_rows_refused(
    desk: Desk, tmp_path: Path
) -> None:
    book = workbook(tmp_path / "l.xlsx", rows(3))
    sheet = book.active
    assert sheet is not None
    letter = sheet.cell(1, COLUMN["执行人电话"] + 1).column_letter
    sheet.merge_cells(f"{letter}2:{letter}3")
    book.save(tmp_path / "l.xlsx")
    report = import_list(desk, tmp_path / "l.xlsx")
    assert [row.status for row in report.rows] == [IMPORTED, REFUSED, IMPORTED]
    (problem,) = report.rows[1].problems
    assert (problem.code, problem.field) == ("F12", "执行人电话")
    assert "合并" in problem.message


def test_hidden_rows_are_refused_and_never_imported_unseen(desk: Desk, tmp_path: Path) -> None:
    book = workbook(tmp_path / "l.xlsx", rows(3))
    assert book.active is not None
    book.active.row_dimensions[3].hidden = True
    book.save(tmp_path / "l.xlsx")
    report = import_list(desk, tmp_path / "l.xlsx")
    assert [row.status for row in report.rows] == [IMPORTED, REFUSED, IMPORTED]
    assert "隐藏" in report.rows[1].problems[0].message


def test_a_formula_without_its_result_is_refused(desk: Desk, tmp_path: Path) -> None:
    row = one_cell(desk, tmp_path / "l.xlsx", "手机", '="1380571"&"0001"')
    (problem,) = row.problems
    assert (row.status, problem.code, problem.field) == (REFUSED, "F12", "手机")
    assert "公式" in problem.message


def test_a_formula_counts_with_its_kept_result(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "l.xlsx", [*rows(0), [*rows(1)[1][:6], "=A1", *rows(1)[1][7:]]])
    cell = '<c r="G2"><f>A1</f><v></v></c>'
    kept = '<c r="G2" t="str"><f>A1</f><v>13805710009</v></c>'
    with zipfile.ZipFile(tmp_path / "l.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    sheet_changed(
        tmp_path / "l.xlsx", cell if cell in xml else cell.replace("<v></v>", "<v />"), kept
    )
    (row,) = import_list(desk, tmp_path / "l.xlsx").rows
    assert row.status == IMPORTED
    assert register.find(desk)[0].phone == "13805710009"


@pytest.mark.parametrize("value", ["#N/A", "#REF!"])
def test_error_values_are_refused(desk: Desk, tmp_path: Path, value: str) -> None:
    row = one_cell(desk, tmp_path / "l.xlsx", "职业", value)
    assert [(p.code, p.field) for p in row.problems] == [("F12", "职业")]


@pytest.mark.parametrize("column", ["证件号码", "见证人1证件号码"])
@pytest.mark.parametrize(
    "value", [3.30106194107041e17, 330106194107041062, "3.30106E+17", "3.30106194107041e17"]
)
def test_a_number_that_lost_its_end_is_damaged_and_never_guessed(
    desk: Desk, tmp_path: Path, column: str, value: object
) -> None:
    row = one_cell(desk, tmp_path / "l.xlsx", column, value)
    (problem,) = row.problems
    assert (row.status, problem.code, problem.field) == (REFUSED, "F12", column)
    assert "丢失" in problem.message


def test_a_damaged_number_in_a_csv_is_refused_too(desk: Desk, tmp_path: Path) -> None:
    table = rows(1)
    table[1][COLUMN["证件号码"]] = "3.30106E+17"
    (row,) = import_list(desk, written(tmp_path / "l.csv", table)).rows
    assert [p.code for p in row.problems] == ["F12"]


def _days_before(text: str) -> int:
    return (datetime.fromisoformat(text) - datetime(1899, 12, 30)).days  # noqa: DTZ001 - Excel's


@pytest.mark.parametrize(
    "as_value",
    [
        datetime.fromisoformat,
        lambda text: datetime.fromisoformat(text).date(),
        lambda text: int(text.replace("-", "")),
        lambda text: float(text.replace("-", "")),
        lambda text: text.replace("-", "/"),
        lambda text: f"{text} 09:30",
        lambda text: f"{text.replace('-', '/')} 9:30:00",
        _days_before,
        lambda text: _days_before(text) + 0.4,
    ],
)
def test_a_date_is_read_from_every_form_with_a_sure_reading(
    desk: Desk, tmp_path: Path, as_value: Callable[[str], object]
) -> None:
    birth = rows(1)[1][COLUMN["出生日期"]]
    row = one_cell(desk, tmp_path / "l.xlsx", "出生日期", as_value(birth))
    assert row.status == IMPORTED, row.problems
    (found,) = register.find(desk)
    assert register.open_registration(desk, found.record_id).volunteer.birth_date == birth


def test_days_are_counted_from_1904_where_the_workbook_says_so(desk: Desk, tmp_path: Path) -> None:
    table: list[list[object]] = [list(row) for row in rows(1)]
    birth = str(table[1][COLUMN["出生日期"]])
    table[1][COLUMN["出生日期"]] = _days_before(birth) - 1462
    book = workbook(tmp_path / "l.xlsx", table)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(tmp_path / "l.xlsx")
    assert import_list(desk, tmp_path / "l.xlsx").count(IMPORTED) == 1


@pytest.mark.parametrize("value", [1932, 194107, 1932.4, -3, 0])
def test_a_number_that_may_be_a_year_is_no_date(desk: Desk, tmp_path: Path, value: float) -> None:
    row = one_cell(desk, tmp_path / "l.xlsx", "出生日期", value)
    assert [(p.code, p.field) for p in row.problems] == [("F12", "出生日期")]


def test_a_phone_kept_as_a_number_is_read(desk: Desk, tmp_path: Path) -> None:
    assert one_cell(desk, tmp_path / "l.xlsx", "手机", 13805710009.0).status == IMPORTED
    assert register.find(desk)[0].phone == "13805710009"


def test_a_text_that_looks_like_a_formula_is_data_and_no_name(desk: Desk, tmp_path: Path) -> None:
    table = rows(1)
    table[1][COLUMN["姓名"]] = "=cmd()"
    (row,) = import_list(desk, written(tmp_path / "l.csv", table)).rows
    assert [p.code for p in row.problems] == ["F08"]


def test_empty_columns_and_rows_at_the_end_are_no_matter(desk: Desk, tmp_path: Path) -> None:
    book = workbook(tmp_path / "l.xlsx", rows(2))
    sheet = book.active
    assert sheet is not None
    for place in ("XFD1", "XFD2", "A500000", "AZ7"):
        sheet[place].number_format = "@"
    sheet["B9"] = "  "
    book.save(tmp_path / "l.xlsx")
    assert import_list(desk, tmp_path / "l.xlsx").count(IMPORTED) == 2
    table = [[*row, "", " "] for row in rows(2)] + [[""] * 30, [" "]]
    assert {r.status for r in import_list(desk, written(tmp_path / "l.csv", table)).rows} == {
        "unchanged"
    }


def test_a_workbook_that_says_a_wrong_size_loses_no_column(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "l.xlsx", rows(2))
    sheet_changed(tmp_path / "l.xlsx", 'dimension ref="A1:AB3"', 'dimension ref="A1:C2"')
    assert import_list(desk, tmp_path / "l.xlsx").count(IMPORTED) == 2


def test_excels_escapes_come_back_as_the_characters_they_stand_for(
    desk: Desk, tmp_path: Path
) -> None:
    assert one_cell(desk, tmp_path / "l.xlsx", "家书", "一_x000D_\n二").status == IMPORTED
    (found,) = register.find(desk)
    letter = register.open_registration(desk, found.record_id).intention.family_letter
    assert letter == "一\n二", "and every end of a line is the same one"


def test_the_words_to_the_family_keep_their_indentation(desk: Desk, tmp_path: Path) -> None:
    table = rows(1)
    table[1][COLUMN["家书"]] = "　　孩子们：\n　　一切从简。\n"
    assert import_list(desk, written(tmp_path / "l.csv", table)).count(IMPORTED) == 1
    (found,) = register.find(desk)
    letter = register.open_registration(desk, found.record_id).intention.family_letter
    assert letter == "　　孩子们：\n　　一切从简。\n"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "l.xlsx"
    workbook(path, rows(2))
    return path.read_bytes()


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(
    sample: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([len(content), len(content) // 2, len(content) - 30]))
    path = tmp_path_factory.getbasetemp() / "damaged.xlsx"
    path.write_bytes(content[:cut])
    # Any other error would fail the test.
    with suppress(EntryError):
        file = open_list(path)
        list(file.rows(standard_fields(file.header) or []))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    # Any other error would fail the test.
    with suppress(EntryError):
        file = open_list(path)
        list(file.rows(standard_fields(file.header) or []))
