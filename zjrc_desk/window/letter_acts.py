"""意愿书 of the registration on the form: looked at, printed, signed by all."""

from __future__ import annotations

from collections.abc import Callable

from zjrc_desk.desk import print_letter
from zjrc_desk.desk.attach import without_scan
from zjrc_desk.desk.papers import COPIES
from zjrc_desk.registry.life import EDITABLE, State
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window.language import tr
from zjrc_desk.window.long_work import beside
from zjrc_desk.window.page import GOOD, Page
from zjrc_desk.window.papers_panel import PapersPanel
from zjrc_desk.window.preview import Preview


class LetterActs:
    """What the buttons of the last step do."""

    def __init__(
        self,
        page: Page,
        papers: PapersPanel,
        current: Callable[[], Revision],
        save: Callable[[], bool],
        reopen: Callable[[], object],
    ) -> None:
        """``current`` gives the revision on the form; ``save`` puts what is typed on the disk and
        says whether it is there; ``reopen`` shows what became of the registration."""
        self._page, self._desk, self._papers = page, page.desk, papers
        self._current, self._save, self._reopen = current, save, reopen

    def preview(self) -> None:
        """The letter as it would be printed."""
        if not self._save():
            return
        revision = self._current()
        with self._page.acting():
            pdf = beside(self._page, lambda: print_letter.preview(self._desk, revision))
            # Only a draft, which says so on each page, is printed unrecorded.
            may_print = State(revision.state) in EDITABLE
            Preview(pdf, tr("意愿书（家书）"), self._page, may_print=may_print).open()

    def print_letter(self) -> None:
        """Make the signed PDF, then show it to be printed; once more only with a reason."""
        revision = self._current()
        if revision.letter is not None:
            self._papers.print_paper("letter")
            return
        with self._page.acting(tr("意愿书已生成。打印后请志愿者和见证人在每一页签名。")):
            serials = [revision.registration.serial]
            letters = beside(self._page, lambda: [*print_letter.print_letters(self._desk, serials)])
            (printed,) = letters
            self._reopen()
            title = tr("意愿书（家书）")
            Preview(printed.pdf, title, self._page, copies=COPIES["letter"]).open()

    def record_signed(self) -> None:
        """The paper is signed by all and filed."""
        serials = [self._current().registration.serial]
        with self._page.acting(tr("已登记签署，将随下一批次上报省中心。")):
            print_letter.record_signed(self._desk, serials)
            self._reopen()
        if self._page.banner.mood() == GOOD and without_scan(self._desk, serials):
            self._page.banner.say(
                tr("已登记签署。还没有添加签名件扫描；纸质件已归档的可以不添加，封批以前都能补。")
            )
