"""Changing, correcting, withdrawing and renewing a wish: always a new revision.

民法典 1142: a person may withdraw or change at any time, and the later declaration counts;
人体器官捐献和移植条例 (国务院令第 767 号): a donation can be withdrawn without giving a reason.
Which act may follow what is in :mod:`zjrc_desk.registry.life`.
"""

from __future__ import annotations

from collections.abc import Iterable

from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.succession import (
    copied,
    end,
    newest_for,
    said,
    standing,
    stated,
    successor,
    supersede,
)
from zjrc_desk.registry.attachments import ID_SCAN, PHOTO
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.life import DECLARED, ENDING_KINDS, Act, State, advance
from zjrc_desk.registry.tables import Revision, RevisionAttachment
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append


def change(desk: Desk, record_id: str, reason: str) -> Revision:
    """The wish changes: a new draft that starts from what is declared now.

    It is a declaration of its own, of its own day.  Witnesses, statement and consent are given
    anew: a statement is bound to the revision it was made on.  Raises StateError L03, L04, L09,
    EntryError F21.
    """
    desk.require_entry()
    reason = stated(reason)
    with desk.store.write() as session:
        newest = newest_for(session, record_id, Act.CHANGE)
        kind = "change" if newest.state in DECLARED else newest.kind
        revision = successor(session, newest, newest, kind, reason)
        _carry_wish(newest, revision)
        revision.intention.capacity_declared = revision.intention.voluntary_declared = False
        return supersede(desk, session, newest, revision, "change")


def correct(desk: Desk, record_id: str, reason: str) -> Revision:
    """What was recorded is wrong, or was returned; the declaration itself stays as it was made.

    A new draft of the same kind and day with everything carried over, witnesses and consent too.
    The paper has to agree with the record, so it is printed and signed again.  A withdrawal or
    refusal is corrected by :func:`zjrc_desk.desk.refusal.correct_ending`: StateError L11 here.
    Raises StateError L03, L09, EntryError F21.
    """
    desk.require_entry()
    reason = stated(reason)
    with desk.store.write() as session:
        newest = newest_for(session, record_id, Act.CORRECT)
        if newest.kind in ENDING_KINDS:
            raise StateError(
                "L11",
                "撤销和明确不捐献没有意愿书。",
                "请按“更正”，在小窗口里改正姓名、证件和日期。",
            )
        revision = successor(session, newest, newest, newest.kind, reason)
        _carry_wish(newest, revision)
        revision.declared_at, revision.source = newest.declared_at, newest.source
        revision.witnesses = [copied(row) for row in newest.witnesses]
        revision.statement = copied(newest.statement)
        revision.consent = copied(newest.consent)
        return supersede(desk, session, newest, revision, "correct")


def renew(desk: Desk, record_id: str, reason: str = "") -> Revision:
    """Who withdrew or refused declares anew; nothing of the old wish is carried over unasked.

    Raises StateError L03, L09, L10.
    """
    desk.require_entry()
    with desk.store.write() as session:
        newest = newest_for(session, record_id, Act.RENEW)
        revision = successor(session, newest, newest, "intention", said(reason))
        return supersede(desk, session, newest, revision, "renew")


def abandon(desk: Desk, record_id: str) -> Revision:
    """Give up a change, correction or renewal that was begun; what it would have replaced is the
    newest again, in the state it had.

    Nothing typed is lost: the draft stays in the history as it was left, ``abandoned`` and frozen,
    and keeps its number.  Who gave it up and when is in the audit.  Raises StateError L09, L16.
    """
    desk.require_entry()
    with desk.store.write() as session:
        draft = newest_for(session, record_id, Act.ABANDON)
        assert draft.supersedes is not None, "life.why_not asked for one"
        kept = registrations.numbered(session, record_id, draft.supersedes)
        draft.state = advance(draft.state, State.ABANDONED)
        draft.current, draft.frozen = False, True
        session.flush()
        if kept.state == State.SUPERSEDED:
            kept.state = advance(kept.state, State.PRINTED if kept.letter else State.WITNESSED)
        kept.current = True
        append(session, desk.staff.number, "abandon", desk.now(), record_id)
        return registrations.keep(session, kept)


def withdraw(desk: Desk, serials: Iterable[str], reason: str = "") -> list[Revision]:
    """Record a withdrawal; it works at once, needs no reason and goes out with the next batch.

    A signed confirmation (撤销确认书) may follow: it will hang on this revision as an attachment,
    which the freeze leaves open and the centre does not take for other content.  Raises EntryError
    F18 for a serial that is unknown, StateError L04, L08, L09; then none of them is recorded.
    """
    desk.require_entry()
    done = []
    with desk.store.write() as session:
        for serial in serials:
            record_id = registrations.by_serial(session, serial).record_id
            newest = newest_for(session, record_id, Act.WITHDRAW)
            # Not of a change that is half typed: its number may be half a number.
            source = standing(session, newest)
            revision = successor(session, newest, source, "withdrawal", said(reason))
            revision.declared_at = desk.today().isoformat()
            done.append(end(desk, session, newest, revision, "withdraw"))
    return done


def _carry_wish(newest: Revision, revision: Revision) -> None:
    revision.intention = copied(newest.intention)
    revision.executor = copied(newest.executor)
    revision.kin = [copied(row) for row in newest.kin]
    revision.attachments = _of_the_person(newest)


def _of_the_person(newest: Revision) -> list[RevisionAttachment]:
    """Photo and identity card stay those of the person; all else belongs to what was declared."""
    kept = [link for link in newest.attachments if link.role in (PHOTO, ID_SCAN)]
    return [RevisionAttachment(sha256=link.sha256, role=link.role) for link in kept]
