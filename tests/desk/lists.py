"""Lists for tests: the sample list's rows, as the files people bring."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import openpyxl

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"

#: A header as another institution has it, and what its columns are.
OTHER_NAMES = {
    "姓名": "志愿者 姓名",
    "证件号码": "身份证号",
    "手机": "联系电话",
    "现住址": "地址",
    "登记日期": "登记时间",
    "执行人姓名": "经办人",
}


def rows(number: int) -> list[list[str]]:
    """The header and the first rows, all of them good."""
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[: number + 1]


def renamed(table: list[list[str]]) -> list[list[str]]:
    """The same rows under another header."""
    return [[OTHER_NAMES.get(name, name) for name in table[0]], *table[1:]]


def written(
    path: Path, table: Sequence[Sequence[str]], encoding: str = "utf-8", separator: str = ","
) -> Path:
    """A CSV."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=separator).writerows(table)
    return path


def workbook(path: Path, table: Sequence[Sequence[object]]) -> openpyxl.Workbook:
    """An XLSX, saved; change it and save it again for what tables of texts can't say."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in table:
        sheet.append(list(row))
    book.save(path)
    return book
