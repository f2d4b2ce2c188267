"""Recording that a person does not want to donate (明确不捐献), registered before or not.

人体器官捐献和移植条例 (国务院令第 767 号): who refused in life is never a donor, whatever the
family decides.  So it is taken down with as little as possible: who it is, the day, the signed
statement.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from zjrc_desk.desk.register import IncompleteError, circumstances, fill_from_number, normalise
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.succession import (
    check_ending,
    end,
    newest_for,
    said,
    standing,
    stated,
    successor,
)
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.life import ENDING_KINDS, Act, State
from zjrc_desk.registry.rules.volunteer import same_person
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append

_PERSON = ("name", "document_type", "document_number", "birth_date", "sex")


@dataclass(frozen=True)
class Ending:
    """Who declares that nothing is given, and when; texts as typed, values as in the tables.

    ``statement_signed``: the person has signed it on paper.  Birth date and sex are taken from the
    number where it holds them.
    """

    name: str
    document_type: str
    document_number: str
    declared_at: str
    birth_date: str = ""
    sex: str = ""
    statement_signed: bool = False


def ending_of(revision: Revision, day: str) -> Ending:
    """What is known of the person already, to begin with."""
    known = {name: getattr(revision.volunteer, name) for name in _PERSON}
    return Ending(**known, declared_at=day)


def refuse_new(desk: Desk, ending: Ending, reason: str = "") -> Revision:
    """The refusal of a person who was never registered here: a registration of its own.

    Raises EntryError F22 without a signed statement, IncompleteError with every problem, F03 among
    them where the person is registered: then it is recorded there.
    """
    desk.require_entry()
    _signed(ending)
    now = desk.now()
    revision = registrations.blank_revision()
    revision.kind, revision.reason = "refusal", said(reason)
    _name(desk, revision, ending)
    with desk.store.write() as session:
        _nobody_else(desk, session, revision)
        check_ending(revision, circumstances(desk, session, revision))
        revision.record_id = registrations.start(session, now).record_id
        revision.recorded_at = now.isoformat(timespec="seconds")
        revision.recorded_by = desk.staff.number
        revision.state = State.SIGNED
        kept = registrations.keep(session, revision)
        kept.frozen = True
        append(session, desk.staff.number, "refuse", now, kept.record_id)
        return kept


def refuse(desk: Desk, record_id: str, ending: Ending, reason: str = "") -> Revision:
    """The refusal of a person who is registered: works at once, goes out with the next batch.

    Raises EntryError F22, IncompleteError, StateError L04, L09.
    """
    desk.require_entry()
    _signed(ending)
    with desk.store.write() as session:
        newest = newest_for(session, record_id, Act.REFUSE)
        revision = successor(session, newest, standing(session, newest), "refusal", said(reason))
        _name(desk, revision, ending)
        _nobody_else(desk, session, revision)
        return end(desk, session, newest, revision, "refuse")


def correct_ending(desk: Desk, record_id: str, ending: Ending, reason: str) -> Revision:
    """A withdrawal or refusal was recorded wrongly, or returned; what was declared stays.

    Raises EntryError F21 without a reason, IncompleteError, StateError L09, L12 where the newest
    revision is neither.
    """
    desk.require_entry()
    reason = stated(reason)
    with desk.store.write() as session:
        newest = newest_for(session, record_id, Act.CORRECT)
        if newest.kind not in ENDING_KINDS:
            raise StateError("L12", "这份登记没有撤销，也没有明确不捐献。", "请打开它更正。")
        revision = successor(session, newest, newest, newest.kind, reason)
        _name(desk, revision, ending)
        _nobody_else(desk, session, revision)
        return end(desk, session, newest, revision, "correct")


def _signed(ending: Ending) -> None:
    if not ending.statement_signed:
        raise EntryError(
            "F22", "本人还没有签署书面声明。", "请本人在声明上签名后，勾选“书面声明已由本人签署”。"
        )


def _name(desk: Desk, revision: Revision, ending: Ending) -> None:
    for name in _PERSON:
        setattr(revision.volunteer, name, getattr(ending, name).strip())
    revision.declared_at = ending.declared_at.strip()
    normalise(revision, desk.today())
    fill_from_number(revision)


def _nobody_else(desk: Desk, session: Session, revision: Revision) -> None:
    known = circumstances(desk, session, revision)
    if found := list(same_person(revision, known)):
        raise IncompleteError(found, found)
