"""Chinese input methods: what is still being composed is nobody's input; what is committed is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.field import Field
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.suggest import Suggestions
from zjrc_desk.window.workspace import Workspace


def compose(control: QWidget, letters: str) -> None:
    """The input method shows letters that are not chosen yet, one after the other."""
    for end in range(1, len(letters) + 1):
        event = QInputMethodEvent(letters[:end], [])
        QApplication.sendEvent(control, event)


def commit(control: QWidget, text: str) -> None:
    """A candidate is chosen."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(control, event)


def abandon(control: QWidget) -> None:
    """Esc in the input method: the letters go."""
    QApplication.sendEvent(control, QInputMethodEvent("", []))


#: A field of every kind: a line, one with suggestions, a choice, a day, a moment, a long text.
FIELDS = {
    "volunteer.name": "余淑福",
    "volunteer.residence_region": "西湖区",
    "volunteer.ethnicity": "汉族",
    "volunteer.birth_date": "一九四一年",
    "statement.started_at": "九点",
    "kin.0.name": "赵娜国",
    "intention.family_letter": "孩子们：请尊重我的决定。",
}


@pytest.mark.parametrize(("path", "text"), list(FIELDS.items()))
def test_only_what_is_committed_is_entered(
    workspace: Workspace, desk: Desk, path: str, text: str
) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.form.jump(path)
    control = page.findChild(QLineEdit, path) or page.findChild(QPlainTextEdit, path)
    assert control is not None
    field = _field_of(control)
    control.setFocus()
    edited: list[None] = []
    field.edited.connect(lambda: edited.append(None))
    empty = field.value()
    compose(control, "xihuqu")
    assert field.value() == empty, "composing is no value"
    assert not edited, "and no reason to save"
    assert _popup(control) is None, "nor to suggest anything"
    page.save()
    assert page.revision.record_id == "", "nothing was entered yet"
    abandon(control)
    assert field.value() == empty
    compose(control, "xihuqu")
    commit(control, text)
    assert edited
    shown = control.text() if isinstance(control, QLineEdit) else control.toPlainText()
    assert shown == text
    page.save()
    assert page.revision.record_id, "and now it is kept"
    compose(control, "duoyu")
    page.save()
    kept = register.open_registration(desk, page.revision.record_id)
    assert "duoyu" not in repr(kept)
    assert "duoyu" not in str(field.value())


def _field_of(control: QWidget) -> Field:
    at: QWidget | None = control
    while at is not None and not isinstance(at, Field):
        at = at.parentWidget()
    assert at is not None
    return at


def _popup(control: QWidget) -> QWidget | None:
    popups = [one.popup() for one in control.findChildren(Suggestions)]
    return next((one for one in popups if one.isVisible()), None)


def test_suggestions_follow_what_is_committed_and_are_taken_by_enter(
    workspace: Workspace,
) -> None:
    workspace.new_registration()
    line = workspace.registration.findChild(QLineEdit, "volunteer.residence_region")
    line.setFocus()
    compose(line, "xihu")
    commit(line, "西湖区")
    popup = _popup(line)
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "浙江省杭州市西湖区"


def test_the_search_waits_for_what_is_committed(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.show_page(pages.FIND)
    page = workspace.search
    asked: list[str] = []
    qtbot.waitUntil(lambda: "准备" not in page.count.text())
    page.words.textChanged.connect(asked.append)
    compose(page.words, "yushufu")
    assert page.words.text() == ""
    assert not [text for text in asked if text], "letters that are being composed are not searched"
    commit(page.words, "余淑福")
    assert asked[-1] == "余淑福"


def test_a_search_that_is_being_composed_is_not_typed_into_twice(workspace: Workspace) -> None:
    """Letters typed on the list go to the field; those of the input method are none of them."""
    workspace.show_page(pages.FIND)
    page = workspace.search
    page.words.setFocus()
    compose(page.words, "yu")
    QApplication.processEvents()
    commit(page.words, "余")
    assert page.words.text() == "余"


def test_filters_reasons_and_the_sign_in_take_what_is_committed(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    sheet = SignIn(desk.store.folder)
    qtbot.addWidget(sheet)
    audit = workspace.stack.at(pages.AUDIT)
    for line in (sheet.staff, workspace.search.filters.since, audit.record):
        compose(line, "gong")
        assert line.text() == ""
        commit(line, "工")
        assert line.text() == "工"
