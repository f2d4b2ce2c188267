"""What was declared in a period, in figures; each of them opens the list it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.normalise import parse_date
from zjrc_desk.store import registrations, statistics
from zjrc_desk.store.statistics import DECLARING as DECLARING
from zjrc_desk.store.statistics import PARTS as PARTS
from zjrc_desk.store.statistics import Counted as Counted

PART_LABEL: Mapping[str, str] = {
    "month": "月份",
    "category": "捐献类别",
    "age": "年龄",
    "sex": "性别",
    "residence": "现住地",
    "household": "户籍地",
    "witness": "见证人",
    "staff": "登记人员",
}
#: Parts of which one registration may be in several.
OVERLAPPING = frozenset({"category", "witness", "month"})
KIND_LABEL: Mapping[str, str] = {"intention": "新增登记"} | {
    kind: v.KIND.label(kind) for kind in DECLARING if kind != "intention"
}
_AGES = {"0": "60 岁以下", "60": "60–69 岁", "70": "70–79 岁", "80": "80–89 岁", "90": "90 岁以上"}
_ORDERED: Mapping[str, Sequence[str]] = {
    "age": [*_AGES, ""],
    "sex": [*v.SEX.labels, ""],
    "category": list(v.CATEGORY.labels),
}
_UNKNOWN = "未填写"


@dataclass(frozen=True)
class Bar:
    """One value of a part: what it is called, how many registrations, and which."""

    label: str
    number: int
    counted: Counted


@dataclass(frozen=True)
class Figures:
    """Those of a period (days, both included; empty: no limit).

    ``erased``: registrations declared in it whose person was erased since; they are in no figure.
    """

    since: str
    until: str
    erased: int
    totals: Mapping[str, int]
    bars: Mapping[tuple[str, str], Sequence[Bar]]

    def total(self, kind: str) -> Counted:
        """What the total of a kind counts."""
        return Counted(kind, self.since, self.until)

    def part(self, kind: str, part: str) -> Sequence[Bar]:
        """A kind divided by a part: in the part's own order, otherwise the most first."""
        return self.bars.get((kind, part), ())


def figures(desk: Desk, since: str = "", until: str = "") -> Figures:
    """Every figure of a period as it is now; seconds with hundreds of thousands of registrations.

    Raises EntryError W02 where the period is none.
    """
    check_period(since, until)
    with desk.store.read() as session:
        counts = statistics.counts(session, since, until)
        erased = statistics.erased(session, since, until)
        names = registrations.staff_names(session)
    bars: dict[tuple[str, str], list[Bar]] = {}
    totals = dict.fromkeys(DECLARING, 0)
    for one in counts:
        if one.part:
            label = _label(one.part, one.value, names)
            counted = Counted(one.kind, since, until, one.part, one.value)
            bars.setdefault((one.kind, one.part), []).append(Bar(label, one.number, counted))
        else:
            totals[one.kind] = one.number
    ordered = {key: _in_order(key[1], found) for key, found in bars.items()}
    return Figures(since, until, erased, totals, ordered)


def check_period(since: str, until: str) -> None:
    """Raises EntryError W02 unless the days, where given, are days and in their order."""
    if any(day and parse_date(day) is None for day in (since, until)):
        raise EntryError("W02", "起止日期有一个不是日期。", "请写成 2026-01-31 的样子。")
    if since and until and since > until:
        raise EntryError("W02", "开始的日期在结束的日期之后。", "请把起止日期对调。")


def _label(part: str, value: str, staff: Mapping[str, str]) -> str:
    if part == "witness":
        return statistics.witness_name(value) or _UNKNOWN
    if part == "staff":
        name = staff.get(value, "")
        return f"{value} {name}" if name and name != value else value
    if part == "month" and value:
        year, _, month = value.partition("-")
        return f"{year} 年 {int(month)} 月"
    labels = {"age": _AGES, "sex": v.SEX.labels, "category": v.CATEGORY.labels}.get(part, {})
    return labels.get(value, value) or _UNKNOWN


def _in_order(part: str, bars: Sequence[Bar]) -> list[Bar]:
    if part == "month":
        return sorted(bars, key=lambda bar: bar.counted.value)
    order = _ORDERED.get(part)
    if order is not None:
        place = {value: number for number, value in enumerate(order)}
        return sorted(bars, key=lambda bar: place.get(bar.counted.value, len(place)))
    return sorted(bars, key=lambda bar: (-bar.number, bar.label, bar.counted.value))


def period(since: str, until: str) -> str:
    """A period in words."""
    return f"{since or '…'} – {until or '…'}" if since or until else "全部时间"


def said(counted: Counted, label: str = "", say: Callable[[str], str] = str) -> str:
    """What a figure counts, for the list it opens; ``label`` is its bar's.

    ``say`` turns each part into another language.
    """
    parts = [say(KIND_LABEL[counted.kind]), say(period(counted.since, counted.until))]
    if counted.part:
        parts.append(f"{say(PART_LABEL[counted.part])} {say(label)}")
    return " · ".join(parts)
