"""What waits besides the states: scans, certificates, documents, consents, referrals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk import referral, today
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.today import Heap
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.vocabulary import PAPER
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import said
from zjrc_desk.window.page import button
from zjrc_desk.window.tables import Table


class TodoList(QWidget):
    """One line for each registration that waits, and why.

    ``opened`` gives its record id, ``failed`` says why a tick could not be put, ``printing`` the
    kind of paper and the serial; ``ticked``: something waits no longer.
    """

    opened = Signal(str)
    ticked = Signal()
    failed = Signal(str)
    printing = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._why = {
            today.RETURNED: self.tr("省中心退回"),
            today.SCAN: self.tr("缺签名扫描件"),
            today.CERTIFICATE: self.tr("证明待交付"),
            today.REFERRAL: self.tr("待转介浙江遗嘱库"),
            today.DOCUMENT: self.tr("证件即将到期"),
            today.CONSENT: self.tr("同意书文本已更新"),
            today.UNUSED: self.tr("同意已满 60 天仍未签署"),
        }
        self.title = QLabel()
        self.title.setObjectName("section")
        self.title.setWordWrap(True)
        headings = ("事项", "编号", "姓名", "说明")
        self.table = Table(self.tr("待办事项"), [self.tr(text) for text in headings], 3)
        self.table.activated.connect(lambda _index: self._open())
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.handed = button(self.tr("证明已交付"), self.hand_over, deliberate=True)
        self.referred = button(self.tr("已转介遗嘱库"), self.refer, deliberate=True)
        acts = Flow()
        self.papers = [
            button(
                self.tr("打印{name}").format(name=self.tr(PAPER.label(kind))),
                partial(self._print, kind),
            )
            for kind in ("certificate", "card-sheet")
        ]
        self.opener = button(self.tr("打开"), self._open)
        for one in (self.opener, *self.papers, self.handed, self.referred):
            acts.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.table, 1)
        layout.addLayout(acts)
        # Not before they lie in it: shown without a parent they would be windows, for a moment.
        for one in (self.handed, self.referred, *self.papers):
            one.setVisible(desk.records)
        selection = self.table.selectionModel()
        selection.currentRowChanged.connect(lambda *_: self._show_acts())

    def show_heaps(self, found: Mapping[str, Heap]) -> None:
        """Show what waits, by reason."""
        self.table.rows.fill(
            [
                (f"{why} {one.record_id}", (self._why[why], one.serial, one.name, one.detail))
                for why, heap in found.items()
                for one in heap.first
            ]
        )
        counted = [f"{self._why[why]} {heap.total}" for why, heap in found.items() if heap.total]
        self.title.setText("　".join(counted) or self.tr("没有其他待办事项"))
        self._show_acts()

    def _chosen(self) -> tuple[str, str]:
        why, _, record_id = (self.table.chosen() or "").partition(" ")
        return why, record_id

    def _show_acts(self) -> None:
        why, record_id = self._chosen()
        self.opener.setEnabled(bool(record_id))
        for one in (self.handed, *self.papers):
            one.setEnabled(why == today.CERTIFICATE)
        self.referred.setEnabled(why == today.REFERRAL)

    def _open(self) -> None:
        _, record_id = self._chosen()
        if record_id:
            self.opened.emit(record_id)

    def _print(self, kind: str) -> None:
        serial = self.table.rows.line(self.table.currentIndex().row())[1][1]
        self.printing.emit(kind, serial)

    def hand_over(self) -> None:
        """The certificate of the chosen one was given to the volunteer."""
        self._tick(today.hand_over_certificate)

    def refer(self) -> None:
        """The chosen one was referred for a will."""
        self._tick(referral.refer_registered)

    def _tick(self, act: Callable[[Desk, str], None]) -> None:
        _, record_id = self._chosen()
        try:
            act(self._desk, record_id)
        except ZjrcError as error:
            log.warning("%s", error)
            self.failed.emit(said(error))
        self.ticked.emit()
