"""A box to tick whose words go on in the next line where there is no room for them in one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from zjrc_desk.window import theme

#: What it is given at least before its words are wrapped, at 100 %.
_LEAST = 280


class Tick(QCheckBox):
    """Qt's own box never wraps; this one breaks its text into the lines of its width."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        #: By width: layouts ask many times for the same one.
        self._known: dict[int, str] = {}
        self.setAccessibleName(words)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The words, however they are broken."""
        return self._words

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        size = self._size(self._words)
        return QSize(min(size.width(), theme.px(_LEAST)), size.height())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return self._size(self._broken(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._known.clear()
            self._break()

    def _break(self) -> None:
        broken = self._broken(self.width())
        if broken != super().text():
            self.setText(broken)

    def _broken(self, width: int) -> str:
        if width not in self._known:
            self._known[width] = self._fitted(width)
        return self._known[width]

    def _fitted(self, width: int) -> str:
        room = width - (self._size(self._words).width() - self._rect(self._words).width())
        if self._rect(self._words).width() <= room:
            return self._words
        layout = QTextLayout(self._words, self.font(), self)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, room))
            lines.append(self._words[line.textStart() :][: line.textLength()].rstrip())
        layout.endLayout()
        return "\n".join(lines)

    def _size(self, text: str) -> QSize:
        """Of the box with such a text, as Qt reckons it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        kind = QStyle.ContentsType.CT_CheckBox
        return self.style().sizeFromContents(kind, option, self._rect(text).size(), self)

    def _rect(self, text: str) -> QRect:
        flags = int(Qt.TextFlag.TextShowMnemonic)
        return self.style().itemTextRect(self.fontMetrics(), QRect(), flags, False, text)
