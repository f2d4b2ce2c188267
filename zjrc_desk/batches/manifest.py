"""manifest.json of a batch: what the point's signature is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zjrc_desk.batches import names, schemas, strictjson
from zjrc_desk.batches.faults import refuse
from zjrc_desk.registry.vocabulary import DIARY_KIND

_DECLARATIONS = ("intention", "change", "withdrawal", "refusal", "erasure")
KINDS = (*_DECLARATIONS, *DIARY_KIND.labels)
FORMAT = "zjrc-batch/1"
PAYLOAD_NAME = "payload.age"
#: ``signature`` of a manifest whose manifest.p7s has the one encoding of docs/batch-format.md.
CANONICAL = "canonical"


@dataclass(frozen=True)
class Manifest:
    """All fields of the format.  ``sealed_at`` is aware; digests are hex SHA-256."""

    batch_id: str
    point: str
    generation: int
    sequence: int
    previous: str | None
    sealed_at: datetime
    records_total: int
    records_by_kind: Mapping[str, int]
    attachments_count: int
    attachments_bytes: int
    payload_size: int
    payload_sha256: str
    recipients: tuple[str, ...]
    signer: str
    audit_entries: int
    audit_head: str
    software_name: str
    software_version: str
    payload_name: str = PAYLOAD_NAME
    record_schema: int = 1
    signature: str = CANONICAL

    @property
    def stem(self) -> str:
        """``ZJ-HZ-0001-1-000042``: name of the file and of the bag's folder."""
        return names.stem(self.point, self.generation, self.sequence)

    def to_json(self) -> dict[str, object]:
        """The object of manifest.json, its members in the specification's order."""
        return {
            "format": FORMAT,
            "batch_id": self.batch_id,
            "point": self.point,
            "generation": self.generation,
            "sequence": self.sequence,
            "previous": self.previous,
            "sealed_at": self.sealed_at.isoformat(),
            "records": {
                "total": self.records_total,
                # Diary kinds only where there are any: other batches are as they always were.
                "by_kind": {
                    kind: self.records_by_kind.get(kind, 0)
                    for kind in KINDS
                    if kind in _DECLARATIONS or self.records_by_kind.get(kind)
                },
            },
            "attachments": {"count": self.attachments_count, "bytes": self.attachments_bytes},
            "payload": {
                "name": self.payload_name,
                "size": self.payload_size,
                "sha256": self.payload_sha256,
            },
            "recipients": list(self.recipients),
            "signer": self.signer,
            "audit": {"entries": self.audit_entries, "head": self.audit_head},
            "software": {"name": self.software_name, "version": self.software_version},
            "record_schema": self.record_schema,
            "signature": self.signature,
        }

    def to_bytes(self, size: int = 0) -> bytes:
        """UTF-8 JSON and a newline, filled up with spaces before it to at least ``size`` bytes."""
        return strictjson.dumps(self.to_json(), indent=1).ljust(size - 1) + b"\n"


def parse_manifest(data: bytes) -> Manifest:
    """BatchError B05 not a strict JSON object, B06 a field missing or wrong, B07 version."""
    try:
        value = strictjson.loads(data)
    except strictjson.NotStrictJson as error:
        raise refuse("B05", str(error)) from error
    if not isinstance(value, dict):
        raise refuse("B05", "not an object")
    check_format(value.get("format"), FORMAT)
    if (fault := schemas.fault("manifest-1", value)) is not None:
        raise refuse("B06", fault)
    manifest = _from_json(value)
    if sum(manifest.records_by_kind.values()) != manifest.records_total:
        raise refuse("B06", "records: by_kind does not add up to total")
    return manifest


def check_format(value: object, known: str) -> None:
    """B06 where ``format`` is not of this family, B07 where it is of another version."""
    family = known.partition("/")[0] + "/"
    if value != known:
        newer = isinstance(value, str) and value.startswith(family)
        raise refuse("B07" if newer else "B06", "format")


def parse_time(text: str) -> datetime:
    """An RFC 3339 time that the schema's pattern let through; B06 for 30 February."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise refuse("B06", "no such day") from error


def _from_json(value: dict[str, Any]) -> Manifest:
    """After the schema held: every member is there and of its type."""
    return Manifest(
        batch_id=value["batch_id"],
        point=value["point"],
        generation=value["generation"],
        sequence=value["sequence"],
        previous=value["previous"],
        sealed_at=parse_time(value["sealed_at"]),
        records_total=value["records"]["total"],
        records_by_kind={kind: value["records"]["by_kind"].get(kind, 0) for kind in KINDS},
        attachments_count=value["attachments"]["count"],
        attachments_bytes=value["attachments"]["bytes"],
        payload_size=value["payload"]["size"],
        payload_sha256=value["payload"]["sha256"],
        recipients=tuple(value["recipients"]),
        signer=value["signer"],
        audit_entries=value["audit"]["entries"],
        audit_head=value["audit"]["head"],
        software_name=value["software"]["name"],
        software_version=value["software"]["version"],
        payload_name=value["payload"]["name"],
        record_schema=value["record_schema"],
        signature=value.get("signature", ""),
    )
