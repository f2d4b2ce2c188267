"""A bar over the form: this person is registered here already, and how to get there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from zjrc_desk.desk import register
from zjrc_desk.desk.register import Known
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import EDITABLE
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.flow import Flow, wrapped
from zjrc_desk.window.marked import WARN, Marked
from zjrc_desk.window.page import button

#: The fields by which a person is known; looked up when one of them is left.
TELLING = frozenset({"document_type", "document_number", "name", "birth_date"})


class KnownBar(QFrame):
    """``wanted``: the existing registration (a :class:`Known`) is to be opened."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("known")
        self._desk = desk
        self._known: Known | None = None
        self.words = Marked(WARN)
        self.open_button = button(self.tr("打开已有的登记（Ctrl+O）"), self._want, primary=True)
        self.open_button.setShortcut("Ctrl+O")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        line = Flow()
        line.addWidget(wrapped(self.words))
        line.addWidget(self.open_button)
        layout.addLayout(line)
        self.hide()

    def look(self, revision: Revision) -> None:
        """Show the bar if another registration is, or may be, of the person being typed."""
        self._known = None
        if revision.state in EDITABLE:
            self._known = register.registered_as(self._desk, revision)
        if self._known is not None:
            self.words.setText(self._sentence(self._known))
        self.setVisible(self._known is not None)

    def _sentence(self, known: Known) -> str:
        if known.same_document:
            text = self.tr("这位志愿者已经登记过（{serial}）。请打开已有的登记，不要重复登记。")
        else:
            text = self.tr(
                "已有一位同名、同一天出生的人（{serial}），证件号码不同。"
                "请核对是不是同一个人；不是的请继续。"
            )
        return text.format(serial=known.serial)

    def _want(self) -> None:
        if self._known is not None:
            self.wanted.emit(self._known)
