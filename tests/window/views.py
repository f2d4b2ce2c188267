"""Every page, step, tab, sheet and main dialog of the window, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget

from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import refusal, register
from zjrc_desk.desk.find import Query
from zjrc_desk.desk.import_list import ImportReport
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.read_over import to_show
from zjrc_desk.desk.refusal import Ending
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.act_dialogs import ActDialog, EndingDialog, EraseDialog, ReasonDialog
from zjrc_desk.window.export_dialog import ExportDialog
from zjrc_desk.window.first_run import FirstPassword, FirstRun, Recovery
from zjrc_desk.window.help_window import HelpWindow
from zjrc_desk.window.import_result import ImportResult
from zjrc_desk.window.key_dialogs import (
    AccountDialog,
    NewCodeDialog,
    PasswordDialog,
    StoreKeyDialog,
    TemporaryDialog,
)
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import Page
from zjrc_desk.window.restore_sheet import RestoreSheet
from zjrc_desk.window.set_up_guide import SetUpGuide
from zjrc_desk.window.sheet import Sheet
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.signature_pad import SignatureDialog
from zjrc_desk.window.volunteer_screen import VolunteerScreen
from zjrc_desk.window.workspace import Workspace

ENDING = Ending("余淑福", "resident_id", "", "2026-11-24")
REFUSAL = Ending(
    "留下的人",
    "resident_id",
    citizen_number("19500102", 108),
    "2026-11-24",
    statement_signed=True,
)


def every_page(workspace: Workspace) -> list[Page]:
    """All pages, also those nobody has turned to, with all that is on them."""
    found = [workspace.stack.at(number) for number in range(workspace.stack.count())]
    for page in found:
        for piece in page.later():
            piece()
    return found


def take_apart(shown: QWidget) -> None:
    """At once: what waits for it is dressed anew with every look, and keeps 30 MB of a picture."""
    shown.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)


class Views:
    """The views of one window; ``of_pages`` shows each in it, the others are made anew."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        self.window, self.desk = window, desk
        assert window.workspace is not None, "somebody is signed in"
        self.workspace = window.workspace
        # Waits for a scan, a referral and a new document: three reasons on 今日.
        wish = revision(volunteer=volunteer(document_expires="2026-12-31"))
        wish.intention.wants_will_referral = True
        kept = register.witness(desk, wish)
        serial = kept.registration.serial
        list(print_letters(desk, [serial]))
        record_signed(desk, [serial])
        self.signed = kept.record_id
        draft = revision(declared_at="2026-11-23")
        draft.volunteer.document_number = "330106194107041064"
        draft.witnesses = draft.witnesses[:1]
        self.draft = register.save_draft(desk, draft).record_id
        self.refused = refusal.refuse_new(desk, REFUSAL).record_id

    def of_pages(self) -> Iterator[tuple[str, QWidget]]:
        """Each page of the window, each step of the form, each tab."""
        workspace = self.workspace
        for number in range(workspace.stack.count()):
            if number == pages.REGISTER:
                continue
            workspace.show_page(number)
            workspace.stack.at(number).refresh()
            if number == pages.TODAY:
                # What waits is counted beside the window.
                workspace.today.settle()
            if number == pages.STATISTICS:
                # In whatever language the window speaks.
                counting = workspace.statistics.tr("正在统计…")
                while workspace.statistics.note.text() == counting:
                    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            page = workspace.stack.at(number)
            tabs = page.findChild(QTabWidget)
            for tab in range(tabs.count() if tabs else 1):
                if tabs:
                    tabs.setCurrentIndex(tab)
                yield f"{type(page).__name__}-{tab + 1}", self.window
        for name, record_id in (
            ("draft", self.draft),
            ("signed", self.signed),
            ("refused", self.refused),
        ):
            workspace.open_registration(record_id)
            form = workspace.registration
            for step in range(form.steps.count()) if name == "draft" else (form.steps.count() - 1,):
                form.rail.setCurrentRow(step)
                yield f"form-{name}-{step + 1}", self.window
        workspace.open_registration(self.draft)
        workspace.registration.delete_draft()
        yield "deleted-draft", self.window
        workspace.deleted.undo()

    def of_dialogs(self) -> Iterator[tuple[str, QDialog]]:
        """The small windows, each open."""
        desk, over = self.desk, self.window
        words = "从现在的内容另立一个新版本，改好以后要重新见证、打印和签名。新版本签署以前有效。"
        for dialog in (
            ActDialog("放弃", words, "放弃", over),
            ReasonDialog("变更", words, "开始变更", over),
            EndingDialog("明确不捐献", words, ENDING, over),
            EraseDialog("ZJ-HZ-0001-26-000001-7", ["ZJ-HZ-0001-26-000002-4"], [], over),
            AccountDialog(desk, None, over),
            TemporaryDialog("R001", "abcd-efgh-jkmn", over),
            PasswordDialog(desk, over),
            NewCodeDialog(desk, over),
            StoreKeyDialog(desk, over),
            ExportDialog(desk, Query(), over),
            ImportResult(ImportReport([]), over),
            SignatureDialog("志愿者", lambda _png: None, over),
            SetUpGuide(desk, over),
            HelpWindow(over),
        ):
            dialog.show()
            QApplication.processEvents()
            yield type(dialog).__name__, dialog
            take_apart(dialog)

    def of_sheets(self) -> Iterator[tuple[str, Sheet]]:
        """What comes before the pages, as large as the window."""
        folder = self.desk.store.folder
        for sheet in (
            SignIn(folder),
            FirstRun(folder / "new"),
            FirstPassword(folder, "R001", "abcd"),
            Recovery(folder),
            RestoreSheet(folder),
        ):
            # In the program it lies in the window.
            theme.dress(sheet)
            sheet.resize(self.window.size())
            sheet.show()
            yield type(sheet).__name__, sheet
            take_apart(sheet)

    def volunteer_screen(self) -> VolunteerScreen:
        """The volunteer's screen with a wish, as large as the window."""
        shown = to_show(register.open_registration(self.desk, self.signed))
        screen = VolunteerScreen(shown, self.window)
        screen.resize(self.window.size())
        screen.show()
        return screen
