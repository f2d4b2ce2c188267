"""The list of registrations, worked from the keyboard alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.bench.crowd import fill
from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.people import revision, volunteer
from zjrc_desk.desk import register
from zjrc_desk.desk.find import Query, find
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.store import finder
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.find_page import FindPage
from zjrc_desk.window.lazy_rows import PAGE, LazyRows
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.workspace import Workspace

PEOPLE = 1234


@pytest.fixture(scope="session")
def crowded(new_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with PEOPLE in it; tests work on copies."""
    folder = tmp_path_factory.mktemp("crowd") / "store"
    shutil.copytree(new_store, folder)
    desk = sign_in(folder, ADMIN, PASSWORD, TestClock())
    fill(desk, PEOPLE)
    desk.close()
    return folder


@pytest.fixture
def store_folder(crowded: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    shutil.copytree(crowded, folder)
    return folder


@pytest.fixture
def page(workspace: Workspace, qtbot: QtBot) -> FindPage:
    QTest.keyClick(workspace, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is workspace.search.words, (
        "Ctrl+F: the cursor is in the field"
    )
    qtbot.waitUntil(lambda: bool(workspace.search.rows.count()))
    return workspace.search


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to wherever the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)


def alt(letter: str) -> QWidget:
    """Alt with a letter; the control that has the keyboard then."""
    press(getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def cells(page: FindPage, column: int, most: int = 10**6) -> list[str]:
    rows = page.rows
    return [str(rows.data(rows.index(row, column))) for row in range(min(rows.rowCount(), most))]


def test_typing_down_enter_opens_and_escape_leads_back(page: FindPage, qtbot: QtBot) -> None:
    name = cells(page, 1)[700]
    type_text(page.words, name)
    assert set(cells(page, 1)) == {name}, "found with the last key, without waiting"
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.table
    chosen = page.table.chosen()
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.words
    assert page.words.selectedText() == name
    press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [chosen]


@pytest.mark.parametrize("by", ["Ctrl+F", "Ctrl+3", "rail"])
def test_who_comes_back_types_over_the_words_of_the_last_time(
    page: FindPage, workspace: Workspace, by: str
) -> None:
    type_text(page.words, "zhao")
    workspace.show_page(pages.TODAY)
    if by == "rail":
        rail = workspace.rail
        place = rail.visualItemRect(rail.item(pages.FIND)).center()
        QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.keySequence(workspace.window(), QKeySequence(by))
    assert page.words.text() == "zhao", "what was found last is still there to be looked at"
    focus = QApplication.focusWidget()
    assert focus is page.words
    QTest.keyClicks(focus, "qian")
    assert page.words.text() == "qian"


def test_up_from_the_first_line_and_typing_in_the_list_lead_back_to_the_field(
    page: FindPage,
) -> None:
    type_text(page.words, "1")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is page.words
    page.words.deselect()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_3)
    assert page.words.text() == "13"
    assert QApplication.focusWidget() is page.words
    press(Qt.Key.Key_Escape)
    assert page.words.text() == ""


def test_the_count_is_of_all_and_lines_come_as_one_scrolls(page: FindPage) -> None:
    assert page.count.text() == "共 1,234 份"
    assert page.rows.rowCount() == PEOPLE
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.table.currentIndex().row() == PEOPLE - 1
    assert cells(page, 0)[-1].startswith("ZJ-HZ-0001-1-000001-")
    assert len(set(cells(page, 0))) == PEOPLE
    type_text(page.words, "谁也不是")
    assert page.count.text() == "没有找到。"


def test_another_answer_is_read_from_its_beginning_and_the_same_one_stays_where_it_was(
    page: FindPage,
) -> None:
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    page.refresh()
    assert bar.value() > 0, "somebody looked at another page and came back"
    page.filters.sort.setCurrentIndex(page.filters.sort.findData("name"))
    assert bar.value() == 0


def test_only_the_pages_looked_at_are_fetched_and_few_of_them_kept() -> None:
    asked: list[int] = []

    def fetch(first: int, most: int) -> tuple[int, list[tuple[str, list[str]]]]:
        asked.append(first)
        return 10**6, [(str(row), [f"row {row}"]) for row in range(first, first + most)]

    rows = LazyRows(["h"])
    rows.ask(fetch)
    assert rows.rowCount() == 10**6
    assert (rows.key(0), rows.key(PAGE - 1), asked) == ("0", str(PAGE - 1), [0])
    assert rows.data(rows.index(777_777, 0)) == "row 777777"
    assert asked == [0, 777_777 // PAGE * PAGE]
    for page in range(1000):
        rows.key(page * PAGE)
    assert len(rows._pages) <= 50


@pytest.mark.parametrize(
    ("letter", "keys", "kept"),
    [
        ("S", [Qt.Key.Key_Down] * 4, lambda line: line.state == "printed"),
        ("K", [Qt.Key.Key_Down] * 2, lambda line: line.kind == "change"),
        ("D", "2020-01-05", lambda line: line.declared_at >= "2020-01-05"),
        ("E", "2020/1/5", lambda line: line.declared_at <= "2020-01-05"),
    ],
)
def test_a_filter_is_reached_and_set_by_keys(
    letter: str,
    keys: list[Qt.Key] | str,
    kept: Callable[[object], bool],
    page: FindPage,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    everyone = find(desk, Query(), most=PEOPLE).lines
    control = alt(letter)
    if isinstance(keys, str):
        type_text(control, keys)
    else:
        for key in keys:
            press(key)
    assert cells(page, 0) == [line.serial for line in everyone if kept(line)]
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.words
    alt("C")
    qtbot.waitUntil(lambda: page.rows.rowCount() == PEOPLE)


def test_a_batch_is_chosen_by_keys_and_stays_chosen(page: FindPage, desk: Desk) -> None:
    alt("B")
    press(Qt.Key.Key_Down)
    batch = page.filters.batch.currentData()
    right = find(desk, Query(batch_id=batch), most=PEOPLE).lines
    assert 0 < len(right) < 30
    page.refresh()
    assert cells(page, 0) == [line.serial for line in right]


def test_a_day_that_is_none_is_named_and_does_not_narrow(page: FindPage) -> None:
    type_text(alt("D"), "2020-13-41")
    press(Qt.Key.Key_Tab)
    assert "2020-13-41" in page.filters._problem.text()
    assert not page.filters._problem.isHidden()
    assert page.rows.rowCount() == PEOPLE


def click_heading(page: FindPage, column: int) -> None:
    header = page.table.horizontalHeader()
    QTest.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2),
    )


def test_sorting_by_keys_and_by_the_heading(page: FindPage, qtbot: QtBot) -> None:
    days = cells(page, 7)
    assert days == sorted(days, reverse=True), "the newest first"
    alt("O")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    numbers = cells(page, 2)
    assert numbers == sorted(numbers, reverse=True)
    assert page.table.horizontalHeader().sortIndicatorSection() == 2
    alt("R")
    qtbot.waitUntil(lambda: cells(page, 2) == sorted(numbers))
    for order in (False, True):
        click_heading(page, 3)
        phones = cells(page, 3)
        assert phones == sorted(phones, reverse=order)


def test_rooms_stand_in_the_order_of_their_numbers(
    page: FindPage, desk: Desk, qtbot: QtBot
) -> None:
    in_order = ["", "2号楼9室", "2号楼10室", "9室", "10号楼1室", "98室", "99室", "101室", "康乐园"]
    for room in reversed(in_order):
        register.save_draft(desk, revision(volunteer=volunteer(name="欧阳房山", room=room)))
    type_text(page.words, "欧阳房山")
    click_heading(page, 4)
    qtbot.waitUntil(lambda: cells(page, 4) == in_order)
    click_heading(page, 4)
    assert cells(page, 4) == in_order[::-1]


def test_the_chosen_line_stays_chosen_when_one_comes_back(
    page: FindPage, workspace: Workspace
) -> None:
    for _ in range(4):
        press(Qt.Key.Key_Down)
    chosen = page.table.chosen()
    assert chosen is not None
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.FIND)
    assert page.table.chosen() == chosen


def test_a_question_that_needs_all_rows_read_anew_leaves_the_window_free_and_is_answered_last(
    page: FindPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder, "_SMALL", 0)
    page.filters.sort.setCurrentIndex(page.filters.sort.findData("phone"))
    assert page.count.text() == "正在准备查询…", "sorted beside the window, which goes on"
    type_text(page.words, "13")
    found = find(desk, Query("13", sort="phone"), 0, PEOPLE)
    qtbot.waitUntil(lambda: page.count.text() == f"共 {found.total:,} 份")
    assert cells(page, 0) == [one.serial for one in found.lines], "what was typed meanwhile"
    page.filters.sort.setCurrentIndex(page.filters.sort.findData("serial"))
    assert page.count.text() == f"共 {found.total:,} 份", "read and sorted: at once"


def test_locking_before_the_list_is_laid_out_asks_a_closed_store_for_nothing(
    page: FindPage, window: MainWindow, reporting: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(page.words, Qt.Key.Key_1)
    QTest.keyClick(page.words, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.workspace is None)
    # What a table that is still to be laid out, or drawn once more, asks for.
    assert page.rows.data(page.rows.index(page.rows.rowCount() - 1, 0)) == ""
    QApplication.processEvents()
    assert not list(reporting.glob("crash-*"))
