"""The real window with somebody signed in, driven by keys and clicks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from zjrc_desk.desk.session import Desk
from zjrc_desk.window import rehearsal
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.workspace import Workspace


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    with rehearsal.opened_window(desk) as opened:
        yield opened


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace
