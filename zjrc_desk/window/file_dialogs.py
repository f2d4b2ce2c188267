"""Asking for a file or a folder; each dialog begins where this PC's things of its kind lie.

No folder that somebody looked at is written down: Qt's own notes are put back as they were.

The window locks over an open dialog.  The system's own dialogs can't be closed by it: what is
chosen there afterwards was chosen by nobody who is signed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from zjrc_desk.window.this_pc import Place, beginning, use

Chosen = TypeVar("Chosen")
#: What Qt writes into the user's settings after each dialog of files: folders, by their names.
_NOTED_BY_QT = ("FileDialog/lastVisited", "FileDialog/history")


def ask_save(
    parent: QWidget, title: str, name: str, kinds: str = "", place: Place | None = Place.SAVED
) -> Path | None:
    """Where to save; ``name`` is suggested, and is whole where it has a folder.  Qt asks about a
    file that is there.  None where nothing was chosen."""
    begin = beginning(place, name)
    chosen, _ = _while_there(
        parent, lambda: QFileDialog.getSaveFileName(parent, title, begin, kinds), ("", "")
    )
    return _used(place, chosen)


def ask_open(
    parent: QWidget, title: str, kinds: str, place: Place | None = Place.OPENED
) -> Path | None:
    """Which file; None where nothing was chosen."""
    begin = beginning(place)
    chosen, _ = _while_there(
        parent, lambda: QFileDialog.getOpenFileName(parent, title, begin, kinds), ("", "")
    )
    return _used(place, chosen)


def ask_open_many(
    parent: QWidget, title: str, kinds: str, place: Place | None = Place.OPENED
) -> list[Path]:
    """Which files; empty where none was chosen."""
    begin, none = beginning(place), list[str]()
    chosen, _ = _while_there(
        parent, lambda: QFileDialog.getOpenFileNames(parent, title, begin, kinds), (none, "")
    )
    if chosen:
        _used(place, chosen[0])
    return [Path(one) for one in chosen]


def ask_folder(parent: QWidget, title: str, place: Place | None = None) -> Path | None:
    """Which folder; None where nothing was chosen."""
    begin = beginning(place)
    chosen = _while_there(
        parent, lambda: QFileDialog.getExistingDirectory(parent, title, begin), ""
    )
    if place is not None and chosen:
        use(place, chosen)
    return Path(chosen) if chosen else None


def _used(place: Place | None, chosen: str) -> Path | None:
    """The file that was chosen; the next dialog of its kind begins beside it."""
    if place is not None and chosen:
        use(place, str(Path(chosen).parent))
    return Path(chosen) if chosen else None


@contextmanager
def _nothing_noted() -> Iterator[None]:
    notes = QSettings(QSettings.Scope.UserScope, "QtProject")
    before = {key: notes.value(key) for key in _NOTED_BY_QT}
    try:
        yield
    finally:
        notes.sync()
        for key, value in before.items():
            if value is None:
                notes.remove(key)
            else:
                notes.setValue(key, value)


def _while_there(parent: QWidget, ask: Callable[[], Chosen], nothing: Chosen) -> Chosen:
    """What is answered; ``nothing`` where ``parent`` went meanwhile, as it does by locking."""
    shown = parent.isVisible()
    with _nothing_noted():
        chosen = ask()
    return chosen if isValid(parent) and parent.isVisible() == shown else nothing
