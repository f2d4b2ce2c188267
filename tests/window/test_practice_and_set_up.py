"""Practising in the window, and the steps of setting up that were left for later."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import TestClock
from zjrc_desk.batches.request import read_request
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import back_up, practice
from zjrc_desk.desk.place import in_use
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.set_up_steps import unfinished
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import opened_window
from zjrc_desk.window.set_up_guide import SetUpGuide
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

WORDS = "练习 · 不是真实登记"


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_practising_is_marked_on_every_page_and_left_by_locking(
    store_folder: Path, qtbot: QtBot
) -> None:
    application()
    window = MainWindow(store_folder)
    window.show()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    (enter,) = [b for b in sheet.findChildren(QPushButton) if b.text() == "练习模式…"]
    press(enter)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    space = window.workspace
    assert space is not None
    # Qt shows what was put into a window that is open a moment later.
    qtbot.waitUntil(space.isVisible)
    for number in range(space.stack.count()):
        space.show_page(number)
        assert space.practice.isVisible()
        assert WORDS in space.practice.text()
    assert WORDS in window.windowTitle()
    assert "备案" not in space.today.banner.text()
    assert not space.today.go_on.isVisible()
    space.new_registration()
    window.lock()
    assert isinstance(window.centralWidget(), SignIn)
    assert WORDS not in window.windowTitle()
    assert practice.practice_folder(store_folder).is_dir()
    dispose(window)


def test_pressed_twice_or_closed_while_it_is_made_there_is_one_practice_point_and_none_open(
    store_folder: Path, qtbot: QtBot
) -> None:
    application()
    window = MainWindow(store_folder)
    window.show()
    (enter,) = [b for b in window.findChildren(QPushButton) if b.text() == "练习模式…"]
    press(enter)
    press(enter)
    qtbot.waitUntil(lambda: window.workspace is not None, timeout=30_000)
    assert window.workspace is not None
    assert len(waiting(window.workspace.desk)) > 20, "made once, and whole"
    window.lock()
    QTimer.singleShot(0, window.close)
    window.practise()
    qtbot.waitUntil(window.isHidden)
    assert window.workspace is None
    assert not in_use(practice.practice_folder(store_folder))
    dispose(window)


def test_in_practice_staff_and_passwords_are_closed_and_it_is_said_why(
    tmp_path: Path, clock: TestClock, qtbot: QtBot
) -> None:
    desk = practice.open_practice(tmp_path / "data", clock)
    with opened_window(desk) as window:
        assert window.workspace is not None
        window.workspace.show_page(pages.SETTINGS)
        page = window.workspace.settings
        for tab in (page.tabs.count() - 2, page.tabs.count() - 1):
            page.tabs.setCurrentIndex(tab)
            shown = page.tabs.currentWidget()
            assert shown is not None
            assert any("练习不用密码" in one.text() for one in shown.findChildren(QLabel))
            assert not any(one.isEnabled() for one in shown.findChildren(QPushButton))
    desk.close()


def test_what_needs_the_centre_is_not_offered_in_practice_and_the_page_and_the_tip_say_why(
    tmp_path: Path, clock: TestClock, qtbot: QtBot
) -> None:
    desk = practice.open_practice(tmp_path / "data", clock)
    (letter,) = print_letters(desk, waiting(desk)[:1])
    record_signed(desk, [letter.serial])
    with opened_window(desk) as window:
        assert window.workspace is not None
        window.workspace.show_page(pages.BATCHES)
        page = window.workspace.batches
        assert page.waiting.rows.count() > 0, "at a real point it could be sealed"
        assert not page.seal_button.isEnabled()
        assert "不能封批" in page.seal_button.toolTip()
        assert not page.receipt_button.isEnabled(), "no centre answers here"
        assert "没有回执" in page.receipt_button.toolTip()
        said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        assert any("不能封批" in words and "没有回执" in words for words in said)
    desk.close()


def test_a_real_point_has_no_band(workspace: Workspace) -> None:
    assert not workspace.practice.isVisible()


def test_what_was_left_of_setting_up_waits_on_today_until_it_is_done(
    workspace: Workspace, desk: Desk, tmp_path: Path, clock: TestClock, qtbot: QtBot
) -> None:
    today = workspace.today
    assert "还没有完成的设置：备份文件夹、备案申请、备案文件" in today.unfinished.text()
    press(today.go_on)
    guide = today.findChild(SetUpGuide)
    assert "第 4 步，共 6 步" in guide.title.text()
    guide.use_folder(tmp_path / "no such folder")
    assert "D16" in guide.banner.text()
    for inside in (desk.store.folder, desk.store.folder / "outbox" / ".." / "backups"):
        inside.mkdir(exist_ok=True, parents=True)
        guide.use_folder(inside)
        assert "D28" in guide.banner.text()
    assert back_up.state(desk).folder != desk.store.folder
    (tmp_path / "stick").mkdir()
    guide.use_folder(tmp_path / "stick")
    assert "在同一块硬盘上" in guide.banner.text(), "as the test's folders are"
    assert not back_up.same_disk(desk, Path("/proc"))
    press(guide.next)
    assert "第 5 步" in guide.title.text()
    # Left here, it goes on here.
    press(guide.later)
    assert "还没有完成的设置：备案申请、备案文件" in today.unfinished.text()
    assert len(unfinished(desk)) == 2
    again = SetUpGuide(desk, today)
    again.show()
    again.write_request(tmp_path / "p.csr")
    assert "指纹" in again.banner.text()
    told = read_request((tmp_path / "p.csr").read_bytes()).fingerprint
    assert told in again.banner.text()
    press(again.next)
    assert "第 6 步" in again.title.text()
    assert again.fingerprint.isVisible()
    assert told in again.fingerprint.text(), "the centre asks for it days later"
    again.take_enrolment(tmp_path / "p.csr")
    assert "E04" in again.banner.text()
    create(tmp_path / "centre", clock=clock)
    centre = open_centre(tmp_path / "centre", clock=clock)
    answer = tmp_path / "p.enrolment"
    answer.write_bytes(approve(centre, (tmp_path / "p.csr").read_bytes())[2])
    centre.close()
    again.take_enrolment(answer)
    assert not again.fingerprint.isVisible(), "nobody asks for it any more"
    press(again.next)
    assert again.title.text() == "设置都完成了"
    today.refresh()
    assert not today.unfinished.isVisible()
    assert unfinished(desk) == []


def test_the_fingerprint_stands_in_the_settings_from_the_request_to_the_enrolment(
    workspace: Workspace, tmp_path: Path, clock: TestClock
) -> None:
    workspace.show_page(pages.SETTINGS)
    page = workspace.settings
    assert not page.fingerprint.isVisible(), "nothing was exported"
    page.write_request(tmp_path / "p.csr")
    told = read_request((tmp_path / "p.csr").read_bytes()).fingerprint
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.SETTINGS)
    assert page.banner.text() == ""
    assert page.fingerprint.isVisible()
    assert told in page.fingerprint.text()
    create(tmp_path / "centre", clock=clock)
    centre = open_centre(tmp_path / "centre", clock=clock)
    answer = tmp_path / "p.enrolment"
    answer.write_bytes(approve(centre, (tmp_path / "p.csr").read_bytes())[2])
    centre.close()
    page.take_enrolment(answer)
    assert not page.fingerprint.isVisible()


def test_a_step_may_be_passed_over_and_waits(workspace: Workspace, desk: Desk) -> None:
    guide = SetUpGuide(desk, workspace.today)
    guide.show()
    guide.keep_here()
    assert guide.next.text() == "下一步", "what is done is not skipped"
    press(guide.next)
    for step in ("第 5 步", "第 6 步"):
        assert step in guide.title.text()
        assert guide.next.text() == "跳过这一步"
        assert "“今日”会提醒" in guide.next.toolTip()
        assert guide.later.text() == "先用起来，以后再设置"
        assert "继续设置" in guide.later.toolTip()
        press(guide.next)
    assert guide.title.text() == "其余的以后再做"
    assert not guide.next.isVisible()
    assert unfinished(desk) == ["request-enrolment", "enrol"]


def test_a_lock_over_the_steps_says_that_they_wait_on_today(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    press(workspace.today.go_on)
    guide = workspace.today.findChild(SetUpGuide)
    assert guide is not None
    QTest.keyClick(guide, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), SignIn))
    said = window.centralWidget().banner.text()
    assert "“设立登记点”关上了" in said
    assert "继续设置" in said


def test_a_lock_over_steps_that_were_gone_through_says_nothing_of_them(
    window: MainWindow, workspace: Workspace
) -> None:
    press(workspace.today.go_on)
    guide = workspace.today.findChild(SetUpGuide)
    assert guide is not None
    while guide.next.isVisible():
        press(guide.next)
    window.lock()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert "设立登记点" not in sheet.banner.text()


@pytest.mark.parametrize("role", ["registrar", "auditor"])
def test_only_who_may_do_them_is_told_of_the_steps(desk: Desk, role: str) -> None:
    desk.staff.role = role
    assert unfinished(desk) == []
