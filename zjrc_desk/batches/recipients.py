"""age X25519 recipients: whom a payload is encrypted to (age-encryption.org/v1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import pyrage

from zjrc_desk.batches.faults import refuse


@dataclass(frozen=True)
class Identity:
    """``secret`` AGE-SECRET-KEY-1..., ``recipient`` age1...; repr never shows the secret."""

    secret: str = field(repr=False)
    recipient: str


def new_identity() -> Identity:
    """A new X25519 identity, as ``age-keygen`` makes it."""
    identity = pyrage.x25519.Identity.generate()
    return Identity(str(identity), str(identity.to_public()))


def identity_file(identity: Identity, created: str) -> bytes:
    """The key file of ``age-keygen``: ``age -d -i FILE`` reads it."""
    lines = (f"# created: {created}", f"# public key: {identity.recipient}", identity.secret, "")
    return "\n".join(lines).encode("ascii")


def read_identities(data: bytes) -> tuple[Identity, ...]:
    """All identities of a key file; BatchError B21 if there is none or one is wrong."""
    found = []
    for line in data.decode("utf-8", "replace").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        try:
            identity = pyrage.x25519.Identity.from_str(line.strip())
        except pyrage.IdentityError as error:
            raise refuse("B21", "key file holds a line that is no age identity") from error
        found.append(Identity(str(identity), str(identity.to_public())))
    if not found:
        raise refuse("B21", "key file holds no age identity")
    return tuple(found)


def recipient_fingerprint(recipient: str) -> str:
    """Hex SHA-256 of the recipient string (ASCII): the manifest's ``recipients``."""
    return hashlib.sha256(recipient.encode("ascii")).hexdigest()


def check_recipients(recipients: Iterable[str]) -> tuple[str, ...]:
    """The recipients as given; BatchError B21 if one is no age X25519 recipient, or none given."""
    checked = tuple(recipients)
    if not checked or len(set(checked)) != len(checked):
        raise refuse("B21", "no recipient, or one twice")
    for recipient in checked:
        try:
            pyrage.x25519.Recipient.from_str(recipient)
        except pyrage.RecipientError as error:
            raise refuse("B21", "not an age X25519 recipient") from error
    return checked
