"""Printing many letters in a row: each is recorded once the printer has taken it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from zjrc_desk.desk.papers import COPIES
from zjrc_desk.desk.print_letter import PrintedLetter, print_letters, waiting
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StoreError, ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.language import labelled, said
from zjrc_desk.window.long_work import LongWork, long_work
from zjrc_desk.window.page import BAD, GOOD, WARN, Page
from zjrc_desk.window.printing import choose_printer, print_pdf

#: Nothing comes out of the printer, so the next letter would not either.
_PRINTER_GONE = "T10"


def print_waiting(page: Page) -> None:
    """All letters that wait, onto a printer the person chooses; can be stopped between two."""
    serials = waiting(page.desk)
    if not serials:
        page.banner.say(page.tr("没有等待打印的意愿书。"), WARN)
        return
    printer = choose_printer(page, COPIES["letter"])
    if printer is not None:
        with page.acting():
            print_onto(page, serials, printer)


def print_onto(page: Page, serials: list[str], printer: QPrinter) -> None:
    """Print those letters; says how many came out, and which did not and why.

    Where the printer is a file, each letter gets its own beside it, named after its serial.
    """
    done, refused = 0, list[str]()
    file = printer.outputFileName()
    working = page.tr("正在打印意愿书")
    with long_work(page, working, working, page.tr("停止打印")) as work:
        for number, serial in enumerate(serials):
            work.progress(number, len(serials))
            if work.cancelled():
                break
            if file:
                # All jobs under one name would leave the last of them alone.
                printer.setOutputFileName(_own_name(file, serial))
            one = _Letter(page.desk, serial, printer, work)
            try:
                work.run(one.print_it)
            except ZjrcError as error:
                # The others do not wait for one that has to be corrected first.
                log.warning("%s", error)
                refused.append(one.refusal(page, error))
                if error.code == _PRINTER_GONE or isinstance(error, StoreError):
                    break
            else:
                done += 1
    _say(page, done, len(serials) - done - len(refused), refused, to_files=bool(file))
    page.changed.emit()


def _say(page: Page, done: int, left: int, refused: list[str], *, to_files: bool) -> None:
    words = page.tr("打印了 {n} 份意愿书。").format(n=done)
    if to_files and done:
        words += page.tr("每份存成一个文件，文件名的最后是登记编号。")
    if left:
        words += page.tr("还有 {n} 份没有打印，可以再按一次继续。").format(n=left)
    mood = BAD if refused else WARN if left else GOOD
    page.banner.say("\n".join([words, *refused]), mood)


def _own_name(file: str, serial: str) -> str:
    path = Path(file)
    return str(path.with_name(f"{path.stem}-{serial}{path.suffix}"))


class _Letter:
    """One of the row; ``came_out``: the printer took it, whether or not that could be recorded."""

    def __init__(self, desk: Desk, serial: str, printer: QPrinter, work: LongWork) -> None:
        self._desk, self._serial = desk, serial
        self._printer, self._work = printer, work
        self.came_out = False

    def print_it(self) -> None:
        """Beside the window, whose thread alone may use the printer."""
        list(print_letters(self._desk, [self._serial], deliver=self._deliver))

    def _deliver(self, made: PrintedLetter) -> None:
        self._work.take_turns(print_pdf(made.pdf, self._printer))
        self.came_out = True

    def refusal(self, page: Page, error: ZjrcError) -> str:
        """Why it does not count as printed, and what becomes of a paper that is there."""
        said_why = labelled(self._serial, said(error))
        if self.came_out:
            said_why += page.tr("它的纸已经印出来，但没有记录：请作废，不要签名，以后再打印。")
        return said_why
