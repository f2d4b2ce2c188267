"""X.509 certificates of points and centre: made, told apart, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

if TYPE_CHECKING:
    from zjrc_desk.batches.request import CertificateRequest


@dataclass(frozen=True)
class Signer:
    """A private key and the certificate that goes into the signatures made with it."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()


def new_key() -> ec.EllipticCurvePrivateKey:
    """A new P-256 key."""
    raise NotImplementedError


def key_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    """PKCS#8 DER, unencrypted: to be kept inside an encrypted store only."""
    raise NotImplementedError


def key_from_bytes(data: bytes) -> ec.EllipticCurvePrivateKey:
    """The key of :func:`key_bytes`; EnrolmentError E07 if it is none."""
    raise NotImplementedError


def certificate_pem(certificate: x509.Certificate) -> bytes:
    """PEM, as OpenSSL reads it."""
    raise NotImplementedError


def certificate_digest(certificate: x509.Certificate) -> str:
    """Hex SHA-256 of the DER: the manifest's ``signer``."""
    raise NotImplementedError


def kid(certificate: x509.Certificate) -> str:
    """Key id of a token: the digest's first 16 bytes, base64url without padding (22 characters)."""
    raise NotImplementedError


def point_code_of(certificate: x509.Certificate) -> str:
    """The point code a point certificate was issued for (subject CN)."""
    raise NotImplementedError


def self_signed(
    key: ec.EllipticCurvePrivateKey, point_code: str, point_name: str, now: datetime
) -> x509.Certificate:
    """A desk's certificate before it is enrolled: letters can be signed from the first day."""
    raise NotImplementedError


def new_authority(name: str, now: datetime) -> Signer:
    """A new CA of a centre: key and self-signed certificate, 20 years."""
    raise NotImplementedError


def issue_point(
    ca: Signer, request: CertificateRequest, now: datetime, days: int = 730
) -> x509.Certificate:
    """A point's certificate for an approved request."""
    raise NotImplementedError


def issue_centre(
    ca: Signer, key: ec.EllipticCurvePrivateKey, name: str, now: datetime, days: int = 730
) -> x509.Certificate:
    """The centre's certificate for receipts and certificate tokens."""
    raise NotImplementedError


def revocation_list(ca: Signer, revoked: Mapping[int, datetime], now: datetime) -> bytes:
    """PEM CRL of serial -> revocation date; ``openssl verify -crl_check`` reads it."""
    raise NotImplementedError


@dataclass(frozen=True)
class Trust:
    """Whom a reader believes: CA certificate(s), and what was revoked (PEM or DER CRL)."""

    authorities: tuple[x509.Certificate, ...]
    crl: bytes | None = None

    def check_point(
        self, certificate: x509.Certificate, *, at: datetime, received: datetime
    ) -> None:
        """Raise BatchError unless a point's certificate counts: S02 other CA, S03 expired ``at``,
        S04 not yet valid ``at``, S05 revoked when ``received``, S07 wrong usage."""
        raise NotImplementedError

    def check_centre(
        self, certificate: x509.Certificate, *, at: datetime, received: datetime
    ) -> None:
        """As :meth:`check_point`, for the centre's certificate for receipts and tokens."""
        raise NotImplementedError
