"""The four kinds of the diary: events, visits, the team, its shifts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLabel, QListView

from zjrc_desk.desk import diary
from zjrc_desk.desk.monthly import MonthlyCounts
from zjrc_desk.registry.diary_tables import Event, Shift, TeamMember, Visit
from zjrc_desk.registry.vocabulary import DOCUMENT_TYPE, EVENT_CATEGORY, Vocabulary
from zjrc_desk.window import theme
from zjrc_desk.window.controls import ChoiceField, LineField, TextField
from zjrc_desk.window.diary_tab import DiaryTab
from zjrc_desk.window.field import Field
from zjrc_desk.window.language import bracketed, tr

_DAY = "如 20261124"
_NAMES = "工作人员或队员，用“、”隔开"
_GOING_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class VolunteerField(LineField):
    """A registered volunteer, found as on 查询; the value is the serial, or what was typed."""

    def __init__(
        self, path: str, label: str, hint: str, find: Callable[[str], Sequence[diary.Summary]]
    ) -> None:
        super().__init__(path, label, hint)
        self._find = find
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        self._offered = QListView()
        self._offered.setObjectName("suggestions")
        completer.setPopup(self._offered)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(Qt.ItemDataRole.UserRole)
        completer.activated.connect(lambda _text: self.settle())
        self._who = QLabel()
        self._who.setObjectName("quiet")
        self._layout.insertWidget(2, self._who)
        self._line.textEdited.connect(self._search)
        # Enter in the list that popped up comes here, and not through the filter of events.
        self._line.returnPressed.connect(self.settle)
        self._line.setCompleter(completer)

    def _search(self, words: str) -> None:
        self._found.clear()
        for one in self._find(words) if words.strip() else []:
            item = QStandardItem("　".join(filter(None, (one.name, one.room, one.serial))))
            item.setData(one.serial, Qt.ItemDataRole.UserRole)
            self._found.appendRow(item)
        # Qt makes the list a window without a parent, which would have no look.
        theme.dress(self._offered)

    def settle(self) -> None:
        """Where what was typed means one volunteer, it is that one; says who."""
        words = self._line.text().strip()
        found = self._find(words) if words else []
        self._who.setText("")
        if len(found) == 1:
            if self._line.text() != found[0].serial:
                self._line.setText(found[0].serial)
                self.edited.emit()
            self._who.setText("　".join(filter(None, (found[0].name, found[0].room))))

    def set_value(self, value: object) -> None:
        super().set_value(value)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        left = event.type() == QEvent.Type.FocusOut
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            left = event.key() in _GOING_ON
        if left:
            self.settle()
        return super().eventFilter(watched, event)


class ShortText(TextField):
    """A few lines; the list above the form needs the room."""

    def __init__(self, path: str, label: str, hint: str = "") -> None:
        super().__init__(path, label, hint, height=64)
        self._text.setMaximumHeight(64)


class MemberField(ChoiceField):
    """One of the team, by name; the value is the member's record id."""

    def _shown(self, label: str) -> str:
        return label

    def offer(self, members: Sequence[TeamMember]) -> None:
        """Let one of these be chosen; two of one name are told apart by their numbers' ends."""
        chosen = self.value()
        names = Counter(one.name for one in members)
        labels = {
            one.record_id: one.name
            if names[one.name] == 1
            else one.name + bracketed(one.document_number[-4:])
            for one in members
        }
        self._vocabulary = Vocabulary(labels)
        self._box.blockSignals(True)
        self._box.clear()
        self._box.addItems(["", *labels.values()])
        self._box.setCurrentText(self._vocabulary.label(chosen))
        self._box.blockSignals(False)


class EventTab(DiaryTab):
    """宣传咨询."""

    kind = Event
    title = "宣传咨询"
    headings = ("日期", "种类", "地点", "人数", "内容", "参加人员")
    wide = 4

    def make_fields(self) -> list[Field]:
        return [
            LineField("event.day", self.tr("日期"), self.tr(_DAY)),
            ChoiceField("event.category", self.tr("种类"), EVENT_CATEGORY),
            LineField("event.reached", self.tr("人数"), self.tr("听讲或来咨询的人数")),
            LineField("event.place", self.tr("地点")),
            LineField("event.people", self.tr("参加人员"), self.tr(_NAMES)),
            ShortText(
                "event.topics", self.tr("内容"), self.tr("讲了什么、问了什么；不写来访者的姓名")
            ),
        ]

    def cells(self, entries: Sequence[Event], _counts: MonthlyCounts) -> list[Sequence[str]]:
        return [
            (
                one.day,
                tr(EVENT_CATEGORY.label(one.category)),
                one.place,
                one.reached,
                one.topics.replace("\n", " "),
                one.people,
            )
            for one in entries
        ]


class VisitTab(DiaryTab):
    """走访关怀."""

    kind = Visit
    title = "走访关怀"
    headings = ("走访日期", "志愿者", "编号", "慰问内容", "走访人员")
    wide = 3

    def make_fields(self) -> list[Field]:
        return [
            VolunteerField(
                "visit.serial",
                self.tr("志愿者"),
                self.tr("姓名、拼音首字母或编号"),
                lambda words: diary.volunteers(self.desk, words),
            ),
            LineField("visit.day", self.tr("走访日期"), self.tr(_DAY)),
            LineField("visit.people", self.tr("走访人员"), self.tr(_NAMES)),
            ShortText("visit.given", self.tr("慰问内容"), self.tr("送了什么；不写姓名")),
            ShortText("visit.remarks", self.tr("备注（不上报）")),
        ]

    def cells(self, entries: Sequence[Visit], _counts: MonthlyCounts) -> list[Sequence[str]]:
        names = diary.visited_names(self.desk, entries)
        return [
            (
                one.day,
                names.get(one.registration_id, ""),
                one.serial,
                one.given.replace("\n", " "),
                one.people,
            )
            for one in entries
        ]


class TeamTab(DiaryTab):
    """生命之约志愿服务队; all of them, whatever the month."""

    kind = TeamMember
    title = "生命之约"
    headings = ("姓名", "电话", "入队日期", "离队日期", "本月值班", "本月见证")
    wide = 0
    by_month = False

    def make_fields(self) -> list[Field]:
        return [
            LineField("member.name", self.tr("姓名"), self.tr("与证件一致")),
            LineField("member.phone", self.tr("电话")),
            ChoiceField("member.document_type", self.tr("证件类型"), DOCUMENT_TYPE),
            LineField(
                "member.document_number", self.tr("证件号码"), self.tr("用来统计见证次数，不上报")
            ),
            LineField("member.day", self.tr("入队日期"), self.tr(_DAY)),
            LineField("member.left_on", self.tr("离队日期"), self.tr("在队时不填")),
        ]

    def cells(self, entries: Sequence[TeamMember], counts: MonthlyCounts) -> list[Sequence[str]]:
        return [
            (
                one.name,
                one.phone,
                one.day,
                one.left_on,
                str(counts.shifts_of.get(one.record_id, 0)),
                str(counts.witness_acts_of.get(one.record_id, 0)),
            )
            for one in entries
        ]


class ShiftTab(DiaryTab):
    """值班."""

    kind = Shift
    title = "值班"
    headings = ("值班日期", "队员", "开始", "结束")
    wide = 1

    def make_fields(self) -> list[Field]:
        self.member = MemberField("shift.member", self.tr("队员"), Vocabulary({}))
        return [
            self.member,
            LineField("shift.day", self.tr("值班日期"), self.tr(_DAY)),
            LineField("shift.start", self.tr("开始时间"), self.tr("如 09:00")),
            LineField("shift.end", self.tr("结束时间"), self.tr("如 11:30")),
        ]

    def refresh(self, month: str, counts: MonthlyCounts) -> None:
        self.member.offer(diary.members(self.desk))
        super().refresh(month, counts)

    def cells(self, entries: Sequence[Shift], _counts: MonthlyCounts) -> list[Sequence[str]]:
        names = {one.record_id: one.name for one in diary.members(self.desk)}
        return [(one.day, names.get(one.member, ""), one.start, one.end) for one in entries]
