"""A copy of the store as it was before a migration, kept in its own folder; the last three stay."""

from __future__ import annotations

import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from zjrc_desk.registry.journal import log
from zjrc_desk.store.copying import copy_database, facts_of_copy
from zjrc_desk.store.files import sync_folder, write_atomically
from zjrc_desk.store.place import DATABASE, SLOTS
from zjrc_desk.store.store import Store

KEPT = 3
_NAME = re.compile(r"before-\d{4}-(\d{8}-\d{6}-\d+)")
_UNFINISHED = ".before-"


def keep(store: Store, coming: str, now: datetime) -> Path:
    """Copy database and slots to ``before-<coming schema>-<time>/``, checked and durable.

    Raises StoreError D06, D07 (then nothing may be migrated), D03 where the store is damaged.
    """
    for left in store.folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=store.folder))
    try:
        slots = copy_database(store, work / DATABASE, lambda _done, _total: None)
        facts_of_copy(store, work / DATABASE, "")
        write_atomically(work / SLOTS, slots)
        sync_folder(work)
        kept = _free(store.folder, f"before-{coming}-{now.strftime('%Y%m%d-%H%M%S')}")
        work.rename(kept)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    sync_folder(store.folder)
    _prune(store.folder)
    return kept


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{name}-{number}").exists():
        number += 1
    return path


def _prune(folder: Path) -> None:
    found = [(match[1], at) for at in folder.iterdir() if (match := _NAME.fullmatch(at.name))]
    for _, old in sorted(found)[:-KEPT]:
        try:
            shutil.rmtree(old)
        except OSError as error:
            log.warning("an old copy stays: errno %s", error.errno)
