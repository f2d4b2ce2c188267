"""Every text a person meets on a widget: shown, in tips, and read out by a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTableView,
    QTabWidget,
    QWidget,
)

CHINESE = re.compile("[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]")


def texts(top: QWidget) -> Iterator[str]:
    """Of a widget and all in it, hidden ones too: another moment shows them."""
    yield top.windowTitle()
    for widget in (top, *top.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, (QAbstractButton, QLabel, QProgressBar)):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, (QLineEdit, QPlainTextEdit)):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(number) for number in range(widget.count()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _of_model(widget.model(), headed=isinstance(widget, QTableView))


def _of_model(model: QAbstractItemModel, *, headed: bool) -> Iterator[str]:
    top = QModelIndex()
    for column in range(model.columnCount(top) if headed else 1):
        if headed:
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(top)):
            yield str(model.index(row, column).data() or "")


def chinese(top: QWidget, data: str) -> set[str]:
    """The texts with Chinese in them that stands nowhere in ``data``, what people typed."""
    known = set(data)
    return {text for text in texts(top) if set(CHINESE.findall(text)) - known}
