"""Nothing flashes up beside the window, at sign-in or later: the keyboard stays in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, PASSWORD
from tests.window.views import Views
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import rehearsal
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.sheet import Sheet
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.unkept import UnkeptDialog
from zjrc_desk.window.volunteer_screen import VolunteerScreen
from zjrc_desk.window.waiting import Waiting

#: What is a window on purpose.
MEANT = (QMainWindow, QDialog, Sheet, VolunteerScreen)


class _Strays(QObject):
    """Keeps what was shown as a window of its own and is none."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.windowType() == Qt.WindowType.Window
            and not isinstance(watched, MEANT)
        ):
            self.found.append(f"{type(watched).__name__} {getattr(watched, 'text', str)()}")
        return False


@pytest.fixture
def strays() -> Iterator[_Strays]:
    made, listening = _Strays(), application()
    listening.installEventFilter(made)
    yield made
    listening.removeEventFilter(made)


def test_signing_in_shows_no_small_windows_and_leaves_the_keyboard_in_the_window(
    strays: _Strays, store_folder: Path, qtbot: QtBot
) -> None:
    window = MainWindow(store_folder)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    rehearsal.type_text(sheet.staff, ADMIN)
    rehearsal.type_text(sheet.password, PASSWORD)
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace is not None)
    assert strays.found == []
    assert window.isActiveWindow()
    space = window.workspace
    assert space is not None
    qtbot.waitUntil(lambda: QApplication.focusWidget() is space.rail)
    QTest.keyClick(space.rail, Qt.Key.Key_Down)
    assert space.current() is space.registration
    dispose(window)


def test_no_page_sheet_or_dialog_shows_its_parts_as_windows(
    strays: _Strays, window: MainWindow, desk: Desk
) -> None:
    views = Views(window, desk)
    for shown in (views.of_pages(), views.of_sheets(), views.of_dialogs()):
        for _ in shown:
            QApplication.processEvents()
    views.volunteer_screen().close()
    desk.brought_back = ("ZJ-HZ-0001-26-000001-7",)
    window._signed_in(desk)
    for dialog in (
        UnkeptDialog("磁盘满了。", lambda: None, window, lambda: None),
        Waiting("正在封批", window, stop="停止封批"),
    ):
        dialog.show()
        QApplication.processEvents()
        dialog.done(0)
    assert strays.found == []
