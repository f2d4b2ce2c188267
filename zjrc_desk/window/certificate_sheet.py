"""核验证明: the centre's certificate is scanned and verified offline, the referral recorded."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from zjrc_desk.desk import referral
from zjrc_desk.desk.referral import ShownCertificate
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.page import BAD, Banner, button


class CertificateSheet(QDialog):
    """A scanner types the QR's text and Enter; so can a person."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: ShownCertificate | None = None
        self.setWindowTitle(self.tr("核验省中心的证明"))
        self.setMinimumWidth(640)
        ask = QLabel(self.tr("请扫描证明或志愿者卡上的二维码，或粘贴它的内容："))
        self.token = QLineEdit()
        self.token.setObjectName("token")
        self.token.setAccessibleName(self.tr("二维码内容"))
        self.token.returnPressed.connect(self.verify)
        self.banner = Banner()
        self.refer_button = button(self.tr("登记遗嘱服务转介"), self.refer, primary=True)
        self.refer_button.setEnabled(False)
        self.refer_button.setVisible(desk.records)
        acts = QHBoxLayout()
        for one in (
            button(self.tr("核验"), self.verify),
            self.refer_button,
            button(self.tr("关闭"), self.close),
        ):
            one.setAutoDefault(False)
            acts.addWidget(one)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        for widget in (ask, self.token, self.banner):
            layout.addWidget(widget)
        layout.addLayout(acts)

    def verify(self) -> None:
        """Say whether it is genuine, and of which registration."""
        self._shown = None
        try:
            shown = referral.verify_certificate(self._desk, self.token.text())
        except ZjrcError as error:
            self._say(error)
        else:
            self._shown = shown
            self.banner.say(
                self.tr("证明是真的：编号 {number}，登记 {serial}，{day} 签发。").format(
                    number=shown.number, serial=shown.serial, day=shown.day.isoformat()
                )
                + self.tr("是否仍然有效，请以省中心的答复为准。")
            )
        self.refer_button.setEnabled(self._shown is not None)
        self.token.selectAll()

    def refer(self) -> None:
        """The visitor is referred for a will."""
        if self._shown is None:
            return
        try:
            referral.refer(self._desk, self._shown)
        except ZjrcError as error:
            self._say(error)
        else:
            self.banner.say(self.tr("已登记转介浙江遗嘱库。"))
        self.refer_button.setEnabled(False)

    def _say(self, error: ZjrcError) -> None:
        log.warning("%s", error)
        self.banner.say(error.sentence(), BAD)
