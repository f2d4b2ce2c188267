"""The wheel, an input method, an Enter in the wrong place: what hands do without meaning it."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea

from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import FIND, Workspace


def scroll(window: MainWindow, over: QComboBox, *, text: bool = True) -> None:
    """A turn of the wheel over a list's text or its arrow, as it comes from the system."""
    arrow = QPoint(over.width() - 4, over.height() // 2)
    at = over.mapTo(window, over.rect().center() if text else arrow)
    handle = window.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, at, QPoint(0, -120))
    QApplication.processEvents()


@pytest.mark.parametrize("focused", [False, True])
@pytest.mark.parametrize("text", [False, True])
def test_the_wheel_changes_no_choice_and_scrolls_the_page(
    window: MainWindow, workspace: Workspace, *, focused: bool, text: bool
) -> None:
    workspace.new_registration()
    page = workspace.registration
    window.resize(1280, 480)
    page.rail.setCurrentRow(2)
    QApplication.processEvents()
    field = page.form.field_of("kin.0.opinion")
    assert field is not None
    box = field.findChild(QComboBox)
    assert box is not None
    field.set_value("agrees")
    if focused:
        field.take_focus()
    area = page.steps.currentWidget()
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    before = bar.value()
    around = workspace.stack.currentWidget()
    assert isinstance(around, QScrollArea)
    around.ensureWidgetVisible(box)
    QApplication.processEvents()
    assert bar.maximum() > before
    scroll(window, box, text=text)
    assert field.value() == "agrees"
    assert bar.value() > before


def test_the_wheel_changes_no_filter(window: MainWindow, workspace: Workspace) -> None:
    workspace.show_page(FIND)
    QApplication.processEvents()
    box = workspace.search.state
    before = box.currentIndex()
    scroll(window, box)
    assert box.currentIndex() == before


def test_writing_by_an_input_method_keeps_the_window_open(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.registration.rail.setCurrentRow(3)
    letter = workspace.registration.findChild(QPlainTextEdit, "intention.family_letter")
    assert letter is not None
    window.presence.idle.start(1_000_000)
    written = QInputMethodEvent()
    written.setCommitString("爱")
    QApplication.sendEvent(letter, written)
    assert window.presence.idle.remainingTime() < 1_000_000 - 1, "the minutes begin anew"
    assert window.presence.idle.interval() == workspace.desk.point.idle_minutes * 60_000


def test_enter_in_a_field_of_a_step_that_was_left_goes_on_from_the_step_that_is_shown(
    workspace: Workspace,
) -> None:
    workspace.new_registration()
    page = workspace.registration
    line = page.findChild(QLineEdit, "volunteer.residence_region")
    assert line is not None
    page.rail.setCurrentRow(2)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert page.rail.currentRow() == 2
    focus = QApplication.focusWidget()
    step = page.steps.currentWidget()
    assert focus is not None
    assert step is not None
    assert step.isAncestorOf(focus)


def test_a_pc_that_slept_longer_than_the_idle_time_is_locked_by_whatever_is_pressed_first(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.new_registration()
    line = workspace.registration.findChild(QLineEdit, "volunteer.name")
    assert line is not None
    QTest.keyClicks(line, "a")
    minutes = workspace.desk.point.idle_minutes
    asleep = time.time() + minutes * 60 - 5
    monkeypatch.setattr(time, "time", lambda: asleep)
    QTest.keyClicks(line, "b")
    assert line.text() == "ab", "a nap: the minutes begin anew"
    monkeypatch.setattr(time, "time", lambda: asleep + (minutes + 2) * 60)
    QTest.keyClicks(line, "c")
    assert line.text() == "ab"
    QApplication.processEvents()
    assert window.workspace is None
    assert isinstance(window.centralWidget(), SignIn)


@pytest.mark.parametrize(
    ("copied", "kept"),
    [
        ("陈\n建国", "陈建国"),
        ("陈建国\r\n", "陈建国"),
        ("欧阳\n  娜娜", "欧阳娜娜"),
        ("Chen\nJianguo", "Chen Jianguo"),
        ("1号楼\n203", "1号楼 203"),
    ],
)
def test_a_line_break_that_is_pasted_along_is_not_a_part_of_the_line(
    workspace: Workspace, copied: str, kept: str
) -> None:
    workspace.new_registration()
    line = workspace.registration.findChild(QLineEdit, "volunteer.name")
    assert line is not None
    QApplication.clipboard().setText(copied)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == kept
    assert workspace.registration.form.field("volunteer.name").value() == kept
