"""What each kind of paper is printed of: the facts, the claims of its token, how it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlmodel import Session

from zjrc_desk.batches.record import content_digest
from zjrc_desk.batches.token import TokenClaims, person_hash
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.interchange import record_of
from zjrc_desk.registry.life import ENDING_KINDS
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import registrations

# ReportLab is loaded when the first paper is made, not when the window opens.
if TYPE_CHECKING:
    from zjrc_desk.letters.frame import Imprint

Draw = Callable[["Imprint", str], bytes]


@dataclass(frozen=True)
class Subject:
    """``serial`` stands on the paper; ``draw`` takes what is printed around the content and the
    version of the text.  ``revision``: of which registration, where it is of one."""

    serial: str
    claims: TokenClaims
    draw: Draw
    revision: Revision | None = None


def claims_of(desk: Desk, revision: Revision, day: date) -> TokenClaims:
    """What the token of any paper of a registration says."""
    volunteer = revision.volunteer
    return TokenClaims(
        serial=revision.registration.serial,
        record_id=revision.record_id,
        revision=revision.number,
        kind=revision.kind,
        day=day,
        point=desk.point.code,
        content_sha256=content_digest(record_of(revision.registration, revision)),
        person=person_hash(volunteer.name, volunteer.document_number, revision.record_id),
    )


def _final(session: Session, serial: str) -> Revision:
    """The newest revision that is not being typed any more; StateError L05 where there is none."""
    newest = registrations.by_serial(session, serial)
    if newest.frozen:
        return newest
    if newest.supersedes is not None:
        before = registrations.numbered(session, newest.record_id, newest.supersedes)
        if before.frozen:
            return before
    raise StateError("L05", "这份登记还没有见证，不能打印正式的文书。", "请先完成填写和见证。")


def _confirmation(desk: Desk, session: Session, serial: str) -> Subject:
    from zjrc_desk.letters import confirmation

    revision = _final(session, serial)
    if revision.kind != "change" and revision.kind not in ENDING_KINDS:
        raise StateError(
            "L19",
            "这份登记没有变更、撤销，也没有明确不捐献，没有可以确认的。",
            "请先办理变更、撤销或明确不捐献，再打印确认书。",
        )
    earlier = None
    if revision.supersedes is not None:
        earlier = registrations.numbered(session, revision.record_id, revision.supersedes)
    return Subject(
        serial,
        claims_of(desk, revision, desk.today()),
        partial(confirmation.render, revision, earlier),
        revision,
    )


Maker = Callable[[Desk, Session, str], Subject]
MAKERS: Mapping[str, Maker] = {
    "confirmation": _confirmation,
}
