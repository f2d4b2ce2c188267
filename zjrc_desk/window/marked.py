"""A sentence with its mark: told by word, drawing and colour alike."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from zjrc_desk.window import theme

GOOD, WARN, BAD = "good", "warn", "bad"
#: The mark's side, and the room between it and the text, at 100 %.
_MARK, _GAP = 20, 8


class Marked(QLabel):
    """A label that wraps, with the mark of its mood (good, warn or bad) before the first line."""

    def __init__(self, mood: str = GOOD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._mood = mood
        self._make_room()

    def set_mood(self, mood: str, name: str = "") -> None:
        """Which mark, and which colour; ``name``: of the style, where that changes with it."""
        name = name or self.objectName()
        if (self.property("mood"), self.objectName()) == (mood, name):
            return
        self._mood = mood
        self.setProperty("mood", mood)
        self.setObjectName(name)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def mood(self) -> str:
        """The mood it has."""
        return self._mood

    def _make_room(self) -> None:
        self.setIndent(theme.px(_MARK + _GAP))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if not self.text():
            return
        # Not before something is said: the sign-in sheet starts without drawings.
        from zjrc_desk.window import icons

        side = theme.px(_MARK)
        inside = self.contentsRect()
        text = self.fontMetrics().boundingRect(
            inside.adjusted(self.indent(), 0, 0, 0),
            int(self.alignment()) | int(Qt.TextFlag.TextWordWrap),
            self.text(),
        )
        top = text.top() + (self.fontMetrics().height() - side) // 2
        painter = QPainter(self)
        icons.draw(painter, QRect(inside.left(), top, side, side), self._mood, self._mood)
        painter.end()
