"""Signing in.  Takes keys at once: the rest of the program is loaded meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.window.page import button
from zjrc_desk.window.sheet import Sheet

_TEMPORARY = "A05"


class SignIn(Sheet):
    """工号 and password; ``trying``: they are being tried; ``signed_in`` gives the desk.

    ``temporary``: number and temporary password, which must be replaced first; ``forgotten``: the
    recovery code shall open the store; ``restoring``: a backup shall be restored; ``practising``:
    somebody wants to practise.
    """

    trying = Signal()
    signed_in = Signal(object)
    temporary = Signal(str, str)
    forgotten = Signal()
    restoring = Signal()
    practising = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("遗体（器官、组织）捐献登记点"))
        self._folder = folder
        self.staff = self.line("staff", self.tr("工号"))
        self.password = self.line("password", self.tr("密码"), secret=True)
        self.enter = button(self.tr("登录"), self.try_it, primary=True)
        self.body.addSpacing(6)
        self.body.addWidget(self.enter)
        self.body.addWidget(button(self.tr("忘记密码…"), self.forgotten.emit))
        self.body.addWidget(button(self.tr("从备份恢复…"), self.restoring.emit))
        tip = self.tr("虚构的人，不需要密码；和真的登记完全分开")
        self.body.addWidget(button(self.tr("练习模式…"), self.practising.emit, tip))
        self.body.addWidget(self.language_button())

    def take_focus(self) -> None:
        """Put the cursor where something is to be typed yet."""
        (self.password if self.staff.text() else self.staff).setFocus()

    def try_it(self) -> None:
        """Sign in with what is typed."""
        from zjrc_desk.desk.session import sign_in
        from zjrc_desk.window.long_work import beside

        self.trying.emit()
        number, password = self.staff.text().strip(), self.password.text()
        try:
            desk = beside(self, lambda: sign_in(self._folder, number, password))
        except ZjrcError as error:
            self.password.clear()
            if error.code == _TEMPORARY:
                self.temporary.emit(number, password)
                return
            self.refuse(error)
            self.password.setFocus()
            return
        self.password.clear()
        self.banner.say("")
        self.signed_in.emit(desk)
