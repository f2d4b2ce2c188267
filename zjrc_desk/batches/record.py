"""A record: its JSON Schema, its line in records.ndjson, its content digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

import orjson
import rfc8785

from zjrc_desk.batches import schemas, strictjson
from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.limits import LIMITS
from zjrc_desk.registry.errors import BatchError
from zjrc_desk.registry.vocabulary import DIARY_KIND

Record = dict[str, object]

#: Also found inside texts such as "体温:36.5", which costs no more than reading the line back.
_MAY_HOLD_A_FRACTION = re.compile(rb"[:\[,]-?[0-9]+[.eE]")

#: The part of a record that is known, and fixed, when its letter is printed: what the letter's
#: token covers.  Not the day of signing, the letter's own digest, scans, or who recorded it when.
CONTENT_KEYS = (
    "record_id",
    "revision",
    "supersedes",
    "kind",
    "serial",
    "volunteer",
    "intention",
    "kin",
    "executor",
    "witness_statement",
)


def check_record(record: object) -> None:
    """BatchError B17 where a record does not follow the schema of its kind.

    ``resources/schema/``: event-1.json, visit-1.json; record-1.json for every declaration, and for
    a kind that is none.
    """
    kind = record.get("kind") if isinstance(record, dict) else None
    diary = isinstance(kind, str) and kind in DIARY_KIND
    if (fault := schemas.fault(f"{kind}-1" if diary else "record-1", record)) is not None:
        raise refuse("B17", fault)
    if isinstance(record, dict):
        revision, supersedes = record["revision"], record["supersedes"]
        if supersedes is not None and not supersedes < revision:
            raise refuse("B17", "supersedes: not an older revision")


def to_line(record: Mapping[str, object]) -> bytes:
    """One line with its newline; BatchError B16 over 256 KiB or no JSON, B17 against the schema.

    Nothing is written that a reader would refuse.  orjson writes neither half a surrogate pair nor
    NaN nor a name twice; that leaves fractions, and a line that may hold one is read back.
    """
    content = dict(record)
    try:
        line = orjson.dumps(content)
    except (TypeError, ValueError) as error:
        raise refuse("B16", f"no JSON: {type(error).__name__}") from error
    if _MAY_HOLD_A_FRACTION.search(line):
        parse_line(line)
    elif len(line) >= LIMITS.line:
        raise refuse("B16", "line over the limit")
    else:
        check_record(content)
    return line + b"\n"


def parse_line(line: bytes) -> Record:
    """The record of one line without newline; BatchError B16 or B17."""
    if len(line) >= LIMITS.line:
        raise refuse("B16", "line over the limit")
    if not line.strip():
        raise refuse("B16", "blank line")
    try:
        value = strictjson.loads(line)
    except strictjson.NotStrictJson as error:
        raise refuse("B16", str(error)) from error
    if not isinstance(value, dict):
        raise refuse("B16", "not an object")
    check_record(value)
    return value


def content_digest(record: Mapping[str, object]) -> str:
    """Hex SHA-256 over the canonical JSON (RFC 8785) of :data:`CONTENT_KEYS`; absent = null."""
    content: dict[str, Any] = {key: record.get(key) for key in CONTENT_KEYS}
    try:
        return hashlib.sha256(rfc8785.dumps(content)).hexdigest()
    except rfc8785.CanonicalizationError as error:
        raise refuse("B16", "no canonical JSON") from error


def read_attachment_list(record: Mapping[str, object]) -> list[tuple[str, str, int]]:
    """(sha256, media_type, size) of a record's attachments, after its schema held.

    A record of the diary has none and does not speak of them.
    """
    entries = record.get("attachments", [])
    if not isinstance(entries, list):
        raise refuse("B17", "attachments: type")
    return [(entry["sha256"], entry["media_type"], entry["size"]) for entry in entries]


def with_line(error: BatchError, number: int) -> BatchError:
    """The same refusal, naming the line (from 1) in the detail."""
    return refuse(error.code, f"line {number}: {error.detail}")
