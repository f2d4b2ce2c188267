"""A bar over every page: a draft was deleted, and how it comes back."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from zjrc_desk.desk import drafts
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.window.language import listed, said
from zjrc_desk.window.marked import BAD, WARN, Marked
from zjrc_desk.window.page import button

#: How long a deletion can be taken back.
TIME_MS = 10 * 60_000


class DeletedBar(QFrame):
    """``back``: the record id of a draft that was brought back and is to be opened."""

    help_section = "deleted-draft"

    back = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("known")
        self._desk = desk
        self._record_id = ""
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(TIME_MS)
        self._time.timeout.connect(self._time_over)
        self.words = Marked(WARN)
        # A field that is being typed in takes the key for itself.
        self.undo_button = button(self.tr("撤消"), self.undo, "Ctrl+Z")
        self.undo_button.setShortcut("Ctrl+Z")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.undo_button)
        if desk.brought_back:
            self._say_brought_back()
        else:
            self.hide()

    def _say_brought_back(self) -> None:
        words = self.tr("上次删除草稿以后程序没有正常退出，草稿没有删除，还在：{serials}。")
        self._say(words.format(serials=listed(self._desk.brought_back)), WARN)
        self._desk.brought_back = ()

    def show_deleted(self, record_id: str, serial: str) -> None:
        """A draft was deleted; the one before can't come back any more."""
        self._record_id = record_id
        self._say(self.tr("草稿已删除：{serial}。十分钟内可以撤消。").format(serial=serial), WARN)
        self.show()
        self.undo_button.setFocus()

    def _say(self, words: str, mood: str) -> None:
        self.words.set_mood(mood)
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.undo_button.setVisible(bool(self._record_id))
        self._time.start()

    def undo(self) -> None:
        """It is a draft again, and opened."""
        record_id = self._record_id
        try:
            drafts.undelete_draft(self._desk, record_id)
        except ZjrcError as error:
            log.warning("%s", error)
            self._say(said(error), BAD)
            return
        self._end()
        self.back.emit(record_id)

    def _time_over(self) -> None:
        if QApplication.overrideCursor() is None:
            self.finish()
        else:
            # In the middle of an act the store may be taken, and the window would wait for it.
            self._time.start()

    def finish(self) -> None:
        """The time is over, or somebody signs out."""
        if self._record_id:
            try:
                drafts.let_go(self._desk)
            except ZjrcError as error:
                # It stays where it is, and is a draft again at the next sign-in.
                log.warning("%s", error)
        self._end()

    def _end(self) -> None:
        self._record_id = ""
        self._time.stop()
        self.hide()
