"""A revision as the record of the interchange format (docs/batch-format.md, record schema 1)."""

from __future__ import annotations

from sqlmodel import SQLModel

from zjrc_desk.registry.life import ENDING_KINDS
from zjrc_desk.registry.tables import Registration, Revision

Record = dict[str, object]

_KEYS = frozenset({"id", "revision_id"})


def _fields(row: SQLModel) -> Record:
    return {k: getattr(row, k) for k in type(row).model_fields if k not in _KEYS}


def record_of(
    registration: Registration,
    revision: Revision,
    attachments: list[Record] | None = None,
) -> Record:
    """The record of one revision; ``attachments`` are [{sha256, media_type, size, role}].

    Staff notes and the inner reason of a revision stay at the point; why a wish was withdrawn is
    sent only because the volunteer signed it.  An erasure names nobody (个人信息保护法 47): of the
    registration only its id, serial and dates go.
    """
    erasure = revision.kind == "erasure"
    # A withdrawal or refusal names the person and carries no intention.
    ending = erasure or revision.kind in ENDING_KINDS
    letter = revision.letter
    record: Record = {
        "record_id": registration.record_id,
        "revision": revision.number,
        "supersedes": revision.supersedes,
        "kind": revision.kind,
        "declared_at": revision.declared_at,
        "recorded_at": revision.recorded_at,
        "recorded_by": revision.recorded_by,
        "serial": registration.serial,
        "volunteer": None if erasure else _fields(revision.volunteer),
        "intention": None if ending else _fields(revision.intention),
        "kin": [] if ending else [_fields(row) for row in revision.kin],
        "executor": None if ending else _fields(revision.executor),
        "witness_statement": None if ending else _statement(revision),
        "consent": None if ending else _fields(revision.consent),
        "letter": None
        if letter is None
        else {
            "pdf_sha256": letter.pdf_sha256,
            "printed_at": letter.printed_at,
            "signed_on": letter.signed_on,
            "text_version": letter.text_version,
        },
        "attachments": attachments or [],
    }
    if ending and revision.reason:  # of an erasure: a word of a closed list
        record["reason"] = revision.reason
    return record


def _statement(revision: Revision) -> Record:
    return {
        **_fields(revision.statement),
        "basis": revision.source,
        "witnesses": [_fields(row) for row in revision.witnesses],
    }
