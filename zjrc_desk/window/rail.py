"""A rail: the list at the left of a window or a form that leads from part to part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QListWidget

from zjrc_desk.window import theme

#: The room around a word holds a scroll bar as well.
_ICON, _AROUND = 22, 22


class Rail(QListWidget):
    """As wide as its longest word, at whatever size of text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model().rowsInserted.connect(lambda *_: self._fit())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        side = theme.px(_ICON)
        self.setIconSize(QSize(side, side))
        self.setFixedWidth(self.sizeHintForColumn(0) + 2 * theme.px(_AROUND))
