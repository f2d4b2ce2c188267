"""Whether there is a store: all that has to be known before somebody signs in."""

from __future__ import annotations

from pathlib import Path

from zjrc_desk.store import place


def is_set_up(folder: Path) -> bool:
    """Whether a point was set up in that folder.  Raises StoreError D07; D25 where
    only its database is gone."""
    return place.exists(folder)


def in_use(folder: Path) -> bool:
    """Whether another window or program has the store of that folder open."""
    return place.in_use(folder)
