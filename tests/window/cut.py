"""Whether any word of a window is cut off: told from what is laid out, not from pictures."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

#: A pixel of rounding is no cut word.
_ROUNDING = 1
#: Characters of a shortened text that are seen at least.
_FEW = 3
#: What is entered may be long and is scrolled; a day, or less, is seen whole.
_DAY = len("2026-11-24")


def cut(window: QWidget) -> list[str]:
    """What of a window is cut off, in words; empty where everything can be read."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and not widget.isWindow() and widget.window() is window:
            found += [f"{_what(widget)}: {why}" for why in _faults(widget)]
    return found


def _what(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {widget.objectName()} “{text or widget.accessibleName()}”"


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, QAbstractButton) and widget.text() and _shows_its_text(widget):
        yield from _wide(widget, widget.sizeHint().width(), widget.width())
        yield from _wide(widget, widget.sizeHint().height(), widget.height() + 4)
    elif isinstance(widget, QComboBox):
        text = widget.fontMetrics().horizontalAdvance(widget.currentText())
        yield from _wide(widget, text, widget.width() - 44)
    elif isinstance(widget, QLineEdit):
        words = widget.text() or widget.placeholderText()
        if not widget.text() or len(words) <= _DAY:
            text = widget.fontMetrics().horizontalAdvance(words)
            yield from _wide(widget, text, _room(widget))
    elif isinstance(widget, QListWidget) and widget.objectName() == "rail":
        yield from _wide(widget, widget.sizeHintForColumn(0), widget.viewport().width())
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            if widget.tabRect(tab).right() > widget.width():
                yield f"tab {widget.tabText(tab)} is out of sight"
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        for section in range(widget.count()):
            words = str(widget.model().headerData(section, Qt.Orientation.Horizontal))
            text = widget.fontMetrics().horizontalAdvance(words)
            yield from _wide(widget, text, widget.sectionSize(section))
    elif isinstance(widget, QTableView):
        yield from _cells(widget)
    elif isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
        yield f"has to be scrolled sideways by {widget.horizontalScrollBar().maximum()}"
    yield from _outside(widget)


def _cells(table: QTableView) -> Iterator[str]:
    """Of the rows one sees: a text that is shortened begins with a few characters, and all of it
    is in the cell's tip."""
    model, metrics = table.model(), table.fontMetrics()
    last = table.rowAt(table.viewport().height() - 1)
    seen = range(max(table.rowAt(0), 0), (last if last >= 0 else model.rowCount() - 1) + 1)
    for index in (model.index(row, at) for row in seen for at in range(model.columnCount())):
        text = str(index.data() or "")
        if not text or table.isColumnHidden(index.column()):
            continue
        needs, has = table.sizeHintForIndex(index), table.columnWidth(index.column())
        yield from (f"cell {text}: {why}" for why in _high(table, metrics.height(), index.row()))
        if needs.width() <= has + _ROUNDING:
            continue
        if text not in str(index.data(Qt.ItemDataRole.ToolTipRole) or ""):
            yield f"cell {text}: needs {needs.width()}, has {has}, and no tip"
        besides = needs.width() - metrics.horizontalAdvance(text)
        few = metrics.horizontalAdvance(text[:_FEW] + "…") + besides
        yield from (f"cell {text} shortened: {why}" for why in _wide(table, few, has))


def _high(table: QTableView, needs: int, row: int) -> Iterator[str]:
    yield from _wide(table, needs, table.rowHeight(row))


def _shows_its_text(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return not (isinstance(button, QToolButton) and button.toolButtonStyle() == icon_only)


def _room(line: QLineEdit) -> int:
    """For text, in pixels, as the line lays it out."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = QStyle.SubElement.SE_LineEditContents
    return line.style().subElementRect(inside, option, line).width() - 4


def _label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        yield from _wide(label, needed, label.height())
        longest = max(label.text().split("\n"), key=len)
        if " " not in longest and len(longest) > 1:
            yield from _wide(label, label.fontMetrics().horizontalAdvance("宽"), label.width())
        return
    yield from _wide(label, label.sizeHint().width(), label.width())
    yield from _wide(label, label.sizeHint().height(), label.height())


def _wide(_widget: QWidget, needs: int, has: int) -> Iterator[str]:
    if needs > has + _ROUNDING:
        yield f"needs {needs}, has {has}"


def _outside(widget: QWidget) -> Iterator[str]:
    """Beyond the edge of what it lies in, unless that can be scrolled."""
    parent = widget.parentWidget()
    if parent is None or widget.size().isEmpty():
        return
    outer = parent.parentWidget()
    if isinstance(outer, QAbstractScrollArea) and outer.viewport() is parent:
        return
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        return
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        yield f"{_place(widget.geometry())} lies outside of {_place(parent.rect())}"


def _place(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"


def settle() -> None:
    """Let layouts find their place."""
    for _ in range(3):
        QApplication.processEvents()
