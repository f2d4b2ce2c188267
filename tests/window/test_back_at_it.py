"""After a power cut or the lock somebody goes on where they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, PASSWORD
from tests.people import revision
from tests.window.cut import settle
from zjrc_desk.desk import diary, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Visit
from zjrc_desk.window import rehearsal
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.app import dispose
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace


@pytest.fixture
def sign_in_again(
    desk: Desk, window: MainWindow, open_desk: Callable[[], Desk]
) -> Iterator[Callable[[], Workspace]]:
    """The power is cut; the program is started and somebody signs in by typing."""
    opened: list[MainWindow] = []

    def again() -> Workspace:
        assert window.workspace is not None
        window.workspace.stack.stop()
        window.workspace = None
        desk.store.close()
        window.hide()
        new = MainWindow(desk.store.folder)
        opened.append(new)
        new.show()
        sheet = new.centralWidget()
        assert isinstance(sheet, SignIn)
        rehearsal.type_text(sheet.staff, ADMIN)
        rehearsal.type_text(sheet.password, PASSWORD)
        QTest.keyClick(sheet.password, Qt.Key.Key_Return)
        settle()
        assert new.workspace is not None
        return new.workspace

    yield again
    for one in opened:
        dispose(one)


def cursor_in(page: QWidget) -> str:
    at = page.window().focusWidget()
    return "" if at is None else at.objectName()


def test_in_the_field_that_was_typed_in(
    workspace: Workspace, sign_in_again: Callable[[], Workspace], qtbot: QtBot
) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.name", "停电前")
    page.rail.setCurrentRow(4)
    place = page.findChild(QLineEdit, "witnesses.1.name")
    rehearsal.type_text(place, "孙静")
    qtbot.waitUntil(lambda: page.unkept() is None)
    page = sign_in_again().registration
    assert page.rail.currentRow() == 4
    assert cursor_in(page) == "witnesses.0.name", "the empty one before it was not kept"
    assert "姓名" in page.banner.text()
    QTest.keyClicks(page.window().focusWidget(), "f")
    assert page.findChild(QLineEdit, "witnesses.0.name").text() == "孙静f"


def test_else_in_the_first_field_that_asks_for_something(
    desk: Desk, sign_in_again: Callable[[], Workspace]
) -> None:
    register.save_draft(desk, revision(step="0"))
    page = sign_in_again().registration
    assert cursor_in(page) == next(one.path for one in page.form._asked(0))
    assert "已回到上次填写的地方" in page.banner.text()


def test_an_entry_of_the_diary_is_open_again_in_its_form_until_it_is_done_with(
    workspace: Workspace, desk: Desk, sign_in_again: Callable[[], Workspace]
) -> None:
    workspace.show_page(pages.DIARY)
    workspace.diary.tabs.setCurrentIndex(1)
    rehearsal.fill(workspace.diary.current(), "visit.given", "牛奶一箱")
    workspace.keep()
    again = sign_in_again()
    assert again.current() is again.diary
    tab = again.diary.current()
    assert tab.fields["visit.given"].value() == "牛奶一箱"
    assert "没有填完" in again.diary.banner.text()
    rehearsal.fill(tab, "visit.people", "样例二")
    (same,) = diary.entries(again.desk, Visit)
    assert (same.given, same.people) == ("牛奶一箱", "样例二")
    assert register.left_open(again.desk)
    again.show_page(pages.TODAY)
    assert diary.left_open(again.desk) is None, "left for another page: not opened again"
    again.show_page(pages.DIARY)
    tab.show_entry(diary.open_entry(again.desk, diary.entries(again.desk, Visit)[0]))
    assert diary.left_open(again.desk) is not None
    tab.discard()
    assert diary.left_open(again.desk) is None
    again.desk.close()


def test_nothing_is_said_of_what_can_only_be_read(
    desk: Desk, sign_in_again: Callable[[], Workspace]
) -> None:
    kept = register.witness(desk, revision())
    page = sign_in_again().registration
    assert page.revision.record_id == kept.record_id
    assert page.banner.text() == ""


def test_after_the_lock_only_the_password_is_asked_for_and_another_person_types_over_the_number(
    window: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    QTest.keyClick(workspace, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert sheet.staff.text() == desk.staff.number
    assert cursor_in(sheet) == "password"
    QTest.keyClick(sheet.password, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    rehearsal.type_text(sheet.staff, "R007")
    assert sheet.staff.text() == "R007"
