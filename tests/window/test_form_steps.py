"""A step of the form is made and filled when somebody turns to it, and nothing is lost by that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window import rehearsal
from zjrc_desk.window.act_dialogs import EndingDialog
from zjrc_desk.window.form_step import StepArea
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.workspace import Workspace

_KEPT_BY_THE_STORE = {"id", "recorded_at", "recorded_by", "step", "state"}


def content(kept: Revision) -> dict[str, object]:
    """All that a revision says, but for when and where it was saved."""
    parts = {
        name: getattr(kept, name).model_dump(exclude={"id", "revision_id"})
        for name in ("volunteer", "intention", "consent", "executor", "statement")
    }
    people = {
        name: [one.model_dump(exclude={"id", "revision_id"}) for one in getattr(kept, name)]
        for name in ("kin", "witnesses")
    }
    return {**kept.model_dump(exclude=_KEPT_BY_THE_STORE), **parts, **people}


@pytest.fixture
def page(workspace: Workspace, desk: Desk) -> RegistrationPage:
    """The form of a draft that has everything, as it is opened from the list."""
    kept = register.save_draft(desk, revision(staff_notes="下午再来"))
    workspace.stack.stop()
    workspace.open_registration(kept.record_id)
    return workspace.registration


def test_what_nobody_turned_to_is_kept_as_it_was(page: RegistrationPage, desk: Desk) -> None:
    before = content(register.open_registration(desk, page.revision.record_id))
    rehearsal.fill(page, "volunteer.mobile", "13805710009")
    assert page.leave()
    after = content(register.open_registration(desk, page.revision.record_id))
    assert after["volunteer"]["mobile"] == "13805710009"
    before["volunteer"]["mobile"] = "13805710009"
    assert after == before


def test_each_step_shows_what_is_kept_when_it_is_turned_to(page: RegistrationPage) -> None:
    shown = {
        2: ("kin.0.name", "赵娜国"),
        3: ("staff_notes", "下午再来"),
        4: ("witnesses.0.name", "孙静福"),
    }
    for row, (path, text) in shown.items():
        page.rail.setCurrentRow(row)
        control = page.findChild(QLineEdit, path) or page.findChild(QPlainTextEdit, path)
        got = control.text() if isinstance(control, QLineEdit) else control.toPlainText()
        assert got == text


def test_nothing_of_the_one_before_is_saved_with_the_next(
    page: RegistrationPage, desk: Desk
) -> None:
    for row in range(page.steps.count()):
        page.rail.setCurrentRow(row)
    page.start()
    rehearsal.fill(page, "volunteer.name", "下一位")
    assert page.leave()
    kept = register.open_registration(desk, page.revision.record_id)
    assert (kept.kin, kept.witnesses, kept.staff_notes) == ([], [], "")
    assert (kept.intention.items, kept.executor.name) == ([], "")


def test_what_the_review_found_stands_beside_the_field_on_a_step_nobody_had_seen(
    workspace: Workspace, desk: Desk
) -> None:
    draft = revision()
    draft.executor.phone = "12"
    kept = register.save_draft(desk, draft)
    workspace.stack.stop()
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(page.steps.count() - 1)
    page.rail.setCurrentRow(2)
    assert page.form.field("executor.phone").problem()


def test_the_consent_stays_given_where_its_step_was_not_turned_to(
    page: RegistrationPage, desk: Desk
) -> None:
    page.rail.setCurrentRow(1)
    page.form.field("consent.given_at").set_value(True)
    page.form.edited.emit()
    assert page.leave()
    given = register.open_registration(desk, page.revision.record_id).consent.given_at
    assert given
    page.open(page.revision.record_id)
    page.rail.setCurrentRow(0)
    rehearsal.fill(page, "volunteer.mobile", "13805710009")
    assert page.leave()
    kept = register.open_registration(desk, page.revision.record_id)
    assert kept.consent.given_at == given


def test_f9_shows_the_volunteer_a_form_whose_last_step_was_never_opened(
    page: RegistrationPage,
) -> None:
    page.window().activateWindow()
    QApplication.processEvents()
    QTest.keyClick(page, Qt.Key.Key_F9)
    screen = page.last.volunteer.screen_shown
    assert screen is not None
    assert screen.shown.record_id == page.revision.record_id


def test_pieces_made_while_nobody_waits_leave_nothing_to_make(page: RegistrationPage) -> None:
    for piece in page.later():
        piece()
    areas = [page.steps.widget(row) for row in range(page.steps.count())]
    assert all(isinstance(area, StepArea) and area.is_made() for area in areas)


def test_a_refusal_after_a_registration_was_open_is_nobody_elses(
    page: RegistrationPage, workspace: Workspace, desk: Desk
) -> None:
    page.rail.setCurrentRow(page.steps.count() - 1)
    workspace.today.refusal.emit()
    dialog = page.last.acts.dialog
    assert isinstance(dialog, EndingDialog)
    assert dialog.ending().name == ""
    dialog.close()
