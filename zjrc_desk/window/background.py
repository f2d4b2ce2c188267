"""Work that takes longer than a blink, done beside the window; one thing after the other."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

Then = Callable[[Future[Any]], object]


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

    def settle(self) -> None:
        """Wait until all is done; to be called beside the window, :meth:`finish` follows in it."""
        self._pool.submit(lambda: None).result()

    def finish(self) -> None:
        """Wait until all is done and said, for the store may be closed next.

        Left to Qt's queue, an outcome would be taken after that, and open the store once more.
        """
        while self._then:
            done = next(iter(self._then))
            wait([done])
            self._end(done)
        # Now the thread has told Qt of the last one, too.
        self.settle()
