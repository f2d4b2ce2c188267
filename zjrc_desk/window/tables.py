"""Tables of the window: rows of text that can be walked through and chosen by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from zjrc_desk.window import theme
from zjrc_desk.window.icons import mark_of
from zjrc_desk.window.language import tr

_Index = QModelIndex | QPersistentModelIndex


#: Columns whose words have a mark beside them.
_STATES = ("状态",)
#: Height of a row, and how many are to be seen at least; pixels at 100 %.
_ROW, _LEAST = 40, 3
_MARK = 18
#: Width of a column at least, at 100 %: of what is shortened the first characters are seen.
_NARROWEST = 80
#: Rows, beside those in sight, that say how wide a column is.
_MEASURED = 15

#: The key of a row and its cells.
Line = tuple[str, Sequence[str]]


class Rows(QAbstractTableModel):
    """Rows of text under Chinese headings; each row has a key."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = list(headings)
        states = [*_STATES, *map(tr, _STATES)]
        self._states = {n for n, heading in enumerate(headings) if heading in states}
        self._rows: list[Line] = []

    def fill(self, rows: Sequence[Line]) -> None:
        """Replace all rows: [(key, cells)]."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """A row's key and cells."""
        return self._rows[row]

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def key(self, row: int) -> str:
        """The key of a row."""
        return self.line(row)[0]

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else self.count()

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.line(index.row())[1][index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() in self._states:
            return mark_of(self.line(index.row())[1][index.column()])
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section] if orientation == Qt.Orientation.Horizontal else section + 1


class Table(QTableView):
    """A table of :class:`Rows`, one row chosen at a time."""

    def __init__(
        self, name: str, headings: Sequence[str], wide: int, rows: Rows | None = None
    ) -> None:
        super().__init__()
        self.rows = rows or Rows(headings)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._fit()
        # Each cell that is looked at costs some microseconds, and that at every turn to the page.
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.horizontalHeader().setMinimumSectionSize(theme.px(_NARROWEST))
        self.setIconSize(QSize(theme.px(_MARK), theme.px(_MARK)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The headings and a few rows: a table that shows none is of no use."""
        return QSize(theme.px(_ROW) * 6, theme.px(_ROW) * (_LEAST + 1) + 2 * theme.px(_ROW) // 4)

    def chosen(self) -> str | None:
        """The key of the row the cursor is in."""
        index = self.currentIndex()
        return self.rows.key(index.row()) if index.isValid() else None
