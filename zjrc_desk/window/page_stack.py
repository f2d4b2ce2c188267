"""The pages behind one another, each made when it is first wanted, or while nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget

from zjrc_desk.window.page import Page

#: Between two pages made while nobody waits: keys and clicks come first.
_PAUSE_MS = 30
P = TypeVar("P", bound=Page)


class PageStack(QStackedWidget):
    """Turned by number; asked for a page by its kind.

    ``placed`` gives the number of a page that was made while nobody waited for it; ``complete``:
    every page is there.
    """

    placed = Signal(int)
    complete = Signal()

    def __init__(self, deaf: Callable[[], AbstractContextManager[None]]) -> None:
        """``deaf``: around the making of a page, of which nobody else has to hear."""
        super().__init__()
        self._deaf = deaf
        self._makers: list[Callable[[], Page]] = []
        self._kinds: list[type[Page]] = []
        self._made: dict[type[Page], Page] = {}
        self._steps: Iterator[None] = iter(())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._step)

    def add(self, kind: type[Page], make: Callable[[], Page], name: str) -> None:
        """One more page, called ``name``; ``make`` is called when it is wanted."""
        self._kinds.append(kind)
        self._makers.append(make)
        # On a small screen with large letters a page is scrolled, and nothing of it cut off.
        area = QScrollArea(self)
        area.setObjectName("sheets")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(name)
        self.addWidget(area)

    def page(self, kind: type[P]) -> P:
        """The page of that kind, made now where it is not there yet."""
        self._make(kind)
        self._place(kind)
        made = self._made[kind]
        assert isinstance(made, kind), "it was made as one"
        return made

    def made(self, kind: type[P]) -> P | None:
        """The page of that kind, where it is there already."""
        return self.page(kind) if kind in self._made else None

    def at(self, number: int) -> Page:
        """The page of that number."""
        return self.page(self._kinds[number])

    def number(self, kind: type[Page]) -> int:
        """Where the page of that kind is."""
        return self._kinds.index(kind)

    def make_rest(self, last: type[Page]) -> None:
        """Make what is not there yet bit by bit, in its order but for ``last``."""
        self._steps = self._in_steps(sorted(self._kinds, key=lambda kind: kind is last))
        self._pause.start(0)

    def stop(self) -> None:
        """Make no more: the store may be closed next."""
        self._pause.stop()

    def _step(self) -> None:
        if QApplication.overrideCursor() is not None:
            # In the middle of an act, which makes everything slower.
            self._pause.start(_PAUSE_MS)
            return
        try:
            next(self._steps)
        except StopIteration:
            self.complete.emit()
        else:
            self._pause.start(_PAUSE_MS)

    def _in_steps(self, order: Sequence[type[Page]]) -> Iterator[None]:
        for kind in order:
            for act in (self._make, self._place):
                if not self._is_placed(kind):
                    act(kind)
                    yield
            self.placed.emit(self.number(kind))
            yield
            for piece in self._made[kind].later():
                with self._deaf():
                    piece()
                yield

    def _make(self, kind: type[Page]) -> None:
        if kind not in self._made:
            with self._deaf():
                self._made[kind] = self._makers[self.number(kind)]()

    def _area(self, kind: type[Page]) -> QScrollArea:
        area = self.widget(self.number(kind))
        assert isinstance(area, QScrollArea), "add made it one"
        return area

    def _is_placed(self, kind: type[Page]) -> bool:
        return self._area(kind).widget() is not None

    def _place(self, kind: type[Page]) -> None:
        if self._is_placed(kind):
            return
        # What is shown by it is heard of: it is given its keys and words then.
        shown = self.number(kind) == self.currentIndex()
        with nullcontext() if shown else self._deaf():
            self._area(kind).setWidget(self._made[kind])
