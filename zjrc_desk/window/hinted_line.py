"""A line to type in that leaves room for what it says while it is empty."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from zjrc_desk.window import theme

#: Frame, padding and the pixel the cursor takes, on both sides; at 100 %.
_AROUND = 26


class HintedLine(QLineEdit):
    """No narrower than its hint.  What is only suggested may be longer, and is then typed over."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self.setPlaceholderText(hint)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = super().minimumSizeHint()
        icons = sum(theme.px(_AROUND) for _ in self.actions())
        hint = self.fontMetrics().horizontalAdvance(self._hint) + theme.px(_AROUND) + icons
        return QSize(max(size.width(), hint), size.height())
