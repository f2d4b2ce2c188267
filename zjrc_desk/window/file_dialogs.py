"""Asking for a file or a folder; each dialog begins where this PC's things of its kind lie.

The window locks over an open dialog.  The system's own dialogs can't be closed by it: what is
chosen there afterwards was chosen by nobody who is signed in.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from zjrc_desk.window.this_pc import Place, beginning

Chosen = TypeVar("Chosen")


def ask_save(
    parent: QWidget, title: str, name: str, kinds: str = "", place: Place | None = Place.SAVED
) -> Path | None:
    """Where to save; ``name`` is suggested, and is whole where it has a folder.  Qt asks about a
    file that is there.  None where nothing was chosen."""
    begin = beginning(place, name)
    chosen, _ = _while_there(
        parent, lambda: QFileDialog.getSaveFileName(parent, title, begin, kinds), ("", "")
    )
    return Path(chosen) if chosen else None


def ask_open(
    parent: QWidget, title: str, kinds: str, place: Place | None = Place.OPENED
) -> Path | None:
    """Which file; None where nothing was chosen."""
    begin = beginning(place)
    chosen, _ = _while_there(
        parent, lambda: QFileDialog.getOpenFileName(parent, title, begin, kinds), ("", "")
    )
    return Path(chosen) if chosen else None


def ask_open_many(
    parent: QWidget, title: str, kinds: str, place: Place | None = Place.OPENED
) -> list[Path]:
    """Which files; empty where none was chosen."""
    begin, none = beginning(place), list[str]()
    chosen, _ = _while_there(
        parent, lambda: QFileDialog.getOpenFileNames(parent, title, begin, kinds), (none, "")
    )
    return [Path(one) for one in chosen]


def ask_folder(parent: QWidget, title: str, place: Place | None = None) -> Path | None:
    """Which folder; None where nothing was chosen."""
    begin = beginning(place)
    chosen = _while_there(
        parent, lambda: QFileDialog.getExistingDirectory(parent, title, begin), ""
    )
    return Path(chosen) if chosen else None


def _while_there(parent: QWidget, ask: Callable[[], Chosen], nothing: Chosen) -> Chosen:
    """What is answered; ``nothing`` where ``parent`` went meanwhile, as it does by locking."""
    shown = parent.isVisible()
    chosen = ask()
    return chosen if isValid(parent) and parent.isVisible() == shown else nothing
