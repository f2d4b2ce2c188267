"""The token in a QR code: a compact JWS (RFC 7515), ES256, at most 420 bytes.

A letter's token is signed by the point, a certificate's by the centre; they differ by ``number``.

Header ``alg``, ``kid``.  Claims, short so that the QR stays coarse enough for a 150 dpi scan:
``f`` format 1, ``p`` point, ``s`` serial without the point in front, ``r`` record id (16 bytes,
base64url), ``n`` revision, ``k`` kind (first letter), ``d`` day YYYYMMDD, ``h`` SHA-256 of the
record's content (base64url), ``w`` salted hash of the person, ``c`` certificate number.
"""

from __future__ import annotations

import base64
import hashlib
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from zjrc_desk.batches import names, strictjson
from zjrc_desk.batches.certificates import (
    CENTRE_USAGE,
    POINT_USAGE,
    has_usage,
    is_p256,
    kid,
    point_code_of,
)
from zjrc_desk.batches.faults import refuse
from zjrc_desk.batches.manifest import KINDS
from zjrc_desk.registry.errors import BatchError

MAX_BYTES = 420
#: A paper of a point that is of no registration: 批次移交单, 月报.  ``record_id`` is then the
#: batch's or the report's own, ``content_sha256`` the digest of what the paper lists.
PAPER_KINDS = ("handover", "monthly")
_KINDS = {kind[0]: kind for kind in (*KINDS, *PAPER_KINDS)}
#: Bounds that together keep every token within 420 bytes.
_SERIAL = re.compile(r"[1-9][0-9]?-[0-9]{6,7}-[0-9A-Z]")
_NUMBER = re.compile(r"[A-Z0-9-]{1,14}")
_PERSON = re.compile(r"[A-Za-z0-9_-]{22}")
_KEY_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_MAX_REVISION = 999
_NAMES = frozenset("fpsrnkdhw")


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
    token and identity document can check it.

    scrypt (RFC 7914), about 4 ms: a name is on the card beside the QR, and a plain hash of the few
    million document numbers it could have would be undone in a moment.
    """
    person = f"{name}\n{document_number}".encode()
    return _base64(hashlib.scrypt(person, salt=salt.encode(), n=1024, r=8, p=1, dklen=16))


def make_token(
    claims: TokenClaims, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> str:
    """The token, ASCII, at most 420 bytes always; BatchError T01 for claims out of range.

    Before its enrolment a point signs with its self-signed certificate over the same key.
    """
    payload = strictjson.dumps(_to_json(claims))
    header = {"alg": "ES256", "kid": kid(certificate)}
    token = jws.serialize_compact(header, payload, ECKey.import_key(key), algorithms=["ES256"])
    if len(token) > MAX_BYTES:
        raise refuse("T01", "token too long")
    return token


def _to_json(claims: TokenClaims) -> dict[str, object]:
    prefix = claims.point + "-"
    serial = claims.serial.removeprefix(prefix)
    if (
        not names.is_point_code(claims.point)
        or not claims.serial.startswith(prefix)
        or not _SERIAL.fullmatch(serial)
        or not names.is_uuid7(claims.record_id)
        or not names.is_count(claims.revision, 1, _MAX_REVISION)
        or claims.kind not in (*KINDS, *PAPER_KINDS)
        or not names.is_sha256(claims.content_sha256)
        or not _PERSON.fullmatch(claims.person)
        or (claims.number is not None and not _NUMBER.fullmatch(claims.number))
    ):
        raise refuse("T01", "a claim is out of range")
    value: dict[str, object] = {
        "f": 1,
        "p": claims.point,
        "s": serial,
        "r": _base64(uuid.UUID(claims.record_id).bytes),
        "n": claims.revision,
        "k": claims.kind[0],
        "d": int(claims.day.strftime("%Y%m%d")),
        "h": _base64(bytes.fromhex(claims.content_sha256)),
        "w": claims.person,
    }
    return value if claims.number is None else value | {"c": claims.number}


def read_token(text: str, certificates: Iterable[x509.Certificate]) -> TokenClaims:
    """Verify against certificates that are believed; BatchError T02 not a token, T03 by a key that
    is not known or may not sign this, T04 altered.

    A letter's token counts by a certificate of the point it names, a certificate's token by one of
    the centre.  Where no certificate has the token's ``kid`` all those of that point are tried: a
    letter printed before the enrolment names the self-signed certificate over the same key.
    """
    header, claims = _split(text)
    able = [certificate for certificate in certificates if _may_sign(certificate, claims)]
    named = [certificate for certificate in able if kid(certificate) == header["kid"]]
    if not able:
        raise refuse("T03", "no certificate for this token")
    if not any(_verifies(text, certificate) for certificate in named or able):
        raise refuse("T04" if named else "T03", "signature does not verify")
    return claims


def _split(text: str) -> tuple[Mapping[str, object], TokenClaims]:
    """Header and claims, not yet believed; T02 unless they are in the one form make_token gives."""
    parts = text.split(".")
    if len(text) > MAX_BYTES or not text.isascii() or len(parts) != 3:
        raise refuse("T02", "not a compact JWS")
    try:
        header, value = (strictjson.loads(_unbase64(part)) for part in parts[:2])
        _unbase64(parts[2])
    except ValueError as error:
        raise refuse("T02", "not base64url of JSON") from error
    if (
        not isinstance(header, dict)
        or list(header) != ["alg", "kid"]
        or header["alg"] != "ES256"
        or not _KEY_ID.fullmatch(str(header["kid"]))
    ):
        raise refuse("T02", "header")
    if not isinstance(value, dict) or value.get("f") != 1:
        raise refuse("T02", "claims")
    return header, _from_json(value)


def _from_json(value: Mapping[str, object]) -> TokenClaims:
    if set(value) - {"c"} != _NAMES:
        raise refuse("T02", "claims")
    number, revision = value.get("c"), value["n"]
    if not isinstance(revision, int) or not (number is None or isinstance(number, str)):
        raise refuse("T02", "claims")
    try:
        claims = TokenClaims(
            serial=f"{value['p']}-{value['s']}",
            record_id=str(uuid.UUID(bytes=_unbase64(str(value["r"])))),
            revision=revision,
            kind=_KINDS[str(value["k"])],
            day=date.fromisoformat(str(value["d"])),
            point=str(value["p"]),
            content_sha256=_unbase64(str(value["h"])).hex(),
            person=str(value["w"]),
            number=number,
        )
        same = _to_json(claims) == value
    except (ValueError, KeyError, BatchError) as error:
        raise refuse("T02", "claims") from error
    if not same:
        raise refuse("T02", "claims are not in their one form")
    return claims


def _may_sign(certificate: x509.Certificate, claims: TokenClaims) -> bool:
    if not is_p256(certificate.public_key()):
        return False
    if claims.number is not None:
        return has_usage(certificate, CENTRE_USAGE)
    return has_usage(certificate, POINT_USAGE) and point_code_of(certificate) == claims.point


def _verifies(text: str, certificate: x509.Certificate) -> bool:
    key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey):
        return False
    try:
        jws.deserialize_compact(text, ECKey.import_key(key), algorithms=["ES256"])
    except JoseError:
        return False
    return True


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _unbase64(text: str) -> bytes:
    """Strict: no padding, no other alphabet, no stray bits in the last character."""
    data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    if _base64(data) != text:
        raise ValueError("not canonical base64url")
    return data
