"""附件: adding, looking at and taking away what belongs to a registration beside its words.

Everything stays inside the encrypted file: a content is read twice (what is it; keep it) and
streamed in pieces of 1 MiB, so that neither a temporary file nor much memory is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlmodel import Session

from zjrc_desk.desk import media
from zjrc_desk.desk.media import Checked, Progress
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.attachments import (
    ATTACHMENT_ROLE,
    LETTER,
    LETTER_SCAN,
    SIGNATURE,
    changeable,
    in_a_batch,
    signers,
)
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.tables import Attachment, Revision, RevisionAttachment
from zjrc_desk.store import attachments, registrations
from zjrc_desk.store.audit import append

#: Of one revision.  The record's schema takes 100; a batch has to hold several revisions.
MOST_ATTACHMENTS = 50
MOST_BYTES = 1 << 30


@dataclass(frozen=True)
class Attached:
    """An attachment of a registration's newest revision; ``size`` in bytes.

    ``signer``: whose signature it is, as :func:`registry.attachments.signers`.
    """

    role: str
    sha256: str
    media_type: str
    size: int
    signer: str = ""


def attach(
    desk: Desk,
    record_id: str,
    role: str,
    source: BinaryIO,
    progress: Progress | None = None,
    signer: str = "",
) -> Attached:
    """Add what a seekable stream holds to a registration's newest revision.

    ``signer``: who signed on the screen; each signs once for a revision, and anew for the next.

    The same content in the same role again changes nothing.  ``progress(done, total)`` in bytes;
    what it raises stops the work, and nothing is kept.  Raises EntryError F13 for a file that
    can't be taken, F18 for an unknown record; StateError L14 where that person has signed, L50 once
    it is in a batch, L51 where the role has no place yet.
    """
    desk.require_entry()
    with desk.store.read() as session:
        # Asked before the file is read, which may take a while, and again before it is kept.
        _require_changeable(registrations.revision_of(session, record_id), role)
    checked = media.check(source, role, progress)
    made = Attached(role, checked.sha256, checked.media_type, checked.size, signer)
    with desk.store.write() as session:
        revision = registrations.revision_of(session, record_id)
        _require_changeable(revision, role)
        if _is_there(revision, made):
            return made
        _require_signer(revision, made)
        _require_room(session, revision, made)
        _keep(session, checked, progress)
        link = RevisionAttachment(sha256=made.sha256, role=role, signer=signer)
        revision.attachments.append(link)
        append(session, desk.staff.number, "attach", desk.now(), record_id)
    return made


def attachments_of(desk: Desk, record_id: str) -> list[Attached]:
    """What a registration's newest revision has, in the order of the roles; an audited act where
    it has any."""
    order = list(ATTACHMENT_ROLE.labels)
    with desk.store.read() as session:
        newest = registrations.id_of(session, record_id)
        found = [
            Attached(link.role, one.sha256, one.media_type, one.size, link.signer)
            for one, link in attachments.of_revision(session, newest)
        ]
    if found:
        with desk.store.write() as session:
            append(session, desk.staff.number, "read-attachments", desk.now(), record_id)
    return sorted(found, key=lambda one: order.index(one.role))


def content_of(desk: Desk, sha256: str, record_id: str) -> bytes:
    """A picture or PDF of a registration, to be looked at; an audited act.

    Raises EntryError F18 where no revision of that registration has it.
    """
    with desk.store.write() as session:
        if not attachments.is_of(session, record_id, sha256):
            raise _not_there()
        append(session, desk.staff.number, "read-attachment", desk.now(), record_id)
        return attachments.content(session, sha256)


def detach(desk: Desk, record_id: str, sha256: str) -> None:
    """Take an attachment away from a registration's newest revision.

    Its bytes are overwritten where no other revision has it.  Raises EntryError F18 where it is
    not there, StateError L50 or L51 as :func:`attach`, L52 for the printed letter.
    """
    desk.require_entry()
    with desk.store.write() as session:
        revision = registrations.revision_of(session, record_id)
        link = next((one for one in revision.attachments if one.sha256 == sha256), None)
        if link is None:
            raise _not_there()
        if link.role == LETTER:
            raise StateError(
                "L52",
                "打印的意愿书是登记的一部分，不能移除。",
                "需要更正时请用“变更”另立一个新版本。",
            )
        _require_changeable(revision, link.role)
        revision.attachments.remove(link)
        session.flush()
        attachments.remove_unused(session, sha256)
        append(session, desk.staff.number, "detach", desk.now(), record_id)


def without_scan(desk: Desk, serials: Sequence[str]) -> list[str]:
    """Those of the registrations to whose signed letter no scan is attached.

    Only to be mentioned: the signed paper itself may be filed instead.
    """
    with desk.store.read() as session:
        found = [registrations.by_serial(session, serial) for serial in serials]
        return [
            revision.registration.serial
            for revision in found
            if all(link.role != LETTER_SCAN for link in revision.attachments)
        ]


def _require_changeable(revision: Revision, role: str) -> None:
    if in_a_batch(revision):
        raise StateError(
            "L50",
            "这份登记已经封批，附件不能再改。",
            "请用“变更”另立一个新版本，附件添加到新版本。",
            detail=revision.state,
        )
    if not changeable(revision, role):
        after = "打印意愿书" if role == LETTER_SCAN else "完成填写和见证"
        raise StateError(
            "L51",
            f"现在还不能添加或移除“{ATTACHMENT_ROLE.label(role)}”。",
            f"请先{after}。",
            detail=f"{role} while {revision.state}",
        )


def _require_signer(revision: Revision, made: Attached) -> None:
    if not made.signer:
        return
    assert made.role == SIGNATURE, "nothing else is signed on the screen"
    assert made.signer in signers(revision), "one of the people of this revision"
    if any(link.signer == made.signer for link in revision.attachments):
        raise StateError(
            "L14",
            f"{signers(revision)[made.signer]}已经在屏幕上签过名。",
            "需要重签的，请先移除原来的签名图。",
            detail=made.signer,
        )


def _is_there(revision: Revision, made: Attached) -> bool:
    link = next((one for one in revision.attachments if one.sha256 == made.sha256), None)
    if link is not None and link.role != made.role:
        raise media.refuse(
            f"这个文件已经作为“{ATTACHMENT_ROLE.label(link.role)}”附在这份登记上。",
            "同一个文件只附一次；如果选错了，请另选一个文件。",
            f"{made.role}, there as {link.role}",
        )
    return link is not None


def _require_room(session: Session, revision: Revision, made: Attached) -> None:
    there = attachments.of_revision(session, revision.id)
    size = made.size + sum(one.size for one, _ in there)
    if len(there) >= MOST_ATTACHMENTS or size > MOST_BYTES:
        raise media.refuse(
            f"这份登记的附件太多：最多 {MOST_ATTACHMENTS} 个，合计 {MOST_BYTES >> 20} MB。",
            "请先移除不需要的附件。",
            "too many attachments",
        )


def _keep(session: Session, checked: Checked, progress: Progress | None) -> None:
    size = checked.size
    attachment = Attachment(sha256=checked.sha256, media_type=checked.media_type, size=size)
    pieces = media.pieces(checked.stream, progress, size, 2 * size)
    try:
        attachments.add_pieces(session, pieces, attachment)
    except attachments.ChangedError as error:
        raise media.changed() from error


def _not_there() -> EntryError:
    return EntryError("F18", "这份登记没有这个附件。", "它可能刚被移除，请重新打开这份登记。")
