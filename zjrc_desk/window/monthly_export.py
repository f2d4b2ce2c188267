"""导出月报: asks where to, and writes it."""

from __future__ import annotations

from zjrc_desk.desk.monthly_workbook import export_monthly
from zjrc_desk.window.file_dialogs import ask_save
from zjrc_desk.window.language import tr
from zjrc_desk.window.page import Page


def export_month(page: Page, month: str) -> None:
    """The 月报 of ``month`` (``YYYY-MM``) as XLSX, said on the page."""
    suggested = page.desk.marked(tr("月报 {month}.xlsx").format(month=month))
    path = ask_save(page, tr("导出月报"), suggested, tr("Excel 表格 (*.xlsx)"))
    if path is not None:
        with page.acting(tr("已导出月报。")):
            export_monthly(page.desk, path, month)
