"""What lies in clear about a store: which point's it is, and that there was one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from zjrc_desk.store.place import LOCK, OUTBOX, TRIES, UNFINISHED

#: How the names of batches and backups begin (docs/batch-format.md, store/retention).
_POINT = re.compile(r"([A-Z]{2}-[A-Z]{2}-\d{4})-\d.*\.(?:zjrc|zjrc-backup)")


def beside(folder: Path) -> Path:
    """Where backups go while nobody chose: not into the store's folder, which a restore moves."""
    return folder.with_name(f"{folder.name}-backups")


def points_named(folder: Path) -> set[str]:
    """The points whose batches and backups lie in the places that belong to the store alone."""
    return {found[1] for path in _kept(folder) if (found := _POINT.fullmatch(path.name))}


def left_by_a_store(folder: Path) -> bool:
    """Whether something lies there that only a store that was once set up leaves behind."""
    if (folder / UNFINISHED).exists():
        # A set-up that was cut short, and can be repeated.
        return False
    marks = (folder / name for name in (LOCK, TRIES))
    return any(mark.exists() for mark in marks) or any(_kept(folder)) or any(_set_aside(folder))


def _kept(folder: Path) -> Iterator[Path]:
    for place in (folder / OUTBOX, beside(folder)):
        if place.is_dir():
            yield from place.iterdir()


def _set_aside(folder: Path) -> Iterator[Path]:
    yield from folder.parent.glob(f"{folder.name}.before-restore-*")
