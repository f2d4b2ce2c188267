"""审计: who did what when; for auditor and administrator."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from zjrc_desk.desk import audit_trail
from zjrc_desk.desk.audit_trail import TrailEntry, TrailFilter
from zjrc_desk.desk.check import Report
from zjrc_desk.desk.session import Desk
from zjrc_desk.window.backup_panel import found_words
from zjrc_desk.window.file_dialogs import ask_save
from zjrc_desk.window.filters import day_of, no_days
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import tr
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.page import BAD, Page, button
from zjrc_desk.window.store_care import StoreCare
from zjrc_desk.window.tables import Table

_MOST = 500


class AuditPage(Page):
    """Filters above, the newest entries below; nothing here names a volunteer."""

    help_section = "audit"

    def __init__(self, desk: Desk, care: StoreCare) -> None:
        super().__init__(desk, self.tr("审计"))
        self._care = care
        self.since = self._line(self.tr("从 2026-11-24"))
        self.until = self._line(self.tr("到"))
        self.staff = self._box(self.tr("人员"))
        self.action = self._box(self.tr("操作"))
        self.record = self._line(self.tr("登记编号"))
        filters = Flow()
        for widget in (self.since, self.until, self.staff, self.action, self.record):
            filters.addWidget(widget)
        self.body.addLayout(filters)
        self.row(
            button(self.tr("查看"), self.show_found, primary=True),
            button(self.tr("清除筛选"), self.clear),
            button(self.tr("导出审计记录…"), self.choose_file),
            button(self.tr("检查登记库"), self.check),
        )
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.body.addWidget(self.count)
        headings = [self.tr(text) for text in audit_trail.HEADER]
        self.table = Table(self.tr("审计记录"), headings, 3)
        self.body.addWidget(self.table, 1)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setMinimumHeight(36)
        line.returnPressed.connect(self.show_found)
        return line

    def _box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.addItem(self.tr("{name}：全部").format(name=name), "")
        box.setMinimumHeight(36)
        return box

    def refresh(self) -> None:
        with self.acting():
            staff, actions = audit_trail.choices(self.desk)
            _fill(self.staff, {number: number for number in staff if number})
            _fill(self.action, {action: tr(audit_trail.label(action)) for action in actions})
        self.show_found()

    def wanted(self) -> TrailFilter:
        """The filter that is set; what is no day does not narrow, and is said to be none."""
        action = str(self.action.currentData())
        return TrailFilter(
            since=day_of(self.since.text()),
            until=day_of(self.until.text()),
            staff=str(self.staff.currentData()),
            actions=(action,) if action else (),
            record=self.record.text(),
        )

    def show_found(self) -> None:
        """The newest entries that are wanted."""
        with self.acting():
            total, found = audit_trail.entries(self.desk, self.wanted(), most=_MOST)
            self.table.rows.fill([(str(one.number), _cells(one)) for one in found])
            text = self.tr("共 {total} 条").format(total=total)
            if total > len(found):
                text += self.tr("，显示最新的 {shown} 条；全部的请导出").format(shown=len(found))
            self.count.setText(text)
            self.banner.say(self._no_days(), BAD)

    def _no_days(self) -> str:
        return no_days(self.since.text(), self.until.text())

    def clear(self) -> None:
        """No filter."""
        for line in (self.since, self.until, self.record):
            line.clear()
        for box in (self.staff, self.action):
            box.setCurrentIndex(0)
        self.show_found()

    def choose_file(self) -> None:
        """Ask where to."""
        path = ask_save(
            self,
            self.tr("导出审计记录"),
            self.desk.marked(
                self.tr("审计记录 {day}.xlsx").format(day=self.desk.today().isoformat())
            ),
            self.tr("Excel 表格 (*.xlsx);;CSV (*.csv)"),
        )
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write what is wanted; not where it would be more than was meant."""
        if self._no_days():
            self.show_found()
            return
        with self.acting(), long_work(self, "", self.tr("正在导出")) as work:
            count = work.run(
                partial(audit_trail.export, self.desk, path, self.wanted(), work.progress)
            )
            self.banner.say(self.tr("已导出 {count} 条：{path}").format(count=count, path=path))

    def check(self) -> None:
        """Check the store."""
        self._care.check(self, self._say)

    def _say(self, report: Report) -> None:
        lines = [tr(report.summary()), *found_words(report)]
        if not report.sound:
            self.banner.say("\n".join([*lines[:12], *map(tr, report.notes)]), BAD)
        self.refresh_keeping_words()

    def refresh_keeping_words(self) -> None:
        """The check itself is an entry; what was found stays on the banner."""
        words, mood = self.banner.text(), str(self.banner.property("mood"))
        self.show_found()
        self.banner.say(words, mood)


def _cells(entry: TrailEntry) -> list[str]:
    """As exported, with the action in the window's language."""
    return [
        tr(text) if heading == "操作" else text
        for heading, text in zip(audit_trail.HEADER, audit_trail.cells(entry), strict=True)
    ]


def _fill(box: QComboBox, labels: dict[str, str]) -> None:
    chosen = box.currentData()
    while box.count() > 1:
        box.removeItem(1)
    for value, label in labels.items():
        box.addItem(label, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
