"""What a paper is made of: headings, paragraphs, tables, boxes to tick, lines to sign on.

Each method returns the items of :mod:`zjrc_desk.letters.paper` that make it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from zjrc_desk.letters.fonts import Role, width
from zjrc_desk.letters.paper import (
    LEFT,
    TEXT_WIDTH,
    Item,
    box,
    broken,
    draw_centred,
    draw_text,
    justified,
    plain,
    rule,
    space,
)
from zjrc_desk.letters.style import Style

_LABEL_GREY = 0.94
#: A row may not be higher than a page: a cell with more lines goes on in another row.
_HIGHEST_ROW = 380.0
_LINE_ENDS = re.compile(r"\r\n|[\n\r\u2028\u2029\v\f]")
#: So few characters on a last line are a widow; a full stop is one of them.
_WIDOW = 2
#: 称呼: it stands at the left edge and ends so.
_GREETING_ENDS, _GREETING_MOST = ("：", ":"), 20
#: A paragraph leaves at least so many lines at the foot of a page, and at the top of the next.
_TOGETHER = 2
#: Of the line to sign on so much is its label's, which is at least so large.
_LABEL_SHARE, _LABEL_SMALLEST, _LABEL_LINES = 0.55, 8.0, 2


@dataclass(frozen=True)
class Cell:
    """A part of a table's row: text in a column of a width in points."""

    text: str
    width: float
    label: bool = False


class Blocks:
    """The parts of a paper in one size of type."""

    def __init__(self, style: Style) -> None:
        self.style = style

    def title(self, *lines: str) -> list[Item]:
        """Centred lines, the first one large."""

        def draw(canvas: Any, top: float, text: str, size: float, role: Role) -> None:
            draw_centred(canvas, top - size, text, size, role)

        items = []
        for number, text in enumerate(lines):
            size = self.style.subtitle if number else self.style.title
            role: Role = "kai" if number else "song"
            size *= min(1.0, TEXT_WIDTH / width(text, size, role))
            drawn = partial(draw, text=text, size=size, role=role)
            items.append(Item(size * 1.45, drawn, keep=True))
        return items

    def heading(self, text: str) -> list[Item]:
        """A section's heading, kept with what follows."""
        size, height = self.style.heading, self.style.heading_height

        def draw(canvas: Any, top: float) -> None:
            draw_text(canvas, LEFT, top - height + size / 2, text, size, role="hei")

        return [Item(height, draw, keep=True)]

    def paragraph(
        self, text: str, *, indent: float = 2, hanging: str = "", keep: bool = False
    ) -> list[Item]:
        """Justified text; ``indent``: characters; ``hanging``: a number that stands before it.

        ``keep``: not cut by the end of a page, and kept with what follows.  Else no line of it
        stands alone on a page.
        """
        size, lead = self.style.text, self.style.lead
        return _paragraph(text, size, lead, indent=indent, hanging=hanging, keep=keep)

    def clauses(self, *clauses: str, keep: bool = False) -> Iterator[Item]:
        """Numbered; the last one does not begin a page.  ``keep``: it is kept with what follows."""
        for number, clause in enumerate(clauses, 1):
            kept = keep if number == len(clauses) else number == len(clauses) - 1
            yield from self.paragraph(clause, hanging=f"{number}. ", keep=kept)

    def letter(self, text: str) -> Iterator[Item]:
        """What somebody wrote to the family, paragraph by paragraph; whom it greets stands out.

        Its last lines are kept with what follows: who signs it, and when.
        """
        items = list(self._letter(text))
        yield from items[:-1]
        yield replace(items[-1], keep=True)

    def _letter(self, text: str) -> Iterator[Item]:
        size, lead = self.style.letter, self.style.letter_lead
        for number, part in enumerate(_LINE_ENDS.split(text.strip())):
            # Blanks that were typed to indent would indent twice.
            said = part.strip()
            if not said:
                yield space(lead / 2)
                continue
            greets = number == 0 and said.endswith(_GREETING_ENDS) and len(said) <= _GREETING_MOST
            indent = 0 if greets else 2
            yield from _paragraph(said, size, lead, indent=indent, keep=greets, role="kai")

    def at_right(self, text: str, role: Role = "fangsong") -> list[Item]:
        """Lines that end two characters before the right edge, kept with what follows."""
        size, lead = self.style.letter, self.style.letter_lead
        edge = LEFT + TEXT_WIDTH - 2 * size

        def draw(canvas: Any, top: float, line: str) -> None:
            x = edge - width(line, size, role)
            draw_text(canvas, x, _baseline(top, lead, size), line, size, role=role)

        lines = broken(plain(text), edge - LEFT, size, role)
        return [Item(lead, partial(draw, line=line), keep=True) for line in lines]

    def fields(
        self, *pairs: tuple[str, str], shares: Sequence[float] = (0.5, 0.5)
    ) -> Iterator[Item]:
        """A row of one or two labelled values of a table; two have their ``shares`` of its
        width."""
        if len(pairs) > 1 and not self.style.paired:
            for pair in pairs:
                yield from self.fields(pair)
            return
        cells = []
        label_width = self.style.label_width
        for (label, value), share in zip(pairs, shares if len(pairs) > 1 else (1.0,), strict=True):
            cells.append(Cell(label, label_width, label=True))
            cells.append(Cell(value, TEXT_WIDTH * share - label_width))
        yield from self.row(cells)

    def row(
        self,
        cells: Sequence[Cell],
        lowest: float = 0,
        *,
        keep: bool = False,
        head: Sequence[Item] = (),
    ) -> list[Item]:
        """A row of a table, at least ``lowest`` high; a very long one goes on in more rows.

        ``head``: of its :meth:`head_row`, for where the table goes on on another page.
        """
        style = self.style
        most = int(_HIGHEST_ROW / style.cell_lead)
        broken = [self._lines(cell) for cell in cells]
        items = []
        for start in range(0, max(map(len, broken)), most):
            part = [lines[start : start + most] for lines in broken]
            height = max(max(map(len, part)) * style.cell_lead + 2 * style.cell_pad, lowest)
            draw = partial(self._draw_row, cells=cells, lines=part, height=height)
            items.append(Item(height, draw, keep, tuple(head)))
        return items

    def head_row(self, cells: Sequence[Cell]) -> list[Item]:
        """The row that names the columns, kept with the first row below it."""
        return self.row([replace(cell, label=True) for cell in cells], keep=True)

    def _type(self, cell: Cell) -> tuple[float, Role]:
        return (self.style.label, "hei") if cell.label else (self.style.cell, "fangsong")

    def _lines(self, cell: Cell) -> list[str]:
        room = cell.width - 2 * self.style.cell_pad
        size, role = self._type(cell)
        return [
            line for part in cell.text.split("\n") for line in broken(plain(part), room, size, role)
        ]

    def _draw_row(
        self,
        canvas: Any,
        top: float,
        cells: Sequence[Cell],
        lines: Sequence[list[str]],
        height: float,
    ) -> None:
        x = LEFT
        lead = self.style.cell_lead
        for cell, texts in zip(cells, lines, strict=True):
            grey = _LABEL_GREY if cell.label else None
            box(canvas, x, top - height, cell.width, height, grey)
            size, role = self._type(cell)
            first = _baseline(top - (height - len(texts) * lead) / 2, lead, size)
            for number, text in enumerate(texts):
                if text:
                    at = (x + self.style.cell_pad, first - number * lead)
                    draw_text(canvas, *at, text, size, role=role)
            x += cell.width

    def ticked(self, *sentences: tuple[str, bool], keep: bool = False) -> Iterator[Item]:
        """Boxes with a short sentence each, side by side; empty ones are ticked on the paper."""
        if len(sentences) > 1 and not self.style.paired:
            for sentence in sentences:
                yield from self.ticked(sentence, keep=keep)
            return
        size, lead = self.style.cell, self.style.lead
        each = TEXT_WIDTH / len(sentences)

        def draw(canvas: Any, top: float) -> None:
            baseline = _baseline(top, lead, size)
            for number, (text, done) in enumerate(sentences):
                _draw_box(canvas, LEFT + 4 + number * each, baseline - 0.1 * size, size * 0.8, done)
                draw_text(canvas, LEFT + 4 + 1.4 * size + number * each, baseline, text, size)

        yield Item(lead, draw, keep)

    def signing_line(self, label: str) -> list[Item]:
        """A line of its own to sign and date, where one section needs its own signature."""

        def draw(canvas: Any, top: float) -> None:
            signature_and_date(canvas, LEFT + 120, top - 24, label, 170, 11)

        return [Item(30, draw)]


def _paragraph(
    text: str,
    size: float,
    lead: float,
    *,
    indent: float = 2,
    hanging: str = "",
    keep: bool = False,
    role: Role = "fangsong",
) -> list[Item]:
    left = LEFT + (width(hanging, size, role) if hanging else 0)
    line_width = TEXT_WIDTH - (left - LEFT)
    first = 0 if hanging else indent * size
    lines = _without_a_widow(plain(text), line_width, size, first, role)

    def draw(canvas: Any, top: float, number: int) -> None:
        line = lines[number]
        x = left + (first if number == 0 else 0)
        room = line_width - (first if number == 0 else 0)
        last = number == len(lines) - 1
        spacing = 0.0 if last else justified(line, room, size, role)
        baseline = _baseline(top, lead, size)
        if hanging and number == 0:
            draw_text(canvas, LEFT, baseline, hanging, size, role=role)
        if line:
            draw_text(canvas, x, baseline, line, size, role=role, spacing=spacing)

    count = len(lines)
    tied = {*range(_TOGETHER - 1), *range(count - _TOGETHER, count - 1)} if count > 1 else set()
    return [
        Item(lead, partial(draw, number=number), keep or number in tied) for number in range(count)
    ]


def _without_a_widow(
    text: str, line_width: float, size: float, first: float, role: Role
) -> list[str]:
    """Broken so that no single character is left for the last line, where that costs no line.

    The lines before are a character or two shorter then, and filled like all others.
    """
    lines = broken(text, line_width, size, role, first)
    for shorter in (size, 2 * size):
        if len(lines) < 2 or len(lines[-1].strip()) > _WIDOW:
            break
        other = broken(text, line_width - shorter, size, role, first)
        if len(other) == len(lines):
            lines = other
    return lines


def _baseline(top: float, lead: float, size: float) -> float:
    return top - lead + (lead - size) / 2 + size * 0.14


def _draw_box(canvas: Any, x: float, bottom: float, size: float, done: bool) -> None:
    canvas.setLineWidth(0.7)
    canvas.rect(x, bottom, size, size)
    if done:
        canvas.setLineWidth(size * 0.13)
        low = (x + 0.44 * size, bottom + 0.22 * size)
        canvas.lines([(x + 0.22 * size, bottom + 0.5 * size, *low)])
        canvas.lines([(*low, x + 0.88 * size, bottom + 0.84 * size)])


def signature_and_date(
    canvas: Any, x: float, baseline: float, label: str, line_length: float, size: float
) -> None:
    """``label ________  日期 ____ 年 __ 月 __ 日`` at the given place.

    A long label is smaller, or of two lines, so that there is always a line to sign on.
    """
    lines, label_size = _label_lines(label, _LABEL_SHARE * line_length, size)
    for below, line in enumerate(lines):
        above = (len(lines) - 1 - below) * 1.2 * label_size
        draw_text(canvas, x, baseline + above, line, label_size)
    start = x + max(width(line, label_size) for line in lines) + 4
    rule(canvas, start, baseline - 3, x + line_length - start)
    at = x + line_length + 10
    for text, room in (("日期", 34.0), ("年", 20.0), ("月", 20.0), ("日", 0.0)):
        draw_text(canvas, at, baseline, text, size)
        at += width(text, size) + 2
        if room:
            rule(canvas, at, baseline - 3, room)
            at += room + 2


def _label_lines(label: str, room: float, size: float) -> tuple[list[str], float]:
    """The label and its size; of more than two small lines the rest is cut."""
    for smaller in (size, _LABEL_SMALLEST):
        if width(label, smaller) <= room:
            return [label], smaller
    lines = broken(label, room, _LABEL_SMALLEST)
    if len(lines) > _LABEL_LINES:
        lines = [*lines[: _LABEL_LINES - 1], f"{lines[_LABEL_LINES - 1][:-1]}…"]
    return lines, _LABEL_SMALLEST
