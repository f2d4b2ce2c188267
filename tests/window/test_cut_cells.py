"""The check for cut words sees the cells of a table as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.window.cut import cut, settle
from zjrc_desk.window.tables import Rows, Table

LONG = "浙江民生社会养老服务中心遗体捐献宣传登记点"


class Silent(Rows):
    """Rows without tips."""

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return None if role == Qt.ItemDataRole.ToolTipRole else super().data(index, role)


@pytest.mark.parametrize(
    ("rows", "width", "height", "said"),
    [
        (Rows, 400, 40, ""),
        (Rows, 120, 40, ""),
        (Silent, 120, 40, "and no tip"),
        (Rows, 40, 40, "shortened"),
        (Rows, 400, 10, "has 10"),
    ],
)
def test_a_cell_is_read_whole_or_by_its_tip(
    qtbot: QtBot, rows: type[Rows], width: int, height: int, said: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    table = Table("表", ["名"], 0, rows(["名"]))
    QVBoxLayout(window).addWidget(table)
    table.rows.fill([("1", [LONG])])
    window.resize(600, 400)
    window.show()
    settle()
    # Now, for a look that is put on with the window gives the columns their least width again.
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.horizontalHeader().setMinimumSectionSize(1)
    table.setColumnWidth(0, width)
    table.verticalHeader().setMinimumSectionSize(1)
    table.setRowHeight(0, height)
    found = [one for one in cut(window) if "cell" in one]
    assert bool(found) == bool(said), found
    assert said in " ".join(found)
