"""Layouts that put things on another line before anything is cut off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QWidget

_GAP = 8


class _Lines(QLayout):
    """What both have: items, and a height that follows from the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(_GAP)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        self.invalidate()
        return item

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, place: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(place)
        self._arrange(place, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, place: QRect, *, move: bool) -> int:
        """Put everything into ``place``, or only find out how high it becomes."""
        raise NotImplementedError


class Flow(_Lines):
    """Side by side at their own width; what takes any width (a line to type in) gets the rest."""

    def _arrange(self, place: QRect, *, move: bool) -> int:
        top = place.top()
        for line in self._lines(place.width()):
            widths = self._widths(line, place.width())
            height = max(map(_height, line, widths))
            if move:
                self._put(line, widths, QRect(place.left(), top, place.width(), height))
            top += height + self.spacing()
        return max(0, top - self.spacing() - place.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = width + 1
        for item in self._shown():
            needs = self.spacing() + item.sizeHint().width()
            if used + needs > width:
                lines.append([])
                used = -self.spacing()
            lines[-1].append(item)
            used += needs
        return lines

    def _widths(self, line: list[QLayoutItem], width: int) -> list[int]:
        widths = [min(item.sizeHint().width(), width) for item in line]
        greedy = [n for n, item in enumerate(line) if _takes_any(item)]
        rest = width - sum(widths) - self.spacing() * (len(line) - 1)
        for n in greedy:
            widths[n] += max(0, rest) // len(greedy)
        return widths

    def _put(self, line: list[QLayoutItem], widths: list[int], place: QRect) -> None:
        left = place.left()
        for item, width in zip(line, widths, strict=True):
            height = _height(item, width)
            # On one base: labels stand in the middle of the buttons beside them.
            top = place.top() + (place.height() - height) // 2
            item.setGeometry(QRect(QPoint(left, top), QSize(width, height)))
            left += width + self.spacing()


def wrapped(label: QLabel) -> QLabel:
    """Words that take the rest of their line of a :class:`Flow`, and as many lines as they need."""
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    label.setSizePolicy(policy)
    return label


class Words(QLabel):
    """Words that wrap only on a line of their own: in a :class:`Flow` they stand beside others
    where they need one line."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        wrapped(self)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self.margin() + 1
        return QSize(width, super().sizeHint().height())


def _takes_any(item: QLayoutItem) -> bool:
    widget = item.widget()
    policy = QSizePolicy.Policy.Expanding
    return widget is not None and widget.sizePolicy().horizontalPolicy() == policy


class Columns(_Lines):
    """In columns of one width, as many as fit; ``wide`` items have a line for themselves.

    What needs more than one column takes as many as it needs.
    """

    def __init__(self, most: int, least: Callable[[], int] | None = None) -> None:
        """``most`` columns, each at least ``least()`` pixels wide: otherwise as the widest item."""
        super().__init__()
        self._most, self._least = most, least
        self._wide: set[QWidget] = set()

    def add_wide(self, widget: QWidget) -> None:
        """Something over all columns."""
        self._wide.add(widget)
        self.addWidget(widget)

    def _count(self, width: int, items: list[QLayoutItem]) -> int:
        if self._least is not None:
            least = self._least()
        else:
            least = max((item.sizeHint().width() for item in items), default=1)
        gap = self.spacing()
        return max(1, min(self._most, (width + gap) // (max(1, least) + gap)))

    def _arrange(self, place: QRect, *, move: bool) -> int:
        items, gap = self._shown(), self.spacing()
        count = self._count(place.width(), items)
        step = (place.width() + gap) // count
        top, column, row_height = place.top(), 0, 0
        for item in items:
            wide = item.widget() in self._wide
            needs = -(-(item.minimumSize().width() + gap) // step)
            span = count if wide else min(count, max(1, needs))
            if column + span > count:
                top, column, row_height = top + row_height + gap, 0, 0
            width = place.width() if span == count else step * span - gap
            height = _height(item, width)
            if move:
                item.setGeometry(QRect(place.left() + column * step, top, width, height))
            row_height = max(row_height, height)
            column += span
        return top + row_height - place.top()


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
