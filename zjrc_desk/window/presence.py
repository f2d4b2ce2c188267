"""Whether somebody is there: every key and click in the program passes here before it is taken.

The idle time, a PC that slept, Ctrl+L, F1, and the manners that whatever is shown gets.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputEvent, QInputMethodEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from zjrc_desk.window import manners
from zjrc_desk.window.reading_order import bring_into_sight

MINUTE_MS = 60_000
#: By so much the timer may be late.
_GRACE_MINUTES = 1
#: Whether an act is over is looked at so often.
_AGAIN_MS = 500
#: Somebody is there.  An input method swallows the keys and only says what it wrote.
_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
)
#: All that is listened to of what happens in the program; the rest is passed by at once.  By
#: class: asking an event for its type takes twice as long.
_HEARD = (QInputEvent, QInputMethodEvent, QShowEvent, QFocusEvent)
#: A key of the keyboard's way around.
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Presence(QObject):
    """Of the whole program, as long as its parent is there.

    ``left``: nobody was there for the idle time, the PC slept longer than that, or somebody asked
    to lock; never said within the event, for the widget it was for is taken apart by locking.
    ``asked_for_help``: F1.
    """

    left = Signal()
    asked_for_help = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        #: The idle time while somebody is signed in.
        self._minutes: Callable[[], int] | None = None
        #: When a sign of life was seen last, by the clock on the wall.
        self._seen = 0.0
        #: Runs out when nobody is there any more.
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self._idle_over)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(lambda: self._wanted())
        self._wanted: Callable[[], object] = self.left.emit
        #: Where an error was told already.
        self._told: set[tuple[str, int | None]] = set()
        _application().installEventFilter(self)

    # -- the time --------------------------------------------------------------------------------

    def begin(self, minutes: Callable[[], int]) -> None:
        """Somebody signed in; ``minutes``: the idle time as it is set when it is asked for."""
        self._minutes = minutes
        self._wait()

    def end(self) -> None:
        """Nobody is signed in any more."""
        self.idle.stop()
        self._minutes = None

    def _wait(self) -> None:
        """The time begins anew."""
        if self._minutes is not None:
            self._seen = time.time()
            self.idle.start(self._minutes() * MINUTE_MS)

    def _overslept(self, minutes: int) -> bool:
        """Whether the time was over while the PC slept, in which no timer runs."""
        return time.time() - self._seen > (minutes + _GRACE_MINUTES) * 60

    def _idle_over(self) -> None:
        if self.at_work():
            self._wait()
        else:
            self.left.emit()

    # -- acts that go on -------------------------------------------------------------------------

    def at_work(self) -> bool:
        """Whether an act goes on, in the middle of which the store must stay open."""
        busy = QApplication.overrideCursor() is not None
        if busy or self._minutes is None:
            return busy
        from zjrc_desk.window.act_dialogs import ActDialog

        small = QApplication.topLevelWidgets()
        return any(isinstance(one, ActDialog) and one.working() for one in small)

    def when_over(self, wanted: Callable[[], object]) -> None:
        """What was asked for in the middle of an act comes after it."""
        self._wanted = wanted
        self._over.start(_AGAIN_MS)

    # -- what is heard ---------------------------------------------------------------------------

    @contextmanager
    def deaf(self) -> Iterator[None]:
        """For building pages: a quarter of its time went into looking at each of its events."""
        _application().removeEventFilter(self)
        try:
            yield
        finally:
            _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, _HEARD):
            return False
        try:
            return self._takes(watched, event)
        except Exception as error:  # noqa: BLE001 - told as one in a slot is
            # Qt would hand it to whatever act the event came from: it would be cut short there.
            self._tell(error)
            return False

    def _tell(self, error: Exception) -> None:
        """Once for each place: the next key, or the window that says it, may come there again."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        if (place.filename, place.lineno) not in self._told:
            self._told.add((place.filename, place.lineno))
            # After the event: a dialog that is about to be shown is in front only then.
            told = type(error), error, error.__traceback__
            QTimer.singleShot(0, self, lambda: sys.excepthook(*told))

    def _takes(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event ends here."""
        if self._minutes is not None and event.type() in _SIGNS_OF_LIFE:
            if self._overslept(self._minutes()):
                # Whoever woke it may be somebody else: what they press is taken by nothing.
                QTimer.singleShot(0, self, self.left.emit)
                return True
            self._wait()
            if isinstance(event, QKeyEvent) and manners.asks_to_lock(event):
                QTimer.singleShot(0, self, self.left.emit)
                return True
        if isinstance(event, QKeyEvent) and manners.asks_for_help(event):
            self.asked_for_help.emit()
            return True
        if isinstance(event, QFocusEvent):
            if event.gotFocus() and event.reason() in _BY_TAB and isinstance(watched, QWidget):
                bring_into_sight(watched)
            return False
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            manners.introduce(watched)
            # Of a window that Qt made by itself PySide has forgotten ``watched`` by now.
            return False
        return manners.is_spared(watched, event) or manners.scrolls_past(watched, event)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication), "a window needs its application"
    return application
