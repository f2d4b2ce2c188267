"""Signing in, and setting a point up for the first time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.tables import Point
from zjrc_desk.window.page import BAD, WARN, Banner, button


class _Sheet(QWidget):
    """A narrow sheet in the middle of the window."""

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


class SignIn(_Sheet):
    """工号 and password; ``signed_in`` gives the desk."""

    signed_in = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("遗体（器官、组织）捐献登记点"))
        self._folder = folder
        self.staff = self.line("staff", self.tr("工号"))
        self.password = self.line("password", self.tr("密码"), secret=True)
        self.enter = button(self.tr("登录"), self.try_it, primary=True)
        self.body.addSpacing(6)
        self.body.addWidget(self.enter)
        self.staff.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.try_it)
        self.staff.setFocus()

    def try_it(self) -> None:
        """Sign in with what is typed."""
        try:
            desk = sign_in(self._folder, self.staff.text().strip(), self.password.text())
        except ZjrcError as error:
            log.warning("%s", error)
            self.banner.say(error.sentence(), BAD)
            self.password.clear()
            self.password.setFocus()
            return
        self.password.clear()
        self.banner.say("")
        self.signed_in.emit(desk)


class FirstRun(_Sheet):
    """Point, first administrator, password; then the recovery code, typed back before it ends."""

    signed_in = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("设立登记点"))
        self._folder = folder
        self._code = ""
        self._desk: Desk | None = None
        self.code = self.line("point_code", self.tr("登记点编号"), hint="ZJ-HZ-0001")
        self.name = self.line("point_name", self.tr("登记点名称"))
        self.host = self.line("host", self.tr("所在机构"))
        self.phone = self.line("phone", self.tr("电话"))
        self.admin = self.line("admin", self.tr("管理员工号"), hint="A001")
        self.password = self.line("new_password", self.tr("密码（至少 8 位）"), secret=True)
        self.again = self.line("again", self.tr("再输一遍密码"), secret=True)
        self.go = button(self.tr("设立"), self.set_up, primary=True)
        self.body.addWidget(self.go)
        self.banner.say(
            self.tr("没有密码也没有恢复码，任何人都无法再打开登记库，里面的登记也找不回来。"), WARN
        )
        self._recovery = QWidget()
        self._recovery.hide()
        self.body.addWidget(self._recovery)

    def set_up(self) -> None:
        """Set up the store; shows the recovery code."""
        if self.password.text() != self.again.text():
            self.banner.say(self.tr("两次输入的密码不一样。请重新输入。"), BAD)
            self.again.setFocus()
            return
        if not (self.name.text().strip() and self.admin.text().strip()):
            self.banner.say(self.tr("登记点名称和管理员工号不能空着。请补填。"), BAD)
            return
        point = Point(
            code=self.code.text().strip().upper(),
            name=self.name.text().strip(),
            host=self.host.text().strip(),
            phone=self.phone.text().strip(),
        )
        try:
            self._code = set_up(
                self._folder, point, self.admin.text().strip(), self.password.text()
            )
        except ZjrcError as error:
            log.warning("%s", error)
            self.banner.say(error.sentence(), BAD)
            return
        self._show_code()

    def _show_code(self) -> None:
        for widget in self.findChildren(
            QWidget, options=Qt.FindChildOption.FindChildrenRecursively
        ):
            if isinstance(widget, QLineEdit | QLabel) and widget not in (self.banner,):
                widget.hide()
        self.go.hide()
        layout = QVBoxLayout(self._recovery)
        shown = QLabel(self._code)
        shown.setObjectName("code")
        shown.setWordWrap(True)
        shown.setAccessibleName(self.tr("恢复码"))
        self.typed = QLineEdit()
        self.typed.setObjectName("typed_code")
        self.typed.setAccessibleName(self.tr("请把抄下的恢复码输入一遍"))
        self.typed.setPlaceholderText(self.tr("请把抄下的恢复码输入一遍"))
        layout.addWidget(shown)
        layout.addWidget(self.typed)
        layout.addWidget(button(self.tr("抄好了，开始使用"), self.finish, primary=True))
        self._recovery.show()
        self.banner.say(
            self.tr("登记库已设立。恢复码只显示这一次：请抄在纸上，锁进柜子，不要拍照。"), WARN
        )
        self.typed.setFocus()

    def finish(self) -> None:
        """Go on once the code was typed back."""

        def bare(text: str) -> str:
            return "".join(c for c in text.upper() if c.isalnum())

        if bare(self.typed.text()) != bare(self._code):
            self.banner.say(self.tr("与恢复码不一致。请对照抄下的恢复码再输一遍。"), BAD)
            return
        self._code = ""
        try:
            desk = sign_in(self._folder, self.admin.text().strip(), self.password.text())
        except ZjrcError as error:
            self.banner.say(error.sentence(), BAD)
            return
        self.password.clear()
        self.again.clear()
        self.signed_in.emit(desk)
