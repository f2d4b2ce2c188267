"""Restoring a backup: on a new PC before anything is set up, or where the store can't be used."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from zjrc_desk.desk.restore import Credentials, restore
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import open_log
from zjrc_desk.window.file_dialogs import ask_open
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.page import GOOD, WARN, button
from zjrc_desk.window.sheet import Sheet

#: What is asked once more: the store there can't be read, or holds more than the backup.
_SURE = ("D17", "D18")


class RestoreSheet(Sheet):
    """``back``: to the sheet for signing in, or setting up."""

    help_section = "restore"
    back = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__(self.tr("从备份恢复"))
        self._folder = folder
        self._file: Path | None = None
        self.banner.say(
            self.tr(
                "选择备份文件，用备份时的密码或恢复码打开。现有的数据文件夹会另存，不会删除。"
                "原来的电脑请不要再用来登记。"
            ),
            WARN,
        )
        self.choose = button(self.tr("选择备份文件…"), self.choose_file)
        self.name = QLabel(self.tr("还没有选择"))
        self.name.setWordWrap(True)
        self.body.addWidget(self.choose)
        self.body.addWidget(self.name)
        self.staff = self.line("staff", self.tr("工号"))
        self.password = self.line("password", self.tr("密码"), secret=True)
        self.code = self.line("recovery_code", self.tr("或者：恢复码"), secret=True)
        self.go = button(self.tr("恢复"), self.restore, primary=True)
        replace = partial(self.restore, replace=True)
        self.sure = button(self.tr("仍然恢复，现有的另存"), replace, deliberate=True)
        self.sure.hide()
        self.leave = button(self.tr("返回"), self.back.emit)
        for widget in (self.go, self.sure, self.leave):
            self.body.addWidget(widget)

    def choose_file(self) -> None:
        """Ask for the file."""
        file = ask_open(self, self.tr("选择备份文件"), self.tr("备份 (*.zjrc-backup)"), None)
        if file is not None:
            self.use(file)

    def use(self, file: Path) -> None:
        """That file it shall be."""
        self._file = file
        self.name.setText(str(file))
        self.sure.hide()

    def restore(self, *, replace: bool = False) -> None:
        """Restore; what would be missing afterwards is said first."""
        if self._file is None:
            self.banner.say(self.tr("请先选择备份文件。"), WARN)
            return
        who = Credentials(self.staff.text().strip(), self.password.text(), self.code.text().strip())
        title = self.tr("正在恢复")
        try:
            with long_work(self, title, title, counts=False) as work:
                done = work.run(
                    partial(
                        restore,
                        self._file,
                        self._folder,
                        who,
                        replace=replace,
                        progress=work.progress,
                    )
                )
        except ZjrcError as error:
            self.refuse(error)
            self.sure.setVisible(error.code in _SURE)
            return
        open_log(self._folder)
        for line in (self.password, self.code):
            line.clear()
        said = self.tr("已恢复 {day} 的备份，从第 {n} 代继续。请返回登录。").format(
            day=done.made_at[:16].replace("T", " "), n=done.generation
        )
        if done.lost.disabled:
            said += self.tr("备份以后停用的账号仍然停用：{numbers}。").format(
                numbers=", ".join(done.lost.disabled)
            )
        if done.aside is not None:
            said += self.tr("原来的数据文件夹另存在 {aside}。").format(aside=done.aside)
        self.banner.say(said, GOOD)
        for widget in (self.choose, self.go, self.sure, self.staff, self.password, self.code):
            widget.setEnabled(False)
        self.leave.setFocus()
