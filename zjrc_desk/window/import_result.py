"""What became of an imported list: a table that can be saved."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from zjrc_desk.desk.import_list import IMPORTED, REFUSED, UNCHANGED, ImportReport
from zjrc_desk.window.page import BAD, GOOD, WARN, Banner, button
from zjrc_desk.window.tables import Table

_WORDS = {IMPORTED: "已导入", REFUSED: "拒收", UNCHANGED: "已有，未变"}


class ImportResult(QDialog):
    """Refused rows first, with line, field, code and reason."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导入结果"))
        self.resize(1000, 640)
        self._report = report
        self.headings = [self.tr(t) for t in ("行", "结果", "编号", "栏目", "代码", "原因和办法")]
        self.banner = Banner()
        refused = report.count(REFUSED)
        self.banner.say(
            self.tr("导入 {imported} 行，拒收 {refused} 行，已有 {unchanged} 行。").format(
                imported=report.count(IMPORTED),
                refused=refused,
                unchanged=report.count(UNCHANGED),
            ),
            WARN if refused else GOOD,
        )
        self.table = Table(self.tr("导入结果"), self.headings, 5)
        self.table.rows.fill([("", line) for line in self.lines()])
        self.table.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.banner)
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
            start = [str(row.line), _WORDS[row.status], row.serial]
            lines += [[*start, p.field, p.code, p.message] for p in row.problems]
            if not row.problems:
                lines.append([*start, "", "", ""])
        return lines

    def choose_file(self) -> None:
        """Ask where to, and save."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("另存导入结果"), self.tr("导入结果.csv"), self.tr("表格 (*.csv)")
        )
        if not name:
            return
        try:
            self.save(Path(name))
        except OSError:
            self.banner.say(self.tr("不能写入这个文件。请换一个文件夹再存。（D07）"), BAD)
        else:
            self.banner.say(self.tr("已保存。"))

    def save(self, path: Path) -> None:
        """As CSV with a byte order mark, so that spreadsheets read the Chinese; OSError."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(self.headings)
            writer.writerows(self.lines())
