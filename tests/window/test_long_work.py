"""Long work from the chair: the window lives on, says how long it takes, and can stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.people import revision
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import register, seal_batch
from zjrc_desk.desk.enrol import enrol, request
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.store.place import OUTBOX
from zjrc_desk.window import waiting
from zjrc_desk.window.audit_page import AuditPage
from zjrc_desk.window.batch_printing import print_onto
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import Banner
from zjrc_desk.window.restore_sheet import RestoreSheet
from zjrc_desk.window.waiting import Pace, Waiting
from zjrc_desk.window.workspace import AUDIT, Workspace

_BEATS = 5


class Blocked:
    """A use case that does not end before the window's own loop has turned some times."""

    def __init__(self, parent: Workspace) -> None:
        self.beats = 0
        self.meanwhile: Callable[[], object] = lambda: None
        self._released = threading.Event()
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._beat)
        self._timer.start(10)

    def _beat(self) -> None:
        self.beats += 1
        if self.beats == _BEATS:
            self.meanwhile()
            self._released.set()

    def __call__(self, *_args: Any, **_more: Any) -> Any:
        assert threading.current_thread() is not threading.main_thread()
        assert self._released.wait(20), "the window stood still"
        raise LetterError("T10", "没有做成。", "请再试一次。")


@pytest.fixture
def blocked(workspace: Workspace) -> Blocked:
    return Blocked(workspace)


def _import(workspace: Workspace) -> Banner:
    workspace.search.import_file(Path("l.csv"))
    return workspace.search.banner


def _preview(workspace: Workspace) -> Banner:
    workspace.search.take_list(Path("l.csv"))
    return workspace.search.banner


def _export(workspace: Workspace) -> Banner:
    dialog = workspace.search.export()
    assert dialog is not None
    dialog.export()
    return dialog.banner


def _audit(workspace: Workspace) -> Banner:
    page = workspace.stack.at(AUDIT)
    assert isinstance(page, AuditPage)
    page.export(Path("a.xlsx"))
    return page.banner


def _seal(workspace: Workspace) -> Banner:
    workspace.batches.seal(Path("stick"))
    return workspace.batches.banner


def _hand_over(workspace: Workspace) -> Banner:
    workspace.batches.hand_over("b", Path("stick"))
    return workspace.batches.banner


def _take(workspace: Workspace) -> Banner:
    workspace.batches.take([Path(__file__)])
    return workspace.batches.banner


def _print(workspace: Workspace) -> Banner:
    print_onto(workspace.today, ["1"], QPrinter())
    return workspace.today.banner


def _restore(workspace: Workspace) -> Banner:
    sheet = RestoreSheet(Path("store"))
    sheet.setParent(workspace)
    sheet.use(Path("b.zjrc-backup"))
    sheet.restore()
    return sheet.banner


_ACTS = {
    "find_page.import_list": _import,
    "find_page.preview_list": _preview,
    "export_dialog.export_list": _export,
    "audit_page.audit_trail.export": _audit,
    "batch_page.seal_batch.seal_batch": _seal,
    "batch_page.seal_batch.hand_over": _hand_over,
    "batch_page.take_receipt": _take,
    "batch_printing.print_letters": _print,
    "restore_sheet.restore": _restore,
}


def test_the_window_lives_on_meanwhile_and_says_what_went_wrong(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for use_case, act in _ACTS.items():
        blocked = Blocked(workspace)
        with monkeypatch.context() as patched:
            patched.setattr(f"zjrc_desk.window.{use_case}", blocked)
            banner = act(workspace)
        assert blocked.beats >= _BEATS, use_case
        assert "没有做成" in banner.text(), use_case
        assert QApplication.overrideCursor() is None, use_case
        # Already told to go; in the program's own loop it is gone at the next turn.
        assert not any(one.isVisible() for one in workspace.findChildren(Waiting)), use_case


def test_the_backup_on_leaving_lets_the_window_live_on(
    workspace: Workspace, desk: Desk, blocked: Blocked, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.save_draft(desk, revision())
    monkeypatch.setattr("zjrc_desk.window.store_care.back_up.back_up", blocked)
    workspace.care.on_leaving(workspace)
    assert blocked.beats >= _BEATS


@pytest.mark.parametrize("wanted", ["lock", "close"])
def test_locking_and_closing_wait_until_the_act_is_over(
    wanted: str,
    window: MainWindow,
    workspace: Workspace,
    blocked: Blocked,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("zjrc_desk.window.find_page.import_list", blocked)
    blocked.meanwhile = getattr(window, wanted)
    _import(workspace)
    assert window.workspace is workspace
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.workspace is None)
    assert window.isVisible() is (wanted == "lock")


def test_how_far_it_is_and_how_long_it_takes_stands_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_MS", 0)
    monkeypatch.setattr(waiting, "_SECOND", 0)
    seen: list[str] = []
    with long_work(workspace, "正在读取", "正在做") as work:

        def read(*wanted: str) -> None:
            seen.extend(w for w in wanted if w in work.label.text() + work.left.text())

        def told(done: int, total: int, *wanted: str) -> None:
            work.progress(done, total)
            while not set(wanted) <= set(seen):
                work.in_window(lambda: read(*wanted))

        def act() -> int:
            told(7, 0, "正在读取 7")
            told(10, 40, "正在做 10/40")
            told(20, 40, "正在做 20/40", "还需约")
            return work.bar.value()

        assert work.run(act) == 50
    assert not work.stop.isVisibleTo(work)


def test_the_time_left_goes_by_the_pace_of_the_part_that_is_done() -> None:
    pace = Pace()
    assert pace.left(0, 0, 10.0) == ""
    assert pace.left(0, 100, 20.0) == ""
    assert pace.left(10, 100, 20.9) == "", "not before the second second"
    assert pace.left(10, 100, 21.0) == "还需约 9 秒"
    assert pace.left(50, 100, 21.5) == "还需约 9 秒", "not more often than it can be read"
    assert pace.left(20, 1000, 30.0) == "", "another part has another pace"
    assert pace.left(30, 1000, 40.0) == "还需约 17 分钟"


def test_what_only_the_windows_thread_may_do_is_done_there(workspace: Workspace) -> None:
    def fails() -> None:
        raise LetterError("T10", "没有做成。", "请再试一次。")

    with long_work(workspace, "", "正在做") as work:
        done_in = work.run(lambda: work.in_window(threading.current_thread))
        assert done_in is threading.main_thread()
        with pytest.raises(LetterError, match="T10"):
            work.run(lambda: work.in_window(fails))


@pytest.fixture
def signed(desk: Desk, tmp_path: Path) -> Desk:
    """Enrolled, with one registration that waits for a batch."""
    kept = register.witness(desk, register.save_draft(desk, revision()))
    serials = [kept.registration.serial]
    list(print_letters(desk, serials))
    record_signed(desk, serials)
    create(tmp_path / "centre", clock=desk.clock)
    centre = open_centre(tmp_path / "centre", clock=desk.clock)
    _, _, enrolment = approve(centre, request(desk)[0])
    enrol(desk, enrolment)
    centre.close()
    return desk


def test_sealing_can_be_stopped_and_goes_on_with_the_same_batch(
    signed: Desk, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "PATIENCE_MS", 0)
    pressed = threading.Event()
    really = seal_batch.seal_batch

    def slowly(desk: Desk, folder: Path, tell: Callable[[int, int], None]) -> object:
        def progress(done: int, total: int) -> None:
            assert pressed.wait(20)
            tell(done, total)

        return really(desk, folder, progress)

    monkeypatch.setattr("zjrc_desk.window.batch_page.seal_batch.seal_batch", slowly)
    watch = QTimer(workspace)

    def press() -> None:
        for dialog in workspace.findChildren(Waiting):
            if dialog.isVisible() and not pressed.is_set():
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
                assert dialog.isVisible(), "nothing else can be done until it has stopped"
                pressed.set()

    watch.timeout.connect(press)
    watch.start(5)
    page, stick = workspace.batches, tmp_path / "stick"
    page.seal(stick)
    watch.stop()
    assert "接着封同一批" in page.banner.text()
    assert not stick.exists()
    assert list((signed.store.folder / OUTBOX).iterdir()) == []
    page.seal(stick)
    assert "已封好 1 条记录" in page.banner.text()
    (file,) = stick.iterdir()
    assert file.name.endswith("-000001.zjrc")
