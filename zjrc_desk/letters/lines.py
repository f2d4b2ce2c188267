"""Breaks Chinese text into lines (GB/T 15834 on punctuation at line ends)."""

from __future__ import annotations

import re
from collections.abc import Callable

_FULL_WIDTH_ENDS = "\uff0c\uff1b\uff1a\uff1f\uff01\uff09"
#: May not begin a line; may not end one.
_NOT_FIRST = frozenset(_FULL_WIDTH_ENDS + "。、》〉」』】〕”’…—·%℃,.;:?!)]}")
_NOT_LAST = frozenset("\uff08《〈「『【〔“‘([{¥$")
#: A number or a Latin word stays whole; everything else may break after each character.
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:/@+*\-]*[A-Za-z0-9]|[\s\S]")
#: Of a word that no line holds.
_PART = re.compile(r"[^/-]*[/-]|[^/-]+|\n")

Measure = Callable[[str], float]
#: What stands between two neighbouring characters.
Between = Callable[[str, str], float]


def break_lines(
    text: str,
    line_width: float,
    measure: Measure,
    indent: float = 0,
    between: Between | None = None,
) -> list[str]:
    """The lines of one paragraph (no newline in it), the first one shorter by ``indent``.

    Widths are points.  A word wider than a line is broken at its hyphens, else where it must be.
    """
    lines: list[str] = []
    line: list[str] = []
    room = line_width - indent
    used = 0.0
    if measure(text) <= room:
        return [text]
    for unit in _units(text, line_width, measure):
        size = measure(unit)
        step = between(line[-1][-1], unit[0]) if between and line else 0.0
        if line and used + step + size > room:
            if unit == " ":
                continue
            moved = _moved_down(line, unit)
            lines.append("".join(line))
            line, room = moved, line_width
            used = measure("".join(line))
            step = between(line[-1][-1], unit[0]) if between and line else 0.0
        line.append(unit)
        used += step + size
    lines.append("".join(line))
    return lines


def _units(text: str, line_width: float, measure: Measure) -> list[str]:
    units: list[str] = []
    for unit in _UNIT.findall(text):
        if len(unit) == 1 or measure(unit) <= line_width:
            units.append(unit)
            continue
        for part in _PART.findall(unit):
            units.extend(part if measure(part) > line_width else [part])
    return units


def _moved_down(line: list[str], following: str) -> list[str]:
    """Takes the units off ``line`` that must stand together with what follows on the next line.

    A line that is nothing but marks is broken where it is full.
    """
    moved: list[str] = []
    whole = line.copy()
    while line and (following in _NOT_FIRST or line[-1] in _NOT_LAST):
        following = line.pop()
        moved.insert(0, following)
    if not line:
        line[:], moved = whole, []
    if line and line[-1] == " ":
        line.pop()
    return moved
