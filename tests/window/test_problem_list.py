"""The list of what is still open, on the last step: whole lines, and enough of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from tests.people import revision
from tests.window.cut import settle
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import theme
from zjrc_desk.window.look import SCALES, Look
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.workspace import Workspace


@pytest.fixture
def shown(window: MainWindow, workspace: Workspace) -> QListWidget:
    """With a name and nothing else entered, on the smallest screen."""
    window.resize(1366, 768)
    workspace.new_registration()
    page = workspace.registration
    name = page.findChild(QLineEdit, "volunteer.name")
    assert name is not None
    type_text(name, "余淑福")
    page.rail.setCurrentRow(5)
    settle()
    return page.last.problem_list


def lines_seen(shown: QListWidget) -> int:
    """How many lines are seen; fails where the last of them is cut through."""
    high = shown.viewport().height()
    ends = [shown.visualItemRect(shown.item(n)).bottom() + 1 for n in range(shown.count())]
    assert high in ends, f"{high} is in the middle of a line: {ends}"
    return ends.index(high) + 1


def test_whole_lines_are_seen_in_every_size_of_the_text(shown: QListWidget) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert shown.count() > 20
    # One after the other, as by Ctrl and plus while the step is looked at.
    for scale in SCALES:
        theme.apply(application, Look("light", scale))
        settle()
        assert 3 <= lines_seen(shown) <= 8, scale
        button = shown.window().workspace.registration.last.witnessed  # type: ignore[attr-defined]
        assert not button.visibleRegion().isEmpty(), "what goes on is seen with them"


def test_more_lines_are_seen_where_there_is_more_room(
    shown: QListWidget, window: MainWindow
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, Look("light", 180))
    settle()
    few = lines_seen(shown)
    window.resize(QSize(1920, 1080))
    settle()
    assert lines_seen(shown) > few


def test_of_few_lines_all_are_seen_and_nothing_below_them(workspace: Workspace, desk: Desk) -> None:
    left = revision()
    left.volunteer.residence_address = ""
    workspace.open_registration(register.save_draft(desk, left).record_id)
    workspace.registration.rail.setCurrentRow(5)
    settle()
    shown = workspace.registration.last.problem_list
    assert 0 < shown.count() < 3
    assert lines_seen(shown) == shown.count()
