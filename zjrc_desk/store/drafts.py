"""Drafts that were deleted and can still be brought back.

Such a draft is whole and in its place, but its only revision is not ``current`` and its search row
is blank: nothing lists, counts, finds or seals it.  No other revision is like that: one that was
replaced or given up has a state that says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from zjrc_desk.registry.life import EDITABLE
from zjrc_desk.registry.tables import Revision, Staff
from zjrc_desk.store import search


def put_away(session: Session, draft: Revision) -> None:
    """Take a draft out of everything; nobody's form opens with it again."""
    draft.current = False
    for one in session.exec(select(Staff).where(Staff.open_record == draft.record_id)):
        one.open_record = ""
    session.flush()
    search.blank(session, draft.record_id)


def bring_back(session: Session, draft: Revision) -> None:
    """As it was, in the same place of every list."""
    draft.current = True
    session.flush()
    search.index(session, draft)


def deleted(session: Session) -> Sequence[Revision]:
    """The drafts that are put away."""
    query = select(Revision).where(
        col(Revision.state).in_(EDITABLE), ~col(Revision.current), col(Revision.number) == 1
    )
    return session.exec(query).unique().all()
