"""The 月报: what a point did in a month, in figures that name nobody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zjrc_desk.letters.blocks import Blocks, Cell
from zjrc_desk.letters.frame import Frame, Imprint, make_pdf
from zjrc_desk.letters.paper import TEXT_WIDTH, Item, space
from zjrc_desk.letters.texts import TEXT_VERSION, words

#: A section's key in the text, and its rows: [(what, figure with its unit)].
Figures = Sequence[tuple[str, Sequence[tuple[str, str]]]]

_FIGURE_SHARE = 0.4


def render(month: str, figures: Figures, imprint: Imprint, version: str = TEXT_VERSION) -> bytes:
    """The report of ``month`` (``YYYY-MM``), as PDF that is not signed yet.

    Raises LetterError as :func:`frame.make_pdf`, T06.
    """
    said = words("monthly", version)
    frame = Frame(
        title=f"{said['title']} {month}",
        numbered="月报编号",
        checked="本月报",
        signers=("填报人", "登记点负责人"),
    )
    return make_pdf(_items(month, figures, imprint, said), frame, imprint)


def _items(month: str, figures: Figures, imprint: Imprint, said: dict[str, Any]) -> Iterator[Item]:
    blocks, point = Blocks(imprint.style), imprint.point
    year, number = month.split("-")
    yield from blocks.title(said["title"], f"{year}年{int(number)}月")
    yield space(10)
    yield from blocks.fields(("登记点", f"{point.name}（{point.code}）"))
    if point.host:
        yield from blocks.fields(("所在机构", point.host))
    wide = TEXT_WIDTH * (1 - _FIGURE_SHARE)
    for section, rows in figures:
        yield from blocks.heading(said[section])
        for what, figure in rows:
            cells = [Cell(what, wide, label=True), Cell(figure, TEXT_WIDTH - wide)]
            yield from blocks.row(cells)
    yield space(8)
    yield from blocks.paragraph(said["note"])
