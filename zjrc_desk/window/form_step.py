"""A step of the registration's form, made and filled when somebody wants it.

All steps at once are some 700 controls: a tenth of a second to make, and half of that again for
each registration that is opened, of which one step is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from zjrc_desk.registry.rules import Problem
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window import form
from zjrc_desk.window.field import Field
from zjrc_desk.window.language import said

#: Fields of long text are never written anew while somebody types; nothing in them is normalised.
_LONG = ("family_letter", "staff_notes", "volunteer_words")
Section = tuple[str, list[Field]]


class StepArea(QScrollArea):
    """Room for a step; ``lay_out`` gives what is on it when it is first wanted.

    ``arranged``: there is something on it that was not there before.
    """

    arranged = Signal()

    def __init__(
        self,
        title: str,
        lay_out: Callable[[], QWidget],
        begin: Callable[[], None] = lambda: None,
    ) -> None:
        """``begin`` puts the cursor somewhere, where no field is asked."""
        super().__init__()
        self._lay_out, self.take_focus = lay_out, begin
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)

    def from_top(self) -> None:
        """Another registration is read from its beginning."""
        self.verticalScrollBar().setValue(0)

    def is_made(self) -> bool:
        """Whether anybody wanted it yet."""
        return self.widget() is not None

    def make(self) -> None:
        """Put on it what belongs there."""
        if not self.is_made():
            self.setWidget(self._lay_out())
            self.arranged.emit()

    def wake(self) -> None:
        """Somebody looks at it."""
        self.make()

    def fields(self) -> list[Field]:
        """What is asked on it, in the order of the keyboard."""
        self.wake()
        return self.findChildren(Field)


class FormStep(StepArea):
    """Fields under their headings, and perhaps several people above them.

    It is filled when somebody looks at it.  Until then what is in its controls is nobody's, and
    what belongs to it stays in the revision as it is.
    """

    edited = Signal()
    left = Signal(str)
    entered = Signal(QWidget)
    #: It was filled anew.
    filled = Signal()

    def __init__(
        self,
        title: str,
        sections: Callable[[], Sequence[Section]],
        current: Callable[[], Revision],
        people: Callable[[], form.People] | None = None,
        below: Callable[[], QWidget] | None = None,
    ) -> None:
        """``current`` gives the revision on the form; ``below`` what stands under the sections."""
        super().__init__(title, self._laid_out)
        self._sections, self._current = sections, current
        self._make_people, self._below = people, below
        self._people: form.People | None = None
        self._own: dict[str, Field] = {}
        self._stale, self._open = True, True
        self._found: Sequence[Problem] = ()

    def _laid_out(self) -> QWidget:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        if self._make_people is not None:
            self._people = self._make_people()
            layout.addWidget(self._people)
            self._hear(self._people)
            self._people.grown.connect(self.arranged)
        for heading, fields in self._sections():
            label = QLabel(heading)
            label.setObjectName("section")
            layout.addWidget(label)
            layout.addLayout(form.grid(fields))
            for one in fields:
                self._own[one.path] = one
                self._hear(one)
        if self._below is not None:
            layout.addWidget(self._below())
        layout.addStretch(1)
        return inner

    def _hear(self, one: Field | form.People) -> None:
        one.edited.connect(self.edited)
        one.left.connect(self._left)
        one.entered.connect(self.entered)

    def _left(self, path: str) -> None:
        # The focus goes out of the field of the one before only after the next one is there.
        if self.is_awake():
            self.left.emit(path)

    # -- the revision ----------------------------------------------------------------------------

    def is_awake(self) -> bool:
        """Whether what is in its controls belongs to the revision on the form."""
        return self.is_made() and not self._stale

    def show_revision(self) -> None:
        """There is another revision on the form; nothing is blamed yet."""
        self._stale, self._found = True, ()

    def wake(self) -> None:
        if self.is_awake():
            return
        self.make()
        self._stale = False
        revision = self._current()
        for path, one in self._own.items():
            one.set_value(form.read(revision, path))
        if self._people is not None:
            self._people.show_rows(getattr(revision, self._people.kind))
        self._show_open()
        self.show_problems(self._found)
        self.filled.emit()

    def show_normalised(self) -> None:
        """What became of the short texts when they were brought into the form that is kept."""
        if self.is_awake():
            for path, one in self._own.items():
                if not path.endswith(_LONG):
                    one.set_value(form.read(self._current(), path))

    def collect(self) -> None:
        """Put what is typed into the revision, but for the consent: that is not the form's."""
        if not self.is_awake():
            return
        revision = self._current()
        for path, one in self._own.items():
            if path != form.CONSENT:
                form.write(revision, path, one.value())
        if self._people is not None:
            kind = self._people.kind
            setattr(revision, kind, self._people.collect(getattr(revision, kind)))

    def set_open(self, open_: bool) -> None:
        """Open or close it for typing."""
        self._open = open_
        if self.is_awake():
            self._show_open()

    def _show_open(self) -> None:
        for one in self._own.values():
            one.set_enabled(self._open)
        if self._people is not None:
            self._people.set_enabled(self._open)

    # -- its fields ------------------------------------------------------------------------------

    def field_of(self, path: str) -> Field | None:
        """The field a rule speaks of, of whichever of the people; None where it is elsewhere."""
        self.wake()
        if path in self._own or self._people is None:
            return self._own.get(path)
        kind, _, rest = path.partition(".")
        index, _, name = rest.partition(".")
        if kind != self._people.kind:
            return None
        if not index.isdigit():
            return self._people.field_at(0, "name")
        return self._people.field_at(int(index), name or "name")

    def path_of(self, field: Field) -> str:
        """The path by which :meth:`field_of` finds a field of this step."""
        people = self._people
        return people.path_of(field) if people and people.isAncestorOf(field) else field.path

    def show_problems(self, found: Sequence[Problem], only: Collection[str] | None = None) -> None:
        """Put each problem of this step beside its field; ``only``: of those paths, if given."""
        if not self.is_awake():
            # Of what nobody has looked at yet, nobody has left a field either; what was found by a
            # review may be mended by what was typed elsewhere since.
            if only is None or self._found:
                self._found = found
            return
        beside: dict[Field, list[Problem]] = {}
        for problem in found:
            one = self.field_of(problem.path)
            if one is not None and (only is None or one.path in only):
                beside.setdefault(one, []).append(problem)
        people = self._people.fields() if self._people is not None else []
        for one in (*self._own.values(), *people):
            of_one = beside.get(one, [])
            one.show_problem([said(p) for p in of_one], warning=all(p.warning for p in of_one))
