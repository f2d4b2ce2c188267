"""What is chosen for this PC: the folders that dialogs begin in, and the printers.

Kept where the look is, in the user's own settings of the operating system: a store that is restored
on another PC finds other sticks and printers there.
"""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.window.language import tr


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


#: Where dialogs begin while nothing is known; not every system has the first.
_FIXED = (
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)
_used: dict[Place, str] = {}


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "zjrc_desk", "this_pc")


def _kept(key: str) -> str:
    return str(_settings().value(key, ""))


def _keep(key: str, value: str) -> None:
    settings = _settings()
    settings.setValue(key, value)
    settings.sync()
    # Qt goes by it until the program ends, kept or not.
    if settings.status() != QSettings.Status.NoError:
        raise StoreError(
            "D07",
            tr("这台电脑的设置没有存下来，关闭程序以后就没有了。"),
            tr("请检查磁盘有没有满、自己的文件夹能不能写入，再选一次。"),
            detail=str(settings.status()),
        )


def folder(place: Place) -> str:
    """The folder that was chosen; empty where none was."""
    return _kept(f"folder/{place}")


def keep_folder(place: Place, path: str) -> None:
    """Dialogs begin there from now on; empty: in the documents.  Raises StoreError D07."""
    _keep(f"folder/{place}", path)


def is_there(path: str) -> bool:
    """Whether a folder is there and can be looked at.

    Not pathlib's: it raises for a stick that was pulled out while in use, and for another user's.
    """
    return bool(path) and os.path.isdir(path)  # noqa: PTH112


def beginning(place: Place | None, name: str = "") -> str:
    """What a dialog begins with: the chosen folder while it is there, a stick may not be.

    Else where whoever is signed in chose something of that kind before, and at first the person's
    documents: Qt would begin wherever the program was started, or anybody was last.
    """
    known = [folder(place), _used.get(place, "")] if place is not None else []
    fixed = [QStandardPaths.writableLocation(one) for one in _FIXED]
    begin = next((one for one in (*known, *fixed) if is_there(one)), "")
    return str(Path(begin) / name)


def use(place: Place, path: str) -> None:
    """Something of that kind was chosen in that folder: the next dialog begins there, unless a
    folder is chosen for good.  Held in memory only: its name may be a person's."""
    _used[place] = path


def forget_used() -> None:
    """Whoever signs in next begins where everybody does."""
    _used.clear()


def saved_path(name: str) -> Path:
    """Where a file of that name is saved unless somebody says otherwise."""
    return Path(beginning(Place.SAVED, name))


def printer(paper: Paper) -> str:
    """The name of the printer that was chosen; empty where none was."""
    return _kept(f"printer/{paper}")


def keep_printer(paper: Paper, name: str) -> None:
    """That printer is offered first from now on; empty: the system's own.  Raises StoreError
    D07."""
    _keep(f"printer/{paper}", name)


def both_sides() -> bool:
    """Whether sheets are offered to be printed on both sides: yes, until somebody says no."""
    return _kept("printer/both_sides") != "no"


def keep_both_sides(wanted: bool) -> None:
    """Offer it, or do not.  Raises StoreError D07."""
    _keep("printer/both_sides", "yes" if wanted else "no")
