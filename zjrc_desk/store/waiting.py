"""What waits for somebody at the point, besides the state of a registration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists, func, select
from sqlmodel import Session, col

from zjrc_desk.registry.attachments import LETTER_SCAN
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.life import DECLARED, GIVING_KINDS, State
from zjrc_desk.registry.tables import (
    Consent,
    Intention,
    Referral,
    Registration,
    Revision,
    RevisionAttachment,
    Volunteer,
)


@dataclass(frozen=True)
class Waiting:
    """One registration that waits.  ``detail``: since when, until when, or why."""

    record_id: str
    serial: str
    name: str
    detail: str
    kind: str = ""


@dataclass(frozen=True)
class Heap:
    """How many wait for the same thing, and the first of them."""

    total: int
    first: Sequence[Waiting]


def _standing(*states: State) -> Any:
    """The wishes that stand: newest revisions in those states that give something.

    Neither a withdrawal or refusal, nor what is left of an erased person.
    """
    return (
        select(col(Registration.record_id), col(Registration.serial), col(Volunteer.name))
        .select_from(Revision)
        .join(Registration)
        .join(Volunteer)
        .where(
            col(Revision.current),
            col(Revision.state).in_(states or DECLARED),
            col(Revision.kind).in_(GIVING_KINDS),
        )
    )


def _heap(
    session: Session, query: Select[Any], most: int, said: Callable[[Any], str] = str
) -> Heap:
    """``query`` with one more column, of which ``said`` makes the detail."""
    total = session.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    rows = session.execute(query.order_by(col(Registration.serial)).limit(most))
    return Heap(total, [Waiting(row[0], row[1], row[2], said(row[3])) for row in rows])


def next_batch(session: Session, most: int) -> Heap:
    """What will go with the next batch, in the order in which it is taken; ``detail``: the day of
    the declaration."""
    signed = col(Revision.state) == State.SIGNED
    # By themselves first: of thousands only these are looked up in the other tables.
    ids = select(col(Revision.id)).where(signed).order_by(col(Revision.id)).limit(most)
    rows = session.execute(
        select(
            col(Registration.record_id),
            col(Registration.serial),
            col(Volunteer.name),
            col(Revision.declared_at),
            col(Revision.kind),
        )
        .select_from(Revision)
        .join(Registration)
        .join(Volunteer)
        .where(col(Revision.id).in_(ids))
        .order_by(col(Revision.id))
    )
    return Heap(next_batch_size(session), [Waiting(*row) for row in rows])


def next_batch_size(session: Session) -> int:
    """How many will go with the next batch, of every kind, also where a newer revision was begun:
    withdrawals, refusals and erasures are told to the centre as well."""
    query = select(func.count()).where(col(Revision.state) == State.SIGNED)
    return int(session.execute(query).scalar_one())


def without_scan(session: Session, most: int) -> Heap:
    """Printed or signed, and no scan of the paper is attached; once sealed it is too late."""
    scanned = exists().where(
        col(RevisionAttachment.revision_id) == Revision.id,
        col(RevisionAttachment.role) == LETTER_SCAN,
    )
    query = _standing(State.SIGNED, State.PRINTED).where(~scanned)
    return _heap(session, query.add_columns(col(Revision.declared_at)), most)


def returned(session: Session, most: int) -> Heap:
    """Returned by the centre, with its reasons."""
    query = _standing(State.RETURNED).add_columns(col(Revision.centre_reasons))
    return _heap(session, query, most, " ".join)


def certificates(session: Session, most: int) -> Heap:
    """Certificates (证明) of the centre that came and were not handed over, where one is wanted."""
    query = (
        _standing()
        .join(Certificate, col(Certificate.record_id) == Registration.record_id)
        .join(Intention, col(Intention.revision_id) == Revision.id)
        .where(
            col(Certificate.handed_over_at) == "",
            col(Intention.wants_certificate) | col(Intention.wants_wallet_card),
        )
    )
    return _heap(session, query.add_columns(col(Certificate.number)), most)


def expiring_documents(session: Session, until: str, most: int) -> Heap:
    """Identity documents that expire on or before ``until`` (YYYY-MM-DD), or have."""
    expires = col(Volunteer.document_expires)
    query = _standing().where(expires.like("____-__-__"), expires <= until)
    return _heap(session, query.add_columns(expires), most)


def outdated_consents(session: Session, version: str, most: int) -> Heap:
    """Separate consents (个人信息保护法 29) given to another text than the one in use."""
    query = (
        _standing()
        .join(Consent, col(Consent.revision_id) == Revision.id)
        .where(col(Consent.text_version) != version)
    )
    return _heap(session, query.add_columns(col(Consent.given_at)), most)


def unused_consents(session: Session, before: str, most: int) -> Heap:
    """Consents given before a day (YYYY-MM-DD) for a wish that was never signed since.

    Personal information is kept no longer than its purpose needs (个人信息保护法 19), and its
    purpose is a registration.
    """
    query = (
        _standing(State.DRAFT, State.COMPLETE, State.WITNESSED, State.PRINTED)
        .join(Consent, col(Consent.revision_id) == Revision.id)
        .where(col(Consent.given_at) != "", col(Consent.given_at) < before)
    )
    return _heap(session, query.add_columns(func.substr(Consent.given_at, 1, 10)), most)


def referrals(session: Session, most: int) -> Heap:
    """People who asked for a referral to 浙江遗嘱库 and were not referred yet."""
    done = exists().where(col(Referral.serial) == Registration.serial)
    query = (
        _standing()
        .join(Intention, col(Intention.revision_id) == Revision.id)
        .where(col(Intention.wants_will_referral), ~done)
    )
    return _heap(session, query.add_columns(col(Revision.declared_at)), most)
