"""7 daily, 4 weekly, 12 monthly: what goes and, above all, what never goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zjrc_desk.store.retention import backup_name, time_of, to_delete

POINT = "ZJ-HZ-0001"
NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - names hold local time
TIMES = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31))  # noqa: DTZ001
FOREIGN = st.sampled_from(
    ["notes.txt", "ZJ-NB-0001-20250101-080000.zjrc-backup", f"{POINT}-1-000001.zjrc",
     f"{POINT}-20251399-080000.zjrc-backup", f".{POINT}-20250101-080000.zjrc-backup.part"]
)  # fmt: skip


def test_a_backup_a_day_for_two_years_leaves_the_week_the_month_and_the_year() -> None:
    held: set[str] = set()
    for days in range(730):
        now = NOW + timedelta(days=days)
        made = backup_name(POINT, now)
        held.add(made)
        held -= set(to_delete(held, POINT, made, now))
    kept = sorted(time for name in held if (time := time_of(name, POINT)))
    last = kept[-1]
    assert kept[-7:] == [last - timedelta(days=n) for n in range(6, -1, -1)]
    # The weeks and months that lie in the last seven days are kept already.
    assert 7 + 3 + 10 <= len(kept) <= 7 + 4 + 12
    assert last - kept[0] >= timedelta(days=300)
    assert len({(time.year, time.month) for time in kept}) == 12
    assert len({time.isocalendar()[:2] for time in kept if last - time < timedelta(days=28)}) >= 4


@given(st.lists(TIMES, max_size=40), st.lists(FOREIGN), st.data())
def test_neither_the_newest_nor_the_good_one_nor_anything_foreign_ever_goes(
    times: list[datetime], foreign: list[str], data: st.DataObject
) -> None:
    mine = [backup_name(POINT, time) for time in times]
    good = data.draw(st.sampled_from(mine)) if mine else ""
    gone = set(to_delete([*mine, *foreign], POINT, good, NOW))
    assert gone <= set(mine)
    assert good not in gone
    past = [time.replace(microsecond=0) for time in times if time <= NOW]
    if past:
        assert backup_name(POINT, max(past)) not in gone
    # Those of a clock that was ahead can't be judged.
    assert not gone & {backup_name(POINT, t) for t in times if t > NOW + timedelta(days=1)}
    days = {time.date() for time in past}
    kept_days = {t.date() for name in set(mine) - gone if (t := time_of(name, POINT)) and t <= NOW}
    assert set(sorted(days)[-7:]) <= kept_days or any(t > NOW for t in times)


@given(st.lists(TIMES, max_size=40))
def test_asked_again_nothing_more_goes(times: list[datetime]) -> None:
    names = {backup_name(POINT, time) for time in times}
    left = names - set(to_delete(names, POINT, "", NOW))
    assert to_delete(left, POINT, "", NOW) == []
