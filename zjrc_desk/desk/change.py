"""Changing and withdrawing a wish: always a new revision, nothing is overwritten.

民法典 1142: a person may withdraw or change at any time, and the later declaration counts;
人体器官捐献和移植条例 (国务院令第 767 号): a donation can be withdrawn without giving a reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sqlmodel import Session, SQLModel

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.attachments import ID_SCAN, PHOTO
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.life import DECLARED, EDITABLE, State, advance
from zjrc_desk.registry.tables import (
    Consent,
    Executor,
    Intention,
    Revision,
    RevisionAttachment,
    WitnessStatement,
)
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append

Part = TypeVar("Part", bound=SQLModel)


def change(desk: Desk, record_id: str, reason: str) -> Revision:
    """A new draft that starts from what is declared now; witnesses and consent are given anew.

    A statement is bound to the revision it was made on, so the new one begins without.  Raises
    StateError L03 while the newest revision can still be edited in place.
    """
    desk.require_entry()
    with desk.store.write() as session:
        newest = registrations.revision_of(session, record_id)
        if newest.state in EDITABLE:
            raise StateError("L03", "这份登记还没有见证，可以直接修改。", "请打开它继续填写。")
        if newest.kind == "withdrawal":
            # Who withdrew and comes again declares anew; nothing old is carried over unasked.
            revision = _with_empty_wish(_successor(newest, "intention", reason))
        else:
            kind = "change" if newest.state in DECLARED else newest.kind
            revision = _successor(newest, kind, reason)
            revision.intention = _copied(newest.intention)
            revision.executor = _copied(newest.executor)
            revision.kin = [_copied(row) for row in newest.kin]
            revision.attachments = _of_the_person(newest)
        revision.intention.capacity_declared = revision.intention.voluntary_declared = False
        return _supersede(desk, session, newest, revision, "change")


def withdraw(desk: Desk, serials: Iterable[str], reason: str) -> list[Revision]:
    """Record a withdrawal; it works at once and goes out with the next batch.

    Raises EntryError F18 for a serial that is unknown, StateError L04 where the wish is withdrawn
    already; then none of them is recorded.
    """
    desk.require_entry()
    now = desk.now()
    done = []
    with desk.store.write() as session:
        for serial in serials:
            newest = registrations.by_serial(session, serial)
            if newest.kind == "withdrawal":
                raise StateError("L04", "这份登记已经撤销。", "不需要再次办理。")
            revision = _with_empty_wish(_successor(newest, "withdrawal", reason))
            revision.declared_at = now.date().isoformat()
            revision.state = State.SIGNED
            revision.recorded_at = now.isoformat(timespec="seconds")
            revision = _supersede(desk, session, newest, revision, "withdraw")
            revision.frozen = True
            done.append(revision)
    return done


def _successor(newest: Revision, kind: str, reason: str) -> Revision:
    return Revision(
        record_id=newest.record_id,
        number=newest.number + 1,
        supersedes=newest.number,
        kind=kind,
        reason=reason,
        volunteer=_copied(newest.volunteer),
        statement=WitnessStatement(),
        consent=Consent(),
    )


def _of_the_person(newest: Revision) -> list[RevisionAttachment]:
    """Photo and identity card stay those of the person; all else belongs to what was declared."""
    kept = [link for link in newest.attachments if link.role in (PHOTO, ID_SCAN)]
    return [RevisionAttachment(sha256=link.sha256, role=link.role) for link in kept]


def _with_empty_wish(revision: Revision) -> Revision:
    revision.intention, revision.executor = Intention(), Executor()
    return revision


def _supersede(
    desk: Desk, session: Session, newest: Revision, revision: Revision, action: str
) -> Revision:
    now = desk.now()
    newest.current = False
    if newest.state not in DECLARED:
        newest.state = advance(newest.state, State.SUPERSEDED)
    revision.recorded_at = now.isoformat(timespec="seconds")
    revision.recorded_by = desk.staff.number
    session.flush()
    kept = registrations.keep(session, revision)
    append(session, desk.staff.number, action, now, revision.record_id)
    return kept


def _copied(row: Part) -> Part:
    return type(row)(**row.model_dump(exclude={"id", "revision_id"}))
