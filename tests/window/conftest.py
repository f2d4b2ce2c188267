"""The real window with somebody signed in, driven by keys and clicks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import journal
from zjrc_desk.window import rehearsal, theme
from zjrc_desk.window.look import Look
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.unforeseen import Unforeseen
from zjrc_desk.window.workspace import Workspace


@pytest.fixture(autouse=True)
def own_look(tmp_path: Path) -> Iterator[None]:
    """The look that is kept is the test's own, and none of it is left for the next test.

    What Qt notes for itself likewise.
    """
    scope = QSettings.Scope.UserScope
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, scope, str(tmp_path / "look"))
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication) and theme.worn() != Look():
        theme.apply(application)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    with rehearsal.opened_window(desk) as opened:
        yield opened


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def reporting(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A folder that gets the log and the reports of errors nobody foresaw in a slot."""
    folder = tmp_path / "log"
    folder.mkdir()
    journal.open_log(folder)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    Unforeseen(window).catch()
    yield folder
    journal.open_log(tmp_path / "none")
