"""What waits for whom today, and putting a tick to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from zjrc_desk.desk.session import Desk
from zjrc_desk.letters.texts import TEXT_VERSION
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.store import waiting
from zjrc_desk.store.audit import append
from zjrc_desk.store.waiting import Heap as Heap
from zjrc_desk.store.waiting import Waiting as Waiting

SCAN, RETURNED, CERTIFICATE = "scan", "returned", "certificate"
DOCUMENT, CONSENT, UNUSED, REFERRAL = "document", "consent", "unused", "referral"
#: Long enough to have a document renewed.
_AHEAD = timedelta(days=60)
#: So long after the consent a wish that is still not signed is asked about: go on, or erase it.
_UNSIGNED = timedelta(days=60)
_MOST = 200


def todo(desk: Desk) -> Mapping[str, Heap]:
    """By reason, how many registrations wait and which (at most 200 each)."""
    before = (desk.today() - _UNSIGNED).isoformat()
    until = (desk.today() + _AHEAD).isoformat()
    with desk.store.read() as session:
        return {
            RETURNED: waiting.returned(session, _MOST),
            SCAN: waiting.without_scan(session, _MOST),
            CERTIFICATE: waiting.certificates(session, _MOST),
            REFERRAL: waiting.referrals(session, _MOST),
            DOCUMENT: waiting.expiring_documents(session, until, _MOST),
            CONSENT: waiting.outdated_consents(session, TEXT_VERSION, _MOST),
            UNUSED: waiting.unused_consents(session, before, _MOST),
        }


def hand_over_certificate(desk: Desk, record_id: str) -> None:
    """The certificate was given to the volunteer today.

    Raises EntryError F18 where there is none, StateError L30 where it was handed over before.
    """
    desk.require_entry()
    with desk.store.write() as session:
        certificate = session.get(Certificate, record_id)
        if certificate is None:
            raise EntryError("F18", "这份登记还没有省中心的证明。", "请先接收省中心的回执。")
        if certificate.handed_over_at:
            raise StateError("L30", "这份证明已经交付过。", "不需要再次登记。")
        certificate.handed_over_at = desk.today().isoformat()
        append(session, desk.staff.number, "hand-over-certificate", desk.now(), record_id)
