"""A table's rows that are asked for as one scrolls to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from zjrc_desk.window.tables import Line, Rows

#: Lines asked for at once, a screen of them: each may lie on another encrypted page.
PAGE = 24
#: Pages kept; the one longest in is given up for a new one.
_KEPT = 50

#: From the first line (0) on, at most so many: how many there are in all, and these lines.
Fetch = Callable[[int, int], tuple[int, Sequence[Line]]]


def _nothing(_first: int, _most: int) -> tuple[int, Sequence[Line]]:
    return 0, []


class LazyRows(Rows):
    """All rows of an answer, of which only those near the eye are in memory."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__(headings)
        self._blank: Line = ("", [""] * len(headings))
        self._total = 0
        self._pages: dict[int, Sequence[Line]] = {}
        self._fetch: Fetch = _nothing

    def ask(self, fetch: Fetch) -> None:
        """Replace all rows by those of another answer; its first page is fetched now."""
        total, lines = fetch(0, PAGE)
        self.beginResetModel()
        self._fetch, self._total, self._pages = fetch, total, {0: lines}
        self.endResetModel()

    def forget(self) -> None:
        """Ask for no more lines: the store may be closed before the table is laid out."""
        self._fetch = _nothing

    def count(self) -> int:
        return self._total

    def line(self, row: int) -> Line:
        page, place = divmod(row, PAGE)
        if page not in self._pages:
            if len(self._pages) >= _KEPT:
                del self._pages[next(iter(self._pages))]
            self._pages[page] = self._fetch(page * PAGE, PAGE)[1]
        lines = self._pages[page]
        # Fewer than before, where somebody was erased while the list was open.
        return lines[place] if place < len(lines) else self._blank
