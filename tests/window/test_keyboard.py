"""Without a mouse and without eyes: keys, focus and words of every control of every view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.window.cut import settle
from tests.window.views import Views
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import theme
from zjrc_desk.window.act_dialogs import ReasonDialog
from zjrc_desk.window.field import Field
from zjrc_desk.window.look import THEMES, Look
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.manners import KEY
from zjrc_desk.window.workspace import SETTINGS, Workspace

TAB = Qt.FocusPolicy.TabFocus
#: A line of two pixels around the least of controls.
_PIXELS_OF_A_RING = 60


def controls(shown: QWidget) -> list[QWidget]:
    """What takes the keyboard in a view, as it is now."""
    return [
        one
        for one in shown.findChildren(QWidget)
        if one.focusPolicy().value & TAB.value
        and one.isVisibleTo(shown)
        and one.window() is shown.window()
        and one.isEnabled()
        and not isinstance(one, QSplitter)
        and one.focusProxy() is None
    ]


def everywhere(views: Views) -> Iterator[tuple[str, QWidget]]:
    yield from views.of_pages()
    yield from views.of_sheets()
    yield from views.of_dialogs()
    screen = views.volunteer_screen()
    yield "volunteer", screen
    screen.close()


def test_every_control_of_every_view_has_a_name_a_description_and_every_button_one_key(
    window: MainWindow, desk: Desk
) -> None:
    faults = []
    seen = 0
    for view, shown in everywhere(Views(window, desk)):
        settle()
        assert not _twice(shown), f"{view}: a key that means two things"
        for one in controls(shown):
            seen += 1
            what = f"{view}: {type(one).__name__} {one.objectName()} “{one.accessibleName()}”"
            if not one.accessibleName().strip():
                faults.append(f"{what} has no name")
            if not one.accessibleDescription().strip():
                faults.append(f"{what} has no description")
            if isinstance(one, QPushButton) and not KEY.search(_shown_keys(one)):
                faults.append(f"{what} shows no key")
    assert seen > 300
    assert not faults, "\n".join(sorted(set(faults)))


def _twice(shown: QWidget) -> set[str]:
    keys = [
        one.shortcut().toString()
        for one in shown.findChildren(QPushButton)
        if one.isVisibleTo(shown) and not one.shortcut().isEmpty()
    ]
    return {one for one in keys if keys.count(one) > 1}


def _shown_keys(button: QPushButton) -> str:
    return button.toolTip() + ("Alt+C" if "&" in button.text() else "")


def test_the_key_in_the_tip_does_what_the_button_does(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.show_page(SETTINGS)
    page = workspace.settings
    page.tabs.setCurrentWidget(page.keys)
    settle()
    (change,) = [
        one for one in page.keys.findChildren(QPushButton) if one.text() == "更改我的密码…"
    ]
    keys = change.shortcut().toString()
    assert keys in change.toolTip()
    QTest.keySequence(page, QKeySequence(keys))
    qtbot.waitUntil(lambda: page.keys.dialog is not None)
    page.keys.dialog.reject()


def test_the_focus_is_seen_on_every_control_in_every_theme(window: MainWindow, desk: Desk) -> None:
    views = Views(window, desk)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    faults = []
    for name in THEMES:
        theme.apply(application, Look(name))
        for view, shown in _telling(views):
            shown.window().activateWindow()
            assert QTest.qWaitForWindowActive(shown.window())
            settle()
            for one in controls(shown):
                area = one.parentWidget() if isinstance(one, QTabBar) else one
                assert area is not None
                if isinstance(one, QAbstractScrollArea) and one.objectName() == "rail":
                    continue
                before = _without_focus(shown, area)
                one.setFocus(Qt.FocusReason.TabFocusReason)
                if different(before, area.grab().toImage()) < _PIXELS_OF_A_RING:
                    faults.append(f"{name} {view}: {type(one).__name__} {one.accessibleName()}")
    assert not faults, "\n".join(sorted(set(faults)))


def _telling(views: Views) -> Iterator[tuple[str, QWidget]]:
    """One view of each kind of control."""
    for view, shown in views.of_pages():
        if view in ("FindPage-1", "SettingsPage-2", "SettingsPage-5", "form-draft-2"):
            yield view, shown
    for view, shown in views.of_sheets():
        if view == "SignIn":
            yield view, shown


def _without_focus(shown: QWidget, area: QWidget) -> QImage:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return area.grab().toImage()


def different(one: QImage, other: QImage) -> int:
    """How many pixels are, as far as they are counted."""
    if one.size() != other.size():
        return one.width() * one.height()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    if first == second:
        return 0
    pixels = zip(memoryview(first).cast("I"), memoryview(second).cast("I"), strict=True)
    unlike = (True for a, b in pixels if a != b)
    return sum(islice(unlike, _PIXELS_OF_A_RING))


@pytest.mark.parametrize("row", [0, 1, 2, 4])
def test_tab_goes_through_the_form_as_it_is_read(workspace: Workspace, row: int) -> None:
    workspace.new_registration()
    page = workspace.registration
    page.rail.setCurrentRow(row)
    settle()
    step = page.steps.currentWidget()
    assert step is not None
    lines = [one for one in step.findChildren(QLineEdit) if one.isVisible()]
    read = sorted(lines, key=_place(step))
    lines[0].setFocus()
    passed = []
    for _ in range(4 * len(lines)):
        at = QApplication.focusWidget()
        line = at if isinstance(at, QLineEdit) else at.findChild(QLineEdit) if at else None
        if line in lines and line not in passed:
            passed.append(line)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert [one.objectName() for one in passed] == [one.objectName() for one in read]


def _place(step: QWidget) -> Callable[[QWidget], tuple[int, int]]:
    def place(one: QWidget) -> tuple[int, int]:
        field: QWidget | None = one
        while not isinstance(field, Field):
            assert field is not None
            field = field.parentWidget()
        at = field.mapTo(step, field.rect().topLeft())
        return at.y(), at.x()

    return place


def test_esc_in_a_dialog_loses_no_text_and_closes_where_there_is_none(window: MainWindow) -> None:
    dialog = ReasonDialog("变更", "说明。", "开始变更", window)
    dialog.open()
    settle()
    QTest.keyClicks(dialog.reason, "because")
    for _ in range(3):
        QTest.keyClick(dialog.reason, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.reason.text() == "because"
    assert dialog.no.hasFocus(), "to give it up takes one more key, meant so"
    QTest.keyClick(dialog.no, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    empty = ReasonDialog("变更", "说明。", "开始变更", window)
    empty.open()
    settle()
    QTest.keyClick(empty.reason, Qt.Key.Key_Escape)
    assert not empty.isVisible()


def test_esc_on_a_page_loses_no_text(workspace: Workspace) -> None:
    workspace.new_registration()
    line = workspace.registration.findChild(QLineEdit, "volunteer.residence_region")
    line.setFocus()
    QTest.keyClicks(line, "xh")
    settle()
    for _ in range(3):
        QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Escape)
    assert line.text() == "xh"
