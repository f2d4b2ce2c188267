"""The small windows for accounts, passwords and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLayout, QLineEdit, QWidget

from zjrc_desk.desk import keys, recovery, staff
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import AccessError
from zjrc_desk.registry.passwords import LENGTH
from zjrc_desk.registry.tables import Staff
from zjrc_desk.registry.vocabulary import ROLE
from zjrc_desk.window.act_dialogs import ActDialog, Work
from zjrc_desk.window.code_step import CodeStep
from zjrc_desk.window.long_work import beside
from zjrc_desk.window.page import WARN


def _line(layout: QLayout, name: str, label: str, *, secret: bool = False) -> QLineEdit:
    caption, line = QLabel(label), QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(label)
    line.setMinimumHeight(40)
    if secret:
        line.setEchoMode(QLineEdit.EchoMode.Password)
    caption.setBuddy(line)
    layout.addWidget(caption)
    layout.addWidget(line)
    return line


class AccountDialog(ActDialog):
    """A new account, or another name or role for one; ``temporary``: the new one's password."""

    help_section = "staff"

    def __init__(self, desk: Desk, known: Staff | None, parent: QWidget | None = None) -> None:
        title = self.tr("添加人员") if known is None else self.tr("修改姓名、角色")
        words = self.tr(
            "登记员登记、打印、封批；管理员另外管理人员、密钥和备案；审计员只能查看，不能打印。"
        )
        super().__init__(title, words, self.tr("保存"), parent)
        self._desk, self._known = desk, known
        self.temporary = ""
        self.number = _line(self.body, "number", self.tr("工号"))
        self.name = _line(self.body, "name", self.tr("姓名"))
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("角色"))
        for value, label in ROLE.labels.items():
            self.role.addItem(self.tr(label), value)
        caption = QLabel(self.tr("角色"))
        caption.setBuddy(self.role)
        self.body.addWidget(caption)
        self.body.addWidget(self.role)
        if known is not None:
            self.number.setText(known.number)
            self.number.setReadOnly(True)
            self.name.setText(known.name)
            self.role.setCurrentIndex(self.role.findData(known.role))
        (self.number if known is None else self.name).setFocus()
        self.perform = self._save

    def _save(self) -> None:
        number, name, role = self.number.text(), self.name.text(), self.role.currentData()
        if self._known is None:
            self.temporary = staff.add(self._desk, number, name, role)
            return
        if role != self._known.role:
            staff.change_role(self._desk, self._known.number, role)
        if name.strip() != self._known.name:
            staff.rename(self._desk, self._known.number, name)


class TemporaryDialog(ActDialog):
    """A temporary password, shown once."""

    help_section = "staff"

    def __init__(self, number: str, temporary: str, parent: QWidget | None = None) -> None:
        words = self.tr(
            "请把临时密码当面告诉 {number}，不要发微信。只能用来登录一次，登录时要换成自己的密码。"
            "关闭以后不再显示；忘了可以再重设。"
        ).format(number=number)
        super().__init__(self.tr("临时密码"), words, self.tr("已告诉本人"), parent)
        shown = QLabel(temporary)
        shown.setObjectName("code")
        shown.setAccessibleName(self.tr("临时密码"))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(shown)
        self.no.hide()


class PasswordDialog(ActDialog):
    """One's own password."""

    help_section = "passwords"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = self.tr(
            "新密码至少 {n} 个字符，不要用生日、电话、单位名称或连续的数字；"
            "几个不相干的词连在一起，好记又难猜。"
        ).format(n=LENGTH)
        super().__init__(self.tr("更改我的密码"), words, self.tr("更改"), parent)
        self._desk = desk
        self.present = _line(self.body, "present", self.tr("现在的密码"), secret=True)
        self.new = _line(self.body, "new", self.tr("新密码"), secret=True)
        self.again = _line(self.body, "again", self.tr("再输一遍新密码"), secret=True)
        self.present.setFocus()
        self.perform = self._change

    def _change(self) -> None:
        if self.new.text() != self.again.text():
            raise AccessError("A12", self.tr("两次输入的新密码不一样。"), self.tr("请重新输入。"))
        present, new = self.present.text(), self.new.text()
        beside(self, lambda: keys.change_password(self._desk, present, new))
        _clear((self.present, self.new, self.again))


class NewCodeDialog(ActDialog):
    """A new recovery code; the old one stays good until this one is typed back."""

    help_section = "recovery-code"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = self.tr(
            "新的恢复码只显示这一次。请打印或抄在纸上，锁进柜子，不要拍照。"
            "完成以后，原来的恢复码作废，请销毁那张纸；以前的备份仍要用那时的恢复码或密码打开。"
        )
        super().__init__(self.tr("换一个恢复码"), words, self.tr("启用新的恢复码"), parent)
        self._desk, self._code = desk, recovery.code_for(desk)
        self.step = CodeStep(desk.point, self._code, desk.today(), self.banner)
        self.body.addWidget(self.step)
        self.password = _line(self.body, "own", self.tr("您的密码"), secret=True)
        self.step.typed.setFocus()
        self.perform = self._replace

    def cut_short(self) -> str:
        """Somebody may have a paper in hand that opens nothing."""
        return self.tr(
            "恢复码没有换：原来的仍然有效，请留好；刚才显示的不能用，抄下或打印的请销毁。"
        )

    def _replace(self) -> None:
        self.step.check()
        own = self.password.text()
        beside(self, lambda: keys.replace_recovery_code(self._desk, own, self._code))
        _clear((self.password, self.step.typed))


class StoreKeyDialog(ActDialog):
    """The whole store under a new key; beside the window, for it takes its time."""

    help_section = "passwords"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = self.tr(
            "整个登记库将用新的密钥重新加密。有人离职、电脑或 U 盘可能被人拷贝过时使用。"
            "所有人的密码和恢复码都不变；以前的拷贝和备份不受影响，仍能用当时的密码打开。"
            "需要与登记库一样大的磁盘空间；中途断电也不会丢失任何登记。"
        )
        super().__init__(self.tr("更换登记库密钥"), words, self.tr("更换"), parent)
        self._work: Work | None = None
        self.password = _line(self.body, "own", self.tr("您的密码"), secret=True)
        self.password.setFocus()
        self.perform = lambda: keys.change_store_key(desk, self.password.text())

    def working(self) -> bool:
        return self._work is not None

    def finish(self) -> None:
        """Begin; the window closes when it is done."""
        self.banner.say(self.tr("正在重新加密，请不要关机…"), WARN)
        self._work = Work(self.perform, self)
        self._work.finished.connect(self._finished)
        self._ready()
        self._work.start()

    def _ready(self) -> None:
        for control in (self.yes, self.no, self.password):
            control.setEnabled(self._work is None)

    def _finished(self) -> None:
        work, self._work = self._work, None
        self._ready()
        if work is None or not work.through:
            return
        if work.error is not None:
            self.show_error(work.error)
            return
        self.password.clear()
        self.accept()

    def reject(self) -> None:
        """Not while it is at work."""
        if self._work is None:
            super().reject()


def _clear(lines: Sequence[QLineEdit]) -> None:
    for line in lines:
        line.clear()
