"""Reads a point's own list: XLSX, or CSV with comma, semicolon or tab.

A CSV is UTF-8 (with or without BOM), UTF-16 with BOM, or GB 18030.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from zjrc_desk.desk.list_cells import MERGED, Cell, Fault, read_cell
from zjrc_desk.desk.list_columns import refused
from zjrc_desk.registry.serial import is_practice_serial

MOST_BYTES = 64 << 20
#: Half a million rows would not fail, but they would take a whole day.
MOST_ROWS = 100_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_HEADER_WITHIN = 20


@dataclass(frozen=True)
class Record:
    """One line of a file as it lies there; ``faults`` by column, -1 for the whole line."""

    line: int
    cells: Sequence[Cell]
    faults: dict[int, Fault] = field(default_factory=dict)


@dataclass(frozen=True)
class ListRow:
    """One row of a list: the line it begins on and its cells by our columns.

    A column the list does not have is not among ``cells``.  ``faults`` are by our columns too,
    "" for the whole row.  ``practice``: it was exported from the practice point, as its serial
    says, in whatever column that stands.
    """

    line: int
    cells: dict[str, str]
    surplus: bool = False
    faults: dict[str, Fault] = field(default_factory=dict)
    practice: bool = False


def _no_days(_number: float) -> date:
    raise AssertionError("a text file has no day numbers")


@dataclass(frozen=True)
class ListFile:
    """An opened list: its header, and the records that follow, to be read once."""

    header: list[str]
    encoding: str
    records: Iterator[Record]
    day_of: Callable[[float], date] = _no_days

    def rows(self, fields: Sequence[str]) -> Iterator[ListRow]:
        """The rows that are not blank; ``fields`` has our column, or "", for each of theirs."""
        for record in self.records:
            if any(not _blank(cell) for cell in record.cells):
                yield self._row(record, fields)

    def _row(self, record: Record, fields: Sequence[str]) -> ListRow:
        cells: dict[str, str] = {}
        faults = {"": record.faults[-1]} if -1 in record.faults else {}
        for place, ours in enumerate(fields):
            if not ours:
                continue
            value = record.cells[place] if place < len(record.cells) else None
            cells[ours], fault = read_cell(value, ours, self.day_of)
            fault = record.faults.get(place, fault)
            if fault is not None:
                faults[ours] = fault
        surplus = any(not _blank(cell) for cell in record.cells[len(self.header) :])
        practice = any(isinstance(cell, str) and is_practice_serial(cell) for cell in record.cells)
        return ListRow(record.line, cells, surplus, faults, practice)


def _blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def open_list(path: Path) -> ListFile:
    """Open a list and read its header.

    Raises EntryError F12 for what is no list: unknown encoding, empty, too large, protected by a
    password, with macros, damaged, not CSV or XLSX.  A damaged end is met while ``rows`` are read,
    so whoever imports reads them all before the first is kept.
    """
    content = _content(path)
    if content.startswith(_ZIP):
        # openpyxl takes 0.2 s to load, and a point imports a list a few times a year.
        from zjrc_desk.desk.list_workbook import open_workbook

        records, day_of = open_workbook(content)
        return _with_header(records, "XLSX", day_of)
    text, encoding = _decoded(content)
    return _with_header(_csv(text), encoding, _no_days)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refused("文件太大。", "请把列表分成几个文件，每个不超过 64 MB。", "size")
        content = path.read_bytes()
    except OSError as error:
        raise refused(
            "打不开这个文件。",
            "请检查文件是否还在、能否读取，是否正在 Excel 中打开。",
            type(error).__name__,
        ) from error
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise refused("文件是空的。", "请选择正确的列表文件。", "empty")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise refused(
                "这个 Excel 文件设有打开密码。", "请在 Excel 中去掉密码后另存为 .xlsx。", "password"
            )
        raise refused("这是旧版 Excel 文件（.xls）。", "请在 Excel 中另存为 .xlsx。", "ole")
    return content


def _with_header(
    records: Iterator[Record], encoding: str, day_of: Callable[[float], date]
) -> ListFile:
    """Passes over a title above the header: the header is the first line with two filled cells."""
    first = header = None
    for record in records:
        first = first or record
        if sum(not _blank(cell) for cell in record.cells) > 1:
            header = record
            break
        if record.line > _HEADER_WITHIN:
            break
    header = header or first
    if header is None:
        raise refused("文件是空的。", "请选择正确的列表文件。", "empty")
    if MERGED in header.faults.values():
        raise refused(
            "表头有合并的单元格。", "请取消合并，让每一列在同一行里有自己的列名。", "merged header"
        )
    names = ["" if cell is None else str(cell).strip().lstrip("\ufeff") for cell in header.cells]
    while names and not names[-1]:
        names.pop()
    return ListFile(names, encoding, limited(records), day_of)


def limited(records: Iterator[Record]) -> Iterator[Record]:
    """The records, up to as many as one import can do; F12 beyond."""
    for count, record in enumerate(records):
        if count >= MOST_ROWS:
            raise refused(
                f"列表超过 {MOST_ROWS} 行。", "请把列表分成几个文件再导入。", "too many rows"
            )
        yield record


def _csv(text: str) -> Iterator[Record]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins = 1
    try:
        for cells in reader:
            yield Record(begins, cells)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise refused(
            f"第 {begins} 行的引号不成对，或格式有误。", "请在表格软件中打开并重新保存。", "csv"
        ) from error


def _separator(text: str) -> str:
    """The separator that makes the most columns of the first lines; a comma where none does."""
    lines = re.split(r"[\r\n]+", text[: 1 << 16])[:5]
    return max(",;\t", key=lambda sign: max(line.count(sign) for line in lines))


def _decoded(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding."""
    encodings: tuple[tuple[str, str], ...]
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = (("utf-16", "UTF-16"),)
    elif content[:3] == b"\xef\xbb\xbf":
        encodings = (("utf-8-sig", "UTF-8"),)
    else:
        encodings = (("utf-8", "UTF-8"), ("gb18030", "GB 18030"))
    for encoding, name in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise refused(
                "文件里有空字符：它可能是没有标记的 UTF-16，或已经损坏。",
                "请在表格软件中另存为“CSV UTF-8”或 .xlsx。",
                "nul",
            )
        return text, name
    raise refused(
        "认不出文件的文字编码，或者它不是列表文件。",
        "请在表格软件中另存为“CSV UTF-8”或 .xlsx。",
        "encoding",
    )
