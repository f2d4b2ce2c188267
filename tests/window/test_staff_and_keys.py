"""Accounts, passwords, the recovery code and the lock, through the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from tests.people import revision
from zjrc_desk.desk import keys, recovery, register, staff
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.tables import Point
from zjrc_desk.registry.vocabulary import AUDITOR, REGISTRAR
from zjrc_desk.window import key_dialogs, presence, rehearsal
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.first_run import FirstPassword, FirstRun, Recovery
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

NEW = "tea-lamp-river"
Opened = Callable[[], MainWindow]


def press(control: QWidget) -> None:
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.fixture
def closed_window(store_folder: Path) -> Iterator[MainWindow]:
    """The window as it starts: nobody signed in."""
    application()
    window = MainWindow(store_folder)
    window.show()
    yield window
    dispose(window)


def signed_in(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def sign_in_by_typing(window: MainWindow, number: str, password: str) -> None:
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    # As Shift+Tab does; after the lock the number of whoever was there stands in it.
    sheet.staff.selectAll()
    type_text(sheet.staff, number)
    type_text(sheet.password, password)
    press(sheet.enter)


def buttons_of(widget: QWidget) -> set[str]:
    """All that are there, also those of tabs and steps that are not in front."""
    return {one.text() for one in widget.findChildren(QAbstractButton) if not one.isHidden()}


# -- accounts ------------------


def test_an_account_from_the_first_click_to_its_own_password(
    closed_window: MainWindow, store_folder: Path
) -> None:
    sign_in_by_typing(closed_window, ADMIN, PASSWORD)
    workspace = signed_in(closed_window)
    workspace.show_page(pages.SETTINGS)
    panel = workspace.settings.staff
    assert panel is not None
    workspace.settings.tabs.setCurrentWidget(panel)
    press(panel.add_button)
    dialog = panel.dialog
    assert isinstance(dialog, key_dialogs.AccountDialog)
    type_text(dialog.number, "张三")
    type_text(dialog.name, "样例甲")
    press(dialog.yes)
    assert "F19" in dialog.banner.text()
    dialog.number.clear()
    type_text(dialog.number, "B002")
    press(dialog.yes)
    shown = panel.dialog
    assert isinstance(shown, key_dialogs.TemporaryDialog)
    temporary = shown.findChild(QLabel, "code").text()
    press(shown.yes)
    assert panel.table.rows.line(1)[1] == ("B002", "样例甲", "登记员", "临时密码，还没有登录过")
    closed_window.lock()
    sign_in_by_typing(closed_window, "B002", temporary)
    sheet = closed_window.centralWidget()
    assert isinstance(sheet, FirstPassword)
    type_text(sheet.new, NEW)
    type_text(sheet.again, "tea-lamp-rover")
    press(sheet.go)
    assert "不一样" in sheet.banner.text()
    sheet.new.clear()
    sheet.again.clear()
    for line in (sheet.new, sheet.again):
        type_text(line, "woaini1314")
    press(sheet.go)
    assert "A04" in sheet.banner.text()
    for line in (sheet.new, sheet.again):
        line.clear()
        type_text(line, NEW)
    press(sheet.go)
    assert signed_in(closed_window).desk.staff.number == "B002"
    settings = signed_in(closed_window).settings
    assert settings.staff is None, "not a registrar's"
    left = {"1  导出备案申请…", "2  导入备案文件…", "换一个恢复码…", "更换登记库密钥…"}
    assert not left & buttons_of(settings)


def test_accounts_are_changed_reset_disabled_and_enabled(workspace: Workspace) -> None:
    staff.add(workspace.desk, "B002", "样例甲", REGISTRAR)
    workspace.show_page(pages.SETTINGS)
    panel = workspace.settings.staff
    assert panel is not None
    assert not panel.reset_button.isEnabled(), "nobody is chosen"
    panel.table.selectRow(1)
    press(panel.edit_button)
    dialog = panel.dialog
    assert isinstance(dialog, key_dialogs.AccountDialog)
    dialog.name.setText("样例乙")
    dialog.role.setCurrentIndex(dialog.role.findData(AUDITOR))
    press(dialog.yes)
    assert panel.table.rows.line(1)[1][1:3] == ("样例乙", "审计员")
    for control in (panel.reset_button, panel.disable_button, panel.enable_button):
        press(control)
        dialog = panel.dialog
        assert dialog is not None
        press(dialog.yes)
        if isinstance(panel.dialog, key_dialogs.TemporaryDialog):
            press(panel.dialog.yes)
    assert panel.table.rows.line(1)[1][3] == "临时密码，还没有登录过"
    panel.table.selectRow(0)
    press(panel.disable_button)
    dialog = panel.dialog
    assert dialog is not None
    press(dialog.yes)
    assert "A06" in dialog.banner.text(), "the last administrator"
    press(dialog.no)


# -- what a role may not do is not there ------------------


def test_for_an_auditor_nothing_is_there_that_changes_prints_or_exports(
    desk: Desk, store_folder: Path, clock: TestClock
) -> None:
    temporary = staff.add(desk, "C003", "样例丙", AUDITOR)
    draft = register.save_draft(desk, register.new_draft())
    done = register.witness(desk, register.save_draft(desk, revision()))
    desk.close()
    auditor = keys.first_password(store_folder, "C003", temporary, NEW, clock)
    try:
        with rehearsal.opened_window(auditor) as window:
            workspace = signed_in(window)
            shown: set[str] = set()
            for number in range(workspace.stack.count()):
                workspace.show_page(number)
                shown |= buttons_of(workspace.stack.at(number))
            for record_id in (draft.record_id, done.record_id):
                workspace.open_registration(record_id)
                for step in range(workspace.registration.steps.count()):
                    workspace.registration.rail.setCurrentRow(step)
                    shown |= buttons_of(workspace.registration)
                fields = workspace.registration.findChildren(QWidget, "volunteer.name")
                assert fields
                assert all(one.isReadOnly() or not one.isEnabled() for one in fields)
            assert workspace.rail.item(pages.REGISTER).isHidden()
            workspace.show_page(pages.TODAY)
            for number in (pages.REGISTER, pages.SETTINGS):
                key = Qt.Key(Qt.Key.Key_1.value + number)
                QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
                turned = pages.TODAY if number == pages.REGISTER else number
                assert workspace.stack.currentIndex() == turned, "no key to an empty form"
            # The audit trail's export is the auditor's; that of the registrations is not.
            assert "导出…" not in buttons_of(workspace.search)
    finally:
        auditor.close()
    for word in (
        *("新登记", "明确不捐献…", "导入列表…", "封批到文件夹…", "接收回执…"),
        *("填写和见证完成", "预览意愿书", "打印意愿书", "撤销…", "删除个人信息…", "添加…", "移除"),
        *(
            "在屏幕上签名",
            "证明已交付",
            "已转介遗嘱库",
            "添加人员…",
            "换一个恢复码…",
            "更换登记库密钥…",
        ),
        *("1  导出备案申请…", "2  导入备案文件…", "再次交出所选批次…", "登记明确不捐献…"),
    ):
        assert word not in shown, word
    assert {"更改我的密码…", "历史…", "查看"} <= shown


# -- passwords and keys ------------------


def test_ones_own_password_code_key_and_minutes_are_changed(
    workspace: Workspace, store_folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zjrc_desk.store.store.calibrated", lambda: CHEAP)
    workspace.show_page(pages.SETTINGS)
    page, panel = workspace.settings, workspace.settings.keys
    page.tabs.setCurrentWidget(panel)
    panel.change_password()
    dialog = panel.dialog
    assert isinstance(dialog, key_dialogs.PasswordDialog)
    for line, text in ((dialog.present, PASSWORD), (dialog.new, NEW), (dialog.again, "other")):
        type_text(line, text)
    press(dialog.yes)
    assert "A12" in dialog.banner.text()
    dialog.again.setText(NEW)
    press(dialog.yes)
    assert "密码已更改" in page.banner.text()
    panel.new_code()
    dialog = panel.dialog
    assert isinstance(dialog, key_dialogs.NewCodeDialog)
    code = dialog.step.findChild(QLabel, "code").text().replace("\n", "")
    type_text(dialog.password, NEW)
    type_text(dialog.step.typed, code[:-1])
    press(dialog.yes)
    assert "A11" in dialog.banner.text()
    press(dialog.step.print_button)
    assert dialog.step.preview is not None
    assert dialog.step.preview.document.pageCount() == 1
    dialog.step.preview.close()
    dialog.step.typed.setText(code.lower())
    press(dialog.yes)
    assert "新的恢复码已启用" in page.banner.text()
    panel.change_key()
    dialog = panel.dialog
    assert isinstance(dialog, key_dialogs.StoreKeyDialog)
    type_text(dialog.password, "wrong password")
    press(dialog.yes)
    qtbot.waitUntil(lambda: "D01" in dialog.banner.text())
    dialog.password.setText(NEW)
    press(dialog.yes)
    qtbot.waitUntil(lambda: "密钥已更换" in page.banner.text())
    assert panel.minutes is not None
    panel.minutes.setValue(12)
    panel.set_idle()
    assert workspace.desk.point.idle_minutes == 12
    workspace.desk.close()
    recovery.recover(store_folder, code, ADMIN, "another pass 9").close()


def test_whose_role_was_changed_meanwhile_is_shown_no_recovery_code(workspace: Workspace) -> None:
    page = workspace.settings
    page.desk.staff.role = REGISTRAR
    page.keys.new_code()
    assert page.keys.dialog is None
    assert "A01" in page.banner.text()


def test_the_window_stays_open_while_the_key_is_changed(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zjrc_desk.store.store.calibrated", lambda: CHEAP)
    workspace.show_page(pages.SETTINGS)
    panel = workspace.settings.keys
    panel.change_key()
    dialog = panel.dialog
    assert dialog is not None
    type_text(dialog.findChild(QWidget, "own"), PASSWORD)
    press(dialog.yes)
    window.lock()
    dialog.reject()
    assert window.workspace is workspace
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    window.lock()
    assert window.workspace is None


# -- recovery ------------------


def test_a_forgotten_password_is_replaced_by_the_recovery_code(
    tmp_path: Path, clock: TestClock
) -> None:
    code = recovery.new_recovery_code()
    point = Point(code="ZJ-HZ-0002", name="另一处")
    set_up(tmp_path / "own", point, ADMIN, PASSWORD, clock, code=code, cost=CHEAP)
    application()
    window = MainWindow(tmp_path / "own")
    window.show()
    try:
        sheet = window.centralWidget()
        assert isinstance(sheet, SignIn)
        sheet.forgotten.emit()
        sheet = window.centralWidget()
        assert isinstance(sheet, Recovery)
        assert "任何人都无法再打开" in sheet.banner.text()
        for line, text in (
            (sheet.code, recovery.new_recovery_code()),
            (sheet.admin, ADMIN),
            (sheet.new, NEW),
            (sheet.again, NEW),
        ):
            type_text(line, text)
        press(sheet.go)
        assert "D01" in sheet.banner.text()
        sheet.code.setText(code.lower().replace("-", ""))
        press(sheet.go)
        assert signed_in(window).desk.staff.number == ADMIN
        assert "恢复码已经用过" in signed_in(window).settings.banner.text()
    finally:
        dispose(window)
    with pytest.raises(ZjrcError, match="D01"):
        sign_in(tmp_path / "own", ADMIN, PASSWORD)
    sign_in(tmp_path / "own", ADMIN, NEW).close()


def test_the_first_run_says_what_is_wrong_before_the_code_and_sets_nothing_up_without_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = FirstRun(tmp_path / "new")
    qtbot.addWidget(sheet)
    sheet.show()
    for line, text in (
        (sheet.code, "zj-hz-0002"),
        (sheet.name, "样例登记点"),
    ):
        type_text(line, text)
    press(sheet.next)
    assert "任何人都无法再打开" in sheet.banner.text(), "where the password is chosen"
    for line, text in (
        (sheet.admin, "A001"),
        (sheet.password, "woaini1314"),
        (sheet.again, "woaini1314"),
    ):
        type_text(line, text)
    press(sheet.go)
    assert "A04" in sheet.banner.text()
    for line in (sheet.password, sheet.again):
        line.setText(PASSWORD)
    press(sheet.go)
    assert not sheet.go.isVisible()
    assert sheet.typed.isVisible()
    assert not (tmp_path / "new").exists(), "nothing is set up before the code is typed back"


# -- the lock ------------------


def test_ctrl_l_locks_from_within_a_small_window_too_and_takes_it_away(
    window: MainWindow, workspace: Workspace, desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    workspace.new_registration()
    rehearsal.fill(workspace.registration, "volunteer.name", "锁定前")
    workspace.registration.last.acts.refuse()
    dialog = workspace.registration.last.acts.dialog
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert window.workspace is None
    left = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    assert not any(one.isVisible() for one in left)
    assert isinstance(window.centralWidget(), SignIn)
    found = register.find(open_desk())
    assert [one.name for one in found] == ["锁定前"]


def test_the_lock_takes_what_was_copied_here(window: MainWindow, workspace: Workspace) -> None:
    workspace.new_registration()
    rehearsal.fill(workspace.registration, "volunteer.name", "样例一")
    name = workspace.registration.findChild(QLineEdit, "volunteer.name")
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "样例一"
    window.lock()
    assert QGuiApplication.clipboard().text() == ""


def test_the_window_locks_after_the_minutes_the_administrator_set(
    monkeypatch: pytest.MonkeyPatch,
    desk: Desk,
    request: pytest.FixtureRequest,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(presence, "MINUTE_MS", 20)
    staff.set_idle(desk, 2)
    window: MainWindow = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: window.workspace is None, timeout=2000)


def test_after_the_lock_the_key_is_gone_from_the_store(
    window: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    window.lock()
    assert set(desk.store._key) == {0}
    with pytest.raises(ZjrcError), desk.store.read() as session:
        session.connection()
