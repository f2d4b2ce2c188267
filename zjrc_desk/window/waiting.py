"""What is shown while work goes on: what it is, how far, how long still, and how to stop it."""

from __future__ import annotations

import math
import time
from threading import Event

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from zjrc_desk.window.language import tr
from zjrc_desk.window.page import button

#: What is done sooner than this shows no dialog, only to take it away again.
PATIENCE_MS = 400
#: Between two looks at how far the work is.
_LOOK_MS = 40
#: How fast it goes is not known before; a number that changes more often can't be read either.
_SECOND = 1.0
_MINUTES_FROM = 100


class CancelledError(Exception):
    """The person took the work back; whatever it did so far is undone by its transaction."""


class Pace:
    """How long work still takes, by how fast it went so far."""

    def __init__(self) -> None:
        self._total = self._from = self._last = 0
        self._since = self._told = 0.0
        self._left = ""

    def left(self, done: int, total: int, now: float) -> str:
        """In words; empty while it is not known."""
        if total != self._total or done < self._last:
            # Another part of the work, with another pace.
            self._total, self._from, self._since, self._told, self._left = total, done, now, now, ""
        self._last = done
        if total and done > self._from and now - self._told >= _SECOND:
            self._told = now
            self._left = left_words((now - self._since) * (total - done) / (done - self._from))
        return self._left


def left_words(seconds: float) -> str:
    """How long something still takes."""
    if seconds < _MINUTES_FROM:
        return tr("还需约 {n} 秒").format(n=max(1, math.ceil(seconds)))
    return tr("还需约 {n} 分钟").format(n=math.ceil(seconds / 60))


class Waiting(QDialog):
    """Keeps the rest of the window still while work goes on in another thread; appears only when it
    takes a while.  The work calls what is marked so; it touches no widget.
    """

    appeared = Signal()

    def __init__(
        self,
        text: str,
        parent: QWidget,
        *,
        stop: str = "",
        reading: str = "",
        counts: bool = False,
        patience_ms: int | None = None,
    ) -> None:
        """``reading`` is said while the end is not known; without ``stop`` there is no button;
        ``counts``: in a unit that says something to a person; it appears after ``patience_ms``.
        """
        super().__init__(parent)
        self.setWindowTitle(text)
        self.setAccessibleName(text)
        self.setModal(True)
        self.setMinimumWidth(420)
        self._texts, self._counts = (reading or text, text), counts
        self._cancelled = Event()
        self._at = (0, 0)
        self._pace = Pace()
        self.label, self.left = QLabel(self._texts[0]), QLabel()
        self.left.setObjectName("quiet")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(text)
        self.stop = button(stop, self.reject, "Esc")
        self.stop.setMinimumHeight(40)
        self.stop.setEnabled(bool(stop))
        layout = QVBoxLayout(self)
        for widget in (self.label, self.bar, self.left, self.stop):
            layout.addWidget(widget)
        self.stop.setVisible(bool(stop))
        self._look = QTimer(self)
        self._look.timeout.connect(self._show_state)
        self._look.start(_LOOK_MS)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._appear)
        self._patience.start(PATIENCE_MS if patience_ms is None else patience_ms)

    def progress(self, done: int, total: int) -> None:
        """For a use case, in its thread; ``total`` 0: not known yet."""
        self._at = (done, total)

    def cancelled(self) -> bool:
        """For a use case, in its thread: whether the button (or Esc) was pressed."""
        return self._cancelled.is_set()

    def or_cancelled(self, done: int, total: int) -> None:
        """As :meth:`progress`, for work that leaves nothing half done when it is stopped: raises
        CancelledError once the button was pressed."""
        self.progress(done, total)
        if self.cancelled():
            raise CancelledError

    def _appear(self) -> None:
        self._show_state()
        self.open()
        self.appeared.emit()

    def _show_state(self) -> None:
        if self.cancelled():
            return
        # Looked at from here, so that work in small pieces does not flood the window with news.
        done, total = self._at
        said = self._texts[bool(total)]
        if self._counts and (done or total):
            said += f" {done}/{total}" if total else f" {done}"
        self.label.setText(said)
        # A busy bar where the end is not known.  Per cent, as bytes may be more than Qt can count.
        self.bar.setRange(0, 100 if total else 0)
        if total:
            self.bar.setValue(100 * done // total)
        self.left.setText(self._pace.left(done, total, time.monotonic()))

    def reject(self) -> None:
        """Stop: the work ends at its next piece, and nothing else can be done before."""
        if self.stop.isEnabled():
            self._cancelled.set()
            self.stop.setEnabled(False)
            self.label.setText(self.tr("正在停止…"))
            self.left.clear()

    def end(self) -> None:
        """The work is done."""
        self._patience.stop()
        self._look.stop()
        self.done(0)
        self.deleteLater()
