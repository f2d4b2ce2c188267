"""Which backups stay: 7 daily, 4 weekly, 12 monthly.  Pure, no I/O."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Found:
    """A backup that is there, by its name and its manifest.

    ``entries``: length of its audit chain; ``ours``: whether that chain is the beginning of the
    store's own, so that all it holds is in the one just made too.
    """

    name: str
    generation: int
    entries: int
    ours: bool


def to_delete(there: Collection[Found], point: str, newest_good: str, now: datetime) -> list[str]:
    """The backups of the point that nothing keeps any more; ``now`` is local time.

    Kept are the fullest of each of the last 7 days, 4 weeks (ISO) and 12 months that have any, the
    last of each generation, the one that was just checked, and whatever can't be judged: files of
    another name or point, those of a clock that was ahead, and those that are not ``ours``, for
    after a restore of an older backup they alone hold what came after it.
    """
    limit = now.replace(tzinfo=None) + _AHEAD
    made = {
        one.name: time
        for one in there
        if one.ours and (time := time_of(one.name, point)) is not None and time <= limit
    }
    judged = sorted(
        (one for one in there if one.name in made), key=lambda one: (one.entries, made[one.name])
    )
    kept = {newest_good, *(one.name for one in judged[-1:])}
    kept |= set({one.generation: one.name for one in judged}.values())
    for most, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        fullest = {period(made[one.name]): one.name for one in judged}
        kept |= {fullest[key] for key in sorted(fullest)[-most:]}
    return [one.name for one in judged if one.name not in kept]


_Period = Callable[[datetime], tuple[int, ...]]


def _day(time: datetime) -> tuple[int, ...]:
    return time.year, time.month, time.day


def _week(time: datetime) -> tuple[int, ...]:
    return tuple(time.isocalendar()[:2])


def _month(time: datetime) -> tuple[int, ...]:
    return time.year, time.month
