"""Erasing a person on request or when the purpose ends (个人信息保护法 47).

What stays is a tombstone: record id, serial, the revisions' dates, kinds and states, and an erasure
revision that says who erased when and on which ground.  It goes to the centre with the next batch.

Care visits to the person stay as counts: day, who went, and no words.

What this can't reach: backups made before, sealed batches in the outbox (encrypted to the centre,
gone when its receipt is taken), papers, and other people's registrations that name the person;
those that do are listed (:func:`named_elsewhere`), to be corrected one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.succession import newest_for
from zjrc_desk.registry.errors import EntryError, StateError, StoreError
from zjrc_desk.registry.life import WAITING, Act, State, advance
from zjrc_desk.registry.tables import Registration, Revision
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, ERASURE_GROUND
from zjrc_desk.store import drafts, registrations
from zjrc_desk.store.audit import append
from zjrc_desk.store.erasure import Naming as Naming
from zjrc_desk.store.erasure import namings, remove_person


def also_erased(desk: Desk, record_id: str) -> list[str]:
    """Serials of the same person's left-over drafts, which go with the registration."""
    desk.require(ADMINISTRATOR)
    with desk.store.read() as session:
        return [draft.serial for draft in _drafts(session, record_id)]


def named_elsewhere(desk: Desk, record_id: str) -> list[Naming]:
    """Other records that name the person as kin, executor, witness or member of the team."""
    desk.require(ADMINISTRATOR)
    with desk.store.read() as session:
        return namings(session, record_id)


def erase(desk: Desk, record_id: str, reason: str) -> Revision:
    """Remove the person everywhere at this point; returns the tombstone's erasure revision.

    ``reason`` is a value of ERASURE_GROUND, never free text: it is kept.  Raises AccessError A01
    unless an administrator asks, EntryError F15 for another reason, StateError L09 where it is done
    already, L13 while a batch with it is being sealed, StoreError D13 where the person is removed
    but the disk had no room to rewrite the file; that is made up for when the store is next opened.
    """
    desk.require(ADMINISTRATOR)
    if reason not in ERASURE_GROUND:
        raise EntryError("F15", "删除的原因不在可选的范围内。", "请从列表中选一项。")
    with desk.store.write() as session:
        more = [draft.record_id for draft in _drafts(session, record_id)]
        for draft in drafts.deleted(session):
            # One that was just deleted must not come back with the person afterwards.
            if draft.record_id in more:
                drafts.bring_back(session, draft)
        done = [_erase_one(desk, session, one, reason) for one in (record_id, *more)]
    _scrub(desk)
    return done[0]


def _drafts(session: Session, record_id: str) -> Sequence[Registration]:
    """Other registrations of the same person in which nothing was ever declared."""
    newest = registrations.revision_of(session, record_id)
    return registrations.unfinished_of_person(
        session, record_id, newest.volunteer.document_type, newest.volunteer.document_number
    )


def _erase_one(desk: Desk, session: Session, record_id: str, reason: str) -> Revision:
    newest = newest_for(session, record_id, Act.ERASE)
    before, now = newest.number, desk.now()
    number = registrations.last_number(session, record_id) + 1
    for revision in registrations.revisions_of(session, record_id):
        if revision.state == State.SIGNED and revision.batch_id is not None:
            raise StateError(
                "L13", "这份登记正在封批，还没有封完。", "请先在“批次”里把这一批封完，再删除。"
            )
        if revision.state in WAITING:
            revision.state = advance(revision.state, State.ERASED)
        revision.current = False
    session.flush()
    remove_person(session, record_id)
    tombstone = registrations.blank_revision()
    tombstone.record_id, tombstone.kind = record_id, "erasure"
    tombstone.number, tombstone.supersedes = number, before
    tombstone.declared_at = now.date().isoformat()
    tombstone.recorded_at = now.isoformat(timespec="seconds")
    tombstone.recorded_by, tombstone.reason = desk.staff.number, reason
    tombstone.state = State.SIGNED
    kept = registrations.keep(session, tombstone)
    kept.frozen = True
    append(session, desk.staff.number, "erase", now, record_id)
    return kept


def _scrub(desk: Desk) -> None:
    try:
        desk.store.scrub()
    except StoreError as error:
        raise StoreError(
            "D13",
            "个人信息已经删除，但登记库文件还没有整理完，加密的文件里可能还有旧内容的残迹。",
            "请清理磁盘空间，再退出并重新登录，程序会自动接着整理。",
            detail=error.code,
        ) from error
