"""The serial number on every paper: ``ZJ-HZ-0001-1-000001-X``.

Point code, generation of the store (a desk restored from a backup counts on in the next
generation, so no number is ever given out twice), running number, check character by
ISO 7064 MOD 37,36 over the letters and digits.
"""

from __future__ import annotations

import re
import unicodedata

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_36

POINT_CODE = re.compile(r"[A-Z]{2}-[A-Z]{2}-\d{4}")
#: Kept for practising; no real point has it, and no centre takes it.
PRACTICE_CODE = "ZJ-XX-0000"


def make_serial(point_code: str, generation: int, number: int) -> str:
    """The serial of the ``number``-th registration (from 1) of that point and generation."""
    body = f"{point_code}-{generation}-{number:06}"
    return f"{body}-{mod_37_36.calc_check_digit(body.replace('-', ''))}"


def normalise_serial(text: str) -> str | None:
    """The serial as printed, from what was typed (any case, spaces, full width); None if wrong."""
    plain = _plain(text)
    if not re.fullmatch(r"[A-Z]{2}-[A-Z]{2}-\d{4}-\d+-\d{6,}-[0-9A-Z]", plain):
        return None
    try:
        mod_37_36.validate(plain.replace("-", ""))
    except ValidationError:
        return None
    return plain


def is_practice_serial(text: str) -> bool:
    """Whether that is a registration of the practice point, be its last signs mistyped or not."""
    return _plain(text).startswith(f"{PRACTICE_CODE}-")


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).upper()
