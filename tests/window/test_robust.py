"""Two windows, no printer, a wrong clock, an error nobody foresaw: said calmly, nothing lost."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.conftest import TestClock
from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.print_letter import preview
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import rehearsal
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace


def test_a_second_start_is_told_so_before_a_password_is_typed(
    desk: Desk, store_folder: Path, qtbot: QtBot
) -> None:
    application()
    second = MainWindow(store_folder)
    second.show()
    sheet = second.centralWidget()
    qtbot.waitUntil(lambda: "D05" in sheet.banner.text())
    assert sheet.staff.isEnabled()
    dispose(second)
    desk.close()
    third = MainWindow(store_folder)
    third.show()
    sheet = third.centralWidget()
    assert isinstance(sheet, SignIn)
    third.say_if_open_elsewhere(sheet)
    assert sheet.banner.text() == ""
    dispose(third)


def test_an_error_in_a_dialog_is_said_in_the_dialog(workspace: Workspace, reporting: Path) -> None:
    dialog = ActDialog("撤销", "撤销立即生效。", "撤销", workspace.registration)
    dialog.perform = lambda: {}["余淑福"]
    dialog.open()
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert "X00" in dialog.banner.text()
    assert dialog.isVisible()
    assert len(list(reporting.glob("crash-*.json"))) == 1
    dialog.reject()


def test_an_error_keeps_what_is_typed_at_that_moment(
    workspace: Workspace, reporting: Path, desk: Desk, qtbot: QtBot
) -> None:
    workspace.new_registration()
    field = workspace.registration.findChild(object, "volunteer.name")
    rehearsal.type_text(field, "余淑福")
    sys.excepthook(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: [one.name for one in register.find(desk)] == ["余淑福"], timeout=400)
    assert field.text() == "余淑福"


def test_an_error_in_a_window_without_a_banner_gets_one_calm_box(
    workspace: Workspace, reporting: Path, window: MainWindow
) -> None:
    bare = QDialog(window)
    bare.open()
    sys.excepthook(ValueError, ValueError("x"), None)
    (box,) = bare.findChildren(QMessageBox)
    assert "X00" in box.text()
    box.close()
    bare.close()


def test_printing_without_a_printer_says_so_and_changes_nothing(
    workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    if QPrinterInfo.availablePrinterNames():
        monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    kept = register.save_draft(desk, revision())
    window = Preview(preview(desk, kept), "意愿书（家书）", workspace)
    window.show()
    (printing,) = [
        b for b in window.findChildren(type(workspace.today.go_on)) if "打印" in b.text()
    ]
    QTest.mouseClick(printing, Qt.MouseButton.LeftButton)
    assert "T09" in window.banner.text()
    assert register.open_registration(desk, kept.record_id).state == "draft"
    window.close()


@pytest.mark.parametrize(
    ("away", "code"),
    [(timedelta(days=-3650), "W20"), (timedelta(days=400), "W21"), (timedelta(days=300), "")],
)
def test_a_clock_that_cannot_be_right_is_pointed_out_on_every_page_and_stops_nothing(
    open_desk: Callable[[], Desk],
    store_folder: Path,
    clock: TestClock,
    away: timedelta,
    code: str,
    qtbot: QtBot,
) -> None:
    if code == "W20":
        # Of a store that is as old as the clock says, so that nothing was set back.
        from tests.conftest import ADMIN, CHEAP, PASSWORD
        from zjrc_desk.desk.session import set_up, sign_in
        from zjrc_desk.registry.tables import Point

        clock.time += away
        folder = store_folder.with_name("old")
        set_up(folder, Point(code="ZJ-HZ-0009", name="样例"), ADMIN, PASSWORD, clock, cost=CHEAP)
        later = sign_in(folder, ADMIN, PASSWORD, clock)
    else:
        open_desk().close()
        clock.time += away
        later = open_desk()
    with rehearsal.opened_window(later) as window:
        space = window.workspace
        assert space is not None
        for number in (pages.TODAY, pages.FIND):
            space.show_page(number)
            assert space.clock.isVisible() is bool(code)
            assert code in space.clock.text()
        register.save_draft(later, revision())
    later.close()
