"""A narrow sheet in the middle of the window: signing in, and what comes before it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.passwords import LENGTH
from zjrc_desk.window import theme
from zjrc_desk.window.language import LANGUAGES, other, said
from zjrc_desk.window.page import BAD, Banner, button, line_after

#: Of the sheet; pixels at 100 %.
_WIDTH = 560


class Sheet(QWidget):
    """A narrow sheet in the middle of the window.

    ``other_language``: somebody can't read this one.
    """

    other_language = Signal()

    help_section = "sign-in"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("sign")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area, inner = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(title)
        area.setWidget(inner)
        whole.addWidget(area)
        outer = QHBoxLayout(inner)
        card = QFrame()
        card.setObjectName("card")
        self._card = card
        self.body = QVBoxLayout(card)
        self.body.setContentsMargins(36, 30, 36, 30)
        self.body.setSpacing(10)
        heading = QLabel(title)
        heading.setObjectName("title")
        heading.setWordWrap(True)
        self.banner = Banner()
        self.body.addWidget(heading)
        self.body.addWidget(self.banner)
        outer.addStretch(1)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        self._card.setFixedWidth(theme.px(_WIDTH))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def line(self, name: str, label: str, *, secret: bool = False, hint: str = "") -> QLineEdit:
        """A labelled line of the sheet."""
        caption = QLabel(label)
        caption.setWordWrap(True)
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        caption.setBuddy(line)
        self.body.addWidget(caption)
        self.body.addWidget(line)
        line.returnPressed.connect(lambda: self._entered(line))
        return line

    def _entered(self, line: QLineEdit) -> None:
        """Enter moves on: to the next line, and at the last one does what the sheet is for."""
        part = line.parentWidget() or self
        after = line_after(part, line)
        if after is not None:
            after.setFocus()
            return
        main = part.findChild(QPushButton, "primary")
        if main is not None and main.isEnabled():
            main.click()

    def entered(self) -> dict[str, str]:
        """What stands in its lines, by their names; no secrets."""
        plain = QLineEdit.EchoMode.Normal
        lines = self.findChildren(QLineEdit)
        return {one.objectName(): one.text() for one in lines if one.echoMode() == plain}

    def take_up(self, typed: Mapping[str, str]) -> None:
        """What was typed before somebody looked elsewhere."""
        for name, text in typed.items():
            line = self.findChild(QLineEdit, name)
            if line is not None:
                line.setText(text)

    def language_button(self) -> QPushButton:
        """Leads to the other language by its own name, for whoever can't read the rest."""
        return button(LANGUAGES[other()], self.other_language.emit)

    def new_password(self) -> tuple[QLineEdit, QLineEdit]:
        """Two lines for a new password."""
        label = self.tr("新密码（至少 {n} 个字符，例如几个不相干的词）").format(n=LENGTH)
        return (
            self.line("new_password", label, secret=True),
            self.line("again", self.tr("再输一遍密码"), secret=True),
        )

    def typed_twice(self, new: QLineEdit, again: QLineEdit) -> bool:
        """Whether the same was typed twice; says so where it was not."""
        if new.text() == again.text():
            return True
        self.banner.say(self.tr("两次输入的密码不一样。请重新输入。"), BAD)
        again.setFocus()
        return False

    def refuse(self, error: ZjrcError) -> None:
        """Say what went wrong."""
        log.warning("%s", error)
        self.banner.say(said(error), BAD)
