"""Work that may take long: how far it is, and a button to stop it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget

from zjrc_desk.window.background import CancelledError

_SHOWN_AFTER = 0.4
_BETWEEN = 0.04


class LongWork:
    """For a use case's ``progress`` and ``cancelled``; appears only when it takes a while."""

    def __init__(self, parent: QWidget, reading: str, working: str, stop: str = "") -> None:
        """``reading`` is said while the end is not known; without ``stop`` there is no button."""
        self._texts = (reading, working)
        self._started = self._drawn = time.monotonic()
        self._dialog = QProgressDialog(parent)
        self._dialog.setWindowTitle(working)
        self._dialog.setAccessibleName(working)
        # Nothing else of the window may be used meanwhile.
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumWidth(420)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)
        # It is shown by this class, after a moment that does not depend on a guess.
        self._dialog.setMinimumDuration(2**30)
        self._button = QPushButton(stop)
        self._button.setMinimumHeight(40)
        self._dialog.setCancelButton(self._button if stop else None)

    def progress(self, done: int, total: int) -> None:
        """``total`` 0: not known yet."""
        now = time.monotonic()
        if now - self._drawn < _BETWEEN:
            return
        self._drawn = now
        if self._dialog.isHidden() and not self.cancelled() and now - self._started > _SHOWN_AFTER:
            self._dialog.show()
        self._dialog.setLabelText(
            f"{self._texts[1]} {done}/{total}" if total else f"{self._texts[0]} {done or ''}"
        )
        self._dialog.setMaximum(total)
        self._dialog.setValue(done)
        flags = QEventLoop.ProcessEventsFlag.AllEvents
        if self._dialog.isHidden():
            flags = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
        QApplication.processEvents(flags)

    def or_cancelled(self, done: int, total: int) -> None:
        """As :meth:`progress`, for work that leaves nothing behind when it is stopped: raises
        CancelledError once the button was pressed."""
        self.progress(done, total)
        if self.cancelled():
            raise CancelledError

    def cancelled(self) -> bool:
        """Whether the button (or Esc) was pressed."""
        return self._dialog.wasCanceled()

    def close(self) -> None:
        """Take it away."""
        self._dialog.close()
        self._dialog.deleteLater()


@contextmanager
def long_work(parent: QWidget, reading: str, working: str, stop: str = "") -> Iterator[LongWork]:
    """A :class:`LongWork` for the time of the block."""
    work = LongWork(parent, reading, working, stop)
    try:
        yield work
    finally:
        work.close()
