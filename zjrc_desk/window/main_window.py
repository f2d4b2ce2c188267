"""The window: first-run set-up or sign-in, then the pages; locks itself when nobody is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk, is_set_up
from zjrc_desk.registry.journal import open_log
from zjrc_desk.window.sign_in import FirstRun, SignIn
from zjrc_desk.window.workspace import Workspace

IDLE_MS = 5 * 60 * 1000
_SIGNS_OF_LIFE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class MainWindow(QMainWindow):
    """One window on one data folder."""

    def __init__(self, folder: Path, desk: Desk | None = None) -> None:
        """``desk``: somebody who has signed in already."""
        super().__init__()
        self._folder = folder
        self.workspace: Workspace | None = None
        self.setWindowTitle(self.tr("遗体捐献登记点工作台"))
        self.resize(1280, 820)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._idle_over)
        application = QApplication.instance()
        assert application is not None, "a window needs its application"
        application.installEventFilter(self)
        if desk is None:
            self.show_sign_in()
        else:
            self._signed_in(desk)

    def show_sign_in(self) -> None:
        """The sheet to sign in with, or to set the point up with where there is no store yet."""
        sheet = SignIn(self._folder) if is_set_up(self._folder) else FirstRun(self._folder)
        if isinstance(sheet, FirstRun):
            # The folder, and with it the place of the log, is only there now.
            sheet.signed_in.connect(lambda _desk: open_log(self._folder))
        sheet.signed_in.connect(self._signed_in)
        self._put(sheet)

    def _put(self, widget: QWidget) -> None:
        self.setCentralWidget(widget)

    def _signed_in(self, desk: Desk) -> None:
        self.workspace = Workspace(desk, self.lock)
        self._put(self.workspace)
        self._idle.start()
        left_open = register.left_open(desk)
        if left_open:
            self.workspace.open_registration(left_open)

    def _idle_over(self) -> None:
        # In the middle of an act (Page.acting) the store must stay open; the time begins anew.
        if QApplication.overrideCursor() is not None:
            self._idle.start()
        else:
            self.lock()

    def lock(self) -> None:
        """Keep what is typed, close the store, ask for the password again."""
        self._sign_out()
        self.show_sign_in()

    def _sign_out(self) -> None:
        self._idle.stop()
        if self.workspace is None:
            return
        self.workspace.leave()
        self.workspace = None

    def let_go(self) -> None:
        """Keep what is typed and forget the desk without closing it: whoever opened it goes on."""
        self._idle.stop()
        if self.workspace is not None:
            self.workspace.keep()
        self.workspace = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self.workspace is not None and event.type() in _SIGNS_OF_LIFE:
            self._idle.start()
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self._sign_out()
        super().closeEvent(event)
