"""密码: one's own password; for administrators the recovery code, the key, the idle lock."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSpinBox, QVBoxLayout, QWidget

from zjrc_desk.desk import staff
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.key_dialogs import NewCodeDialog, PasswordDialog, StoreKeyDialog
from zjrc_desk.window.page import WARN, Page, button


class KeysPanel(QWidget):
    """What is an administrator's is not there for others."""

    help_section = "passwords"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.dialog: ActDialog | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(10)
        self._part(
            self.tr("我的密码"),
            self.tr("只有自己知道。管理员也看不到，只能重设。"),
            button(self.tr("更改我的密码…"), self.change_password),
        )
        self.minutes: QSpinBox | None = None
        if page.desk.administers:
            self._for_administrators()
        self._layout.addStretch(1)

    def _for_administrators(self) -> None:
        self.minutes = QSpinBox()
        self.minutes.setRange(staff.IDLE_LEAST, staff.IDLE_MOST)
        self.minutes.setValue(self._page.desk.point.idle_minutes)
        self.minutes.setSuffix(self.tr(" 分钟"))
        self.minutes.setAccessibleName(self.tr("无人操作多久后自动锁定"))
        self.minutes.setMinimumHeight(40)
        self._part(
            self.tr("自动锁定"),
            self.tr("无人操作这么久以后锁定窗口，输入的内容都会保留。离开座位时请按 Ctrl+L。"),
            self.minutes,
            button(self.tr("保存"), self.set_idle),
        )
        self._part(
            self.tr("恢复码"),
            self.tr(
                "管理员都无法登录时的最后办法。用过、遗失或可能被人看到以后，请换一个。"
                "没有密码也没有恢复码，任何人都无法再打开登记库。"
            ),
            button(self.tr("换一个恢复码…"), self.new_code),
        )
        self._part(
            self.tr("登记库密钥"),
            self.tr("有人离职、电脑或 U 盘可能被人拷贝过时更换。"),
            button(self.tr("更换登记库密钥…"), self.change_key),
        )

    def _part(self, title: str, words: str, *controls: QWidget) -> None:
        heading = QLabel(title)
        heading.setObjectName("section")
        said = QLabel(words)
        said.setObjectName("quiet")
        said.setWordWrap(True)
        line = Flow()
        for control in controls:
            line.addWidget(control)
        self._layout.addWidget(heading)
        self._layout.addWidget(said)
        self._layout.addLayout(line)

    def change_password(self) -> None:
        """One's own."""
        self._ask(PasswordDialog(self._page.desk, self), self.tr("密码已更改。"))

    def new_code(self) -> None:
        """Another recovery code."""
        # Whose role was changed meanwhile is told so, and sees no code.
        with self._page.acting():
            dialog = NewCodeDialog(self._page.desk, self)
            dialog.rejected.connect(lambda: self._page.banner.say(dialog.cut_short(), WARN))
            self._ask(dialog, self.tr("新的恢复码已启用，原来的已作废。"))

    def change_key(self) -> None:
        """Another key for the store."""
        self._ask(StoreKeyDialog(self._page.desk, self), self.tr("登记库密钥已更换。"))

    def set_idle(self) -> None:
        """After how many minutes the window locks."""
        assert self.minutes is not None, "an administrator's page"
        with self._page.acting(self.tr("已保存。")):
            staff.set_idle(self._page.desk, self.minutes.value())

    def _ask(self, dialog: ActDialog, done: str) -> None:
        self.dialog = dialog
        dialog.accepted.connect(lambda: self._page.banner.say(done))
        dialog.open()
