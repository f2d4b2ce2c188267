"""Printing all letters that wait: stopped in the middle, onto a file, with a disk that fills up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog

from tests.desk.lists import rows, written
from tests.window.test_papers import file_printer
from tests.window.test_unkept import Disk
from tests.window.test_unkept import disk as disk
from zjrc_desk.desk.import_list import import_list
from zjrc_desk.desk.print_letter import waiting
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import State
from zjrc_desk.window.batch_printing import print_onto, print_waiting
from zjrc_desk.window.printing import print_pdf
from zjrc_desk.window.today_page import TodayPage
from zjrc_desk.window.waiting import Waiting
from zjrc_desk.window.workspace import Workspace

PEOPLE = 4


@pytest.fixture
def page(desk: Desk, workspace: Workspace, tmp_path: Path) -> TodayPage:
    import_list(desk, written(tmp_path / "list.csv", rows(PEOPLE)))
    workspace.today.refresh()
    workspace.today.settle()
    return workspace.today


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, Callable[[], object]], None]:
    """Does something once that many letters have come out of the printer."""

    def arrange(number: int, act: Callable[[], object]) -> None:
        came_out: list[bytes] = []

        def printing(pdf: bytes, printer: QPrinter) -> Iterator[int]:
            yield from print_pdf(pdf, printer)
            came_out.append(pdf)
            if len(came_out) == number:
                act()

        monkeypatch.setattr("zjrc_desk.window.batch_printing.print_pdf", printing)

    return arrange


def shown(page: TodayPage) -> tuple[int, int]:
    """How many letters wait to be printed and to be signed, by the page."""
    page.settle()
    numbers = page._numbers
    return int(numbers[State.WITNESSED].text()), int(numbers[State.PRINTED].text())


def test_each_letter_gets_a_file_of_its_own_where_the_printer_is_one(
    page: TodayPage, desk: Desk, tmp_path: Path
) -> None:
    serials = waiting(desk)
    print_onto(page, serials, file_printer(tmp_path / "letters.pdf"))
    assert f"打印了 {PEOPLE} 份意愿书" in page.banner.text()
    assert "每份存成一个文件" in page.banner.text()
    for serial in serials:
        printed = PdfReader(tmp_path / f"letters-{serial}.pdf")
        assert len(printed.pages) >= 2
    assert not (tmp_path / "letters.pdf").exists()


def test_stopped_in_the_middle_the_page_says_what_is_left_and_the_rest_is_printed_later(
    page: TodayPage,
    desk: Desk,
    tmp_path: Path,
    after: Callable[[int, Callable[[], object]], None],
) -> None:
    def stop() -> None:
        (working,) = page.findChildren(Waiting)
        working.reject()

    after(2, stop)
    serials = waiting(desk)
    print_onto(page, serials, file_printer(tmp_path / "letters.pdf"))
    assert "打印了 2 份意愿书" in page.banner.text()
    assert "还有 2 份没有打印" in page.banner.text()
    assert waiting(desk) == serials[2:]
    assert shown(page) == (2, 2)
    print_onto(page, waiting(desk), file_printer(tmp_path / "letters.pdf"))
    assert shown(page) == (0, PEOPLE)
    assert len(list(tmp_path.glob("letters-*.pdf"))) == PEOPLE


def test_a_disk_that_fills_up_in_the_middle_leaves_it_said_what_came_out_and_what_counts(
    page: TodayPage,
    desk: Desk,
    tmp_path: Path,
    disk: Disk,
    after: Callable[[int, Callable[[], object]], None],
) -> None:
    serials = waiting(desk)
    after(3, lambda: setattr(disk, "full", True))
    print_onto(page, serials, file_printer(tmp_path / "letters.pdf"))
    said = page.banner.text()
    assert "打印了 2 份意愿书" in said
    assert "还有 1 份没有打印" in said
    assert serials[2] in said
    assert "D06" in said
    assert "请作废" in said, "the third one lies in the tray and is not recorded"
    assert waiting(desk) == serials[2:]


def test_a_printer_that_goes_away_in_the_middle_stops_the_row_and_what_came_out_counts(
    page: TodayPage,
    desk: Desk,
    tmp_path: Path,
    after: Callable[[int, Callable[[], object]], None],
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    after(1, lambda: folder.rename(tmp_path / "gone"))
    serials = waiting(desk)
    print_onto(page, serials, file_printer(folder / "letters.pdf"))
    assert "打印了 1 份意愿书" in page.banner.text()
    assert "还有 2 份没有打印" in page.banner.text()
    assert "T10" in page.banner.text()
    assert "请作废" not in page.banner.text()
    assert waiting(desk) == serials[1:]


def test_while_the_printer_is_chosen_the_window_can_be_locked(
    page: TodayPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy: list[object] = []

    def think_better_of_it(_dialog: QPrintDialog) -> QDialog.DialogCode:
        busy.append(QApplication.overrideCursor())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["HP"])
    monkeypatch.setattr(QPrintDialog, "exec", think_better_of_it)
    print_waiting(page)
    assert busy == [None], "in an act it would wait, and with it the lock"
    assert len(waiting(desk)) == PEOPLE
