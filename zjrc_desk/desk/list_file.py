"""Reads a point's own list: CSV (UTF-8 with or without BOM, UTF-16 with BOM, GB 18030) or XLSX."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from zjrc_desk.registry.errors import EntryError

#: The header of a point's list; the columns may stand in any order.
COLUMNS = (
    "姓名", "性别", "民族", "证件类型", "证件号码", "出生日期", "手机", "户籍地址", "现住址",
    "文化程度", "职业", "捐献类别", "捐献项目", "用途", "执行人姓名", "执行人关系", "执行人电话",
    "亲属姓名", "亲属关系", "亲属意见", "见证人1姓名", "见证人1证件号码", "见证人1关系",
    "见证人2姓名", "见证人2证件号码", "见证人2关系", "登记日期", "家书",
)  # fmt: skip
MOST_BYTES = 64 << 20
MOST_UNPACKED = 256 << 20
_OLE = b"\xd0\xcf\x11\xe0"
#: A float holds 15 decimal digits for sure; a longer number in a spreadsheet has lost its end.
_EXACT_FLOAT = 10**15


@dataclass(frozen=True)
class ListRow:
    """One row of a list: the line it begins on (the header is line 1) and its cells by column."""

    line: int
    cells: dict[str, str]
    surplus: bool = False


def read_list(path: Path) -> Iterator[ListRow]:
    """The rows of a list that are not blank.

    Raises EntryError F12 for a file that is no such list: wrong header, unknown encoding, empty,
    too large, protected by a password, not CSV or XLSX.  The whole file is read before the first
    row comes, so that half a list is never imported because its end is unreadable.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(
            "打不开这个文件。", "请检查文件是否还在、是否有权限读取。", type(error).__name__
        ) from error
    if len(content) > MOST_BYTES:
        raise _refused("文件太大。", "请把列表分成几个文件，每个不超过 64 MB。", "size")
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise _refused("文件是空的。", "请选择正确的列表文件。", "empty")
    if content.startswith(_OLE):
        raise _refused(
            "这是旧版 Excel 文件，或设有打开密码。", "请在 Excel 中另存为不带密码的 .xlsx。", "ole"
        )
    table = _xlsx(content) if content.startswith(b"PK\x03\x04") else _csv(content)
    return _rows(table)


def _rows(table: list[tuple[int, list[str]]]) -> Iterator[ListRow]:
    _, header = table[0]
    columns = _checked_header([name.strip().lstrip("\ufeff") for name in header])
    for line, cells in table[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        padded = cells + [""] * (len(columns) - len(cells))
        surplus = any(cell.strip() for cell in cells[len(columns) :])
        named = {name: padded[i].strip() for i, name in enumerate(columns) if name}
        yield ListRow(line, named, surplus)


def _checked_header(header: Sequence[str]) -> list[str]:
    while header and not header[-1]:
        header = header[:-1]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise _refused(
            f"表头里没有“{missing[0]}”{'等列' if len(missing) > 1 else '这一列'}。",
            "请使用登记列表的表头，第一行就是列名。",
            f"{len(missing)} columns missing",
        )
    known = [name for name in header if name in COLUMNS]
    if len(known) != len(set(known)):
        raise _refused("表头里有重复的列。", "请删去多余的一列。", "duplicate column")
    return [name if name in COLUMNS else "" for name in header]


def _csv(content: bytes) -> list[tuple[int, list[str]]]:
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    table, begins = [], 1
    try:
        for cells in reader:
            table.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _refused(
            f"第 {begins} 行的引号不成对，或格式有误。", "请在表格软件中打开并重新保存。", "csv"
        ) from error
    if not table:
        raise _refused("文件是空的。", "请选择正确的列表文件。", "empty")
    return table


def _decoded(content: bytes) -> str:
    encodings = (
        ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    )
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _refused(
        "认不出文件的文字编码，或者它不是列表文件。",
        "请在表格软件中另存为“CSV UTF-8”或 .xlsx。",
        "encoding",
    )


def _xlsx(content: bytes) -> list[tuple[int, list[str]]]:
    # 0.2 s to load, and a point imports a list a few times a year.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise _refused("文件展开后过大。", "请把列表分成几个文件。", "unpacked size")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        table = [
            (line, [_cell(value) for value in values])
            for line, values in enumerate(sheet.iter_rows(values_only=True), 1)
        ]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError) as error:
        raise _refused(
            "这不是完好的 Excel 文件。", "请在 Excel 中打开并另存为 .xlsx。", type(error).__name__
        ) from error
    if not table:
        raise _refused("表格是空的。", "请选择正确的列表文件。", "empty")
    return table


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT_FLOAT:
        return str(int(value))
    return str(value)


def _refused(message: str, remedy: str, detail: str) -> EntryError:
    return EntryError("F12", message, remedy, detail=detail)
