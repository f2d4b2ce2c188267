"""The first sheet of an XLSX workbook as records, with what makes its cells doubtful."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from defusedxml import ElementTree

from zjrc_desk.desk.list_cells import HIDDEN, MERGED, NO_RESULT, Cell, Fault
from zjrc_desk.desk.list_columns import refused
from zjrc_desk.desk.list_file import Record

MOST_UNPACKED = 256 << 20
#: Excel has 16,384 columns, and a format put on a whole row fills them all with empty cells.
MOST_COLUMNS = 128
#: Excel's own limit.
_LAST_LINE = 1_048_576
_MOST_MERGED = 1_000
_ENCRYPTED = 0x1
#: A sheet without any of these words holds nothing doubtful, and is not read twice.
_DOUBTFUL = re.compile(rb"hidden|mergeCell|f>|[<:]f[ /]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")

#: What the parts of a damaged or hostile file make the libraries raise.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,  # XML's ParseError is one
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
)


@dataclass
class Doubts:
    """Hidden lines, formulas without a result, and merged ranges of a sheet (all from 1)."""

    hidden: set[int] = field(default_factory=set)
    no_result: set[tuple[int, int]] = field(default_factory=set)
    #: first column, first line, last column, last line
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def of(self, line: int) -> dict[int, Fault]:
        """The faults of a line, by column from 0; -1 for the whole line."""
        faults = {-1: HIDDEN} if line in self.hidden else {}
        for left, top, right, bottom in self.merged:
            if top <= line <= bottom:
                columns = range(left, min(right, MOST_COLUMNS) + 1)
                # The upper left cell is the one that still holds its own content.
                faults.update({c - 1: MERGED for c in columns if (c, line) != (left, top)})
        if self.no_result:
            columns = range(1, MOST_COLUMNS + 1)
            faults.update({c - 1: NO_RESULT for c in columns if (line, c) in self.no_result})
        return faults


def open_workbook(content: bytes) -> tuple[Iterator[Record], Callable[[float], date]]:
    """The records of the first sheet, and what reads a day number of this workbook.

    Formulas count with the result that is kept beside them.  Raises EntryError F12, also while
    the records are read.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import from_excel

    with _whole(), warnings.catch_warnings():
        # openpyxl warns of what it leaves out when writing; here nothing is written.
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive)
            doubts = _doubts(archive, _first_sheet(archive))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # What a file says of its own size may be wrong, and then columns would be missing.
        sheet.reset_dimensions()

    def day_of(number: float) -> date:
        day = from_excel(number, book.epoch)
        assert isinstance(day, datetime), "whole days"
        return day.date()

    return _records(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), doubts), day_of


@contextmanager
def _whole() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise refused(
            "这不是完好的 Excel 文件。", "请在 Excel 中打开并另存为 .xlsx。", type(error).__name__
        ) from error


def _check(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise refused("这个文件设有打开密码。", "请去掉密码后另存为 .xlsx。", "password")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise refused(
            "这个 Excel 文件带有宏（.xlsm），为安全起见不读取。",
            "请在 Excel 中另存为不带宏的 .xlsx。",
            "macros",
        )
    if "xl/workbook.bin" in names:
        raise refused("这是二进制的 Excel 文件（.xlsb）。", "请另存为 .xlsx。", "xlsb")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise refused("文件展开后过大。", "请把列表分成几个文件。", "unpacked size")


def _first_sheet(archive: zipfile.ZipFile) -> str:
    """The name of the member that holds the first worksheet."""
    with archive.open("xl/_rels/workbook.xml.rels") as file:
        targets = {
            one.get("Id"): one.get("Target")
            for one in ElementTree.parse(file).getroot()
            if one.get("Type").endswith("/worksheet")
        }
    with archive.open("xl/workbook.xml") as file:
        for sheet in ElementTree.parse(file).getroot().iterfind("{*}sheets/{*}sheet"):
            ids = [value for name, value in sheet.items() if name.endswith("}id")]
            if ids and ids[0] in targets:
                return posixpath.normpath(posixpath.join("/xl", targets[ids[0]])).lstrip("/")
    raise KeyError("no worksheet")


def _doubts(archive: zipfile.ZipFile, member: str) -> Doubts:
    doubts = Doubts()
    if not _mentions_doubts(archive, member):
        return doubts
    with archive.open(member) as file:
        line = 0
        for event, element in ElementTree.iterparse(file, events=("start", "end")):
            kind = element.tag.rpartition("}")[2]
            if kind == "row" and event == "start":
                line = int(element.get("r", line + 1))
                if element.get("hidden") in ("1", "true"):
                    doubts.hidden.add(line)
            elif kind == "row":
                _note_formulas(doubts, line, element)
                element.clear()
            elif kind == "mergeCell" and event == "end":
                _note_merged(doubts, element.get("ref"))
    return doubts


def _mentions_doubts(archive: zipfile.ZipFile, member: str) -> bool:
    with archive.open(member) as file:
        tail = b""
        while piece := file.read(1 << 20):
            if _DOUBTFUL.search(tail + piece):
                return True
            tail = piece[-16:]
    return False


def _note_formulas(doubts: Doubts, line: int, row: ElementTree.Element) -> None:
    from openpyxl.utils import coordinate_to_tuple

    column = 0
    for cell in row.iterfind("{*}c"):
        place = cell.get("r")
        column = coordinate_to_tuple(place)[1] if place else column + 1
        # A formula whose result is an empty text says so by its type.
        empty = not cell.findtext("{*}v") and cell.get("t") != "str"
        if empty and cell.find("{*}f") is not None:
            doubts.no_result.add((line, column))


def _note_merged(doubts: Doubts, reference: str) -> None:
    from openpyxl.utils import range_boundaries

    left, top, right, bottom = range_boundaries(reference)
    doubts.merged.append((int(left or 1), int(top or 1), int(right or 1), int(bottom or 1)))
    if len(doubts.merged) > _MOST_MERGED:
        raise refused("表格里有很多合并的单元格。", "请取消全部合并，逐行填写。", "merged")


def _records(rows: Iterator[tuple[object, ...]], doubts: Doubts) -> Iterator[Record]:
    with _whole():
        for line, values in enumerate(rows, 1):
            if line > _LAST_LINE:
                raise ValueError("beyond the last line")
            cells = [_cell(value) for value in values]
            if any(cell is not None for cell in cells) or doubts.no_result:
                faults = doubts.of(line)
                for place, fault in faults.items():
                    if fault is NO_RESULT:
                        cells[place] = "="  # not blank: the row is there, its content is not
                yield Record(line, cells, faults)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, int | float | date):
        return value
    # Excel's way of writing characters that XML can't hold (ECMA-376, ST_Xstring).
    return _ESCAPED.sub(_unescaped, str(value))


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)
