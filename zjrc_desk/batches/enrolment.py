"""``<point>.enrolment``: the centre's answer to a request, signed by its CA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from zjrc_desk.batches.certificates import Signer


@dataclass(frozen=True)
class Enrolment:
    """All a desk needs to hand over batches.  ``point``: profile with at least code and name."""

    point: Mapping[str, object]
    certificate: x509.Certificate
    ca_certificate: x509.Certificate
    recipients: tuple[str, ...]
    upload_url: str
    upload_token: str


def enrolment_name(point_code: str) -> str:
    """``ZJ-HZ-0001.enrolment``."""
    return f"{point_code}.enrolment"


def write_enrolment(enrolment: Enrolment, signer: Signer) -> bytes:
    """The canonical ZIP; ``signer`` is the CA itself."""
    raise NotImplementedError


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
    raise NotImplementedError
