"""One kind of diary entry: its list above, its form below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.desk import diary, register
from zjrc_desk.desk.monthly import MonthlyCounts
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.registry.diary_tables import ENTRY_STATE_LABEL, DiaryEntry, EntryState
from zjrc_desk.registry.rules.base import Problem
from zjrc_desk.registry.vocabulary import AUDITOR
from zjrc_desk.window import form
from zjrc_desk.window.act_dialogs import ActDialog, Origin, ReasonDialog
from zjrc_desk.window.field import Field
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import said, tr
from zjrc_desk.window.page import WARN, Page, button
from zjrc_desk.window.tables import Table

#: Less than a second after the last key, whatever was typed is on the disk.
AUTOSAVE_MS = 600
#: The acts on an entry that ask why.
_CORRECT, _VOID = "correct", "void"


class DiaryTab(QWidget):
    """A list and a form; what differs from kind to kind is in the four classes of diary_tabs.

    ``changed``: something was recorded.
    """

    changed = Signal()
    kind: type[DiaryEntry]
    title = ""
    headings: Sequence[str] = ()
    wide = 0
    #: Whether the list shows one month, or all.
    by_month = True

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.desk = page.desk
        self.entry = self.blank()
        self._shown: dict[str, DiaryEntry] = {}
        self._dirty = False
        self.dialog: ReasonDialog | None = None
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE_MS)
        self._autosave.timeout.connect(self.keep)
        self.fields = {one.path: one for one in self.make_fields()}
        self.table = Table(
            self.tr(self.title), [self.tr(one) for one in (*self.headings, "状态")], self.wide
        )
        self.table.clicked.connect(lambda _index: self._open())
        self.table.activated.connect(lambda _index: self._open())
        self._build()
        self.show_entry(self.entry)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What it needs at least: list and form may shrink before the page has to be scrolled."""
        layout = self.layout()
        return layout.minimumHeightForWidth(width) if layout else -1

    # -- what a kind says of itself --------------------------------------------------------------

    def make_fields(self) -> list[Field]:
        """The form, in the order it is filled in."""
        raise NotImplementedError

    def cells(self, entries: Sequence[Any], counts: MonthlyCounts) -> list[Sequence[str]]:
        """What the list shows of each entry, without its state."""
        raise NotImplementedError

    def blank(self) -> DiaryEntry:
        """The entry a new form starts with."""
        return self.kind(day=self.desk.today().isoformat())

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.addWidget(self.table, 2)
        inner = QFrame()
        inner.setObjectName("card")
        box = QVBoxLayout(inner)
        self.heading = QLabel()
        self.heading.setObjectName("section")
        box.addWidget(self.heading)
        box.addLayout(form.grid(list(self.fields.values())))
        box.addStretch(1)
        for one in self.fields.values():
            one.edited.connect(self._edited)
            one.left.connect(lambda _path: self._left())
            one.entered.connect(Field.go_on)
            _to_top(one)
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("表单"))
        layout.addWidget(area, 3)
        layout.addLayout(self._acts())

    def _acts(self) -> Flow:
        self.record_button = button(self.tr("保存"), self.record, "Ctrl+S", primary=True)
        self.new_button = button(self.tr("新的一条"), self.begin, "Alt+N")
        self.new_button.setShortcut("Alt+N")
        self.discard_button = button(self.tr("放弃草稿"), self.discard, deliberate=True)
        self.correct_button = button(self.tr("更正…"), self.correct)
        self.void_button = button(self.tr("作废…"), self.void)
        self.saved = QLabel()
        self.saved.setObjectName("quiet")
        foot = Flow()
        for widget in (
            self.record_button,
            self.correct_button,
            self.void_button,
            self.discard_button,
            self.new_button,
            self.saved,
        ):
            foot.addWidget(widget)
        return foot

    # -- showing ---------------------------------------------------------------------------------

    def refresh(self, month: str, counts: MonthlyCounts) -> None:
        """The list as it is now; what is being typed stays."""
        found = diary.entries(self.desk, self.kind, month if self.by_month else "")
        self._shown = {str(one.id): one for one in found}
        rows = zip(found, self.cells(found, counts), strict=True)
        self.table.rows.fill([(str(one.id), (*cells, _state(one))) for one, cells in rows])

    def show_entry(self, entry: DiaryEntry) -> None:
        """Put an entry into the form."""
        self.entry = entry
        self._dirty = False
        for path, one in self.fields.items():
            one.set_value(getattr(entry, path.partition(".")[2]))
            one.show_problem([])
        draft = entry.state == EntryState.DRAFT
        may = self.desk.staff.role != AUDITOR
        for one in self.fields.values():
            one.set_enabled(draft and may)
        self.record_button.setVisible(draft and may)
        self.discard_button.setVisible(draft and may and entry.id is not None)
        self.correct_button.setVisible(entry.current and may)
        self.void_button.setVisible(entry.current and may and not entry.void)
        self.heading.setText(self._heading(entry))
        self.new_button.setVisible(may)
        self.saved.setText("")

    def _heading(self, entry: DiaryEntry) -> str:
        if entry.id is None:
            return self.tr("新的一条")
        parts = [_state(entry)]
        if entry.number > 1:
            parts.append(self.tr("第 {n} 版").format(n=entry.number))
        if entry.reason:
            parts.append(self.tr("原因：{text}").format(text=entry.reason))
        parts += getattr(entry, "centre_reasons", [])
        return " · ".join(parts)

    def _open(self) -> None:
        chosen = self.table.chosen()
        if chosen is None or chosen not in self._shown:
            return
        if not self.keep():
            return
        with self.page.acting():
            self.show_entry(diary.open_entry(self.desk, self._shown[chosen]))

    # -- typing ----------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._dirty = True
        self.saved.setText(self.tr("正在保存草稿…"))
        self._autosave.start()

    def _left(self) -> None:
        if self._dirty:
            self._collect()
            diary.normalise(self.entry)
            for path, one in self.fields.items():
                one.set_value(getattr(self.entry, path.partition(".")[2]))
            self.keep()

    def _collect(self) -> None:
        for path, one in self.fields.items():
            setattr(self.entry, path.partition(".")[2], one.value())

    def keep(self) -> bool:
        """Put what is typed on the disk as a draft, valid or not; returns whether it is there."""
        self._autosave.stop()
        if self.unkept() is None:
            return True
        self.saved.setText(self.tr("没有保存"))
        new = self.entry.id is None
        with self.page.acting():
            self.entry = diary.save_draft(self.desk, self.entry)
            self._dirty = False
            self.saved.setText(self.tr("草稿已保存 ") + self.desk.now().strftime("%H:%M:%S"))
            self.discard_button.setVisible(True)
            if new:
                self.changed.emit()
        return not self._dirty

    def unkept(self) -> DiaryEntry | None:
        """What is on the form and not on the disk."""
        if not self._dirty or self.entry.state != EntryState.DRAFT:
            return None
        self._collect()
        return self.entry

    def half_typed(self) -> bool:
        """Whether there is something on the form that is not recorded yet."""
        draft = self.entry.state == EntryState.DRAFT
        return draft and (self._dirty or self.entry.id is not None)

    def begin_the_day(self) -> None:
        """A form that nobody typed into since yesterday is one of today."""
        if self.entry.id is None and not self._dirty and self.entry.day != self.blank().day:
            self.show_entry(self.blank())

    def take_up(self, entry: DiaryEntry) -> None:
        """What could not be kept before the window was locked: kept now, or shown as unsaved."""
        self.show_entry(entry)
        self._dirty = True
        self.keep()

    # -- acts ------------------------------------------------------------------------------------

    def begin(self) -> None:
        """An empty form for the next entry; not where the one before can't be kept."""
        if not self.keep():
            return
        with self.page.acting():
            register.close_form(self.desk)
        self.show_entry(self.blank())
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.fields.values())).take_focus()

    def record(self) -> None:
        """The entry is finished; what is wrong stands beside its field."""
        self._autosave.stop()
        if self.entry.state != EntryState.DRAFT:
            return
        self._collect()
        with self.page.acting(self.tr("已保存。")):
            try:
                diary.record(self.desk, self.entry)
            except IncompleteError as error:
                self._show_problems(error.problems)
                self.changed.emit()
                raise
            self.show_entry(self.blank())
            self.changed.emit()
            self.take_focus()

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self.show_entry(self.entry)
        first = None
        for path, one in self.fields.items():
            here = [problem for problem in problems if problem.path == path]
            stops = any(not problem.warning for problem in here)
            one.show_problem([said(problem) for problem in here], warning=not stops)
            first = first or (one if stops else None)
        if first is not None:
            first.take_focus()
            self.area.ensureWidgetVisible(first)

    def discard(self) -> None:
        """Give up the draft in the form."""
        self._autosave.stop()
        with self.page.acting(self.tr("草稿已放弃。")):
            diary.discard(self.desk, self.entry)
            self.show_entry(self.blank())
            self.changed.emit()

    def correct(self) -> None:
        """A new version of the entry in the form, after asking why."""
        words = self.tr("另立一个新版本来改，此前的版本保留。")
        self._ask_why(self.tr("更正"), words, _CORRECT, diary.correct)

    def void(self) -> None:
        """Take the entry in the form back, after asking why."""
        words = self.tr("这一条仍可查看，不再计数。")
        self._ask_why(self.tr("作废"), words, _VOID, diary.void)

    def open_again(self, act: str) -> ActDialog | None:
        """The small window of an act, as by its button; None where it can't be done any more."""
        pressed, begin = {
            _CORRECT: (self.correct_button, self.correct),
            _VOID: (self.void_button, self.void),
        }[act]
        if pressed.isHidden():
            return None
        begin()
        return self.dialog

    def _ask_why(self, title: str, words: str, name: str, act: Any) -> None:
        entry = self.entry
        dialog = self.dialog = ReasonDialog(title, words, title, self)
        dialog.origin = Origin(Origin.DIARY, str(entry.id), name, self.title)
        done: list[DiaryEntry] = []
        dialog.perform = lambda: done.append(act(self.desk, entry, dialog.reason.text()))
        dialog.accepted.connect(lambda: self._done(name, done[0]))
        dialog.open()

    def _done(self, name: str, entry: DiaryEntry) -> None:
        self.page.banner.say("")
        self.show_entry(entry)
        self.changed.emit()
        if name == _VOID:
            self.page.banner.say(self.tr("已作废；这一条仍可查看，不再计数。"))
        else:
            self.page.banner.say(self.tr("请更正后按“保存”；此前的版本保留。"), WARN)
            self.take_focus()


def _state(entry: DiaryEntry) -> str:
    if entry.void:
        return tr("已作废")
    if entry.state == EntryState.DRAFT and entry.number > 1:
        return tr("更正草稿")
    return tr(ENTRY_STATE_LABEL[entry.state])


def _to_top(field: Field) -> None:
    """Beside a field with a problem the others stay where they are."""
    layout = field.layout()
    assert isinstance(layout, QVBoxLayout), "a field is label, control and problem"
    layout.addStretch(1)
