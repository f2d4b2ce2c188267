"""Suggestions under a line while one types: a few letters and Enter instead of a whole name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

Matching = Callable[[str], list[str]]
_TAKING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Suggestions(QCompleter):
    """Offers what ``matching`` finds; the first is marked, so that Enter or Tab takes it.

    ``taken`` gives the text that was chosen; the field puts it into its line.
    """

    taken = Signal(str)

    def __init__(self, line: QLineEdit, matching: Matching) -> None:
        super().__init__(line)
        self._popup = QListView()
        self._popup.setObjectName("suggestions")
        self.setPopup(self._popup)
        self._matching = matching
        self._offered = QStringListModel(self)
        self.setModel(self._offered)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # Not the line's own completer: that would ask again after each key and unmark the first.
        self.setWidget(line)
        self.activated.connect(self.taken)
        line.textEdited.connect(self._typed)

    def _typed(self, text: str) -> None:
        words = text.strip()
        found = self._matching(words) if words else []
        if not found or found == [words]:
            self._offered.setStringList([])
            self._popup.hide()
            return
        self._offered.setStringList(found)
        self.complete()
        self._popup.setCurrentIndex(self.completionModel().index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tab takes the marked line as Enter does; Qt itself would leave what was typed."""
        if (
            # Qt may ask while it takes the object apart: then nothing of ours is there any more.
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TAKING_KEYS
            and watched is self._popup
            and self._popup.currentIndex().isValid()
        ):
            chosen = str(self._popup.currentIndex().data())
            self._popup.hide()
            # Where the list was activated with the keyboard, the next field would not get it.
            if not self.widget().isActiveWindow():
                self.widget().activateWindow()
            self.taken.emit(chosen)
            return True
        return super().eventFilter(watched, event)
