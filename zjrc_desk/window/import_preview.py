"""A list with another header: its first rows, and above each column what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk.list_columns import COLUMNS, REQUIRED, missing, repeated
from zjrc_desk.desk.list_form import ListPreview
from zjrc_desk.window.language import listed
from zjrc_desk.window.page import GOOD, WARN, Banner, button

_LEAST_WIDTH, _MOST_WIDTH = 170, 320


class ImportPreview(QDialog):
    """``chosen`` gives {their column: our column, or ""} once every required column is matched."""

    help_section = "import"

    chosen = Signal(dict)

    def __init__(self, preview: ListPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("对应列表的列"))
        self.resize(1120, 640)
        self._preview = preview
        self.banner = Banner(self)
        self.table = self._make_table()
        self.boxes = [self._make_box(place) for place in range(len(preview.header))]
        for place, box in enumerate(self.boxes):
            self.table.setCellWidget(0, place, box)
        self.state = QLabel()
        self.state.setObjectName("state")
        self.state.setWordWrap(True)
        self.go: QPushButton = button(self.tr("导入"), self._accept, primary=True)
        self._lay_out()
        self._fit()
        self._check()
        first = next(
            (b for b in self.boxes if b.isEnabled() and not b.currentData()), self.boxes[0]
        )
        # The table takes the focus when it is shown; this comes after it.
        ready = self.go if self.go.isEnabled() else first
        QTimer.singleShot(0, ready, ready.setFocus)

    def _lay_out(self) -> None:
        if self._preview.remembered:
            self.banner.say(self.tr("这种表头上次已经对应好。请核对后按“导入”。"), GOOD)
        else:
            self.banner.say(
                self.tr("这份列表的表头和登记列表不同。请在每一列上面选它是什么，再按“导入”。"),
                WARN,
            )
        kind = QLabel(
            self.tr("文件：{encoding}，共 {columns} 列；下面是前 {rows} 行。").format(
                encoding=self._preview.encoding,
                columns=len(self._preview.header),
                rows=len(self._preview.rows),
            )
        )
        kind.setObjectName("quiet")
        buttons = QHBoxLayout()
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.go)
        buttons.addWidget(button(self.tr("取消"), self.reject, "Esc"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.banner)
        layout.addWidget(kind)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def _make_table(self) -> QTableWidget:
        header, rows = self._preview.header, self._preview.rows
        table = QTableWidget(len(rows) + 1, len(header))
        table.setAccessibleName(self.tr("列表的前几行"))
        table.setHorizontalHeaderLabels([name or self.tr("（没有列名）") for name in header])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(40)
        table.setRowHeight(0, 52)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Tab goes from box to box, and so through the columns.
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setTabKeyNavigation(False)
        for line, cells in enumerate(rows, 1):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(text)
                table.setItem(line, place, item)
        return table

    def _make_box(self, place: int) -> QComboBox:
        box = QComboBox()
        name = self._preview.header[place]
        box.setObjectName(f"column:{place}")
        box.setAccessibleName(self.tr("“{name}”是").format(name=name))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addItem(self.tr("不导入"), "")
        for field in COLUMNS:
            box.addItem(self.tr(field) + (self.tr("（必填）") if field in REQUIRED else ""), field)
        box.setCurrentIndex(max(0, box.findData(self._preview.suggested[place])))
        box.setEnabled(self._preview.can_match(place))
        if not box.isEnabled():
            box.setToolTip(self.tr("这一列没有列名，或列名重复，不能导入。请在文件里改好列名。"))
        box.currentIndexChanged.connect(lambda _index: self._check())
        box.installEventFilter(self)
        return box

    def _fit(self) -> None:
        self.table.resizeColumnsToContents()
        for place in range(self.table.columnCount()):
            width = min(max(self.table.columnWidth(place), _LEAST_WIDTH), _MOST_WIDTH)
            self.table.setColumnWidth(place, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show the column that is worked on; the wheel scrolls and changes no box."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QComboBox):
            place = self.table.model().index(0, self.boxes.index(watched))
            self.table.scrollTo(place, QAbstractItemView.ScrollHint.PositionAtCenter)
        return super().eventFilter(watched, event)

    def fields(self) -> list[str]:
        """Our column, or "", for each of theirs, as chosen now."""
        return [str(box.currentData()) for box in self.boxes]

    def _check(self) -> None:
        fields = self.fields()
        twice, lacking = repeated(fields), missing(fields)
        said = []
        if twice:
            said.append(
                self.tr("选了不止一次：") + listed(self.tr(f) for f in COLUMNS if f in twice)
            )
        if lacking:
            said.append(self.tr("还缺必填的列：") + listed(map(self.tr, lacking)))
        self.state.setText("\n".join(said) or self.tr("必填的列都对应好了。"))
        self.state.setObjectName("problem" if said else "quiet")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.go.setEnabled(not said)

    def _accept(self) -> None:
        matched = zip(self._preview.header, self.fields(), strict=True)
        mapping = {
            name: field
            for place, (name, field) in enumerate(matched)
            if self._preview.can_match(place)
        }
        self.accept()
        self.chosen.emit(mapping)
