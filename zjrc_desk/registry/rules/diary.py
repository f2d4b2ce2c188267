"""Rules on the point's diary: days that have been, counts that can be, nothing on visitors.

个人信息保护法 6: no more is kept, and no more leaves the point, than the purpose needs.  An event
counts people and does not name them; a visit names its volunteer by serial alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from zjrc_desk.registry import documents
from zjrc_desk.registry.diary_tables import DiaryEntry, Event, Shift, TeamMember, Visit
from zjrc_desk.registry.normalise import parse_date, split_names
from zjrc_desk.registry.rules.base import Problem, field_label
from zjrc_desk.registry.rules.text import (
    SHORT_TEXT_LIMIT,
    name_form,
    nameless,
    one_text,
    phone_problem,
)
from zjrc_desk.registry.vocabulary import DOCUMENT_TYPE, EVENT_CATEGORY, Vocabulary

MOST_REACHED = 100_000
LONG_TEXT_LIMIT = 2_000
#: The people of an entry, at most (the record counts them).
MOST_PEOPLE = 100
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
#: A citizen number or a mobile number, wherever it stands.
_PERSONAL = re.compile(r"(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


def entry_problems(entry: DiaryEntry, today: date) -> list[Problem]:
    """Every problem at once that keeps an entry from being recorded, in the form's order.

    ``today`` is the local day at the point (or at the centre, with a day for clocks).
    """
    return list(_RULES[type(entry)](entry, today))


def event_content(event: Event, today: date) -> Iterator[Problem]:
    """What is interchanged of an event; the centre asks the same."""
    yield from _day("event.day", event.day, today)
    yield from _chosen("event.category", event.category, EVENT_CATEGORY)
    yield from _written("event.place", event.place, SHORT_TEXT_LIMIT)
    if not re.fullmatch(r"[0-9]{1,6}", event.reached) or int(event.reached) > MOST_REACHED:
        yield Problem(
            "F30",
            "event.reached",
            f"人数应是 0 至 {MOST_REACHED:,} 的整数。",
            "请只填数字，没有人就填 0。",
        )
    yield from _written("event.topics", event.topics, LONG_TEXT_LIMIT)


def visit_content(visit: Visit, today: date) -> Iterator[Problem]:
    """What is interchanged of a visit; the centre asks the same."""
    yield from _day("visit.day", visit.day, today)
    if not visit.serial:
        yield _missing("visit.serial", "请输入姓名、拼音首字母或编号，再从列表里选。")
    yield from _written("visit.given", visit.given, LONG_TEXT_LIMIT)


def _event(event: Event, today: date) -> Iterator[Problem]:
    yield from event_content(event, today)
    yield from _people("event.people", event.people)


def _visit(visit: Visit, today: date) -> Iterator[Problem]:
    yield from visit_content(visit, today)
    yield from _people("visit.people", visit.people)
    yield from one_text("visit.remarks", visit.remarks, LONG_TEXT_LIMIT)


def _member(member: TeamMember, today: date) -> Iterator[Problem]:
    if not member.name:
        yield nameless("member.name", "F08")
    yield from name_form("member.name", member.name)
    if not member.phone:
        yield _missing("member.phone", "请填写能联系到本人的电话。")
    else:
        yield from phone_problem("member.phone", member.phone)
    yield from _chosen("member.document_type", member.document_type, DOCUMENT_TYPE)
    number = member.document_number
    fault = documents.number_fault(member.document_type, number, today) if number else None
    if not number:
        yield _missing("member.document_number", "队员当见证人的次数按姓名和证件号码统计。")
    elif fault is not None:
        yield Problem("F01", "member.document_number", fault.message, fault.remedy)
    yield from one_text("member.document_number", number, 40)
    yield from _day("member.day", member.day, today)
    if member.left_on:
        yield from _day("member.left_on", member.left_on, today)
        if member.left_on < member.day:
            yield Problem("F07", "member.left_on", "离队日期早于入队日期。", "请核对两个日期。")


def _shift(shift: Shift, today: date) -> Iterator[Problem]:
    if not shift.member:
        yield _missing("shift.member", "请选择队员。")
    yield from _day("shift.day", shift.day, today)
    right = True
    for name in ("start", "end"):
        if not _CLOCK.fullmatch(getattr(shift, name)):
            path, right = f"shift.{name}", False
            yield Problem("F07", path, f"{field_label(path)}不对。", "请按 09:00 的样子填写。")
    if right and shift.end <= shift.start:
        yield Problem("F07", "shift.end", "结束时间不晚于开始时间。", "过夜的值班请分两天填写。")


_RULES: Mapping[type[DiaryEntry], Callable[[Any, date], Iterator[Problem]]] = {
    Event: _event,
    Visit: _visit,
    TeamMember: _member,
    Shift: _shift,
}


def _missing(path: str, remedy: str) -> Problem:
    return Problem("F08", path, f"没有填写{field_label(path)}。", remedy)


def _day(path: str, text: str, today: date) -> Iterator[Problem]:
    day = parse_date(text)
    if not text:
        yield Problem("F07", path, f"没有填写{field_label(path)}。", "请填写，如 20261124。")
    elif day is None:
        yield Problem("F07", path, f"{field_label(path)}不是一个存在的日期。", "请核对年月日。")
    elif day > today:
        yield Problem("F07", path, f"{field_label(path)}晚于今天。", "日志只记已经做过的事。")


def _chosen(path: str, value: str, vocabulary: Vocabulary) -> Iterator[Problem]:
    if value not in vocabulary:
        labels = "、".join(vocabulary.labels.values())
        yield Problem("F08", path, f"没有选择{field_label(path)}。", f"可选：{labels}。")


def _written(path: str, text: str, limit: int) -> Iterator[Problem]:
    """A text that must be there, and holds no number of a person."""
    if not text.strip():
        yield _missing(path, "这一项必填。")
    yield from one_text(path, text, limit)
    plain = unicodedata.normalize("NFKC", text)
    if _PERSONAL.search(plain) or _PERSONAL.search(re.sub(r"[\s-]", "", plain)):
        yield Problem(
            "F31",
            path,
            f"{field_label(path)}里有证件号码或手机号码。",
            "日志不记个人信息，请删去号码。",
        )


def _people(path: str, text: str) -> Iterator[Problem]:
    names = split_names(text)
    if not names:
        yield _missing(path, "请填写工作人员或队员的姓名，用“、”隔开。")
    for name in names:
        yield from name_form(path, name)
    if len(names) > MOST_PEOPLE:
        yield Problem("F08", path, f"{field_label(path)}超过 {MOST_PEOPLE} 人。", "请核对姓名。")
