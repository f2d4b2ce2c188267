"""核对与打印: what is still open, and all that can be done with the registration."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zjrc_desk.registry.life import EDITABLE, State
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.acts_panel import ActsPanel
from zjrc_desk.window.page import Page, button
from zjrc_desk.window.papers_panel import PapersPanel
from zjrc_desk.window.reading_order import bring_into_sight, stops_of
from zjrc_desk.window.review_step import ReviewStep, has_letter
from zjrc_desk.window.volunteer_panel import VolunteerPanel


class LastStep(ReviewStep):
    """The review with the buttons, acts and papers below it.

    ``finishing``, ``previewing``, ``printing``, ``filing``: a button was pressed; what is done then
    is the page's.
    """

    finishing = Signal()
    previewing = Signal()
    printing = Signal()
    filing = Signal()

    def __init__(
        self,
        page: Page,
        save: Callable[[], bool],
        kept: Callable[[], Revision],
        go_to: Callable[[int], object],
        attachments: QWidget,
    ) -> None:
        """``save`` puts what is typed on the disk and says whether it is there, ``kept`` gives it
        then; ``go_to`` turns to a step, from 0."""
        super().__init__()
        self._records = page.desk.records
        self.witnessed = button(
            self.tr("填写和见证完成"),
            self.finishing.emit,
            self.tr("之后内容不能再改"),
            primary=True,
            # Here the chain of Enters through the form ends.
            deliberate=True,
        )
        self.look = button(self.tr("预览意愿书"), self.previewing.emit)
        self.print_button = button(
            self.tr("打印意愿书"), self.printing.emit, "Ctrl+P", primary=True
        )
        self.print_button.setShortcut("Ctrl+P")
        self.signed = button(self.tr("纸质件已签署并归档"), self.filing.emit, deliberate=True)
        for one in (self.look, self.print_button, self.signed):
            one.help_section = "letter"
        self.acts = ActsPanel(page.desk, page, save)
        self.papers = PapersPanel(page.desk, page, save)
        self.volunteer = VolunteerPanel(page, kept, go_to)
        self.add_below(
            (self.witnessed, self.look, self.volunteer),
            (self.print_button, self.signed),
            self.acts,
            self.papers,
            attachments,
        )

    def take_focus(self) -> None:
        """The cursor on the button that goes on, or else on whatever comes first."""
        goals = (self.witnessed, self.signed, self.print_button)
        stops = [one for one in (*goals, *stops_of(self)) if one.isVisible() and one.isEnabled()]
        if stops:
            stops[0].setFocus()
            bring_into_sight(stops[0])

    def show_state(self, revision: Revision) -> None:
        """Offer what can be done with it now, by whoever is signed in."""
        state = State(revision.state)
        letter = has_letter(revision)
        self.witnessed.setVisible(state in EDITABLE and self._records)
        self.look.setVisible(bool(revision.record_id) and letter and self._records)
        self.print_button.setVisible(letter and state not in EDITABLE and self._records)
        self.signed.setVisible(state == State.PRINTED and self._records)
        self.acts.show_revision(revision)
        self.papers.show_revision(revision)
        self.volunteer.show_revision(revision)
