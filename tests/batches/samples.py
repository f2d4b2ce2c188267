"""Records, attachments and people that exist nowhere, for tests of the formats."""

from __future__ import annotations

import hashlib
import io
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509

from zjrc_desk.batches import certificates as c
from zjrc_desk.batches.recipients import Identity, new_identity
from zjrc_desk.batches.request import make_request, read_request
from zjrc_desk.batches.seal import AttachmentSource, BatchHeader, SealedBatch, seal

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
POINT, POINT_NAME = "ZJ-HZ-0001", "浙江民生社会养老服务中心遗体捐献宣传登记点"
BATCH_ID = "0195548a-6f00-7000-8000-00000000b001"
PDF = b"%PDF-1.7\n% a letter\n"
PNG = b"\x89PNG\r\n\x1a\n scan"


def record_id(number: int) -> str:
    """A UUIDv7 that is the same in every run."""
    return str(uuid.UUID(int=(0x0195548A6F00 << 80) | (7 << 76) | (2 << 62) | number))


def person(name: str, number: str = "330106194107041234") -> dict[str, object]:
    return {"name": name, "document_type": "resident_id", "document_number": number}


def sample_record(number: int = 1, **changes: object) -> dict[str, object]:
    """A full declaration as the desk hands it over."""
    texts = (
        "former_name document_expires political_status education occupation marital_status "
        "landline household_region household_address residence_region postcode religion_customs "
        "infectious_disease hereditary_disease major_surgery blood_type room"
    ).split()
    volunteer = dict.fromkeys(texts, "") | {
        **person("𬭚·样例"),
        "sex": "1",
        "ethnicity": "01",
        "birth_date": "1941-07-04",
        "nationality": "CHN",
        "mobile": "13800000000",
        "residence_address": "杭州市样例路 1 号",
    }
    intention = {
        "items": ["whole_body", "cornea"],
        "uses": ["transplant", "teaching"],
        "preference": "organs_first",
        **dict.fromkeys(
            ("ashes_wish", "farewell_wish", "memorial_name", "receiving_institution"), ""
        ),
        "prior_registration": "",
        **dict.fromkeys(("wants_certificate", "wants_wallet_card"), True),
        "wants_will_referral": False,
        "capacity_declared": True,
        "voluntary_declared": True,
        "family_letter": "写给家人:\n一切从简。",
    }
    contact = {"phone": "13900000000"}
    witness = contact | {"relation": "none", "organisation": ""}
    record: dict[str, object] = {
        "record_id": record_id(number),
        "revision": 1,
        "supersedes": None,
        "kind": "intention",
        "declared_at": "2026-03-01",
        "recorded_at": "2026-03-01T10:00:00+08:00",
        "recorded_by": "001",
        "serial": f"{POINT}-1-{number:06}-X",
        "volunteer": volunteer,
        "intention": intention,
        "kin": [
            {"name": "样例二", "relation": "spouse", "opinion": "agrees", "signed": True, **contact}
        ],
        "executor": {**person("样例三", ""), "relation": "child", "address": "", **contact},
        "witness_statement": {
            "place": "登记点",
            "started_at": "2026-03-01 09:30",
            "ended_at": "2026-03-01 10:00",
            "checks": ["identity_checked", "no_pressure"],
            "volunteer_words": "身后捐献。",
            "basis": "desk",
            "witnesses": [{**person("样例四"), **witness}, {**person("样例五"), **witness}],
        },
        "consent": {"text_version": "1", "given_at": "2026-03-01T09:00:00+08:00"},
        "letter": {
            "pdf_sha256": hashlib.sha256(PDF).hexdigest(),
            "printed_at": "2026-03-01T10:05:00+08:00",
            "signed_on": "2026-03-01",
            "text_version": "1",
        },
        "attachments": [],
    }
    return record | changes


def withdrawal(number: int = 1, **changes: object) -> dict[str, object]:
    """The same person takes it back: no intention, no letter."""
    nothing = dict.fromkeys("intention kin executor witness_statement consent letter".split())
    values = {"kind": "withdrawal", "revision": 2, "supersedes": 1, "reason": ""}
    return sample_record(number, **nothing, **values) | changes


def entry(content: bytes, media_type: str, role: str = "letter_scan") -> dict[str, object]:
    """A record's line on one attachment."""
    digest = hashlib.sha256(content).hexdigest()
    return {"sha256": digest, "media_type": media_type, "size": len(content), "role": role}


def source(content: bytes, media_type: str) -> AttachmentSource:
    """An attachment as the desk hands it over."""
    digest = hashlib.sha256(content).hexdigest()
    return AttachmentSource(digest, media_type, len(content), lambda: io.BytesIO(content))


def header(**changes: object) -> BatchHeader:
    values: dict[str, object] = {
        "batch_id": BATCH_ID,
        "point": POINT,
        "generation": 1,
        "sequence": 1,
        "previous": None,
        "sealed_at": NOW,
        "audit_entries": 12,
        "audit_head": "ab" * 32,
    }
    return BatchHeader(**(values | changes))  # type: ignore[arg-type]


@dataclass(frozen=True)
class World:
    """A centre with its CA, and one enrolled point."""

    ca: c.Signer = field(default_factory=lambda: c.new_authority("省中心", NOW))
    identity: Identity = field(default_factory=new_identity)
    point: c.Signer = field(init=False)
    centre: c.Signer = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "point", self.enrol(POINT))
        key = c.new_key()
        object.__setattr__(
            self, "centre", c.Signer(key, c.issue_centre(self.ca, key, "省中心", NOW))
        )

    def enrol(self, code: str, at: datetime = NOW - timedelta(days=30)) -> c.Signer:
        """Another point (or the same with another key), with a certificate from ``at``."""
        key = c.new_key()
        request = read_request(make_request(key, code, POINT_NAME))
        return c.Signer(key, c.issue_point(self.ca, request, at))

    def trust(self, revoked: tuple[x509.Certificate, ...] = ()) -> c.Trust:
        serials = {certificate.serial_number: NOW for certificate in revoked}
        return c.Trust((self.ca.certificate,), c.revocation_list(self.ca, serials, NOW))

    def seal(self, folder: Path, **changes: object) -> SealedBatch:
        """A real batch: one record with two attachments, and one withdrawal."""
        attached = [entry(PDF, "application/pdf", "letter"), entry(PNG, "image/png")]
        values: dict[str, object] = {
            "header": header(),
            "signer": self.point,
            "recipients": [self.identity.recipient],
            "records": lambda: [sample_record(1, attachments=attached), withdrawal(2)],
            "attachments": [source(PDF, "application/pdf"), source(PNG, "image/png")],
        }
        return seal(folder, **(values | changes))  # type: ignore[arg-type]
