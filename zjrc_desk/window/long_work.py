"""Work that may take long: beside the window, while whoever called waits for what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from zjrc_desk.window.language import tr
from zjrc_desk.window.waiting import Waiting

Result = TypeVar("Result")
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
_TURN_SECONDS = 0.02
#: A try at a password takes half a second, on purpose; no dialog comes and goes with each.
_A_MOMENT_MS = 1_500
_NO_MORE = object()


class LongWork(Waiting):
    """The window lives on meanwhile, and takes no key or click but for the button to stop."""

    _ended = Signal()
    _asked = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        reading: str,
        working: str,
        stop: str = "",
        *,
        counts: bool = True,
        patience_ms: int | None = None,
    ) -> None:
        """As :class:`Waiting`."""
        super().__init__(
            working or reading,
            parent,
            stop=stop,
            reading=reading,
            counts=counts,
            patience_ms=patience_ms,
        )
        self._asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(self, call: Callable[[], Result]) -> Result:
        """What ``call`` returns or raises; it is called in another thread."""
        # Tells the main window that the store is needed: it locks and closes afterwards.
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            with ThreadPoolExecutor(1) as pool:
                job = pool.submit(call)
                self._turn_until_done(job)
                return job.result()
        finally:
            QApplication.restoreOverrideCursor()

    def _turn_until_done(self, job: Future[Any]) -> None:
        loop = QEventLoop()
        self._ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        self.appeared.connect(loop.quit)
        job.add_done_callback(lambda _job: self._ended.emit())
        if not self.isVisible():
            # What is typed now waits: before the dialog is there, it would go to the page.
            loop.exec(_NO_INPUT)
        if not job.done():
            loop.exec()
        while not wait([job], timeout=_TURN_SECONDS).done:
            # The program is told to end, so no loop turns any more; the work may still ask.
            QCoreApplication.processEvents(_NO_INPUT)

    def in_window(self, call: Callable[[], Result]) -> Result:
        """For the work, in its thread: what only the window's thread may do, done there."""
        answer = Future[Result]()
        self._asked.emit(call, answer)
        return answer.result()

    def take_turns(self, turns: Iterator[Any]) -> None:
        """For the work, in its thread: all of ``turns`` in the window's thread, which lives on
        between two."""
        while self.in_window(lambda: next(turns, _NO_MORE)) is not _NO_MORE:
            pass

    def _answer(self, call: Callable[[], Any], answer: Future[Any]) -> None:
        try:
            answer.set_result(call())
        except BaseException as error:  # noqa: BLE001 - it is the work's, and raised there
            answer.set_exception(error)


@contextmanager
def long_work(
    parent: QWidget, reading: str, working: str, stop: str = "", *, counts: bool = True
) -> Iterator[LongWork]:
    """A :class:`LongWork` for the time of the block."""
    work = LongWork(parent, reading, working, stop, counts=counts)
    try:
        yield work
    finally:
        work.end()


def beside(parent: QWidget, call: Callable[[], Result]) -> Result:
    """What ``call`` returns or raises; for work of about a second, which tells no progress."""
    work = LongWork(parent, tr("请稍候…"), "", counts=False, patience_ms=_A_MOMENT_MS)
    try:
        return work.run(call)
    finally:
        work.end()
