"""Changing, correcting, ending and erasing from the chair; and the person who is known already."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import erase, register
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import status
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.life import Act
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window import rehearsal
from zjrc_desk.window.act_dialogs import (
    ActDialog,
    EndingDialog,
    EraseDialog,
    ReasonDialog,
    WithdrawalDialog,
)
from zjrc_desk.window.compare_dialog import CompareDialog
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.workspace import Workspace


@pytest.fixture
def signed(desk: Desk) -> Revision:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, [kept.registration.serial])
    return register.open_registration(desk, kept.record_id)


@pytest.fixture
def page(workspace: Workspace, signed: Revision) -> RegistrationPage:
    """The registration that is signed, open at its last step."""
    workspace.open_registration(signed.record_id)
    workspace.registration.rail.setCurrentRow(5)
    QApplication.processEvents()
    return workspace.registration


def press(page: RegistrationPage, act: Act) -> object:
    """Press the act's button; the window it opens."""
    one = page.last.acts.buttons[act]
    assert one.isVisible(), act
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    return page.last.acts.dialog


def confirm(dialog: object, reason: str = "") -> None:
    assert isinstance(dialog, ReasonDialog | EndingDialog)
    dialog.reason.setText(reason)
    if isinstance(dialog, WithdrawalDialog):
        dialog.asked_for.setChecked(True)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def offered(page: RegistrationPage) -> set[Act]:
    return {act for act, one in page.last.acts.buttons.items() if one.isVisible()}


def cells(dialog: CompareDialog) -> dict[str, tuple[str, str]]:
    rows = dialog.changes.rows
    texts = [
        [str(rows.data(rows.index(row, column))) for column in range(3)]
        for row in range(rows.rowCount())
    ]
    return {label: (old, new) for label, old, new in texts}


def test_a_change_asks_why_and_for_witnesses_and_consent_again(page: RegistrationPage) -> None:
    dialog = press(page, Act.CHANGE)
    confirm(dialog)
    assert isinstance(dialog, ReasonDialog)
    assert "F21" in dialog.banner.text(), "without a reason it stays open"
    confirm(dialog, "想改捐献项目")
    assert (page.revision.kind, page.revision.number, page.revision.state) == ("change", 2, "draft")
    assert page.rail.currentRow() == 0
    rehearsal.fill(page, "volunteer.room", "306-2")
    assert "（变更）" in page.title.text(), "still after it was saved"
    page.rail.setCurrentRow(5)
    assert page.last.problem_list.count() > 0
    assert offered(page) == {Act.ABANDON, Act.WITHDRAW, Act.REFUSE, Act.ERASE}


def test_a_correction_keeps_the_declaration_and_shows_what_it_changes_when_it_is_finished(
    page: RegistrationPage,
) -> None:
    confirm(press(page, Act.CORRECT), "住址抄错了")
    rehearsal.fill(page, "volunteer.residence_address", "平海路2号")
    page.rail.setCurrentRow(5)
    assert page.last.problem_list.count() == 0, "witnesses, statement and consent came along"
    QTest.mouseClick(page.last.witnessed, Qt.MouseButton.LeftButton)
    dialog = page.last.acts.dialog
    assert isinstance(dialog, CompareDialog)
    assert cells(dialog) == {"现住址": ("浙江省杭州市上城区平海路1号", "平海路2号")}
    assert page.revision.declared_at == "2026-11-20"
    dialog.accept()


def test_one_enter_withdraws_nothing_before_it_is_ticked_who_asks_for_it(
    page: RegistrationPage, desk: Desk
) -> None:
    dialog = press(page, Act.WITHDRAW)
    assert isinstance(dialog, WithdrawalDialog)
    assert dialog.focusWidget() is dialog.reason
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert status(desk).registrations == {"signed": 1}
    assert dialog.focusWidget() is dialog.asked_for
    QTest.keyClick(dialog.asked_for, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.yes.isEnabled()
    QTest.keyClick(dialog.asked_for, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert status(desk).registrations == {"withdrawn": 1}


def test_a_withdrawal_needs_no_reason_works_at_once_and_shows_before_and_after(
    page: RegistrationPage, desk: Desk
) -> None:
    confirm(press(page, Act.WITHDRAW))
    assert "撤销" in page.title.text()
    assert status(desk).registrations == {"withdrawn": 1}
    dialog = page.last.acts.dialog
    assert isinstance(dialog, CompareDialog)
    assert cells(dialog)["捐献项目"] == ("全部遗体、角膜", "（没有填写）")
    dialog.accept()
    assert offered(page) == {Act.CORRECT, Act.REFUSE, Act.RENEW, Act.ERASE}
    QTest.mouseClick(page.last.acts.buttons[Act.RENEW], Qt.MouseButton.LeftButton)
    assert (page.revision.kind, page.revision.number) == ("intention", 3)
    assert page.revision.intention.items == []


def test_a_refusal_is_recorded_only_with_the_signed_statement(page: RegistrationPage) -> None:
    dialog = press(page, Act.REFUSE)
    confirm(dialog)
    assert isinstance(dialog, EndingDialog)
    assert "F22" in dialog.banner.text()
    dialog.signed.setChecked(True)
    confirm(dialog)
    assert page.revision.kind == "refusal"
    assert offered(page) == {Act.CORRECT, Act.RENEW, Act.ERASE}
    wrong = press(page, Act.CORRECT)
    assert isinstance(wrong, EndingDialog)
    wrong.findChild(QLineEdit, "ending.name").setText("余淑芙")
    confirm(wrong, "抄错了")
    assert (page.revision.volunteer.name, page.revision.number) == ("余淑芙", 3)


def test_somebody_who_was_never_registered_refuses_from_the_first_page(
    workspace: Workspace, desk: Desk
) -> None:
    workspace.today.refusal.emit()
    dialog = workspace.registration.last.acts.dialog
    assert isinstance(dialog, EndingDialog)
    for path, text in (
        ("ending.document_number", citizen_number()),
        ("ending.name", "余淑福"),
    ):
        rehearsal.type_text(dialog.findChild(QLineEdit, path), text)
    dialog.signed.setChecked(True)
    confirm(dialog)
    (found,) = register.find(desk, "余淑福")
    assert (found.kind, found.state) == ("refusal", "signed")
    assert workspace.registration.revision.record_id == found.record_id


def test_what_is_missing_from_a_refusal_is_said_in_its_window(
    workspace: Workspace, desk: Desk
) -> None:
    workspace.today.refusal.emit()
    dialog = workspace.registration.last.acts.dialog
    assert isinstance(dialog, EndingDialog)
    dialog.signed.setChecked(True)
    confirm(dialog)
    assert "没有填写姓名" in dialog.banner.text()
    assert dialog.isVisible()
    dialog.reject()
    assert status(desk).registrations == {}, "nothing is left of it"


def test_erasing_needs_the_typed_serial_and_leaves_an_empty_form(
    page: RegistrationPage, desk: Desk, qtbot: QtBot
) -> None:
    serial = page.revision.registration.serial
    dialog = press(page, Act.ERASE)
    assert isinstance(dialog, EraseDialog)
    assert not dialog.yes.isEnabled()
    rehearsal.type_text(dialog.typed, serial[:-1])
    assert not dialog.yes.isEnabled()
    rehearsal.type_text(dialog.typed, serial[-1].lower())
    QTest.keyClick(dialog.typed, Qt.Key.Key_Return)
    assert status(desk).registrations == {"signed": 1}, "Enter alone erases nobody"
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "已经删除" in page.banner.text()
    assert page.findChild(QLineEdit, "volunteer.name").text() == ""
    assert status(desk).registrations == {"erased": 1}


def test_the_tombstone_opens_shows_nobody_and_offers_nothing_but_its_history(
    page: RegistrationPage, workspace: Workspace, desk: Desk
) -> None:
    record_id = page.revision.record_id
    erase.erase(desk, record_id, "consent_withdrawn")
    workspace.open_registration(record_id)
    page.rail.setCurrentRow(5)
    assert "删除" in page.title.text()
    assert page.findChild(QLineEdit, "volunteer.name").text() == ""
    assert offered(page) == set()
    QTest.mouseClick(page.last.acts.history_button, Qt.MouseButton.LeftButton)
    dialog = page.last.acts.dialog
    assert isinstance(dialog, CompareDialog)
    assert dialog.revisions.rows.rowCount() == 2
    dialog.accept()


def test_a_full_disk_while_erasing_is_said_and_the_window_does_not_hang(
    page: RegistrationPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError("D06", "磁盘满了。", "请清理。")

    monkeypatch.setattr(type(desk.store), "scrub", full)
    dialog = press(page, Act.ERASE)
    assert isinstance(dialog, EraseDialog)
    dialog.typed.setText(page.revision.registration.serial)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "D13" in page.banner.text()
    assert status(desk).registrations == {"erased": 1}
    assert page.findChild(QLineEdit, "volunteer.name").text() == "", "nobody is on the screen"


@pytest.mark.parametrize(
    ("role", "acts"),
    [
        ("registrar", {Act.CHANGE, Act.CORRECT, Act.WITHDRAW, Act.REFUSE}),
        ("auditor", set()),
    ],
)
def test_buttons_are_those_of_the_role(
    workspace: Workspace, signed: Revision, desk: Desk, role: str, acts: set[Act]
) -> None:
    desk.staff.role = role
    workspace.open_registration(signed.record_id)
    workspace.registration.rail.setCurrentRow(5)
    assert offered(workspace.registration) == acts


def test_the_known_person_is_opened_by_shortcut_and_a_form_that_says_nothing_new_is_discarded(
    workspace: Workspace, signed: Revision, desk: Desk, qtbot: QtBot
) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.document_number", citizen_number())
    assert page.known.isVisible()
    assert "已经登记过" in page.known.words.text()
    assert status(desk).registrations == {"draft": 1, "signed": 1}
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.revision.record_id == signed.record_id)
    assert not page.known.isVisible()
    assert status(desk).registrations == {"signed": 1}


def test_a_form_that_says_more_is_kept_as_a_draft_and_marked(
    workspace: Workspace, signed: Revision, desk: Desk
) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.mobile", "13900000009")
    rehearsal.fill(page, "volunteer.document_number", citizen_number())
    QTest.mouseClick(page.known.open_button, Qt.MouseButton.LeftButton)
    assert page.revision.record_id == signed.record_id
    assert "标记为重复" in page.banner.text()
    (kept,) = [one for one in register.find(desk) if one.duplicate]
    assert (kept.phone, kept.state) == ("13900000009", "draft")
    workspace.show_page(2)
    rows = workspace.search.table.rows
    states = [str(rows.data(rows.index(row, 6))) for row in range(rows.rowCount())]
    assert "草稿（重复）" in states
    workspace.open_registration(kept.record_id)
    assert page.known.isVisible(), "the bar is there again"


@pytest.mark.parametrize(
    "typed",
    [
        {"volunteer.name": "余淑福", "volunteer.birth_date": "19410704"},
        {"volunteer.name": "余 淑福", "volunteer.birth_date": "19410704"},
        {
            "volunteer.document_type": "护照",
            "volunteer.document_number": "E12345678",
            "volunteer.birth_date": "1941-7-4",
            "volunteer.name": "余淑福",
        },
    ],
)
def test_the_same_name_and_birth_date_is_a_hint_that_stops_nothing(
    workspace: Workspace, signed: Revision, desk: Desk, typed: dict[str, str]
) -> None:
    workspace.new_registration()
    page = workspace.registration
    for path, text in typed.items():
        rehearsal.fill(page, path, text)
    assert page.known.isVisible()
    assert "核对是不是同一个人" in page.known.words.text()
    assert not [p for p in page._problems() if p.code == "F03"]


def test_the_bar_goes_when_the_number_is_put_right(workspace: Workspace, signed: Revision) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.document_number", citizen_number())
    assert page.known.isVisible()
    rehearsal.fill(page, "volunteer.document_number", citizen_number(sequence=108))
    # Born on the same day, but nobody's namesake.
    assert not page.known.isVisible()


def test_finding_somebody_by_name_uses_the_index(desk: Desk) -> None:
    from sqlalchemy import text

    query = (
        "EXPLAIN QUERY PLAN SELECT revision.record_id FROM revision JOIN volunteer ON "
        "volunteer.revision_id = revision.id WHERE "
        "volunteer.birth_date = '1941-07-04' AND revision.current"
    )
    with desk.store.read() as session:
        plan = " ".join(str(row) for row in session.execute(text(query)))
    assert "ix_volunteer_birth_date" in plan


def test_a_change_is_given_up_after_it_was_confirmed_and_nothing_else_is_lost(
    workspace: Workspace, page: RegistrationPage, desk: Desk
) -> None:
    confirm(press(page, Act.CHANGE), "想改")
    rehearsal.fill(page, "volunteer.mobile", "13900000009")
    page.rail.setCurrentRow(5)
    assert page.last.acts.buttons[Act.ABANDON].text() == "放弃这次变更…"
    dialog = press(page, Act.ABANDON)
    assert isinstance(dialog, ActDialog)
    dialog.reject()
    assert page.revision.number == 2, "asked first"
    dialog = press(page, Act.ABANDON)
    assert isinstance(dialog, ActDialog)
    QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert (page.revision.number, page.revision.state) == (1, "signed")
    assert page.revision.volunteer.mobile == "13805710001"
    assert Act.ABANDON not in offered(page)
    given_up = register.revisions(desk, page.revision.record_id)[1]
    assert (given_up.state, given_up.volunteer.mobile) == ("abandoned", "13900000009")


def test_the_erasing_window_says_what_it_cannot_reach_and_who_names_the_person(
    workspace: Workspace, page: RegistrationPage, desk: Desk
) -> None:
    near = revision(
        volunteer=volunteer(name="别人", document_number=citizen_number("19500102", 108))
    )
    near.kin[0].name = "余淑福"
    serial = register.save_draft(desk, near).registration.serial
    dialog = press(page, Act.ERASE)
    assert isinstance(dialog, EraseDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "以前做的备份" in said
    assert f"{serial} 亲属（同名，请先核对是不是本人）" in said
    dialog.reject()


def test_half_a_change_is_kept_when_somebody_else_is_opened(
    workspace: Workspace, page: RegistrationPage, desk: Desk
) -> None:
    register.save_draft(
        desk,
        revision(volunteer=volunteer(name="别人", document_number=citizen_number("19500102", 108))),
    )
    confirm(press(page, Act.CHANGE), "想改")
    rehearsal.fill(page, "volunteer.document_number", citizen_number("19500102", 108))
    QTest.mouseClick(page.known.open_button, Qt.MouseButton.LeftButton)
    assert page.revision.volunteer.name == "别人"
    assert status(desk).registrations == {"draft": 2}, "the change is still there"
