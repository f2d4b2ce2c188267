"""Starting the window."""

from __future__ import annotations

import atexit
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication, QWidget

from zjrc_desk.registry.journal import crash, log
from zjrc_desk.window import language, theme
from zjrc_desk.window.look import Look, kept
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD, Banner
from zjrc_desk.window.second_start import Listener, address, raised_other

#: For so long, in seconds, work beside the window may keep Python's one lock while the window wants
#: it.  Turning a page asks for it hundreds of times: after the usual 5 ms each, it took a second.
_TURN = 0.0001


def application(worn: Look | None = None, spoken: str = "") -> QApplication:
    """The one application, with its look and its language, also of Qt's own dialogs."""
    sys.setswitchinterval(_TURN)
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
    _catch(window)
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


def _catch(window: MainWindow) -> None:
    """What nobody foresaw in a slot: log it, say it calmly in its place, keep what is typed."""

    def keep() -> None:
        try:
            if window.workspace is not None:
                window.workspace.keep()
        except Exception as error:  # noqa: BLE001 - said already; a loop of it helps nobody
            crash(error)

    def report(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        place = _in_front(window)
        crash(error, page=type(place).__name__, qt=qVersion())
        said = window.tr(
            "程序出现意外的错误，这一步没有完成，已输入的内容还在。请再试一次；"
            "若仍不行，请在“设置”里导出诊断包，交给技术支持。（X00）"
        )
        banner = getattr(place, "banner", None)
        if isinstance(banner, Banner):
            banner.say(said, BAD)
        else:
            from PySide6.QtWidgets import QMessageBox

            box = QMessageBox(QMessageBox.Icon.Warning, window.windowTitle(), said, parent=place)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()
        # Not within the slot that failed.
        QTimer.singleShot(0, window, keep)

    sys.excepthook = report


def _in_front(window: MainWindow) -> QWidget | None:
    """Where the person looks: a dialog, the page, or the sheet before signing in."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        return dialog
    central = window.centralWidget()
    return central if window.workspace is None else window.workspace.current()
