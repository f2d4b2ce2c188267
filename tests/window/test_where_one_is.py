"""What is shown is of the registration that is open, and the cursor stands where it is seen."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from sqlmodel import select

from tests.people import citizen_number, revision, volunteer
from tests.window.cut import settle
from zjrc_desk.desk import register
from zjrc_desk.desk.erase import erase
from zjrc_desk.desk.print_letter import print_letters
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import Act
from zjrc_desk.registry.rules import Step
from zjrc_desk.registry.tables import AuditEntry, Revision
from zjrc_desk.registry.vocabulary import ERASURE_GROUND
from zjrc_desk.window import rehearsal, theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.field import Field
from zjrc_desk.window.look import SCALES, Look
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

LAST = 5


def witnessed(desk: Desk, **of_volunteer: str) -> Revision:
    return register.witness(desk, revision(volunteer=volunteer(**of_volunteer)))


def acts(desk: Desk) -> list[str]:
    with desk.store.read() as session:
        return list(session.exec(select(AuditEntry.action)))


def focus() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    return at


def is_seen(one: QWidget) -> bool:
    """Whether all of it is in sight."""
    return one.visibleRegion().boundingRect() == one.rect()


@pytest.fixture
def large(window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    """The window on a small screen, with letters of a size."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, Look(scale=request.param))
    window.resize(QSize(1366, 768))
    window.activateWindow()
    settle()
    return window


# -- of whom it is ------------------


def test_the_review_is_of_the_registration_that_is_open(workspace: Workspace, desk: Desk) -> None:
    first = witnessed(desk, name="余淑福")
    number = citizen_number("19500812", 208)
    second = revision(volunteer=volunteer(name="宋洋涛", document_number=number), witnesses=[])
    second.volunteer.birth_date, second.step = "1950-08-12", str(LAST)
    kept = register.save_draft(desk, second)
    workspace.open_registration(first.record_id)
    workspace.registration.rail.setCurrentRow(LAST)
    workspace.show_page(pages.FIND)
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    assert page.rail.currentRow() == LAST
    assert "宋洋涛" in page.last.text.text()
    assert "余淑福" not in page.last.text.text()
    assert page.last.problem_list.count() > 0, "witnesses are missing"


def test_what_was_done_on_another_page_is_seen_when_one_comes_back(
    workspace: Workspace, desk: Desk
) -> None:
    kept = witnessed(desk)
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(LAST)
    workspace.show_page(pages.TODAY)
    list(print_letters(desk, [kept.registration.serial]))
    workspace.show_page(pages.REGISTER)
    assert page.revision.state == "printed"
    assert page.last.signed.isVisible()
    assert page.rail.currentRow() == LAST


def test_coming_back_to_what_nobody_changed_reads_nobody(workspace: Workspace, desk: Desk) -> None:
    kept = witnessed(desk)
    workspace.open_registration(kept.record_id)
    workspace.show_page(pages.TODAY)
    before = acts(desk)
    workspace.show_page(pages.REGISTER)
    assert acts(desk) == before


def test_finishing_a_form_nobody_typed_in_stores_nobody(workspace: Workspace, desk: Desk) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(LAST)
    QTest.mouseClick(page.last.witnessed, Qt.MouseButton.LeftButton)
    assert "还没有输入" in page.banner.text()
    assert not page.revision.record_id
    assert not register.find(desk)


def test_f9_right_after_the_first_words_shows_them(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.name", "余淑福")
    page.window().activateWindow()
    QTest.keyClick(focus(), Qt.Key.Key_F9)
    screen = page.last.volunteer.screen_shown
    assert screen is not None
    assert screen.shown.record_id == page.revision.record_id
    assert [one.name for one in register.find(workspace.desk)] == ["余淑福"]


def test_f9_on_an_empty_form_says_why_nothing_is_shown(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.window().activateWindow()
    QTest.keyClick(focus(), Qt.Key.Key_F9)
    assert page.last.volunteer.screen_shown is None
    assert "还没有输入" in page.banner.text()


def test_cards_of_the_one_before_do_not_stay(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(2)
    for number in range(8):
        rehearsal.fill(page, f"kin.{number}.name", "赵娜国")
        more = [one for one in page.findChildren(QWidget) if one.property("text") == "再加一位亲属"]
        if number < 7:
            QTest.mouseClick(more[0], Qt.MouseButton.LeftButton)
    workspace.new_registration()
    page.rail.setCurrentRow(2)
    assert page.findChild(QLineEdit, "kin.0.name") is not None
    assert page.findChild(QLineEdit, "kin.1.name") is None
    assert more[0].isVisible()


# -- what is blamed ------------------


def test_nothing_is_blamed_on_a_new_form_for_the_field_that_was_left_in_the_one_before(
    workspace: Workspace,
) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.window().activateWindow()
    page.rail.setCurrentRow(4)
    page.form.field("witnesses.0.name").take_focus()
    workspace.new_registration()
    rehearsal.fill(page, "volunteer.name", "余淑福")
    page.rail.setCurrentRow(4)
    assert page.form.field("witnesses.0.name").problem() == ""


def test_a_blame_goes_with_its_cause_on_a_step_that_was_not_looked_at(
    workspace: Workspace, desk: Desk
) -> None:
    old = volunteer(document_number=citizen_number("19300704", 106), birth_date="1930-07-04")
    kept = register.save_draft(desk, revision(volunteer=old))
    workspace.stack.stop()
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(LAST)
    found = register.check(desk, page.revision, Step.WITNESS)
    assert "statement.second_staff" in {problem.path for problem in found}
    page.rail.setCurrentRow(0)
    rehearsal.fill(page, "volunteer.document_number", citizen_number("19500704", 106))
    rehearsal.fill(page, "volunteer.birth_date", "1950-07-04")
    page.form.field("volunteer.mobile").take_focus()
    page.rail.setCurrentRow(4)
    assert page.form.field("statement.second_staff").problem() == ""


def test_what_is_wrong_with_a_time_stands_below_it(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(4)
    rehearsal.fill(page, "statement.started_at", "昨天")
    field = page.form.field("statement.started_at")
    assert field.problem()
    line = page.findChild(QLineEdit, "statement.started_at")
    assert field._problem is not None
    settle()
    below = field._problem.mapTo(field, field._problem.rect().topLeft()).y()
    assert below >= line.mapTo(field, line.rect().bottomLeft()).y()


# -- the place of the witnesses ------------------


def test_a_place_taken_out_on_purpose_stays_out(workspace: Workspace, desk: Desk) -> None:
    kept = register.save_draft(desk, revision())
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(4)
    place = page.findChild(QLineEdit, "statement.place")
    place.setFocus()
    place.selectAll()
    QTest.keyClick(place, Qt.Key.Key_Delete)
    assert page.leave()
    workspace.open_registration(kept.record_id)
    page.rail.setCurrentRow(0)
    rehearsal.fill(page, "volunteer.mobile", "13805710009")
    assert page.leave()
    assert register.open_registration(desk, kept.record_id).statement.place == ""


# -- where the cursor is ------------------


@pytest.mark.parametrize(
    ("row", "first"),
    [(0, "volunteer.document_number"), (2, "kin.0.name"), (4, "witnesses.0.name")],
)
def test_the_key_of_a_step_puts_the_cursor_into_its_first_field(
    workspace: Workspace, row: int, first: str
) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.window().activateWindow()
    key = Qt.Key(Qt.Key.Key_1.value + row)
    QTest.keyClick(focus(), key, Qt.KeyboardModifier.AltModifier)
    assert page.rail.currentRow() == row
    assert focus().objectName() == first


def test_next_goes_one_step_and_enter_to_where_something_is_asked(
    workspace: Workspace, desk: Desk
) -> None:
    kept = register.save_draft(desk, revision())
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.window().activateWindow()
    page.rail.setCurrentRow(0)
    for row in (1, 2, 3, 4, 5):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
        assert page.rail.currentRow() == row
    page.rail.setCurrentRow(0)
    page.form.field("volunteer.residence_address").take_focus()
    for _ in range(20):
        if page.rail.currentRow() == LAST:
            break
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert page.rail.currentRow() == LAST


@pytest.mark.parametrize("large", [SCALES[0], SCALES[-1]], indirect=True)
def test_whatever_a_problem_or_an_enter_leads_to_is_in_sight(
    large: MainWindow, workspace: Workspace
) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.former_name", "余")
    page.rail.setCurrentRow(LAST)
    hidden = []
    for number in range(page.last.problem_list.count()):
        page.rail.setCurrentRow(LAST)
        item = page.last.problem_list.item(number)
        page.last.problem_list.itemActivated.emit(item)
        settle()
        if not is_seen(focus()):
            hidden.append(item.text())
    assert hidden == []
    page.rail.setCurrentRow(0)
    page.form.field("volunteer.document_number").take_focus()
    for _ in range(40):
        if page.rail.currentRow() == LAST:
            break
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        settle()
        if not is_seen(focus()):
            hidden.append(focus().objectName())
        _answer(focus())
    assert hidden == []


def _answer(line: QWidget) -> None:
    """Something, so that the next Enter goes on."""
    if isinstance(line, QLineEdit) and not line.text():
        line.setText("1")


@pytest.mark.parametrize("large", [SCALES[0], SCALES[-1]], indirect=True)
def test_a_new_form_and_another_registration_begin_at_their_top(
    large: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    kept = register.save_draft(desk, revision())
    page = workspace.registration
    for begin in (
        workspace.new_registration,
        lambda: workspace.open_registration(kept.record_id),
    ):
        workspace.new_registration()
        bar = page.form.step(0).verticalScrollBar()
        bar.setValue(bar.maximum())
        begin()
        settle()
        assert bar.value() == 0 or is_seen(page.findChild(QWidget, "volunteer.document_number"))


def test_choices_are_still_offered_after_python_looked_for_garbage(workspace: Workspace) -> None:
    for _ in range(2):
        workspace.new_registration()
        page = workspace.registration
        page.window().activateWindow()
        page.rail.setCurrentRow(2)
        page.form.field("kin.0.relation").take_focus()
        QTest.keyClicks(focus(), "zn")
        QTest.keyClick(QApplication.activePopupWidget() or focus(), Qt.Key.Key_Return)
        assert page.form.field("kin.0.relation").value() == "child"
        gc.collect()


def test_a_new_form_is_blamed_for_nothing_wherever_the_one_before_stood(
    workspace: Workspace, desk: Desk
) -> None:
    kept = witnessed(desk)
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(LAST)
    workspace.new_registration()
    assert page.rail.currentRow() == 0
    assert [one.path for one in page.findChildren(Field) if one.problem()] == []


@pytest.mark.parametrize("final", [True, False])
def test_tab_goes_round_on_the_last_step(workspace: Workspace, desk: Desk, final: bool) -> None:
    made = revision() if final else revision(witnesses=[])
    kept = register.witness(desk, made) if final else register.save_draft(desk, made)
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.window().activateWindow()
    page.rail.setCurrentRow(LAST)
    page.rail.setFocus()
    passed = []
    for _ in range(60):
        passed.append(focus())
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
    for one in (page.rail, workspace.rail, page.back, page.last.acts.buttons[Act.REFUSE]):
        assert one in passed
    assert passed.count(page.rail) >= 2, "it goes round"


@pytest.mark.parametrize("large", [SCALES[0], SCALES[-1]], indirect=True)
def test_tab_into_a_step_brings_it_into_sight(large: MainWindow, workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    hidden = []
    page.rail.setFocus()
    for _ in range(50):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        settle()
        if not is_seen(focus()):
            hidden.append(focus().objectName() or focus().accessibleName())
    assert hidden == []


def test_alt_6_puts_the_cursor_on_what_goes_on(workspace: Workspace, desk: Desk) -> None:
    kept = register.save_draft(desk, revision())
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.window().activateWindow()
    QTest.keyClick(focus(), Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert focus() is page.last.witnessed


def test_the_lock_covers_the_screen_though_saving_fails_as_nobody_foresaw(
    window: MainWindow, workspace: Workspace, reporting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.window().activateWindow()
    rehearsal.type_text(page.findChild(QLineEdit, "volunteer.name"), "余淑福")

    def fails(*_: object) -> None:
        raise RuntimeError("nobody foresaw it")

    with monkeypatch.context() as broken:
        broken.setattr(register, "save_draft", fails)
        workspace.show_page(pages.TODAY)
        assert workspace.rail.currentRow() == pages.REGISTER, "it stays where it can't be kept"
        assert "X00" in page.banner.text()
        window.lock()
    assert isinstance(window.centralWidget(), SignIn)
    assert list(reporting.glob("crash-*.json"))


def test_the_day_the_letter_was_signed_stands_beside_it(workspace: Workspace, desk: Desk) -> None:
    kept = witnessed(desk)
    list(print_letters(desk, [kept.registration.serial]))
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.window().activateWindow()
    page.rail.setCurrentRow(LAST)
    QTest.mouseClick(page.last.signed, Qt.MouseButton.LeftButton)
    assert page.last.papers.printed.rows.line(0)[1][3] == "2026-11-24"
    assert focus() is page.last.print_button, "not on what stood next"


def test_nothing_is_attached_to_who_was_erased(workspace: Workspace, desk: Desk) -> None:
    kept = witnessed(desk)
    erase(desk, kept.record_id, next(iter(ERASURE_GROUND.labels)))
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(LAST)
    assert [slot.role for slot in page.attachments.slots if slot.add.isEnabled()] == []
