"""What every field of a form has: its label, its control, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from zjrc_desk.window.marked import BAD, WARN, Marked
from zjrc_desk.window.reading_order import bring_into_sight


class Field(QWidget):
    """A label, a control and the place for its problem.

    ``path`` is that of the rules (``volunteer.name``); the control's objectName is the path too.
    ``edited``: something was typed; ``left``: the person went on to the next control; ``entered``:
    Enter was pressed in this field.  Enter passes over fields that are seldom filled (``seldom``).
    """

    edited = Signal()
    left = Signal(str)
    entered = Signal(QWidget)
    seldom = False

    def __init__(self, path: str, label: str, hint: str = "") -> None:
        super().__init__()
        self.path = path
        self.label = label
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(3)
        self._caption = QLabel(label)
        self._control: QWidget = self
        #: Made when there is one: few fields ever have any.
        self._problem: Marked | None = None
        self._hint = hint

    def _place(self, control: QWidget, named: QWidget | None = None) -> None:
        named = named or control
        named.setObjectName(self.path)
        named.setAccessibleName(self.label)
        named.setAccessibleDescription(self._hint or self._how())
        named.setToolTip(self._hint)
        named.installEventFilter(self)
        self._caption.setBuddy(named)
        self._control = control
        self._layout.addWidget(self._caption)
        self._layout.addWidget(control)

    def _how(self) -> str:
        """For a screen reader, where there is nothing to say on this field alone."""
        return self.tr("按 Enter 到下一项")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say when the control is left, and when Enter wants to go on."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            # A list that pops up borrows the keyboard; nothing is left by that.
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left.emit(self.path)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not isinstance(watched, QPlainTextEdit):
                self.entered.emit(self)
                return True
        return super().eventFilter(watched, event)

    def show_problem(self, sentences: Sequence[str], *, warning: bool = False) -> None:
        """Put what is wrong beside the field; nothing clears it."""
        if self._problem is None:
            if not sentences:
                return
            self._problem = Marked(BAD, self)
            self._put_below(self._problem, "problem")
        self._problem.setText("\n".join(sentences))
        self._problem.set_mood(WARN if warning else BAD, "hint" if warning else "problem")
        self._problem.setVisible(bool(sentences))

    def problem(self) -> str:
        """What stands beside the field now."""
        if self._problem is None or self._problem.isHidden():
            return ""
        return self._problem.text()

    def _put_below(self, words: QLabel, style: str) -> None:
        """Words right below the control, hidden until there are any."""
        words.setObjectName(style)
        words.hide()
        self._layout.insertWidget(self._layout.indexOf(self._control) + 1, words)

    def value(self) -> Any:
        """The value as it is kept."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a kept value; does not count as typing."""
        raise NotImplementedError

    def set_enabled(self, enabled: bool) -> None:
        """Open or close the control for typing; what it shows stays readable."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Put the cursor into the next control."""
        self.focusNextChild()

    def asks(self) -> bool:
        """Whether Enter stops here: nothing is entered yet, and usually something is."""
        return not self.seldom and not self.value()

    def take_focus(self) -> None:
        """Put the cursor here, and the field where it is seen."""
        buddy = self._caption.buddy()
        if buddy is None:
            return
        buddy.setFocus()
        bring_into_sight(self)
        # Of a field higher than the room there is, where the cursor is.
        bring_into_sight(buddy)
