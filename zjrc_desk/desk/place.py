"""Whether there is a store: all that has to be known before somebody signs in."""

from __future__ import annotations

from pathlib import Path

from zjrc_desk.registry.journal import log
from zjrc_desk.store import place, traces


def default_folder() -> Path:
    """The data folder of this user, by the platform's convention."""
    from platformdirs import user_data_path

    return user_data_path("zjrc_desk", appauthor=False)


def is_set_up(folder: Path) -> bool:
    """Whether a point was set up in that folder.  Raises StoreError D07; D25 where
    only its database is gone."""
    return place.exists(folder)


def require_slots(folder: Path) -> None:
    """Raises StoreError D02 where the key slots of a store are gone: nobody can sign in."""
    place.require_slots(folder)


def was_set_up(folder: Path) -> bool:
    """Whether a store seems to have been there, of which only what lay beside it is left."""
    try:
        return traces.left_by_a_store(folder)
    except OSError as error:
        log.info("not looked for traces: errno %s", error.errno)
        return False


def in_use(folder: Path) -> bool:
    """Whether another window or program has the store of that folder open."""
    return place.in_use(folder)
