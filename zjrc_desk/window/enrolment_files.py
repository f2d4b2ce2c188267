"""The two files of enrolment, as a person chooses them: the request out, the centre's answer in;
and the fingerprint of the request."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from zjrc_desk.desk import enrol
from zjrc_desk.desk.outside import read_outside, write_outside
from zjrc_desk.desk.session import Desk
from zjrc_desk.window.file_dialogs import ask_open, ask_save
from zjrc_desk.window.language import tr
from zjrc_desk.window.this_pc import Place


class Fingerprint(QLabel):
    """What is read to the centre over the phone, once the request is out and until the answer is
    in; else nothing is seen of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def show_now(self, desk: Desk) -> None:
        """As things are in the store.  Raises StoreError."""
        known = enrol.fingerprint(desk)
        self.setText(tr("备案申请已导出，电话里核对的指纹：") + known)
        self.setVisible(bool(known))


def ask_where_to(desk: Desk, parent: QWidget) -> Path | None:
    """Where the request goes; None where nothing was chosen."""
    suggested = f"{desk.point.code}.csr"
    return ask_save(parent, tr("导出备案申请"), suggested, place=Place.STICK)


def ask_for_answer(parent: QWidget) -> Path | None:
    """The centre's answer; None where nothing was chosen."""
    return ask_open(parent, tr("导入备案文件"), tr("备案文件 (*.enrolment)"), Place.STICK)


def write_request(desk: Desk, path: Path) -> str:
    """Write the request; what to say then, with the fingerprint.  Raises as :func:`enrol.request`,
    StoreError D06, D07."""
    pem, fingerprint = enrol.request(desk)
    write_outside(path, pem)
    return tr("已导出。请把文件交给省中心，并在电话里核对指纹：") + fingerprint


def take_answer(desk: Desk, path: Path) -> str:
    """Take the answer; what to say then.  Raises as :func:`enrol.enrol`, StoreError D07."""
    enrol.enrol(desk, read_outside(path))
    return tr("备案完成，可以封批。")
