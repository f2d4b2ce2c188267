"""设置: which language the window speaks on this PC."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from zjrc_desk.window import language


class LanguageChoice(QWidget):
    """A box of the languages, each by its own name.  ``chosen`` says when it will be spoken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        caption = QLabel(self.tr("窗口的语言（只改这台电脑）"))
        self.box = QComboBox()
        self.box.setAccessibleName(caption.text())
        self.box.setToolTip(self.tr("文书、记录和志愿者的屏幕始终是中文"))
        for value, name in language.LANGUAGES.items():
            self.box.addItem(name, value)
        self.box.setCurrentIndex(self.box.findData(language.wanted()))
        self.box.currentIndexChanged.connect(lambda _index: self._choose())
        caption.setBuddy(self.box)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(caption)
        line.addWidget(self.box)
        line.addStretch(1)

    def _choose(self) -> None:
        language.choose(str(self.box.currentData()))
        self.chosen.emit(
            self.tr("已记下。下次登录起用 {name}；现在就换，请按 Ctrl+L 再登录。").format(
                name=self.box.currentText()
            )
        )
