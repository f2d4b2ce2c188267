"""查询: one field finds by name, pinyin, number, phone, serial or room; filters; and import.

By keyboard: typing searches, Down goes into the list, Enter opens, Esc or typing goes back to the
field; Alt with a filter's letter goes there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from zjrc_desk.desk.find import Counted, Query, Summary, at_once, find, get_ready
from zjrc_desk.desk.import_list import ImportReport, import_list
from zjrc_desk.desk.list_form import ListPreview, preview_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import batches
from zjrc_desk.registry.life import STATE_LABEL
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.background import Background
from zjrc_desk.window.export_dialog import ExportDialog
from zjrc_desk.window.file_dialogs import ask_open
from zjrc_desk.window.filters import Filters
from zjrc_desk.window.flow import Words
from zjrc_desk.window.import_preview import ImportPreview
from zjrc_desk.window.import_result import ImportResult
from zjrc_desk.window.language import tr
from zjrc_desk.window.lazy_rows import LazyRows
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.tables import Line, Table
from zjrc_desk.window.turns import stand_back

_HEADINGS = ("编号", "姓名", "证件号码", "手机", "房间", "种类", "状态", "登记日期")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


class FindPage(Page):
    """``opened`` gives the record id of the registration that was chosen."""

    help_section = "find"
    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("查询"))
        self._background = Background(self)
        self._preparing = self._waiting = False
        self._shown: Query | None = None
        self.words = QLineEdit()
        self.words.setObjectName("words")
        self.words.setAccessibleName(self.tr("查询"))
        self.words.setPlaceholderText(self.tr("姓名、拼音首字母、证件号码、电话、编号或房间"))
        self.words.setClearButtonEnabled(True)
        line = self.row(self.words)
        if desk.records:
            line.addWidget(button(self.tr("导入列表…"), self.choose_list))
            line.addWidget(button(self.tr("导出…"), self.export))
        self.filters = Filters()
        self.body.addWidget(self.filters)
        self.state = self.filters.state
        self.count = QLabel()
        keys = Words(
            self.tr("几个词用空格隔开　↓ 进入列表　Enter 打开　Esc 回到查询栏　Alt+字母 到筛选")
        )
        keys.setObjectName("quiet")
        self.row(self.count).addWidget(keys)
        self.rows = LazyRows([self.tr(text) for text in _HEADINGS])
        self.table = Table(self.tr("登记列表"), [self.tr(text) for text in _HEADINGS], 1, self.rows)
        self.body.addWidget(self.table, 1)
        self._connect()
        self._prepare(Query())

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        # Looks at the rows in sight only; there may be hundreds of thousands.
        header.setResizeContentsPrecision(0)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self.filters.sort_by)
        self.table.activated.connect(lambda _index: self._open())
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.words.textChanged.connect(lambda _text: self.ask())
        self.filters.changed.connect(self.ask)
        for control in (self.words, self.table, *self.filters.controls()):
            control.installEventFilter(self)

    def refresh(self) -> None:
        """Ask again, and which batches there are; an empty field shows the newest."""
        with self.acting():
            self.filters.offer_batches({b.batch_id: b.file_name for b in batches(self.desk)})
        self.ask()

    def show_counted(self, counted: Counted, said: str) -> None:
        """Show the registrations in a figure of the statistics, and nothing else narrows them."""
        self._narrow(lambda: self.filters.narrow_to(counted, said))

    def show_state(self, state: str) -> None:
        """Show the registrations in a state, and nothing else narrows them."""
        self._narrow(lambda: self.state.setCurrentIndex(self.state.findData(state)))

    def _narrow(self, choose: Callable[[], None]) -> None:
        """Only by what ``choose`` sets; asked when the page is turned to."""
        self.words.blockSignals(True)
        self.words.clear()
        self.words.blockSignals(False)
        self.filters.blockSignals(True)
        self.filters.clear()
        choose()
        self.filters.blockSignals(False)

    def leave(self) -> bool:
        """The store may be closed next: end what is being read from it."""
        self._waiting = False
        self._background.finish()
        self.rows.forget()
        return True

    def ask(self) -> None:
        """Show what is found now, or as soon as the rows are read and sorted."""
        if not self.isVisible():
            # Asked when the page is turned to.  A hidden table would look at every row there is to
            # find how wide its columns are.
            return
        query = self.filters.query(self.words.text())
        with self.acting():
            if at_once(self.desk, query):
                self._show(query)
                return
        self._waiting = True
        self.count.setText(self.tr("正在准备查询…"))
        if not self._preparing:
            self._prepare(query)

    def _prepare(self, query: Query) -> None:
        self._preparing = True
        self._background.start(partial(get_ready, self.desk, query, stand_back), self._prepared)

    def _prepared(self, done: Future[None]) -> None:
        self._preparing = False
        waiting, self._waiting = self._waiting, False
        with self.acting():
            done.result()
            if waiting:
                # Asked anew, for something else may have been typed meanwhile.
                self.ask()

    def _show(self, query: Query) -> None:
        # The chosen line stays chosen where it still stands there.
        row, chosen = self.table.currentIndex().row(), self.table.chosen()
        if query != self._shown:
            # Another answer is read from its beginning, wherever somebody was in the one before.
            self.table.scrollToTop()
            self._shown = query
        self.rows.ask(partial(self._fetch, query))
        if chosen and row < self.rows.count() and self.rows.key(row) == chosen:
            self.table.selectRow(row)
        descending = (
            Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        )
        self.table.horizontalHeader().setSortIndicator(self.filters.sort.currentIndex(), descending)
        self.count.setText(self._said())

    def _fetch(self, query: Query, first: int, most: int) -> tuple[int, Sequence[Line]]:
        found = find(self.desk, query, first, most)
        return found.total, [_line(one) for one in found.lines]

    def _said(self) -> str:
        if self.rows.count():
            return self.tr("共 {n} 份").format(n=f"{self.rows.count():,}")
        if self.filters.narrowing():
            return self.tr("没有找到。可以清除筛选再试。")
        return self.tr("没有找到。")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keys between field, filters and list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.words:
                return self._key_in_words(event)
            if watched is self.table:
                return self._key_in_table(event)
            if event.key() == Qt.Key.Key_Escape:
                return self._to_words()
            if event.key() in _ENTER and isinstance(watched, QLineEdit):
                return self._to_table()
        return super().eventFilter(watched, event)

    def _key_in_words(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, *_ENTER):
            return self._to_table()
        if event.key() == Qt.Key.Key_Escape:
            self.words.clear()
            return True
        return False

    def _key_in_table(self, event: QKeyEvent) -> bool:
        at_the_top = self.table.currentIndex().row() <= 0
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and at_the_top):
            return self._to_words()
        typed = event.text().strip()
        if typed and typed.isprintable() and event.modifiers() in _TYPING:
            # Not left to Qt, which would look through the first cells of all rows for it.
            self.words.setFocus()
            self.words.end(False)
            QApplication.sendEvent(self.words, event)
            return True
        return False

    def _to_words(self) -> bool:
        self.words.setFocus()
        self.words.selectAll()
        return True

    def _to_table(self) -> bool:
        if self.rows.count():
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            self.table.setFocus()
        return True

    def _open(self) -> None:
        chosen = self.table.chosen()
        if chosen:
            self.opened.emit(chosen)

    def choose_list(self) -> None:
        """Ask for the list and take it in."""
        kinds = self.tr("列表 (*.csv *.txt *.xlsx);;所有文件 (*)")
        path = ask_open(self, self.tr("导入列表"), kinds)
        if path is not None:
            self.take_list(path)

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
            return work.run(partial(preview_list, self.desk, path))
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
            report = work.run(
                partial(
                    import_list,
                    self.desk,
                    path,
                    work.progress,
                    mapping=mapping,
                    cancelled=work.cancelled,
                )
            )
        if report is not None:
            self.refresh()
            self.changed.emit()
        return report

    def export(self) -> ExportDialog | None:
        """Export what the words and the filters find; None for whoever may not."""
        dialog = None
        with self.acting():
            dialog = ExportDialog(self.desk, self.filters.query(self.words.text()), self)
            dialog.open()
        return dialog


def _line(one: Summary) -> Line:
    cells = (one.serial, one.name, one.document_number, one.phone, one.room)
    state = tr(STATE_LABEL[one.state]) + (tr("（重复）") if one.duplicate else "")
    return one.record_id, (*cells, tr(KIND.label(one.kind)), state, one.declared_at)
