"""导出月报: asks where to, and writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from zjrc_desk.desk.monthly_workbook import export_monthly
from zjrc_desk.window.language import tr
from zjrc_desk.window.page import Page


def export_month(page: Page, month: str) -> None:
    """The 月报 of ``month`` (``YYYY-MM``) as XLSX, said on the page."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    suggested = folder / page.desk.marked(tr("月报 {month}.xlsx").format(month=month))
    name, _ = QFileDialog.getSaveFileName(
        page, tr("导出月报"), str(suggested), tr("Excel 表格 (*.xlsx)")
    )
    if name:
        with page.acting(tr("已导出月报。")):
            export_monthly(page.desk, Path(name), month)
