"""Dialogs for files: Qt's own, as it is where the system has none, and the lock over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from zjrc_desk.window.file_dialogs import ask_folder, ask_open, ask_open_many, ask_save
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.workspace import Workspace

_CTRL = Qt.KeyboardModifier.ControlModifier


def once_open(act: Callable[[QFileDialog], object]) -> list[QFileDialog]:
    """Do that to Qt's own dialog as soon as it is shown."""
    seen: list[QFileDialog] = []
    timer = QTimer()
    timer.setInterval(5)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog) and dialog.isVisible():
            timer.stop()
            seen.append(dialog)
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
    return seen


@pytest.mark.parametrize("wanted", ["open", "many", "save", "folder"])
def test_a_dialog_for_files_opens_and_can_be_left(workspace: Workspace, wanted: str) -> None:
    page = workspace.today
    once_open(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    asked: dict[str, Callable[[], object]] = {
        "open": lambda: ask_open(page, "打开", "PDF (*.pdf)"),
        "many": lambda: ask_open_many(page, "打开", "PDF (*.pdf)"),
        "save": lambda: ask_save(page, "保存", "a.pdf"),
        "folder": lambda: ask_folder(page, "文件夹"),
    }
    assert not asked[wanted]()


def test_what_qt_notes_of_the_folders_that_were_looked_at_is_put_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    user = QSettings.Scope.UserScope
    seen = tmp_path / "余淑福"
    seen.mkdir()
    (seen / "a.pdf").touch()
    QSettings(user, "QtProject").setValue("FileDialog/lastVisited", "file:///usr")

    def choose(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(seen))
        dialog.selectFile(str(seen / "a.pdf"))
        dialog.accept()

    once_open(choose)
    assert ask_open(workspace.today, "打开", "PDF (*.pdf)") == seen / "a.pdf"
    notes = QSettings(user, "QtProject")
    assert notes.value("FileDialog/lastVisited") == "file:///usr"
    assert not notes.value("FileDialog/history")


def test_the_window_locks_over_a_dialog_for_files(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    once_open(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_L, _CTRL))
    workspace.settings.choose_bundle()
    qtbot.waitUntil(lambda: window.workspace is None)


def test_what_is_chosen_after_the_lock_is_chosen_by_nobody(
    window: MainWindow, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "b.zip"

    def of_the_system(*_asked: object) -> tuple[str, str]:
        # No dialog of Qt's, so that locking does not close it.
        window.lock()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return str(bundle), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", of_the_system)
    workspace.settings.choose_bundle()
    assert window.workspace is None
    assert not bundle.exists()
