"""设置: the point, and its enrolment with the provincial centre."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLabel

from zjrc_desk.desk import enrol
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.vocabulary import ROLE
from zjrc_desk.window.page import GOOD, WARN, Page, button


class SettingsPage(Page):
    """Facts on the point, and the two steps of enrolment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("设置"))
        facts = QFormLayout()
        point = desk.point
        for label, value in (
            (self.tr("登记点编号"), point.code),
            (self.tr("登记点名称"), point.name),
            (self.tr("所在机构"), point.host),
            (self.tr("电话"), point.phone),
            (self.tr("登录人员"), f"{desk.staff.number}（{ROLE.label(desk.staff.role)}）"),
            (self.tr("数据文件夹"), str(desk.store.folder)),
        ):
            shown = QLabel(value)
            shown.setWordWrap(True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            facts.addRow(f"{label}：", shown)
        self.body.addLayout(facts)
        heading = QLabel(self.tr("向省中心备案"))
        heading.setObjectName("section")
        self.state = QLabel()
        self.body.addWidget(heading)
        self.body.addWidget(self.state)
        self.row(
            button(self.tr("1  导出备案申请…"), self.choose_request),
            button(self.tr("2  导入备案文件…"), self.choose_enrolment),
        )
        self.body.addStretch(1)

    def refresh(self) -> None:
        with self.acting():
            done = enrol.enrolled(self.desk)
            self.state.setText(
                self.tr("已备案，可以封批上报。") if done else self.tr("还没有备案，不能封批。")
            )

    def choose_request(self) -> None:
        """Ask where to, and write the request."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("导出备案申请"), f"{self.desk.point.code}.csr"
        )
        if name:
            self.write_request(Path(name))

    def write_request(self, path: Path) -> None:
        """Write the request; shows the fingerprint to read over the phone."""
        with self.acting():
            pem, fingerprint = enrol.request(self.desk)
            path.write_bytes(pem)
            self.banner.say(
                self.tr("已导出。请把文件交给省中心，并在电话里核对指纹：") + fingerprint, WARN
            )

    def choose_enrolment(self) -> None:
        """Ask for the centre's answer and take it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("导入备案文件"), "", self.tr("备案文件 (*.enrolment)")
        )
        if name:
            self.take_enrolment(Path(name))

    def take_enrolment(self, path: Path) -> None:
        """Take the centre's answer."""
        with self.acting():
            enrol.enrol(self.desk, path.read_bytes())
            self.state.setText(self.tr("已备案，可以封批上报。"))
            self.banner.say(self.tr("备案完成，可以封批。"), GOOD)
            self.changed.emit()
