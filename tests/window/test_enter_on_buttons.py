"""Enter presses the button that has the keyboard, but none that makes something final."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.people import revision
from zjrc_desk.desk import diary, register
from zjrc_desk.desk.print_letter import print_letters
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Event
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.rehearsal import fill
from zjrc_desk.window.workspace import DIARY, FIND, REGISTER, TODAY, Workspace

ENTER = Qt.Key.Key_Return


def named(top: QWidget, text: str) -> QPushButton:
    (one,) = [b for b in top.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    return one


def enter_on(one: QWidget, key: Qt.Key = ENTER) -> None:
    one.setFocus()
    assert one.hasFocus()
    QTest.keyClick(one, key)
    QApplication.processEvents()


def keep_holding_enter(one: QWidget) -> None:
    """What the keyboard says again while the key is held down."""
    one.setFocus()
    again = QKeyEvent(
        QEvent.Type.KeyPress, ENTER, Qt.KeyboardModifier.NoModifier, "\r", autorep=True
    )
    QApplication.sendEvent(one, again)


@pytest.fixture
def draft(workspace: Workspace, desk: Desk) -> RegistrationPage:
    """Everything is entered, on the last step but one."""
    workspace.open_registration(register.save_draft(desk, revision()).record_id)
    workspace.registration.rail.setCurrentRow(4)
    QApplication.processEvents()
    return workspace.registration


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_on_today(workspace: Workspace, key: Qt.Key) -> None:
    workspace.show_page(TODAY)
    enter_on(named(workspace.today, "新登记"), key)
    assert workspace.stack.currentIndex() == REGISTER


def test_a_key_that_is_held_presses_nothing_again(workspace: Workspace) -> None:
    workspace.show_page(TODAY)
    keep_holding_enter(named(workspace.today, "新登记"))
    assert workspace.stack.currentIndex() == TODAY


def test_enter_goes_on_through_the_form_and_makes_nothing_final(draft: RegistrationPage) -> None:
    enter_on(draft.next)
    last = draft.last
    assert draft.rail.currentRow() == 5
    assert last.witnessed.hasFocus(), "here the chain of Enters ends"
    for _ in range(3):
        enter_on(last.witnessed)
    assert draft.revision.state in ("draft", "complete")
    assert "请按空格键" in last.witnessed.toolTip()
    QTest.keyClick(last.witnessed, Qt.Key.Key_Space)
    assert draft.revision.state == "witnessed"


def test_that_a_paper_is_signed_is_not_said_by_enter(
    draft: RegistrationPage, workspace: Workspace, desk: Desk
) -> None:
    kept = register.witness(desk, draft.revision)
    list(print_letters(desk, [kept.registration.serial]))
    workspace.open_registration(kept.record_id)
    draft.rail.setCurrentRow(5)
    enter_on(draft.last.signed)
    assert draft.revision.state == "printed"
    QTest.keyClick(draft.last.signed, Qt.Key.Key_Space)
    assert draft.revision.state == "signed"


def test_a_draft_of_the_diary_is_not_given_up_by_enter(workspace: Workspace, desk: Desk) -> None:
    workspace.show_page(DIARY)
    tab = workspace.diary.current()
    fill(tab, "event.place", "三楼活动室")
    assert tab.keep()
    enter_on(tab.discard_button)
    assert [one.place for one in diary.entries(desk, Event)] == ["三楼活动室"]
    QTest.keyClick(tab.discard_button, Qt.Key.Key_Space)
    assert not diary.entries(desk, Event)


def test_turning_pages_by_enter_neither_agrees_nor_asks_for_a_change(
    draft: RegistrationPage,
) -> None:
    draft.rail.setCurrentRow(5)
    draft.last.volunteer.open()
    screen = draft.last.volunteer.screen_shown
    assert screen is not None
    screen.setWindowState(Qt.WindowState.WindowNoState)
    QApplication.processEvents()
    screen.setFixedSize(1366, 768)
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    said: list[str] = []
    screen.agreed.connect(lambda: said.append("agreed"))
    screen.unhappy.connect(lambda *_: said.append("unhappy"))
    while screen.next.isEnabled():
        enter_on(screen.next)
    assert screen.agree.isEnabled(), "every page was turned to"
    for one in (screen.change, screen.agree):
        enter_on(one)
    assert said == []
    draft.last.volunteer.close_screen()


def test_a_button_with_a_list_opens_it(
    draft: RegistrationPage, workspace: Workspace, desk: Desk
) -> None:
    workspace.open_registration(register.witness(desk, draft.revision).record_id)
    draft.rail.setCurrentRow(5)
    QApplication.processEvents()
    sign = next(one.sign for one in draft.attachments.slots if one.sign.isVisible())
    enter_on(sign)
    assert sign.menu().isVisible()
    sign.menu().close()


def test_where_somebody_was_is_found_again_by_enter(workspace: Workspace, desk: Desk) -> None:
    """From a button to the list, and on to the registration in it, with Enter alone."""
    serial = register.save_draft(desk, revision()).registration.serial
    workspace.show_page(TODAY)
    enter_on(named(workspace.today, "草稿"))
    assert workspace.stack.currentIndex() == FIND
    for _ in range(2):
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, ENTER)
    assert serial in workspace.registration.title.text()
