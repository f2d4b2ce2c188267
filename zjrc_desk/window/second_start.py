"""A second start on the same data folder brings the running window to the front, and ends.

The window listens on a local socket that only the same user reaches.  One word is understood there,
"raise", and nothing is told but that it was heard: a locked window stays locked.
"""

from __future__ import annotations

import getpass
import os
from functools import partial
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCryptographicHash, QObject, QStandardPaths, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from zjrc_desk.registry.journal import log

#: After that long without an answer the other window is taken to hang.
PATIENCE_MS = 2000
_RAISE, _HEARD = b"raise\n", b"heard\n"


def address(folder: Path, *, practice: bool = False) -> str:
    """Where the window of a data folder listens; it tells nothing of the folder's name."""
    told = f"{getpass.getuser()}\n{os.path.normcase(folder.resolve())}\n{practice}"
    # Qt's, which is loaded already: Python's takes a thirtieth of the whole start.
    digest = QCryptographicHash.hash(told.encode(), QCryptographicHash.Algorithm.Sha256)
    name = f"zjrc-desk-{digest.toHex().toStdString()[:24]}"
    if os.name == "nt":
        return name
    # A folder that nobody else can write into; in the one for all somebody could listen instead.
    place = QStandardPaths.StandardLocation.RuntimeLocation
    return str(Path(QStandardPaths.writableLocation(place), name))


def raised_other(where: str, patience: int = PATIENCE_MS) -> bool | None:
    """Whether another window listens there and was told to come to the front.

    False where none is there, None where one is there and does not answer.
    """
    until = monotonic() + patience / 1000
    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(patience):
        return False
    socket.write(_RAISE)
    answer = b""
    while answer != _HEARD and (left := until - monotonic()) > 0:
        if not socket.waitForReadyRead(max(1, int(left * 1000))):
            break
        answer += bytes(socket.read(len(_HEARD) - len(answer)).data())
    socket.abort()
    return answer == _HEARD or None


class Listener(QObject):
    """Lets a second start bring ``window`` to the front, as long as it is there."""

    def __init__(self, where: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        # Nobody answered there: what is left is of a window that ended without taking it away.
        QLocalServer.removeServer(where)
        if not self._server.listen(where):
            # A second start is then told in the old way.
            log.info("no second start: %s", self._server.serverError().name)

    def _welcome(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.readyRead.connect(partial(self._listen, caller))
            self._listen(caller)

    def _listen(self, caller: QLocalSocket) -> None:
        if caller.bytesAvailable() < len(_RAISE):
            return
        if bytes(caller.read(len(_RAISE) + 1).data()) == _RAISE:
            caller.write(_HEARD)
            caller.flush()
            self._to_front()
        caller.disconnectFromServer()

    def _to_front(self) -> None:
        shown = QApplication.activeModalWidget() or self._window
        for one in (self._window, shown):
            one.setWindowState(one.windowState() & ~Qt.WindowState.WindowMinimized)
            one.show()
            one.raise_()
        shown.activateWindow()
        # Where the system lets no program take the front, its entry in the task bar asks for it.
        QApplication.alert(shown)
