"""What a point did in a month, in figures: for the diary page and the monthly report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.vocabulary import EVENT_CATEGORY, KIND
from zjrc_desk.store import diary
from zjrc_desk.store.declared import declared

#: The kinds a volunteer declares; an erasure is no declaration.
_DECLARED_KINDS = tuple(kind for kind in KIND.labels if kind != "erasure")


@dataclass(frozen=True)
class MonthlyCounts:
    """Figures of one month (``YYYY-MM``); what was taken back (作废) is not in them.

    ``declarations`` by kind: signed on paper, by the day of the declaration, also of those whose
    person was erased since; one that was corrected counts once.  ``events`` and
    ``reached`` (people) by category.  ``visited``: different volunteers.  ``shift_minutes`` and
    ``shifts`` of the team; ``shifts_of`` and ``witness_acts_of`` by record id of the member.
    ``members``: in the team on any day of the month.
    """

    month: str
    declarations: Mapping[str, int]
    events: Mapping[str, int]
    reached: Mapping[str, int]
    visits: int
    visited: int
    members: int
    shifts: int
    shift_minutes: int
    witness_acts: int
    shifts_of: Mapping[str, int]
    witness_acts_of: Mapping[str, int]

    def to_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def monthly_counts(desk: Desk, month: str) -> MonthlyCounts:
    """The figures of ``month`` (``YYYY-MM``) as they are now; EntryError F35 for no month."""
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", month):
        raise EntryError("F35", "月份的格式不对。", "请按 2026-11 的样子填写。")
    with desk.store.read() as session:
        pairs = declared(session, f"{month}-01", f"{month}-31")
        events = diary.events_of(session, month)
        visits, visited = diary.visits_of(session, month)
        shifts = diary.shifts_of(session, month)
        acts = diary.witness_acts_of(session, month)
        team = diary.members(session)
    by_kind = Counter(kind for kind, _ in pairs)
    shifts_of: dict[str, int] = {}
    for shift in shifts:
        shifts_of[shift.member] = shifts_of.get(shift.member, 0) + 1
    return MonthlyCounts(
        month=month,
        declarations={kind: by_kind[kind] for kind in _DECLARED_KINDS},
        events={name: events.get(name, (0, 0))[0] for name in EVENT_CATEGORY.labels},
        reached={name: events.get(name, (0, 0))[1] for name in EVENT_CATEGORY.labels},
        visits=visits,
        visited=visited,
        members=sum(m.day[:7] <= month and (m.left_on or month)[:7] >= month for m in team),
        shifts=len(shifts),
        shift_minutes=sum(_minutes(shift.end) - _minutes(shift.start) for shift in shifts),
        witness_acts=sum(acts.values()),
        shifts_of=shifts_of,
        witness_acts_of=acts,
    )


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return 60 * int(hour) + int(minute)
