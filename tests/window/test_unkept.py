"""A full disk under the window: nothing that was typed is lost by turning, locking or closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from sqlmodel import Session

from zjrc_desk.desk import diary, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Event
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.store import Store
from zjrc_desk.window import rehearsal
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.unkept import UnkeptDialog
from zjrc_desk.window.workspace import DIARY, FIND, REGISTER, TODAY, Workspace


class Disk:
    """Refuses what is written last of each save, as a full one does: when it is committed."""

    full = False


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    write = Store.write

    @contextmanager
    def refusing(store: Store) -> Iterator[Session]:
        with write(store) as session:
            yield session
            if made.full:
                session.flush()
                raise StoreError("D06", "磁盘满了。", "请清理磁盘，再试一次。")

    monkeypatch.setattr(Store, "write", refusing)
    return made


def type_name(workspace: Workspace, name: str = "没存上的人") -> None:
    line = workspace.registration.findChild(QLineEdit, "volunteer.name")
    assert line is not None
    rehearsal.type_text(line, name)


def type_place(workspace: Workspace) -> None:
    workspace.show_page(DIARY)
    line = workspace.diary.current().findChild(QLineEdit, "event.place")
    assert line is not None
    rehearsal.type_text(line, "大厅")


def names(desk: Desk) -> list[str]:
    return [one.name for one in register.find(desk)]


def first(desk: Desk) -> str:
    return register.find(desk)[0].record_id


def asked(window: MainWindow, why: str = "磁盘满了") -> UnkeptDialog:
    """The one dialog that says that something is not kept."""
    (found,) = [one for one in window.findChildren(UnkeptDialog) if one.isVisible()]
    assert any(why in label.text() for label in found.findChildren(QLabel)), "and why"
    return found


def press(dialog: UnkeptDialog, text: str) -> None:
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


LEAVING: dict[str, tuple[Callable[[Workspace], object], int]] = {
    "the rail": (lambda workspace: workspace.rail.setCurrentRow(TODAY), TODAY),
    "Ctrl+F": (lambda workspace: QTest.keySequence(workspace.window(), "Ctrl+F"), FIND),
    "Ctrl+N": (lambda workspace: QTest.keySequence(workspace.window(), "Ctrl+N"), REGISTER),
    "another": (lambda workspace: workspace.open_registration(first(workspace.desk)), REGISTER),
}


@pytest.mark.parametrize("way", LEAVING)
def test_a_form_that_cannot_be_kept_is_not_left_and_is_kept_once_there_is_room(
    window: MainWindow, workspace: Workspace, desk: Desk, disk: Disk, way: str
) -> None:
    act, page = LEAVING[way]
    workspace.new_registration()
    rehearsal.fill(workspace.registration, "volunteer.name", "先来的")
    workspace.new_registration()
    disk.full = True
    type_name(workspace)
    act(workspace)
    assert workspace.current() is workspace.registration
    assert workspace.rail.currentRow() == REGISTER
    assert workspace.registration.form.field("volunteer.name").value() == "没存上的人"
    press(asked(window), "再试一次")
    assert asked(window), "the disk is still full"
    disk.full = False
    press(asked(window), "再试一次")
    assert workspace.stack.currentIndex() == page
    assert sorted(names(desk)) == ["先来的", "没存上的人"]


def test_staying_leaves_everything_as_it_was_typed(
    window: MainWindow, workspace: Workspace, desk: Desk, disk: Disk
) -> None:
    type_place(workspace)
    disk.full = True
    type_place(workspace)
    workspace.rail.setCurrentRow(TODAY)
    press(asked(window), "留在这里")
    assert workspace.current() is workspace.diary
    disk.full = False
    workspace.rail.setCurrentRow(TODAY)
    assert workspace.current() is workspace.today
    assert [one.place for one in diary.entries(desk, Event)] == ["大厅大厅"]


def test_locking_covers_the_screen_and_keeps_what_could_not_be_written_for_the_same_person(
    window: MainWindow, workspace: Workspace, open_desk: Callable[[], Desk], disk: Disk
) -> None:
    type_place(workspace)
    workspace.new_registration()
    disk.full = True
    type_name(workspace)
    workspace.registration.form.field("consent.given_at").set_value(True)
    window.lock()
    sheet = window.centralWidget()
    assert window.workspace is None
    assert isinstance(sheet, SignIn)
    assert "没能存到登记库里" in sheet.banner.text()
    assert "没存上的人" not in sheet.banner.text()
    assert not window.close(), "what is held would be lost"
    press(asked(window, ""), "留在这里")
    disk.full = False
    again = open_desk()
    sheet.signed_in.emit(again)
    assert window.workspace is not None
    form = window.workspace.registration
    assert names(again) == ["没存上的人"]
    assert form.form.field("volunteer.name").value() == "没存上的人"
    assert form.revision.consent.given_at
    assert window.workspace.current() is form


def test_locking_holds_the_diary_as_well(
    window: MainWindow, workspace: Workspace, open_desk: Callable[[], Desk], disk: Disk
) -> None:
    workspace.show_page(DIARY)
    disk.full = True
    type_place(workspace)
    window.lock()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    disk.full = False
    again = open_desk()
    sheet.signed_in.emit(again)
    assert [one.place for one in diary.entries(again, Event)] == ["大厅"]


def test_closing_is_refused_until_it_is_kept_or_given_up_on_purpose(
    window: MainWindow, workspace: Workspace, disk: Disk
) -> None:
    workspace.new_registration()
    disk.full = True
    type_name(workspace)
    assert not window.close()
    assert window.isVisible()
    dialog = asked(window)
    assert not dialog.leave_it.isDefault()
    assert dialog.yes.isDefault()
    press(dialog, "留在这里")
    assert window.isVisible()
    window.close()
    press(asked(window), "放弃这些输入并退出")
    assert not window.isVisible()
