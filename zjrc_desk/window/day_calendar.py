"""The calendar under a day that is entered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from zjrc_desk.window import theme
from zjrc_desk.window.icons import icon

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
#: Names that Qt gives the buttons it turns the months with.
_TURNING = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class Calendar(QCalendarWidget):
    """Pops up over the page, in its colours: Qt's red and its black arrows are made for white."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line: QWidget | None = None
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The edge that the style sheet gives it, which Qt leaves no room for.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContentsMargins(1, 1, 1, 1)
        # The letters of a heading, which this table does not show, made its columns wider than it.
        for days in self.findChildren(QTableView):
            days.horizontalHeader().setMinimumSectionSize(1)
        # Nobody here counts weeks, and beside the days they look like days.
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(theme.colours()["accent"]))
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, weekend)
        for button, drawing in _TURNING.items():
            for one in self.findChildren(QToolButton, button):
                one.setIcon(icon(drawing))

    def open_below(self, line: QWidget) -> None:
        """Under a line, or over it where the screen ends: all days are seen."""
        self._line = line
        self.show()
        self._find_room()
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Qt knows only when it is shown how large its letters make it."""
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        if self._line is None:
            return
        screen = self._line.screen().availableGeometry()
        place = self._line.mapToGlobal(self._line.rect().bottomLeft())
        if place.y() + self.height() > screen.bottom() + 1:
            above = self._line.mapToGlobal(self._line.rect().topLeft()).y() - self.height()
            lowest = screen.bottom() + 1 - self.height()
            place.setY(max(screen.top(), min(above, lowest)))
        place.setX(max(screen.left(), min(place.x(), screen.right() + 1 - self.width())))
        self.move(place)
