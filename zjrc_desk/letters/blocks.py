"""What a paper is made of: headings, paragraphs, tables, boxes to tick, lines to sign on.

Each function returns the items of :mod:`zjrc_desk.letters.paper` that make it up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from zjrc_desk.letters.fonts import width
from zjrc_desk.letters.lines import break_lines
from zjrc_desk.letters.paper import (
    LEFT,
    TEXT_LEAD,
    TEXT_SIZE,
    TEXT_WIDTH,
    Item,
    draw_centred,
    draw_text,
    plain,
    rule,
)

_HEADING_SIZE, _HEADING_HEIGHT = 13.0, 27.0
_LABEL_SIZE = 10.5
_CELL_SIZE, _CELL_LEAD, _CELL_PAD = 11.0, 15.0, 5.0
_LABEL_WIDTH = 68.0
_LABEL_GREY = 0.94
#: A cell with more lines goes on in another row, so that no row is higher than a page.
_MOST_LINES = 24
_TICK_BOX = 9.0


def title(lines: Sequence[tuple[str, float]]) -> list[Item]:
    """Centred lines: [(text, size)]."""

    def draw(canvas: Any, top: float, text: str, size: float) -> None:
        draw_centred(canvas, top - size, text, size, bold=True)

    return [
        Item(size * 1.45, partial(draw, text=text, size=size), keep=True) for text, size in lines
    ]


def heading(text: str) -> list[Item]:
    """A section's heading, kept with what follows."""

    def draw(canvas: Any, top: float) -> None:
        draw_text(canvas, LEFT, top - 20, text, _HEADING_SIZE, bold=True)

    return [Item(_HEADING_HEIGHT, draw, keep=True)]


def paragraph(
    text: str,
    size: float = TEXT_SIZE,
    lead: float = TEXT_LEAD,
    *,
    indent: float = 2,
    hanging: str = "",
    keep: bool = False,
) -> list[Item]:
    """Justified text; ``indent``: characters; ``hanging``: a number that stands before it.

    ``keep``: not cut by the end of a page, and kept with what follows.
    """
    left = LEFT + (width(hanging, size) if hanging else 0)
    line_width = TEXT_WIDTH - (left - LEFT)
    first = 0 if hanging else indent * size
    lines = break_lines(plain(text), line_width, lambda part: width(part, size), first)

    def draw(canvas: Any, top: float, number: int) -> None:
        line = lines[number]
        x = left + (first if number == 0 else 0)
        room = line_width - (first if number == 0 else 0)
        last = number == len(lines) - 1
        spacing = 0.0 if last else _justified(line, room, size)
        baseline = top - lead + (lead - size) / 2 + size * 0.12
        if hanging and number == 0:
            draw_text(canvas, LEFT, baseline, hanging, size)
        if line:
            draw_text(canvas, x, baseline, line, size, spacing=spacing)

    return [Item(lead, partial(draw, number=number), keep) for number in range(len(lines))]


def _justified(line: str, room: float, size: float) -> float:
    """What is added after each character so that the line fills its room; not too much."""
    if len(line) < 2:
        return 0.0
    return min(max(0.0, (room - width(line, size)) / (len(line) - 1)), size * 0.25)


@dataclass(frozen=True)
class Cell:
    """A part of a table's row: text in a column of a width."""

    text: str
    width: float
    label: bool = False

    def lines(self) -> list[str]:
        """The text broken to the column."""
        size = _LABEL_SIZE if self.label else _CELL_SIZE
        room = self.width - 2 * _CELL_PAD
        return [
            line
            for part in self.text.split("\n")
            for line in break_lines(plain(part), room, lambda unit: width(unit, size))
        ]


def fields(*pairs: tuple[str, str], shares: Sequence[float] = (0.5, 0.5)) -> list[Item]:
    """A row of one or two labelled values of a table; two have their ``shares`` of its width."""
    cells = []
    for (label, value), share in zip(pairs, shares if len(pairs) > 1 else (1.0,), strict=True):
        cells.append(Cell(label, _LABEL_WIDTH, label=True))
        cells.append(Cell(value, TEXT_WIDTH * share - _LABEL_WIDTH))
    return row(cells)


def row(cells: Sequence[Cell], lowest: float = 0) -> list[Item]:
    """A row of a table, at least ``lowest`` high; a very long one goes on in more rows."""
    broken = [cell.lines() for cell in cells]
    items = []
    for start in range(0, max(map(len, broken)), _MOST_LINES):
        part = [lines[start : start + _MOST_LINES] for lines in broken]
        height = max(max(map(len, part)) * _CELL_LEAD + 2 * _CELL_PAD, lowest)
        items.append(Item(height, partial(_draw_row, cells=cells, lines=part, height=height)))
    return items


def _draw_row(
    canvas: Any, top: float, cells: Sequence[Cell], lines: Sequence[list[str]], height: float
) -> None:
    x = LEFT
    canvas.setLineWidth(0.5)
    for cell, texts in zip(cells, lines, strict=True):
        if cell.label:
            canvas.setFillGray(_LABEL_GREY)
        canvas.rect(x, top - height, cell.width, height, fill=int(cell.label))
        size = _LABEL_SIZE if cell.label else _CELL_SIZE
        first = top - (height - len(texts) * _CELL_LEAD) / 2 - _CELL_LEAD + 4
        for number, text in enumerate(texts):
            if text:
                draw_text(canvas, x + _CELL_PAD, first - number * _CELL_LEAD, text, size)
        x += cell.width


def ticked(*sentences: tuple[str, bool]) -> list[Item]:
    """Boxes with a short sentence each, side by side; empty ones are ticked on the paper."""
    each = TEXT_WIDTH / len(sentences)

    def draw(canvas: Any, top: float) -> None:
        for number, (text, done) in enumerate(sentences):
            _draw_box(canvas, LEFT + 4 + number * each, top - 13, done)
            draw_text(canvas, LEFT + 20 + number * each, top - 12.5, text, _CELL_SIZE)

    return [Item(17, draw)]


def _draw_box(canvas: Any, x: float, bottom: float, done: bool) -> None:
    canvas.setLineWidth(0.7)
    canvas.rect(x, bottom, _TICK_BOX, _TICK_BOX)
    if done:
        canvas.setLineWidth(1.2)
        down = (x + 2, bottom + 4.5, x + 4, bottom + 2)
        canvas.lines([down, (x + 4, bottom + 2, x + 8, bottom + 7.5)])


def signing_line(label: str) -> list[Item]:
    """A line of its own to sign and date, where one section needs its own signature."""

    def draw(canvas: Any, top: float) -> None:
        signature_and_date(canvas, LEFT + 120, top - 30, label, 170, 11)

    return [Item(38, draw)]


def signature_and_date(
    canvas: Any, x: float, baseline: float, label: str, line_length: float, size: float
) -> None:
    """``label ________  日期 ____ 年 __ 月 __ 日`` at the given place."""
    draw_text(canvas, x, baseline, label, size)
    start = x + width(label, size) + 4
    rule(canvas, start, baseline - 3, x + line_length - start)
    at = x + line_length + 10
    for text, room in (("日期", 34.0), ("年", 20.0), ("月", 20.0), ("日", 0.0)):
        draw_text(canvas, at, baseline, text, size)
        at += width(text, size) + 2
        if room:
            rule(canvas, at, baseline - 3, room)
            at += room + 2
