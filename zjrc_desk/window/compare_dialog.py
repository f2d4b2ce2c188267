"""历史: all revisions and what each changed: old on the left, new on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk.history import Entry
from zjrc_desk.registry.compare import Difference
from zjrc_desk.registry.vocabulary import ERASURE_GROUND
from zjrc_desk.window.language import tr
from zjrc_desk.window.page import button
from zjrc_desk.window.tables import Table


class _FromTheTop(QStyledItemDelegate):
    """Long texts side by side begin on one line."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.displayAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class CompareDialog(QDialog):
    """``entries`` newest first; the newest one's changes are shown to begin with."""

    help_section = "acts"

    def __init__(self, serial: str, entries: Sequence[Entry], parent: QWidget | None = None):
        super().__init__(parent)
        self.setWindowTitle(self.tr("历史：{serial}").format(serial=serial))
        self.resize(1040, 720)
        self._entries = list(entries)
        headings = ("版本", "种类", "状态", "经办人", "时间", "原因")
        self.revisions = Table(self.tr("全部版本"), [self.tr(text) for text in headings], 5)
        self.revisions.rows.fill([(str(e.number), _cells(e)) for e in entries])
        self.heading = QLabel()
        self.heading.setObjectName("section")
        sides = [self.tr(text) for text in ("栏目", "原来", "现在")]
        self.changes = Table(self.tr("不同之处"), sides, 2)
        self.changes.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.changes.setWordWrap(True)
        self.changes.setItemDelegate(_FromTheTop(self.changes))
        self.changes.setVerticalScrollMode(Table.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.revisions, 2)
        layout.addWidget(self.heading)
        layout.addWidget(self.changes, 3)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(self.tr("关闭"), self.accept, "Esc", primary=True))
        layout.addLayout(foot)
        self.revisions.selectionModel().currentRowChanged.connect(
            lambda current, _before: self._show(current.row())
        )
        self.revisions.selectRow(0)

    def _show(self, row: int) -> None:
        entry = self._entries[row]
        if entry.changed:
            text = self.tr("第 {n} 版与上一版不同的 {count} 处").format(
                n=entry.number, count=len(entry.changed)
            )
        elif entry.number == 1:
            text = self.tr("第 1 版，没有更早的版本")
        else:
            text = self.tr("第 {n} 版：没有可以对照的内容").format(n=entry.number)
        self.heading.setText(text)
        nothing = self.tr("（没有填写）")
        self.changes.rows.fill(
            [
                (d.path, (tr(d.label), *(_side(d, one) or nothing for one in (d.before, d.after))))
                for d in entry.changed
            ]
        )
        # Heights depend on the columns' widths, which are known after the layout.
        QTimer.singleShot(0, self.changes.resizeRowsToContents)


def _cells(entry: Entry) -> tuple[str, ...]:
    why = tr(entry.why) if entry.why in ERASURE_GROUND.labels.values() else entry.why
    return (str(entry.number), tr(entry.kind), tr(entry.state), entry.who, entry.when, why)


def _side(difference: Difference, text: str) -> str:
    """A value of a closed list by its name, anything else as it was typed."""
    return tr(text) if difference.closed else text
