"""A revision as the record of the interchange format (docs/batch-format.md, record schema 1)."""

from __future__ import annotations

from sqlmodel import SQLModel

from zjrc_desk.registry.diary_tables import SYNCED, Event, SyncedEntry, Visit
from zjrc_desk.registry.life import ENDING_KINDS
from zjrc_desk.registry.normalise import split_names
from zjrc_desk.registry.tables import Attachment, Registration, Revision, RevisionAttachment

Record = dict[str, object]

_KEYS = frozenset({"id", "revision_id"})


def _fields(row: SQLModel) -> Record:
    return {k: getattr(row, k) for k in type(row).model_fields if k not in _KEYS}


def record_of(
    registration: Registration,
    revision: Revision,
    attachments: list[Record] | None = None,
) -> Record:
    """The record of one revision; ``attachments``: those of :func:`attachment_record`.

    Staff notes, the inner reason of a revision and the reasons given for going on past a warning
    stay at the point; why a wish was withdrawn is sent only because the volunteer signed it.  An
    erasure names nobody (个人信息保护法 47): of the registration only its id, serial and dates go.
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


def attachment_record(attachment: Attachment, link: RevisionAttachment) -> Record:
    """An attachment as a record lists it; ``signer`` only where it is said who signed."""
    listed: Record = {
        "sha256": attachment.sha256,
        "media_type": attachment.media_type,
        "size": attachment.size,
        "role": link.role,
    }
    return listed | ({"signer": link.signer} if link.signer else {})


def _statement(revision: Revision) -> Record:
    statement = _fields(revision.statement)
    if not statement["second_staff"]:
        # Left out, not empty: letters printed before there was the field vouch for it so.
        del statement["second_staff"]
    return {
        **statement,
        "basis": revision.source,
        "witnesses": [_fields(row) for row in revision.witnesses],
    }


def diary_record(entry: SyncedEntry) -> Record:
    """The record of an event or a visit (``resources/schema/event-1.json``, ``visit-1.json``).

    It says how many of the point took part, not who.  A visit names its volunteer by record id
    and serial only, and remarks stay at the point.
    """
    kind = next(name for name, table in SYNCED.items() if isinstance(entry, table))
    return {
        "record_id": entry.record_id,
        "revision": entry.number,
        "supersedes": entry.supersedes,
        "kind": kind,
        "void": entry.void,
        "day": entry.day,
        "recorded_at": entry.recorded_at,
        "recorded_by": entry.recorded_by,
        "people": len(split_names(entry.people)),
    } | _told(entry)


def _told(entry: SyncedEntry) -> Record:
    if isinstance(entry, Event):
        return {
            "category": entry.category,
            "place": entry.place,
            "reached": int(entry.reached),
            "topics": entry.topics,
        }
    assert isinstance(entry, Visit), "there are two kinds"
    return {
        "registration": {"record_id": entry.registration_id, "serial": entry.serial},
        "given": entry.given,
    }
