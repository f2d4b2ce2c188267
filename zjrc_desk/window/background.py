"""Work that takes longer than a blink, done beside the window; one thing after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from zjrc_desk.window.page import button

#: What is done sooner than this shows no dialog, only to take it away again.
_PATIENCE_MS = 300

Then = Callable[[Future[Any]], object]


class CancelledError(Exception):
    """The person took the work back; whatever it did so far is undone by its transaction."""


class Background(QObject):
    """A thread for the work of one page; ``then`` is called in the window's own thread."""

    _ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._then: dict[Future[Any], Then] = {}
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], Any], then: Then, *, patience: float = 0) -> None:
        """Do ``work`` when what was asked for before is done; ``then`` gets its outcome.

        ``patience``: seconds it is waited for here; what takes less is shown at once.
        """
        future = self._pool.submit(work)
        self._then[future] = then
        future.add_done_callback(self._ended.emit)
        if patience and wait([future], patience).done:
            self._end(future)

    def _end(self, done: Future[Any]) -> None:
        then = self._then.pop(done, None)
        if then is not None:
            then(done)

    def finish(self) -> None:
        """Wait until all is done and said, for the store may be closed next.

        Left to Qt's queue, an outcome would be taken after that, and open the store once more.
        """
        while self._then:
            done = next(iter(self._then))
            wait([done])
            self._end(done)
        # Now the thread has told Qt of the last one, too.
        self._pool.submit(lambda: None).result()


class Waiting(QDialog):
    """Says what is going on and how far it is; keeps the rest of the window still meanwhile."""

    moved = Signal(int)

    def __init__(self, text: str, parent: QWidget, *, can_cancel: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(text)
        self.setModal(True)
        self.setMinimumWidth(420)
        self._cancelled = Event()
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(text))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(text)
        self.moved.connect(self.bar.setValue)
        layout.addWidget(self.bar)
        self.stop = button(self.tr("取消"), self.reject, "Esc")
        self.stop.setEnabled(can_cancel)
        layout.addWidget(self.stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.open)
        self._patience.start(_PATIENCE_MS)

    def progress(self, done: int, total: int) -> None:
        """For a use case, called in its thread; raises CancelledError once it was taken back."""
        if self._cancelled.is_set():
            raise CancelledError
        self.moved.emit(100 * done // max(total, 1))

    def reject(self) -> None:
        """Cancel: the work stops at its next piece, and says so when it has stopped."""
        if self.stop.isEnabled():
            self._cancelled.set()

    def end(self) -> None:
        """The work is done."""
        self._patience.stop()
        self.done(0)
        self.deleteLater()
