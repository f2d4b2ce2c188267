"""Looking at a letter as it will be printed, and printing those very bytes."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from zjrc_desk.window.page import button

#: Enough for thin strokes of Kai at 9 pt, and for every module of the QR.
_DOTS = 300


class Preview(QDialog):
    """The pages of a PDF, held in memory only."""

    def __init__(
        self,
        pdf: bytes,
        title: str,
        parent: QWidget | None = None,
        *,
        may_print: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(900, 860)
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        view = QPdfView(self)
        view.setAccessibleName(self.tr("意愿书页面"))
        view.setDocument(self.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        layout = QVBoxLayout(self)
        layout.addWidget(view)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        if may_print:
            buttons.addWidget(button(self.tr("打印…"), self.print_it, "Ctrl+P", primary=True))
        buttons.addWidget(button(self.tr("关闭"), self.accept, "Esc"))
        layout.addLayout(buttons)

    def print_it(self) -> None:
        """Ask for the printer, then print every page."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            print_document(self.document, printer)


def print_document(document: QPdfDocument, printer: QPrinter) -> None:
    """Every page of a PDF onto the paper, at its own size."""
    printer.setFullPage(True)
    painter = QPainter(printer)
    try:
        for number in range(document.pageCount()):
            if number:
                printer.newPage()
            points = document.pagePointSize(number)
            size = QSize(round(points.width() * _DOTS / 72), round(points.height() * _DOTS / 72))
            scale = printer.resolution() / 72
            target = QRectF(0, 0, points.width() * scale, points.height() * scale)
            image = document.render(number, size)
            painter.drawImage(target, image)
    finally:
        painter.end()
