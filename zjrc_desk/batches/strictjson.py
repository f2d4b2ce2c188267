"""JSON read without leniency: what two readers could understand differently is refused.

RFC 8259 leaves to the reader what duplicate names, NaN and unpaired surrogates mean; here they
are errors, as in I-JSON (RFC 7493).  The format has no fractions: a number is an integer.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NoReturn


class NotStrictJson(ValueError):  # noqa: N818 - says what the data is
    """Why the data is refused; the text holds nothing of the data."""


def _pairs(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrictJson("duplicate name")
    return found


def _no_number(_text: str) -> NoReturn:
    raise NotStrictJson("a number that is no integer")


def _integer(text: str) -> int:
    # Far beyond any field, far below Python's own 4300-digit limit.
    if len(text) > 40:
        raise NotStrictJson("integer too long")
    return int(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs,
    parse_float=_no_number,
    parse_int=_integer,
    parse_constant=_no_number,
)


def loads(data: bytes) -> object:
    """The value; NotStrictJson for anything but strict UTF-8 JSON without BOM."""
    try:
        text = data.decode("utf-8")
        value: object = _DECODER.decode(text)
    except NotStrictJson:
        raise
    except UnicodeDecodeError as error:
        raise NotStrictJson("not UTF-8") from error
    except json.JSONDecodeError as error:
        raise NotStrictJson(f"not JSON at character {error.pos}") from error
    except RecursionError as error:
        raise NotStrictJson("nested too deep") from error
    if "\\u" in text:
        _check_escapes(value)
    return value


def _check_escapes(value: object) -> None:
    """Escapes can smuggle in what UTF-8 itself refuses: half a surrogate pair."""
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotStrictJson("lone surrogate") from error
    except RecursionError as error:
        raise NotStrictJson("nested too deep") from error


def dumps(value: object, *, indent: int | None = None) -> bytes:
    """UTF-8, no escapes that aren't needed; ValueError for NaN, TypeError for what is no JSON."""
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return text.encode("utf-8")
