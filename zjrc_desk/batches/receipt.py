"""``<point>-<generation>-<sequence>.receipt``: the centre's signed answer to a batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from zjrc_desk.batches.certificates import Signer, Trust

VERDICTS = ("accepted", "partly", "refused")
STATUSES = ("accepted", "unchanged", "duplicate", "conflict", "returned")


@dataclass(frozen=True)
class CertificateAnswer:
    """The centre's 证明 for a declaration now in force."""

    number: str
    token: str


@dataclass(frozen=True)
class RecordAnswer:
    """What became of one record; ``reasons``: plain Chinese sentences, no names or numbers."""

    record_id: str
    revision: int
    status: str
    reasons: tuple[str, ...] = ()
    certificate: CertificateAnswer | None = None


@dataclass(frozen=True)
class Head:
    """The last batch the centre holds of this point."""

    generation: int
    sequence: int
    manifest_sha256: str


@dataclass(frozen=True)
class Receipt:
    """All fields of the format; ``received_at`` is aware.  ``head`` None: it holds none yet.
    ``notes``: plain Chinese sentences about the batch as a whole (gap, fork, clock, refusal)."""

    batch_id: str
    point: str
    generation: int
    sequence: int
    manifest_sha256: str
    received_at: datetime
    verdict: str
    records: tuple[RecordAnswer, ...] = ()
    head: Head | None = None
    notes: tuple[str, ...] = ()


def receipt_name(receipt: Receipt) -> str:
    """``ZJ-HZ-0001-1-000042.receipt``."""
    return f"{receipt.point}-{receipt.generation}-{receipt.sequence:06}.receipt"


def receipt_to_json(receipt: Receipt) -> Mapping[str, object]:
    """The object of receipt.json."""
    raise NotImplementedError


def write_receipt(receipt: Receipt, signer: Signer) -> bytes:
    """The canonical ZIP, signed by the centre's certificate (not by the CA)."""
    raise NotImplementedError


def open_receipt(data: bytes, *, trust: Trust, point_code: str, now: datetime) -> Receipt:
    """Check everything.  ReceiptError: R01 not signed by the centre, R02 for another point,
    R07 cut or altered."""
    raise NotImplementedError
