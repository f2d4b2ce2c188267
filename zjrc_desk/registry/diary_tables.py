"""The point's diary as tables: events, care visits, the volunteer team and its shifts.

Every entry has revisions: a correction is a new row under the same ``record_id``, and so is taking
an entry back (``void``, 作废).  As with registrations, text fields hold what was typed; what is not
valid stays in the draft and is stopped by :mod:`zjrc_desk.registry.rules.diary`.

Events and visits go to the centre with the next batch; members and shifts stay at the point.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from zjrc_desk.registry.errors import StateError


class EntryState(StrEnum):
    """Where a revision of an entry is in its life."""

    DRAFT = "draft"
    RECORDED = "recorded"
    SEALED = "sealed"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    SUPERSEDED = "superseded"
    DISCARDED = "discarded"


ENTRY_STATE_LABEL: Mapping[str, str] = {
    EntryState.DRAFT: "草稿",
    EntryState.RECORDED: "已记录",
    EntryState.SEALED: "已封批",
    EntryState.ACCEPTED: "已接收",
    EntryState.RETURNED: "已退回",
    EntryState.SUPERSEDED: "已被替代",
    EntryState.DISCARDED: "已放弃",
}

_NEXT: Mapping[EntryState, frozenset[EntryState]] = {
    EntryState.DRAFT: frozenset({EntryState.RECORDED, EntryState.DISCARDED}),
    # Superseded: corrected before it went into a batch, so that only the correction goes.
    EntryState.RECORDED: frozenset({EntryState.SEALED, EntryState.SUPERSEDED}),
    # Back to recorded: the batch as a whole was refused, and this goes with the next.
    EntryState.SEALED: frozenset({EntryState.ACCEPTED, EntryState.RETURNED, EntryState.RECORDED}),
    EntryState.ACCEPTED: frozenset(),
    EntryState.RETURNED: frozenset(),
    EntryState.SUPERSEDED: frozenset(),
    EntryState.DISCARDED: frozenset(),
}


def advance_entry(state: str, to: EntryState) -> EntryState:
    """``to``, if the life of an entry allows that step; raises StateError L42 if not."""
    if to not in _NEXT[EntryState(state)]:
        raise StateError(
            "L42",
            f"这条日志现在是“{ENTRY_STATE_LABEL[state]}”，不能变为“{ENTRY_STATE_LABEL[to]}”。",
            "请刷新列表，再选这一条。",
            detail=f"{state} -> {to}",
        )
    return to


class DiaryEntry(SQLModel):
    """What every entry has.  ``current``: the newest recorded revision; a draft is not, yet."""

    id: int | None = Field(default=None, primary_key=True)
    record_id: str = Field(default="", index=True, description="UUIDv7, the same in all revisions")
    number: int = 1
    supersedes: int | None = None
    state: str = Field(default=EntryState.DRAFT, index=True)
    current: bool = Field(default=False, index=True)
    void: bool = Field(default=False, description="作废: it never was, or was written twice")
    reason: str = Field(default="", description="of the correction; not interchanged")
    recorded_at: str = ""
    recorded_by: str = Field(default="", description="staff number")
    day: str = Field(default="", index=True, description="YYYY-MM-DD; of a member: of joining")


class SyncedEntry(DiaryEntry):
    """An entry that goes to the centre."""

    people: str = Field(default="", description="who of staff and team took part, joined by 、")
    batch_id: str | None = Field(default=None, foreign_key="batch.batch_id", index=True)
    centre_reasons: list[str] = Field(default_factory=list, sa_type=JSON, nullable=False)


class Event(SyncedEntry, table=True):
    """宣传、咨询: how many were reached with what; nothing on who they were."""

    __table_args__ = (UniqueConstraint("record_id", "number"),)

    category: str = Field(default="", description="publicity | consultation")
    place: str = ""
    reached: str = Field(default="", description="number of people, as typed")
    topics: str = ""


class Visit(SyncedEntry, table=True):
    """走访关怀（博爱送万家）: a visit to a registered volunteer."""

    __table_args__ = (UniqueConstraint("record_id", "number"),)

    registration_id: str = Field(default="", index=True, description="record id; empty: not found")
    serial: str = Field(default="", description="the registration's, or what was typed for it")
    given: str = Field(default="", description="what was brought")
    remarks: str = Field(default="", description="the point's own; not interchanged")


class TeamMember(DiaryEntry, table=True):
    """“生命之约”志愿服务队的队员; stays at the point."""

    __table_args__ = (UniqueConstraint("record_id", "number"),)

    name: str = ""
    phone: str = ""
    document_type: str = "resident_id"
    document_number: str = Field(default="", index=True)
    left_on: str = Field(default="", description="YYYY-MM-DD; empty: still in the team")


class Shift(DiaryEntry, table=True):
    """值班: when a member was at the point."""

    __table_args__ = (UniqueConstraint("record_id", "number"),)

    member: str = Field(default="", index=True, description="record id of the member")
    start: str = Field(default="", description="HH:MM")
    end: str = Field(default="", description="HH:MM")


#: What stands for the words of a visit whose person was erased (个人信息保护法 47).
GONE = "（已删除）"
#: The kinds that go to the centre, by their name in a batch.
SYNCED: Mapping[str, type[SyncedEntry]] = {"event": Event, "visit": Visit}
