"""A centre that is set up, with two enrolled points that seal real batches."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.people import citizen_number, revision
from zjrc_desk.batches import certificates as c
from zjrc_desk.batches.enrolment import Enrolment, open_enrolment
from zjrc_desk.batches.request import make_request
from zjrc_desk.batches.seal import AttachmentSource, BatchHeader, seal
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import Answer, take_in
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.registry.interchange import record_of
from zjrc_desk.registry.serial import make_serial
from zjrc_desk.registry.tables import Registration

PDF = b"%PDF-1.7\n% a letter\n"


@dataclass
class PointDesk:
    """A point that seals what it is given, in order unless told otherwise."""

    code: str
    key: ec.EllipticCurvePrivateKey
    enrolment: Enrolment
    folder: Path
    clock: Callable[[], datetime]
    sequence: int = 0
    previous: str | None = None
    running: int = 0
    last_id: str = field(default="", init=False)

    def record(
        self, number: str | None = None, record: str | None = None, **changes: Any
    ) -> dict[str, Any]:
        """A declaration of a woman of 1941, as the desk hands it over."""
        self.running += 1
        day = {k: changes.pop(k) for k in ("declared_at",) if k in changes}
        declared = revision(number=changes.pop("revision", 1), **day)
        document = number or citizen_number()
        declared.volunteer.document_number = document
        declared.volunteer.birth_date = f"{document[6:10]}-{document[10:12]}-{document[12:14]}"
        declared.volunteer.sex = "1" if int(document[16]) % 2 else "2"
        declared.recorded_at = self.clock().isoformat(timespec="seconds")
        declared.recorded_by = "A001"
        registration = Registration(
            record_id=record or uuid7(self.clock()),
            serial=make_serial(self.code, 1, self.running),
            created_at="",
        )
        made: dict[str, Any] = record_of(registration, declared)
        made["letter"] = {
            "pdf_sha256": hashlib.sha256(PDF).hexdigest(),
            "printed_at": declared.recorded_at,
            "signed_on": declared.declared_at,
            "text_version": "1",
        }
        wish = {k: changes.pop(k) for k in ("items", "uses") if k in changes}
        made["intention"] = made["intention"] | wish
        if changes.get("kind") in ("withdrawal", "refusal"):
            nothing = ("intention", "executor", "witness_statement", "consent", "letter")
            made |= dict.fromkeys(nothing) | {"kin": []}
        return made | changes

    def seal(self, records: Sequence[dict[str, Any]], **header: Any) -> Path:
        """The batch's file; keyword arguments replace fields of the header."""
        self.sequence += 1
        values: dict[str, Any] = {
            "batch_id": uuid7(self.clock()),
            "point": self.code,
            "generation": 1,
            "sequence": self.sequence,
            "previous": self.previous,
            "sealed_at": self.clock(),
            "audit_entries": 3,
            "audit_head": "ab" * 32,
        }
        signer = c.Signer(self.key, self.enrolment.certificate)
        sources = []
        if any(record.get("attachments") for record in records):
            digest = hashlib.sha256(PDF).hexdigest()
            opener = lambda: io.BytesIO(PDF)  # noqa: E731
            sources.append(AttachmentSource(digest, "application/pdf", len(PDF), opener))
        target = self.folder / f"{self.code}-{self.sequence}-{len(list(self.folder.iterdir()))}"
        target.mkdir(parents=True)
        recipients = self.enrolment.recipients
        batch_header = BatchHeader(**(values | header))
        sealed = seal(target, batch_header, signer, recipients, lambda: records, sources)
        self.previous = sealed.manifest_sha256
        self.last_id = batch_header.batch_id
        return sealed.path


@dataclass
class CentreWorld:
    """The centre and its points."""

    centre: Centre
    folder: Path

    def enrol(self, code: str) -> PointDesk:
        key = c.new_key()
        _, _, content = approve(self.centre, make_request(key, code, "样例登记点"))
        enrolment = open_enrolment(
            content, key=key, point_code=code, trusted_ca=None, now=self.centre.clock()
        )
        folder = self.folder / code
        folder.mkdir(exist_ok=True)
        return PointDesk(code, key, enrolment, folder, self.centre.clock)

    def take(self, path: Path) -> Answer:
        return take_in(self.centre, path)


class Clock:
    def __init__(self) -> None:
        self.time = datetime.fromisoformat("2026-11-24T09:30:00+08:00")

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(tmp_path: Path, clock: Clock) -> Iterator[CentreWorld]:
    create(tmp_path / "centre", clock=clock)
    centre = open_centre(tmp_path / "centre", clock=clock)
    yield CentreWorld(centre, tmp_path)
    centre.close()


@pytest.fixture
def hangzhou(world: CentreWorld) -> PointDesk:
    return world.enrol("ZJ-HZ-0001")


@pytest.fixture
def ningbo(world: CentreWorld) -> PointDesk:
    return world.enrol("ZJ-NB-0001")
