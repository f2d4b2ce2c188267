"""The recovery code: shown once, printed, and typed back from the paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from zjrc_desk.desk import recovery
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.tables import Point
from zjrc_desk.window.language import said
from zjrc_desk.window.page import BAD, Banner, button
from zjrc_desk.window.preview import Preview


class CodeStep(QWidget):
    """Code, a button to print its sheet, and a line for what was written down."""

    def __init__(self, point: Point, code: str, day: date, banner: Banner) -> None:
        super().__init__()
        self._point, self._code, self._day, self._banner = point, code, day, banner
        self.preview: Preview | None = None
        groups = code.split("-")
        half = len(groups) // 2
        shown = QLabel("-".join(groups[:half]) + "-\n" + "-".join(groups[half:]))
        shown.setObjectName("code")
        shown.setAccessibleName(self.tr("恢复码"))
        caption = QLabel(self.tr("请看着纸上的恢复码，再输入一遍（不必输入连字符）"))
        caption.setWordWrap(True)
        self.typed = QLineEdit()
        self.typed.setObjectName("typed_code")
        self.typed.setAccessibleName(caption.text())
        caption.setBuddy(self.typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(shown)
        self.print_button = button(self.tr("打印恢复码…"), self.look)
        layout.addWidget(self.print_button)
        layout.addWidget(caption)
        layout.addWidget(self.typed)
        self.print_button.setAutoDefault(False)

    def look(self) -> None:
        """The sheet as it will be printed; it stays in memory."""
        try:
            pdf = recovery.sheet(self._point, self._code, self._day)
        except ZjrcError as error:
            self._banner.say(said(error), BAD)
            return
        self.preview = Preview(pdf, self.tr("恢复码"), self)
        self.preview.open()

    def check(self) -> None:
        """Raises AccessError A11 until the code is typed back."""
        recovery.typed_back(self._code, self.typed.text())
