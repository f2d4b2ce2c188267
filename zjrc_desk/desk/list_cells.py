"""One cell of a list as text: what has a sure reading is read, what has none is a fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from zjrc_desk.desk.list_columns import DATES, NUMBERS

#: What a cell may hold before it is read.
Cell = str | int | float | date | None


@dataclass(frozen=True)
class Fault:
    """Why a cell (or a row) can't be read: what is wrong and what to do, in Chinese."""

    message: str
    remedy: str


DAMAGED = Fault(
    "号码被表格软件存成了数字（如 3.3E+17），末几位已经丢失。",
    "请把这一列设为“文本”，对照证件重新输入。",
)
NO_DAY = Fault(
    "日期是一个数字，认不出是哪一天。", "请填成 1941-07-04 这样的文字，或把这一列设为日期格式。"
)
ERROR_VALUE = Fault("这一格是表格软件的错误值（如 #N/A）。", "请改正公式，或直接填写内容。")
NO_RESULT = Fault(
    "这一格是公式，文件里没有它的结果。", "请在 Excel 中打开并保存一次，或改成直接填写的内容。"
)
MERGED = Fault("这一格与别的格合并了，看不出它的内容。", "请取消合并单元格，逐行填写。")
HIDDEN = Fault("这一行在表格里被隐藏或筛选掉了。", "请取消隐藏和筛选后再导入，或删去这一行。")

_ERRORS = frozenset("#N/A #VALUE! #REF! #NAME? #DIV/0! #NUM! #NULL!".split())
_SCIENTIFIC = re.compile(r"[+-]?\d+(\.\d*)?[eE][+-]?\d+")
_CLOCK = re.compile(r"(?<=\d)日?[ T]+\d{1,2}[:：]\d{2}([:：]\d{2}(\.\d+)?)?$")
#: A float holds 15 decimal digits for sure; a longer number in a spreadsheet has lost its end.
_EXACT = 10**15
#: Excel counts days.  Up to 2100 such a number may as well be a year, so it is not read.
_DAYS = range(2101, 100_000)


def read_cell(value: Cell, field: str, day_of: Callable[[float], date]) -> tuple[str, Fault | None]:
    """The text of a cell in the column ``field``; ``day_of`` reads a spreadsheet's day number.

    The words to the family stay exactly as they are; elsewhere blanks around the text are none of
    it.  A date loses the time of day that some programs write with it.
    """
    if isinstance(value, str):
        return _text(value, field)
    if isinstance(value, datetime):
        return value.date().isoformat(), None
    if isinstance(value, date):
        return value.isoformat(), None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value, field, day_of)
    return "" if value is None else str(value), None


def _text(value: str, field: str) -> tuple[str, Fault | None]:
    # Windows ends a line with two characters, old Macs with another one.
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    text = value.strip()
    if text in _ERRORS:
        return text, ERROR_VALUE
    if field in NUMBERS and _SCIENTIFIC.fullmatch(text):
        return text, DAMAGED
    if field in DATES:
        return _CLOCK.sub("", text), None
    return value if field == "家书" and text else text, None


def _number(
    value: int | float, field: str, day_of: Callable[[float], date]
) -> tuple[str, Fault | None]:
    if abs(value) >= _EXACT:
        return "", DAMAGED
    whole = int(value)
    text = str(whole if whole == value else value)
    if field not in DATES or re.fullmatch(r"\d{8}", text):
        return text, None
    return (day_of(value).isoformat(), None) if whole in _DAYS else (text, NO_DAY)
