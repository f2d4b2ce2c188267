"""Enrolment with the provincial centre: the request goes out, the enrolment comes back."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from zjrc_desk.batches.certificates import key_from_bytes
from zjrc_desk.batches.enrolment import Enrolment, open_enrolment
from zjrc_desk.batches.request import fingerprint as fingerprint_of
from zjrc_desk.batches.request import make_request, read_request
from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.set_up_steps import REQUEST
from zjrc_desk.registry.tables import Point
from zjrc_desk.registry.vocabulary import ADMINISTRATOR
from zjrc_desk.store import trail
from zjrc_desk.store.audit import append
from zjrc_desk.store.trail import TrailFilter


def request(desk: Desk) -> tuple[bytes, str]:
    """The PKCS#10 request (PEM) and its fingerprint, to be read to the centre over the phone.

    Raises AccessError A01 but for an administrator, W16 at the practice point; :func:`enrol` too.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real()
    with desk.store.write() as session:
        key = key_from_bytes(identity.current(session).private_key)
        pem = make_request(key, desk.point.code, desk.point.name)
        append(session, desk.staff.number, REQUEST, desk.now())
    return pem, read_request(pem).fingerprint


def enrol(desk: Desk, content: bytes) -> Enrolment:
    """Take the centre's answer: certificate, CA, recipients and profile.

    Raises EnrolmentError E01 (another CA than the one known here), E02 (certificate for another
    key), E04 (cut or changed).  Taking the same one twice changes nothing.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real()
    now = desk.now()
    with desk.store.write() as session:
        mine = identity.current(session)
        known = mine.ca_certificate
        enrolment = open_enrolment(
            content,
            key=key_from_bytes(mine.private_key),
            point_code=desk.point.code,
            trusted_ca=None if known is None else x509.load_der_x509_certificate(known),
            now=now,
        )
        mine.certificate = enrolment.certificate.public_bytes(Encoding.DER)
        mine.ca_certificate = enrolment.ca_certificate.public_bytes(Encoding.DER)
        mine.recipients = list(enrolment.recipients)
        identity.believe(mine, enrolment.centre_certificates)
        mine.upload_url = enrolment.upload_url
        mine.upload_token = enrolment.upload_token
        mine.enrolled_at = now.isoformat(timespec="seconds")
        point = session.get_one(Point, desk.point.code)
        for name in ("centre_name", "centre_phone"):
            if enrolment.point.get(name):
                setattr(point, name, str(enrolment.point[name]))
        append(session, desk.staff.number, "enrol", now)
        desk.point = point
    return enrolment


def fingerprint(desk: Desk) -> str:
    """Of the request that was exported, for the centre may ask for it days later: that of the key,
    the same for every export.  Empty before the first, and once the point is enrolled."""
    with desk.store.read() as session:
        mine = identity.current(session)
        # The trail of a point that has long been at work is long.
        if mine.ca_certificate is not None:
            return ""
        if not trail.count(session, TrailFilter(actions=(REQUEST,))):
            return ""
        return fingerprint_of(key_from_bytes(mine.private_key).public_key())


def enrolled(desk: Desk) -> bool:
    """Whether batches can be sealed."""
    with desk.store.read() as session:
        return identity.current(session).ca_certificate is not None


@dataclass(frozen=True)
class Upload:
    """What the centre gave for handing batches over through the network: ``address``, empty where
    it gave none, and whether a token for it is kept, which is never shown."""

    address: str
    has_token: bool


def upload(desk: Desk) -> Upload:
    """What the enrolment said of uploading."""
    with desk.store.read() as session:
        mine = identity.current(session)
        return Upload(mine.upload_url, bool(mine.upload_token))
