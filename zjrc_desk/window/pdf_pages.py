"""Pages of a PDF as pictures, drawn while the window lives on."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer


def page_picture(document: QPdfDocument, number: int, size: QSize) -> QImage:
    """Page ``number``, from 0, in so many pixels; transparent where nothing is printed.  A null
    image where there is no such page.

    For a thread beside the window's.  ``QPdfDocument.render`` would draw the same and keep Python's
    lock for a tenth of a second; the renderer draws in a thread that knows nothing of Python.
    """
    drawn: list[QImage] = []
    loop = QEventLoop()
    renderer = QPdfPageRenderer()
    renderer.setDocument(document)
    renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)

    def take(_number: int, _size: QSize, image: QImage, _options: object, _request: int) -> None:
        drawn.append(image)
        loop.quit()

    renderer.pageRendered.connect(take)
    if not renderer.requestPage(number, size, QPdfDocumentRenderOptions()):
        return QImage()
    loop.exec()
    return drawn[0]
