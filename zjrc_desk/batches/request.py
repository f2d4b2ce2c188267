"""A point's PKCS#10 request for a certificate (RFC 2986)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID, SignatureAlgorithmOID

from zjrc_desk.batches.certificates import is_p256, point_subject
from zjrc_desk.batches.names import is_point_code
from zjrc_desk.registry.errors import EnrolmentError

_MAX_BYTES = 64 * 1024


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
    builder = x509.CertificateSigningRequestBuilder()
    csr = builder.subject_name(point_subject(point_code, point_name)).sign(key, hashes.SHA256())
    return csr.public_bytes(serialization.Encoding.PEM)


def read_request(data: bytes) -> CertificateRequest:
    """Parse and verify; EnrolmentError E06 if it is no request of a point."""
    if len(data) > _MAX_BYTES:
        raise _bad_request("too long")
    try:
        csr = x509.load_pem_x509_csr(data)
        key = csr.public_key()
        signed = csr.is_signature_valid
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _bad_request(type(error).__name__) from error
    if csr.signature_algorithm_oid != SignatureAlgorithmOID.ECDSA_WITH_SHA256 or not signed:
        raise _bad_request("signature")
    if not isinstance(key, ec.EllipticCurvePublicKey) or not is_p256(key):
        raise _bad_request("key is not P-256")
    codes = csr.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    names = csr.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    if len(codes) != 1 or len(names) != 1 or not is_point_code(codes[0].value):
        raise _bad_request("subject names no point")
    return CertificateRequest(str(codes[0].value), str(names[0].value), key, fingerprint(key), csr)


def fingerprint(key: ec.EllipticCurvePublicKey) -> str:
    """SHA-256 of the public key (SPKI DER), first 16 bytes, as 8 groups of 4 hex digits."""
    spki = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    digits = hashlib.sha256(spki).hexdigest()[:32].upper()
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))


def _bad_request(detail: str) -> EnrolmentError:
    return EnrolmentError(
        "E06",
        "这个文件不是登记点的证书申请，或者已经损坏。",
        "请让登记点重新导出申请文件。",
        detail=detail,
    )
