"""``<point>-<generation>-<sequence>.receipt``: the centre's signed answer to a batch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509

from zjrc_desk.batches import cms, container, names, schemas, strictjson
from zjrc_desk.batches.certificates import CENTRE_USAGE, Signer, Trust, has_usage
from zjrc_desk.batches.faults import reason
from zjrc_desk.batches.manifest import parse_time
from zjrc_desk.registry.errors import BatchError, ReceiptError

FORMAT = "zjrc-receipt/1"
VERDICTS = ("accepted", "partly", "refused")
STATUSES = ("accepted", "unchanged", "duplicate", "conflict", "returned")
JSON_NAME, SIGNATURE_NAME = "receipt.json", "receipt.p7s"
#: A receipt of 10,000 answers with tokens, and room.
MAX_BYTES = 16 * 1024 * 1024

_TEXTS = {
    "R01": ("这份回执不是省中心签名的。", "请不要使用它，并向省中心重新索取。"),
    "R02": ("这份回执是给另一个登记点的。", "请选择本登记点的回执文件。"),
    "R07": ("回执文件不完整或者有改动。", "请重新拷贝，或向省中心重新索取。"),
    "R08": ("回执是用更新的格式写的，本程序读不了。", "请先升级本程序，再导入这份回执。"),
}


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
    return names.stem(receipt.point, receipt.generation, receipt.sequence) + ".receipt"


def receipt_to_json(receipt: Receipt) -> Mapping[str, object]:
    """The object of receipt.json."""
    head = receipt.head
    value: dict[str, object] = {
        "format": FORMAT,
        "batch_id": receipt.batch_id,
        "point": receipt.point,
        "generation": receipt.generation,
        "sequence": receipt.sequence,
        "manifest_sha256": receipt.manifest_sha256,
        "received_at": receipt.received_at.isoformat(),
        "verdict": receipt.verdict,
        "records": [_answer_to_json(answer) for answer in receipt.records],
        "head": None
        if head is None
        else {
            "generation": head.generation,
            "sequence": head.sequence,
            "manifest_sha256": head.manifest_sha256,
        },
    }
    if receipt.notes:
        value["notes"] = list(receipt.notes)
    return value


def _answer_to_json(answer: RecordAnswer) -> dict[str, object]:
    value: dict[str, object] = {
        "record_id": answer.record_id,
        "revision": answer.revision,
        "status": answer.status,
        "reasons": list(answer.reasons),
    }
    if answer.certificate is not None:
        certificate = answer.certificate
        value["certificate"] = {"number": certificate.number, "token": certificate.token}
    return value


def write_receipt(receipt: Receipt, signer: Signer) -> bytes:
    """The canonical ZIP, signed by the centre's certificate (not by the CA).

    ReceiptError R01 where ``signer`` may not sign receipts, R07 where a field is out of range.
    """
    if not has_usage(signer.certificate, CENTRE_USAGE):
        raise _refused("R01", "signer is not the centre's")
    value = receipt_to_json(receipt)
    if (fault := schemas.fault("receipt-1", value)) is not None:
        raise _refused("R07", fault)
    data = strictjson.dumps(value, indent=1) + b"\n"
    return container.write_small({JSON_NAME: data, SIGNATURE_NAME: cms.sign(data, signer)})


def open_receipt(data: bytes, *, trust: Trust, point_code: str, now: datetime) -> Receipt:
    """Check everything.  ReceiptError: R01 not signed by the centre (its certificate was valid at
    ``received_at`` and is not revoked ``now``), R02 for another point, R07 cut or altered, R08 of a
    newer format."""
    if len(data) > MAX_BYTES:
        raise _refused("R07", "too long")
    try:
        members = container.read_small(data, (JSON_NAME, SIGNATURE_NAME), limit=MAX_BYTES)
    except BatchError as error:
        raise _refused("R07", reason(error)) from error
    content = members[JSON_NAME]
    try:
        signature = cms.verify(content, members[SIGNATURE_NAME])
    except BatchError as error:
        code = "R07" if error.code == "S10" else "R01"
        raise _refused(code, reason(error)) from error
    receipt = _parse(content)
    try:
        trust.check_centre(signature.certificate, at=receipt.received_at, received=now)
    except BatchError as error:
        raise _refused("R01", reason(error)) from error
    if not signature.canonical:
        raise _refused("R07", "signature is not canonical")
    if receipt.point != point_code:
        raise _refused("R02", "another point")
    return receipt


def signed_by(data: bytes) -> x509.Certificate:
    """Whose signature stands on a receipt that :func:`open_receipt` accepted."""
    members = container.read_small(data, (JSON_NAME, SIGNATURE_NAME), limit=MAX_BYTES)
    return cms.verify(members[JSON_NAME], members[SIGNATURE_NAME]).certificate


def read_again(data: bytes) -> Receipt:
    """The content of a receipt one has written oneself, unchecked; ReceiptError R07 if cut."""
    try:
        members = container.read_small(data, (JSON_NAME, SIGNATURE_NAME), limit=MAX_BYTES)
    except BatchError as error:
        raise _refused("R07", reason(error)) from error
    return _parse(members[JSON_NAME])


def _parse(content: bytes) -> Receipt:
    try:
        value = strictjson.loads(content)
    except strictjson.NotStrictJson as error:
        raise _refused("R07", str(error)) from error
    if not isinstance(value, dict):
        raise _refused("R07", "not an object")
    if value.get("format") != FORMAT:
        newer = str(value.get("format")).startswith("zjrc-receipt/")
        raise _refused("R08" if newer else "R07", "format")
    if (fault := schemas.fault("receipt-1", value)) is not None:
        raise _refused("R07", fault)
    try:
        return _from_json(value)
    except BatchError as error:
        raise _refused("R07", reason(error)) from error


def _from_json(value: dict[str, Any]) -> Receipt:
    """After the schema held: every member is there and of its type."""
    head = value["head"]
    return Receipt(
        batch_id=value["batch_id"],
        point=value["point"],
        generation=value["generation"],
        sequence=value["sequence"],
        manifest_sha256=value["manifest_sha256"],
        received_at=parse_time(value["received_at"]),
        verdict=value["verdict"],
        records=tuple(_answer_from_json(answer) for answer in value["records"]),
        head=None
        if head is None
        else Head(head["generation"], head["sequence"], head["manifest_sha256"]),
        notes=tuple(value.get("notes", ())),
    )


def _answer_from_json(value: dict[str, Any]) -> RecordAnswer:
    certificate = value.get("certificate")
    return RecordAnswer(
        record_id=value["record_id"],
        revision=value["revision"],
        status=value["status"],
        reasons=tuple(value["reasons"]),
        certificate=None
        if certificate is None
        else CertificateAnswer(certificate["number"], certificate["token"]),
    )


def _refused(code: str, detail: str) -> ReceiptError:
    message, remedy = _TEXTS[code]
    return ReceiptError(code, message, remedy, detail=detail)
