"""What became of an imported list: a table that can be saved."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from zjrc_desk.desk.import_list import IMPORTED, REFUSED, UNCHANGED, ImportReport
from zjrc_desk.desk.outside import write_outside
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.file_dialogs import ask_save
from zjrc_desk.window.language import said, tr
from zjrc_desk.window.page import BAD, GOOD, WARN, Banner, button
from zjrc_desk.window.tables import Table

_WORDS = {IMPORTED: "已导入", REFUSED: "拒收", UNCHANGED: "已有，未变"}


class ImportResult(QDialog):
    """Refused rows first, with line, field, code and reason."""

    help_section = "import"

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导入结果"))
        self.resize(1000, 640)
        self._report = report
        self.headings = [self.tr(t) for t in ("行", "结果", "编号", "栏目", "代码", "原因和办法")]
        self.banner = Banner()
        refused = report.count(REFUSED)
        words = self.tr("导入 {imported} 行，拒收 {refused} 行，已有 {unchanged} 行。").format(
            imported=report.count(IMPORTED), refused=refused, unchanged=report.count(UNCHANGED)
        )
        if report.cancelled:
            words += self.tr("后面的行没有导入。再次导入这份列表，会从这里接着做。")
        self.table = Table(self.tr("导入结果"), self.headings, 5)
        self.table.rows.fill([("", line) for line in self.lines()])
        self.table.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.banner)
        self.banner.say(words, WARN if refused or report.cancelled else GOOD)
        layout.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(self.tr("另存为表格…"), self.choose_file))
        buttons.addWidget(button(self.tr("关闭"), self.accept, primary=True))
        layout.addLayout(buttons)

    def lines(self) -> list[list[str]]:
        """One line a problem; a row without one has one line."""
        refused = [row for row in self._report.rows if row.status == REFUSED]
        others = [row for row in self._report.rows if row.status != REFUSED]
        lines = []
        for row in refused + others:
            start = [str(row.line), self.tr(_WORDS[row.status]), row.serial]
            lines += [[*start, tr(p.field), p.code, tr(p.message)] for p in row.problems]
            if not row.problems:
                lines.append([*start, "", "", ""])
        return lines

    def choose_file(self) -> None:
        """Ask where to, and save."""
        path = ask_save(
            self, self.tr("另存导入结果"), self.tr("导入结果.csv"), self.tr("表格 (*.csv)")
        )
        if path is None:
            return
        try:
            self.save(path)
        except ZjrcError as error:
            log.warning("%s", error)
            self.banner.say(said(error), BAD)
        else:
            self.banner.say(self.tr("已保存。"))

    def save(self, path: Path) -> None:
        """As CSV with a byte order mark, so that spreadsheets read the Chinese; D06, D07."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(self.headings)
        writer.writerows(self.lines())
        write_outside(path, text.getvalue().encode("utf-8-sig"))
