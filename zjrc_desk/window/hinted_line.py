"""A line to type in that leaves room for what it says while it is empty."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from zjrc_desk.window import theme

_BREAK = re.compile(r"\s*[\n\r\u2028\u2029]\s*")
_BETWEEN = re.compile(r"(?<=[^\x00-\xff])\s*[\n\r\u2028\u2029]\s*(?=[^\x00-\xff])")
#: Frame, padding and the pixel the cursor takes, on both sides; at 100 %.
_AROUND = 26


class HintedLine(QLineEdit):
    """No narrower than its hint.  What is only suggested may be longer, and is then typed over."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self.setPlaceholderText(hint)
        self.textEdited.connect(self._on_one_line)

    def _on_one_line(self, text: str) -> None:
        """What is pasted may have been broken into lines, as in a letter or a table."""
        if _BREAK.search(text):
            after = len(text) - self.cursorPosition()
            # A break between two Chinese characters is nothing of theirs.
            self.setText(_BREAK.sub(" ", _BETWEEN.sub("", text)).strip())
            self.setCursorPosition(len(self.text()) - after)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = super().minimumSizeHint()
        icons = sum(theme.px(_AROUND) for _ in self.actions())
        hint = self.fontMetrics().horizontalAdvance(self._hint) + theme.px(_AROUND) + icons
        return QSize(max(size.width(), hint), size.height())
