"""The keyboard goes through parts as they are read, in whatever order they were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLayout, QScrollArea, QWidget


def put_in_order(before: QWidget, part: QWidget) -> None:
    """Tab goes from ``before`` through all of ``part``, and then where it went before."""
    for one in stops_of(part):
        QWidget.setTabOrder(before, one)
        before = one


def bring_into_sight(one: QWidget) -> None:
    """Scroll whatever it lies in to where it is seen."""
    around = one.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(one)
        around = around.parentWidget()


def stops_of(part: QWidget) -> Iterator[QWidget]:
    """What Tab stops at, as it is laid out."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    if isinstance(part, QScrollArea):
        if (inside := part.widget()) is not None:
            yield from stops_of(inside)
        return
    # A list's or a box's own parts are its own.
    whole = isinstance(part, QAbstractScrollArea | QComboBox)
    if not whole and (layout := part.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from stops_of(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
