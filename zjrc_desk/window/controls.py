"""The controls of a form: each holds one value of a record, its label and what is wrong with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from zjrc_desk.registry.normalise import normalise_date
from zjrc_desk.registry.pinyin import found_by
from zjrc_desk.registry.vocabulary import Vocabulary
from zjrc_desk.window import theme
from zjrc_desk.window.day_calendar import Calendar
from zjrc_desk.window.field import Field
from zjrc_desk.window.flow import Columns
from zjrc_desk.window.hinted_line import HintedLine
from zjrc_desk.window.icons import icon
from zjrc_desk.window.language import tr
from zjrc_desk.window.suggest import Matching, Suggestions
from zjrc_desk.window.tick import Tick

#: Of a box with its word, at 100 %.
_BOX_WIDTH = 150


class LineField(Field):
    """One line of text; ``matching`` suggests how it may go on.

    A value that was only inferred (:meth:`suggest`) is shown as what it is, and is no value until
    a person takes it with Enter.
    """

    def __init__(
        self, path: str, label: str, hint: str = "", matching: Matching | None = None
    ) -> None:
        super().__init__(path, label, hint)
        self._suggested = ""
        self._look = (False, False)
        self._line = HintedLine(hint)
        self._line.textEdited.connect(self.edited)
        # A Chinese input method commits without a key; only what was committed counts.
        self._place(self._line)
        if matching is not None:
            suggestions = Suggestions(self._line, matching)
            suggestions.taken.connect(self._take)
        self._origin: QLabel | None = None
        self._line.textChanged.connect(lambda _text: self._show_suggested())

    def suggest(self, text: str, origin: str) -> None:
        """Offer ``text`` where nothing is entered, and say where it comes from; empty: no more."""
        self._suggested = text
        if self._origin is None:
            if not text:
                return
            self._origin = QLabel(self)
            self._origin.setWordWrap(True)
            self._put_below(self._origin, "hint")
        self._origin.setText(origin)
        self._show_suggested()

    def _show_suggested(self) -> None:
        shown = self._suggested if not self._line.text() else ""
        # How to fill it helps nobody who can't.
        hint = "" if self._line.isReadOnly() else self._hint
        self._line.setPlaceholderText(shown or hint)
        origin = self._origin.text() if self._origin is not None else ""
        suggested = tr("{shown}。{origin}").format(shown=shown, origin=origin)
        self._line.setAccessibleDescription(suggested if shown else self._hint or self._how())
        look = (bool(shown), self._line.isReadOnly())
        if look != self._look:
            self._look = look
            self._line.setProperty("suggested", bool(shown))
            self._line.style().polish(self._line)
        if self._origin is not None:
            self._origin.setVisible(bool(shown))

    def asks(self) -> bool:
        return super().asks() or bool(self._suggested and not self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter in a field that shows a suggestion takes it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self._suggested
            and not self._line.text()
            and not self._line.isReadOnly()
        ):
            self._take(self._suggested)
            return True
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        self._line.setText(text)
        self.edited.emit()
        self.entered.emit(self)

    def value(self) -> str:
        return self._line.text()

    def set_value(self, value: Any) -> None:
        if self._line.text() != value:
            self._line.setText(value)

    def set_enabled(self, enabled: bool) -> None:
        self._line.setReadOnly(not enabled)
        self._show_suggested()


class DateField(LineField):
    """A day: typed (19410704, 1941-7-4) or picked from a calendar (Alt+Down)."""

    def __init__(self, path: str, label: str, hint: str = "") -> None:
        super().__init__(path, label, hint)
        pick = self._line.addAction(
            icon("calendar", "quiet"), QLineEdit.ActionPosition.TrailingPosition
        )
        pick.setText(self.tr("选日期"))
        pick.triggered.connect(self._pick)
        self._shortcut = QShortcut(QKeySequence("Alt+Down"), self._line, activated=self._pick)  # type: ignore[call-overload]
        self._shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _pick(self) -> None:
        if self._line.isReadOnly():
            return
        calendar = Calendar(self)
        shown = QDate.fromString(normalise_date(self._line.text()), "yyyy-MM-dd")
        calendar.setSelectedDate(shown if shown.isValid() else QDate.currentDate())
        calendar.activated.connect(self._picked)
        calendar.activated.connect(calendar.close)
        calendar.open_below(self._line)

    def _picked(self, day: QDate) -> None:
        self._line.setText(day.toString("yyyy-MM-dd"))
        self.edited.emit()
        self.entered.emit(self)


class TextField(Field):
    """Several lines of text."""

    def __init__(self, path: str, label: str, hint: str = "", height: int = 110) -> None:
        super().__init__(path, label, hint)
        self._text = QPlainTextEdit()
        self._text.setPlaceholderText(hint)
        self._text.setMinimumHeight(height)
        self._text.setTabChangesFocus(True)
        self._known = ""
        self._text.textChanged.connect(self._changed)
        self._place(self._text)

    def _changed(self) -> None:
        """Also called for what an input method composes, which is no text of ours yet."""
        text = self._text.toPlainText()
        if text != self._known:
            self._known = text
            self.edited.emit()

    def value(self) -> str:
        return self._text.toPlainText()

    def set_value(self, value: Any) -> None:
        if self._text.toPlainText() != value:
            self._text.blockSignals(True)
            self._text.setPlainText(value)
            self._text.blockSignals(False)
            self._known = self._text.toPlainText()

    def set_enabled(self, enabled: bool) -> None:
        self._text.setReadOnly(not enabled)
        self._text.style().polish(self._text)


class ChoiceField(Field):
    """One value of a closed list: chosen, or found by a part of its label or its initials.

    A text outside the list is kept as typed, so that nothing is lost; the rules refuse it later.
    """

    def __init__(self, path: str, label: str, vocabulary: Vocabulary, hint: str = "") -> None:
        super().__init__(path, label, hint)
        self._vocabulary = vocabulary
        self._box = QComboBox()
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # As wide as the form has room for, not as its longest choice.
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(6)
        self._box.addItem("")
        self._box.addItems(self._labels())
        self._box.editTextChanged.connect(self.edited)
        line = self._box.lineEdit()
        assert line is not None, "an editable box has a line"
        # Both are kept: the line is the box's, and Python's half of it, with all that hangs on
        # that, would go when Python looks for garbage.
        self._edit, self._suggestions = line, Suggestions(line, self._matching)
        self._box.setCompleter(None)  # type: ignore[arg-type]
        self._suggestions.taken.connect(self._take)
        self._place(self._box, line)
        # The box has the keyboard, and hands keys to its line past the line's filter.
        self._box.installEventFilter(self)
        self._box.setAccessibleName(label)

    def _matching(self, typed: str) -> list[str]:
        known = zip(self._vocabulary.labels.values(), self._labels(), strict=True)
        return [
            shown
            for label, shown in known
            if found_by(label, typed) or typed.casefold() in shown.casefold()
        ]

    def _shown(self, label: str) -> str:
        """A label as it is shown: in the window's language."""
        return tr(label)

    def _labels(self) -> list[str]:
        return [self._shown(label) for label in self._vocabulary.labels.values()]

    def _take(self, label: str) -> None:
        self._box.setCurrentText(label)
        self.entered.emit(self)

    def value(self) -> str:
        text = self._box.currentText()
        shown = dict(zip(self._labels(), self._vocabulary.labels, strict=True))
        return shown.get(text) or self._vocabulary.value(text)

    def set_value(self, value: Any) -> None:
        known = value in self._vocabulary
        label = self._shown(self._vocabulary.label(value)) if known else value
        if self._box.currentText() != label:
            self._box.blockSignals(True)
            self._box.setCurrentText(label)
            self._box.blockSignals(False)

    def set_enabled(self, enabled: bool) -> None:
        self._box.setEnabled(enabled)


class ChecksField(Field):
    """Any of a closed list, each with its box; the value is a list of values.

    A box has a number; that key ticks it, so that a typist needs neither mouse nor Tab.
    """

    def __init__(self, path: str, label: str, vocabulary: Vocabulary, columns: int = 3) -> None:
        super().__init__(path, label)
        self._boxes: dict[str, Tick] = {}
        self._unknown: list[str] = []
        holder = QWidget()
        grid = Columns(columns, lambda: theme.px(_BOX_WIDTH))
        holder.setLayout(grid)
        for number, (value, label) in enumerate(vocabulary.labels.items()):
            text = tr(label)
            box = Tick(f"{number + 1} {text}")
            box.setAccessibleName(text)
            box.setObjectName(f"{path}:{value}")
            box.toggled.connect(self.edited)
            box.toggled.connect(lambda _on: self.left.emit(self.path))
            box.installEventFilter(self)
            grid.addWidget(box)
            self._boxes[value] = box
        self._place(holder)
        self._caption.setBuddy(next(iter(self._boxes.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A digit ticks the box of that number."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            number = event.text()
            if number.isdecimal() and 1 <= int(number) <= len(self._boxes):
                box = list(self._boxes.values())[int(number) - 1]
                if box.isEnabled():
                    box.toggle()
                    box.setFocus()
                return True
        return super().eventFilter(watched, event)

    def value(self) -> list[str]:
        return [value for value, box in self._boxes.items() if box.isChecked()] + self._unknown

    def set_value(self, value: Any) -> None:
        self._unknown = [one for one in value if one not in self._boxes]
        for one, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(one in value)
            box.blockSignals(False)

    def set_enabled(self, enabled: bool) -> None:
        for box in self._boxes.values():
            box.setEnabled(enabled)


class TickField(Field):
    """Yes or no, as one box with its sentence."""

    def __init__(self, path: str, label: str, sentence: str = "") -> None:
        super().__init__(path, label)
        self._box = Tick(sentence or label)
        self._box.toggled.connect(self.edited)
        self._box.toggled.connect(lambda _on: self.left.emit(self.path))
        self._place(self._box)
        self._caption.hide()

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        self._box.blockSignals(True)
        self._box.setChecked(bool(value))
        self._box.blockSignals(False)

    def set_enabled(self, enabled: bool) -> None:
        self._box.setEnabled(enabled)
