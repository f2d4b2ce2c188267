"""统计 from the chair: a period is chosen, a figure pressed, and its list stands there."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from tests.bench.crowd import fill
from tests.conftest import TestClock
from zjrc_desk.desk.find import Query, find
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.statistics import figures
from zjrc_desk.window import statistics_page
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.statistics_page import StatisticsPage, periods
from zjrc_desk.window.workspace import Workspace

PEOPLE = 300


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def settle(page: StatisticsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.note.text() != "正在统计…")


@pytest.fixture
def page(desk: Desk, workspace: Workspace, qtbot: QtBot) -> StatisticsPage:
    fill(desk, PEOPLE)
    workspace.show_page(pages.STATISTICS)
    choose(workspace.statistics.period, "all")
    settle(workspace.statistics, qtbot)
    return workspace.statistics


def lines(page: StatisticsPage) -> list[tuple[str, str]]:
    rows = page.table.rows
    return [tuple(rows.line(row)[1][:2]) for row in range(rows.count())]  # type: ignore[misc]


def test_the_figures_shown_are_those_of_the_use_case_by_every_part(
    page: StatisticsPage, desk: Desk
) -> None:
    now = figures(desk)
    assert now.totals["intention"] > 50
    for kind, one in page.totals.items():
        assert one.text().endswith(f"  {now.totals[kind]:,}")
    for part in ("month", "category", "age", "sex", "residence"):
        choose(page.part, part)
        bars = now.part("intention", part)
        assert lines(page) == [(bar.label, f"{bar.number:,}") for bar in bars]
        assert bars
    choose(page.kind, "withdrawal")
    assert sum(int(n.replace(",", "")) for _, n in lines(page)) == now.totals["withdrawal"]


def test_a_bar_and_a_total_open_just_their_registrations_and_the_filter_is_taken_away_again(
    page: StatisticsPage, workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    choose(page.part, "age")
    page.table.setFocus()
    page.table.selectRow(2)
    label, number = lines(page)[2]
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    search = workspace.search
    assert workspace.current() is search
    qtbot.waitUntil(lambda: search.count.text() == f"共 {number} 份")
    assert label in search.filters.counted.text()
    type_text(search.words, "138")
    counted = figures(desk).part("intention", "age")[2].counted
    wanted = find(desk, Query("138", counted=counted)).total
    assert search.count.text() == f"共 {wanted:,} 份", "narrowed further"
    search.words.clear()
    QTest.mouseClick(search.filters.counted, Qt.MouseButton.LeftButton)
    assert search.count.text() == f"共 {PEOPLE:,} 份"
    assert search.filters.counted.isHidden()
    QTest.mouseClick(page.totals["change"], Qt.MouseButton.LeftButton)
    total = f"共 {figures(desk).totals['change']:,} 份"
    qtbot.waitUntil(lambda: search.count.text() == total)


def test_a_period_of_ones_own_is_typed_and_one_that_is_none_is_said(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    type_text(page.since, "2020-01-02")
    type_text(page.until, "2020/1/2")
    QTest.keyClick(page.until, Qt.Key.Key_Return)
    settle(page, qtbot)
    now, now_all = figures(desk, "2020-01-02", "2020-01-02"), figures(desk).totals["intention"]
    assert 0 < now.totals["intention"] < now_all
    assert page.totals["intention"].text().endswith(f"  {now.totals['intention']:,}")
    assert page.period.currentText() == "自选"
    page.refresh()
    assert page.note.text() == "正在统计…", "only begun: the window goes on meanwhile"
    settle(page, qtbot)
    page.until.clear()
    type_text(page.until, "2019-12-31")
    QTest.keyClick(page.until, Qt.Key.Key_Return)
    assert "W02" in page.banner.text()


def counted(page: StatisticsPage, since: str, until: str, qtbot: QtBot) -> StatisticsPage:
    """The page with days that were typed."""
    for line, day in ((page.since, since), (page.until, until)):
        line.clear()
        type_text(line, day)
    QTest.keyClick(page.until, Qt.Key.Key_Return)
    settle(page, qtbot)
    return page


@pytest.mark.parametrize(
    ("since", "until"),
    [("2026-10-10", "2026-10-20"), ("20261002", "20261031"), ("2026-11-01", "2026-11-23")],
)
def test_of_a_part_of_a_month_there_is_no_report_and_the_page_says_why(
    page: StatisticsPage, qtbot: QtBot, since: str, until: str
) -> None:
    counted(page, since, until, qtbot)
    assert not page.report.isEnabled(), "its figures would not be those on the screen"
    assert "请把时间选为整个月" in page.note.text()
    assert "整月" in page.report.toolTip()


@pytest.mark.parametrize(
    ("since", "until"),
    [("20261001", "2026/10/31"), ("2026-11-01", "2026-11-24"), ("2026-11-01", "2026-11-30")],
)
def test_the_report_of_a_whole_month_or_of_this_one_so_far_is_offered(
    page: StatisticsPage, qtbot: QtBot, since: str, until: str
) -> None:
    counted(page, since, until, qtbot)
    assert page.report.isEnabled()
    assert "整个月" not in page.note.text()
    type_text(page.until, "x")
    assert not page.report.isEnabled(), "at once, before anything is counted"


def test_a_report_pressed_after_midnight_is_of_the_month_on_the_screen(
    page: StatisticsPage, clock: TestClock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.time = datetime(2026, 11, 29, 23, 59, tzinfo=clock.time.tzinfo)
    choose(page.period, "month")
    settle(page, qtbot)
    clock.time += timedelta(minutes=2)
    asked: list[str] = []
    monkeypatch.setattr(statistics_page, "export_month", lambda _page, month: asked.append(month))
    QTest.mouseClick(page.report, Qt.MouseButton.LeftButton)
    assert asked == ["2026-11"]


def test_over_a_month_s_end_this_month_is_the_new_one_and_days_that_were_typed_stay(
    page: StatisticsPage, workspace: Workspace, clock: TestClock, qtbot: QtBot
) -> None:
    choose(page.period, "month")
    settle(page, qtbot)
    clock.time = datetime(2026, 12, 1, 0, 5, tzinfo=clock.time.tzinfo)
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.STATISTICS)
    settle(page, qtbot)
    assert (page.since.text(), page.until.text()) == ("2026-12-01", "2026-12-01")
    assert page.period.currentText() == "本月"
    counted(page, "2026-11-03", "2026-11-04", qtbot)
    clock.time += timedelta(days=31)
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.STATISTICS)
    settle(page, qtbot)
    assert (page.since.text(), page.until.text()) == ("2026-11-03", "2026-11-04")


def test_the_charts_are_printed_with_their_figures_and_without_witnesses(
    page: StatisticsPage, desk: Desk, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "charts.pdf"))
    page.print_on(printer)
    printed = "".join(one.extract_text() for one in PdfReader(tmp_path / "charts.pdf").pages)
    for bar in figures(desk).part("intention", "age"):
        assert f"{bar.number:,}" in printed
    assert "见证人" not in printed


def test_a_printer_that_takes_no_charts_or_is_not_there_is_said(
    page: StatisticsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printers: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: printers)
    page.print_it()
    assert "T09" in page.banner.text()

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        assert QApplication.overrideCursor() is None, "the window can be locked meanwhile"
        dialog.printer().setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    printers.append("HP")
    page.print_it()
    assert "T10" in page.banner.text()


def test_the_periods_offered_end_where_their_months_do() -> None:
    offered = {key: days for key, (_, *days) in periods(date(2024, 3, 31)).items()}
    assert offered == {
        "month": ["2024-03-01", "2024-03-31"],
        "before": ["2024-02-01", "2024-02-29"],
        "year": ["2024-01-01", "2024-03-31"],
        "last": ["2023-01-01", "2023-12-31"],
        "all": ["", ""],
    }
    assert periods(date(2026, 1, 5))["before"][1:] == ("2025-12-01", "2025-12-31")
