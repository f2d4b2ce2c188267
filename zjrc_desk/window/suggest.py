"""Suggestions under a line while one types: a few letters and Enter instead of a whole name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from zjrc_desk.window import theme

Matching = Callable[[str], list[str]]
_TAKING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Suggestions(QCompleter):
    """Offers what ``matching`` finds; the first is marked, so that Enter or Tab takes it.

    ``taken`` gives the text that was chosen; the field puts it into its line.
    """

    taken = Signal(str)

    def __init__(self, line: QLineEdit, matching: Matching) -> None:
        super().__init__(line)
        #: Made with the first suggestion: in most lines nobody ever needs one.
        self._popup: QListView | None = None
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
            if self._popup is not None:
                self._popup.hide()
            return
        if self._popup is None:
            self._popup = self._make_popup()
        self._offered.setStringList(found)
        self.complete()
        self._popup.setCurrentIndex(self.completionModel().index(0, 0))

    def _make_popup(self) -> QListView:
        popup = QListView()
        popup.setObjectName("suggestions")
        self.setPopup(popup)
        # Qt makes it a window without a parent, which would have no look.
        theme.dress(popup)
        return popup

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tab takes the marked line as Enter does; Qt itself would leave what was typed."""
        if (
            # Qt may ask while it takes the object apart: then nothing of ours is there any more.
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _TAKING_KEYS
            and self._popup is not None
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
