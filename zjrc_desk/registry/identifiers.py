"""Record and batch identifiers: UUID version 7 (RFC 9562 section 5.7)."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime


def uuid7(now: datetime) -> str:
    """A UUIDv7 as lower-case text: 48 bits of Unix milliseconds, then 74 random bits."""
    value = int(now.timestamp() * 1000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))
