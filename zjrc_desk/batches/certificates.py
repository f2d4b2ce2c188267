"""X.509 certificates of points and centre: made, told apart, checked.

Told apart by extended key usage (RFC 5280 4.2.1.12), under arcs that need no registration
(ITU-T X.667: 2.25 and a UUID):

- :data:`POINT_USAGE`: signs batches, letters and letter tokens of the point named in the subject;
- :data:`CENTRE_USAGE`: signs receipts and certificate tokens;
- the CA has neither: it signs certificates, revocation lists and enrolments only.

The clock is always passed in.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, SignatureAlgorithmOID

from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.names import is_point_code
from zjrc_desk.registry.errors import EnrolmentError

if TYPE_CHECKING:
    from zjrc_desk.batches.request import CertificateRequest

POINT_USAGE = x509.ObjectIdentifier("2.25.282606515433803521883851162776057718277")
CENTRE_USAGE = x509.ObjectIdentifier("2.25.261112785503652141286934849199595368279")
#: RFC 9336: readers of signed PDF files look for it.
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")

AUTHORITY_DAYS = 20 * 365
#: A desk's own certificate only ever says which key it is; enrolment gives it two years.
SELF_SIGNED_DAYS = 10 * 365
CRL_DAYS = 400
#: A certificate is valid a little before it is made: clocks of desk and centre differ.
BACKDATED = timedelta(hours=24)


@dataclass(frozen=True)
class Signer:
    """A private key and the certificate that goes into the signatures made with it."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()


def new_key() -> ec.EllipticCurvePrivateKey:
    """A new P-256 key."""
    return ec.generate_private_key(ec.SECP256R1())


def key_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    """PKCS#8 DER, unencrypted: to be kept inside an encrypted store only."""
    return key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def key_from_bytes(data: bytes) -> ec.EllipticCurvePrivateKey:
    """The key of :func:`key_bytes`; EnrolmentError E07 if it is none."""
    try:
        key = serialization.load_der_private_key(data, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise _bad_key(type(error).__name__) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not is_p256(key.public_key()):
        raise _bad_key("not P-256")
    return key


def _bad_key(detail: str) -> EnrolmentError:
    return EnrolmentError(
        "E07", "签名密钥读不出来。", "请用最近的备份恢复，或重新申请证书。", detail=detail
    )


def is_p256(key: object) -> bool:
    """Whether a public key is on P-256, the one curve of the format."""
    return isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1)


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """PEM, as OpenSSL reads it."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def certificate_digest(certificate: x509.Certificate) -> str:
    """Hex SHA-256 of the DER: the manifest's ``signer``."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def kid(certificate: x509.Certificate) -> str:
    """Key id of a token: the digest's first 16 bytes, base64url without padding (22 characters)."""
    short = certificate.fingerprint(hashes.SHA256())[:16]
    return base64.urlsafe_b64encode(short).rstrip(b"=").decode("ascii")


def point_code_of(certificate: x509.Certificate) -> str:
    """The point code a point certificate was issued for (subject CN, exactly one); BatchError S07
    where there is none."""
    codes = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    if len(codes) != 1 or not is_point_code(codes[0].value):
        raise refuse("S07", "subject names no point")
    return str(codes[0].value)


def has_usage(certificate: x509.Certificate, usage: x509.ObjectIdentifier) -> bool:
    """Whether the certificate is meant for ``usage``: an end entity's, with that EKU, for
    digital signatures."""
    try:
        basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
        keys = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        usages = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (x509.ExtensionNotFound, x509.DuplicateExtension, ValueError):
        return False
    both = POINT_USAGE in usages and CENTRE_USAGE in usages
    return not basic.ca and keys.digital_signature and usage in usages and not both


def point_subject(point_code: str, point_name: str) -> x509.Name:
    """CN = point code, O = point name (at most 64 characters, X.520 upper bound)."""
    return _subject(point_code, point_name)


def _subject(common_name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name[:64]),
        ]
    )


def _builder(
    subject: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    start = now.astimezone(UTC).replace(microsecond=0)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - BACKDATED)
        .not_valid_after(start + timedelta(days=days))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _key_usage(*, authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=not authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _end_entity(
    builder: x509.CertificateBuilder, usages: list[x509.ObjectIdentifier]
) -> x509.CertificateBuilder:
    return (
        builder.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(authority=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage(usages), critical=False)
    )


_POINT_USAGES = [POINT_USAGE, DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]
_CENTRE_USAGES = [CENTRE_USAGE, DOCUMENT_SIGNING, ExtendedKeyUsageOID.EMAIL_PROTECTION]


def self_signed(
    key: ec.EllipticCurvePrivateKey, point_code: str, point_name: str, now: datetime
) -> x509.Certificate:
    """A desk's certificate before it is enrolled: letters can be signed from the first day."""
    subject = point_subject(point_code, point_name)
    builder = _builder(subject, key.public_key(), now, SELF_SIGNED_DAYS).issuer_name(subject)
    return _end_entity(builder, _POINT_USAGES).sign(key, hashes.SHA256())


def new_authority(name: str, now: datetime) -> Signer:
    """A new CA of a centre: key and self-signed certificate, 20 years."""
    key = new_key()
    subject = _subject(name, name)
    certificate = (
        _builder(subject, key.public_key(), now, AUTHORITY_DAYS)
        .issuer_name(subject)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(authority=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Signer(key, certificate)


def _issue(
    ca: Signer,
    subject: x509.Name,
    key: ec.EllipticCurvePublicKey,
    usages: list[x509.ObjectIdentifier],
    validity: tuple[datetime, int],
) -> x509.Certificate:
    builder = _builder(subject, key, *validity).issuer_name(ca.certificate.subject)
    identifier = ca.certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    authority = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier)
    return _end_entity(builder.add_extension(authority, critical=False), usages).sign(
        ca.key, hashes.SHA256()
    )


def issue_point(
    ca: Signer, request: CertificateRequest, now: datetime, days: int = 730
) -> x509.Certificate:
    """A point's certificate for an approved request; two years unless said otherwise."""
    subject = point_subject(request.point_code, request.point_name)
    return _issue(ca, subject, request.public_key, _POINT_USAGES, (now, days))


def issue_centre(
    ca: Signer, key: ec.EllipticCurvePrivateKey, name: str, now: datetime, days: int = 730
) -> x509.Certificate:
    """The centre's certificate for receipts and certificate tokens."""
    subject = _subject("receipts", name)
    return _issue(ca, subject, key.public_key(), _CENTRE_USAGES, (now, days))


def revocation_list(ca: Signer, revoked: Mapping[int, datetime], now: datetime) -> bytes:
    """PEM CRL of serial -> revocation date; ``openssl verify -crl_check`` reads it."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(ca.certificate.subject)
        .last_update(now.astimezone(UTC))
        .next_update(now.astimezone(UTC) + timedelta(days=CRL_DAYS))
    )
    for serial, day in sorted(revoked.items()):
        entry = x509.RevokedCertificateBuilder().serial_number(serial)
        builder = builder.add_revoked_certificate(
            entry.revocation_date(day.astimezone(UTC)).build()
        )
    signed = builder.sign(ca.key, hashes.SHA256())
    return signed.public_bytes(serialization.Encoding.PEM)


@dataclass(frozen=True)
class Trust:
    """Whom a reader believes: CA certificate(s), and what was revoked (PEM or DER CRL).

    With several authorities (a CA that was renewed) ``crl`` is the one of any of them; a list no
    authority signed is an error of the installation and raises ValueError.
    """

    authorities: tuple[x509.Certificate, ...]
    crl: bytes | None = None

    def check_point(
        self, certificate: x509.Certificate, *, at: datetime, received: datetime
    ) -> None:
        """Raise BatchError unless a point's certificate counts: S02 other CA, S03 expired ``at``,
        S04 not yet valid ``at``, S05 revoked when ``received``, S07 wrong usage."""
        self._check(certificate, POINT_USAGE, at, received)

    def check_centre(
        self, certificate: x509.Certificate, *, at: datetime, received: datetime
    ) -> None:
        """As :meth:`check_point`, for the centre's certificate for receipts and tokens."""
        self._check(certificate, CENTRE_USAGE, at, received)

    def _check(
        self,
        certificate: x509.Certificate,
        usage: x509.ObjectIdentifier,
        at: datetime,
        received: datetime,
    ) -> None:
        if not any(issued_by(certificate, ca, at) for ca in self.authorities):
            raise refuse("S02", "not issued by a trusted authority")
        if not has_usage(certificate, usage):
            raise refuse("S07", "certificate lacks the usage")
        if at > certificate.not_valid_after_utc:
            raise refuse("S03", f"expired {certificate.not_valid_after_utc.isoformat()}")
        if at < certificate.not_valid_before_utc:
            raise refuse("S04", f"valid from {certificate.not_valid_before_utc.isoformat()}")
        if self._revoked(certificate, received):
            raise refuse("S05", f"revoked, serial {certificate.serial_number:x}")

    def _revoked(self, certificate: x509.Certificate, received: datetime) -> bool:
        if self.crl is None:
            return False
        pem = self.crl.lstrip().startswith(b"-----BEGIN")
        crl = x509.load_pem_x509_crl(self.crl) if pem else x509.load_der_x509_crl(self.crl)
        if not any(
            crl.issuer == ca.subject and crl.is_signature_valid(_p256(ca))
            for ca in self.authorities
        ):
            raise ValueError("the revocation list is not signed by a trusted authority")
        entry = crl.get_revoked_certificate_by_serial_number(certificate.serial_number)
        return entry is not None and entry.revocation_date_utc <= received


def _p256(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey:
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or not is_p256(key):
        raise refuse("S08", "key is not P-256")
    return key


def issued_by(certificate: x509.Certificate, ca: x509.Certificate, at: datetime) -> bool:
    """Whether ``ca`` is an authority at that time and signed the certificate, by
    ECDSA P-256 and SHA-256."""
    try:
        basic = ca.extensions.get_extension_for_class(x509.BasicConstraints).value
        if not basic.ca or not is_p256(ca.public_key()) or not is_p256(certificate.public_key()):
            return False
        certificate.verify_directly_issued_by(ca)
    except (x509.ExtensionNotFound, InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError):
        return False
    in_time = ca.not_valid_before_utc <= at <= ca.not_valid_after_utc
    algorithm = certificate.signature_algorithm_oid
    return in_time and algorithm == SignatureAlgorithmOID.ECDSA_WITH_SHA256
