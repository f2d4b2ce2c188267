"""Printing the papers from the registration's page."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.letters.samples import all_papers
from tests.letters.scans import scanned
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import change, register
from zjrc_desk.desk.papers import printed_papers
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.tables import Consent
from zjrc_desk.window.batch_printing import print_onto
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.printing import offer, print_pdf
from zjrc_desk.window.verify_page import VerifyPage
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
    panel = page.last.papers
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


def test_a_signed_consent_paper_ticks_the_consent_and_what_is_typed_stays(
    desk: Desk, workspace: Workspace
) -> None:
    draft = register.save_draft(desk, revision(consent=Consent()))
    workspace.open_registration(draft.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(5)
    click(page.last.papers.buttons["consent", False])
    assert page.last.papers.printer.preview is not None
    page.last.papers.printer.preview.close()
    page.form.field("volunteer.mobile").set_value("13805710009")
    page.form.edited.emit()
    click(page.last.papers.signed)
    assert page.form.field("consent.given_at").value()
    assert page.save()
    kept = register.open_registration(desk, draft.record_id)
    assert kept.consent.given_at == "2026-11-24"
    assert kept.volunteer.mobile == "13805710009"


def test_a_character_no_font_has_is_said_while_it_can_still_be_put_right(
    desk: Desk, workspace: Workspace
) -> None:
    typed = revision(volunteer=volunteer(name="张\U00030000"))
    typed.intention.family_letter = "再见\U0001f338"
    typed.volunteer.religion_customs = "\U0001f338"
    draft = register.save_draft(desk, typed)
    workspace.open_registration(draft.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(5)
    found = [one for one in page._all_problems() if one.code == "F10"]
    assert [one.path for one in found] == ["volunteer.name", "intention.family_letter"]
    assert "U+30000" in found[0].message
    click(page.last.witnessed)
    assert page.revision.state == "witnessed", "without the font the wish is recorded all the same"


def test_the_letter_is_reprinted_with_a_reason_and_only_looked_at_otherwise(
    desk: Desk, workspace: Workspace
) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(5)
    click(page.last.print_button)
    click(page.last.print_button)
    dialog = page.last.papers.printer.dialog
    assert dialog is not None
    dialog.reason.setText("打印机没有墨")
    click(dialog.yes)
    rows = [row for row in printed_papers(desk, kept.record_id) if row.kind == "letter"]
    assert [row.reprint for row in rows] == [1, 0]


def test_what_never_came_out_of_the_printer_is_opened_again_without_a_mark(
    desk: Desk, workspace: Workspace
) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    workspace.open_registration(kept.record_id)
    page = workspace.registration
    page.rail.setCurrentRow(5)
    printer = page.last.papers.printer
    click(page.last.papers.buttons["witness", False])
    assert printer.preview is not None
    printer.preview.close()
    click(page.last.papers.buttons["witness", False])
    click(printer.original)
    assert printer.dialog is not None
    assert not printer.dialog.isVisible()
    assert printer.preview.isVisible()
    (row,) = printed_papers(desk, kept.record_id)
    assert (row.kind, row.reprint) == ("witness", 0)


def test_the_month_is_printed_from_its_page(workspace: Workspace, desk: Desk) -> None:
    page = workspace.diary
    page.refresh()
    page.print_report()
    assert page.printer.preview is not None
    assert page.printer.preview.document.pageCount() == 1


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_three_copies_are_offered_and_a_card_keeps_its_size(
    qapp: QApplication, tmp_path: Path
) -> None:
    printer = file_printer(tmp_path / "card.pdf")
    offer(printer, 3)
    assert printer.copyCount() == 3
    printer.setCopyCount(1)
    list(print_pdf(all_papers()["card"], printer))
    pages = PdfReader(tmp_path / "card.pdf").pages
    sizes = [(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pages]
    assert sizes == [(243, 153)] * 2, "85.6 x 54 mm"


def test_the_preview_turns_its_pages_and_zooms(qtbot: QtBot) -> None:
    preview = Preview(all_papers()["letter"], "意愿书")
    qtbot.addWidget(preview)
    preview.show()
    assert "第 1 页 共" in preview.where.text()
    click(preview.on)
    assert "第 2 页 共" in preview.where.text()
    preview.zoom(1.25)
    first = preview.view.zoomFactor()
    preview.zoom(1.25)
    assert preview.view.zoomFactor() > first
    preview.fit_page()
    assert preview.view.zoomMode() == preview.view.ZoomMode.FitInView


def test_many_letters_are_printed_in_a_row_and_one_that_cannot_be_is_named(
    desk: Desk, workspace: Workspace, tmp_path: Path
) -> None:
    number = citizen_number("19500102", 107)
    odd = volunteer(name="张\U00031350", document_number=number, birth_date="1950-01-02", sex="1")
    for person in (volunteer(), odd):
        register.witness(desk, register.save_draft(desk, revision(volunteer=person)))
    page = workspace.today
    print_onto(page, waiting(desk), file_printer(tmp_path / "letters.pdf"))
    assert "打印了 1 份意愿书" in page.banner.text()
    assert "F10" in page.banner.text()
    assert len(waiting(desk)) == 1
    (made,) = tmp_path.glob("letters-*.pdf")
    assert len(PdfReader(made).pages) == 2


def test_a_printer_that_takes_nothing_stops_the_row_and_no_letter_counts_as_printed(
    desk: Desk, workspace: Workspace, tmp_path: Path
) -> None:
    register.witness(desk, register.save_draft(desk, revision()))
    page = workspace.today
    print_onto(page, waiting(desk), file_printer(tmp_path / "no" / "such" / "folder.pdf"))
    assert "T10" in page.banner.text()
    assert len(waiting(desk)) == 1


def test_a_paper_is_verified_from_its_code_and_from_its_file(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    (letter,) = print_letters(desk, [kept.registration.serial])
    record_signed(desk, [letter.serial])
    sheet = VerifyPage(desk)
    qtbot.addWidget(sheet)
    sheet.token.setText(printed_papers(desk, kept.record_id)[0].token)
    QTest.keyClick(sheet.token, Qt.Key.Key_Return)
    assert "现在有效" in sheet.banner.text()
    assert not sheet.refer_button.isEnabled(), "a letter is no certificate"
    changed = bytearray(letter.pdf)
    changed[len(changed) // 2] ^= 1
    scan, blank = io.BytesIO(), io.BytesIO()
    page = scanned(letter.pdf, tmp_path)[0]
    page.rotate(1, fillcolor=255).save(scan, "PDF", resolution=150)
    Image.new("L", page.size, 255).save(blank, "PDF", resolution=150)
    unsigned = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(letter.pdf))
    del writer.root_object["/AcroForm"]
    writer.write(unsigned)
    for content, said in (
        (letter.pdf, "现在有效"),
        (bytes(changed), "被改动过"),
        (b"x", "T07"),
        (scan.getvalue(), "现在有效"),
        (blank.getvalue(), "T08"),
        (unsigned.getvalue(), "T07"),
    ):
        path = tmp_path / "paper.pdf"
        path.write_bytes(content)
        sheet.verify_file(path)
        assert said in sheet.banner.text()
    sheet.verify_file(tmp_path / "gone.pdf")
    assert "D07" in sheet.banner.text()
