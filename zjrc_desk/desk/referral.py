"""Referral to 浙江遗嘱库 against the centre's certificate (证明), verified without a network.

A volunteer registered at any point of the province shows the certificate; its QR holds a token
signed by the centre (docs/batch-format.md, Token).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.token import read_token
from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.life import ENDING_KINDS
from zjrc_desk.registry.tables import Referral
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append


@dataclass(frozen=True)
class ShownCertificate:
    """What a genuine certificate says; it names no person."""

    number: str
    serial: str
    point: str
    day: date


def verify_certificate(desk: Desk, token: str) -> ShownCertificate:
    """Read the text of a certificate's QR, as a scanner types it.

    Raises EnrolmentError E00 before enrolment, BatchError T02 (no such code), T03 (no certificate
    of the centre to check it with), T04 (altered), T05 (a letter's code, not the centre's).
    """
    with desk.store.read() as session:
        mine = identity.current(session)
        identity.authority(mine)
        claims = read_token("".join(token.split()), identity.centre_certificates(mine))
    if claims.number is None or claims.kind in ENDING_KINDS:
        raise refuse("T05", "not a certificate of a wish")
    return ShownCertificate(claims.number, claims.serial, claims.point, claims.day)


def refer(desk: Desk, certificate: ShownCertificate) -> None:
    """The holder of a verified certificate was referred today; StateError L31 where that is so
    already."""
    desk.require_entry()
    _record(desk, certificate.serial, certificate.number)


def refer_registered(desk: Desk, record_id: str) -> None:
    """A volunteer of this point was referred today; EntryError F18, StateError L31."""
    desk.require_entry()
    with desk.store.read() as session:
        serial = registrations.revision_of(session, record_id).registration.serial
    _record(desk, serial, "", record_id)


def _record(desk: Desk, serial: str, number: str, record_id: str = "") -> None:
    now = desk.now()
    with desk.store.write() as session:
        if registrations.referred(session, serial):
            raise StateError("L31", "这位志愿者已经转介过。", "不需要再次登记。")
        session.add(
            Referral(
                serial=serial,
                certificate_number=number,
                referred_at=now.isoformat(timespec="seconds"),
                referred_by=desk.staff.number,
            )
        )
        append(session, desk.staff.number, "refer", now, record_id)
