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
    QtMsgType,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QApplication

from zjrc_desk.registry.journal import crash, log
from zjrc_desk.window import language, theme
from zjrc_desk.window.look import Look, kept
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD


def application(worn: Look | None = None, spoken: str = "") -> QApplication:
    """The one application, with its look and its language, also of Qt's own dialogs."""
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


def run(folder: Path) -> int:
    """Open the window on a data folder; returns the exit code."""
    app = application(kept(), language.kept())
    window = MainWindow(folder, backs_up=True)
    _catch(window)
    window.show()
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
    """What nobody foresaw in a slot: log it, say it calmly, keep what is typed."""

    def report(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        workspace = window.workspace
        page = None if workspace is None else workspace.current()
        crash(error, page=type(page).__name__, qt=qVersion())
        if workspace is not None:
            banner = getattr(page, "banner", None)
            if banner is not None:
                banner.say(
                    window.tr(
                        "程序出现意外的错误，这一步没有完成，已输入的内容还在。"
                        "请再试一次；若仍不行，请把数据文件夹里 crash 开头的文件"
                        "交给技术支持。（X00）"
                    ),
                    BAD,
                )

    sys.excepthook = report
