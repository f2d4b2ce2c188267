"""Lists in and out, from the chair: matching columns by keyboard, stopping, exporting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from sqlmodel import select

from tests.bench.crowd import fill
from tests.desk.lists import LIST, renamed, rows, written
from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.list_file import open_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.tables import AuditEntry
from zjrc_desk.window import presence, waiting
from zjrc_desk.window.export_dialog import ExportDialog
from zjrc_desk.window.import_preview import ImportPreview
from zjrc_desk.window.import_result import ImportResult
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.waiting import Waiting
from zjrc_desk.window.workspace import Workspace


def opened(workspace: Workspace, kind: type[QDialog]) -> QDialog:
    (dialog,) = (d for d in workspace.findChildren(kind) if d.isVisible())
    return dialog


@pytest.fixture
def other_list(tmp_path: Path) -> Path:
    return written(tmp_path / "other.csv", renamed(rows(3)))


def matching(workspace: Workspace, path: Path, qtbot: QtBot) -> ImportPreview:
    dialog = workspace.search.take_list(path)
    assert dialog is not None
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QComboBox | type(dialog.go)))
    return dialog


def test_the_standard_header_asks_nothing(workspace: Workspace, tmp_path: Path) -> None:
    assert workspace.search.take_list(written(tmp_path / "l.csv", rows(2))) is None
    result = opened(workspace, ImportResult)
    assert isinstance(result, ImportResult)
    assert "导入 2 行" in result.banner.text()


def test_columns_are_matched_by_keyboard_alone_and_the_next_list_is_known(
    workspace: Workspace, desk: Desk, other_list: Path, qtbot: QtBot
) -> None:
    dialog = matching(workspace, other_list, qtbot)
    assert "还缺必填的列：执行人姓名" in dialog.state.text()
    assert not dialog.go.isEnabled()
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox), "the cursor stands in the column that is open"
    assert "经办人" in box.accessibleName()
    while box.currentData() != "执行人姓名":
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert dialog.go.isEnabled()
    while QApplication.focusWidget() is not dialog.go:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.go, Qt.Key.Key_Space)
    assert len(register.find(desk)) == 3
    assert "导入 3 行" in opened(workspace, ImportResult).banner.text()  # type: ignore[attr-defined]
    opened(workspace, ImportResult).close()
    again = matching(workspace, other_list, qtbot)
    assert "上次" in again.banner.text()
    assert QApplication.focusWidget() is again.go
    QTest.keyClick(again.go, Qt.Key.Key_Return)
    assert "已有 3 行" in opened(workspace, ImportResult).banner.text()  # type: ignore[attr-defined]


def test_the_first_rows_stand_under_their_columns(
    workspace: Workspace, other_list: Path, qtbot: QtBot
) -> None:
    dialog = matching(workspace, other_list, qtbot)
    header = [dialog.table.horizontalHeaderItem(n).text() for n in range(len(rows(0)[0]))]
    assert header == [name.strip() for name in renamed(rows(0))[0]]
    shown = [dialog.table.item(1, n).text() for n in range(len(header))]
    assert shown == [" ".join(cell.split()) for cell in rows(1)[1]]


def test_a_column_chosen_twice_or_not_at_all_cannot_be_imported(
    workspace: Workspace, desk: Desk, other_list: Path, qtbot: QtBot
) -> None:
    dialog = matching(workspace, other_list, qtbot)
    box = dialog.boxes[dialog.fields().index("")]
    box.setCurrentIndex(box.findData("手机"))
    assert "选了不止一次：手机" in dialog.state.text()
    assert not dialog.go.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert register.find(desk) == []


def test_a_column_that_is_not_wanted_is_left_out(
    workspace: Workspace, desk: Desk, other_list: Path, qtbot: QtBot
) -> None:
    dialog = matching(workspace, other_list, qtbot)
    box = dialog.boxes[dialog.fields().index("")]
    box.setCurrentIndex(box.findData("执行人姓名"))
    dialog.boxes[dialog.fields().index("手机")].setCurrentIndex(0)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    found = register.find(desk)
    assert [one.phone for one in found] == ["", "", ""]


def test_a_column_without_a_name_of_its_own_cannot_be_chosen(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    table = [[*row, "x", "y", "z"] for row in renamed(rows(1))]
    table[0][-3:] = ["备注", "", "备注"]
    dialog = matching(workspace, written(tmp_path / "l.csv", table), qtbot)
    assert not any(box.isEnabled() for box in dialog.boxes[-3:])
    assert all(box.isEnabled() for box in dialog.boxes[:28])


def test_a_long_import_can_be_stopped_and_what_is_in_stays_in(
    workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_MS", 0)
    watch = QTimer(workspace)
    labels: list[str] = []

    def press() -> None:
        for dialog in workspace.findChildren(Waiting):
            labels.append(dialog.label.text())
            if dialog.isVisible() and dialog.bar.value() >= 5:
                QTest.keyClick(dialog.stop, Qt.Key.Key_Space)

    watch.timeout.connect(press)
    watch.start(5)
    report = workspace.search.import_file(LIST)
    watch.stop()
    assert report is not None
    assert report.cancelled
    assert any("正在导入" in label for label in labels)
    assert 0 < len(register.find(desk, limit=500)) < 107
    assert "再次导入" in ImportResult(report, workspace).banner.text()
    again = workspace.search.import_file(LIST)
    assert again is not None
    assert len(register.find(desk, limit=500)) == 107


def test_the_idle_lock_waits_until_an_act_is_over(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, desk: Desk, qtbot: QtBot
) -> None:
    window: MainWindow = request.getfixturevalue("window")
    assert window.workspace is not None
    monkeypatch.setattr(presence, "MINUTE_MS", 20)
    # A key, from which the minutes are counted.
    QTest.keyClick(window, Qt.Key.Key_Shift)
    report = window.workspace.search.import_file(LIST)
    assert report is not None
    assert not report.cancelled
    qtbot.waitUntil(lambda: window.workspace is None)


def exporting(workspace: Workspace) -> ExportDialog:
    dialog = workspace.search.export()
    assert dialog is not None
    return dialog


def test_what_was_found_is_exported_after_a_warning(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    workspace.search.import_file(LIST)
    name = register.find(desk)[0].name
    workspace.search.words.setText(name)
    dialog = exporting(workspace)
    assert "没有加密" in dialog.banner.text()
    assert f"查询“{name}”，共 1 份" in dialog.what.text()
    assert str(dialog.path) in dialog.where.text()
    assert dialog.cancel.hasFocus() or not dialog.go.hasFocus()
    dialog.path = tmp_path / "out.xlsx"
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "已导出 1 份" in dialog.banner.text()
    assert len(list(open_list(tmp_path / "out.xlsx").records)) == 1


def test_where_the_file_cannot_be_written_another_place_can_be_chosen(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    register.save_draft(desk, revision())
    dialog = exporting(workspace)
    dialog.path = tmp_path / "stick" / "out.xlsx"
    dialog.export()
    assert "D07" in dialog.banner.text()
    assert dialog.go.isEnabled()


def test_an_export_can_be_stopped_and_leaves_no_file_and_no_entry(
    workspace: Workspace, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So many that it is pressed long before the end, whatever else the machine does.
    fill(desk, 300)
    monkeypatch.setattr(waiting, "PATIENCE_MS", 0)
    monkeypatch.setattr("zjrc_desk.desk.export_list._AT_ONCE", 1)
    dialog = exporting(workspace)
    dialog.path = tmp_path / "out.xlsx"
    watch = QTimer(dialog)

    def press() -> None:
        for shown in dialog.findChildren(Waiting):
            if shown.isVisible():
                QTest.keyClick(shown.stop, Qt.Key.Key_Space)

    watch.timeout.connect(press)
    watch.start(0)
    dialog.export()
    watch.stop()
    assert "没有导出任何内容" in dialog.banner.text()
    assert list(tmp_path.glob("out*")) == []
    with desk.store.read() as session:
        exports = session.exec(select(AuditEntry).where(AuditEntry.action == "export")).all()
    assert exports == []
    dialog.export()
    assert "已导出 300 份" in dialog.banner.text()


def test_an_auditor_is_told_that_exporting_is_not_for_auditors(
    workspace: Workspace, desk: Desk
) -> None:
    desk.staff.role = "auditor"
    assert workspace.search.export() is None
    assert "A01" in workspace.search.banner.text()


def test_a_result_that_cannot_be_saved_is_said_and_leaves_nothing(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = workspace.search.import_file(written(tmp_path / "l.csv", rows(1)))
    assert report is not None
    result = ImportResult(report, workspace)
    qtbot.addWidget(result)
    target = (str(tmp_path / "stick" / "r.csv"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: target)
    result.choose_file()
    assert "D07" in result.banner.text()
