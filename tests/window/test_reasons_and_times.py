"""The last step's reasons, and the witnesses' times, from the chair."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.window.test_registration_page import TIMES, typed_steps
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import rehearsal
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.workspace import Workspace

AGAINST = "override:F17:kin.0.opinion"


def with_kin_against_it(workspace: Workspace) -> RegistrationPage:
    """Everything typed, the daughter is against it; the last step is open."""
    workspace.new_registration()
    page = workspace.registration
    steps = typed_steps()
    steps[2] |= {"kin.0.name": "样例四", "kin.0.opinion": "不同意"}
    for number, values in enumerate(steps):
        page.rail.setCurrentRow(number)
        for path, value in values.items():
            rehearsal.fill(page, path, value)
    page.rail.setCurrentRow(page.steps.count() - 1)
    return page


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_kin_who_are_against_it_ask_for_a_reason_and_with_it_one_goes_on(
    workspace: Workspace, desk: Desk
) -> None:
    page = with_kin_against_it(workspace)
    line = page.findChild(QLineEdit, AGAINST)
    assert line.isVisible()
    press(page.last.witnessed)
    assert page.mood() == "bad"
    assert "没有写明理由" in page.banner.text()
    assert page.revision.state in ("draft", "complete")
    line = page.findChild(QLineEdit, AGAINST)
    assert QApplication.focusWidget() is line, "the cursor waits where something is to be typed"
    rehearsal.type_text(line, "已当面沟通两次，志愿者坚持。")
    press(page.last.witnessed)
    assert page.revision.state == "witnessed", page.banner.text()
    kept = register.open_registration(desk, page.revision.record_id)
    assert [(o.code, o.path, o.reason, o.given_by) for o in kept.overrides] == [
        ("F17", "kin.0.opinion", "已当面沟通两次，志愿者坚持。", "A001")
    ]
    shown = page.findChild(QLineEdit, AGAINST)
    assert shown.isReadOnly()
    assert shown.text() == "已当面沟通两次，志愿者坚持。"


def test_the_reason_is_reached_with_the_tab_key_from_the_list_of_problems(
    workspace: Workspace,
) -> None:
    page = with_kin_against_it(workspace)
    following = page.last.problem_list.nextInFocusChain()
    while following.focusPolicy() == Qt.FocusPolicy.NoFocus or not following.isVisible():
        following = following.nextInFocusChain()
    assert following.objectName() == AGAINST


def test_a_half_typed_reason_is_saved_with_the_draft_and_shown_again(
    workspace: Workspace, desk: Desk
) -> None:
    page = with_kin_against_it(workspace)
    rehearsal.type_text(page.findChild(QLineEdit, AGAINST), "已当面")
    record_id = page.revision.record_id
    workspace.new_registration()
    assert page.findChild(QLineEdit, AGAINST) is None or not page.last.overrides.isVisible()
    kept = register.open_registration(desk, record_id)
    assert [o.reason for o in kept.overrides] == ["已当面"]
    workspace.open_registration(record_id)
    page.rail.setCurrentRow(page.steps.count() - 1)
    assert page.findChild(QLineEdit, AGAINST).text() == "已当面"


def test_nobody_of_the_registration_before_stays_on_the_form(
    workspace: Workspace, desk: Desk
) -> None:
    rehearsal.register_one(workspace, typed_steps())
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.name", "下一位")
    page.save()
    kept = register.open_registration(desk, register.find(desk, "下一位")[0].record_id)
    assert (kept.kin, kept.witnesses, kept.overrides) == ([], [], [])
    page.rail.setCurrentRow(2)
    assert page.findChild(QLineEdit, "kin.0.name").text() == ""


@pytest.mark.parametrize(
    "take",
    [
        lambda page: press(page.findChild(QPushButton, "statement.started_at:now")),
        lambda page: QTest.keyClick(
            page.findChild(QLineEdit, "statement.started_at"),
            Qt.Key.Key_Semicolon,
            Qt.KeyboardModifier.ControlModifier,
        ),
    ],
    ids=["button", "key"],
)
def test_now_is_the_clock_of_the_point(
    workspace: Workspace, take: Callable[[RegistrationPage], None]
) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(4)
    take(page)
    assert page.findChild(QLineEdit, "statement.started_at").text() == "2026-11-24 09:30"
    page.save()
    assert page.revision.statement.started_at == "2026-11-24 09:30"


def test_a_time_typed_in_short_is_written_out_when_the_field_is_left(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(4)
    rehearsal.fill(page, "statement.started_at", "9:05")
    rehearsal.fill(page, "statement.ended_at", "202611240920")
    assert page.findChild(QLineEdit, "statement.started_at").text() == "2026-11-24 09:05"
    assert page.findChild(QLineEdit, "statement.ended_at").text() == TIMES["statement.ended_at"]


def test_the_place_is_the_point_unless_it_is_said_otherwise(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(4)
    place = page.findChild(QLineEdit, "statement.place")
    assert place.text() == "浙江民生社会养老服务中心遗体捐献宣传登记点"
    page.leave()
    assert not page.revision.record_id, "looking at an empty form registers nobody"
