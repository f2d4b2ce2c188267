"""Printing many letters in a row: each is recorded once the printer has taken it."""

from __future__ import annotations

from functools import partial

from PySide6.QtPrintSupport import QPrinter

from zjrc_desk.desk.papers import COPIES
from zjrc_desk.desk.print_letter import PrintedLetter, print_letters, waiting
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.language import labelled, said
from zjrc_desk.window.long_work import LongWork, long_work
from zjrc_desk.window.page import BAD, GOOD, WARN, Page
from zjrc_desk.window.printing import ask_printer, print_pdf

#: Nothing comes out of the printer, so the next letter would not either.
_PRINTER_GONE = "T10"


def print_waiting(page: Page) -> None:
    """All letters that wait, onto a printer the person chooses; can be stopped between two."""
    serials = waiting(page.desk)
    if not serials:
        page.banner.say(page.tr("没有等待打印的意愿书。"), WARN)
        return
    try:
        # No act yet: while it is asked for, the window may lock.
        printer = ask_printer(page, COPIES["letter"])
    except LetterError as error:
        page.refuse(error)
        return
    if printer is not None:
        with page.acting():
            print_onto(page, serials, printer)


def print_onto(page: Page, serials: list[str], printer: QPrinter) -> None:
    """Print those letters; says how many came out, and which did not and why."""
    done, refused = 0, list[str]()
    working = page.tr("正在打印意愿书")
    with long_work(page, working, working, page.tr("停止打印")) as work:
        for number, serial in enumerate(serials):
            work.progress(number, len(serials))
            if work.cancelled():
                break
            try:
                work.run(partial(_print_one, page.desk, serial, printer, work))
            except LetterError as error:
                # The others do not wait for one that has to be corrected first.
                log.warning("%s", error)
                refused.append(labelled(serial, said(error)))
                if error.code == _PRINTER_GONE:
                    break
            else:
                done += 1
    left = len(serials) - done - len(refused)
    words = page.tr("打印了 {n} 份意愿书。").format(n=done)
    if left:
        words += page.tr("还有 {n} 份没有打印，可以再按一次继续。").format(n=left)
    mood = BAD if refused else WARN if left else GOOD
    page.banner.say("\n".join([words, *refused]), mood)
    page.changed.emit()


def _print_one(desk: Desk, serial: str, printer: QPrinter, work: LongWork) -> None:
    """Beside the window, whose thread alone may use the printer."""

    def deliver(made: PrintedLetter) -> None:
        work.take_turns(print_pdf(made.pdf, printer))

    list(print_letters(desk, [serial], deliver=deliver))
