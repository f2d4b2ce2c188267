"""manifest.json of a batch: what the point's signature is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

KINDS = ("intention", "change", "withdrawal", "refusal", "erasure")


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
    payload_name: str = "payload.age"
    record_schema: int = 1

    @property
    def stem(self) -> str:
        """``ZJ-HZ-0001-1-000042``: name of the file and of the bag's folder."""
        return f"{self.point}-{self.generation}-{self.sequence:06}"

    def to_bytes(self, size: int = 0) -> bytes:
        """UTF-8 JSON, filled up with spaces to ``size`` bytes."""
        raise NotImplementedError


def parse_manifest(data: bytes) -> Manifest:
    """BatchError B05 not a strict JSON object, B06 a field missing or wrong, B07 version."""
    raise NotImplementedError
