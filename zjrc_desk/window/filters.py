"""What narrows a search besides its words, and the order of what is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk.find import SERIAL, Counted, Query
from zjrc_desk.registry.life import STATE_LABEL, State
from zjrc_desk.registry.normalise import normalise_date, parse_date
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import tr
from zjrc_desk.window.marked import BAD, Marked
from zjrc_desk.window.page import button

#: What a column is sorted by, in the order of the columns of the list.
SORTS: Mapping[str, str] = {
    SERIAL: "登记先后",
    "name": "姓名",
    "document_number": "证件号码",
    "phone": "手机",
    "room": "房间",
    "kind": "种类",
    "state": "状态",
    "declared_at": "登记日期",
}
#: States that only an older revision has, so that nothing could be found by them.
_NEVER_NEWEST = frozenset({State.SUPERSEDED, State.ABANDONED})


class Filters(QWidget):
    """One line of boxes, each with a letter to reach it by Alt.  ``changed``: ask again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._line = Flow()
        whole.addLayout(self._line)
        states = {key: text for key, text in STATE_LABEL.items() if key not in _NEVER_NEWEST}
        self.state = self._box(self.tr("状态(&S)"), {"": self.tr("全部")} | states)
        self.kind = self._box(
            self.tr("种类(&K)"),
            {"": self.tr("全部")} | {key: self.tr(text) for key, text in KIND.labels.items()},
        )
        self.since = self._day(self.tr("登记日期从(&D)"))
        self.until = self._day(self.tr("到(&E)"))
        self.batch = self._box(self.tr("批次(&B)"), {"": self.tr("全部")})
        self.sort = self._box(
            self.tr("排序(&O)"), {key: self.tr(label) for key, label in SORTS.items()}
        )
        self.descending = QCheckBox(self.tr("倒序(&R)"))
        self.descending.setAccessibleName(self.tr("倒序"))
        self.descending.setChecked(True)
        self.descending.toggled.connect(lambda _on: self.changed.emit())
        self._place(self.descending)
        self.none = button(self.tr("清除筛选(&C)"), self.clear)
        self._place(self.none)
        self._counted: Counted | None = None
        self.counted = button("", lambda: self.narrow_to(None, ""), self.tr("点一下去掉这个筛选"))
        self.counted.hide()
        line = QHBoxLayout()
        line.addWidget(self.counted)
        line.addStretch(1)
        whole.addLayout(line)
        self._problem = Marked(BAD)
        self._problem.setObjectName("problem")
        self._problem.hide()
        whole.addWidget(self._problem)

    def _place(self, control: QWidget, label: str = "") -> None:
        both = QVBoxLayout()
        both.setSpacing(3)
        caption = QLabel(label)
        both.addWidget(caption)
        both.addWidget(control)
        if label:
            caption.setBuddy(control)
            control.setAccessibleName(label.partition("(")[0].strip())
        holder = QWidget()
        both.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(both)
        self._line.addWidget(holder)

    def _box(self, label: str, choices: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        for value, text in choices.items():
            box.addItem(self.tr(text), str(value))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(6)
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._place(box, label)
        return box

    def _day(self, label: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText("2026-01-31")
        line.textChanged.connect(lambda _text: self.changed.emit())
        line.editingFinished.connect(self._say_what_is_no_day)
        self._place(line, label)
        return line

    def controls(self) -> Sequence[QWidget]:
        """Everything here that takes keys."""
        return (
            self.state, self.kind, self.since, self.until, self.batch, self.sort,
            self.descending, self.none, self.counted,
        )  # fmt: skip

    def offer_batches(self, batches: Mapping[str, str]) -> None:
        """The batches to choose from: id to name; the chosen one stays chosen."""
        chosen = self.batch.currentData()
        self.batch.blockSignals(True)
        self.batch.clear()
        for value, name in ({"": self.tr("全部")} | dict(batches)).items():
            self.batch.addItem(name, value)
        self.batch.setCurrentIndex(max(0, self.batch.findData(chosen)))
        self.batch.blockSignals(False)

    def narrow_to(self, counted: Counted | None, said: str) -> None:
        """Show only those in a figure of the statistics, of which ``said`` says what it counts."""
        self._counted = counted
        self.counted.setText(self.tr("统计：{said}  ✕").format(said=said))
        self.counted.setAccessibleName(self.tr("去掉筛选：{said}").format(said=said))
        self.counted.setVisible(counted is not None)
        self.changed.emit()

    def query(self, words: str) -> Query:
        """What is looked for; a day that is not wholly typed yet does not count."""
        state = self.state.currentData()
        return Query(
            words=words,
            states=(state,) if state else (),
            kind=self.kind.currentData(),
            since=day_of(self.since.text()),
            until=day_of(self.until.text()),
            batch_id=self.batch.currentData(),
            counted=self._counted,
            sort=self.sort.currentData(),
            descending=self.descending.isChecked(),
        )

    def narrowing(self) -> bool:
        """Whether any filter is set."""
        return self.query("") != Query(
            sort=self.sort.currentData(), descending=self.descending.isChecked()
        )

    def clear(self) -> None:
        """Take every filter away; the order stays."""
        self.blockSignals(True)
        for box in (self.state, self.kind, self.batch):
            box.setCurrentIndex(0)
        self.since.clear()
        self.until.clear()
        self.narrow_to(None, "")
        self.blockSignals(False)
        self._say_what_is_no_day()
        self.changed.emit()

    def sort_by(self, column: int) -> None:
        """Sort by that column of the list; by the same once more, the other way round."""
        if self.sort.currentIndex() == column:
            self.descending.toggle()
            return
        self.blockSignals(True)
        self.descending.setChecked(column == 0)
        self.sort.setCurrentIndex(column)
        self.blockSignals(False)
        self.changed.emit()

    def _say_what_is_no_day(self) -> None:
        wrong = no_days(self.since.text(), self.until.text())
        self._problem.setText(wrong)
        self._problem.setVisible(bool(wrong))


def no_days(*typed: str) -> str:
    """What is to be said of those that are no day; empty where all are, or nothing is typed."""
    wrong = [text for text in typed if text.strip() and not day_of(text)]
    said = tr("“{text}”不是日期，没有用来筛选。请写成 2026-01-31 的样子。")
    return said.format(text="”“".join(wrong)) if wrong else ""


def day_of(text: str) -> str:
    """The day that is typed, as it is kept; empty where it is none."""
    day = normalise_date(text)
    return day if parse_date(day) else ""
