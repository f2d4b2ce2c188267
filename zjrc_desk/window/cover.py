"""What must not stay to be seen once the window is locked: small windows, and what was copied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from zjrc_desk.window.cut_short import CutShort


class Cover(QObject):
    """Of the whole program; knows whether what is on the clipboard was copied here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copied_here = False
        QGuiApplication.clipboard().dataChanged.connect(self._copied)

    def cut_short(self) -> list[str]:
        """What is said afterwards of the small windows that are open with something in them, or
        with steps left to do."""
        from zjrc_desk.window.act_dialogs import ActDialog
        from zjrc_desk.window.set_up_guide import SetUpGuide

        begun = [one for one in _open() if isinstance(one, ActDialog | SetUpGuide)]
        return [text for one in begun if (text := one.cut_short())]

    def held(self) -> CutShort | None:
        """The one that comes back; there is one at a time."""
        from zjrc_desk.window.act_dialogs import ActDialog
        from zjrc_desk.window.cut_short import held

        acts = [one for one in _open() if isinstance(one, ActDialog)]
        return next((cut for one in acts if (cut := held(one)) is not None), None)

    def leave_nothing_to_see(self) -> None:
        """Close small windows with somebody's data, and what was copied from this program."""
        for one in _open():
            one.done(QDialog.DialogCode.Rejected)
        clipboard = QGuiApplication.clipboard()
        if self._copied_here or clipboard.ownsClipboard():
            clipboard.clear()

    def _copied(self) -> None:
        """Not every platform can tell whose the clipboard is; who is at work here copied it."""
        self._copied_here = QApplication.activeWindow() is not None


def _open() -> Iterator[QDialog]:
    for one in QApplication.topLevelWidgets():
        # Asked when its turn has come: closing one may close others.
        if isinstance(one, QDialog) and one.isVisible():
            yield one
