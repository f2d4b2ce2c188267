"""Which backups stay: 7 daily, 4 weekly, 12 monthly.  Pure, no I/O."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

DAILY, WEEKLY, MONTHLY = 7, 4, 12
_NAME = re.compile(r"(?P<point>[A-Z]{2}-[A-Z]{2}-\d{4})-(?P<time>\d{8}-\d{6})\.zjrc-backup")
_TIME = "%Y%m%d-%H%M%S"
#: A file that says it was made later than that from now was made by a wrong clock.
_AHEAD = timedelta(days=1)


def backup_name(point: str, made_at: datetime) -> str:
    """Such as ``ZJ-HZ-0001-20261124-093000.zjrc-backup``; local time."""
    return f"{point}-{made_at.strftime(_TIME)}.zjrc-backup"


def time_of(name: str, point: str) -> datetime | None:
    """When a file of that name was made (local time, naive); None unless a backup of the point."""
    found = _NAME.fullmatch(name)
    if found is None or found["point"] != point:
        return None
    try:
        return datetime.strptime(found["time"], _TIME)  # noqa: DTZ007 - the point's own clock
    except ValueError:
        return None


def to_delete(names: Iterable[str], point: str, newest_good: str, now: datetime) -> list[str]:
    """The backups of the point that nothing keeps any more; ``now`` is local time.

    Kept are the newest of each of the last 7 days, 4 weeks (ISO) and 12 months that have any, the
    one that was just checked, and whatever can't be judged: files of another name or point, and
    those of a clock that was ahead.
    """
    made = {name: time for name in names if (time := time_of(name, point)) is not None}
    limit = now.replace(tzinfo=None) + _AHEAD
    judged = sorted((name for name in made if made[name] <= limit), key=made.__getitem__)
    kept = {newest_good, *judged[-1:]}
    for most, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        newest = {period(made[name]): name for name in judged}
        kept |= {newest[key] for key in sorted(newest)[-most:]}
    return [name for name in judged if name not in kept]


_Period = Callable[[datetime], tuple[int, ...]]


def _day(time: datetime) -> tuple[int, ...]:
    return time.year, time.month, time.day


def _week(time: datetime) -> tuple[int, ...]:
    return tuple(time.isocalendar()[:2])


def _month(time: datetime) -> tuple[int, ...]:
    return time.year, time.month
