"""The recovery code: 160 random bits in Crockford's base 32, to write down and to type."""

from __future__ import annotations

import base64
import secrets

_BYTES = 20
_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
_TO_BASE32 = str.maketrans(
    "0123456789ABCDEFGHJKMNPQRSTVWXYZILO", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567BBA"
)


def new_recovery_code() -> str:
    """A new code, in groups of four: easy to write down and read."""
    text = base64.b32encode(secrets.token_bytes(_BYTES)).decode().translate(_CROCKFORD)
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def secret_of(code: str) -> bytes:
    """The bits of a code however it is typed (small letters, spaces, O for 0); empty for none."""
    plain = "".join(code.upper().replace("-", "").split()).translate(_TO_BASE32)
    try:
        return base64.b32decode(plain)
    except ValueError:
        # No code at all; like a wrong one it opens nothing.
        return b""


def same(one: str, other: str) -> bool:
    """Whether two codes, however typed, are the same code."""
    bits = secret_of(one)
    return len(bits) == _BYTES and secrets.compare_digest(bits, secret_of(other))
