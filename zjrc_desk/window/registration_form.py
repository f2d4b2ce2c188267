"""The steps of a registration: their fields, the rail beside them, and the way through by Enter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from zjrc_desk.registry.rules import Problem
from zjrc_desk.registry.tables import Kin, Revision, Witness
from zjrc_desk.window import form
from zjrc_desk.window.controls import LineField
from zjrc_desk.window.field import Field
from zjrc_desk.window.form_step import FormStep, Section, StepArea
from zjrc_desk.window.rail import Rail
from zjrc_desk.window.reading_order import put_in_order


class RegistrationForm(QWidget):
    """All fields of a registration, step by step.

    ``edited``: something was typed; ``left``: a field's path, when the person goes on; ``shown``:
    the number of the step that is shown now.
    """

    edited = Signal()
    left = Signal(str)
    shown = Signal(int)

    def __init__(self, now: Callable[[], datetime], current: Callable[[], Revision]) -> None:
        """``current``: gives the revision on the form."""
        super().__init__()
        self._now, self._current = now, current
        self._steps: list[FormStep] = []
        self._region = ""
        self.rail = Rail(self.tr("登记步骤"))
        self.steps = QStackedWidget()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rail)
        layout.addWidget(self.steps, 1)
        self.rail.currentRowChanged.connect(self._turn)

    def add_all(self, person: Callable[[], QWidget], signatures: Callable[[], QWidget]) -> None:
        """The steps with fields; ``person`` stands below the volunteer's, ``signatures`` below
        the witnesses'."""
        self._volunteer = self._add(self.tr("志愿者"), form.volunteer_fields, below=person)
        self._volunteer.filled.connect(self._offer_region)
        self._intention = self._add(self.tr("意愿"), form.intention_fields)
        self._add(self.tr("亲属与执行人"), form.executor_fields, self._kin)
        self._add(self.tr("家书"), form.letter_fields)
        statement = partial(form.statement_fields, self._now)
        self._add(self.tr("见证"), statement, self._witnesses, signatures)

    def _kin(self) -> form.People:
        words = self.tr("近亲属"), self.tr("再加一位亲属")
        return form.People("kin", *words, form.kin_fields, Kin, least=1, most=8)

    def _witnesses(self) -> form.People:
        words = self.tr("见证人"), self.tr("再加一位见证人")
        return form.People("witnesses", *words, form.witness_fields, Witness, least=2, most=4)

    def _add(
        self,
        title: str,
        sections: Callable[[], Sequence[Section]],
        people: Callable[[], form.People] | None = None,
        below: Callable[[], QWidget] | None = None,
    ) -> FormStep:
        step = FormStep(title, sections, self._current, people, below)
        step.edited.connect(self.edited)
        step.left.connect(self.left)
        step.entered.connect(self._on)
        self._steps.append(step)
        self.add_step(title, step)
        return step

    def add_step(self, title: str, step: StepArea) -> None:
        """One more step, whatever is on it."""
        self.steps.addWidget(step)
        step.arranged.connect(partial(self._put_in_order, step))
        number = self.rail.count() + 1
        self.rail.addItem(f"{number}  {title}")
        keys = f"Alt+{number}"
        self.rail.item(number - 1).setToolTip(keys)
        begin = partial(self._begin, number - 1)
        QShortcut(QKeySequence(keys), self, activated=begin)  # type: ignore[call-overload]

    def _put_in_order(self, step: StepArea) -> None:
        put_in_order(self.rail, step)

    def later(self) -> list[Callable[[], None]]:
        """What can be made while nobody waits for it, piece by piece."""
        return [self.step(number).make for number in range(self.steps.count())]

    # -- the revision ----------------------------------------------------------------------------

    def show_revision(self, place: str = "", *, from_top: bool) -> None:
        """There is another revision now, nothing is blamed yet; ``from_top``: of another person.

        ``place``: the step to turn to; ``shown`` is not said of it.
        """
        for one in self._steps:
            one.show_revision()
        if place:
            self.rail.blockSignals(True)
            self.turn_to(place)
            self.rail.blockSignals(False)
            self.steps.setCurrentIndex(self.rail.currentRow())
        for number in range(self.steps.count()) if from_top else ():
            self.step(number).from_top()
        if self.rail.currentRow() >= 0:
            self.step(self.rail.currentRow()).wake()

    def show_normalised(self) -> None:
        """What became of the short texts when they were brought into the form that is kept."""
        for one in self._steps:
            one.show_normalised()

    def collect(self) -> bool:
        """Put what is typed into the revision; returns whether the consent is ticked."""
        for one in self._steps:
            one.collect()
        if self._intention.is_awake():
            return bool(self.field(form.CONSENT).value())
        return bool(form.read(self._current(), form.CONSENT))

    def set_open(self, open_: bool) -> None:
        """Open or close everything for typing."""
        for one in self._steps:
            one.set_open(open_)

    def suggest_region(self, region: str) -> None:
        """Offer what only follows from the number; it is kept once somebody confirmed it."""
        self._region = region
        if self._volunteer.is_awake():
            self._offer_region()

    def _offer_region(self) -> None:
        field = self.field("volunteer.household_region")
        assert isinstance(field, LineField), "a region is a line of text"
        origin = self.tr("按证件号码推断，请核对：对就按 Enter，不对请改，不清楚按 Tab")
        field.suggest(self._region, origin)

    def field(self, path: str) -> Field:
        """The field of a path that is there once."""
        found = self.field_of(path)
        assert found is not None, path
        return found

    def field_of(self, path: str) -> Field | None:
        """The field a rule speaks of, of whichever of the people."""
        # What is filled already first: the others would be made for nothing.
        order = sorted(self._steps, key=lambda one: not one.is_awake())
        return next(filter(None, (one.field_of(path) for one in order)), None)

    def show_problems(self, found: Sequence[Problem], only: Collection[str] | None = None) -> None:
        """Put each problem beside its field; ``only``: of those paths, where it is given."""
        for one in self._steps:
            one.show_problems(found, only)

    # -- the way through -------------------------------------------------------------------------

    def _turn(self, row: int) -> None:
        self.step(row).wake()
        self.steps.setCurrentIndex(row)
        self.shown.emit(row)

    def _begin(self, row: int) -> None:
        """The cursor in the first field there that asks for something, or the first of all."""
        self.rail.setCurrentRow(row)
        step = self.step(row)
        wanted = [*self._asked(row), *step.fields()]
        (wanted[0] if wanted else step).take_focus()

    def jump(self, path: str) -> None:
        """To the field a rule speaks of, on whichever step."""
        one = self.field_of(path)
        for number in range(self.steps.count()):
            if one is not None and self.step(number).isAncestorOf(one):
                self.rail.setCurrentRow(number)
                one.take_focus()

    def place(self) -> str:
        """Where somebody is, to be kept with what is typed: the step and the field."""
        at: QWidget | None = self.window().focusWidget()
        while at is not None and not isinstance(at, Field):
            at = at.parentWidget()
        row = self.rail.currentRow()
        step = self.step(row)
        if at is None or not isinstance(step, FormStep) or not step.isAncestorOf(at):
            return str(row)
        return f"{row} {step.path_of(at)}"

    def turn_to(self, place: str) -> None:
        """The step of a place that was kept."""
        step = place.partition(" ")[0]
        self.rail.setCurrentRow(int(step) if step.isdigit() else 0)

    def go_on(self, place: str) -> str:
        """Back to the field of a place, or the first that asks for something on its step; returns
        what the field is called."""
        self.turn_to(place)
        row, path = self.rail.currentRow(), place.partition(" ")[2]
        step = self.step(row)
        fields = step.fields()
        left = step.field_of(path) if isinstance(step, FormStep) else None
        wanted = [*(one for one in fields if one is left), *self._asked(row), *fields]
        if not wanted:
            step.take_focus()
            return ""
        wanted[0].take_focus()
        return wanted[0].label

    def go(self, by: int) -> None:
        """So many steps on, to the first field there that asks for something."""
        row = max(0, min(self.steps.count() - 1, self.rail.currentRow() + by))
        self._begin(row)

    def _go_on(self) -> None:
        """To the next step where something is asked, or the last."""
        later = range(self.rail.currentRow() + 1, self.steps.count())
        self._begin(next((row for row in later if self._asked(row)), self.steps.count() - 1))

    def step(self, number: int) -> StepArea:
        """A step, counted from 0."""
        step = self.steps.widget(number)
        assert isinstance(step, StepArea), "add_step made it one"
        return step

    def _asked(self, number: int) -> list[Field]:
        """The fields of a step that still ask for something, in their order."""
        step = self.step(number)
        return [one for one in step.fields() if one.asks() and one.isVisibleTo(step)]

    def _on(self, here: Field) -> None:
        """Enter: to the next field that asks for something, on this step or a later one."""
        row = self.rail.currentRow()
        order = self.step(row).fields()
        # The page may have been turned, and the keyboard not yet have followed.
        at = order.index(here) if here in order else -1
        later = [one for one in self._asked(row) if order.index(one) > at]
        if later:
            later[0].take_focus()
        else:
            self._go_on()
