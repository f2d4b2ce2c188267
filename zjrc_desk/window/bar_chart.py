"""Bars that can be read in print: a hatched bar and its figure, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QTransform
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from zjrc_desk.window import theme
from zjrc_desk.window.language import tr
from zjrc_desk.window.printing import not_taken

#: Lines of one chart on paper; the rest is added up.
_MOST = 18
_MARGIN = 12
#: Shares of the paper's width: labels, bars.
_LABEL, _BAR = 0.3, 0.55
#: To the inch.
_SCREEN_DOTS = 96


def draw_bar(
    painter: QPainter, room: QRectF, share: float, ink: QColor, scale: float = 1.0
) -> None:
    """A bar as long as ``share`` (0 to 1) of the room: outlined and hatched, for black and white.

    ``scale``: dots of the device for one of the screen.
    """
    if share <= 0:
        return
    bar = QRectF(room.left(), room.top(), max(2.0, room.width() * min(share, 1.0)), room.height())
    painter.save()
    hatched = QBrush(ink, Qt.BrushStyle.BDiagPattern)
    hatched.setTransform(QTransform.fromScale(scale, scale))
    painter.setPen(QPen(ink, 1.2 * scale))
    painter.setBrush(hatched)
    painter.drawRect(bar)
    painter.restore()


class BarDelegate(QStyledItemDelegate):
    """A column of bars, one for the figure in the column before; the longest is ``most``."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 1

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        text = str(index.sibling(index.row(), index.column() - 1).data() or "0")
        room = QRectF(option.rect).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        share = int(text.replace(",", "")) / max(self.most, 1)
        draw_bar(painter, room, share, QColor(theme.colours()["accent"]))


#: A heading, and its bars: [(what, how many)].
Chart = tuple[str, Sequence[tuple[str, int]]]


def print_charts(
    printer: QPrinter, title: str, notes: Sequence[str], charts: Sequence[Chart]
) -> None:
    """The charts one under the other, a page's end never through one line; in black alone.

    Raises LetterError T10 where the printer does not take them.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise not_taken("begin")
    try:
        _Paper(printer, painter).write(title, notes, charts)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() == QPrinter.PrinterState.Error:
        raise not_taken("end")


class _Paper:
    def __init__(self, printer: QPrinter, painter: QPainter) -> None:
        self._printer, self._painter = printer, painter
        size = printer.pageRect(QPrinter.Unit.DevicePixel)
        self._width, self._height = size.width(), size.height()
        self._line = printer.resolution() * 0.26
        self._y = 0.0

    def write(self, title: str, notes: Sequence[str], charts: Sequence[Chart]) -> None:
        self._text(title, 16, bold=True)
        for note in notes:
            self._text(note, 9)
        for heading, bars in charts:
            shown = list(bars[:_MOST])
            if len(bars) > _MOST:
                rest = sum(number for _, number in bars[_MOST:])
                shown.append((tr("其余 {n} 项").format(n=len(bars) - _MOST), rest))
            self._keep(min(len(shown), 6) + 2)
            self._y += self._line / 2
            self._text(heading, 12, bold=True)
            most = max((number for _, number in shown), default=1)
            for what, number in shown:
                self._bar(what, number, most)

    def _keep(self, lines: int) -> None:
        """So many lines stay together."""
        if self._y + lines * self._line > self._height:
            if not self._printer.newPage():
                raise not_taken("page")
            self._y = 0.0

    def _font(self, points: float, *, bold: bool = False) -> None:
        font = QFont(theme.face())
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor("black"))

    def _text(self, text: str, points: float, *, bold: bool = False) -> None:
        self._font(points, bold=bold)
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        room = QRectF(0, self._y, self._width, self._height)
        used = self._painter.boundingRect(room, flags, text)
        if self._y + used.height() > self._height:
            self._keep(int(self._height // self._line))
            room = QRectF(0, self._y, self._width, self._height)
        self._painter.drawText(room, flags, text)
        self._y += max(used.height() * 1.25, self._line)

    def _bar(self, what: str, number: int, most: int) -> None:
        self._keep(1)
        self._font(10)
        label = self._painter.fontMetrics().elidedText(
            what, Qt.TextElideMode.ElideMiddle, round(self._width * _LABEL * 0.97)
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(QRectF(0, self._y, self._width * _LABEL, self._line), middle, label)
        bar = QRectF(self._width * _LABEL, self._y, self._width * _BAR, self._line)
        inner = bar.adjusted(0, self._line * 0.2, 0, -self._line * 0.2)
        scale = self._printer.resolution() / _SCREEN_DOTS
        draw_bar(self._painter, inner, number / max(most, 1), QColor("black"), scale)
        after = QRectF(
            self._width * (_LABEL + _BAR + 0.02), self._y, self._width * 0.13, self._line
        )
        self._painter.drawText(after, middle, f"{number:,}")
        self._y += self._line
