"""What nobody foresaw in a slot: log it, say it calmly in its place, keep what is typed."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, qVersion
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import isValid

from zjrc_desk.registry.journal import crash
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD, Banner, unforeseen_words


class Unforeseen(QObject):
    """Of one window, as long as it is there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._telling = False
        self._box: QMessageBox | None = None

    def catch(self) -> None:
        """From now on every such error comes here."""
        sys.excepthook = self._report

    def _report(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        place = self._in_front()
        crash(error, page=type(place).__name__, qt=qVersion())
        if self._telling:
            # In saying the one before: said once more it would never end.
            return
        self._telling = True
        try:
            self._say(place)
        finally:
            self._telling = False
        # Not within the slot that failed.
        QTimer.singleShot(0, self, self._keep)

    def _say(self, place: QWidget | None) -> None:
        said = unforeseen_words()
        banner = getattr(place, "banner", None)
        if isinstance(banner, Banner):
            banner.say(said, BAD)
        elif self._box is None or not isValid(self._box) or not self._box.isVisible():
            title = self._window.windowTitle()
            box = self._box = QMessageBox(QMessageBox.Icon.Warning, title, said, parent=place)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()

    def _keep(self) -> None:
        try:
            if self._window.workspace is not None:
                self._window.workspace.keep()
        except Exception as error:  # noqa: BLE001 - said already; a loop of it helps nobody
            crash(error)

    def _in_front(self) -> QWidget | None:
        """Where the person looks: a dialog, the page, or the sheet before signing in."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            return dialog
        window = self._window
        return window.centralWidget() if window.workspace is None else window.workspace.current()
