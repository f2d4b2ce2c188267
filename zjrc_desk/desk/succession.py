"""How an act's new revision follows the newest one: what all acts on a registration share."""

from __future__ import annotations

from typing import TypeVar

from sqlmodel import Session, SQLModel

from zjrc_desk.desk.register import IncompleteError, circumstances
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.life import DECLARED, EDITABLE, Act, State, acts, advance, require
from zjrc_desk.registry.rules import Circumstances
from zjrc_desk.registry.rules.ending import ending_problems
from zjrc_desk.registry.rules.text import SHORT_TEXT_LIMIT, one_text
from zjrc_desk.registry.tables import Consent, Executor, Intention, Revision, WitnessStatement
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, REGISTRAR
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append

Part = TypeVar("Part", bound=SQLModel)


def newest_for(session: Session, record_id: str, act: Act) -> Revision:
    """The newest revision, if ``act`` may follow it; raises the StateErrors of ``life.why_not``."""
    newest = registrations.revision_of(session, record_id)
    require(act, newest.kind, newest.state, before(session, newest))
    return newest


def before(session: Session, revision: Revision) -> str | None:
    """The kind of the revision that ``revision`` supersedes; None for the first."""
    if revision.supersedes is None:
        return None
    return registrations.numbered(session, revision.record_id, revision.supersedes).kind


def possible(desk: Desk, revision: Revision) -> frozenset[Act]:
    """What the signed-in person may begin on the newest revision of a registration.

    Of a form that is not saved yet: a refusal.
    """
    if desk.staff.role not in (REGISTRAR, ADMINISTRATOR):
        return frozenset()
    if not revision.record_id:
        return frozenset({Act.REFUSE})
    with desk.store.read() as session:
        found = acts(revision.kind, revision.state, before(session, revision))
    return found if desk.staff.role == ADMINISTRATOR else found - {Act.ERASE}


def standing(session: Session, newest: Revision) -> Revision:
    """The revision that counts now: not one that is still being typed, but what it supersedes."""
    if newest.state in EDITABLE and newest.supersedes is not None:
        return registrations.numbered(session, newest.record_id, newest.supersedes)
    return newest


def successor(
    session: Session, newest: Revision, source: Revision, kind: str, reason: str
) -> Revision:
    """The next revision with the person of ``source``, and nothing declared yet."""
    return Revision(
        record_id=newest.record_id,
        number=registrations.last_number(session, newest.record_id) + 1,
        supersedes=newest.number,
        kind=kind,
        reason=reason,
        staff_notes=newest.staff_notes,
        volunteer=copied(source.volunteer),
        intention=Intention(),
        executor=Executor(),
        statement=WitnessStatement(),
        consent=Consent(),
    )


def supersede(
    desk: Desk, session: Session, newest: Revision, revision: Revision, action: str
) -> Revision:
    """Keep ``revision`` as the newest; what it replaces unsigned never goes out."""
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


def end(
    desk: Desk, session: Session, newest: Revision, revision: Revision, action: str
) -> Revision:
    """Keep a withdrawal or refusal: it works at once, goes with the next batch and never changes.

    Raises IncompleteError where it does not say whose it is and of which day: such a record would
    stop the whole batch.
    """
    check_ending(revision, circumstances(desk, session, revision))
    revision.state = State.SIGNED
    kept = supersede(desk, session, newest, revision, action)
    kept.frozen = True
    return kept


def check_ending(revision: Revision, known: Circumstances) -> None:
    """Raises IncompleteError with every problem of a withdrawal or refusal."""
    found = ending_problems(revision, known)
    if stops := [problem for problem in found if not problem.warning]:
        raise IncompleteError(found, stops)


def stated(reason: str) -> str:
    """The reason of an act that needs one; EntryError F21 where it is empty."""
    if not said(reason):
        raise EntryError("F21", "没有写明原因。", "请写一句为什么，以后查历史时看得懂。")
    return said(reason)


def said(reason: str) -> str:
    """The reason of an act, which may be empty; EntryError F21 where nobody could read it.

    It goes to the centre with a withdrawal, and one bad text would stop the whole batch.
    """
    text = reason.strip()
    if any(one_text("reason", text, SHORT_TEXT_LIMIT)):
        raise EntryError(
            "F21",
            "原因太长，或有看不见的字符。",
            f"请用一两句话写明，不超过 {SHORT_TEXT_LIMIT} 个字。",
        )
    return text


def copied(row: Part) -> Part:
    """The same content as a row of another revision."""
    return type(row)(**row.model_dump(exclude={"id", "revision_id"}))
