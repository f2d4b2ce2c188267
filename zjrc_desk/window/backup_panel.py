"""备份: when and where to, now, another folder; and whether the store is whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk import back_up
from zjrc_desk.desk.check import Report
from zjrc_desk.window.file_dialogs import ask_folder
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import bracketed, tr
from zjrc_desk.window.page import Page, button, path_words
from zjrc_desk.window.store_care import StoreCare, age_words, disk_words


class BackupPanel(QWidget):
    """A tab of 设置."""

    help_section = "backup"

    def __init__(self, page: Page, care: StoreCare) -> None:
        super().__init__()
        self._page, self._care = page, care
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        self.age = QLabel()
        self.folder = QLabel()
        self.folder.setWordWrap(True)
        words = QLabel(
            self.tr(
                "备份是一个加密的文件，写好以后读回核对才算数。每天第一次登录、每次封批和关闭窗口时"
                "自动备份。保留最近 7 天、4 周、12 个月的。请把备份放在 U 盘或另一块硬盘上。"
            )
        )
        words.setObjectName("quiet")
        words.setWordWrap(True)
        line = Flow()
        line.addWidget(button(self.tr("立即备份"), self.now, primary=True))
        if page.desk.records:
            line.addWidget(button(self.tr("换一个文件夹…"), self.choose))
        heading = QLabel(self.tr("检查登记库"))
        heading.setObjectName("section")
        self.found = QLabel()
        self.found.setWordWrap(True)
        for widget in (self.age, self.folder, words):
            layout.addWidget(widget)
        layout.addLayout(line)
        layout.addWidget(heading)
        check = Flow()
        check.addWidget(button(self.tr("检查登记库"), self.check))
        layout.addLayout(check)
        layout.addWidget(self.found)
        layout.addStretch(1)
        care.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is recorded."""
        state = back_up.state(self._page.desk)
        show_age(self.age, state, self._care.fault)
        where = self.tr("备份到：{folder}").format(folder=path_words(state.folder))
        warning = disk_words(self._page.desk, state.folder)
        self.folder.setText(f"{where}\n{warning}".strip())

    def now(self) -> None:
        """Back up."""
        self._care.by_hand(self._page)

    def choose(self) -> None:
        """Ask where backups go from now on."""
        folder = ask_folder(self, self.tr("选择放备份的 U 盘或文件夹"))
        if folder is not None:
            self.use(folder)

    def use(self, folder: Path) -> None:
        """Backups go there from now on; one is made at once."""
        with self._page.acting():
            back_up.set_folder(self._page.desk, folder)
            self.refresh()
            self._care.by_hand(self._page)

    def check(self) -> None:
        """Check the store."""
        self.found.setText("")
        self._care.check(self._page, self._show)

    def _show(self, report: Report) -> None:
        self.found.setText("\n".join([*found_words(report), *map(tr, report.notes)]))


def found_words(report: Report) -> list[str]:
    """What a check found, each with its code."""
    return [tr(one.message) + bracketed(one.code) for one in report.findings]


def show_age(label: QLabel, state: back_up.BackupState, fault: str) -> None:
    """The age of the last good backup on a label, in red past three days or after a failure."""
    label.setText(age_words(state) + (f"\n{fault}" if fault else ""))
    label.setObjectName("problem" if state.overdue or fault else "quiet")
    label.style().unpolish(label)
    label.style().polish(label)
