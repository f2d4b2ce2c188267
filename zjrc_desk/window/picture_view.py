"""Pictures from memory: a small one for the strip, a large one to look at closely."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zjrc_desk.registry.attachments import PDF
from zjrc_desk.window.page import button
from zjrc_desk.window.pdf_pages import page_picture

_STEP = 1.25
#: The longer side of a page of which a code is to be read.
_TO_READ = 2_400


def picture(content: bytes, media_type: str, most: int) -> list[QImage]:
    """The pages of a picture, or the first one of a PDF, none wider or higher than ``most``.

    Decoded to the size that is shown, which takes a fraction of the time and of the memory; may
    be called in any thread.  Empty where Qt can't read it.
    """
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return [_first_page(buffer, most)] if media_type == PDF else _pages(buffer, most)


def first_page(pdf: bytes) -> bytes:
    """A PDF's first page as a PNG at about 200 dpi of A4; empty where Qt can't read it."""
    (page,) = picture(pdf, PDF, _TO_READ)
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    page.save(made, "PNG")  # type: ignore[call-overload]
    return bytes(made.data().data())


def _pages(buffer: QBuffer, most: int) -> list[QImage]:
    reader = QImageReader(buffer)
    pages = []
    for number in range(max(reader.imageCount(), 1)):
        if number and not reader.jumpToImage(number):
            break
        size = _within(reader.size(), most)
        if size.isValid():
            reader.setScaledSize(size)
        page = reader.read()
        if not page.isNull():
            pages.append(page)
    return pages


def _first_page(buffer: QBuffer, most: int) -> QImage:
    document = QPdfDocument(None)  # type: ignore[call-overload]
    document.load(buffer)
    size = document.pagePointSize(0).toSize()
    scaled = size.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio)
    image = page_picture(document, 0, scaled)
    document.close()
    # Where nothing is printed a PDF is transparent.
    page = QImage(image.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page


def _within(size: QSize, most: int) -> QSize:
    if max(size.width(), size.height()) <= most:
        return size
    return size.scaled(most, most, Qt.AspectRatioMode.KeepAspectRatio)


class PictureView(QDialog):
    """A picture with all its pages: first as a whole, larger on demand."""

    help_section = "attachments"

    def __init__(self, pages: list[QImage], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 860)
        self._pages = [(QLabel(), QPixmap.fromImage(page)) for page in pages]
        inner = QWidget()
        column = QVBoxLayout(inner)
        for label, _ in self._pages:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setAccessibleName(title)
            column.addWidget(label)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area)
        line = QHBoxLayout()
        self.larger = button(self.tr("放大"), lambda: self._zoom(_STEP), "Ctrl++")
        self.larger.setShortcut("Ctrl++")
        smaller = button(self.tr("缩小"), lambda: self._zoom(1 / _STEP), "Ctrl+-")
        smaller.setShortcut("Ctrl+-")
        for one in (self.larger, smaller):
            line.addWidget(one)
        line.addStretch(1)
        line.addWidget(button(self.tr("关闭"), self.accept, "Esc", primary=True))
        layout.addLayout(line)
        room = self.size() - QSize(80, 140)
        first = self._pages[0][1].size()
        fitting = min(room.width() / first.width(), room.height() / first.height())
        self._scale = min(1.0, fitting)
        self._zoom(1)

    def pages(self) -> list[QLabel]:
        """What is shown, one label a page."""
        return [label for label, _ in self._pages]

    def _zoom(self, by: float) -> None:
        self._scale = min(max(self._scale * by, 0.1), 4.0)
        ratio = self.devicePixelRatioF()
        for label, pixmap in self._pages:
            shown = pixmap.scaled(
                pixmap.size() * (self._scale * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(ratio)
            label.setPixmap(shown)
