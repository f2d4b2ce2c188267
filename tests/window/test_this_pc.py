"""设置 → 打印机, 文件夹, 上传, 文本: what is chosen for this PC, and what the centre gave."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget

from tests.people import revision
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import enrol, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.window import this_pc
from zjrc_desk.window.batch_printing import print_waiting
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.printing import ask_printer, offer, print_test_page
from zjrc_desk.window.settings_page import SettingsPage
from zjrc_desk.window.this_pc import Paper, Place
from zjrc_desk.window.workspace import SETTINGS, Workspace


def fixed(place: QStandardPaths.StandardLocation) -> str:
    return QStandardPaths.writableLocation(place)


DOCUMENTS = next(
    one
    for one in (
        fixed(QStandardPaths.StandardLocation.DocumentsLocation),
        fixed(QStandardPaths.StandardLocation.HomeLocation),
    )
    if Path(one).is_dir()
)
TWO = ["HP LaserJet", "Card printer"]


@pytest.fixture
def settings(workspace: Workspace) -> SettingsPage:
    workspace.show_page(SETTINGS)
    return workspace.settings


def press(panel: QWidget, accessible_name: str) -> None:
    (found,) = [
        one for one in panel.findChildren(QPushButton) if one.accessibleName() == accessible_name
    ]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def begins_with(monkeypatch: pytest.MonkeyPatch, answer: Path | None = None) -> list[str]:
    """Where the dialogs for a folder and for a file to save begin."""
    begun: list[str] = []

    def folder(_parent: object, _title: str, where: str) -> str:
        begun.append(where)
        return str(answer or "")

    def save(_parent: object, _title: str, where: str, _kinds: str = "") -> tuple[str, str]:
        begun.append(where)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return begun


def test_dialogs_begin_in_the_folder_that_was_chosen_while_it_is_there(
    settings: SettingsPage,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    begun = begins_with(monkeypatch, stick)
    settings.tabs.setCurrentWidget(settings.folders)
    press(settings.folders, "选择…交批次、收回执和备案文件（U 盘）")
    assert settings.folders.shown[Place.STICK].text() == str(stick)
    monkeypatch.setattr(workspace.batches, "seal", lambda folder: begun.append(f"seal {folder}"))
    workspace.batches.choose_folder()
    assert begun == [DOCUMENTS, str(stick), f"seal {stick}"]
    stick.rmdir()
    settings.refresh()
    assert "现在不在" in settings.folders.shown[Place.STICK].text()
    workspace.batches.choose_folder()
    assert begun[3] == DOCUMENTS, "it is not there"
    press(settings.folders, "从“文档”开始交批次、收回执和备案文件（U 盘）")
    assert this_pc.folder(Place.STICK) == ""


def test_what_is_saved_is_suggested_in_its_folder(
    settings: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begins_with(monkeypatch)
    settings.choose_bundle()
    settings.folders.use(Place.SAVED, str(tmp_path))
    settings.choose_bundle()
    assert str(Path(begun[0]).parent) == DOCUMENTS
    assert Path(begun[1]).parent == tmp_path
    assert Path(begun[1]).name == Path(begun[0]).name


def test_until_a_folder_is_chosen_dialogs_go_on_where_this_person_was_until_the_lock(
    settings: SettingsPage,
    workspace: Workspace,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[str] = []

    def opened(_parent: object, _title: str, where: str, _kinds: str) -> tuple[list[str], str]:
        begun.append(where)
        return [str(tmp_path / "a.receipt")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", opened)
    for _ in range(2):
        workspace.batches.choose_receipts()
    folders = begins_with(monkeypatch)
    workspace.batches.choose_folder()
    settings.choose_bundle()
    assert begun == [DOCUMENTS, str(tmp_path)]
    assert folders[0] == str(tmp_path), "a stick is a stick"
    assert str(Path(folders[1]).parent) == DOCUMENTS, "of another kind"
    window.lock()
    assert this_pc.beginning(Place.STICK) == DOCUMENTS
    written = [path.read_text("utf-8") for path in (tmp_path / "look").rglob("*.ini")]
    assert not any(str(tmp_path) in text for text in written)


def offered(monkeypatch: pytest.MonkeyPatch, there: list[str]) -> None:
    """Those printers are there; asked for one, the person thinks better of it."""

    class Dialog(QDialog):
        def __init__(self, _printer: QPrinter, parent: QWidget) -> None:
            super().__init__(parent)

        def exec(self) -> int:
            return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: there))
    monkeypatch.setattr("zjrc_desk.window.printing.QPrintDialog", Dialog)


def test_the_printer_of_this_pc_is_offered_first_and_one_that_is_gone_is_not(
    settings: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered(monkeypatch, TWO)
    named: list[str] = []
    monkeypatch.setattr(QPrinter, "setPrinterName", lambda _printer, name: named.append(name))
    settings.tabs.setCurrentWidget(settings.printers)
    box = settings.printers.boxes[Paper.CARD]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    assert box.currentText() == "Card printer"
    assert this_pc.printer(Paper.CARD) == "Card printer"
    assert ask_printer(settings, 1, Paper.CARD) is None
    assert ask_printer(settings, 1, Paper.SHEET) is None
    assert named == ["Card printer"]
    offered(monkeypatch, TWO[:1])
    settings.printers.refresh()
    assert box.currentText() == "Card printer（现在没有找到）"
    assert ask_printer(settings, 1, Paper.CARD) is None
    assert named == ["Card printer"], "the system's own is offered instead"


def test_a_printer_that_is_chosen_after_the_lock_was_chosen_by_nobody(
    settings: SettingsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dialog(QDialog):
        def __init__(self, _printer: QPrinter, _parent: QWidget) -> None:
            super().__init__()

        def exec(self) -> int:
            window.lock()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: TWO))
    monkeypatch.setattr("zjrc_desk.window.printing.QPrintDialog", Dialog)
    assert ask_printer(settings, 1) is None
    assert window.workspace is None


def test_sheets_are_offered_on_both_sides_until_somebody_says_no(
    settings: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A file can't be printed on both sides, so Qt does not keep it there.
    offers: list[QPrinter.DuplexMode] = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, mode: offers.append(mode))
    offer(QPrinter(), 2)
    settings.tabs.setCurrentWidget(settings.printers)
    settings.printers.both_sides.setFocus()
    QTest.keyClick(settings.printers.both_sides, Qt.Key.Key_Space)
    offer(QPrinter(), 2)
    offer(QPrinter(), 1, Paper.CARD)
    duplex = QPrinter.DuplexMode
    assert offers == [duplex.DuplexLongSide, duplex.DuplexNone, duplex.DuplexLongSide]


def test_without_a_printer_the_test_page_says_what_to_do(
    settings: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered(monkeypatch, [])
    settings.tabs.setCurrentWidget(settings.printers)
    press(settings.printers, "打印测试页…志愿者卡")
    assert "T09" in settings.banner.text()


@pytest.mark.parametrize("paper", list(Paper))
def test_a_test_page_has_its_size_a_frame_and_words(
    workspace: Workspace, tmp_path: Path, paper: Paper
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "test.pdf"))
    print_test_page(printer, paper, workspace.desk.point.name)
    (page,) = PdfReader(tmp_path / "test.pdf").pages
    width = {Paper.SHEET: 210, Paper.CARD: 85.6}[paper]
    assert float(page.mediabox.width) / 72 * 25.4 == pytest.approx(width, abs=1)
    text = unicodedata.normalize("NFKC", page.extract_text()).replace("\n", "")
    assert "测试" in text
    assert "登记点" in text, "the point's name is whole to its end"


def test_a_printer_that_takes_nothing_is_said(workspace: Workspace, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "test.pdf"))
    with pytest.raises(LetterError, match="T10"):
        print_test_page(printer, Paper.SHEET, workspace.desk.point.name)


def test_the_words_of_every_paper_people_sign_can_be_read(settings: SettingsPage) -> None:
    settings.tabs.setCurrentWidget(settings.texts)
    box, browser = settings.texts.box, settings.texts.browser
    box.setFocus()
    seen = {}
    for _ in range(box.count()):
        seen[box.currentText()] = browser.toPlainText()
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert "并单独同意登记点" in seen["个人信息处理单独同意书"]
    assert "随时变更或者撤销本意愿书" in seen["遗体（器官、组织）捐献意愿书"]
    assert "都不得捐献" in seen["不同意捐献确认书"]
    assert not any("{" in text for text in seen.values()), "what is filled in is left open"
    assert settings.texts.version.text() == "第 1 版"


def test_upload_says_what_the_centre_gave_and_how_batches_go_today(
    settings: SettingsPage, desk: Desk, tmp_path: Path
) -> None:
    said = [label.text() for label in settings.upload.findChildren(QLabel)]
    assert "批次请用 U 盘交给省中心" in said[0]
    assert said[1] == "省中心没有给出上传地址。"
    create(tmp_path / "centre", clock=desk.clock)
    centre = open_centre(tmp_path / "centre", clock=desk.clock)
    address = "https://zx.example.cn/upload"
    answer = tmp_path / "p.enrolment"
    answer.write_bytes(approve(centre, enrol.request(desk)[0], address)[2])
    centre.close()
    settings.take_enrolment(answer)
    settings.refresh()
    assert settings.upload.given.text().splitlines() == [
        f"省中心给出的上传地址：{address}",
        "上传凭证：没有",
    ]


def test_nothing_chosen_here_is_in_the_store(settings: SettingsPage, tmp_path: Path) -> None:
    settings.folders.use(Place.OPENED, str(tmp_path))
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    kept = QSettings(ini, user, "zjrc_desk", "this_pc")
    assert kept.value("folder/opened") == str(tmp_path)


def test_a_folder_that_cannot_be_looked_at_counts_as_not_there(
    settings: SettingsPage, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begins_with(monkeypatch)
    # As a stick that was pulled out while in use, which has nothing to be asked for any more.
    gone = str(tmp_path / ("y" * 300))
    settings.folders.use(Place.STICK, gone)
    assert settings.folders.shown[Place.STICK].text().endswith("（现在不在，U 盘可能没有插上）")
    settings.refresh()
    assert settings.banner.text() == ""
    workspace.batches.choose_folder()
    assert begun == [DOCUMENTS]


def test_the_name_of_a_folder_is_shown_as_it_is(settings: SettingsPage, tmp_path: Path) -> None:
    folder = tmp_path / "<b>批次<" / "b>"
    folder.mkdir(parents=True)
    settings.folders.use(Place.SAVED, str(folder))
    shown = settings.folders.shown[Place.SAVED]
    assert shown.text() == str(folder)
    assert shown.textFormat() == Qt.TextFormat.PlainText


def test_what_could_not_be_kept_for_this_pc_is_said(
    settings: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Nobody can write there, an administrator included.
    (tmp_path / "look" / "zjrc_desk" / "this_pc.ini").mkdir(parents=True)
    settings.folders.use(Place.STICK, str(tmp_path))
    assert "D07" in settings.banner.text()
    assert "关闭程序以后就没有了" in settings.banner.text()
    offered(monkeypatch, TWO)
    settings.tabs.setCurrentWidget(settings.printers)
    settings.banner.say("")
    QTest.keyClick(settings.printers.boxes[Paper.CARD], Qt.Key.Key_End)
    assert "D07" in settings.banner.text()
    settings.banner.say("")
    QTest.keyClick(settings.printers.both_sides, Qt.Key.Key_Space)
    assert "D07" in settings.banner.text()


@pytest.mark.parametrize("asked", ["test page", "letters"])
def test_while_the_printer_is_asked_for_the_window_may_lock(
    asked: str,
    settings: SettingsPage,
    workspace: Workspace,
    window: MainWindow,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register.witness(desk, revision())

    class Left(QDialog):
        def __init__(self, _printer: QPrinter, parent: QWidget) -> None:
            super().__init__(parent)

        def exec(self) -> int:
            QTest.keyClick(settings, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
            QApplication.processEvents()
            return QDialog.DialogCode.Rejected

    offered(monkeypatch, TWO)
    monkeypatch.setattr("zjrc_desk.window.printing.QPrintDialog", Left)
    if asked == "letters":
        print_waiting(workspace.today)
    else:
        settings.printers.try_it(Paper.SHEET)
    assert window.workspace is None, "nobody has to come back before it locks"


def test_a_long_name_of_a_folder_makes_the_page_no_wider_than_the_window(
    settings: SettingsPage, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / ("x" * 200)).mkdir()
    settings.folders.use(Place.STICK, str(tmp_path / ("x" * 200)))
    settings.folders.use(Place.SAVED, str(tmp_path / ("y" * 200)))
    area = settings.parentWidget()
    assert area is not None
    assert settings.minimumSizeHint().width() <= area.width()
    shown = settings.folders.shown[Place.STICK].text()
    assert shown.replace("\u200b", "") == str(tmp_path / ("x" * 200))
