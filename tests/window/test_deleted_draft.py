"""Deleting a draft from its page, and taking it back by button, by key, and not any more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import papers, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import status
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window import rehearsal
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.workspace import FIND, TODAY, Workspace


@pytest.fixture
def draft(desk: Desk) -> Revision:
    return register.save_draft(desk, revision(step="1"))


@pytest.fixture
def page(workspace: Workspace, draft: Revision) -> RegistrationPage:
    workspace.open_registration(draft.record_id)
    QApplication.processEvents()
    return workspace.registration


def delete(page: RegistrationPage) -> None:
    QTest.mouseClick(page.delete_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def undo_key() -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def test_it_is_deleted_unasked_with_what_was_just_typed_and_comes_back_by_one_click(
    workspace: Workspace, page: RegistrationPage, draft: Revision, desk: Desk
) -> None:
    page.rail.setCurrentRow(0)
    mobile = page.findChild(QLineEdit, "volunteer.mobile")
    mobile.clear()
    rehearsal.type_text(mobile, "13900000009")
    delete(page)
    assert QApplication.activeModalWidget() is None
    assert page.findChild(QLineEdit, "volunteer.name").text() == ""
    assert not page.delete_button.isVisible(), "nothing is there to be deleted"
    assert status(desk).registrations == {}
    workspace.show_page(FIND)
    assert workspace.search.table.rows.rowCount() == 0
    assert workspace.deleted.isVisible(), "on every page"
    assert draft.registration.serial in workspace.deleted.words.text()
    QTest.mouseClick(workspace.deleted.undo_button, Qt.MouseButton.LeftButton)
    assert not workspace.deleted.isVisible()
    assert workspace.current() is page
    assert page.revision.record_id == draft.record_id
    assert page.findChild(QLineEdit, "volunteer.mobile").text() == "13900000009"


def test_ctrl_z_takes_it_back_unless_a_field_is_typed_in(
    workspace: Workspace, page: RegistrationPage, qtbot: QtBot
) -> None:
    delete(page)
    rehearsal.type_text(page.findChild(QLineEdit, "volunteer.name"), "abc")
    undo_key()
    assert page.findChild(QLineEdit, "volunteer.name").text() != "abc", "the field's own undo"
    assert workspace.deleted.isVisible()
    workspace.show_page(TODAY)
    workspace.rail.setFocus()
    undo_key()
    qtbot.waitUntil(lambda: not workspace.deleted.isVisible())
    assert page.rail.currentRow() == 1, "at the step where it was left"
    page.rail.setCurrentRow(0)
    assert page.findChild(QLineEdit, "volunteer.name").text() == "余淑福"


def test_when_the_time_is_over_it_is_gone(
    workspace: Workspace, page: RegistrationPage, desk: Desk, qtbot: QtBot
) -> None:
    workspace.deleted._time.setInterval(1)
    delete(page)
    qtbot.waitUntil(lambda: not workspace.deleted.isVisible())
    assert desk.brought_back == ()
    with desk.store.read() as session:
        from zjrc_desk.store import drafts

        assert not drafts.deleted(session)


def test_locking_lets_it_go_and_a_crash_brings_it_back_with_a_word(
    window: MainWindow, workspace: Workspace, page: RegistrationPage, desk: Desk
) -> None:
    delete(page)
    workspace.deleted.finish()
    assert not workspace.deleted.isVisible()
    desk.brought_back = ("ZJ-HZ-0001-26-000001-7",)
    window.let_go()
    window._signed_in(desk)
    assert window.workspace is not None
    bar = window.workspace.deleted
    QApplication.processEvents()
    assert "ZJ-HZ-0001-26-000001-7" in bar.words.text()
    assert bar.isVisible()
    assert not bar.undo_button.isVisible()


def test_only_a_draft_offers_it_and_why_not_is_said(
    workspace: Workspace, page: RegistrationPage, draft: Revision, desk: Desk
) -> None:
    papers.print_paper(desk, "consent", draft.registration.serial)
    delete(page)
    assert "L33" in page.banner.text()
    assert not workspace.deleted.isVisible()
    other = revision(volunteer=volunteer(document_number=citizen_number(sequence=108)))
    witnessed = register.witness(desk, other)
    workspace.open_registration(witnessed.record_id)
    assert not page.delete_button.isVisible()
    workspace.new_registration()
    assert not page.delete_button.isVisible()
    rehearsal.fill(page, "volunteer.name", "新的人")
    assert page.delete_button.isVisible(), "once it is kept"


def test_a_draft_that_comes_back_says_that_the_person_was_registered_meanwhile(
    workspace: Workspace, page: RegistrationPage, desk: Desk
) -> None:
    delete(page)
    other = register.witness(desk, revision())
    QTest.mouseClick(workspace.deleted.undo_button, Qt.MouseButton.LeftButton)
    assert page.known.isVisible()
    assert other.registration.serial in page.known.words.text()
