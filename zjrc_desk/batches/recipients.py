"""age X25519 recipients: whom a payload is encrypted to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """``secret`` AGE-SECRET-KEY-1..., ``recipient`` age1...; repr never shows the secret."""

    secret: str
    recipient: str


def new_identity() -> Identity:
    """A new X25519 identity, as ``age-keygen`` makes it."""
    raise NotImplementedError


def identity_file(identity: Identity, created: str) -> bytes:
    """The key file of ``age-keygen``: ``age -d -i FILE`` reads it."""
    raise NotImplementedError


def read_identities(data: bytes) -> tuple[Identity, ...]:
    """All identities of a key file; BatchError B10 if there is none."""
    raise NotImplementedError


def recipient_fingerprint(recipient: str) -> str:
    """Hex SHA-256 of the recipient string (ASCII): the manifest's ``recipients``."""
    raise NotImplementedError


def check_recipients(recipients: Iterable[str]) -> tuple[str, ...]:
    """The recipients as given; BatchError B10 if one is no age X25519 recipient, or none given."""
    raise NotImplementedError
