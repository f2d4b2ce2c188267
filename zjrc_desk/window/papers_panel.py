"""文书: what else can be printed of a registration, and what was printed of it already."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zjrc_desk.desk import papers
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import PAPER
from zjrc_desk.window import theme
from zjrc_desk.window.flow import Columns, Flow
from zjrc_desk.window.language import bracketed
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.paper_printer import PaperPrinter
from zjrc_desk.window.tables import Table

_ROWS_SHOWN, _ROW = 4, 40


class PapersPanel(QWidget):
    """A button for each paper that may be printed now; below, each printing with its day signed."""

    help_section = "other-papers"
    #: A signed 同意书 was recorded: it is a part of the registration.
    consented = Signal()

    def __init__(self, desk: Desk, page: Page, save: Callable[[], bool]) -> None:
        """``save`` puts what is typed on the disk and says whether it is there."""
        super().__init__()
        self._desk, self._page, self._save = desk, page, save
        self._serial = self._record_id = ""
        #: Digest of the letter that was signed, and the day on it.
        self._signed_letter = "", ""
        self.buttons: dict[tuple[str, bool], QWidget] = {}
        self.printer = PaperPrinter(page)
        self.printer.printed.connect(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(self.tr("打印其他文书"))
        heading.setObjectName("section")
        layout.addWidget(heading)
        self._line = Columns(3)
        layout.addLayout(self._line)
        heads = (self.tr("文书"), self.tr("打印时间"), self.tr("重印"), self.tr("签署日期"))
        self.printed = Table(self.tr("已打印的文书"), heads, 0)
        layout.addWidget(self.printed)
        self.signed = button(self.tr("所选文书已签署并归档"), self.record_signed, deliberate=True)
        foot = Flow()
        foot.addWidget(self.signed)
        layout.addLayout(foot)

    def show_revision(self, revision: Revision) -> None:
        """Offer what may be printed of it, and list what was."""
        self._record_id = revision.record_id
        self._serial = revision.registration.serial if revision.registration else ""
        letter = revision.letter
        self._signed_letter = (letter.pdf_sha256, letter.signed_on) if letter else ("", "")
        while (item := self._line.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                # At once: a button that waits to be deleted would still be found by its name; and
                # hidden, for without its parent it would stand there as a window of its own.
                old.hide()
                old.setParent(None)
                old.deleteLater()
        kinds = papers.offered(self._desk, revision) if self._record_id else []
        self.buttons = {}
        for kind, large in kinds:
            one = button(self._name(kind, large), partial(self.print_paper, kind, large))
            self._line.addWidget(one)
            self.buttons[kind, large] = one
        self._list()
        self.setVisible(bool(kinds) or self.printed.rows.count() > 0)

    def _list(self) -> None:
        found = papers.printed_papers(self._desk, self._record_id) if self._record_id else []
        self.printed.rows.fill([(str(row.id), self._cells(row)) for row in found])
        self.printed.setFixedHeight(theme.px(_ROW * (min(len(found), _ROWS_SHOWN) + 1) + 16))
        self.printed.setVisible(bool(found))
        self.signed.setVisible(bool(found) and self._desk.records)

    def _name(self, kind: str, large: bool) -> str:
        return self.tr(PAPER.label(kind)) + (self.tr("（大字）") if large else "")

    def _cells(self, row: Paper) -> tuple[str, ...]:
        digest, day = self._signed_letter
        again = f"{row.reprint}{bracketed(row.reason)}" if row.reprint else ""
        return (
            self._name(row.kind, row.large),
            row.printed_at[:16].replace("T", " "),
            again,
            # Of the letter it is recorded with the registration.
            row.signed_on or (day if row.pdf_sha256 == digest else ""),
        )

    def print_paper(self, kind: str, large: bool = False) -> None:
        """Print it and show it; one that was printed before asks why."""
        self.printer.print_paper(kind, self._serial, large)

    def record_signed(self) -> None:
        """The chosen printing was signed today and is filed."""
        chosen = self.printed.chosen()
        if chosen is None and self.printed.rows.count() == 1:
            chosen = self.printed.rows.key(0)
        if chosen is None:
            self._page.banner.say(self.tr("请先在列表里选一份文书。"), "warn")
            return
        with self._page.acting(self.tr("已登记签署。")):
            if not self._save():
                return
            row = papers.record_paper_signed(self._desk, int(chosen))
            self._list()
            if row.kind == "consent":
                self.consented.emit()
