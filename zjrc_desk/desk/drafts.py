"""Deleting a draft, and taking that back.

The draft stays in the store, found and counted nowhere, until the window lets it go
(:func:`let_go`): ten minutes later, at the next deletion or at sign-out.  A power cut before that
loses nothing: the next sign-in finds it and it is a draft again (decision 0029).
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.life import EDITABLE
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import drafts, papers, registrations
from zjrc_desk.store.audit import append


def may_delete(desk: Desk, revision: Revision) -> bool:
    """Whether the signed-in person is offered it; of a paper that was printed the act knows."""
    begun = bool(revision.record_id) and revision.number == 1
    return desk.records and begun and revision.state in EDITABLE


def delete_draft(desk: Desk, record_id: str) -> None:
    """Delete a draft; the one that was deleted before can't be brought back any more.

    Raises StateError L32 for anything beyond a first draft, L33 where a paper was printed of it,
    EntryError F18 where it is not there.
    """
    desk.require_entry()
    now = desk.now()
    with desk.store.write() as session:
        draft = registrations.revision_of(session, record_id)
        if draft.state not in EDITABLE or draft.number > 1:
            raise StateError(
                "L32",
                "这份登记已经不是第一稿草稿，不能删除。",
                "正在填写的变更请用“放弃这次变更”；本人要求删除个人信息的，请由管理员办理。",
            )
        if papers.of_record(session, record_id):
            raise StateError(
                "L33",
                "这份草稿已经打印过文书，不能删除。",
                "纸面上有它的编号，请留着；本人要求删除个人信息的，请由管理员办理。",
            )
        _let_go(desk, session, now)
        drafts.put_away(session, draft)
        append(session, desk.staff.number, "delete-draft", now, record_id)


def undelete_draft(desk: Desk, record_id: str) -> None:
    """It is a draft as it was.  Raises StateError L34 where it was let go."""
    desk.require_entry()
    with desk.store.write() as session:
        found = [one for one in drafts.deleted(session) if one.record_id == record_id]
        if not found:
            raise StateError("L34", "这份草稿已经删除，不能再恢复。", "请重新登记。")
        drafts.bring_back(session, found[0])
        append(session, desk.staff.number, "undelete-draft", desk.now(), record_id)


def let_go(desk: Desk) -> None:
    """What was deleted can't be brought back from now on."""
    desk.require_entry()
    with desk.store.write() as session:
        _let_go(desk, session, desk.now())


def _let_go(desk: Desk, session: Session, now: datetime) -> None:
    for draft in drafts.deleted(session):
        registrations.discard(session, draft.record_id)
        append(session, desk.staff.number, "discard", now, draft.record_id)
