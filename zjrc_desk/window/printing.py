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
    Qt,
)
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from zjrc_desk.registry.errors import LetterError
from zjrc_desk.window import this_pc
from zjrc_desk.window.page import Page
from zjrc_desk.window.pdf_pages import page_picture
from zjrc_desk.window.this_pc import Paper

#: Lines that are drawn at one turn, so that the window lives on between two.
_STRIP = 256
#: Enough for thin strokes of Kai at 9 pt, and for every module of the QR.
_DOTS = 300
#: ID-1 is 243 points long, a sheet of A4 842.
_CARD_POINTS = 300
#: Millimetres: A4, ID-1.
_SIZES = {Paper.SHEET: QSizeF(210, 297), Paper.CARD: QSizeF(85.6, 54)}
_FUZZY = QPageSize.SizeMatchPolicy.FuzzyMatch
#: For so long the window waits at one turn for a page that is drawn beside it.
_TURN_SECONDS = 0.004


def ask_printer(parent: QWidget, copies: int, paper: Paper = Paper.SHEET) -> QPrinter | None:
    """The printer that was chosen, beginning with this PC's for ``paper``, with ``copies`` and both
    sides of a sheet offered.

    None where the person thought better of it.  Raises LetterError T09 where there is no printer.
    """
    there = QPrinterInfo.availablePrinterNames()
    if not there:
        raise LetterError(
            "T09",
            _tr("电脑上没有找到打印机。"),
            _tr("请接好打印机、打开电源，在系统设置里添加以后再打印。"),
        )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    wanted = this_pc.printer(paper)
    if wanted in there:
        printer.setPrinterName(wanted)
    offer(printer, copies, paper)
    accepted = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
    # The system's own dialog stays over a window that locks; then nobody who is signed in chose.
    return printer if accepted and isValid(parent) else None


def choose_printer(page: Page, copies: int, paper: Paper = Paper.SHEET) -> QPrinter | None:
    """As :func:`ask_printer`; where there is no printer, the page says so.

    Not within an act: while somebody chooses, the window may be locked.
    """
    try:
        return ask_printer(page, copies, paper)
    except LetterError as error:
        page.refuse(error)
        return None


def offer(printer: QPrinter, copies: int, paper: Paper = Paper.SHEET) -> None:
    """What is set before the person chooses: copies, one after the other; sheets on both sides
    unless this PC says otherwise."""
    printer.setCopyCount(copies)
    printer.setCollateCopies(True)
    # A card has two sides in any case.
    both = paper is Paper.CARD or this_pc.both_sides()
    duplex = QPrinter.DuplexMode
    printer.setDuplex(duplex.DuplexLongSide if both else duplex.DuplexNone)


def paper_of(document: QPdfDocument) -> Paper:
    """What a PDF is printed on, by the size of its first page."""
    points = document.pagePointSize(0)
    longer = max(points.width(), points.height())
    return Paper.CARD if longer <= _CARD_POINTS else Paper.SHEET


def print_test_page(printer: QPrinter, paper: Paper, words: str) -> None:
    """A frame 5 mm from the edges, and lines in the sizes the papers use.  LetterError T10."""
    size = QPageSize(_SIZES[paper], QPageSize.Unit.Millimeter, "", _FUZZY)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(printer):
        raise not_taken("begin")
    millimetre = printer.resolution() / 25.4
    room = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    inside = room.adjusted(5 * millimetre, 5 * millimetre, -5 * millimetre, -5 * millimetre)
    painter.setPen(QPen(Qt.GlobalColor.black, millimetre / 4))
    painter.drawRect(inside)
    top = inside.top() + 3 * millimetre
    for points in (18, 12, 9, 7) if paper is Paper.SHEET else (9, 7):
        font = QFont(painter.font())
        font.setPointSizeF(points)
        painter.setFont(font)
        # Two lines high: a long name does not fit on a card in one.
        line = QRectF(inside.left() + 3 * millimetre, top, 0, points * millimetre)
        line.setRight(inside.right() - 3 * millimetre)
        text = _tr("测试页 {n} 磅　{words}").format(n=points, words=words)
        painter.drawText(line, Qt.TextFlag.TextWordWrap, text)
        top = line.bottom()
    if not painter.end() or printer.printerState() == QPrinter.PrinterState.Error:
        raise not_taken("end")


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
    size = QPageSize(QSizeF(points), QPageSize.Unit.Point, "", _FUZZY)
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
