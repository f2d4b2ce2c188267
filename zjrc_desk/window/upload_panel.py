"""上传: what the centre gave for handing over through the network."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk.enrol import upload
from zjrc_desk.desk.session import Desk


class UploadPanel(QWidget):
    """A part of 设置; nothing here can be changed, for it comes with the enrolment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        words = QLabel(
            self.tr("这个版本不经网络上传：批次请用 U 盘交给省中心，回执也用 U 盘带回。")
        )
        self.given = QLabel()
        self.given.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (words, self.given):
            label.setWordWrap(True)
            layout.addWidget(label)

    def refresh(self) -> None:
        """Show what the enrolment said."""
        given = upload(self._desk)
        if not given.address:
            self.given.setText(self.tr("省中心没有给出上传地址。"))
            return
        address = self.tr("省中心给出的上传地址：{address}").format(address=given.address)
        token = self.tr("上传凭证：有") if given.has_token else self.tr("上传凭证：没有")
        self.given.setText(f"{address}\n{token}")
