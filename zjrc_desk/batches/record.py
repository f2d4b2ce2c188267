"""A record: its JSON Schema, its line in records.ndjson, its content digest."""

from __future__ import annotations

from collections.abc import Mapping

Record = dict[str, object]

#: The part of a record that is known, and fixed, when its letter is printed.
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
    """BatchError B17 where a record does not follow ``resources/schema/record-1.json``."""
    raise NotImplementedError


def to_line(record: Mapping[str, object]) -> bytes:
    """One line with its newline; BatchError B16 over 256 KiB, B17 against the schema."""
    raise NotImplementedError


def parse_line(line: bytes) -> Record:
    """The record of one line without newline; BatchError B16 or B17."""
    raise NotImplementedError


def content_digest(record: Mapping[str, object]) -> str:
    """Hex SHA-256 over the canonical JSON (RFC 8785) of :data:`CONTENT_KEYS`; absent = null."""
    raise NotImplementedError
