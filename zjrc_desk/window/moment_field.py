"""A moment on the form: typed in any usual way, or taken from the clock with one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zjrc_desk.window.controls import LineField
from zjrc_desk.window.language import labelled
from zjrc_desk.window.page import button


class MomentField(LineField):
    """A line with 现在 beside it; Ctrl+; in the line does the same, as in a spreadsheet."""

    def __init__(self, path: str, label: str, hint: str, now: Callable[[], datetime]) -> None:
        super().__init__(path, label, hint)
        self._clock = now
        self._now = button(self.tr("现在"), self.take_now, self.tr("填入现在的时间（Ctrl+;）"))
        self._now.setObjectName(f"{path}:now")
        self._now.setAccessibleName(labelled(label, self.tr("现在")))
        both = QWidget()
        layout = QHBoxLayout(both)
        layout.setContentsMargins(0, 0, 0, 0)
        self._layout.replaceWidget(self._line, both)
        # What is wrong stands below the two.
        self._control = both
        layout.addWidget(self._line, 1)
        layout.addWidget(self._now)

    def take_now(self) -> None:
        """Put the time of the clock into the line."""
        self.set_value(self._clock().strftime("%Y-%m-%d %H:%M"))
        self.edited.emit()
        self.left.emit(self.path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+; takes the time; everything else as in any field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Semicolon
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and not self._line.isReadOnly()
        ):
            self.take_now()
            return True
        return super().eventFilter(watched, event)

    def set_enabled(self, enabled: bool) -> None:
        super().set_enabled(enabled)
        self._now.setEnabled(enabled)
