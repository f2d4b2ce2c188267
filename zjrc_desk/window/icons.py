"""The window's own small drawings (resources/icons), in the colours of the theme that is worn."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zjrc_desk.registry.life import STATE_LABEL, State
from zjrc_desk.registry.resources import resource
from zjrc_desk.window import theme
from zjrc_desk.window.language import tr

#: Drawing and colour of each state; the word stands beside it wherever it is shown.
STATE_MARK = {
    State.DRAFT: ("state-draft", "quiet"),
    State.COMPLETE: ("state-complete", "quiet"),
    State.WITNESSED: ("state-witnessed", "text"),
    State.PRINTED: ("state-printed", "text"),
    State.SIGNED: ("state-signed", "text"),
    State.SEALED: ("state-sealed", "text"),
    State.ACCEPTED: ("good", "good"),
    State.RETURNED: ("state-returned", "warn"),
    State.SUPERSEDED: ("state-gone", "quiet"),
    State.ERASED: ("state-gone", "quiet"),
    State.ABANDONED: ("state-gone", "quiet"),
}
_BY_WORD = {word: State(state) for state, word in STATE_LABEL.items()}


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawn.encode()))


def draw(painter: QPainter, place: QRect, name: str, colour: str) -> None:
    """Draw one; ``colour`` is a name of the theme's."""
    _renderer(name, theme.colours()[colour]).render(painter, QRectF(place))


class _Engine(QIconEngine):
    """Draws when it is shown, so that a change of theme needs no new icons."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        off = mode == QIcon.Mode.Disabled
        draw(painter, place, self._name, "on_off" if off else self._colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


def icon(name: str, colour: str = "text") -> QIcon:
    """A drawing of resources/icons in one of the theme's colours."""
    return QIcon(_Engine(name, colour))


def state_icon(state: State) -> QIcon:
    """The mark of a state."""
    return icon(*STATE_MARK[state])


@cache
def mark_of(word: str) -> QIcon | None:
    """The mark of the state with that word, in whichever language; None where it is no state's."""
    state = _BY_WORD.get(word)
    if state is None:
        state = next((one for known, one in _BY_WORD.items() if tr(known) == word), None)
    return None if state is None else state_icon(state)
