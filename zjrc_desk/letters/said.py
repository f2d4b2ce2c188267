"""How dates and times are written on the papers."""

from __future__ import annotations

from zjrc_desk.registry.normalise import parse_date


def chinese_date(text: str) -> str:
    """``1941-07-04`` as 1941年7月4日; what is no date as it stands."""
    day = parse_date(text)
    return f"{day.year}年{day.month}月{day.day}日" if day else text


def chinese_time(text: str) -> str:
    """``2026-11-20 09:30`` with its day as :func:`chinese_date`."""
    day, _, time = text.partition(" ")
    return f"{chinese_date(day)} {time}".strip()
