"""A narrow sheet in the middle of the window: signing in, and what comes before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.passwords import LENGTH
from zjrc_desk.window.page import BAD, Banner


@contextmanager
def waiting() -> Iterator[None]:
    """A try at a password takes half a second, on purpose."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


class Sheet(QWidget):
    """A narrow sheet in the middle of the window."""

    help_section = "sign-in"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("sign")
        outer = QHBoxLayout(self)
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(560)
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

    def line(self, name: str, label: str, *, secret: bool = False, hint: str = "") -> QLineEdit:
        """A labelled line of the sheet."""
        caption = QLabel(label)
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setPlaceholderText(hint)
        line.setMinimumHeight(40)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        caption.setBuddy(line)
        self.body.addWidget(caption)
        self.body.addWidget(line)
        return line

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
        self.banner.say(error.sentence(), BAD)
