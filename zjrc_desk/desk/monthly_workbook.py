"""The 月报 as XLSX: what a bulletin would say of the month, and the figures under it."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from pathlib import Path

from zjrc_desk.desk.monthly import MonthlyCounts, monthly_counts
from zjrc_desk.desk.outside import write_outside
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.statistics import KIND_LABEL, PART_LABEL, Figures, figures
from zjrc_desk.desk.write_workbook import workbook
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.store.audit import append

HEADER = ("项目", "分项", "数量", "单位")
#: No witnesses and no staff: the report leaves the point and names nobody.
_PARTS = ("category", "age", "sex", "residence", "household")
Row = tuple[str, str, int | str, str]


def export_monthly(desk: Desk, path: Path, month: str) -> None:
    """Write the report of ``month`` (``YYYY-MM``), as the figures are now; it names nobody.

    The figures of the diary are those of the printed 月报.  Raises AccessError A01 for an auditor,
    EntryError F35 for no month, StoreError D06, D07.
    """
    desk.require_entry()
    counts = monthly_counts(desk, month)
    year, number = map(int, month.split("-"))
    last = calendar.monthrange(year, number)[1]
    parts = figures(desk, f"{month}-01", f"{month}-{last:02}")
    rows = [*_sentences(desk, counts, parts), ("", "", "", ""), *_rows(counts, parts)]
    content = workbook(HEADER, rows, desk.marked(f"{month} 月报"))
    with desk.store.write() as session:
        append(session, desk.staff.number, "export-monthly", desk.now(), f"month:{month}")
    write_outside(path, content)


def _bulletin(desk: Desk, counts: MonthlyCounts, parts: Figures) -> list[str]:
    """What a bulletin would say of the month."""
    year, number = map(int, counts.month.split("-"))
    declared = counts.declarations
    given = {bar.counted.value: bar.number for bar in parts.part("intention", "category")}
    of = {name: given.get(name, 0) for name in v.CATEGORY.labels}
    events, reached = counts.events, counts.reached
    return [
        f"{year}年{number}月，{desk.point.name}：",
        f"本月新增遗体（器官、组织）捐献志愿者 {declared['intention']} 名，其中捐献遗体 "
        f"{of[v.BODY]} 名、器官 {of[v.ORGAN]} 名、组织 {of[v.TISSUE]} 名（一人可以有几项）。",
        f"变更 {declared['change']} 名，撤销 {declared['withdrawal']} 名，"
        f"明确不捐献 {declared['refusal']} 名。",
        f"开展宣传 {events['publicity']} 场，参加 {reached['publicity']} 人次；"
        f"接待咨询 {events['consultation']} 次，{reached['consultation']} 人次。",
        f"走访关怀 {counts.visits} 次，看望志愿者 {counts.visited} 名；“生命之约”志愿服务队"
        f"值班 {counts.shifts} 次，参加见证 {counts.witness_acts} 次。",
    ]


def _sentences(desk: Desk, counts: MonthlyCounts, parts: Figures) -> Iterator[Row]:
    for sentence in _bulletin(desk, counts, parts):
        yield sentence, "", "", ""
    # Who was erased is still one of the month, but nothing is known of them to divide by.
    if gone := counts.declarations["intention"] - parts.totals["intention"]:
        yield f"新增的志愿者中有 {gone} 名的个人信息已经删除，不在捐献种类和分项里。", "", "", ""


def _rows(counts: MonthlyCounts, parts: Figures) -> Iterator[Row]:
    for kind, number in counts.declarations.items():
        yield KIND_LABEL[kind], "", number, "名"
    for part in _PARTS:
        for bar in parts.part("intention", part):
            yield f"新增登记·按{PART_LABEL[part]}", bar.label, bar.number, "名"
    for name, label in v.EVENT_CATEGORY.labels.items():
        yield label, "次数", counts.events[name], "次"
        yield label, "参加", counts.reached[name], "人次"
    yield "走访关怀", "次数", counts.visits, "次"
    yield "走访关怀", "看望志愿者", counts.visited, "名"
    yield "志愿服务队", "队员", counts.members, "名"
    yield "志愿服务队", "值班", counts.shifts, "次"
    yield "志愿服务队", "值班时间", counts.shift_minutes, "分钟"
    yield "志愿服务队", "参加见证", counts.witness_acts, "次"
