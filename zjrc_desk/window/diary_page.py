"""日志: what the point does beside registering, and its figures of the month."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QLabel, QTabWidget

from zjrc_desk.desk import diary
from zjrc_desk.desk.monthly import MonthlyCounts, monthly_counts
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import DiaryEntry
from zjrc_desk.window.act_dialogs import ActDialog, Origin
from zjrc_desk.window.diary_tab import DiaryTab
from zjrc_desk.window.diary_tabs import EventTab, ShiftTab, TeamTab, VisitTab
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.monthly_export import export_month
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.paper_printer import PaperPrinter

#: How far back the month can be chosen.
_MONTHS = 36


class DiaryPage(Page):
    """The month and its figures on top; a tab for each kind."""

    help_section = "diary"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("日志"))
        self.month = QComboBox()
        self.month.setAccessibleName(self.tr("月份"))
        #: Whether the month that is shown is the one that goes on, until somebody chooses another.
        self._current = True
        self.figures = [QLabel() for _ in range(7)]
        self.kinds: list[DiaryTab] = []
        self._fill_months()
        line = Flow()
        line.addWidget(self.month)
        self.printer = PaperPrinter(self)
        if desk.records:
            line.addWidget(button(self.tr("打印月报"), self.print_report))
            line.addWidget(button(self.tr("导出月报…"), self.export_report, self.tr("Excel 表格")))
        self.body.addLayout(line)
        figures = Flow()
        for figure in self.figures:
            figure.setObjectName("card")
            figure.setMargin(8)
            figures.addWidget(figure)
        self.body.addLayout(figures)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("日志种类"))
        self.kinds = [kind(self) for kind in (EventTab, VisitTab, TeamTab, ShiftTab)]
        for tab in self.kinds:
            self.tabs.addTab(tab, self.tr(tab.title))
            tab.changed.connect(self._changed)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _number: self._turned())
        self.month.currentIndexChanged.connect(self._chosen)

    def _fill_months(self) -> None:
        """The newest first; called again, those that began since.

        The chosen one stays; where that was the current one, its successor is shown, but not under
        what somebody is typing.
        """
        today = self.desk.today()
        count = today.year * 12 + today.month - 1
        place = 0
        self.month.blockSignals(True)
        for number in range(count, count - _MONTHS, -1):
            year, month = number // 12, number % 12 + 1
            key = f"{year:04}-{month:02}"
            found = self.month.findData(key)
            if found < 0:
                text = self.tr("{year} 年 {month} 月").format(year=year, month=month)
                self.month.insertItem(place, text, key)
            place = max(place, found) + 1
        if self._current and not any(tab.half_typed() for tab in self.kinds):
            self.month.setCurrentIndex(0)
        self.month.blockSignals(False)

    def _chosen(self, index: int) -> None:
        self._current = index == 0
        self.refresh()

    def print_report(self) -> None:
        """The 月报 of the month that is shown."""
        self.printer.print_paper("monthly", str(self.month.currentData()))

    def export_report(self) -> None:
        """The 月报 of the month that is shown, as a table."""
        export_month(self, str(self.month.currentData()))

    def _turned(self) -> None:
        self.leave()
        self.refresh()

    def _changed(self) -> None:
        self._fill_months()
        self._fill()
        self.changed.emit()

    def refresh(self) -> None:
        for tab in self.kinds:
            tab.begin_the_day()
        self._fill_months()
        with self.acting():
            self._fill()

    def _fill(self) -> None:
        month = str(self.month.currentData())
        counts = monthly_counts(self.desk, month)
        for label, text in zip(self.figures, self._words(counts), strict=True):
            label.setText(text)
        for tab in self.kinds:
            tab.refresh(month, counts)

    def _words(self, now: MonthlyCounts) -> list[str]:
        declared, events, reached = now.declarations, now.events, now.reached
        return [
            self.tr("登记 {n} · 变更 {c}").format(n=declared["intention"], c=declared["change"]),
            self.tr("撤销 {n} · 不捐献 {r}").format(
                n=declared["withdrawal"], r=declared["refusal"]
            ),
            self.tr("宣传 {n} 次 {p} 人").format(n=events["publicity"], p=reached["publicity"]),
            self.tr("咨询 {n} 次 {p} 人").format(
                n=events["consultation"], p=reached["consultation"]
            ),
            self.tr("走访 {n} 次 {p} 人").format(n=now.visits, p=now.visited),
            self.tr("值班 {n} 次").format(n=now.shifts),
            self.tr("见证 {n} 次").format(n=now.witness_acts),
        ]

    def current(self) -> DiaryTab:
        """The tab in front."""
        return self.kinds[self.tabs.currentIndex()]

    def save(self) -> None:
        """Ctrl+S: record what is in the form in front."""
        self.current().record()

    def leave(self) -> bool:
        kept = [tab.keep() for tab in self.kinds]
        return all(kept)

    def go_on(self, draft: DiaryEntry) -> None:
        """Open the draft that somebody was filling in again, and say so."""
        tab = next(tab for tab in self.kinds if isinstance(draft, tab.kind))
        self.tabs.setCurrentWidget(tab)
        with self.acting(self.tr("已打开上次没有填完的这一条草稿。")):
            tab.show_entry(diary.open_entry(self.desk, draft))
        tab.take_focus()

    def open_again(self, origin: Origin) -> ActDialog | None:
        """The small window that asks why, of an entry; None where it can't be done any more."""
        tab = next(tab for tab in self.kinds if tab.title == origin.kind)
        self.tabs.setCurrentWidget(tab)
        with self.acting():
            tab.show_entry(diary.open_entry(self.desk, tab.kind(id=int(origin.record))))
            return tab.open_again(origin.act)
        return None

    def unkept(self) -> dict[int, DiaryEntry]:
        """What is on the forms and not on the disk, by the number of its tab."""
        found = {number: tab.unkept() for number, tab in enumerate(self.kinds)}
        return {number: entry for number, entry in found.items() if entry is not None}

    def take_up(self, entries: Mapping[int, DiaryEntry]) -> None:
        """What could not be kept before the window was locked: kept now, or shown as unsaved."""
        for number, entry in entries.items():
            self.kinds[number].take_up(entry)
            self.tabs.setCurrentIndex(number)
