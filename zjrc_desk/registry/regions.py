"""Administrative divisions (GB/T 2260): province, city and county of a code or of a few letters.

The table is python-stdnum's.  It keeps divisions that exist no more; those are never offered, for
an address is one of today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from threading import Lock

from zjrc_desk.registry.pinyin import initials

_HOME = "33"
#: In a code the city is named so where the county belongs to no city.
_NO_CITY = ("", "市辖区", "县", "市")
#: Two districts of Hangzhou since April 2021, which the table does not hold yet.
_NEWER = {"330113": "浙江省杭州市临平区", "330114": "浙江省杭州市钱塘区"}
_ENDED = re.compile(r"\[[^\]]*-\d{4}\]")
_WARMING = Lock()
_SPAN = re.compile(r"\[[^\]]*\]")


@cache
def all_regions() -> dict[str, str]:
    """Code of six digits to full name (``330106``: ``浙江省杭州市西湖区``), Zhejiang first."""
    from stdnum import numdb

    found: dict[str, str] = {}
    for _, province, _, properties, counties in numdb.get("cn/loc").prefixes:
        names = {number: _current(own["county"]) for _, number, _, own, _ in counties}
        for number, name in names.items():
            if number.endswith("00") or name in _NO_CITY:
                continue
            city = names.get(number[:2] + "00", "")
            city = "" if city in _NO_CITY or "直辖县级" in city else city
            found[province + number] = properties["province"] + city + name
    found |= _NEWER
    return dict(sorted(found.items(), key=lambda item: (item[0][:2] != _HOME, item[0])))


def _current(county: str) -> str:
    """The name in use today of ``[1985-1986]滨海区,[1987-]北仑区``; empty where there is none."""
    names = [part for part in county.split(",") if not _ENDED.match(part)]
    return _SPAN.sub("", names[-1]) if names else ""


def region_of(document_number: str) -> str:
    """The division of a number's first six digits, empty where it is none of today."""
    return all_regions().get(document_number[:6], "")


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    """What each full name is found by: initials of all of it, from the city on, of the county."""
    keys = {}
    for name in all_regions().values():
        # Part by part: most parts are asked for many times, and known after the first.
        parts = re.split("(?<=[省市])|(?<=自治区)", name)
        whole = [initials(part) for part in parts]
        short = [initials(re.sub("[省市]", "", part)) for part in parts]
        tails = ("".join(way[start:]) for way in (whole, short) for start in range(len(parts)))
        keys[name] = tuple({tail for tail in tails if tail})
    return keys


@cache
def _names() -> tuple[frozenset[str], int]:
    """All full names, and the length of the longest."""
    names = frozenset(all_regions().values())
    return names, max(map(len, names))


def county(region: str, address: str) -> str:
    """The division somebody lives in: the region, or what the address begins with.

    A region that is none comes back as it was typed; empty where the address begins with none.
    """
    typed = "".join(region.split())
    if typed:
        return typed
    known, longest = _names()
    here = "".join(address.split())
    for length in range(min(len(here), longest), 0, -1):
        if here[:length] in known:
            return here[:length]
    return ""


def matching(typed: str, most: int = 12) -> list[str]:
    """Full names that hold what was typed, or whose initials begin with it, Zhejiang first."""
    text = typed.strip().lower()
    if not text:
        return []
    hits: Iterable[str] = (
        name
        for name, keys in _keys().items()
        if text in name or any(key.startswith(text) for key in keys)
    )
    return [name for name, _ in zip(hits, range(most), strict=False)]


def warm_up() -> None:
    """Read the table and its initials; takes a second or two, so it is done in the background."""
    # Asked for at the sign-in sheet and once more after it: the second one waits for the first.
    with _WARMING:
        _keys()
