"""Detached CMS signatures (RFC 5652): ECDSA P-256 with SHA-256, one signer, one certificate.

The structure is read with asn1crypto, which keeps every byte; the reader encodes it again by DER
and refuses any difference.  What DER leaves open is closed by the *canonical* form: digest
algorithms with NULL parameters, exactly the attributes content type, signing time and message
digest, and the lower of the two values s and n - s that ECDSA allows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from asn1crypto import cms as asn1_cms
from asn1crypto import core
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from zjrc_desk.batches.certificates import Signer, is_p256
from zjrc_desk.batches.faults import refuse

_OPTIONS = (
    pkcs7.PKCS7Options.DetachedSignature,
    pkcs7.PKCS7Options.Binary,
    pkcs7.PKCS7Options.NoCapabilities,
)
_MAX_BYTES = 64 * 1024
#: Order of P-256 (SEC 2, 2.4.2).
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

#: AlgorithmIdentifiers in DER.  RFC 5754 section 2: readers take SHA-256 with and without NULL.
_SHA256_NULL = bytes.fromhex("300d06096086480165030402010500")
_SHA256_ABSENT = bytes.fromhex("300b0609608648016503040201")
_ECDSA_SHA256 = bytes.fromhex("300a06082a8648ce3d040302")

_ATTRIBUTES = frozenset({"content_type", "signing_time", "message_digest"})


@dataclass(frozen=True)
class Signature:
    """A signature that holds; ``canonical``: in the one encoding :func:`sign` makes."""

    certificate: x509.Certificate
    canonical: bool


def sign(content: bytes, signer: Signer, size: int | None = None) -> bytes:
    """DER SignedData over ``content``, canonical; with ``size`` one of exactly that many bytes.

    ECDSA is randomised: half of the signatures have the lower s, and lengths differ by a byte or
    two, so a few are made until one fits.  The signing-time attribute is the computer's clock.
    """
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
    builder = builder.add_signer(signer.certificate, signer.key, hashes.SHA256())
    for _ in range(10_000):
        p7s = builder.sign(Encoding.DER, _OPTIONS)
        raw = asn1_cms.ContentInfo.load(p7s)["content"]["signer_infos"][0]["signature"].native
        if _is_low(raw) and size in (None, len(p7s)):
            return p7s
    raise refuse("S01", "no signature of the wanted length")


def _is_low(signature: bytes) -> bool:
    return decode_dss_signature(signature)[1] <= _ORDER // 2


def verify(content: bytes, p7s: bytes) -> Signature:
    """BatchError S01 not such a CMS, S08 other algorithms, S09 two signers, S10 content or
    signature altered.  Whether the certificate counts is for :class:`certificates.Trust`."""
    if len(p7s) > _MAX_BYTES:
        raise refuse("S01", "too long")
    try:
        return _verify(content, p7s)
    # asn1crypto parses lazily and reports bad input by these, anywhere below.
    except (ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise refuse("S01", f"not such a CMS: {type(error).__name__}") from error


def _verify(content: bytes, p7s: bytes) -> Signature:
    info = asn1_cms.ContentInfo.load(p7s, strict=True)
    if info["content_type"].native != "signed_data":
        raise refuse("S01", "not SignedData")
    data = info["content"]
    certificate = _only_certificate(data)
    signer = _only_signer(data, certificate)
    if info.copy().dump(force=True) != p7s:
        raise refuse("S01", "not DER")
    attributes = _attributes(signer, content)
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or not is_p256(key):
        raise refuse("S08", "key is not P-256")
    # RFC 5652 5.4: the signature is over the attributes with the tag of SET OF.
    signed = b"\x31" + signer["signed_attrs"].dump()[1:]
    raw = signer["signature"].native
    try:
        key.verify(raw, signed, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature as error:
        raise refuse("S10", "signature does not verify") from error
    null_parameters = data["digest_algorithms"][0].dump() == _SHA256_NULL
    canonical = null_parameters and attributes == _ATTRIBUTES and _is_low(raw)
    return Signature(certificate, canonical)


def _only_certificate(data: asn1_cms.SignedData) -> x509.Certificate:
    if data["version"].native != "v1" or data["encap_content_info"].dump() != bytes.fromhex(
        "300b06092a864886f70d010701"
    ):
        raise refuse("S01", "not detached SignedData of version 1")
    if isinstance(data["certificates"], core.Void) or len(data["certificates"]) == 0:
        raise refuse("S01", "no certificate")
    if len(data["certificates"]) != 1:
        raise refuse("S09", "more than one certificate")
    if not isinstance(data["crls"], core.Void):
        raise refuse("S01", "holds a revocation list")
    if data["certificates"][0].name != "certificate":
        raise refuse("S01", "not an X.509 certificate")
    try:
        certificate = x509.load_der_x509_certificate(data["certificates"][0].dump())
        certificate.public_key()
    except UnsupportedAlgorithm as error:
        raise refuse("S08", "unknown kind of key") from error
    except x509.InvalidVersion as error:
        raise refuse("S01", "unknown version of certificate") from error
    return certificate


def _only_signer(data: asn1_cms.SignedData, certificate: x509.Certificate) -> asn1_cms.SignerInfo:
    if len(data["signer_infos"]) != 1:
        raise refuse("S09" if len(data["signer_infos"]) else "S01", "not one signer")
    signer = data["signer_infos"][0]
    if signer["version"].native != "v1" or signer["sid"].name != "issuer_and_serial_number":
        raise refuse("S01", "signer is not named by issuer and serial number")
    sid = signer["sid"].chosen
    if (
        sid["issuer"].dump() != certificate.issuer.public_bytes()
        or sid["serial_number"].native != certificate.serial_number
    ):
        raise refuse("S01", "signer is not the certificate's")
    if not isinstance(signer["unsigned_attrs"], core.Void):
        raise refuse("S01", "unsigned attributes")
    digests = [algorithm.dump() for algorithm in data["digest_algorithms"]]
    if (
        digests != [signer["digest_algorithm"].dump()]
        or digests[0] not in (_SHA256_NULL, _SHA256_ABSENT)
        or signer["signature_algorithm"].dump() != _ECDSA_SHA256
    ):
        raise refuse("S08", "algorithms")
    return signer


def _attributes(signer: asn1_cms.SignerInfo, content: bytes) -> frozenset[str]:
    """Names of the signed attributes, after content type and digest were found right."""
    if isinstance(signer["signed_attrs"], core.Void):
        raise refuse("S01", "no signed attributes")
    values: dict[str, list[object]] = {}
    for attribute in signer["signed_attrs"]:
        name = attribute["type"].native
        if name in values:
            raise refuse("S01", "a signed attribute twice")
        values[name] = list(attribute["values"].native)
    if values.get("content_type") != ["data"]:
        raise refuse("S01", "content type")
    if values.get("message_digest") != [hashlib.sha256(content).digest()]:
        raise refuse("S10", "content is not what was signed")
    return frozenset(values)
