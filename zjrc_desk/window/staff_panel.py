"""人员: the accounts of the point (administrators)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from zjrc_desk.desk import staff
from zjrc_desk.registry.tables import Staff
from zjrc_desk.registry.vocabulary import ROLE
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.key_dialogs import AccountDialog, TemporaryDialog
from zjrc_desk.window.page import WARN, Page, button
from zjrc_desk.window.tables import Table


class StaffPanel(QWidget):
    """All accounts, and what can be done with the chosen one."""

    help_section = "staff"

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._found: dict[str, Staff] = {}
        self.dialog: QDialog | None = None
        headings = [self.tr(text) for text in ("工号", "姓名", "角色", "状态")]
        self.table = Table(self.tr("人员列表"), headings, 1)
        self.add_button = button(self.tr("添加人员…"), self.add, primary=True)
        self.edit_button = button(self.tr("修改姓名、角色…"), self.edit)
        self.reset_button = button(self.tr("重设密码…"), self.reset)
        self.disable_button = button(self.tr("停用…"), self.disable)
        self.enable_button = button(self.tr("启用…"), self.enable)
        acts = Flow()
        for one in (
            *(self.add_button, self.edit_button, self.reset_button),
            *(self.disable_button, self.enable_button),
        ):
            acts.addWidget(one)
        layout = QVBoxLayout(self)
        layout.addLayout(acts)
        layout.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_acts())
        self.table.doubleClicked.connect(lambda _index: self.edit())

    def refresh(self) -> None:
        """Show the accounts as they are now; the chosen one stays chosen."""
        before = self.table.chosen()
        self._found = {one.number: one for one in staff.everybody(self._page.desk)}
        self.table.rows.fill(
            [
                (
                    one.number,
                    (one.number, one.name, self.tr(ROLE.label(one.role)), self._state(one)),
                )
                for one in self._found.values()
            ]
        )
        if before in self._found:
            self.table.selectRow(list(self._found).index(before))
        self._show_acts()

    def _state(self, one: Staff) -> str:
        if one.disabled:
            return self.tr("已停用")
        return self.tr("临时密码，还没有登录过") if one.temporary else self.tr("可以登录")

    def _chosen(self) -> Staff | None:
        return self._found.get(self.table.chosen() or "")

    def _show_acts(self) -> None:
        one = self._chosen()
        for control in (self.edit_button, self.reset_button, self.disable_button):
            control.setEnabled(one is not None and not one.disabled)
        self.enable_button.setEnabled(one is not None and one.disabled)

    def add(self) -> None:
        """A new account."""
        dialog = AccountDialog(self._page.desk, None, self)
        self._ask(dialog, lambda: self._tell(dialog.number.text().strip(), dialog.temporary))

    def edit(self) -> None:
        """Another name or role."""
        one = self._chosen()
        if one is not None and not one.disabled:
            self._ask(AccountDialog(self._page.desk, one, self), self._page.refresh)

    def reset(self) -> None:
        """A temporary password for somebody who forgot theirs."""
        one = self._chosen()
        if one is None:
            return
        words = self.tr("{number} 原来的密码立即失效，改用一次性的临时密码。").format(
            number=one.number
        )
        self._renew(one, self.tr("重设密码"), words, staff.reset_password)

    def enable(self) -> None:
        """A disabled account comes back."""
        one = self._chosen()
        if one is None:
            return
        words = self.tr("{number} 又可以登录，先用一次性的临时密码。").format(number=one.number)
        self._renew(one, self.tr("启用"), words, staff.enable)

    def _renew(self, one: Staff, title: str, words: str, act: Callable[..., str]) -> None:
        dialog = ActDialog(title, words, title, self)
        given: list[str] = []
        dialog.perform = lambda: given.append(act(self._page.desk, one.number))
        self._ask(dialog, lambda: self._tell(one.number, given[0]))

    def disable(self) -> None:
        """Somebody left."""
        one = self._chosen()
        if one is None:
            return
        words = self.tr(
            "{number} 不能再登录；以前的登记和记录都保留。"
            "这个人可能带走过电脑、U 盘或文件的拷贝时，请再到“密码”里更换登记库密钥。"
        ).format(number=one.number)
        dialog = ActDialog(self.tr("停用"), words, self.tr("停用"), self)
        dialog.perform = lambda: staff.disable(self._page.desk, one.number)
        self._ask(dialog, self._disabled)

    def _disabled(self) -> None:
        self._page.refresh()
        self._page.banner.say(self.tr("账号已停用。"), WARN)

    def _tell(self, number: str, temporary: str) -> None:
        self._page.refresh()
        self.dialog = TemporaryDialog(number, temporary, self)
        self.dialog.open()

    def _ask(self, dialog: ActDialog, then: Callable[[], object]) -> None:
        self.dialog = dialog
        dialog.accepted.connect(then)
        dialog.open()
