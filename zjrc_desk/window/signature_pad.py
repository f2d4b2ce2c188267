"""A place to sign with a pen tablet or the mouse; what comes out is a picture (PNG)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from zjrc_desk.window.page import button

#: Given the PNG of a finished signature; whoever opens the dialog decides where it is kept.
Signed = Callable[[bytes], None]

#: Of the picture, in pixels, and of the pen on it: lightest and firmest.
PICTURE = QSize(1200, 400)
_THIN, _THICK = 2.0, 7.0
_MOUSE_PRESSURE = 0.5
_INK, _PAPER, _LINE = QColor("#000000"), QColor("#ffffff"), QColor("#c0c0c0")
#: A point of a stroke: place as a share of width and height, pressure from 0 to 1.
_Point = tuple[float, float, float]


class SignaturePad(QWidget):
    """Takes strokes; ``changed`` after each stroke, undo and clear."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[_Point]] = []
        self._drawing = False
        # Of the picture's proportions, so that a signature looks as it was drawn.
        self.setFixedSize(PICTURE * 3 / 4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("签名处"))
        self.setAccessibleDescription(self.tr("请用笔或鼠标在这里签名"))

    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self._strokes

    def undo(self) -> None:
        """Take back the last stroke."""
        if self._strokes:
            self._strokes.pop()
            self._say_changed()

    def clear(self) -> None:
        """Take back everything."""
        if self._strokes:
            self._strokes.clear()
            self._say_changed()

    def png(self) -> bytes:
        """The signature in black on white, :data:`PICTURE` in size, without any other content."""
        image = QImage(PICTURE, QImage.Format.Format_Grayscale8)
        image.fill(_PAPER)
        painter = QPainter(image)
        self._draw(painter, image.size())
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub has names of files only
        return bytes(buffer.data().data())

    # -- strokes --------------------------------------------------------------------------------

    def _begin(self, at: QPointF, pressure: float) -> None:
        self._drawing = True
        self._strokes.append([])
        self._go_on(at, pressure)

    def _go_on(self, at: QPointF, pressure: float) -> None:
        if self._drawing:
            x, y = at.x() / max(1, self.width()), at.y() / max(1, self.height())
            self._strokes[-1].append((x, y, min(1.0, max(0.0, pressure))))
            self.update()

    def _end(self) -> None:
        if self._drawing:
            self._drawing = False
            self._say_changed()

    def _say_changed(self) -> None:
        self.update()
        self.changed.emit()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        """A pen, with its pressure; accepted, so that Qt sends no mouse events for it."""
        kind = event.type()
        if kind == QTabletEvent.Type.TabletPress:
            self._begin(event.position(), event.pressure())
        elif kind == QTabletEvent.Type.TabletMove:
            self._go_on(event.position(), event.pressure())
        elif kind == QTabletEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The left button draws."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position(), _MOUSE_PRESSURE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Draws on while the button is held."""
        self._go_on(event.position(), _MOUSE_PRESSURE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The stroke is done."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    # -- drawing --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """White paper with a line to sign on, and the strokes so far."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(QPen(_LINE, 1))
        y = round(self.height() * 0.8)
        painter.drawLine(20, y, self.width() - 20, y)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        self._draw(painter, self.size())
        painter.end()

    def _draw(self, painter: QPainter, size: QSize) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = size.width() / PICTURE.width()
        for stroke in self._strokes:
            # A dot is a stroke that goes nowhere.
            for (x0, y0, _), (x1, y1, pressure) in zip(
                stroke[:1] + stroke[:-1], stroke, strict=True
            ):
                pen = QPen(_INK, (_THIN + (_THICK - _THIN) * pressure) * scale)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                here = QPointF(x0 * size.width(), y0 * size.height())
                painter.drawLine(here, QPointF(x1 * size.width(), y1 * size.height()))


class SignatureDialog(QDialog):
    """Asks one person for a signature and gives it to ``signed``; nothing is kept here."""

    help_section = "attachments"

    def __init__(self, who: str, signed: Signed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signed = signed
        self.setWindowTitle(self.tr("签名"))
        self.pad = SignaturePad()
        heading = QLabel(self.tr("请{who}在下面签名：").format(who=who))
        heading.setObjectName("section")
        self.undo_button = button(self.tr("退一笔"), self.pad.undo, "Ctrl+Z")
        self.undo_button.setShortcut(QKeySequence.StandardKey.Undo)
        self.clear_button = button(self.tr("重签"), self.pad.clear)
        self.cancel_button = button(self.tr("取消"), self.reject, "Esc")
        self.done_button = button(self.tr("完成"), self.finish, primary=True)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self.pad, 1)
        row = QHBoxLayout()
        row.addWidget(self.undo_button)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.done_button)
        layout.addLayout(row)
        self.pad.changed.connect(self._show_state)
        self._show_state()

    def finish(self) -> None:
        """Hand over the picture and close."""
        if not self.pad.is_empty():
            self._signed(self.pad.png())
            self.accept()

    def _show_state(self) -> None:
        for one in (self.undo_button, self.clear_button, self.done_button):
            one.setEnabled(not self.pad.is_empty())
