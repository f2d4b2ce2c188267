"""The steps of a registration: their fields, the rail beside them, and the way through by Enter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.registry.rules import Problem
from zjrc_desk.registry.tables import Kin, Revision, Witness
from zjrc_desk.window import form
from zjrc_desk.window.controls import LineField
from zjrc_desk.window.field import Field
from zjrc_desk.window.language import said
from zjrc_desk.window.rail import Rail

#: Fields of long text are never written anew while somebody types; nothing in them is normalised.
_LONG = ("family_letter", "staff_notes", "volunteer_words")
Section = tuple[str, list[Field]]


class RegistrationForm(QWidget):
    """All fields of a registration, step by step.

    ``edited``: something was typed; ``left``: a field's path, when the person goes on; ``shown``:
    the number of the step that is shown now.
    """

    edited = Signal()
    left = Signal(str)
    shown = Signal(int)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._fields: dict[str, Field] = {}
        #: What gets the keyboard on the last step, where nothing is asked.
        self.last: QWidget = self
        self.rail = Rail(self.tr("登记步骤"))
        self.steps = QStackedWidget()
        self._kin = form.People(self.tr("近亲属"), self.tr("再加一位亲属"), form.kin_fields, Kin, 8)
        self._witnesses = form.People(
            self.tr("见证人"), self.tr("再加一位见证人"), form.witness_fields, Witness, 4
        )
        for people in (self._kin, self._witnesses):
            people.edited.connect(self.edited)
            people.left.connect(self.left)
            people.entered.connect(self._on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rail)
        layout.addWidget(self.steps, 1)
        self.rail.currentRowChanged.connect(self.steps.setCurrentIndex)
        self.rail.currentRowChanged.connect(self.shown)

    def add_all(self, person: QWidget, signatures: QWidget) -> None:
        """The steps with fields; ``person`` stands below the volunteer's, ``signatures`` below
        the witnesses'."""
        self._add_step(self.tr("志愿者"), form.volunteer_fields(), below=person)
        self._add_step(self.tr("意愿"), form.intention_fields())
        self._add_step(self.tr("亲属与执行人"), form.executor_fields(), self._kin)
        self._add_step(self.tr("家书"), form.letter_fields())
        statement = form.statement_fields(self._now)
        self._add_step(self.tr("见证"), statement, self._witnesses, signatures)

    def _add_step(
        self,
        title: str,
        sections: Sequence[Section],
        people: form.People | None = None,
        below: QWidget | None = None,
    ) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        if people is not None:
            layout.addWidget(people)
        for heading, fields in sections:
            label = QLabel(heading)
            label.setObjectName("section")
            layout.addWidget(label)
            layout.addLayout(form.grid(fields))
            for one in fields:
                self._fields[one.path] = one
                one.edited.connect(self.edited)
                one.left.connect(self.left)
                one.entered.connect(self._on)
        if below is not None:
            layout.addWidget(below)
        layout.addStretch(1)
        self.add_page(title, inner)

    def add_page(self, title: str, inner: QWidget) -> None:
        """One more step, whatever is on it."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(title)
        self.steps.addWidget(area)
        number = self.rail.count() + 1
        self.rail.addItem(f"{number}  {title}")
        keys = f"Alt+{number}"
        self.rail.item(number - 1).setToolTip(keys)
        turn = partial(self.rail.setCurrentRow, number - 1)
        QShortcut(QKeySequence(keys), self, activated=turn)  # type: ignore[call-overload]

    # -- the revision ----------------------------------------------------------------------------

    def show_revision(self, revision: Revision) -> None:
        """Put a revision into the controls; nothing is blamed yet."""
        for path, one in self._fields.items():
            one.set_value(form.read(revision, path))
            one.show_problem([])
        self._kin.show_rows(revision.kin, 1)
        self._witnesses.show_rows(revision.witnesses, 2)

    def show_normalised(self, revision: Revision) -> None:
        """What became of the short texts when they were brought into the form that is kept."""
        for path, one in self._fields.items():
            if not path.endswith(_LONG):
                one.set_value(form.read(revision, path))

    def collect(self, revision: Revision) -> bool:
        """Put what is typed into a revision; returns whether the consent is ticked."""
        for path, one in self._fields.items():
            if path != form.CONSENT:
                form.write(revision, path, one.value())
        revision.kin = self._kin.collect(revision.kin)
        revision.witnesses = self._witnesses.collect(revision.witnesses)
        return bool(self._fields[form.CONSENT].value())

    def set_open(self, open_: bool) -> None:
        """Open or close everything for typing."""
        for one in self._fields.values():
            one.set_enabled(open_)
        self._kin.set_enabled(open_)
        self._witnesses.set_enabled(open_)

    def suggest_region(self, region: str) -> None:
        """Offer what only follows from the number; it is kept once somebody confirmed it."""
        field = self._fields["volunteer.household_region"]
        assert isinstance(field, LineField), "a region is a line of text"
        origin = self.tr("按证件号码推断，请核对：对就按 Enter，不对请改，不清楚按 Tab")
        field.suggest(region, origin)

    def field(self, path: str) -> Field:
        """The field of a path that is there once."""
        return self._fields[path]

    def field_of(self, path: str) -> Field | None:
        """The field a rule speaks of, of whichever of the people."""
        if path in self._fields:
            return self._fields[path]
        head, _, rest = path.partition(".")
        index, _, name = rest.partition(".")
        people = {"kin": self._kin, "witnesses": self._witnesses}.get(head)
        if people is None:
            return None
        if not index.isdigit():
            return people.field_at(0, "name")
        return people.field_at(int(index), name or "name")

    def show_problems(self, found: Sequence[Problem], only: Collection[str] | None = None) -> None:
        """Put each problem beside its field; ``only``: of those paths, where it is given."""
        beside: dict[Field, list[Problem]] = {}
        for problem in found:
            one = self.field_of(problem.path)
            if one is not None and (only is None or one.path in only):
                beside.setdefault(one, []).append(problem)
        everywhere = [*self._fields.values(), *self._kin.fields(), *self._witnesses.fields()]
        for one in everywhere:
            of_one = beside.get(one, [])
            one.show_problem([said(p) for p in of_one], warning=all(p.warning for p in of_one))

    # -- the way through -------------------------------------------------------------------------

    def jump(self, path: str) -> None:
        """To the field a rule speaks of, on whichever step."""
        one = self.field_of(path)
        for number in range(self.steps.count()):
            if one is not None and self._step(number).isAncestorOf(one):
                self.rail.setCurrentRow(number)
                one.take_focus()

    def place(self) -> str:
        """Where somebody is, to be kept with what is typed: the step and the field."""
        at: QWidget | None = self.window().focusWidget()
        while at is not None and not isinstance(at, Field):
            at = at.parentWidget()
        row = self.rail.currentRow()
        if at is None or not self._step(row).isAncestorOf(at):
            return str(row)
        people = next((p for p in (self._kin, self._witnesses) if p.isAncestorOf(at)), None)
        return f"{row} {at.path if people is None else people.path_of(at)}"

    def turn_to(self, place: str) -> None:
        """The step of a place that was kept."""
        step = place.partition(" ")[0]
        self.rail.setCurrentRow(int(step) if step.isdigit() else 0)

    def go_on(self, place: str) -> str:
        """Back to the field of a place, or the first that asks for something on its step; returns
        what the field is called."""
        self.turn_to(place)
        row, path = self.rail.currentRow(), place.partition(" ")[2]
        fields = self._step(row).findChildren(Field)
        left = self.field_of(path)
        wanted = [*(one for one in fields if one is left), *self._asked(row), *fields]
        if not wanted:
            self.last.setFocus()
            return ""
        wanted[0].take_focus()
        area = self.steps.widget(row)
        assert isinstance(area, QScrollArea), "add_page made it one"
        area.ensureWidgetVisible(wanted[0])
        return wanted[0].label

    def go(self, by: int) -> None:
        """So many steps on, to the first field there that asks for something."""
        row = max(0, min(self.steps.count() - 1, self.rail.currentRow() + by))
        self.rail.setCurrentRow(row)
        asked = self._asked(row)
        if asked:
            asked[0].take_focus()
        elif row == self.steps.count() - 1:
            self.last.setFocus()
        elif by > 0:
            self.go(by)

    def _step(self, number: int) -> QWidget:
        step = self.steps.widget(number)
        assert step is not None, "every step has its page"
        return step

    def _asked(self, number: int) -> list[Field]:
        """The fields of a step that still ask for something, in their order."""
        step = self._step(number)
        return [one for one in step.findChildren(Field) if one.asks() and one.isVisibleTo(step)]

    def _on(self, here: Field) -> None:
        """Enter: to the next field that asks for something, on this step or a later one."""
        row = self.rail.currentRow()
        order = self._step(row).findChildren(Field)
        # The page may have been turned, and the keyboard not yet have followed.
        at = order.index(here) if here in order else -1
        later = [one for one in self._asked(row) if order.index(one) > at]
        if later:
            later[0].take_focus()
        else:
            self.go(1)
