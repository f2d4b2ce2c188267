"""What one store holds and another, restored from a backup of it, does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.place import DATABASE
from zjrc_desk.store.store import Store

#: What makes two rows the same: a draft that was typed on is another one.
_KEYS = {
    "registrations": "SELECT record_id FROM registration",
    "revisions": "SELECT record_id, number, state, recorded_at FROM revision",
    "attachments": "SELECT record_id, number, sha256 FROM revisionattachment "
    "JOIN revision ON revision.id = revision_id",
    "batches": "SELECT batch_id, state FROM batch",
    "diary": "SELECT record_id, number, state, recorded_at FROM event UNION ALL "
    "SELECT record_id, number, state, recorded_at FROM visit UNION ALL "
    "SELECT record_id, number, state, recorded_at FROM teammember UNION ALL "
    "SELECT record_id, number, state, recorded_at FROM shift",
}
#: Entries that come by themselves when a backup is made or restored.
_BY_THEMSELVES = ("sign-in", "backup", "restore", "clock-set-back")


@dataclass(frozen=True)
class Loss:
    """What a restore would put aside, counted by ``registrations``, ``revisions``,
    ``attachments``, ``batches`` and ``diary``.  ``acts``: audit entries by action that the restored
    chain does not have; ``disabled``: accounts shut out by them that the restored store lets in.
    ``readable`` False: nobody can tell, for the store there can't be read.  ``point`` and
    ``generation``: of the store there, if that can be told."""

    counts: Mapping[str, int] = field(default_factory=dict)
    acts: Mapping[str, int] = field(default_factory=dict)
    disabled: tuple[str, ...] = ()
    readable: bool = True
    point: str = ""
    generation: int = 0

    def any(self) -> bool:
        """Whether anything would be missing afterwards, as far as can be told."""
        return not self.readable or bool(self.acts) or any(self.counts.values())


def loss(there: Store, restored: Store) -> Loss:
    """Compare the store that is there with the restored one, whatever their schemas."""
    try:
        with there.apart() as open_there, restored.apart() as open_restored:
            here = open_there(there.folder / DATABASE)
            new = open_restored(restored.folder / DATABASE)
            point, generation = here.execute("SELECT code, generation FROM point").fetchone()
            counts = {
                name: len(_rows(here, query) - _rows(new, query)) for name, query in _KEYS.items()
            }
            beyond = _beyond(here, new)
            shut = _disabled(here) & _rows(new, "SELECT number FROM staff WHERE NOT disabled")
            disabled = [
                number for (number,) in shut if ("staff-disable", f"staff:{number}") in beyond
            ]
    except (StoreError, sqlcipher.Error, TypeError):
        return Loss(readable=False)
    acts = Counter(action for action, _ in beyond if action not in _BY_THEMSELVES)
    return Loss(counts, acts, tuple(sorted(disabled)), point=str(point), generation=int(generation))


def _beyond(here: Any, new: Any) -> list[tuple[str, str]]:
    """Action and subject of the entries from where the two audit chains part, oldest first."""
    common, parted = 0, _length(here) + 1
    while parted - common > 1:
        middle = (common + parted) // 2
        if _hash_at(here, middle) == _hash_at(new, middle):
            common = middle
        else:
            parted = middle
    query = "SELECT action, record_id FROM auditentry WHERE number > ? ORDER BY number"
    return list(here.execute(query, (common,)))


def _length(connection: Any) -> int:
    return int(connection.execute("SELECT count(*) FROM auditentry").fetchone()[0])


def _hash_at(connection: Any, number: int) -> Any:
    query = "SELECT hash FROM auditentry WHERE number = ?"
    return connection.execute(query, (number,)).fetchone()


def _disabled(connection: Any) -> set[Any]:
    return _rows(connection, "SELECT number FROM staff WHERE disabled")


def _rows(connection: Any, query: str) -> set[Any]:
    try:
        return set(connection.execute(query))
    except sqlcipher.OperationalError as error:
        if "no such table" in str(error):
            # A store from before the diary.
            return set()
        raise
