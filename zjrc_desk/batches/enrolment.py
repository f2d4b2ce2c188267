"""``<point>.enrolment``: the centre's answer to a request, signed by its CA.

Members: ``enrolment.json`` (format "zjrc-enrolment/1": profile, age recipients, upload address and
token, SHA-256 of both certificates), ``enrolment.p7s`` (by the CA's own certificate), ``point.pem``
and ``centre-ca.pem`` (what the stock tools take).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from zjrc_desk.batches import cms, container, schemas, strictjson
from zjrc_desk.batches.certificates import (
    Signer,
    Trust,
    certificate_digest,
    certificate_pem,
    issued_by,
    point_code_of,
)
from zjrc_desk.batches.faults import reason
from zjrc_desk.batches.recipients import check_recipients
from zjrc_desk.registry.errors import BatchError, EnrolmentError

FORMAT = "zjrc-enrolment/1"
MEMBERS = ("enrolment.json", "enrolment.p7s", "point.pem", "centre-ca.pem")
MAX_BYTES = 1024 * 1024

_TEXTS = {
    "E01": ("这份备案文件是另一个中心签发的。", "请向原来的省中心核实，不要导入。"),
    "E02": ("这份备案文件里的证书不是本机申请的那一份。", "请导入最近一次申请得到的文件。"),
    "E04": ("备案文件不完整或者有改动。", "请重新拷贝，或向省中心重新索取。"),
    "E08": ("这份备案文件是给另一个登记点的。", "请选择本登记点的备案文件。"),
    "E09": ("备案文件的签名或证书无效。", "请打电话向省中心核实，不要导入。"),
}


@dataclass(frozen=True)
class Enrolment:
    """All a desk needs to hand over batches.  ``point``: profile with at least code and name.
    ``centre_certificates``: those the centre signs receipts and 证明 with, so that a point can
    check a 证明 before it ever had a receipt; optional in the file."""

    point: Mapping[str, object]
    certificate: x509.Certificate
    ca_certificate: x509.Certificate
    recipients: tuple[str, ...]
    upload_url: str = ""
    upload_token: str = field(default="", repr=False)
    centre_certificates: tuple[x509.Certificate, ...] = ()


def write_enrolment(enrolment: Enrolment, signer: Signer) -> bytes:
    """The canonical ZIP; ``signer`` is the CA itself.  EnrolmentError E04 for a field out of
    range, E09 where the CA did not issue the certificate; BatchError B21 for a recipient."""
    value: dict[str, object] = {
        "format": FORMAT,
        "point": dict(enrolment.point),
        "certificate_sha256": certificate_digest(enrolment.certificate),
        "ca_certificate_sha256": certificate_digest(enrolment.ca_certificate),
        "recipients": list(check_recipients(enrolment.recipients)),
        "upload": {"url": enrolment.upload_url, "token": enrolment.upload_token},
    }
    if enrolment.centre_certificates:
        pems = [certificate_pem(one).decode("ascii") for one in enrolment.centre_certificates]
        value["centre_certificates"] = pems
    if (fault := schemas.fault("enrolment-1", value)) is not None:
        raise _refused("E04", fault)
    if signer.certificate != enrolment.ca_certificate or not issued_by(
        enrolment.certificate, signer.certificate, enrolment.certificate.not_valid_before_utc
    ):
        raise _refused("E09", "the CA did not issue this certificate")
    data = strictjson.dumps(value, indent=1) + b"\n"
    contents = (
        data,
        cms.sign(data, signer),
        certificate_pem(enrolment.certificate),
        certificate_pem(enrolment.ca_certificate),
    )
    return container.write_small(dict(zip(MEMBERS, contents, strict=True)))


def open_enrolment(
    data: bytes,
    *,
    key: ec.EllipticCurvePrivateKey,
    point_code: str,
    trusted_ca: x509.Certificate | None,
    now: datetime,
) -> Enrolment:
    """Check everything.  EnrolmentError: E01 another CA than ``trusted_ca`` (None: the first
    enrolment, the CA is taken from the file), E02 certificate for another key, E04 cut or altered,
    E08 for another point, E09 not signed by that CA, or its certificate is not valid now."""
    members = _members(data)
    certificate, ca = _certificate(members["point.pem"]), _certificate(members["centre-ca.pem"])
    if trusted_ca is not None and ca != trusted_ca:
        raise _refused("E01", "another CA")
    value = _signed_json(members, ca)
    if (value["certificate_sha256"], value["ca_certificate_sha256"]) != (
        certificate_digest(certificate),
        certificate_digest(ca),
    ):
        raise _refused("E04", "certificates are not those that were signed for")
    if certificate.public_key() != key.public_key():
        raise _refused("E02", "certificate for another key")
    try:
        Trust((ca,)).check_point(certificate, at=now, received=now)
        code = point_code_of(certificate)
        recipients = check_recipients(value["recipients"])
    except BatchError as error:
        raise _refused("E09", reason(error)) from error
    if not code == value["point"]["code"] == point_code:
        raise _refused("E08", "another point")
    upload = value["upload"]
    return Enrolment(
        point=value["point"],
        certificate=certificate,
        ca_certificate=ca,
        recipients=recipients,
        upload_url=upload["url"],
        upload_token=upload["token"],
        centre_certificates=_centre_certificates(value, ca, now),
    )


def _centre_certificates(
    value: Mapping[str, Any], ca: x509.Certificate, now: datetime
) -> tuple[x509.Certificate, ...]:
    found = tuple(_certificate(pem.encode("ascii")) for pem in value.get("centre_certificates", []))
    try:
        for one in found:
            Trust((ca,)).check_centre(one, at=now, received=now)
    except BatchError as error:
        raise _refused("E09", reason(error)) from error
    return found


def _members(data: bytes) -> dict[str, bytes]:
    if len(data) > MAX_BYTES:
        raise _refused("E04", "too long")
    try:
        return container.read_small(data, MEMBERS)
    except BatchError as error:
        raise _refused("E04", reason(error)) from error


def _certificate(pem: bytes) -> x509.Certificate:
    """One certificate in the one PEM form, so that nothing can be added around it."""
    try:
        certificate = x509.load_pem_x509_certificate(pem)
    except (ValueError, x509.InvalidVersion) as error:
        raise _refused("E04", "not a certificate") from error
    if certificate_pem(certificate) != pem:
        raise _refused("E04", "certificate is not in canonical PEM")
    return certificate


def _signed_json(members: Mapping[str, bytes], ca: x509.Certificate) -> dict[str, Any]:
    data = members["enrolment.json"]
    try:
        signature = cms.verify(data, members["enrolment.p7s"])
    except BatchError as error:
        code = "E04" if error.code == "S10" else "E09"
        raise _refused(code, reason(error)) from error
    if signature.certificate != ca:
        raise _refused("E09", "not signed by the CA")
    if not signature.canonical:
        raise _refused("E04", "signature is not canonical")
    try:
        value = strictjson.loads(data)
    except strictjson.NotStrictJson as error:
        raise _refused("E04", str(error)) from error
    if (fault := schemas.fault("enrolment-1", value)) is not None or not isinstance(value, dict):
        raise _refused("E04", fault or "not an object")
    return value


def _refused(code: str, detail: str) -> EnrolmentError:
    message, remedy = _TEXTS[code]
    return EnrolmentError(code, message, remedy, detail=detail)
