"""A4 pages: drawing text in several faces, and flowing items over pages.

All lengths are points (1/72 inch), the origin is the page's lower left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from zjrc_desk.letters import fonts
from zjrc_desk.letters.fonts import Role
from zjrc_desk.letters.lines import break_lines

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT = 25 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * LEFT
#: The body stands between these heights; the signature block of every page is below.
BODY_TOP = PAGE_HEIGHT - 23 * mm
BODY_BOTTOM = 67.5 * mm

#: Between the characters of a line that is filled, in em.
_MOST_SPACING = 0.25

_NOT_DRAWN = dict.fromkeys(map(ord, fonts.NOT_DRAWN))

Draw = Callable[[Any, float], None]


@dataclass(frozen=True)
class Item:
    """Something of a known height that is not cut; ``draw`` is given the height of its top.

    ``keep``: not left alone at the foot of a page, the next item follows it there.  ``head``: of
    the table that it is a row of, said again where the row begins a page.
    """

    height: float
    draw: Draw
    keep: bool = False
    head: tuple[Item, ...] = ()


def space(height: float, *, keep: bool = False) -> Item:
    """Empty room; it vanishes at the top of a page."""
    return Item(height, _nothing, keep)


def _nothing(_canvas: Any, _top: float) -> None:
    return


def paginate(items: Sequence[Item], height: float) -> list[list[Item]]:
    """The items in pages of that height.  A group held together by ``keep`` moves as one."""
    pages: list[list[Item]] = [[]]
    used = 0.0
    for group in _groups(items):
        size = sum(item.height for item in group)
        if used + size > height and pages[-1]:
            pages.append(list(group[0].head))
            used = sum(item.height for item in pages[-1])
        if not pages[-1] and group[0].draw is _nothing:
            continue
        pages[-1].extend(group)
        used += size
    return pages


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    together = False
    for item in items:
        if together:
            groups[-1].append(item)
        else:
            groups.append([item])
        together = item.keep
    return groups


def draw_text(
    canvas: Any,
    x: float,
    baseline: float,
    text: str,
    size: float,
    *,
    role: Role = "fangsong",
    spacing: float = 0,
    grey: float = 0,
) -> None:
    """One line of text; ``spacing`` is added after each character.  Raises LetterError F10."""
    # What the spacing already gives is taken off: a wider step is read as a blank.
    step = round(max(0.0, fonts.GAP - spacing / size) * 1000)
    runs = fonts.runs(text, role)
    heavy = max([fonts.stroke(face) for face, _ in runs], default=0.0)
    # As it stands in the file: ReportLab's text object measures and sets up far more.
    said = [f"BT {x:.3f} {baseline:.3f} Td {grey:g} g {spacing:.6f} Tc"]
    before = ""
    for face, run in runs:
        if before and fonts.gap(before, run[0]):
            said.append(f"[-{step}] TJ")
        if heavy:
            said.append("2 Tr" if fonts.stroke(face) else "0 Tr")
        shown = fonts.shown(face, canvas._doc)
        # A step and not a blank, so that the text is read back as it was typed.
        parts = ["".join(map(shown.__getitem__, part)) for part in fonts.parts(run)]
        said.append(f"/{shown.name} {size:g} Tf [<{f'>-{step}<'.join(parts)}>] TJ")
        before = run[-1]
    said.append("ET")
    if heavy:
        said = [f"q {heavy * size:.3f} w 1 j {grey:g} G", *said, "Q"]
    canvas.addLiteral(" ".join(said))


def draw_centred(
    canvas: Any, baseline: float, text: str, size: float, role: Role = "fangsong"
) -> None:
    """One line of text in the middle of the page."""
    x = (PAGE_WIDTH - fonts.width(text, size, role)) / 2
    draw_text(canvas, x, baseline, text, size, role=role)


def broken(
    text: str, room: float, size: float, role: Role = "fangsong", indent: float = 0
) -> list[str]:
    """The lines of one paragraph, the first one shorter by ``indent``."""

    between = partial(_gap, size) if len(fonts.parts(text)) > 1 else None
    return break_lines(text, room, fonts.measure(size, role), indent, between)


def _gap(size: float, before: str, after: str) -> float:
    return size * fonts.gap(before, after)


def justified(line: str, room: float, size: float, role: Role = "fangsong") -> float:
    """What is added after each character so that the line fills its room.

    Nothing where it would be torn apart and still not be full, as before a long number.  A gap is
    not widened before the other steps are as wide: see :func:`draw_text`.
    """
    steps, gaps = len(line) - 1, len(fonts.parts(line)) - 1
    if steps < 1:
        return 0.0
    spare = room - fonts.width(line, size, role)
    wide = fonts.GAP * size
    spacing = spare / (steps - gaps) if steps > gaps else wide
    if spacing >= wide:
        spacing = (spare + gaps * wide) / steps
    return spacing if 0 < spacing <= size * _MOST_SPACING else 0.0


def box(
    canvas: Any, x: float, bottom: float, width: float, height: float, grey: float | None = None
) -> None:
    """The outline of a rectangle, filled with a ``grey`` or not."""
    fill, paint = (f"{grey:g} g ", "B") if grey is not None else ("", "S")
    canvas.addLiteral(f"{fill}0.5 w {x:.3f} {bottom:.3f} {width:.3f} {height:.3f} re {paint}")


def rule(canvas: Any, x: float, y: float, length: float, line_width: float = 0.6) -> None:
    """A horizontal line to write on."""
    canvas.addLiteral(f"{line_width:g} w {x:.3f} {y:.3f} m {x + length:.3f} {y:.3f} l S")


def plain(text: str) -> str:
    """The text with every kind of blank but the Chinese one as a simple space.

    What is not drawn, and no face has, is left out.
    """
    text = text.translate(_NOT_DRAWN)
    if text.isprintable():  # then the simple space is the only blank in it
        return text
    return "".join(" " if c.isspace() and c != "\u3000" else c for c in text)
