"""The two files of enrolment, as a person chooses them: the request out, the centre's answer in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from zjrc_desk.desk import enrol
from zjrc_desk.desk.outside import read_outside, write_outside
from zjrc_desk.desk.session import Desk
from zjrc_desk.window.language import tr


def ask_where_to(desk: Desk, parent: QWidget) -> Path | None:
    """Where the request goes; None where nothing was chosen."""
    suggested = f"{desk.point.code}.csr"
    name, _ = QFileDialog.getSaveFileName(parent, tr("导出备案申请"), suggested)
    return Path(name) if name else None


def ask_for_answer(parent: QWidget) -> Path | None:
    """The centre's answer; None where nothing was chosen."""
    kinds = tr("备案文件 (*.enrolment)")
    name, _ = QFileDialog.getOpenFileName(parent, tr("导入备案文件"), "", kinds)
    return Path(name) if name else None


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
