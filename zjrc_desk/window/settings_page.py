"""设置: the point and its enrolment with the provincial centre; the staff; passwords and keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk import enrol
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.vocabulary import ROLE
from zjrc_desk.window import enrolment_files, language
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.backup_panel import BackupPanel
from zjrc_desk.window.file_dialogs import ask_save
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.folders_panel import FoldersPanel
from zjrc_desk.window.keys_panel import KeysPanel
from zjrc_desk.window.language import bracketed, labelled, tr
from zjrc_desk.window.language_choice import LanguageChoice
from zjrc_desk.window.look_panel import LookPanel
from zjrc_desk.window.page import GOOD, WARN, Page, button
from zjrc_desk.window.printers_panel import PrintersPanel
from zjrc_desk.window.staff_panel import StaffPanel
from zjrc_desk.window.store_care import StoreCare
from zjrc_desk.window.texts_panel import TextsPanel
from zjrc_desk.window.upload_panel import UploadPanel


class SettingsPage(Page):
    """Facts on the point and the two steps of enrolment; accounts; passwords and keys.

    ``restart``: the practice point shall begin anew.
    """

    restart = Signal()

    def __init__(self, desk: Desk, care: StoreCare) -> None:
        super().__init__(desk, self.tr("设置"))
        self._care = care
        self.tabs = QTabWidget()
        # English words are longer than two characters, and all the tabs are to be seen.
        self.tabs.tabBar().setProperty("narrow", language.current() != language.CHINESE)
        self.body.addWidget(self.tabs, 1)
        self.state = QLabel()
        self.fingerprint = enrolment_files.Fingerprint()
        self.upload = UploadPanel(desk)
        self.tabs.addTab(self._point(), self.tr("登记点"))
        self.look = LookPanel()
        self.tabs.addTab(self.look, self.tr("外观"))
        self.printers = PrintersPanel(self)
        self.tabs.addTab(self.printers, self.tr("打印机"))
        self.folders = FoldersPanel(self)
        self.tabs.addTab(self.folders, self.tr("文件夹"))
        self.backups = BackupPanel(self, care)
        self.tabs.addTab(self.backups, self.tr("备份"))
        self.texts = TextsPanel(self)
        self.tabs.addTab(self.texts, self.tr("文本"))
        self.staff: StaffPanel | None = None
        if desk.administers:
            self.staff = StaffPanel(self)
            self.tabs.addTab(self._for_real(self.staff), self.tr("人员"))
        self.keys = KeysPanel(self)
        self.tabs.addTab(self._for_real(self.keys), self.tr("密码"))
        self.tabs.currentChanged.connect(lambda _number: self._turned())
        self._turned()

    def _turned(self) -> None:
        """F1 opens what is said of the tab, wherever on the page the cursor is."""
        self.help_section = getattr(self.tabs.currentWidget(), "help_section", "point")

    def _for_real(self, panel: QWidget) -> QWidget:
        """In practice it is seen, and closed, and above it stands why."""
        if not self.desk.practising:
            return panel
        panel.setEnabled(False)
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        words = QLabel(self.tr("练习不用密码，人员和密码在练习里不能改；在真的登记点里再设置。"))
        words.setObjectName("quiet")
        words.setWordWrap(True)
        layout.addWidget(words)
        layout.addWidget(panel)
        layout.addStretch(1)
        return sheet

    @staticmethod
    def _section(layout: QVBoxLayout, title: str) -> None:
        heading = QLabel(title)
        heading.setObjectName("section")
        layout.addWidget(heading)

    def _point(self) -> QWidget:
        sheet = QWidget()
        layout = QVBoxLayout(sheet)
        layout.addLayout(self._facts())
        practising = self.desk.practising
        self._section(layout, self.tr("练习") if practising else self.tr("向省中心备案"))
        layout.addWidget(self.state)
        layout.addWidget(self.fingerprint)
        if practising:
            again = button(self.tr("重新开始练习…"), self.ask_restart)
            layout.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        elif self.desk.administers:
            line = Flow()
            line.addWidget(button(self.tr("1  导出备案申请…"), self.choose_request))
            line.addWidget(button(self.tr("2  导入备案文件…"), self.choose_enrolment))
            layout.addLayout(line)
        self._section(layout, self.tr("上传"))
        layout.addWidget(self.upload)
        self._section(layout, self.tr("语言"))
        self.language = LanguageChoice()
        self.language.chosen.connect(self.banner.say)
        layout.addWidget(self.language)
        self._section(layout, self.tr("给技术支持"))
        line = Flow()
        tip = self.tr("日志、版本、检查结果和条数；没有任何人的信息")
        line.addWidget(button(self.tr("导出诊断包…"), self.choose_bundle, tip))
        layout.addLayout(line)
        layout.addStretch(1)
        return sheet

    def _facts(self) -> QFormLayout:
        facts = QFormLayout()
        point = self.desk.point
        staff = self.desk.staff
        for label, value in (
            (self.tr("登记点编号"), point.code),
            (self.tr("登记点名称"), point.name),
            (self.tr("所在机构"), point.host),
            (self.tr("电话"), point.phone),
            (
                self.tr("登录人员"),
                staff.number + bracketed(tr(ROLE.label(staff.role))),
            ),
            (self.tr("数据文件夹"), str(self.desk.store.folder)),
        ):
            shown = QLabel(value)
            shown.setWordWrap(True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            facts.addRow(labelled(label, ""), shown)
        return facts

    def refresh(self) -> None:
        with self.acting():
            self._show_enrolment()
            for panel in (self.folders, self.backups, self.upload):
                panel.refresh()
            if self.staff is not None and self.desk.administers:
                self.staff.refresh()

    def _show_enrolment(self) -> None:
        if self.desk.practising:
            self.state.setText(self.tr("练习的登记不能备案，也不能封批给省中心。"))
        elif enrol.enrolled(self.desk):
            self.state.setText(self.tr("已备案，可以封批上报。"))
        else:
            self.state.setText(self.tr("还没有备案，不能封批。"))
        self.fingerprint.show_now(self.desk)

    def ask_for_new_code(self) -> None:
        """After somebody came in by the recovery code."""
        self.tabs.setCurrentWidget(self.keys)
        self.banner.say(
            self.tr("新密码已设置。恢复码已经用过，请换一个新的，把原来那张纸销毁。"), WARN
        )

    def choose_request(self) -> None:
        """Ask where to, and write the request."""
        path = enrolment_files.ask_where_to(self.desk, self)
        if path is not None:
            self.write_request(path)

    def write_request(self, path: Path) -> None:
        """Write the request; shows the fingerprint to read over the phone."""
        with self.acting():
            self.banner.say(enrolment_files.write_request(self.desk, path), WARN)
            self._show_enrolment()

    def ask_restart(self) -> None:
        """Begin to practise anew: what was typed in practising can't be had back."""
        words = self.tr("练习里现在的登记都会清空，换成刚开始的样子。真的登记不受影响。")
        dialog = ActDialog(self.tr("重新开始练习"), words, self.tr("清空，重新开始"), self)
        dialog.help_section = "practice"
        dialog.accepted.connect(self.restart)
        dialog.open()

    def choose_bundle(self) -> None:
        """Ask where to, and write what technical support needs."""
        suggested = f"{self.desk.point.code}-{self.desk.today()}.zip"
        path = ask_save(self, self.tr("导出诊断包"), suggested)
        if path is not None:
            self._care.bundle(self, path)

    def choose_enrolment(self) -> None:
        """Ask for the centre's answer and take it."""
        path = enrolment_files.ask_for_answer(self)
        if path is not None:
            self.take_enrolment(path)

    def take_enrolment(self, path: Path) -> None:
        """Take the centre's answer."""
        with self.acting():
            done = enrolment_files.take_answer(self.desk, path)
            self._show_enrolment()
            self.banner.say(done, GOOD)
            self.changed.emit()
