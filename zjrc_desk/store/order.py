"""Found rows in the order of a column, only as many of them as are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import merge
from itertools import compress, tee
from typing import TypeVar

from zjrc_desk.registry.life import State
from zjrc_desk.registry.vocabulary import KIND

T = TypeVar("T")
_STATES = {str(state): f"{number:02}" for number, state in enumerate(State)}
_KINDS = {kind: f"{number:02}" for number, kind in enumerate(KIND.labels)}
#: In a room.  So many digits stand for a number, and there is no house with more rooms.
_NUMBER, _DIGITS = re.compile("[0-9]+"), 9


def _padded(number: re.Match[str]) -> str:
    """Room 9 comes before room 98, and that before 101."""
    return number[0].zfill(_DIGITS)


SERIAL = "serial"
#: What can be sorted by, apart from the serial: the columns of the search row, and the key to
#: their texts set one after the other.
COLUMNS: Mapping[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
    "name": (("pinyin", "name"), str),
    "document_number": (("document_number",), str),
    "phone": (("mobile",), str),
    "room": (("room",), lambda room: _NUMBER.sub(_padded, room)),
    "kind": (("kind",), lambda kind: _KINDS.get(kind, kind)),
    "state": (("state",), lambda state: _STATES.get(state, state)),
    "declared_at": (("declared_at",), str),
}
#: So many are sorted faster than picked out of all.
_FEW = 2_000
#: Rows sorted in one go, some 1 ms; meanwhile Python lets no other thread have its turn.
_PIECE = 1_000
_FLAG = bytes.maketrans(b"01", b"\x00\x01")


def as_registered(found: int, *, descending: bool) -> Iterator[int]:
    """The rows of a set by their number; descending: the newest first."""
    digits = format(found, "b")
    top = len(digits) - 1
    rows = range(top, -1, -1)
    if not descending:
        digits, rows = digits[::-1], range(top + 1)
    if found.bit_count() > _FEW:
        return compress(rows, digits.encode().translate(_FLAG))
    return (rows[one.start()] for one in re.finditer("1", digits))


def go_on() -> None:
    """Where nobody has to be given a turn between two pieces."""


def _in_pieces(all_: Iterable[T], pause: Callable[[], None]) -> Iterator[T]:
    for number, one in enumerate(all_):
        if not number % _PIECE:
            pause()
        yield one


class Order:
    """All rows sorted by one column; equal ones by their number."""

    def __init__(
        self, column: str, texts: Iterable[str], pause: Callable[[], None] = go_on
    ) -> None:
        """``texts``: the column's content of rows 0, 1, 2 …; ``pause`` is called after each
        piece."""
        self.column = column
        self._key = COLUMNS[column][1]
        unique = (self._unique(row, content) for row, content in enumerate(texts))
        self._keys = list(_in_pieces(unique, pause))
        key, pieces = self._keys.__getitem__, []
        every = range(len(self._keys))
        for at in every[::_PIECE]:
            pieces.append(sorted(every[at : at + _PIECE], key=key))
            pause()
        self._rows = list(_in_pieces(merge(*pieces, key=key), pause))

    def _unique(self, row: int, content: str) -> str:
        return f"{self._key(content)}\x00{row:09}"

    def replace(self, texts: Mapping[int, str]) -> None:
        """Give rows another content; rows beyond the last are added."""
        for row in range(len(self._keys), max(texts, default=-1) + 1):
            self._keys.append(self._unique(row, ""))
            self._rows.append(row)
        for row, content in texts.items():
            self._keys[row] = self._unique(row, content)
        # Nearly in order already, and that is what Python's sort is quick at.
        self._rows.sort(key=self._keys.__getitem__)

    def pick(self, found: int, *, descending: bool) -> Iterator[int]:
        """The rows of a set in this order."""
        if found.bit_count() <= _FEW:
            rows = as_registered(found, descending=False)
            return iter(sorted(rows, key=self._keys.__getitem__, reverse=descending))
        flags = format(found, f"0{len(self._keys)}b").encode()[::-1].translate(_FLAG)
        order, again = tee(reversed(self._rows) if descending else self._rows)
        return compress(order, map(flags.__getitem__, again))
