"""Asking for a file or a folder; each dialog begins where this PC's things of its kind lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from zjrc_desk.window.this_pc import Place, beginning


def ask_save(
    parent: QWidget, title: str, name: str, kinds: str = "", place: Place | None = Place.SAVED
) -> Path | None:
    """Where to save; ``name`` is suggested, and is whole where it has a folder.  Qt asks about a
    file that is there.  None where nothing was chosen."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, beginning(place, name), kinds)
    return Path(chosen) if chosen else None


def ask_open(
    parent: QWidget, title: str, kinds: str, place: Place | None = Place.OPENED
) -> Path | None:
    """Which file; None where nothing was chosen."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, beginning(place), kinds)
    return Path(chosen) if chosen else None


def ask_open_many(
    parent: QWidget, title: str, kinds: str, place: Place | None = Place.OPENED
) -> list[Path]:
    """Which files; empty where none was chosen."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, beginning(place), kinds)
    return [Path(one) for one in chosen]


def ask_folder(parent: QWidget, title: str, place: Place | None = None) -> Path | None:
    """Which folder; None where nothing was chosen."""
    chosen = QFileDialog.getExistingDirectory(parent, title, beginning(place))
    return Path(chosen) if chosen else None
