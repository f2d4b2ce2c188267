"""The token in a QR code: a compact JWS (RFC 7515), ES256, at most 420 bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

MAX_BYTES = 420


@dataclass(frozen=True)
class TokenClaims:
    """What a token says.  ``number``: of the centre's certificate (at most 14 of A-Z 0-9 -), None
    in a letter's token.  ``content_sha256``: hex, :func:`record.content_digest`.  ``person``:
    :func:`person_hash`.  ``day``: signed or printed."""

    serial: str
    record_id: str
    revision: int
    kind: str
    day: date
    point: str
    content_sha256: str
    person: str
    number: str | None = None


def person_hash(name: str, document_number: str, salt: str) -> str:
    """Salted hash of a person, 22 characters; ``salt`` is the record id, so that whoever holds
    token and identity document can check it.  About 4 ms by intent (scrypt)."""
    raise NotImplementedError


def make_token(
    claims: TokenClaims, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> str:
    """The token, ASCII, at most 420 bytes always; BatchError T01 for claims out of range."""
    raise NotImplementedError


def read_token(text: str, certificates: Iterable[x509.Certificate]) -> TokenClaims:
    """Verify; BatchError T02 not a token, T03 by a key that is not known, T04 altered."""
    raise NotImplementedError
