"""Names and numbers that occur in every format of this room."""

from __future__ import annotations

import re

from zjrc_desk.registry.serial import POINT_CODE

_SHA256 = re.compile(r"[0-9a-f]{64}")
#: RFC 9562: version 7, variant 10, lower case.
_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
#: Integers stay exact in every JSON reader (RFC 8259 section 6) and in 32-bit database columns.
MAX_INT = 2**31 - 1


def is_point_code(value: object) -> bool:
    """``ZJ-HZ-0001``, ASCII only."""
    return isinstance(value, str) and value.isascii() and bool(POINT_CODE.fullmatch(value))


def is_sha256(value: object) -> bool:
    """64 lower-case hex digits."""
    return isinstance(value, str) and bool(_SHA256.fullmatch(value))


def is_uuid7(value: object) -> bool:
    """A UUIDv7 in lower case."""
    return isinstance(value, str) and bool(_UUID7.fullmatch(value))


def is_count(value: object, least: int = 0, most: int = MAX_INT) -> bool:
    """An integer (not a boolean, not 1.0) within bounds."""
    return type(value) is int and least <= value <= most


def stem(point: str, generation: int, sequence: int) -> str:
    """``ZJ-HZ-0001-1-000042``: name of a batch's file and bag, and of its receipt."""
    return f"{point}-{generation}-{sequence:06}"
