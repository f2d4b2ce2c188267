"""A point's PKCS#10 request for a certificate (RFC 2986)."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec


@dataclass(frozen=True)
class CertificateRequest:
    """A request whose own signature holds; ``fingerprint`` is compared over the phone."""

    point_code: str
    point_name: str
    public_key: ec.EllipticCurvePublicKey
    fingerprint: str
    csr: x509.CertificateSigningRequest


def make_request(key: ec.EllipticCurvePrivateKey, point_code: str, point_name: str) -> bytes:
    """PEM request; subject CN = point code, O = point name."""
    raise NotImplementedError


def read_request(data: bytes) -> CertificateRequest:
    """Parse and verify; EnrolmentError E06 if it is no request of a point."""
    raise NotImplementedError


def fingerprint(key: ec.EllipticCurvePublicKey) -> str:
    """SHA-256 of the public key (SPKI DER), first 16 bytes, as 8 groups of 4 hex digits."""
    raise NotImplementedError
