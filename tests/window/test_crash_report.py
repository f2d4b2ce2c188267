"""An error nobody foresaw: said calmly, reported in a file, and nobody's name in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import journal
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
