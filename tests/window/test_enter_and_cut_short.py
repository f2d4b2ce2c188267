"""Enter moves on in sheets and small windows; what is cut short is said, not lost unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, PASSWORD
from zjrc_desk.desk.refusal import Ending
from zjrc_desk.window import language
from zjrc_desk.window.act_dialogs import EndingDialog
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.key_dialogs import PasswordDialog
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.set_up_guide import SetUpGuide
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import SETTINGS, Workspace

NEW = "willow lantern 42"


def typed_on(text: str, top: QWidget | None = None) -> None:
    """Into the field of the window, or of ``top``, that has the cursor, and Enter."""
    where = top.focusWidget() if top else QApplication.focusWidget()
    assert isinstance(where, QLineEdit)
    type_text(where, text)
    QTest.keyClick(where, Qt.Key.Key_Return)


def opened(folder: Path) -> MainWindow:
    application()
    window = MainWindow(folder)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return window


def press(window: MainWindow, text: str) -> None:
    (one,) = [b for b in window.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)


def test_a_point_is_set_up_with_nothing_but_text_and_enter(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(tmp_path / "new")
    assert "一共六步" in window.centralWidget().banner.text()
    for text in ("zj-hz-0002", "样例登记点", "样例养老院", "0571-87654321"):
        typed_on(text)
    for text in (ADMIN, NEW, NEW):
        typed_on(text)
    shown = window.centralWidget()
    (start,) = [b for b in shown.findChildren(QPushButton) if b.text().startswith("抄好了")]
    assert start.text() == "抄好了，下一步：备份文件夹", "that is what comes"
    typed_on(shown.findChild(QLabel, "code").text())
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    space = window.workspace
    assert space is not None
    assert (space.desk.point.code, space.desk.point.host) == ("ZJ-HZ-0002", "样例养老院")
    guide = space.today.findChild(SetUpGuide)
    assert guide is not None
    assert "备份文件夹" in guide.title.text()
    dispose(window)


def test_what_was_typed_on_the_first_sheet_stays_over_another_language(tmp_path: Path) -> None:
    window = opened(tmp_path / "new")
    typed_on("ZJ-HZ-0002")
    typed_on("样例登记点")
    try:
        press(window, "English")
        sheet = window.centralWidget()
        assert (sheet.code.text(), sheet.name.text()) == ("ZJ-HZ-0002", "样例登记点")
    finally:
        language.speak(language.CHINESE)
        dispose(window)


def test_enter_goes_through_a_password_and_only_then_changes_it(workspace: Workspace) -> None:
    dialog = PasswordDialog(workspace.desk, workspace)
    dialog.open()
    typed_on(PASSWORD, dialog)
    assert dialog.banner.text() == "", "nothing is refused while it is still being typed"
    typed_on(NEW, dialog)
    typed_on(NEW, dialog)
    assert not dialog.isVisible()


def test_enter_goes_through_a_refusal_and_does_not_record_it_half_typed(
    workspace: Workspace,
) -> None:
    recorded: list[Ending] = []
    dialog = EndingDialog("明确不捐献", "本人书面声明不捐。", Ending("", "", "", ""), workspace)
    dialog.perform = lambda: recorded.append(dialog.ending())
    dialog.open()
    typed_on("330106194107041061", dialog)
    typed_on("余淑福", dialog)
    typed_on("20261124", dialog)
    assert recorded == []
    (ending,) = [dialog.ending()]
    assert (ending.document_number, ending.name) == ("330106194107041061", "余淑福")
    dialog.done(0)


def test_a_recovery_code_that_was_shown_and_not_taken_is_said_to_be_void(
    workspace: Workspace,
) -> None:
    workspace.show_page(SETTINGS)
    workspace.settings.keys.new_code()
    dialog = workspace.settings.keys.dialog
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "恢复码没有换：原来的仍然有效" in workspace.settings.banner.text()


@pytest.mark.parametrize("typed", ["", "abcd"])
def test_a_lock_over_a_new_recovery_code_says_that_the_old_one_counts(
    window: MainWindow, workspace: Workspace, typed: str
) -> None:
    workspace.show_page(SETTINGS)
    workspace.settings.keys.new_code()
    dialog = workspace.settings.keys.dialog
    assert dialog is not None
    type_text(dialog.findChild(QLineEdit, "typed_code"), typed)
    window.lock()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert "恢复码没有换：原来的仍然有效" in sheet.banner.text()
    assert not dialog.isVisible()


def test_a_lock_over_a_half_typed_small_window_names_it_and_nothing_of_it(
    window: MainWindow, workspace: Workspace
) -> None:
    dialog = EndingDialog("明确不捐献", "本人书面声明不捐。", Ending("", "", "", ""), workspace)
    dialog.open()
    type_text(dialog.findChild(QLineEdit, "ending.name"), "余淑福")
    window.lock()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert "“明确不捐献”还没有完成" in sheet.banner.text()
    assert "余淑福" not in sheet.banner.text()
