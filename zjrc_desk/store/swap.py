"""Putting a restored folder in the place of another, so that a power cut leaves one or the other.

The restored folder gets the name ``<folder>.restored-<time>`` only when it is whole: from then on
it counts, and whoever looks for the store next finishes the two renames that are left.  The folder
it replaces is kept as ``<folder>.before-restore-<time>``.
"""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from zjrc_desk.store.files import sync_folder

_READY, _ASIDE = "restored-", "before-restore-"


def put_in_place(whole: Path, folder: Path, time: str) -> Path | None:
    """Replace ``folder`` by ``whole``, which lies beside it; returns where the old one is kept,
    None where there was none.  ``time``: part of that name.  Raises OSError."""
    ready = folder.with_name(f"{folder.name}.{_READY}{time}")
    whole.rename(ready)
    sync_folder(folder.parent)
    return finish(folder)


def finish(folder: Path) -> Path | None:
    """Finish a replacement that was cut short; does nothing where there is none."""
    pattern = f"{folder.name}.{_READY}*"
    ready = max(folder.parent.glob(pattern), default=None) if folder.parent.is_dir() else None
    if ready is None:
        return None
    aside = None
    if folder.exists():
        aside = _free(folder, ready.name.removeprefix(f"{folder.name}.{_READY}"))
        folder.rename(aside)
    ready.rename(folder)
    sync_folder(folder.parent)
    return aside


def _free(folder: Path, time: str) -> Path:
    names = (
        f"{folder.name}.{_ASIDE}{time}{end}" for end in chain([""], (f"-{n}" for n in count(2)))
    )
    return next(path for name in names if not (path := folder.with_name(name)).exists())
