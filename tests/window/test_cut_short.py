"""A small window that the lock closed comes back, to whoever had it open and to nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.conftest import ADMIN, PASSWORD
from tests.people import revision
from tests.window.cut import settle
from zjrc_desk.desk import change, diary, register, staff
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import sign_in
from zjrc_desk.registry.diary_tables import Event
from zjrc_desk.registry.life import Act
from zjrc_desk.registry.vocabulary import REGISTRAR
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.act_dialogs import ActDialog, EndingDialog, ReasonDialog, WithdrawalDialog
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.first_run import FirstPassword
from zjrc_desk.window.key_dialogs import PasswordDialog
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

WHY = "想再和家里商量"
OTHER = "willow lantern 42"


@pytest.fixture
def closed(store_folder: Path) -> Iterator[MainWindow]:
    """The window as it starts."""
    application()
    made = MainWindow(store_folder)
    made.show()
    yield made
    dispose(made)


def enter(window: MainWindow, number: str = ADMIN, password: str = PASSWORD) -> Workspace:
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    sheet.staff.selectAll()
    type_text(sheet.staff, number)
    type_text(sheet.password, password)
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    first = window.centralWidget()
    if isinstance(first, FirstPassword):
        for line in (first.new, first.again):
            type_text(line, OTHER)
        QTest.mouseClick(first.go, Qt.MouseButton.LeftButton)
    settle()
    assert window.workspace is not None
    return window.workspace


def signed(workspace: Workspace) -> str:
    kept = register.witness(workspace.desk, revision())
    list(print_letters(workspace.desk, [kept.registration.serial]))
    record_signed(workspace.desk, [kept.registration.serial])
    return kept.record_id


def pressed(workspace: Workspace, record_id: str, act: Act) -> ActDialog:
    workspace.open_registration(record_id)
    page = workspace.registration
    page.rail.setCurrentRow(page.steps.count() - 1)
    QTest.mouseClick(page.last.acts.buttons[act], Qt.MouseButton.LeftButton)
    assert isinstance(page.last.acts.dialog, ActDialog)
    return page.last.acts.dialog


def in_front() -> ActDialog | None:
    settle()
    found = QApplication.activeModalWidget()
    return found if isinstance(found, ActDialog) else None


def lock(window: MainWindow) -> str:
    """What the sheet says afterwards."""
    window.lock()
    settle()
    assert in_front() is None
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    return sheet.banner.text()


@pytest.mark.parametrize("act", [Act.CHANGE, Act.CORRECT, Act.WITHDRAW])
def test_the_reason_that_was_being_typed_is_there_again_and_nothing_is_confirmed_by_it(
    closed: MainWindow, act: Act
) -> None:
    workspace = enter(closed)
    record_id = signed(workspace)
    dialog = pressed(workspace, record_id, act)
    assert isinstance(dialog, ReasonDialog)
    type_text(dialog.reason, WHY)
    if isinstance(dialog, WithdrawalDialog):
        dialog.asked_for.setChecked(True)
    said = lock(closed)
    assert "还没有完成" in said
    assert WHY not in said
    # Twice: what came back is held by the next lock as well.
    for _ in range(2):
        workspace = enter(closed)
        again = in_front()
        assert isinstance(again, ReasonDialog)
        assert again.reason.text() == WHY
        assert workspace.registration.revision.record_id == record_id
        if isinstance(again, WithdrawalDialog):
            assert not again.asked_for.isChecked(), "who asks for it is ticked anew"
            assert not again.yes.isEnabled()
        lock(closed)
    assert register.open_registration(enter(closed).desk, record_id).number == 1
    again = in_front()
    assert isinstance(again, ReasonDialog)
    again.reject()
    lock(closed)
    enter(closed)
    assert in_front() is None, "given up, it does not come back"


def test_the_refusal_of_somebody_new_is_there_again_but_its_signature_is_confirmed_anew(
    closed: MainWindow,
) -> None:
    workspace = enter(closed)
    workspace._new_refusal()
    dialog = workspace.registration.last.acts.dialog
    assert isinstance(dialog, EndingDialog)
    number = dialog.findChild(QLineEdit, "ending.document_number")
    assert number is not None
    type_text(number, "330106194107041061")
    type_text(dialog.reason, WHY)
    dialog.signed.setChecked(True)
    lock(closed)
    enter(closed)
    again = in_front()
    assert isinstance(again, EndingDialog)
    assert again.ending().document_number == "330106194107041061"
    assert again.reason.text() == WHY
    assert not again.signed.isChecked()
    again.reject()


def test_an_entry_of_the_diary_that_was_being_taken_back_asks_again(closed: MainWindow) -> None:
    workspace = enter(closed)
    values = {"category": "publicity", "place": "大厅", "reached": "3", "topics": "流程"}
    diary.record(workspace.desk, Event(day="2026-11-03", people="样例二", **values))
    (entry,) = diary.entries(workspace.desk, Event)
    workspace.show_page(pages.DIARY)
    tab = workspace.diary.current()
    tab.show_entry(diary.open_entry(workspace.desk, entry))
    QTest.mouseClick(tab.void_button, Qt.MouseButton.LeftButton)
    dialog = in_front()
    assert isinstance(dialog, ReasonDialog)
    type_text(dialog.reason, "记重了")
    assert "作废" in lock(closed)
    workspace = enter(closed)
    again = in_front()
    assert isinstance(again, ReasonDialog)
    assert again.reason.text() == "记重了"
    QTest.mouseClick(again.yes, Qt.MouseButton.LeftButton)
    assert diary.entries(workspace.desk, Event)[0].void


def test_it_comes_back_to_nobody_else_and_waits_for_whom_it_belongs_to(closed: MainWindow) -> None:
    workspace = enter(closed)
    temporary = staff.add(workspace.desk, "B002", "样例甲", REGISTRAR)
    dialog = pressed(workspace, signed(workspace), Act.WITHDRAW)
    assert isinstance(dialog, ReasonDialog)
    type_text(dialog.reason, WHY)
    lock(closed)
    enter(closed, "B002", temporary)
    assert in_front() is None
    assert WHY not in lock(closed)
    enter(closed)
    again = in_front()
    assert isinstance(again, ReasonDialog)
    assert again.reason.text() == WHY
    again.reject()


def test_what_can_not_be_done_any_more_is_said(closed: MainWindow, store_folder: Path) -> None:
    workspace = enter(closed)
    record_id = signed(workspace)
    dialog = pressed(workspace, record_id, Act.CHANGE)
    assert isinstance(dialog, ReasonDialog)
    type_text(dialog.reason, WHY)
    lock(closed)
    desk = sign_in(store_folder, ADMIN, PASSWORD)
    change.withdraw(desk, [register.open_registration(desk, record_id).registration.serial])
    desk.close()
    workspace = enter(closed)
    assert in_front() is None
    assert "“变更”没有再打开" in workspace.registration.banner.text()


def test_a_password_that_was_being_typed_is_gone(closed: MainWindow) -> None:
    workspace = enter(closed)
    workspace.show_page(pages.SETTINGS)
    workspace.settings.keys.change_password()
    dialog = workspace.settings.keys.dialog
    assert isinstance(dialog, PasswordDialog)
    type_text(dialog.present, PASSWORD)
    assert "没有保留" in lock(closed)
    assert closed._cut_short == {}
    enter(closed)
    assert in_front() is None
