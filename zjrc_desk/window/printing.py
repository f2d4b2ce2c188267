"""Papers onto a printer: asking which, every page at its own size, what can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRectF,
    QSize,
    QSizeF,
)
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.language import said
from zjrc_desk.window.page import BAD, Banner
from zjrc_desk.window.pdf_pages import page_picture

#: Lines that are drawn at one turn, so that the window lives on between two.
_STRIP = 256
#: Enough for thin strokes of Kai at 9 pt, and for every module of the QR.
_DOTS = 300
#: For so long the window waits at one turn for a page that is drawn beside it.
_TURN_SECONDS = 0.004


def ask_printer(parent: QWidget, copies: int) -> QPrinter | None:
    """The printer that was chosen, with ``copies`` and both sides of a sheet offered.

    None where the person thought better of it.  Raises LetterError T09 where there is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise LetterError(
            "T09",
            _tr("电脑上没有找到打印机。"),
            _tr("请接好打印机、打开电源，在系统设置里添加以后再打印。"),
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    offer(printer, copies)
    accepted = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
    return printer if accepted else None


def choose_printer(parent: QWidget, banner: Banner, copies: int) -> QPrinter | None:
    """As :func:`ask_printer`; where there is no printer, ``banner`` says so.

    Not within an act: while somebody chooses, the window may be locked.
    """
    try:
        return ask_printer(parent, copies)
    except LetterError as error:
        log.warning("%s", error)
        banner.say(said(error), BAD)
        return None


def offer(printer: QPrinter, copies: int) -> None:
    """What is set before the person chooses: copies, one after the other, on both sides."""
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)


def print_pdf(pdf: bytes, printer: QPrinter) -> Iterator[int]:
    """As :func:`print_document`, of a PDF in memory."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    try:
        yield from print_document(document, printer)
    finally:
        document.close()


def print_document(document: QPdfDocument, printer: QPrinter) -> Iterator[int]:
    """Every page of a PDF as one job, at its own size on paper of that size; a part of it at each
    turn, which gives the number of the page.

    Raises LetterError T10 where the printer does not take it.
    """
    points = document.pagePointSize(0)
    printer.setFullPage(True)
    # A wallet card is no A4 sheet; portrait or landscape is in the size itself.
    size = QPageSize(QSizeF(points), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(printer):
        raise not_taken("begin")
    try:
        for number in range(document.pageCount()):
            if number and not printer.newPage():
                raise not_taken(f"page {number + 1}")
            for _strip in _draw_page(document, number, printer, painter):
                yield number
    finally:
        ended = painter.end()
    if not ended or printer.printerState() == QPrinter.PrinterState.Error:
        raise not_taken("end")


def _draw_page(
    document: QPdfDocument, number: int, printer: QPrinter, painter: QPainter
) -> Iterator[int]:
    """By strips: a whole page at once would hold the window up for half a second."""
    points = document.pagePointSize(number)
    size = QSize(round(points.width() * _DOTS / 72), round(points.height() * _DOTS / 72))
    with ThreadPoolExecutor(1) as beside:
        job = beside.submit(page_picture, document, number, size)
        while not wait([job], timeout=_TURN_SECONDS).done:
            yield 0
        page = job.result()
    yield 0
    scale = printer.resolution() / 72
    width, line = points.width() * scale, points.height() * scale / size.height()
    for top in range(0, size.height(), _STRIP):
        # One line more than the next one begins at: no hair of paper shows between two.
        strip = page.copy(0, top, size.width(), min(_STRIP + 1, size.height() - top))
        painter.drawImage(QRectF(0, top * line, width, strip.height() * line), strip)
        yield top


def not_taken(detail: str) -> LetterError:
    """T10."""
    return LetterError(
        "T10",
        _tr("打印机没有接受这份文书，没有打印出来。"),
        _tr("请检查打印机是否接好、有没有纸，再打印一次。"),
        detail=detail,
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("printing", text)
