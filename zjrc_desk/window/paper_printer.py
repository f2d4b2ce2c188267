"""Printing a paper from any page: it is recorded, then shown; one printed before asks why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from zjrc_desk.desk import papers
from zjrc_desk.desk.papers import PrintedPaper
from zjrc_desk.registry.errors import StateError
from zjrc_desk.window.act_dialogs import ReasonDialog
from zjrc_desk.window.long_work import beside
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.preview import Preview

_PRINTED_BEFORE = "L18"


class PaperPrinter(QObject):
    """The papers of one page of the window.  ``printed``: one was recorded."""

    printed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: ReasonDialog | None = None
        self.preview: Preview | None = None
        self.original: QPushButton | None = None

    def print_paper(self, kind: str, subject: str, large: bool = False) -> None:
        """Print it and show it; arguments as :func:`papers.print_paper`."""
        with self._page.acting():
            try:
                made = self._made(partial(papers.print_paper, large=large), kind, subject)
            except StateError as error:
                if error.code != _PRINTED_BEFORE:
                    raise
                self._ask_why(kind, subject)
            else:
                self._show(made)

    def _ask_why(self, kind: str, subject: str) -> None:
        words = self.tr(
            "这份文书已经打印过。再打印的每一页都注明“重印”，原因记录在案。\n"
            "上次什么也没有打印出来的，请按“打开原件”，不注明重印。"
        )
        dialog = self.dialog = ReasonDialog(self.tr("重印"), words, self.tr("重印"), self._page)
        dialog.help_section = "other-papers"
        made: list[PrintedPaper] = []

        def perform() -> None:
            reason = dialog.reason.text()
            made.append(self._made(partial(papers.print_paper, reason=reason), kind, subject))

        self.original = button(
            self.tr("上次没有打印出来，打开原件"),
            lambda: self._open_original(dialog, kind, subject),
        )
        self.original.setAutoDefault(False)
        dialog.body.addWidget(self.original)
        dialog.perform = perform
        dialog.accepted.connect(lambda: self._show(made[0]))
        dialog.open()

    def _open_original(self, dialog: ReasonDialog, kind: str, subject: str) -> None:
        dialog.reject()
        with self._page.acting():
            self._show(self._made(papers.give_out_again, kind, subject))

    def _made(self, make: Callable[..., PrintedPaper], kind: str, subject: str) -> PrintedPaper:
        return beside(self._page, lambda: make(self._page.desk, kind, subject))

    def _show(self, made: PrintedPaper) -> None:
        self.printed.emit()
        self.preview = Preview(made.pdf, made.title, self._page, copies=made.copies)
        self.preview.open()
