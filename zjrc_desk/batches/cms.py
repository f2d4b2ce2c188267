"""Detached CMS signatures (RFC 5652): ECDSA P-256 with SHA-256, one signer, one certificate."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography import x509

from zjrc_desk.batches.certificates import Signer


@dataclass(frozen=True)
class Signature:
    """A signature that holds; ``canonical``: in the one encoding :func:`sign` makes."""

    certificate: x509.Certificate
    canonical: bool


def sign(content: bytes, signer: Signer) -> bytes:
    """DER SignedData over ``content``."""
    raise NotImplementedError


def verify(content: bytes, p7s: bytes) -> Signature:
    """BatchError S01 not such a CMS, S08 other algorithms, S09 two signers, S10 content or
    signature altered.  Whether the certificate counts is for :class:`certificates.Trust`."""
    raise NotImplementedError
