"""Records into the register: what each of them is to the centre, and who is in force now."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import rfc8785
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from zjrc_desk.batches.receipt import CertificateAnswer, RecordAnswer
from zjrc_desk.batches.record import content_digest, read_attachment_list
from zjrc_desk.batches.token import TokenClaims, make_token, person_hash
from zjrc_desk.centre import diary
from zjrc_desk.centre.centre import Centre
from zjrc_desk.centre.erasure import AFTER, ERASED, LATE, empty, erase_record, tombstone
from zjrc_desk.centre.in_force import (
    CONFLICT,
    DUPLICATE,
    GIVING,
    SUPERSEDED,
    Declaration,
    Key,
    Standing,
    settle,
    wish,
)
from zjrc_desk.centre.register import AT_ONCE
from zjrc_desk.centre.tables import (
    IssuedStatement,
    Notice,
    Quarantined,
    ReceivedRecord,
    RecordAttachment,
    StoredAttachment,
)
from zjrc_desk.centre.verify_record import faults
from zjrc_desk.registry.normalise import parse_date
from zjrc_desk.registry.vocabulary import DIARY_KIND

RETURNED, UNCHANGED, ACCEPTED = "returned", "unchanged", "accepted"
_TOLD = {
    DUPLICATE: "这位志愿者在另一份登记中有相同的意愿，两份都保留，以较新的一份为准。",
    CONFLICT: "这位志愿者在另一份登记中有不同的意愿，两份都保留，以较新的一份为准，请向本人核实。",
}


@dataclass
class Entries:
    """The records of one batch on their way into the register (inside its transaction)."""

    centre: Centre
    session: Session
    batch_id: str
    point: str
    manifest_sha256: str
    now: datetime
    order: list[Key] = field(default_factory=list)
    fixed: dict[Key, RecordAnswer] = field(default_factory=dict)
    diary: dict[Key, RecordAnswer] = field(default_factory=dict)
    persons: set[str] = field(default_factory=set)

    def add(self, record: dict[str, Any]) -> None:
        """Take one record: kept, returned with reasons, unchanged, or put aside as a fork."""
        key = (str(record["record_id"]), int(record["revision"]))
        if key in self.fixed or key in self.order:
            self._fork(key, record)
            return
        self.order.append(key)
        if record["kind"] in DIARY_KIND:
            self._add_entry(key, record)
            return
        owner = select(ReceivedRecord.point).where(ReceivedRecord.record_id == key[0]).limit(1)
        if self.session.scalar(owner) not in (None, self.point):
            self._fork(key, record)
            return
        held = self.session.get(ReceivedRecord, key)
        erasure = tombstone(self.session, key[0])
        if erasure is not None:
            self._add_erased(key, record, erasure, held)
            return
        if held is not None:
            self._again(key, record, held)
            return
        reasons = faults(record, self.point, self.now.date())
        row = self._row(record, reasons)
        self.session.add(row)
        if reasons:
            self.fixed[key] = RecordAnswer(*key, RETURNED, tuple(reasons))
        elif row.kind == "erasure":
            self._erase(key)
        elif row.person is not None:
            self.persons.add(row.person)
            self.persons |= self._earlier_persons(key[0])
        self._link_attachments(key, record)

    def answers(self) -> list[RecordAnswer]:
        """Who is in force now, and the answer to each record; call once, after the last one."""
        self.session.flush()
        standings = self._settle()
        answers = []
        for key in self.order:
            if key in self.fixed and self.fixed[key].status != UNCHANGED:
                answers.append(self.fixed[key])
                continue
            if key in self.diary:
                answers.append(self.diary[key])
                continue
            row = self.session.get_one(ReceivedRecord, key)
            again = key in self.fixed
            answers.append(self._answer(row, standings.get(key), again=again))
        return answers

    def _add_entry(self, key: Key, record: dict[str, Any]) -> None:
        sender = diary.Sender(self.point, self.batch_id, self.now.date())
        answer = diary.take(self.session, record, sender)
        if answer is None:
            self._fork(key, record)
        else:
            self.diary[key] = answer

    def _again(self, key: Key, record: dict[str, Any], held: ReceivedRecord) -> None:
        if held.point != self.point or held.record_sha256 != _digest(record):
            self._fork(key, record)
        elif held.status == RETURNED:
            self.fixed[key] = RecordAnswer(*key, RETURNED, tuple(held.reasons))
        else:
            self.fixed[key] = RecordAnswer(*key, UNCHANGED)

    def _fork(self, key: Key, record: dict[str, Any]) -> None:
        """Another content under a name that is taken: put aside, and said."""
        self.session.add(
            Quarantined(
                code="O02",
                point=self.point,
                batch_id=self.batch_id,
                manifest_sha256=self.manifest_sha256,
                received_at=self.now.isoformat(timespec="seconds"),
                record_id=key[0],
                revision=key[1],
                body=record,
            )
        )
        reason = "省中心已有这份登记的同一版本，内容不同，已隔离，请联系省中心核对。(O02)"
        self.fixed[key] = RecordAnswer(*key, RETURNED, (reason,))

    def _row(self, record: dict[str, Any], reasons: Sequence[str]) -> ReceivedRecord:
        takes_part = not reasons and record["kind"] != "erasure"
        return ReceivedRecord(
            record_id=record["record_id"],
            revision=record["revision"],
            point=self.point,
            batch_id=self.batch_id,
            serial=record["serial"],
            kind=record["kind"],
            person=self._pseudonym(record["volunteer"]) if takes_part else None,
            wish=wish(record["kind"], record["intention"]),
            declared_at=record["declared_at"],
            recorded_at=record["recorded_at"],
            record_sha256=_digest(record),
            status=RETURNED if reasons else ACCEPTED,
            in_force=False,
            reasons=list(reasons),
            body=record,
        )

    def _pseudonym(self, volunteer: dict[str, Any]) -> str:
        """The same for the same document everywhere; without the key nobody can compute it."""
        person = f"{volunteer['document_type']}\n{volunteer['document_number']}".encode()
        return hmac.new(self.centre.person_key, person, hashlib.sha256).hexdigest()

    def _earlier_persons(self, record_id: str) -> set[str]:
        query = select(ReceivedRecord.person).where(ReceivedRecord.record_id == record_id)
        return {person for person in self.session.scalars(query) if person}

    def _erase(self, key: Key) -> None:
        """个人信息保护法 47: name and wish go; that something was erased stays."""
        self.session.flush()
        self.persons |= self._earlier_persons(key[0])
        erase_record(self.session, key[0], self.centre.authority.signing)
        self.centre.register.scrub_later(self.session)
        self.fixed[key] = RecordAnswer(*key, ACCEPTED)

    def _add_erased(
        self, key: Key, record: dict[str, Any], erasure: int, held: ReceivedRecord | None
    ) -> None:
        """A revision of a record that is erased already: batches may come in any order.

        Of an older one only that it was is kept, and of a withdrawal or refusal whose it was, as
        if it had come first.  A newer one is returned: nothing may be declared in it any more.
        """
        if record["kind"] == "erasure":
            self.fixed[key] = RecordAnswer(*key, ACCEPTED)
        elif key[1] >= erasure:
            self.fixed[key] = RecordAnswer(*key, RETURNED, (AFTER,))
        else:
            self.fixed[key] = RecordAnswer(*key, ACCEPTED, (LATE,))
            if held is None:
                row = self._row(record, [])
                empty(row)
                self.session.add(row)
                self.session.flush()
                self.persons |= {row.person} if row.person else set()

    def _link_attachments(self, key: Key, record: dict[str, Any]) -> None:
        if record["kind"] == "erasure":
            return
        for sha256, media_type, size in read_attachment_list(record):
            stored = self.session.get(StoredAttachment, sha256)
            if stored is None:
                self.session.add(StoredAttachment(sha256=sha256, media_type=media_type, size=size))
            else:
                stored.doomed = False
        # What a row refers to is written before it.
        self.session.flush()
        for entry in record["attachments"]:
            self.session.add(
                RecordAttachment(
                    record_id=key[0], revision=key[1], sha256=entry["sha256"], role=entry["role"]
                )
            )

    def _settle(self) -> dict[Key, Standing]:
        rows = self._rows_of(self.persons)
        standings = settle(_declaration(row, self.now) for row in rows)
        mine = set(self.order)
        for row in rows:
            standing = standings.get((row.record_id, row.revision))
            status = ERASED if row.status == ERASED else standing.status if standing else SUPERSEDED
            in_force = standing is not None and standing.in_force
            if (status, in_force) == (row.status, row.in_force):
                continue
            was, row.status, row.in_force = row.status, status, in_force
            if (row.record_id, row.revision) not in mine and status in _TOLD and was != status:
                self._tell(row)
        self.session.flush()
        return standings

    def _rows_of(self, persons: Iterable[str]) -> list[ReceivedRecord]:
        """All declarations of these persons, and of every record and person they touch."""
        known: dict[Key, ReceivedRecord] = {}
        asked: set[str] = set()
        todo = set(persons)
        while todo:
            some = sorted(todo)[:AT_ONCE]
            asked |= set(some)
            of_persons = ReceivedRecord.person.in_(some)
            records = select(ReceivedRecord.record_id).where(of_persons)
            query = select(ReceivedRecord).where(
                ReceivedRecord.record_id.in_(records), ReceivedRecord.person.is_not(None)
            )
            for row in self.session.scalars(query):
                known[row.record_id, row.revision] = row
            todo = {row.person for row in known.values() if row.person} | todo
            todo -= asked
        return list(known.values())

    def _tell(self, row: ReceivedRecord) -> None:
        self.session.add(
            Notice(
                point=row.point,
                record_id=row.record_id,
                revision=row.revision,
                status=row.status,
                in_force=row.in_force,
                reasons=[f"登记 {row.serial}：{_TOLD[row.status]}"],
                made_at=self.now.isoformat(timespec="seconds"),
            )
        )

    def _answer(
        self, row: ReceivedRecord, standing: Standing | None, *, again: bool
    ) -> RecordAnswer:
        reasons = []
        status = ACCEPTED
        if standing is not None and standing.status in _TOLD:
            status = standing.status
            points = sorted({other.point for other in standing.others})
            reasons = [_TOLD[status], f"另一份登记在：{'、'.join(points)}。"]
        certificate = None
        if row.in_force and row.kind in GIVING:
            certificate = self._certificate(row)
        return RecordAnswer(
            row.record_id,
            row.revision,
            UNCHANGED if again else status,
            tuple(reasons),
            certificate,
        )

    def _certificate(self, row: ReceivedRecord) -> CertificateAnswer:
        query = select(IssuedStatement).where(
            IssuedStatement.record_id == row.record_id, IssuedStatement.revision == row.revision
        )
        issued = self.session.scalar(query)
        if issued is None:
            running = 1 + (self.session.scalar(select(func.max(IssuedStatement.running))) or 0)
            number = f"Z{self.now.year}-{running:08}"
            issued = IssuedStatement(
                running=running,
                number=number,
                record_id=row.record_id,
                revision=row.revision,
                token=self._token(row, number),
                issued_at=self.now.isoformat(timespec="seconds"),
            )
            self.session.add(issued)
            self.session.flush()
        return CertificateAnswer(issued.number, issued.token)

    def _token(self, row: ReceivedRecord, number: str) -> str:
        body = row.body or {}
        volunteer = body["volunteer"]
        signing = self.centre.authority.signing
        claims = TokenClaims(
            serial=row.serial,
            record_id=row.record_id,
            revision=row.revision,
            kind=row.kind,
            day=self.now.date(),
            point=row.point,
            content_sha256=content_digest(body),
            person=person_hash(volunteer["name"], volunteer["document_number"], row.record_id),
            number=number,
        )
        return make_token(claims, signing.key, signing.certificate)


def _digest(record: dict[str, Any]) -> str:
    """Of everything that was declared and recorded; a scan may be added later."""
    declared = {name: value for name, value in record.items() if name != "attachments"}
    return hashlib.sha256(rfc8785.dumps(declared)).hexdigest()


def _declaration(row: ReceivedRecord, now: datetime) -> Declaration:
    declared = parse_date(row.declared_at)
    assert declared is not None, "a record without a real day was returned"
    assert row.person is not None, "only records that take part are asked for"
    return Declaration(
        record_id=row.record_id,
        revision=row.revision,
        point=row.point,
        person=row.person,
        kind=row.kind,
        wish=row.wish,
        # A day in the future would win over everything that is declared until then.
        declared_at=min(declared, now.date()),
        recorded_at=datetime.fromisoformat(row.recorded_at),
        erased=row.status == ERASED,
    )


def in_force_count(session: Session) -> int:
    """Declarations in force that give something."""
    query = select(func.count()).where(
        ReceivedRecord.in_force.is_(True), ReceivedRecord.kind.in_(sorted(GIVING))
    )
    return int(session.scalar(query) or 0)
