"""Starting the window."""

from __future__ import annotations

import atexit
import gc
import sys
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from zjrc_desk.registry.journal import log
from zjrc_desk.window import language, theme
from zjrc_desk.window.look import Look, kept
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.second_start import Listener, address, raised_other
from zjrc_desk.window.unforeseen import Unforeseen

#: For so long, in seconds, work beside the window may keep Python's one lock while the window wants
#: it.  Turning a page asks for it hundreds of times: after the usual 5 ms each, it took a second.
_TURN = 0.0001
#: When Python looks for garbage.  A command does so seldom; a window makes some all day long.
_GARBAGE = (700, 10, 10)


def application(worn: Look | None = None, spoken: str = "") -> QApplication:
    """The one application, with its look and its language, also of Qt's own dialogs."""
    sys.setswitchinterval(_TURN)
    gc.set_threshold(*_GARBAGE)
    qInstallMessageHandler(_qt_says)
    atexit.register(qInstallMessageHandler, None)
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication(sys.argv[:1])
    language.speak(spoken or language.wanted())
    theme.apply(made, worn)
    return made


def _qt_says(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt tells its developers goes to the log, not to a terminal nobody looks at."""
    log.debug("Qt: %s", text)


def run(folder: Path, *, practice: bool = False) -> int:
    """Open the window on a data folder, or on its practice point; returns the exit code.

    Where it is open already, that window comes to the front.
    """
    app = application(kept(), language.kept())
    where = address(folder, practice=practice)
    raised = raised_other(where)
    if raised:
        return 0
    window = MainWindow(folder, backs_up=True)
    if raised is False:
        Listener(where, window)
    Unforeseen(window).catch()
    window.show()
    if practice:
        window.practise()
    try:
        return app.exec()
    finally:
        dispose(window)


def dispose(window: MainWindow) -> None:
    """Take a window apart while Qt still stands; at the interpreter's end it would be too late."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
