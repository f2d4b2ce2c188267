"""Windows that Qt makes by itself: to choose a file, to ask for a line, to ask yes or no."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from zjrc_desk.window import look
from zjrc_desk.window.look import Look
from zjrc_desk.window.workspace import Workspace

ASKED: dict[str, Callable[[QWidget, str], object]] = {
    "line": lambda over, _folder: QInputDialog.getText(over, "作废", "原因（一句话）："),
    "question": lambda over, _folder: QMessageBox.question(over, "移除附件", "移除？"),
    "open": lambda over, folder: QFileDialog.getOpenFileName(over, "打开文件", folder),
    "save": lambda over, folder: QFileDialog.getSaveFileName(over, "导出", folder + "/a.xlsx"),
    "folder": lambda over, folder: QFileDialog.getExistingDirectory(over, "选择文件夹", folder),
}


@pytest.mark.parametrize("asked", ASKED)
def test_one_can_type_scroll_and_leave_with_esc(
    asked: str, workspace: Workspace, tmp_path: Path
) -> None:
    seen: list[tuple[bool, bool]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        keys = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
        spoken = all(one.accessibleName() and one.accessibleDescription() for one in keys)
        seen.append((bool(keys), spoken))
        for line in dialog.findChildren(QLineEdit):
            QTest.keyClicks(line, "a")
        for view in dialog.findChildren(QListView):
            _turn_the_wheel(view.viewport())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        if dialog.isVisible():
            # What was typed is spared: Esc leads to the button that gives it up.
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)

    QTimer.singleShot(0, answer)
    # Whoever forgets the parts of such a window ends the program.
    ASKED[asked](workspace.today, str(tmp_path))
    assert seen == [(True, True)]


def test_in_the_dark_one_sees_the_arrows_of_the_files_dialog(
    workspace: Workspace, tmp_path: Path
) -> None:
    look.wear(Look("dark"))
    dialog = QFileDialog(workspace, "打开文件", str(tmp_path))
    dialog.show()
    (up,) = dialog.findChildren(QToolButton, "toParentButton")
    drawn = up.grab().toImage()
    shades = {
        drawn.pixelColor(x, y).lightness()
        for x in range(6, drawn.width() - 6)
        for y in range(6, drawn.height() - 6)
    }
    assert max(shades) - min(shades) > 150
    dialog.close()


def _turn_the_wheel(over: QWidget) -> None:
    place = QPointF(over.rect().center())
    turned = QWheelEvent(
        place,
        over.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, turned)
