"""Looking at a paper as it will be printed: zoom, page through, print those very bytes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.language import said
from zjrc_desk.window.long_work import long_work
from zjrc_desk.window.page import BAD, Banner, button
from zjrc_desk.window.printing import ask_printer, paper_of, print_document

_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 5.0


class Preview(QDialog):
    """The pages of a PDF, held in memory only.  ``copies``: how many are offered to be printed."""

    help_section = "papers"

    def __init__(
        self,
        pdf: bytes,
        title: str,
        parent: QWidget | None = None,
        *,
        may_print: bool = True,
        copies: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(900, 860)
        self._copies = copies
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._buffer)
        self.banner = Banner()
        self.view = QPdfView(self)
        self.view.setAccessibleName(self.tr("{title}的页面").format(title=title))
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.where = QLabel()
        layout = QVBoxLayout(self)
        layout.addWidget(self.banner)
        layout.addWidget(self.view)
        layout.addLayout(self._buttons(may_print))
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._say_where())
        self._say_where()

    def _buttons(self, may_print: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        self.back = button(self.tr("上一页"), lambda: self.turn(-1), "PgUp")
        self.on = button(self.tr("下一页"), lambda: self.turn(1), "PgDown")
        larger = button(self.tr("放大"), lambda: self.zoom(_STEP), "Ctrl+Plus")
        smaller = button(self.tr("缩小"), lambda: self.zoom(1 / _STEP), "Ctrl+Minus")
        whole = button(self.tr("整页"), self.fit_page, "Ctrl+0")
        for one in (self.back, self.where, self.on, larger, smaller, whole):
            row.addWidget(one)
        for keys, act in (
            ("PgUp", self.back.click),
            ("PgDown", self.on.click),
            ("Ctrl++", larger.click),
            ("Ctrl+=", larger.click),
            ("Ctrl+-", smaller.click),
            ("Ctrl+0", whole.click),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)  # type: ignore[call-overload]
        row.addStretch(1)
        self.print_button = button(self.tr("打印…"), self.print_it, "Ctrl+P", primary=True)
        if may_print:
            self.print_button.setShortcut("Ctrl+P")
            row.addWidget(self.print_button)
        row.addWidget(button(self.tr("关闭"), self.accept, "Esc"))
        return row

    def turn(self, by: int) -> None:
        """Show the page that many further on."""
        navigator = self.view.pageNavigator()
        last = self.document.pageCount() - 1
        page = max(0, min(last, navigator.currentPage() + by))
        navigator.jump(page, QPointF(), navigator.currentZoom())

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        if self.view.zoomMode() != QPdfView.ZoomMode.Custom:
            points = self.document.pagePointSize(0)
            shown = self.view.viewport().width() / max(points.width(), 1)
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(shown * 72 / self.logicalDpiX())
        wanted = self.view.zoomFactor() * factor
        self.view.setZoomFactor(max(_SMALLEST, min(_LARGEST, wanted)))

    def fit_page(self) -> None:
        """A whole page at once."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)

    def _say_where(self) -> None:
        page, pages = self.view.pageNavigator().currentPage() + 1, self.document.pageCount()
        self.where.setText(self.tr("第 {n} 页 共 {m} 页").format(n=page, m=pages))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < pages)

    def print_it(self) -> None:
        """Ask for the printer, then print every page."""
        try:
            printer = ask_printer(self, self._copies, paper_of(self.document))
            if printer is not None:
                title = self.tr("正在打印")
                with long_work(self, title, title) as work:
                    work.run(partial(work.take_turns, print_document(self.document, printer)))
        except LetterError as error:
            log.warning("%s", error)
            self.banner.say(said(error), BAD)
