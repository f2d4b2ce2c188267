"""Finding, importing, batches and signing in, from the chair."""

from __future__ import annotations

import csv
from pathlib import Path

from pypdf import PdfReader
from pypinyin import lazy_pinyin
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPageSize, QRawFont
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, PASSWORD
from tests.people import revision
from tests.window.views import every_page
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import enrol, register
from zjrc_desk.desk.import_list import REFUSED
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import status
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.window import theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.first_run import FirstRun
from zjrc_desk.window.import_result import ImportResult
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.printing import print_document
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"


def test_a_list_is_imported_and_its_refused_rows_are_shown_and_saved(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.show_page(pages.FIND)
    report = workspace.search.import_file(LIST)
    assert report is not None
    assert report.count(REFUSED) == 13
    result = ImportResult(report)
    qtbot.addWidget(result)
    result.save(tmp_path / "result.csv")
    with (tmp_path / "result.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == result.headings
    refused = {row[0] for row in rows if row[1] == "拒收"}
    assert len(refused) == 13
    assert all(row[3] and row[4] and row[5] for row in rows if row[1] == "拒收")


def test_a_file_that_is_no_list_is_refused_in_words(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    assert workspace.search.import_file(path) is None
    assert "F12" in workspace.search.banner.text()


def test_search_finds_by_name_initials_and_part_of_the_number(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.show_page(pages.FIND)
    page = workspace.search
    page.import_file(LIST)
    first = page.table.rows
    name, number = (str(first.data(first.index(0, column))) for column in (1, 2))
    initials = "".join(syllable[0] for syllable in lazy_pinyin(name))
    for words in (name, initials, number[4:14]):
        page.words.clear()
        type_text(page.words, words)
        qtbot.waitUntil(lambda: 0 < page.table.rows.rowCount() < 20)
        cells = page.table.rows
        found = [str(cells.data(cells.index(row, 1))) for row in range(cells.rowCount())]
        assert name in found
    opened: list[str] = []
    page.opened.connect(opened.append)
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert len(opened) == 1, "Enter goes to the table, Enter again opens the row"


def test_a_batch_goes_out_and_its_receipt_comes_back_on_the_batch_page(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    workspace.search.import_file(LIST)
    some = waiting(desk)[:3]
    list(print_letters(desk, some))
    record_signed(desk, some)
    create(tmp_path / "centre", clock=desk.clock)
    centre = open_centre(tmp_path / "centre", clock=desk.clock)
    workspace.settings.write_request(tmp_path / "p.csr")
    _, _, enrolment = approve(centre, (tmp_path / "p.csr").read_bytes())
    (tmp_path / "p.enrolment").write_bytes(enrolment)
    page = workspace.batches
    workspace.show_page(pages.BATCHES)
    page.seal(tmp_path / "stick")
    assert "E00" in page.banner.text(), "before the enrolment nothing is sealed"
    workspace.settings.take_enrolment(tmp_path / "p.enrolment")
    page.seal(tmp_path / "stick")
    (batch,) = (tmp_path / "stick").glob("*.zjrc")
    file = desk.store.folder / "outbox" / batch.name
    file.rename(tmp_path / "away")
    page.refresh()
    assert page.table.rows.line(0)[1][3] == "等回执，文件已丢失"
    (tmp_path / "away").rename(file)
    answer = take_in(centre, batch)
    (tmp_path / answer.name).write_bytes(answer.content)
    page.take([tmp_path / answer.name])
    assert "全部接收" in page.banner.text()
    assert status(desk).registrations["accepted"] == 3
    (tmp_path / answer.name).write_bytes(answer.content[:-20])
    page.take([tmp_path / answer.name])
    assert "R07" in page.banner.text()
    centre.close()


def test_a_wrong_password_is_said_calmly_and_the_right_one_opens(
    qtbot: QtBot, store_folder: Path
) -> None:
    sheet = SignIn(store_folder)
    qtbot.addWidget(sheet)
    type_text(sheet.staff, ADMIN)
    type_text(sheet.password, "wrong password")
    QTest.mouseClick(sheet.enter, Qt.MouseButton.LeftButton)
    assert "D01" in sheet.banner.text()
    type_text(sheet.password, PASSWORD)
    with qtbot.waitSignal(sheet.signed_in) as signal:
        QTest.keyClick(sheet.password, Qt.Key.Key_Return)
    signal.args[0].close()


def test_the_first_run_ends_only_when_the_recovery_code_was_typed_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = FirstRun(tmp_path / "new")
    qtbot.addWidget(sheet)
    for line, text in (
        (sheet.code, "ZJ-HZ-0002"),
        (sheet.name, "样例登记点"),
    ):
        type_text(line, text)
    QTest.mouseClick(sheet.next, Qt.MouseButton.LeftButton)
    for line, text in (
        (sheet.admin, "A001"),
        (sheet.password, PASSWORD),
        (sheet.again, PASSWORD),
    ):
        type_text(line, text)
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    first = sheet.findChild(QLabel, "code").text()
    back = [one for one in sheet.findChildren(QPushButton) if one.text() == "上一步"][-1]
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert "作废" in sheet.banner.text()
    assert sheet.password.text() == PASSWORD, "what is typed stays"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.mouseClick(sheet.go, Qt.MouseButton.LeftButton)
    assert sheet.findChild(QLabel, "code").text() != first
    type_text(sheet.typed, "not the code")
    sheet.finish()
    assert "不一致" in sheet.banner.text()
    sheet.typed.clear()
    type_text(sheet.typed, sheet.findChild(QLabel, "code").text())
    with qtbot.waitSignal(sheet.signed_in) as signal:
        sheet.finish()
    signal.args[0].close()


def test_the_windows_face_has_every_character_that_is_shown(workspace: Workspace) -> None:
    assert theme.face(), "a Chinese face is installed"
    face = QRawFont.fromFont(workspace.font())
    assert face.familyName() == theme.face(), "the face is drawn with, not only asked for"
    texts = [label.text() for page in every_page(workspace) for label in page.findChildren(QLabel)]
    shown = {c for text in texts for c in text if not c.isspace()}
    assert len(shown) > 100
    assert {c for c in shown if not face.supportsCharacter(ord(c))} == set()


def test_the_letter_is_previewed_and_printed_page_by_page(
    workspace: Workspace, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.search.import_file(LIST)
    (letter,) = print_letters(desk, waiting(desk)[:1])
    preview = Preview(letter.pdf, "意愿书", workspace)
    qtbot.addWidget(preview)
    assert preview.document.pageCount() == 2
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    list(print_document(preview.document, printer))
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == 2
    assert all(page.images for page in pages), "each page has the letter's picture on it"


def enrolled_with_one_signed(desk: Desk, folder: Path) -> None:
    create(folder / "centre", clock=desk.clock)
    centre = open_centre(folder / "centre", clock=desk.clock)
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    centre.close()
    kept = register.witness(desk, revision())
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, None)


def test_a_batch_whose_file_is_lost_is_said_and_goes_again_once_the_centre_was_asked(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    enrolled_with_one_signed(desk, tmp_path)
    handed = seal_batch(desk, tmp_path)
    page = workspace.batches
    workspace.show_page(pages.BATCHES)
    assert not page.lost_button.isVisible()
    (desk.store.folder / "outbox" / handed.path.name).unlink()
    page.refresh()
    assert page.table.rows.line(0)[1][3] == "等回执，文件已丢失"
    page.table.selectRow(0)
    QTest.mouseClick(page.lost_button, Qt.MouseButton.LeftButton)
    assert any("问省中心" in one.text() for one in page.dialog.findChildren(QLabel))
    where = page.dialog.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_Return)
    assert page.heading.text() == "将要封批的登记：0 份", "not by one Enter too many"
    QTest.keyClick(where, Qt.Key.Key_Escape)
    assert page.heading.text() == "将要封批的登记：0 份"
    QTest.mouseClick(page.lost_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.dialog.yes, Qt.MouseButton.LeftButton)
    assert "请再封一次批" in page.banner.text()
    assert page.heading.text() == "将要封批的登记：1 份"
    assert not page.lost_button.isVisible()


def test_a_batch_that_reached_no_stick_goes_by_the_same_button_and_a_damaged_one_is_said(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    enrolled_with_one_signed(desk, tmp_path)
    page = workspace.batches
    workspace.show_page(pages.BATCHES)
    (tmp_path / "file").touch()
    page.seal(tmp_path / "file")
    assert "B25" in page.banner.text()
    assert page.seal_button.isEnabled(), "for that is what was just asked for"
    page.seal(tmp_path)
    assert (tmp_path / page.table.rows.line(0)[1][0]).exists()
    assert not page.seal_button.isEnabled()
    (file,) = (desk.store.folder / "outbox").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    page.hand_over(page.table.rows.line(0)[0], tmp_path)
    assert "B29" in page.banner.text()
    assert page.lost_button.isVisible()
    assert page.table.rows.line(0)[1][3] == "等回执，文件已丢失"


def test_the_days_page_lists_what_waits_and_ticks_it_off(
    workspace: Workspace, desk: Desk, tmp_path: Path
) -> None:
    create(tmp_path / "centre", clock=desk.clock)
    centre = open_centre(tmp_path / "centre", clock=desk.clock)
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    kept = register.witness(desk, revision())
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, None)
    take_receipt(desk, take_in(centre, seal_batch(desk, tmp_path).path).content)
    centre.close()
    workspace.show_page(pages.FIND)
    workspace.show_page(pages.TODAY)
    workspace.today.settle()
    todo = workspace.today.todo
    assert todo.title.text() == "证明待交付 1"
    todo.table.selectRow(0)
    QTest.mouseClick(todo.handed, Qt.MouseButton.LeftButton)
    workspace.today.settle()
    assert todo.table.rows.rowCount() == 0


def test_a_visitors_certificate_is_scanned_verified_and_the_referral_recorded(
    workspace: Workspace, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    create(tmp_path / "centre", clock=desk.clock)
    centre = open_centre(tmp_path / "centre", clock=desk.clock)
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    kept = register.witness(desk, revision())
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, None)
    taken = take_receipt(desk, take_in(centre, seal_batch(desk, tmp_path).path).content)
    centre.close()
    certificate = taken.receipt.records[0].certificate
    assert certificate is not None
    (verify,) = (b for b in workspace.today.findChildren(QPushButton) if b.text() == "验证文书")
    QTest.mouseClick(verify, Qt.MouseButton.LeftButton)
    sheet = workspace.verification
    assert workspace.current() is sheet
    assert QApplication.focusWidget() is sheet.token, "a scanner types at once"
    type_text(sheet.token, "wrong")
    QTest.keyClick(sheet.token, Qt.Key.Key_Return)
    assert "T02" in sheet.banner.text()
    assert not sheet.refer_button.isEnabled()
    sheet.token.clear()
    type_text(sheet.token, certificate.token)
    QTest.keyClick(sheet.token, Qt.Key.Key_Return)
    assert kept.registration.serial in sheet.banner.text()
    QTest.mouseClick(sheet.refer_button, Qt.MouseButton.LeftButton)
    assert "已登记转介" in sheet.banner.text()


def test_a_click_on_the_rail_puts_the_cursor_where_one_types_and_arrows_stay_on_the_rail(
    workspace: Workspace,
) -> None:
    rail = workspace.rail

    def click(number: int) -> QWidget | None:
        place = rail.visualItemRect(rail.item(number)).center()
        QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return QApplication.focusWidget()

    assert click(pages.FIND) is workspace.search.words
    assert click(pages.VERIFY) is workspace.verification.token
    assert click(pages.SETTINGS) is rail
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert workspace.current() is workspace.verification
    assert QApplication.focusWidget() is rail
