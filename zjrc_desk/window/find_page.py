"""查询: one field finds by name, pinyin initials, number, phone, serial or room; and import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from zjrc_desk.desk import register
from zjrc_desk.desk.import_list import ImportReport, import_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import STATE_LABEL
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.import_result import ImportResult
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.tables import Table

_WAIT_MS = 60
_MOST = 200


class FindPage(Page):
    """``opened`` gives the record id of the registration that was chosen."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("查询"))
        self.words = QLineEdit()
        self.words.setObjectName("words")
        self.words.setAccessibleName(self.tr("查询"))
        self.words.setPlaceholderText(self.tr("姓名、拼音首字母、证件号码、电话、编号或房间"))
        self.state = QComboBox()
        self.state.setAccessibleName(self.tr("状态"))
        self.state.addItem(self.tr("全部状态"), "")
        for value, label in STATE_LABEL.items():
            self.state.addItem(label, str(value))
        line = self.row(self.words, self.state)
        line.setStretch(0, 8)
        line.addWidget(button(self.tr("导入列表…"), self.choose_list))
        self.table = Table(
            self.tr("登记列表"),
            [
                self.tr(text)
                for text in ("编号", "姓名", "证件号码", "手机", "房间", "种类", "状态", "登记日期")
            ],
            1,
        )
        self.table.activated.connect(lambda _index: self._open())
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.body.addWidget(self.table, 1)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.refresh)
        self.words.textChanged.connect(lambda _text: self._wait.start())
        self.words.returnPressed.connect(self._open_first)
        self.state.currentIndexChanged.connect(lambda _index: self.refresh())

    def refresh(self) -> None:
        """Ask again; an empty field shows the newest."""
        with self.acting():
            chosen = self.state.currentData()
            found = register.find(
                self.desk, self.words.text().strip(), [chosen] if chosen else [], _MOST
            )
            self.table.rows.fill(
                [
                    (
                        one.record_id,
                        (
                            one.serial,
                            one.name,
                            one.document_number,
                            one.phone,
                            one.room,
                            KIND.label(one.kind),
                            STATE_LABEL[one.state] + (self.tr("（重复）") if one.duplicate else ""),
                            one.declared_at,
                        ),
                    )
                    for one in found
                ]
            )

    def _open_first(self) -> None:
        self._wait.stop()
        self.refresh()
        if self.table.rows.rowCount():
            self.table.selectRow(0)
            self.table.setFocus()

    def _open(self) -> None:
        chosen = self.table.chosen()
        if chosen is not None:
            self.opened.emit(chosen)

    def choose_list(self) -> None:
        """Ask for the list and import it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("导入列表"), "", self.tr("列表 (*.csv *.xlsx)")
        )
        if name:
            result = self.import_file(Path(name))
            if result is not None:
                ImportResult(result, self).open()

    def import_file(self, path: Path) -> ImportReport | None:
        """Import a list; None where the file as a whole is no list."""
        report = None
        with self.acting():
            report = import_list(self.desk, path, self.progress(self.tr("正在导入")))
        if report is not None:
            self.refresh()
            self.changed.emit()
        return report
