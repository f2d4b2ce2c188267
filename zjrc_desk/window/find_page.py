"""查询: one field finds by name, pinyin initials, number, phone, serial or room; and import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from zjrc_desk.desk import register
from zjrc_desk.desk.import_list import ImportReport, import_list
from zjrc_desk.desk.list_form import ListPreview, preview_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import STATE_LABEL
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.export_dialog import ExportDialog
from zjrc_desk.window.import_preview import ImportPreview
from zjrc_desk.window.import_result import ImportResult
from zjrc_desk.window.long_work import long_work
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
        line.addWidget(button(self.tr("导出…"), self.export))
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
                            STATE_LABEL[one.state],
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
        """Ask for the list and take it in."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("导入列表"), "", self.tr("列表 (*.csv *.txt *.xlsx);;所有文件 (*)")
        )
        if name:
            self.take_list(Path(name))

    def take_list(self, path: Path) -> ImportPreview | None:
        """Import a list; one with another header has its columns matched first (the dialog)."""
        preview = self._preview(path)
        if preview is None:
            return None
        if preview.standard:
            self._import_and_show(path, None)
            return None
        dialog = ImportPreview(preview, self)
        dialog.chosen.connect(lambda mapping: self._import_and_show(path, mapping))
        dialog.open()
        return dialog

    def _preview(self, path: Path) -> ListPreview | None:
        with self.acting(), long_work(self, self.tr("正在打开列表"), "") as work:
            return preview_list(self.desk, path, work.progress)
        return None

    def _import_and_show(self, path: Path, mapping: dict[str, str] | None) -> None:
        report = self.import_file(path, mapping)
        if report is not None:
            ImportResult(report, self).open()

    def import_file(self, path: Path, mapping: dict[str, str] | None = None) -> ImportReport | None:
        """Import a list; None where the file as a whole is no list."""
        report = None
        texts = (self.tr("正在读取列表"), self.tr("正在导入"), self.tr("停止"))
        with self.acting(), long_work(self, *texts) as work:
            report = import_list(
                self.desk, path, work.progress, mapping=mapping, cancelled=work.cancelled
            )
        if report is not None:
            self.refresh()
            self.changed.emit()
        return report

    def export(self) -> ExportDialog | None:
        """Export what the words and the state find; None for whoever may not."""
        dialog = None
        with self.acting():
            chosen = self.state.currentData()
            words = self.words.text().strip()
            dialog = ExportDialog(self.desk, words, [chosen] if chosen else [], self)
            dialog.open()
        return dialog
