"""7 daily, 4 weekly, 12 monthly: what goes and, above all, what never goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zjrc_desk.store.retention import Found, backup_name, time_of, to_delete

POINT = "ZJ-HZ-0001"
NOW = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - names hold local time
TIMES = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31))  # noqa: DTZ001
FOREIGN = st.sampled_from(
    ["notes.txt", "ZJ-NB-0001-20250101-080000.zjrc-backup", f"{POINT}-1-000001.zjrc",
     f"{POINT}-20251399-080000.zjrc-backup", f".{POINT}-20250101-080000.zjrc-backup.part"]
)  # fmt: skip


def test_a_backup_a_day_for_two_years_leaves_the_week_the_month_and_the_year() -> None:
    held: list[Found] = []
    for days in range(730):
        now = NOW + timedelta(days=days)
        made = backup_name(POINT, now)
        held.append(Found(made, 1, days, ours=True))
        gone = to_delete(held, POINT, made, now)
        held = [one for one in held if one.name not in gone]
    kept = sorted(time for one in held if (time := time_of(one.name, POINT)))
    last = kept[-1]
    assert kept[-7:] == [last - timedelta(days=n) for n in range(6, -1, -1)]
    # The weeks and months that lie in the last seven days are kept already.
    assert 7 + 3 + 10 <= len(kept) <= 7 + 4 + 12
    assert last - kept[0] >= timedelta(days=300)
    assert len({(time.year, time.month) for time in kept}) == 12
    assert len({time.isocalendar()[:2] for time in kept if last - time < timedelta(days=28)}) >= 4


@st.composite
def folders(draw: st.DrawFn) -> list[Found]:
    """Backups of up to three generations, of this store's past and of another's."""
    names = [backup_name(POINT, time) for time in draw(st.lists(TIMES, max_size=40, unique=True))]
    names = list(dict.fromkeys(names)) + draw(st.lists(FOREIGN, unique=True))
    found = st.tuples(st.integers(1, 3), st.integers(1, 1000), st.booleans())
    return [Found(name, *draw(found)) for name in names]


@given(folders(), st.data())
def test_neither_the_fullest_nor_the_good_one_nor_what_is_not_ours_ever_goes(
    there: list[Found], data: st.DataObject
) -> None:
    good = data.draw(st.sampled_from(there)).name if there else ""
    gone = set(to_delete(there, POINT, good, NOW))
    assert good not in gone
    made = {one.name: time for one in there if (time := time_of(one.name, POINT))}
    assert gone <= set(made)
    assert not gone & {one.name for one in there if not one.ours}
    # Those of a clock that was ahead can't be judged.
    assert not gone & {name for name, time in made.items() if time > NOW + timedelta(days=1)}
    past = [one for one in there if one.ours and one.name in made and made[one.name] <= NOW]
    left = [one for one in there if one.name not in gone and one.ours]
    for generation in {one.generation for one in past}:
        fullest = max(one.entries for one in past if one.generation == generation)
        assert fullest <= max(one.entries for one in left if one.generation == generation)
    days = {made[one.name].date() for one in past}
    kept_days = {made[one.name].date() for one in left if one.name in made}
    assert set(sorted(days)[-7:]) <= kept_days or any(time > NOW for time in made.values())


@given(folders())
def test_asked_again_nothing_more_goes(there: list[Found]) -> None:
    gone = to_delete(there, POINT, "", NOW)
    left = [one for one in there if one.name not in gone]
    assert to_delete(left, POINT, "", NOW) == []
