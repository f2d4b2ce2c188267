"""One registration, from the chair."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.people import citizen_number, revision
from zjrc_desk.demo import VOLUNTEER
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import rehearsal
from zjrc_desk.window.field import Field
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.registration_page import AUTOSAVE_MS
from zjrc_desk.window.workspace import Workspace

TIMES = {"statement.started_at": "2026-11-24 09:00", "statement.ended_at": "2026-11-24 09:20"}


def typed_steps() -> list[dict[str, object]]:
    steps = [dict(step) for step in VOLUNTEER]
    steps[-1] |= TIMES
    return steps


def beside(page: QWidget, path: str) -> str:
    """What stands beside a field."""
    return next(f for f in page.findChildren(Field) if f.path == path).problem()


def test_a_volunteer_is_registered_by_typing_and_is_found_in_the_store(
    workspace: Workspace, desk: Desk
) -> None:
    serial = rehearsal.register_one(workspace, typed_steps())
    found = register.find(desk, "𬭚建华")
    assert [one.serial for one in found] == [serial]
    kept = register.open_registration(desk, found[0].record_id)
    assert kept.state == "witnessed"
    assert (kept.volunteer.sex, kept.volunteer.birth_date) == ("2", "1941-07-04")
    assert kept.intention.items == ["whole_body", "cornea"]
    assert kept.consent.given_at
    assert [w.name for w in kept.witnesses] == ["样例二", "样例三"]
    assert "身后把身体留给医学" in kept.intention.family_letter


def test_what_is_typed_is_on_the_disk_within_a_second_without_any_button(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    assert AUTOSAVE_MS < 1000
    workspace.new_registration()
    name = workspace.registration.findChild(QLineEdit, "volunteer.name")
    rehearsal.type_text(name, "半个")
    qtbot.waitUntil(lambda: bool(register.find(desk, "半个")), timeout=3000)
    assert register.find(desk, "半个")[0].state == "draft"


def test_a_wrong_number_is_said_beside_its_field_when_it_is_left(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    wrong = citizen_number()[:-1] + ("0" if citizen_number()[-1] != "0" else "1")
    rehearsal.fill(page, "volunteer.document_number", wrong)
    assert "校验位" in beside(page, "volunteer.document_number")
    assert beside(page, "volunteer.mobile") == "", "a field not reached yet is not blamed"
    rehearsal.fill(page, "volunteer.document_number", citizen_number())
    assert beside(page, "volunteer.document_number") == ""


def test_sex_and_birth_date_are_filled_from_the_number(workspace: Workspace) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.document_number", citizen_number("19500102", 107))
    line = page.findChild(QLineEdit, "volunteer.birth_date")
    assert line.text() == "1950-01-02"
    assert page.findChild(QLineEdit, "volunteer.sex").text() == "男"


def test_finishing_too_early_names_every_open_point_and_keeps_the_draft(
    workspace: Workspace, desk: Desk
) -> None:
    workspace.new_registration()
    page = workspace.registration
    rehearsal.fill(page, "volunteer.name", "张三")
    page.rail.setCurrentRow(page.steps.count() - 1)
    named = [page.last.problem_list.item(n).text() for n in range(page.last.problem_list.count())]
    assert any("执行人" in text for text in named)
    assert any("见证人" in text for text in named)
    QTest.mouseClick(page.last.witnessed, Qt.MouseButton.LeftButton)
    assert page.mood() == "bad"
    assert register.find(desk, "张三")[0].state == "draft"


def counted(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+(?= 处)", text)]


@pytest.mark.parametrize("left_out", ["volunteer.document_expires", "volunteer.mobile"])
def test_the_banner_counts_what_the_list_shows_of_every_step_and_of_a_second_registration(
    workspace: Workspace, desk: Desk, left_out: str
) -> None:
    register.witness(desk, revision())
    workspace.new_registration()
    page = workspace.registration
    # The same person again, and a hint besides; nothing is said yet of witnesses and statement.
    steps = typed_steps()
    steps[0]["volunteer.document_number"] = revision().volunteer.document_number
    steps[0].pop(left_out, None)
    for number, values in enumerate(steps[:-1]):
        page.rail.setCurrentRow(number)
        for path, value in values.items():
            rehearsal.fill(page, path, value)
    page.rail.setCurrentRow(page.steps.count() - 1)
    QTest.mouseClick(page.last.witnessed, Qt.MouseButton.LeftButton)
    (banner,) = counted(page.banner.text())
    assert "F00" in page.banner.text()
    listed = counted(page.last.text.text().splitlines()[0])
    assert listed[0] == banner
    assert len(listed) == 2, "what only reminds is counted apart"
    assert sum(listed) == page.last.problem_list.count() > 2


def test_f03_the_same_person_again_is_said_while_typing(workspace: Workspace) -> None:
    rehearsal.register_one(workspace, typed_steps())
    workspace.new_registration()
    number = str(VOLUNTEER[0]["volunteer.document_number"])
    rehearsal.fill(workspace.registration, "volunteer.document_number", number)
    bar = workspace.registration.known
    assert bar.isVisible()
    assert "已经登记过" in bar.words.text()


def test_a_draft_opens_again_with_its_text_and_its_step_after_the_lock(
    window: MainWindow, workspace: Workspace, open_desk: Callable[[], Desk], qtbot: QtBot
) -> None:
    workspace.new_registration()
    rehearsal.fill(workspace.registration, "volunteer.name", "锁定前")
    workspace.registration.rail.setCurrentRow(3)
    rehearsal.fill(workspace.registration, "intention.family_letter", "没写完的家书")
    window.lock()
    assert window.workspace is None, "nobody sees the page"
    sheet = window.centralWidget()
    sheet.signed_in.emit(open_desk())
    assert window.workspace is not None
    page = window.workspace.registration
    assert page.revision.volunteer.name == "锁定前"
    assert page.revision.intention.family_letter == "没写完的家书"
    assert page.rail.currentRow() == 3


def test_a_witnessed_registration_can_be_read_and_not_typed_into(workspace: Workspace) -> None:
    rehearsal.register_one(workspace, typed_steps())
    page = workspace.registration
    page.rail.setCurrentRow(0)
    line = page.findChild(QLineEdit, "volunteer.name")
    rehearsal.type_text(line, "改")
    assert line.text() == "𬭚建华"


@pytest.mark.parametrize("number", range(5))
def test_every_control_of_every_page_has_a_name_for_screen_readers(
    workspace: Workspace, number: int
) -> None:
    workspace.show_page(number)
    page = workspace.stack.at(number)
    controls = [*page.findChildren(QLineEdit), *page.findChildren(QAbstractButton)]
    unnamed = [
        control.objectName() or type(control).__name__
        for control in controls
        if control.isVisible() and not (control.accessibleName() or control.text())
    ]
    assert unnamed == []
