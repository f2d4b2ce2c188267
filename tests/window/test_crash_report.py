"""An error nobody foresaw: said calmly, reported in a file, and nobody's name in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import journal
from zjrc_desk.window import manners
from zjrc_desk.window.main_window import MainWindow


def test_a_report_tells_where_and_what_kind_and_nobody(
    window: MainWindow, reporting: Path, desk: Desk
) -> None:
    assert window.workspace is not None
    kept = register.save_draft(desk, revision())
    window.workspace.open_registration(kept.record_id)
    try:
        try:
            raise KeyError(kept.volunteer.name)
        except KeyError as quoting:
            raise ValueError(f"{kept.volunteer.document_number} 不对") from quoting
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (path,) = reporting.glob("crash-*.json")
    report = json.loads(path.read_text("utf-8"))
    assert [one["kind"] for one in report["errors"]] == ["ValueError", "KeyError"]
    assert report["errors"][0]["places"][0].startswith("test_crash_report.py:")
    assert report["state"]["page"] == "RegistrationPage"
    said = path.read_text("utf-8") + (reporting / journal.FILE_NAME).read_text("utf-8")
    assert kept.volunteer.name not in said
    assert kept.volunteer.document_number not in said
    assert "X00" in window.workspace.registration.banner.text()
    assert kept.volunteer.name not in window.windowTitle()


def test_only_the_newest_reports_are_kept(reporting: Path) -> None:
    for _ in range(25):
        try:
            raise OSError(5, "/home/余淑福")
        except OSError as error:
            newest = journal.crash(error)
    reports = sorted(reporting.glob("crash-*.json"))
    assert len(reports) == 20
    assert reports[-1] == newest


def test_without_room_for_a_report_the_program_goes_on(reporting: Path, qtbot: QtBot) -> None:
    reporting.joinpath(journal.FILE_NAME).touch()
    reporting.rename(reporting.with_name("moved"))
    assert journal.crash(ValueError("余淑福")) is None


class UnforeseenError(Exception):
    """Nobody foresaw it."""


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """As the system does: an error in what hears it has nobody to go to."""
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(widget, QKeyEvent(kind, key, none, text))
    QApplication.processEvents()


def test_an_error_in_what_hears_every_key_is_said_once_and_the_key_still_types(
    window: MainWindow,
    reporting: Path,
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    def fails(_event: QKeyEvent) -> bool:
        raise UnforeseenError("余淑福")

    assert window.workspace is not None
    window.workspace.new_registration()
    page = window.workspace.registration
    line = page.findChild(QLineEdit, "volunteer.name")
    assert line is not None
    monkeypatch.setattr(manners, "asks_to_lock", fails)
    for letter in "abc":
        press(line, Qt.Key.Key_A, letter)
    assert line.text() == "abc"
    assert "X00" in page.banner.text()
    qtbot.waitUntil(lambda: [one.name for one in register.find(desk)] == ["abc"])
    (path,) = reporting.glob("crash-*.json")
    assert "余淑福" not in path.read_text("utf-8")


def test_an_error_for_whatever_is_shown_says_one_box_and_the_dialog_opens_all_the_same(
    window: MainWindow, reporting: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_widget: QWidget) -> None:
        raise UnforeseenError

    def fails_too(_event: QKeyEvent) -> bool:
        raise UnforeseenError

    monkeypatch.setattr(manners, "introduce", fails)
    # Without a place to say something; and the box that says it is shown, too.
    dialog = QDialog(window)
    dialog.open()
    QApplication.processEvents()
    assert dialog.isVisible()
    monkeypatch.setattr(manners, "asks_for_help", fails_too)
    press(dialog, Qt.Key.Key_A, "a")
    press(dialog, Qt.Key.Key_B, "b")
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    boxes = [one for one in shown if isinstance(one, QMessageBox)]
    assert len(boxes) == 1, "one, however often it happens"
    assert "X00" in boxes[0].text()
    assert len([*reporting.glob("crash-*.json")]) == 2, "each place once"
    QTest.keyClick(boxes[0], Qt.Key.Key_Return)
    dialog.close()
