"""日志 from the chair: typed with the keyboard, saved with Ctrl+S, counted on top."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.conftest import TestClock
from tests.people import citizen_number, revision
from zjrc_desk.desk import diary, register
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Event, Shift, TeamMember, Visit
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.act_dialogs import ReasonDialog
from zjrc_desk.window.diary_page import DiaryPage
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.rehearsal import fill, type_text
from zjrc_desk.window.workspace import Workspace

EVENTS, VISITS, TEAM, SHIFTS = range(4)


@pytest.fixture
def page(workspace: Workspace) -> DiaryPage:
    workspace.show_page(pages.DIARY)
    QApplication.processEvents()
    return workspace.diary


def turn(page: DiaryPage, number: int) -> None:
    page.tabs.setCurrentIndex(number)
    QApplication.processEvents()


def press_save(page: DiaryPage) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def registered(desk: Desk) -> str:
    serial = register.witness(desk, revision()).registration.serial
    list(print_letters(desk, [serial]))
    record_signed(desk, [serial])
    return serial


def say_why(page: DiaryPage, reason: str) -> ReasonDialog:
    """Into the small window that asks, and Enter."""
    dialog = page.current().dialog
    assert dialog is not None
    assert dialog.isVisible()
    type_text(dialog.reason, reason)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    return dialog


def cells(page: DiaryPage, row: int = 0) -> list[str]:
    model = page.current().table.rows
    return [str(model.data(model.index(row, n))) for n in range(model.columnCount())]


def test_an_event_is_typed_from_field_to_field_with_enter_and_saved(
    page: DiaryPage, desk: Desk
) -> None:
    turn(page, EVENTS)
    page.current().take_focus()
    for text in ("20261103", "宣传", "36", "一楼大厅", "样例二、样例三", "捐献的流程"):
        control = QApplication.focusWidget()
        assert control is not None
        if isinstance(control, QLineEdit):
            control.selectAll()
        type_text(control, text)
        QTest.keyClick(control, Qt.Key.Key_Return)
    press_save(page)
    (kept,) = diary.entries(desk, Event)
    assert (kept.state, kept.day, kept.reached) == ("recorded", "2026-11-03", "36")
    assert (kept.category, kept.people) == ("publicity", "样例二、样例三")
    assert cells(page)[:4] == ["2026-11-03", "宣传", "一楼大厅", "36"]
    assert any("宣传 1 次 36 人" in figure.text() for figure in page.figures)
    assert page.current().entry.id is None, "the form is ready for the next"


def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept(
    page: DiaryPage, desk: Desk
) -> None:
    turn(page, EVENTS)
    fill(page.current(), "event.reached", "很多")
    press_save(page)
    assert "0 至 100,000" in page.current().fields["event.reached"].problem()
    assert "F00" in page.banner.text()
    (draft,) = diary.entries(desk, Event)
    assert (draft.state, draft.reached) == ("draft", "很多")
    assert cells(page)[-1] == "草稿"


def test_what_is_typed_is_kept_when_the_page_is_left_and_can_be_given_up(
    page: DiaryPage, workspace: Workspace, desk: Desk
) -> None:
    turn(page, EVENTS)
    fill(page.current(), "event.place", "三楼活动室")
    workspace.show_page(pages.TODAY)
    (draft,) = diary.entries(desk, Event)
    assert draft.place == "三楼活动室"
    workspace.show_page(pages.DIARY)
    page.current().table.selectRow(0)
    QTest.keyClick(page.current().table, Qt.Key.Key_Return)
    assert page.current().fields["event.place"].value() == "三楼活动室"
    page.current().discard()
    assert diary.entries(desk, Event) == []


def test_what_is_typed_is_on_the_disk_within_a_second(
    page: DiaryPage, desk: Desk, qtbot: QtBot
) -> None:
    turn(page, EVENTS)
    line = page.current().findChild(QLineEdit, "event.place")
    assert line is not None
    type_text(line, "大厅")
    qtbot.waitUntil(lambda: len(diary.entries(desk, Event)) == 1, timeout=1000)


def test_locking_keeps_what_is_typed(
    page: DiaryPage, window: MainWindow, desk: Desk, store_folder: Path
) -> None:
    from tests.conftest import ADMIN, PASSWORD
    from zjrc_desk.desk.session import sign_in

    turn(page, EVENTS)
    line = page.current().findChild(QLineEdit, "event.place")
    assert line is not None
    type_text(line, "大厅")
    window.lock()
    again = sign_in(store_folder, ADMIN, PASSWORD, desk.clock)
    assert [one.place for one in diary.entries(again, Event)] == ["大厅"]
    again.close()


def test_a_visited_volunteer_is_found_by_initials_and_shown_by_name(
    page: DiaryPage, desk: Desk
) -> None:
    serial = registered(desk)
    turn(page, VISITS)
    fill(page.current(), "visit.serial", "ysf")
    assert page.current().fields["visit.serial"].value() == serial
    fill(page.current(), "visit.people", "样例二")
    fill(page.current(), "visit.given", "米、油各一份")
    press_save(page)
    (kept,) = diary.entries(desk, Visit)
    assert (kept.state, kept.serial, kept.day) == ("recorded", serial, "2026-11-24")
    assert cells(page)[1:3] == ["余淑福", serial]


def test_a_member_joins_has_a_shift_and_leaves_by_a_correction(page: DiaryPage, desk: Desk) -> None:
    registered(desk)
    turn(page, TEAM)
    for path, text in (
        ("member.name", "孙静福"),
        ("member.phone", "138 0571 0009"),
        ("member.document_number", citizen_number("19720109", 921, "330502")),
        ("member.day", "20220118"),
    ):
        fill(page.current(), path, text)
    press_save(page)
    turn(page, SHIFTS)
    for path, text in (
        ("shift.member", "孙静福"),
        ("shift.day", "20261105"),
        ("shift.start", "9:00"),
        ("shift.end", "1130"),
    ):
        fill(page.current(), path, text)
    press_save(page)
    (shift,) = diary.entries(desk, Shift)
    assert (shift.state, shift.start, shift.end) == ("recorded", "09:00", "11:30")
    assert cells(page)[1] == "孙静福"
    turn(page, TEAM)
    assert cells(page)[:6] == ["孙静福", "13805710009", "2022-01-18", "", "1", "1"]
    page.current().table.selectRow(0)
    QTest.keyClick(page.current().table, Qt.Key.Key_Return)
    QTest.mouseClick(page.current().correct_button, Qt.MouseButton.LeftButton)
    say_why(page, "离队")
    fill(page.current(), "member.left_on", "20261124")
    press_save(page)
    assert [m.left_on for m in diary.members(desk)] == ["2026-11-24"]
    assert len(diary.revisions(desk, TeamMember, shift.member)) == 2


def test_an_entry_is_taken_back_after_saying_why(page: DiaryPage, desk: Desk) -> None:
    values = {"category": "publicity", "place": "大厅", "reached": "3", "topics": "流程"}
    diary.record(desk, Event(day="2026-11-03", people="样例二", **values))
    page.refresh()
    turn(page, EVENTS)
    page.current().table.selectRow(0)
    QTest.keyClick(page.current().table, Qt.Key.Key_Return)
    assert not page.current().record_button.isVisible()
    QTest.mouseClick(page.current().void_button, Qt.MouseButton.LeftButton)
    dialog = say_why(page, "")
    assert "F34" in dialog.banner.text(), "it stays open"
    say_why(page, "记重了")
    assert cells(page)[-1] == "已作废"
    assert any("宣传 0 次" in figure.text() for figure in page.figures)


def test_another_month_shows_its_own_entries_and_figures(page: DiaryPage, desk: Desk) -> None:
    values = {"category": "publicity", "place": "大厅", "reached": "3", "topics": "流程"}
    diary.record(desk, Event(day="2026-10-03", people="样例二", **values))
    page.refresh()
    assert page.current().table.rows.rowCount() == 0
    page.month.setCurrentIndex(1)
    assert cells(page)[0] == "2026-10-03"
    assert any("宣传 1 次 3 人" in figure.text() for figure in page.figures)


def test_over_a_month_s_end_the_new_month_is_offered_and_the_chosen_one_stays(
    page: DiaryPage, workspace: Workspace, desk: Desk, clock: TestClock
) -> None:
    page.month.setCurrentIndex(2)
    assert page.month.currentText() == "2026 年 9 月"
    clock.time = datetime(2027, 1, 1, 0, 5, tzinfo=clock.time.tzinfo)
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.DIARY)
    assert page.month.currentText() == "2026 年 9 月"
    offered = [page.month.itemText(n) for n in range(4)]
    assert offered == ["2027 年 1 月", "2026 年 12 月", "2026 年 11 月", "2026 年 10 月"]
    values = {"category": "publicity", "place": "大厅", "reached": "3", "topics": "流程"}
    diary.record(desk, Event(day="2027-01-01", people="样例二", **values))
    page.month.setCurrentIndex(0)
    assert cells(page)[0] == "2027-01-01"


def test_over_midnight_the_page_goes_on_to_the_new_month_and_day(
    page: DiaryPage, workspace: Workspace, clock: TestClock
) -> None:
    clock.time = datetime(2026, 12, 1, 0, 5, tzinfo=clock.time.tzinfo)
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.DIARY)
    assert page.month.currentText() == "2026 年 12 月"
    assert page.current().fields["event.day"].value() == "2026-12-01"


def test_what_is_half_typed_at_midnight_keeps_its_month_until_it_is_recorded(
    page: DiaryPage, workspace: Workspace, desk: Desk, clock: TestClock
) -> None:
    fill(page, "event.place", "大厅")
    clock.time = datetime(2026, 12, 1, 0, 5, tzinfo=clock.time.tzinfo)
    workspace.show_page(pages.TODAY)
    workspace.show_page(pages.DIARY)
    assert page.month.currentText() == "2026 年 11 月"
    assert page.current().fields["event.day"].value() == "2026-11-24"
    fill(page, "event.category", "宣传")
    fill(page, "event.reached", "3")
    fill(page, "event.topics", "流程")
    fill(page, "event.people", "样例二")
    press_save(page)
    assert [one.day for one in diary.entries(desk, Event, "2026-11")] == ["2026-11-24"]
    assert page.month.currentText() == "2026 年 12 月"
    assert page.current().table.rows.rowCount() == 0
    assert page.current().fields["event.day"].value() == "2026-12-01"


def test_an_auditor_can_look_and_has_nothing_to_press(page: DiaryPage, desk: Desk) -> None:
    desk.staff.role = "auditor"
    for number, tab in enumerate(page.kinds):
        turn(page, number)
        tab.begin()
        assert not tab.record_button.isVisible()
        assert not tab.new_button.isVisible()
        line = tab.findChild(QLineEdit, next(iter(tab.fields)))
        assert line is not None
        assert line.isReadOnly() or not line.isEnabled()


def test_the_batch_page_says_that_the_diary_waits_and_lets_it_go(
    workspace: Workspace, desk: Desk
) -> None:
    workspace.show_page(pages.BATCHES)
    assert not workspace.batches.seal_button.isEnabled()
    values = {"category": "publicity", "place": "大厅", "reached": "3", "topics": "流程"}
    diary.record(desk, Event(day="2026-11-03", people="样例二", **values))
    workspace.batches.refresh()
    assert "日志 1 条" in workspace.batches.heading.text()
    assert workspace.batches.seal_button.isEnabled()
