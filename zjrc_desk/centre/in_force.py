"""Who wins at the centre: which declaration of a person is in force.  Pure, no I/O.

The rules (docs/batch-format.md, "Who wins at the centre"; 民法典 1142: the later one counts):

1. Only valid declarations take part; what the centre returned or put into quarantine does not.
2. Newer is the later ``declared_at``; on one day the later ``recorded_at``; then the higher
   revision; then the one that gives nothing (in doubt nothing is taken); then the record id, so
   that the order is total and does not depend on who arrived first.
3. A record speaks for the person its newest declaration names: after a document number was
   corrected, what the same record said under the wrong number no longer counts for anyone.
4. Of one person (document type and number) exactly the newest declaration is in force.
5. A withdrawal or refusal is a declaration like any other: it stands until a newer one is signed,
   and then nothing older comes back.
6. Two records of one person, newest declarations compared: the same wish is a *duplicate*, another
   wish a *conflict*.  Both are kept.
7. Erasing a record takes away what it gave; that it gave nothing any more (withdrawal, refusal)
   stands on without name and number, else erasing it would revive an older wish.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

#: Kinds that declare that nothing is given (any more).
ENDING = frozenset({"withdrawal", "refusal"})
GIVING = frozenset({"intention", "change"})

ACCEPTED, DUPLICATE, CONFLICT, SUPERSEDED = "accepted", "duplicate", "conflict", "superseded"

Key = tuple[str, int]


@dataclass(frozen=True)
class Declaration:
    """One valid revision.  ``person``: opaque key of document type and number; ``wish``:
    :func:`wish`; ``recorded_at`` aware; ``erased``: rule 7."""

    record_id: str
    revision: int
    point: str
    person: str
    kind: str
    wish: str
    declared_at: date
    recorded_at: datetime
    erased: bool = False

    @property
    def key(self) -> Key:
        """What names this revision everywhere."""
        return self.record_id, self.revision


@dataclass(frozen=True)
class Standing:
    """What became of a declaration.  ``others``: the other records' newest declarations of the
    same person, for a duplicate or conflict."""

    status: str
    in_force: bool
    others: tuple[Declaration, ...] = ()


def wish(kind: str, intention: Mapping[str, object] | None) -> str:
    """What is wished, comparable: two declarations with the same text wish the same.

    Items, uses and their order of preference; not the wishes on ashes, farewell and card.
    """
    if kind in ENDING or intention is None:
        return kind
    items, uses = intention.get("items"), intention.get("uses")
    parts = [
        sorted(items) if isinstance(items, list) else [],
        sorted(uses) if isinstance(uses, list) else [],
        intention.get("preference") or "",
    ]
    return json.dumps(parts)


def settle(declarations: Iterable[Declaration]) -> dict[Key, Standing]:
    """The standing of each declaration; the order of ``declarations`` makes no difference.

    To be right for a person it must be given all declarations of that person, and all of the
    records these belong to.
    """
    everything = [d for d in declarations if not (d.erased and d.kind not in ENDING)]
    voices = _voices(everything)
    by_person: dict[str, list[Declaration]] = defaultdict(list)
    for voice in voices.values():
        by_person[voice.person].append(voice)
    standings = {d.key: Standing(SUPERSEDED, in_force=False) for d in everything}
    for of_person in by_person.values():
        of_person.sort(key=_newness, reverse=True)
        for voice in of_person:
            standings[voice.key] = _standing(voice, of_person)
    return standings


def _voices(declarations: Iterable[Declaration]) -> dict[str, Declaration]:
    """The newest declaration of each record (rule 3)."""
    newest: dict[str, Declaration] = {}
    for declaration in declarations:
        held = newest.get(declaration.record_id)
        if held is None or _newness(declaration) > _newness(held):
            newest[declaration.record_id] = declaration
    return newest


def _newness(declaration: Declaration) -> tuple[date, datetime, int, bool, str]:
    return (
        declaration.declared_at,
        declaration.recorded_at,
        declaration.revision,
        declaration.kind in ENDING,
        declaration.record_id,
    )


def _standing(voice: Declaration, newest_first: list[Declaration]) -> Standing:
    others = tuple(d for d in newest_first if d is not voice)
    status = ACCEPTED
    if others:
        same = all(d.wish == voice.wish for d in others)
        status = DUPLICATE if same else CONFLICT
    return Standing(status, in_force=voice is newest_first[0], others=others)
