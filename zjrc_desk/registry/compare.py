"""What differs between two revisions, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from zjrc_desk.registry import tables as t
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules import field_label
from zjrc_desk.registry.tables import Revision

_PARTS: Mapping[str, type[SQLModel]] = {
    "volunteer": t.Volunteer,
    "intention": t.Intention,
    "kin": t.Kin,
    "executor": t.Executor,
    "statement": t.WitnessStatement,
    "witnesses": t.Witness,
}
_YES_NO = ("否", "是")
_KEYS = frozenset({"id", "revision_id"})
_VOCABULARY: Mapping[str, v.Vocabulary] = {
    "volunteer.sex": v.SEX,
    "volunteer.ethnicity": v.ETHNICITY,
    "volunteer.nationality": v.NATIONALITY,
    "volunteer.education": v.EDUCATION,
    "volunteer.political_status": v.POLITICAL_STATUS,
    "volunteer.marital_status": v.MARITAL_STATUS,
    "volunteer.blood_type": v.BLOOD_TYPE,
    "intention.items": v.ITEM,
    "intention.uses": v.USE,
    "intention.preference": v.PREFERENCE,
    "kin.relation": v.KIN_RELATION,
    "kin.opinion": v.KIN_OPINION,
    "executor.relation": v.EXECUTOR_RELATION,
    "witnesses.relation": v.WITNESS_RELATION,
    "statement.checks": v.WITNESS_CHECK,
    **{f"{part}.document_type": v.DOCUMENT_TYPE for part in ("volunteer", "executor", "witnesses")},
}


@dataclass(frozen=True)
class Difference:
    """One field that says something else; ``before`` and ``after`` in Chinese, empty: nothing."""

    path: str
    label: str
    before: str
    after: str

    @property
    def closed(self) -> bool:
        """Whether the texts are labels, of a closed list or of yes and no, and not typed."""
        return _kind(self.path) in _VOCABULARY or {self.before, self.after} <= {"", *_YES_NO}


def differences(old: Revision, new: Revision) -> list[Difference]:
    """The fields that differ, in the order of the form; people are compared by their place.

    The day of the declaration and the separate consent count; when and by whom a revision was
    recorded, notes and papers do not.
    """
    before, after = dict(_texts(old)), dict(_texts(new))
    paths = list(dict.fromkeys([*before, *after]))
    return [
        Difference(path, field_label(path), before.get(path, ""), after.get(path, ""))
        for path in sorted(paths, key=_place)
        if before.get(path, "") != after.get(path, "")
    ]


def _kind(path: str) -> str:
    """The field of a path, of whichever of the people."""
    return ".".join(part for part in path.split(".") if not part.isdigit())


def _place(path: str) -> int:
    """Parts in the order of the form; within a part as the fields came (the sort is stable)."""
    head = path.partition(".")[0]
    return list(_PARTS).index(head) if head in _PARTS else len(_PARTS)


def _texts(revision: Revision) -> Iterator[tuple[str, str]]:
    yield "declared_at", revision.declared_at
    # A revision of a person who was erased has no parts.
    yield "consent.given_at", _shown("", bool(revision.consent and revision.consent.given_at))
    for part, table in _PARTS.items():
        value = getattr(revision, part)
        rows = value if isinstance(value, list) else [value] if value is not None else []
        for index, row in enumerate(rows):
            prefix = f"{part}.{index}" if isinstance(value, list) else part
            for name in table.model_fields:
                if name not in _KEYS:
                    yield f"{prefix}.{name}", _shown(f"{part}.{name}", getattr(row, name))


def _shown(kind: str, value: Any) -> str:
    if isinstance(value, bool):
        return _YES_NO[value]
    vocabulary = _VOCABULARY.get(kind)
    if isinstance(value, list):
        return vocabulary.joined(value) if vocabulary else "、".join(value)
    return vocabulary.label(value) if vocabulary else str(value)
