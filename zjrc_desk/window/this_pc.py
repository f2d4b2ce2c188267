"""What is chosen for this PC: the folders that dialogs begin in, and the printers.

Kept where the look is, in the user's own settings of the operating system: a store that is restored
on another PC finds other sticks and printers there.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths


class Place(StrEnum):
    """What a folder is for."""

    #: Batches handed over and receipts that come back: the stick.
    STICK = "stick"
    #: Lists, reports and results that are saved.
    SAVED = "saved"
    #: Lists, scans and papers that are opened.
    OPENED = "opened"


class Paper(StrEnum):
    """What a printer is for."""

    #: A4: letters, statements, reports.
    SHEET = "sheet"
    #: 志愿者卡, ID-1.
    CARD = "card"


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "zjrc_desk", "this_pc")


def _kept(key: str) -> str:
    return str(_settings().value(key, ""))


def _keep(key: str, value: str) -> None:
    settings = _settings()
    settings.setValue(key, value)
    settings.sync()


def folder(place: Place) -> str:
    """The folder that was chosen; empty where none was."""
    return _kept(f"folder/{place}")


def keep_folder(place: Place, path: str) -> None:
    """Dialogs begin there from now on; empty: where the system thinks."""
    _keep(f"folder/{place}", path)


def beginning(place: Place | None, name: str = "") -> str:
    """What a dialog begins with: the chosen folder while it is there, a stick may not be."""
    chosen = folder(place) if place is not None else ""
    there = bool(chosen) and Path(chosen).is_dir()
    return str(Path(chosen) / name) if there else name


def saved_path(name: str) -> Path:
    """Where a file of that name is saved unless somebody says otherwise: the chosen folder while it
    is there, else the person's documents."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    begun = beginning(Place.SAVED, name)
    return Path(QStandardPaths.writableLocation(documents), name) if begun == name else Path(begun)


def printer(paper: Paper) -> str:
    """The name of the printer that was chosen; empty where none was."""
    return _kept(f"printer/{paper}")


def keep_printer(paper: Paper, name: str) -> None:
    """That printer is offered first from now on; empty: the system's own."""
    _keep(f"printer/{paper}", name)


def both_sides() -> bool:
    """Whether sheets are offered to be printed on both sides: yes, until somebody says no."""
    return _kept("printer/both_sides") != "no"


def keep_both_sides(wanted: bool) -> None:
    """Offer it, or do not."""
    _keep("printer/both_sides", "yes" if wanted else "no")
