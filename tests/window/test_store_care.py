"""Backups, checks, the audit and restoring, by the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.people import revision
from tests.window.views import every_page
from zjrc_desk.desk import audit_trail, back_up, register
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.registry.vocabulary import AUDITOR, REGISTRAR
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.app import application, dispose
from zjrc_desk.window.audit_page import AuditPage
from zjrc_desk.window.first_run import FirstRun
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.restore_sheet import RestoreSheet
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

Open = Callable[..., MainWindow]


@pytest.fixture
def opened() -> Iterator[Open]:
    windows: list[MainWindow] = []
    application()

    def make(folder: Path, desk: Desk | None = None, *, backs_up: bool = False) -> MainWindow:
        windows.append(MainWindow(folder, desk, backs_up=backs_up))
        return windows[-1]

    yield make
    for window in windows:
        window._backs_up = False
        dispose(window)


def inside(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def test_a_backup_by_hand_its_age_and_in_red_past_three_days(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path, clock: TestClock, qtbot: QtBot
) -> None:
    space = inside(opened(store_folder, desk))
    assert "还没有备份" in space.today.backup.text()
    (tmp_path / "stick").mkdir()
    space.show_page(pages.SETTINGS)
    panel = space.settings.backups
    with qtbot.waitSignal(space.care.changed):
        panel.use(tmp_path / "stick")
    assert len(list((tmp_path / "stick").iterdir())) == 1
    assert "已读回核对" in space.settings.banner.text()
    assert "不到一天前" in panel.age.text()
    assert "在同一块硬盘上" in panel.folder.text()
    assert panel.age.objectName() == "quiet"
    clock.time += timedelta(days=4)
    space.show_page(pages.TODAY)
    assert "4 天前" in space.today.backup.text()
    assert space.today.backup.objectName() == "problem"


def test_a_stick_that_was_pulled_is_said_and_the_work_goes_on(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    back_up.set_folder(desk, stick)
    stick.rmdir()
    space = inside(opened(store_folder, desk))
    with qtbot.waitSignal(space.care.changed):
        space.care.quietly()
    assert "D16" in space.today.backup.text()
    assert space.today.backup.objectName() == "problem"
    stick.mkdir()
    with qtbot.waitSignal(space.care.changed):
        space.care.quietly()
    assert "D16" not in space.today.backup.text()


def test_leaving_backs_up_what_was_done(
    opened: Open, open_desk: Callable[[], Desk], store_folder: Path
) -> None:
    beside = store_folder.with_name("store-backups")
    opened(store_folder, open_desk(), backs_up=True).close()
    (first,) = beside.iterdir()
    desk = open_desk()
    register.save_draft(desk, revision())
    opened(store_folder, desk, backs_up=True).close()
    # Of one day the newest stays.
    (second,) = beside.iterdir()
    assert second != first


def test_a_backup_on_leaving_that_failed_is_said_in_red_until_the_next_good_one(
    opened: Open, open_desk: Callable[[], Desk], store_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = open_desk()
    back_up.set_folder(desk, stick)
    back_up.back_up(desk)
    register.save_draft(desk, revision())
    stick.rename(tmp_path / "pulled")
    opened(store_folder, desk, backs_up=True).close()
    space = inside(opened(store_folder, open_desk()))
    assert "上一次备份没有做成（2026-11-24 09:30）" in space.today.backup.text()
    assert "D16" in space.today.backup.text()
    assert space.today.backup.objectName() == "problem"
    (tmp_path / "pulled").rename(stick)
    with qtbot.waitSignal(space.care.changed):
        space.care.quietly()
    assert space.today.backup.objectName() == "quiet"
    space.window().close()
    assert back_up.fault(open_desk()) == ""


def test_the_audit_is_looked_through_checked_and_exported(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    register.save_draft(desk, revision())
    space = inside(opened(store_folder, desk))
    space.show_page(pages.AUDIT)
    page = space.stack.at(pages.AUDIT)
    assert isinstance(page, AuditPage)
    assert page.count.text() == f"共 {audit_trail.entries(desk)[0]} 条"
    page.action.setCurrentIndex(page.action.findData("start"))
    page.show_found()
    assert page.table.rows.count() == 1
    page.export(tmp_path / "trail.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "trail.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 2
    page.clear()
    page.check()
    qtbot.waitUntil(lambda: "没有发现问题" in page.banner.text())
    assert page.table.rows.line(0)[1][3] == "检查登记库"


def test_in_the_audit_a_day_that_is_none_is_named_and_does_not_narrow(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path
) -> None:
    space = inside(opened(store_folder, desk))
    space.show_page(pages.AUDIT)
    page = space.stack.at(pages.AUDIT)
    assert isinstance(page, AuditPage)
    everything = page.count.text()
    for wrong in ("昨天", "2026-13-45"):
        page.until.setText(wrong)
        page.since.setText("2026-11-01")
        page.show_found()
        assert f"“{wrong}”不是日期" in page.banner.text()
        assert page.count.text() == everything
        page.export(tmp_path / "trail.xlsx")
        assert f"“{wrong}”不是日期" in page.banner.text()
        assert not (tmp_path / "trail.xlsx").exists(), "it would hold more than was meant"
    page.clear()
    assert page.banner.text() == ""


@pytest.mark.parametrize(("role", "there"), [(AUDITOR, True), (REGISTRAR, False)])
def test_the_audit_is_there_for_an_auditor_and_not_for_a_registrar(
    opened: Open, desk: Desk, store_folder: Path, role: str, there: bool
) -> None:
    desk.staff.role = role
    space = inside(opened(store_folder, desk))
    assert any(isinstance(page, AuditPage) for page in every_page(space)) is there


def test_a_clock_set_back_is_said_at_the_next_act(
    opened: Open, desk: Desk, store_folder: Path, clock: TestClock
) -> None:
    space = inside(opened(store_folder, desk))
    clock.time -= timedelta(hours=5)
    space.show_page(pages.AUDIT)
    register.save_draft(desk, revision())
    space.show_page(pages.TODAY)
    assert "D12" in space.today.banner.text()


def test_where_the_database_is_gone_no_set_up_is_offered_but_restoring(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / back_up.back_up(desk, tmp_path).file_name
    desk.close()
    (store_folder / "registrations.db").unlink()
    window = opened(store_folder)
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert "不见了" in sheet.banner.text()
    sheet.restoring.emit()
    restoring = window.centralWidget()
    assert isinstance(restoring, RestoreSheet)
    restoring.use(file)
    restoring.staff.setText(ADMIN)
    restoring.password.setText(PASSWORD)
    restoring.go.click()
    assert "第 2 代" in restoring.banner.text()
    restoring.leave.click()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert "不见了" not in sheet.banner.text()


def test_what_is_gone_of_a_store_is_said_before_anybody_types(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path
) -> None:
    back_up.keep_beside(desk)
    back_up.back_up(desk)
    desk.close()
    (store_folder / "slots.json").rename(tmp_path / "slots.json")
    sheet = opened(store_folder).centralWidget()
    assert isinstance(sheet, SignIn)
    assert "D02" in sheet.banner.text()
    (store_folder / "registrations.db").unlink()
    for left in ("log and backups", "backups"):
        sheet = opened(store_folder).centralWidget()
        assert isinstance(sheet, FirstRun)
        assert "这里好像有过登记库" in sheet.banner.text(), left
        shutil.rmtree(store_folder, ignore_errors=True)
    sheet = opened(tmp_path / "nothing").centralWidget()
    assert isinstance(sheet, FirstRun)
    assert "好像有过" not in sheet.banner.text()


def test_a_backup_is_restored_on_a_new_pc_and_over_a_newer_store_only_when_sure(
    opened: Open, desk: Desk, store_folder: Path, tmp_path: Path, clock: TestClock
) -> None:
    file = tmp_path / back_up.back_up(desk, tmp_path).file_name
    register.save_draft(desk, revision())
    desk.close()
    for folder in (tmp_path / "new pc", store_folder):
        window = opened(folder)
        sheet = window.centralWidget()
        sheet.restoring.emit()  # type: ignore[attr-defined]
        sheet = window.centralWidget()
        assert isinstance(sheet, RestoreSheet)
        sheet.use(file)
        sheet.staff.setText(ADMIN)
        sheet.password.setText(PASSWORD)
        sheet.go.click()
        if folder == store_folder:
            assert "D18" in sheet.banner.text()
            assert "--replace" not in sheet.banner.text()
            assert not sheet.sure.isHidden()
            sheet.sure.click()
            assert "另存在" in sheet.banner.text()
        assert "第 2 代" in sheet.banner.text()
        sheet.leave.click()
        assert isinstance(window.centralWidget(), SignIn)
        restored = sign_in(folder, ADMIN, PASSWORD, clock)
        assert register.find(restored) == []
        restored.close()
    shutil.rmtree(tmp_path / "new pc")
