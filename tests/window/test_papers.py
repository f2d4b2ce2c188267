"""Printing the papers from the registration's page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.people import revision
from zjrc_desk.desk import change, register
from zjrc_desk.desk.papers import printed_papers
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.window.workspace import Workspace


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_a_confirmation_is_printed_reprinted_with_a_reason_and_recorded_as_signed(
    desk: Desk, workspace: Workspace
) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    serial = kept.registration.serial
    list(print_letters(desk, [serial]))
    record_signed(desk, [serial])
    change.withdraw(desk, [serial])
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(5)
    panel = page.papers
    click(panel.buttons["confirmation", False])
    assert panel.printer.preview is not None
    assert panel.printer.preview.document.pageCount() == 1
    panel.printer.preview.close()
    click(panel.buttons["confirmation", False])
    assert panel.printer.dialog is not None
    click(panel.printer.dialog.yes)
    assert panel.printer.dialog.isVisible(), "a reprint says why"
    panel.printer.dialog.reason.setText("卡纸")
    click(panel.printer.dialog.yes)
    rows = [row for row in printed_papers(desk, kept.record_id) if row.kind == "confirmation"]
    assert [(row.reprint, row.reason) for row in rows] == [(1, "卡纸"), (0, "")]
    panel.printed.selectRow(0)
    click(panel.signed)
    assert printed_papers(desk, kept.record_id)[0].signed_on == "2026-11-24"


def test_the_letter_is_reprinted_with_a_reason_and_only_looked_at_otherwise(
    desk: Desk, workspace: Workspace
) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(5)
    click(page.print_button)
    click(page.print_button)
    dialog = page.papers.printer.dialog
    assert dialog is not None
    dialog.reason.setText("打印机没有墨")
    click(dialog.yes)
    rows = [row for row in printed_papers(desk, kept.record_id) if row.kind == "letter"]
    assert [row.reprint for row in rows] == [1, 0]


def test_the_month_is_printed_from_its_page(workspace: Workspace, desk: Desk) -> None:
    page = workspace.diary
    page.refresh()
    page.print_report()
    assert page.printer.preview is not None
    assert page.printer.preview.document.pageCount() == 1
