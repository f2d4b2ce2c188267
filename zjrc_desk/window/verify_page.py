"""验证: any paper, scanned, pasted or opened, is verified offline; of a 证明 the referral."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
)

from zjrc_desk.desk import referral
from zjrc_desk.desk.outside import read_outside
from zjrc_desk.desk.referral import ShownCertificate
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.verify import GENUINE, Verdict, Verified, verify_token
from zjrc_desk.desk.verify_file import verify_file
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.life import ENDING_KINDS
from zjrc_desk.window.file_dialogs import ask_open
from zjrc_desk.window.language import tr
from zjrc_desk.window.long_work import beside
from zjrc_desk.window.page import BAD, GOOD, WARN, Page, button
from zjrc_desk.window.picture_view import first_page

_IN_ORDER = frozenset({Verdict.IN_FORCE, Verdict.GENUINE})


class VerifyPage(Page):
    """A scanner types the QR's text and Enter; so can a person.  A file may be dropped."""

    help_section = "verify"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("验证文书"))
        self._shown: ShownCertificate | None = None
        self.setAcceptDrops(True)
        ask = QLabel(
            self.tr(
                "请扫描文书、证明或志愿者卡上的二维码，或粘贴它的内容；"
                "也可以打开 PDF 文件或扫描的图片，或把文件拖到这里。"
            )
        )
        ask.setWordWrap(True)
        self.token = QLineEdit()
        self.token.setObjectName("token")
        self.token.setAccessibleName(self.tr("二维码内容"))
        self.token.returnPressed.connect(self.verify)
        # What was found is of the paper before, and must not be read as if it were of this one.
        self.token.textEdited.connect(lambda _text: self._next())
        # A file that is dropped on it is meant for the page as well.
        self.token.setAcceptDrops(False)
        self.body.addWidget(ask)
        self.body.addWidget(self.token)
        self.refer_button = button(self.tr("登记遗嘱服务转介"), self.refer, primary=True)
        self.refer_button.setEnabled(False)
        self.row(
            button(self.tr("验证"), self.verify),
            button(self.tr("打开文件…"), self.choose_file),
            self.refer_button,
        )
        self.refer_button.setVisible(desk.records)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """The next paper; what was found of the one before is of no more use."""
        self._next()
        self.token.clear()

    def _next(self) -> None:
        self._forget()
        self.banner.say("")

    def verify(self) -> None:
        """Say whether it is genuine, of which registration, and whether it still counts."""
        self._forget()
        try:
            self._tell(verify_token(self.desk, self.token.text()))
        except ZjrcError as error:
            self.refuse(error)
        self._wait_for_the_next()

    def _wait_for_the_next(self) -> None:
        """A scanner types where the cursor is; what it types replaces what was there."""
        self.token.setFocus()
        self.token.selectAll()

    def choose_file(self) -> None:
        """Ask for a PDF or a picture."""
        kinds = self.tr("文书 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)")
        path = ask_open(self, self.tr("打开文件"), kinds)
        if path is not None:
            self.verify_file(path)

    def verify_file(self, path: Path) -> None:
        """As :meth:`verify`, of a file."""
        self._forget()
        try:
            self._tell(beside(self, lambda: verify_file(self.desk, read_outside(path), first_page)))
        except ZjrcError as error:
            self.refuse(error)
        self._wait_for_the_next()

    def _forget(self) -> None:
        self._shown = None
        self.refer_button.setEnabled(False)

    def _tell(self, found: Verified) -> None:
        mood = GOOD if found.verdict in _IN_ORDER else WARN
        self.banner.say(found.sentence(tr), mood if found.verdict in GENUINE else BAD)
        wish = found.number is not None and found.kind not in ENDING_KINDS
        if wish and found.verdict in _IN_ORDER:
            assert found.number is not None
            assert found.day is not None, "what is genuine has its day"
            self._shown = ShownCertificate(found.number, found.serial, found.point, found.day)
        self.refer_button.setEnabled(self._shown is not None)

    def refer(self) -> None:
        """The visitor is referred for a will."""
        if self._shown is None:
            return
        try:
            referral.refer(self.desk, self._shown)
        except ZjrcError as error:
            self.refuse(error)
        else:
            self.banner.say(self.tr("已登记转介浙江遗嘱库。"))
        self.refer_button.setEnabled(False)
        self._wait_for_the_next()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _files(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        files = _files(event)
        if len(files) > 1:
            # What is said of the first would be read as if it were of all.
            self._next()
            self.banner.say(self.tr("一次只能验证一个文件。请一个一个地拖到这里。"), WARN)
        elif files:
            self.verify_file(files[0])


def _files(event: QDropEvent) -> list[Path]:
    """The files of this PC that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
