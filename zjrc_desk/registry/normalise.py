"""Turns what people type into the one form that is kept, and never guesses.

A text that has no sure reading comes back as it was typed, so that the rules can point at it.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MOMENT = re.compile(
    r"(?P<day>.*?)[\sT]*(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|[时点]((?P<spoken>\d{1,2})分?)?)",
    re.ASCII,
)
_COMPACT_MOMENT = re.compile(r"(?P<day>\d{8})[\sT]*(?P<hour>\d{2})(?P<minute>\d{2})", re.ASCII)
#: Unicode's full-width forms of ASCII; nothing else is folded, so nothing is guessed.
_HALF_WIDTH = str.maketrans({0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: " "})
_MIDDLE_DOTS = str.maketrans(dict.fromkeys("•‧∙・･․⋅．", "·"))
_LATIN_WITH_MARKS = re.compile("[A-Za-z][\u0300-\u036f]+")
LONG_TERM = "长期"


def parse_date(text: str) -> date | None:
    """The date of ``YYYY-MM-DD``; None where the text is no real day (29 February 2023)."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def normalise_date(text: str) -> str:
    """``19410704``, ``1941/7/4``, ``1941年7月4日`` (full-width too) to ``1941-07-04``."""
    plain = text.translate(_HALF_WIDTH).strip()
    match = _DATE.fullmatch(plain) or _COMPACT_DATE.fullmatch(plain)
    if not match:
        return text.strip()
    year, month, day = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def normalise_clock(text: str) -> str:
    """``9:05``, ``0905``, ``９：０５`` to ``09:05``."""
    plain = text.translate(_HALF_WIDTH).strip()
    match = re.fullmatch(r"(\d{1,2})\s*[:.点]\s*(\d{2})分?|(\d{2})(\d{2})", plain)
    if not match:
        return text.strip()
    hour, minute = match[1] or match[3], match[2] or match[4]
    return f"{int(hour):02}:{minute}"


def normalise_count(text: str) -> str:
    """``１２０ 人``, ``1,200`` to plain digits."""
    plain = text.translate(_HALF_WIDTH).strip().removesuffix("人").strip()
    bare = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain)
    return str(int(bare)) if re.fullmatch(r"[0-9]{1,12}", bare) else text.strip()


def parse_moment(text: str) -> datetime | None:
    """The wall-clock time of ``YYYY-MM-DD HH:MM``; None where there is no such moment."""
    if not re.fullmatch(r"[\d-]{10} \d{2}:\d{2}", text, re.ASCII):
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - wall clock at the desk
    except ValueError:
        return None


def normalise_moment(text: str, day: date) -> str:
    """``202611240930``, ``2026年11月24日9时30分``, ``9:30`` (of ``day``) to ``2026-11-24 09:30``.

    Digits alone are no time of day: ``2026`` is the beginning of a date.
    """
    plain = text.translate(_HALF_WIDTH).strip()
    match = _COMPACT_MOMENT.fullmatch(plain) or _MOMENT.fullmatch(plain)
    if not match:
        return text.strip()
    stated = normalise_date(match["day"]) if match["day"] else day.isoformat()
    parts = match.groupdict()
    minute = int(parts["minute"] or parts.get("spoken") or 0)
    moment = f"{stated} {int(parts['hour']):02}:{minute:02}"
    return moment if parse_moment(moment) else text.strip()


def normalise_number(text: str) -> str:
    """A document number without spaces, in half-width capitals (``３３ ０１`` to ``3301``)."""
    return re.sub(r"\s+", "", text.translate(_HALF_WIDTH)).upper()


def normalise_phone(text: str) -> str:
    """A phone number in half-width digits without spaces; mobiles without hyphens and +86.

    An extension (``转801``) is set off by a hyphen.
    """
    plain = re.sub(r"\s+", "", text.translate(_HALF_WIDTH))
    plain = re.sub("[‐‑–—−)转]", "-", plain).replace("(", "")
    bare = plain.replace("-", "")
    if re.fullmatch(r"(\+?86|0086)?1\d{10}", bare):
        return bare[-11:]
    return plain


def split_names(text: str) -> list[str]:
    """The names of ``甲、乙，丙``, each once, in their order."""
    names = (normalise_name(part) for part in re.split("[、，,；;\n]", text))
    return list(dict.fromkeys(name for name in names if name))


def normalise_name(text: str) -> str:
    """A name with single spaces, half-width letters and the one middle dot.

    No Unicode normal form is applied to the whole: NFC alone would turn CJK compatibility
    ideographs that stand in people's documents into other characters.  Only a Latin letter and its
    accents are put together.
    """
    plain = text.translate(_MIDDLE_DOTS).translate(_HALF_WIDTH).replace("\u00a0", " ")
    plain = _LATIN_WITH_MARKS.sub(lambda found: unicodedata.normalize("NFC", found[0]), plain)
    return re.sub(r" +", " ", plain).strip()
