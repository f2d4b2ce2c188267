"""The other tasks of a point: events, care visits, the volunteer team and its shifts.

An entry is a draft until :func:`record`; nothing recorded is overwritten: :func:`correct` begins a
new revision, :func:`void` takes an entry back (作废).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from sqlmodel import Session

from zjrc_desk.desk import register
from zjrc_desk.desk.register import IncompleteError, leave_open
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import normalise as n
from zjrc_desk.registry.diary_tables import (
    DiaryEntry,
    EntryState,
    Event,
    Shift,
    TeamMember,
    Visit,
    advance_entry,
)
from zjrc_desk.registry.errors import EntryError, StateError, ZjrcError
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.registry.rules.base import Problem
from zjrc_desk.registry.rules.diary import entry_problems
from zjrc_desk.registry.serial import normalise_serial
from zjrc_desk.store import diary as kept_diary
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append, append_once
from zjrc_desk.store.finder import Query
from zjrc_desk.store.registrations import Summary as Summary

E = TypeVar("E", bound=DiaryEntry)
_NAME: Mapping[type[DiaryEntry], str] = {
    Event: "event",
    Visit: "visit",
    TeamMember: "member",
    Shift: "shift",
}
_REASON_LIMIT = 200
#: What a new revision does not take over from the one before.
_OWN = frozenset(
    {"id", "number", "supersedes", "state", "current", "void", "reason", "batch_id"}
    | {"centre_reasons", "recorded_at", "recorded_by"}
)


def normalise(entry: DiaryEntry) -> None:
    """Bring days, times, numbers and names as typed into the form that is kept, in place."""
    entry.day = n.normalise_date(entry.day)
    if isinstance(entry, Event | Visit):
        entry.people = "、".join(n.split_names(entry.people))
    if isinstance(entry, Event):
        entry.reached = n.normalise_count(entry.reached)
    elif isinstance(entry, Visit):
        entry.serial = normalise_serial(entry.serial) or entry.serial.strip()
    elif isinstance(entry, TeamMember):
        entry.name = n.normalise_name(entry.name)
        entry.phone = n.normalise_phone(entry.phone)
        entry.document_number = n.normalise_number(entry.document_number)
        entry.left_on = n.normalise_date(entry.left_on)
    elif isinstance(entry, Shift):
        entry.start, entry.end = n.normalise_clock(entry.start), n.normalise_clock(entry.end)


def save_draft(desk: Desk, entry: E) -> E:
    """Save what is typed so far, valid or not; returns the entry to go on with.

    Raises StateError L40 once it is recorded: then :func:`correct` begins a new revision.
    """
    desk.require_entry()
    number, begun = entry.id, entry.record_id
    try:
        with desk.store.write() as session:
            return _save_draft(desk, session, entry)
    except ZjrcError:
        # What was begun is undone with the rest; the next try begins anew.
        entry.id, entry.record_id = number, begun
        raise


def _save_draft(desk: Desk, session: Session, entry: E) -> E:
    now = desk.now()
    if entry.id is not None:
        _still_draft(kept_diary.by_id(session, type(entry), entry.id))
    _still_draft(entry)
    entry.recorded_at = now.isoformat(timespec="seconds")
    entry.recorded_by = desk.staff.number
    if not entry.record_id:
        entry.record_id = uuid7(now)
        _audit(desk, session, "start", entry)
    leave_open(desk, session, entry.record_id)
    name = _NAME[type(entry)]
    append_once(session, desk.staff.number, f"save-{name}", now, entry.record_id, f"start-{name}")
    return kept_diary.keep(session, entry)


def check(desk: Desk, entry: DiaryEntry) -> list[Problem]:
    """Every problem that keeps the entry from being recorded."""
    found = entry_problems(entry, desk.today())
    with desk.store.read() as session:
        if isinstance(entry, Visit) and entry.serial:
            found += _visited(session, entry)
        elif isinstance(entry, Shift) and entry.member:
            found += _on_duty(session, entry)
        elif isinstance(entry, TeamMember):
            found += _twice(session, entry)
    return found


def record(desk: Desk, entry: E) -> E:
    """The entry is finished; an event or visit goes to the centre with the next batch.

    Raises IncompleteError with every problem; what was typed is kept as a draft all the same.
    """
    desk.require_entry()
    normalise(entry)
    if isinstance(entry, Visit):
        with desk.store.read() as session:
            found = kept_diary.registration_by_serial(session, entry.serial)
            entry.registration_id = found.record_id if found else ""
    draft = save_draft(desk, entry)
    problems = check(desk, draft)
    if stops := [problem for problem in problems if not problem.warning]:
        raise IncompleteError(problems, stops)
    with desk.store.write() as session:
        row = kept_diary.by_id(session, type(entry), draft.id)
        row.state = advance_entry(row.state, EntryState.RECORDED)
        _take_over(session, row)
        leave_open(desk, session, "")
        _audit(desk, session, "record", row)
        return row


def open_entry(desk: Desk, entry: E) -> E:
    """The entry as it is kept, to look at or go on with; an audited act."""
    with desk.store.write() as session:
        row = kept_diary.by_id(session, type(entry), entry.id)
        if row.state == EntryState.DRAFT and desk.records:
            leave_open(desk, session, row.record_id)
        _audit(desk, session, "read", row)
        return row


def left_open(desk: Desk) -> DiaryEntry | None:
    """The draft this person had in the form when the window was locked or the power went."""
    record_id = register.left_open(desk)
    with desk.store.read() as session:
        found = (
            row
            for kind in (_NAME if record_id else ())
            for row in kept_diary.revisions(session, kind, record_id)
            if row.state == EntryState.DRAFT
        )
        return next(found, None)


def correct(desk: Desk, entry: E, reason: str) -> E:
    """A draft that corrects what is recorded; it counts, and goes out, when it is recorded itself.

    A correction that was begun already comes back.  Raises EntryError F34 without a reason,
    StateError L41 where the revision is not the newest recorded one.
    """
    desk.require_entry()
    with desk.store.write() as session:
        rows = kept_diary.revisions(session, type(entry), entry.record_id)
        begun = next((row for row in rows if row.state == EntryState.DRAFT), None)
        if begun is not None:
            return begun
        draft = _successor(desk, rows, entry, reason)
        _audit(desk, session, "correct", draft)
        return kept_diary.keep(session, draft)


def void(desk: Desk, entry: E, reason: str) -> E:
    """Take a recorded entry back (作废): it stays readable and no longer counts.

    Raises EntryError F34 without a reason, StateError L41 where it is taken back already or is
    not the newest recorded revision.
    """
    desk.require_entry()
    with desk.store.write() as session:
        rows = kept_diary.revisions(session, type(entry), entry.record_id)
        for row in rows:
            if row.state == EntryState.DRAFT:
                row.state = advance_entry(row.state, EntryState.DISCARDED)
            if row.current and row.void:
                raise StateError("L41", "这条日志已经作废。", "不需要再次作废。")
        taken_back = _successor(desk, rows, entry, reason)
        taken_back.void = True
        taken_back.state = EntryState.RECORDED
        session.flush()
        kept = kept_diary.keep(session, taken_back)
        _take_over(session, kept)
        _audit(desk, session, "void", kept)
        return kept


def discard(desk: Desk, entry: E) -> E:
    """Give up a draft: it is not listed any more and never goes out."""
    desk.require_entry()
    with desk.store.write() as session:
        row = kept_diary.by_id(session, type(entry), entry.id)
        row.state = advance_entry(row.state, EntryState.DISCARDED)
        leave_open(desk, session, "")
        _audit(desk, session, "discard", row)
        return row


def entries(desk: Desk, kind: type[E], month: str = "") -> Sequence[E]:
    """Drafts first, then what is recorded of the month (``YYYY-MM``; all where empty), newest
    first; entries taken back are among them."""
    with desk.store.read() as session:
        return kept_diary.listed(session, kind, month)


def revisions(desk: Desk, kind: type[E], record_id: str) -> Sequence[E]:
    """All revisions of an entry, oldest first."""
    with desk.store.read() as session:
        return kept_diary.revisions(session, kind, record_id)


def members(desk: Desk) -> Sequence[TeamMember]:
    """Everyone who is or was in the team, by the day of joining."""
    with desk.store.read() as session:
        return kept_diary.members(session)


def volunteers(desk: Desk, words: str, most: int = 8) -> list[Summary]:
    """Registered volunteers (a paper was signed) found as on the page 查询, for a visit."""
    with desk.store.read() as session:
        _, slots = desk.store.finder.find(session, Query(words), 0, 4 * most)
        found = registrations.summaries(session, slots)
        declared = kept_diary.declared(session, [one.record_id for one in found])
    return [one for one in found if one.record_id in declared][:most]


def visited_names(desk: Desk, visits: Sequence[Visit]) -> dict[str, str]:
    """The volunteers' names by record id, for the list of visits."""
    with desk.store.read() as session:
        return kept_diary.names_of(session, [visit.registration_id for visit in visits])


def _still_draft(entry: DiaryEntry) -> None:
    if entry.state != EntryState.DRAFT:
        raise StateError("L40", "这条日志已经记录，不能直接改。", "请用“更正”，并写明原因。")


def _audit(desk: Desk, session: Session, act: str, entry: DiaryEntry) -> None:
    action = f"{act}-{_NAME[type(entry)]}"
    append(session, desk.staff.number, action, desk.now(), entry.record_id)


def _successor(desk: Desk, rows: Sequence[E], entry: E, reason: str) -> E:
    newest = next((row for row in rows if row.current), None)
    if newest is None or newest.id != entry.id:
        raise StateError("L41", "这条日志已有更新的版本。", "请刷新列表，再选一次。")
    reason = reason.strip()
    if not reason or len(reason) > _REASON_LIMIT or not reason.isprintable():
        raise EntryError(
            "F34", "原因没有写，或写得太长。", f"请用一句话写明原因，不超过 {_REASON_LIMIT} 个字。"
        )
    return type(newest)(
        **newest.model_dump(exclude=set(_OWN)),
        number=rows[-1].number + 1,
        supersedes=newest.number,
        reason=reason,
        recorded_at=desk.now().isoformat(timespec="seconds"),
        recorded_by=desk.staff.number,
    )


def _take_over(session: Session, row: DiaryEntry) -> None:
    """``row`` counts from now on; what it corrects goes out no more, if it has not gone yet."""
    for other in kept_diary.revisions(session, type(row), row.record_id):
        if other.id == row.id:
            continue
        other.current = False
        if other.state == EntryState.RECORDED and getattr(other, "batch_id", None) is None:
            other.state = advance_entry(other.state, EntryState.SUPERSEDED)
    row.current = True


def _visited(session: Session, visit: Visit) -> list[Problem]:
    found = kept_diary.registration_by_serial(session, visit.serial)
    if found is None or not kept_diary.declared(session, [found.record_id]):
        return [
            Problem(
                "F32",
                "visit.serial",
                "没有找到已签署登记的这位志愿者。",
                "请输入姓名、拼音首字母或编号，再从列表里选。",
            )
        ]
    name = kept_diary.names_of(session, [found.record_id])[found.record_id]
    if name and name in re.sub(r"\s+", "", visit.given):
        return [
            Problem(
                "F31",
                "visit.given",
                "慰问内容里有志愿者的姓名。",
                "上报的走访只写编号，请删去姓名，或写到备注里。",
            )
        ]
    return []


def _on_duty(session: Session, shift: Shift) -> list[Problem]:
    member = next((m for m in kept_diary.members(session) if m.record_id == shift.member), None)
    if member is None:
        return [
            Problem("F33", "shift.member", "这不是队员名单里的人。", "请从列表里选，或先登记队员。")
        ]
    if shift.day < member.day or (member.left_on and shift.day > member.left_on):
        return [Problem("F07", "shift.day", "这一天不在这位队员的在队期间。", "请核对日期和队员。")]
    return []


def _twice(session: Session, member: TeamMember) -> list[Problem]:
    others = (m for m in kept_diary.members(session) if m.record_id != member.record_id)
    if member.document_number and any(
        (other.document_type, other.document_number)
        == (member.document_type, member.document_number)
        for other in others
    ):
        return [
            Problem(
                "F03",
                "member.document_number",
                "这位队员已经登记过。",
                "请在名单里选这位队员，用“更正”修改。",
            )
        ]
    return []
