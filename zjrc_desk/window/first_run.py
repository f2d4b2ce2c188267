"""A first password, a forgotten one, and setting a point up for the first time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk import keys, recovery
from zjrc_desk.desk.place import was_set_up
from zjrc_desk.desk.session import check_point, check_set_up, local_now, set_up, sign_in
from zjrc_desk.desk.set_up_steps import STEPS
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.tables import Point
from zjrc_desk.window.code_step import CodeStep
from zjrc_desk.window.long_work import beside
from zjrc_desk.window.page import BAD, WARN, button
from zjrc_desk.window.sheet import Sheet


class FirstPassword(Sheet):
    """The temporary password is replaced by one's own."""

    help_section = "passwords"

    signed_in = Signal(object)
    back = Signal()

    def __init__(self, folder: Path, number: str, temporary: str) -> None:
        super().__init__(self.tr("设置自己的密码"))
        self._folder, self._number, self._temporary = folder, number, temporary
        self.banner.say(self.tr("临时密码只能用一次。请换成只有自己知道的密码。"), WARN)
        self.new, self.again = self.new_password()
        self.go = button(self.tr("保存并登录"), self.finish, primary=True)
        self.body.addWidget(self.go)
        self.body.addWidget(button(self.tr("返回"), self.back.emit))
        self.new.setFocus()

    def finish(self) -> None:
        """Replace it and sign in."""
        if not self.typed_twice(self.new, self.again):
            return
        try:
            new = self.new.text()
            desk = beside(
                self,
                lambda: keys.first_password(self._folder, self._number, self._temporary, new),
            )
        except ZjrcError as error:
            self.refuse(error)
            self.new.setFocus()
            return
        self._temporary = ""
        self.new.clear()
        self.again.clear()
        self.signed_in.emit(desk)


class Recovery(Sheet):
    """The recovery code opens the store, and an administrator gets a new password."""

    help_section = "forgotten"

    signed_in = Signal(object)
    back = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("用恢复码打开登记库"))
        self._folder = folder
        self.banner.say(
            self.tr(
                "登记员、审计员忘记密码的，请管理员登录后重设。管理员都无法登录的，用纸上的恢复码。"
                "没有密码也没有恢复码，任何人都无法再打开登记库。"
            ),
            WARN,
        )
        self.code = self.line(
            "recovery_code", self.tr("恢复码"), hint=self.tr("大小写、连字符都不要紧；也可以扫描")
        )
        self.admin = self.line(
            "admin", self.tr("管理员工号（没有用过的工号会成为新的管理员）"), hint="A001"
        )
        self.new, self.again = self.new_password()
        self.go = button(self.tr("设置新密码并登录"), self.finish, primary=True)
        self.body.addWidget(self.go)
        self.body.addWidget(button(self.tr("返回"), self.back.emit))
        self.code.setFocus()

    def finish(self) -> None:
        """Open the store, set the password, sign in."""
        if not self.typed_twice(self.new, self.again):
            return
        try:
            typed = self.code.text(), self.admin.text().strip(), self.new.text()
            desk = beside(self, lambda: recovery.recover(self._folder, *typed))
        except ZjrcError as error:
            # Said so here, where no password was asked for.
            self.refuse(error)
            return
        for line in (self.code, self.new, self.again):
            line.clear()
        self.signed_in.emit(desk)


class FirstRun(Sheet):
    """Point, first administrator, password; then the recovery code, typed back before it ends.

    Nothing is set up until then: who leaves in between simply begins again.  The other steps follow
    in :class:`zjrc_desk.window.set_up_guide.SetUpGuide`.  ``practising``: not yet, first a try.
    """

    help_section = "set-up"

    signed_in = Signal(object)
    restoring = Signal()
    practising = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("设立登记点"))
        self._folder = folder
        self._code = ""
        outer = self._whole = self.body
        self._facts = self._part(outer)
        self._step_heading(1, self.tr("登记点"))
        self.code = self.line("point_code", self.tr("登记点编号"), hint="ZJ-HZ-0001")
        self.name = self.line("point_name", self.tr("登记点名称"))
        self.host = self.line("host", self.tr("所在机构"))
        self.phone = self.line("phone", self.tr("电话"))
        self.next = button(self.tr("下一步：管理员"), self.to_administrator, primary=True)
        self.body.addWidget(self.next)
        self.body.addWidget(button(self.tr("换了新电脑：从备份恢复…"), self.restoring.emit))
        self.body.addWidget(button(self.tr("先练习一下…"), self.practising.emit))
        self.body.addWidget(self.language_button())
        self._people = self._part(outer)
        self._people.hide()
        self._step_heading(2, self.tr("第一位管理员"))
        self.admin = self.line("admin", self.tr("管理员工号"), hint="A001")
        self.password, self.again = self.new_password()
        self.go = button(self.tr("下一步：恢复码"), self.set_up, primary=True)
        self.body.addWidget(self.go)
        self.body.addWidget(button(self.tr("上一步"), self.to_point))
        self._welcome()
        if was_set_up(folder):
            self.banner.say(
                self.tr(
                    "这里好像有过登记库，现在登记库文件和钥匙文件都不见了。请先找一找，或按"
                    "“从备份恢复”；没有把握请不要重新设立登记点，先问省中心。"
                ),
                BAD,
            )
        self._step: CodeStep | None = None

    def _part(self, whole: QVBoxLayout) -> QWidget:
        """A step of its own; what is added next goes there."""
        part = QWidget()
        self.body = QVBoxLayout(part)
        self.body.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(part)
        return part

    def to_administrator(self) -> None:
        """The second step, once point and code could be right."""
        try:
            check_point(self._point())
        except ZjrcError as error:
            self.refuse(error)
            return
        self._warn()
        self._facts.hide()
        self._people.show()
        self.admin.setFocus()

    def _welcome(self) -> None:
        self.banner.say(
            self.tr(
                "一共六步，前三步大约十分钟，后三步可以以后再做。"
                "登记点编号由省中心给；还没有编号的，可以先练习。"
            )
        )

    def _warn(self) -> None:
        self.banner.say(
            self.tr("没有密码也没有恢复码，任何人都无法再打开登记库，里面的登记也找不回来。"), WARN
        )

    def to_point(self) -> None:
        """Back to the first; what is typed stays."""
        self._welcome()
        self._people.hide()
        self._facts.show()
        self.code.setFocus()

    def _step_heading(self, number: int, title: str) -> None:
        text = self.tr("第 {n} 步，共 {of} 步：{title}")
        heading = QLabel(text.format(n=number, of=STEPS, title=title))
        heading.setObjectName("section")
        self.body.addWidget(heading)

    def _point(self) -> Point:
        return Point(
            code=self.code.text().strip().upper(),
            name=self.name.text().strip(),
            host=self.host.text().strip(),
            phone=self.phone.text().strip(),
        )

    def set_up(self) -> None:
        """Check what is entered; then the recovery code is shown."""
        if not self.typed_twice(self.password, self.again):
            return
        admin = self.admin.text().strip()
        try:
            check_set_up(self._folder, self._point(), admin, self.password.text())
        except ZjrcError as error:
            self.refuse(error)
            return
        self._show_code()

    def _show_code(self) -> None:
        self._code = recovery.new_recovery_code()
        self._people.hide()
        self._secret = self._part(self._whole)
        self._step_heading(3, self.tr("恢复码"))
        self._step = CodeStep(self._point(), self._code, local_now().date(), self.banner)
        self.typed = self._step.typed
        self.typed.returnPressed.connect(self.finish)
        self.body.addWidget(self._step)
        self.start = button(
            self.tr("抄好了，下一步：备份文件夹"),
            self.finish,
            self.tr("登记点就此设立；后三步可以跳过，以后再设置"),
            primary=True,
        )
        self.body.addWidget(self.start)
        self.body.addWidget(button(self.tr("上一步"), self._back_from_code))
        self.banner.say(self.tr("恢复码只显示这一次：请打印或抄在纸上，锁进柜子，不要拍照。"), WARN)
        self.typed.setFocus()

    def _back_from_code(self) -> None:
        """Back to the second; the code was never used, and another one will be shown."""
        self._secret.hide()
        self._secret.deleteLater()
        self._step, self._code = None, ""
        self._people.show()
        self.banner.say(self.tr("刚才的恢复码作废了，抄下的请销毁；下一步会显示新的恢复码。"), WARN)
        self.admin.setFocus()

    def finish(self) -> None:
        """Set up and sign in, once the code was typed back."""
        assert self._step is not None, "the code was shown"
        admin, password = self.admin.text().strip(), self.password.text()
        try:
            self._step.check()
            point = self._point()
            beside(self, lambda: set_up(self._folder, point, admin, password, code=self._code))
            desk = beside(self, lambda: sign_in(self._folder, admin, password))
        except ZjrcError as error:
            self.refuse(error)
            return
        self._code = ""
        self.password.clear()
        self.again.clear()
        self.signed_in.emit(desk)
