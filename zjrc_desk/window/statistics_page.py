"""统计: what was declared in a period; every figure opens the list it counts."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from zjrc_desk.desk import statistics
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.statistics import DECLARING, KIND_LABEL, OVERLAPPING, PART_LABEL, PARTS, Figures
from zjrc_desk.registry.normalise import normalise_date
from zjrc_desk.window.background import Background
from zjrc_desk.window.bar_chart import BarDelegate, Chart, print_charts
from zjrc_desk.window.flow import Columns, Words
from zjrc_desk.window.language import tr
from zjrc_desk.window.monthly_export import export_month
from zjrc_desk.window.page import Page, button, practice_words
from zjrc_desk.window.printing import choose_printer
from zjrc_desk.window.tables import Table

_OWN = "own"


def periods(today: date) -> dict[str, tuple[str, str, str]]:
    """What can be chosen: key to label, first and last day."""
    first = today.replace(day=1)
    before = first - timedelta(days=1)
    year, last = f"{today.year:04}", f"{today.year - 1:04}"
    return {
        "month": ("本月", first.isoformat(), today.isoformat()),
        "before": ("上月", before.replace(day=1).isoformat(), before.isoformat()),
        "year": ("今年", f"{year}-01-01", today.isoformat()),
        "last": ("去年", f"{last}-01-01", f"{last}-12-31"),
        "all": ("全部时间", "", ""),
    }


def whole_month(since: str, until: str, today: date) -> str:
    """The month (``YYYY-MM``) of which a period leaves no day out that was; empty for any other."""
    try:
        first, end = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        return ""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    whole = first.day == 1 and min(last, today) <= end <= last
    return since[:7] if whole else ""


class StatisticsPage(Page):
    """``wanted``: a figure whose list is to be opened, and what it counts in words."""

    help_section = "statistics"
    wanted = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("统计"))
        self._background = Background(self)
        self._figures: Figures | None = None
        self._asked: tuple[str, str] | None = None
        #: The month whose 月报 is offered; empty where none is.
        self._month = ""
        self._build_period()
        self._build_totals()
        self._build_parts()
        self._choose_period()

    # -- building -------------------------------------------------------------------------------

    def _build_period(self) -> None:
        self.period = QComboBox()
        self.period.setAccessibleName(self.tr("时间"))
        for key, (label, _, _) in periods(self.desk.today()).items():
            self.period.addItem(self.tr(label), key)
        self.period.addItem(self.tr("自选"), _OWN)
        self.since, self.until = QLineEdit(), QLineEdit()
        for day, name in ((self.since, self.tr("从")), (self.until, self.tr("到"))):
            day.setAccessibleName(name)
            day.setPlaceholderText("2026-01-31")
            # Its own width: no more, and at 180 % no less.
            day.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            day.textEdited.connect(lambda _text: self._own_period())
            day.editingFinished.connect(self.refresh)
        self.period.activated.connect(lambda _index: self._choose_period())
        self.print_button = button(self.tr("打印…"), self.print_it, "Ctrl+P")
        self.print_button.setShortcut("Ctrl+P")
        self.report = button(
            self.tr("导出月报（XLSX）…"), self.export, self.tr("月报是整月的：先把时间选为整个月")
        )
        line = self.row(
            _together(self.tr("时间"), self.period),
            _together(self.tr("从"), self.since),
            _together(self.tr("到"), self.until),
        )
        line.addWidget(self.print_button)
        line.addWidget(self.report)

    def _build_totals(self) -> None:
        self.totals: dict[str, QPushButton] = {}
        line = Columns(len(DECLARING))
        line.setSpacing(self.body.spacing())
        for kind in DECLARING:
            one = button("", partial(self._open_total, kind), self.tr("打开列表"))
            one.setObjectName("figure")
            self.totals[kind] = one
            line.addWidget(one)
        self.body.addLayout(line)

    def _build_parts(self) -> None:
        self.kind, self.part = QComboBox(), QComboBox()
        for kind in DECLARING:
            self.kind.addItem(self.tr(KIND_LABEL[kind]), kind)
        for part in PARTS:
            self.part.addItem(self._by(part), part)
        self.part.setCurrentIndex(PARTS.index("category"))
        self.kind.setAccessibleName(self.tr("种类"))
        self.part.setAccessibleName(self.tr("按什么分"))
        for box in (self.kind, self.part):
            box.currentIndexChanged.connect(lambda _index: self._show_bars())
        self.note = Words()
        self.note.setObjectName("quiet")
        self.row(self.kind, self.part, self.note)
        headings = (self.tr("项目"), self.tr("份数"), self.tr("比较"))
        self.table = Table(self.tr("统计"), headings, 2)
        self.bars = BarDelegate()
        self.table.setItemDelegateForColumn(2, self.bars)
        self.table.activated.connect(lambda _index: self._open_bar())
        self.body.addWidget(self.table, 1)
        keys = QLabel(self.tr("Enter 或双击打开列表"))
        keys.setObjectName("quiet")
        self.body.addWidget(keys)

    def _by(self, part: str) -> str:
        return self.tr("按{part}").format(part=self.tr(PART_LABEL[part]))

    # -- the period ------------------------------------------------------------------------------

    def _choose_period(self) -> None:
        if self.period.currentData() == _OWN:
            self.since.setFocus()
            return
        self._fill_days()
        if self.isVisible():
            self.refresh()

    def _fill_days(self) -> None:
        """The days of what is chosen, as of today; those that were typed stay."""
        key = self.period.currentData()
        if key != _OWN:
            _, since, until = periods(self.desk.today())[key]
            self.since.setText(since)
            self.until.setText(until)

    def _own_period(self) -> None:
        self.period.setCurrentIndex(self.period.findData(_OWN))
        self._offer_report()

    def _days(self) -> tuple[str, str]:
        return normalise_date(self.since.text()), normalise_date(self.until.text())

    def _offer_report(self) -> None:
        """A 月报 counts a whole month: beside the figures of a part it would give others."""
        self._month = whole_month(*self._days(), self.desk.today())
        self.report.setEnabled(bool(self._month) and self.desk.records)

    # -- counting --------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Count anew, beside the window; the page may stand there over midnight."""
        self._fill_days()
        since, until = self._days()
        self._offer_report()
        with self.acting():
            statistics.check_period(since, until)
            self._asked = (since, until)
            self.note.setText(self.tr("正在统计…"))
            work = partial(statistics.figures, self.desk, since, until)
            self._background.start(work, self._counted)

    def _counted(self, done: Future[Figures]) -> None:
        with self.acting():
            figures = done.result()
            if (figures.since, figures.until) == self._asked:
                self._figures = figures
                self._show()

    def leave(self) -> bool:
        """The store may be closed next: end what is being counted."""
        self._background.finish()
        return True

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        assert self._figures is not None, "something was counted"
        for kind, one in self.totals.items():
            text = f"{self.tr(KIND_LABEL[kind])}  {self._figures.totals[kind]:,}"
            one.setText(text)
            one.setAccessibleName(text)
        self._show_bars()

    def _show_bars(self) -> None:
        if self._figures is None:
            return
        part = str(self.part.currentData())
        bars = self._figures.part(str(self.kind.currentData()), part)
        self.bars.most = max((bar.number for bar in bars), default=1)
        self.table.rows.fill(
            [(str(n), (tr(bar.label), f"{bar.number:,}", "")) for n, bar in enumerate(bars)]
        )
        self.note.setText("　".join([*self._notes(part), *self._no_report()]))

    def _notes(self, part: str) -> list[str]:
        assert self._figures is not None, "something was counted"
        notes = []
        if part in OVERLAPPING:
            notes.append(self.tr("一份登记可以算在几项里。"))
        if self._figures.erased:
            notes.append(
                self.tr("另有 {n} 份的个人信息已经删除，不计在内。").format(n=self._figures.erased)
            )
        return notes

    def _no_report(self) -> list[str]:
        """Why there is no 月报 where one could be expected: of a part of a month."""
        assert self._figures is not None, "something was counted"
        since, until = self._figures.since, self._figures.until
        if not since or since[:7] != until[:7] or not self.desk.records:
            return []
        if whole_month(since, until, self.desk.today()):
            return []
        return [self.tr("这里只是这个月的一部分；要导出月报，请把时间选为整个月。")]

    # -- acts ------------------------------------------------------------------------------------

    def _open_total(self, kind: str) -> None:
        if self._figures is not None:
            counted = self._figures.total(kind)
            self.wanted.emit(counted, statistics.said(counted, say=tr))

    def _open_bar(self) -> None:
        chosen = self.table.chosen()
        if chosen is None or self._figures is None:
            return
        part = str(self.part.currentData())
        bar = self._figures.part(str(self.kind.currentData()), part)[int(chosen)]
        self.wanted.emit(bar.counted, statistics.said(bar.counted, bar.label, tr))

    def export(self) -> None:
        """The 月报 of the month that is shown, as a table; also where it ended meanwhile."""
        export_month(self, self._month)

    def print_it(self) -> None:
        """Ask for the printer, then print every part of the kind that is chosen."""
        printer = choose_printer(self, copies=1)
        if printer is not None:
            printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
            with self.acting():
                # The figures of the period that stands above, not those before it.
                self._background.finish()
                self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """The charts on paper; witnesses are named on the screen only.

        Raises LetterError T10 where the printer does not take them.
        """
        if self._figures is None:
            return
        kind = str(self.kind.currentData())
        period = tr(statistics.period(self._figures.since, self._figures.until))
        totals = [f"{tr(KIND_LABEL[one])} {n:,}" for one, n in self._figures.totals.items()]
        mark = [practice_words()] if self.desk.practising else []
        notes = [*mark, self.desk.point.name, period, "　".join(totals), *self._notes("category")]
        charts: Sequence[Chart] = [
            (
                f"{tr(KIND_LABEL[kind])} · {self._by(part)}",
                [(tr(bar.label), bar.number) for bar in self._figures.part(kind, part)],
            )
            for part in PARTS
            if part != "witness"
        ]
        print_charts(printer, self.tr("登记统计"), notes, charts)


def _together(caption: str, control: QWidget) -> QWidget:
    """A control with its words before it, also where a line has to be broken."""
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(QLabel(caption))
    line.addWidget(control)
    return both
