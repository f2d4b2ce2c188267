"""Working the real window as a person does, by typing and clicking; for demonstration and tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from zjrc_desk.desk.session import Desk
from zjrc_desk.window import theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

#: Of events: a layout may ask for another one, and that for the next.
_ROUNDS = 6


def type_text(control: QWidget, text: str) -> None:
    """Type as a keyboard and a Chinese input method do: keys for ASCII, commits for the rest."""
    if not control.window().isActiveWindow():
        # A list that popped up under a field took the keyboard with it.
        control.window().activateWindow()
        QTest.qWaitForWindowActive(control.window())
    control.setFocus()
    for character in text:
        if character.isascii() and character.isprintable():
            QTest.keyClicks(control, character)
        elif character == "\n":
            QTest.keyClick(control, Qt.Key.Key_Return)
        elif control.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
            event = QInputMethodEvent()
            event.setCommitString(character)
            QApplication.sendEvent(control, event)


def fill(page: QWidget, path: str, value: str | Sequence[str] | bool) -> None:
    """Enter a value into the control of that path, and leave it."""
    if isinstance(value, str):
        control: QWidget | None = page.findChild(QLineEdit, path) or page.findChild(
            QPlainTextEdit, path
        )
        assert control is not None, path
        if isinstance(control, QLineEdit):
            control.selectAll()
        type_text(control, value)
        QTest.keyClick(control, Qt.Key.Key_Tab)
        return
    names = [path] if isinstance(value, bool) else [f"{path}:{one}" for one in value]
    for name in names:
        box = page.findChild(QCheckBox, name)
        assert box is not None, name
        if not box.isChecked():
            QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 8)
        if not box.isChecked():
            QTest.keyClick(box, Qt.Key.Key_Space)


def register_one(
    workspace: Workspace, entries: Sequence[Mapping[str, str | Sequence[str] | bool]]
) -> str:
    """A whole registration, one mapping a step; returns its serial.

    Raises AssertionError with what stands on the page where it did not end witnessed.
    """
    workspace.new_registration()
    page = workspace.registration
    for number, values in enumerate(entries):
        page.rail.setCurrentRow(number)
        QApplication.processEvents()
        for path, value in values.items():
            fill(page, path, value)
    page.rail.setCurrentRow(page.steps.count() - 1)
    QTest.mouseClick(page.last.witnessed, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert page.revision.state == "witnessed", page.last.text.text() + page.banner.text()
    return page.revision.registration.serial


@contextmanager
def opened_window(desk: Desk) -> Iterator[MainWindow]:
    """The window with somebody signed in already, who stays so when it closes."""
    application()
    window = MainWindow(desk.store.folder, desk)
    window.show()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.let_go()
        dispose(window)


def _volunteers_screen(workspace: Workspace, shoot: Callable[[QWidget], object]) -> None:
    workspace.registration.last.volunteer.open()
    screen = workspace.registration.last.volunteer.screen_shown
    assert screen is not None, "a wish that was saved can be shown"
    screen.setWindowState(Qt.WindowState.WindowNoState)
    # The screen it was put over has its say first.
    QApplication.processEvents()
    screen.setFixedSize(1366, 768)
    shoot(screen)
    screen.close()


def take_screens(window: MainWindow, folder: Path, record_id: str, pdf: bytes) -> list[Path]:
    """A picture of every page, and of every step of the registration with that id."""
    folder.mkdir(parents=True, exist_ok=True)
    workspace = window.workspace
    assert workspace is not None, "somebody is signed in"
    taken = []

    def shoot(widget: QWidget, name: str) -> None:
        for _ in range(_ROUNDS):
            QApplication.processEvents()
        path = folder / f"{name}.png"
        assert widget.grab().save(str(path)), "the picture was written"
        taken.append(path)

    workspace.show_page(pages.TODAY)
    workspace.today.settle()
    shoot(window, "1-today")
    workspace.open_registration(record_id)
    for step in range(workspace.registration.steps.count()):
        workspace.registration.rail.setCurrentRow(step)
        shoot(window, f"2-registration-{step + 1}")
    _volunteers_screen(workspace, partial(shoot, name="8-volunteer"))
    workspace.show_page(pages.FIND)
    shoot(window, "3-find")
    workspace.show_page(pages.BATCHES)
    shoot(window, "4-batches")
    workspace.show_page(pages.DIARY)
    shoot(window, "7-diary")
    workspace.show_page(pages.STATISTICS)
    # Waits for what is counted beside the window.
    workspace.statistics.leave()
    shoot(window, "9-statistics")
    workspace.show_page(pages.SETTINGS)
    shoot(window, "5-settings")
    sheet = SignIn(workspace.desk.store.folder)
    # In the program it lies in the window.
    theme.dress(sheet)
    sheet.resize(window.size())
    sheet.show()
    shoot(sheet, "0-sign-in")
    sheet.close()
    preview = Preview(pdf, "意愿书（家书）", window)
    preview.show()
    QTest.qWait(300)
    shoot(preview, "6-preview")
    preview.close()
    for other in (sheet, preview):
        other.deleteLater()
    return taken
