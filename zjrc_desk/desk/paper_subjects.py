"""What each kind of paper is printed of: the facts, the claims of its token, how it is drawn."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import rfc8785
from sqlmodel import Session

from zjrc_desk.batches.record import content_digest
from zjrc_desk.batches.token import TokenClaims, person_hash, read_token
from zjrc_desk.desk import identity
from zjrc_desk.desk.monthly import MonthlyCounts, monthly_counts
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.batch_tables import Batch, Certificate
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.registry.interchange import record_of
from zjrc_desk.registry.life import ENDING_KINDS, GIVING_KINDS
from zjrc_desk.registry.serial import make_serial
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import registrations

# ReportLab is loaded when the first paper is made, not when the window opens.
if TYPE_CHECKING:
    from zjrc_desk.letters.certificate import Issued
    from zjrc_desk.letters.frame import Imprint

Draw = Callable[["Imprint", str], bytes]


@dataclass(frozen=True)
class Subject:
    """``serial`` stands on the paper; ``draw`` takes what is printed around the content and the
    version of the text.  ``revision``: of which registration, where it is of one.  ``token``: the
    centre's, where the paper carries that; else one is made of ``claims``."""

    serial: str
    claims: TokenClaims
    draw: Draw
    revision: Revision | None = None
    token: str = ""


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


def _of_revision(desk: Desk, revision: Revision, draw: Draw) -> Subject:
    serial = revision.registration.serial
    return Subject(serial, claims_of(desk, revision, desk.today()), draw, revision)


def final(session: Session, serial: str) -> Revision:
    """The newest revision that is not being typed any more; StateError L05 where there is none."""
    newest = registrations.by_serial(session, serial)
    if newest.frozen:
        return newest
    if newest.supersedes is not None:
        before = registrations.numbered(session, newest.record_id, newest.supersedes)
        if before.frozen:
            return before
    raise StateError("L05", "这份登记还没有见证，不能打印正式的文书。", "请先完成填写和见证。")


def _letter(desk: Desk, session: Session, serial: str) -> Subject:
    return _letter_of(desk, _giving(final(session, serial)))


def _letter_to_read(desk: Desk, session: Session, serial: str) -> Subject:
    """Read along before it is signed: of what is being typed, too."""
    return _letter_of(desk, _giving(registrations.by_serial(session, serial)))


def _letter_of(desk: Desk, revision: Revision) -> Subject:
    from zjrc_desk.letters import intention_letter

    return _of_revision(desk, revision, partial(intention_letter.render, revision))


def _giving(revision: Revision) -> Revision:
    if revision.kind not in GIVING_KINDS:
        raise StateError(
            "L20", "这份登记里没有捐献意愿，没有这种文书。", "撤销和明确不捐献请打印确认书。"
        )
    return revision


def _witness(desk: Desk, session: Session, serial: str) -> Subject:
    from zjrc_desk.letters import witness_statement

    revision = _giving(final(session, serial))
    colleague = _named(session, revision.statement.second_staff.strip())
    draw = partial(witness_statement.render, revision, colleague=colleague)
    return _of_revision(desk, revision, draw)


def _named(session: Session, staff: str) -> str:
    """A member of staff of whom the number was noted, with the name that a family knows."""
    name = registrations.staff_names(session).get(staff)
    return f"{name}（{staff}）" if name and name != staff else staff


def _consent(desk: Desk, session: Session, serial: str) -> Subject:
    """The consent comes before everything else, so it is printed of a draft, too."""
    from zjrc_desk.letters import consent

    revision = _giving(registrations.by_serial(session, serial))
    if not revision.volunteer.name.strip():
        raise StateError("L21", "还没有填写姓名，不能打印同意书。", "请先填写姓名和证件号码。")
    return _of_revision(desk, revision, partial(consent.render, revision))


def _confirmation(desk: Desk, session: Session, serial: str) -> Subject:
    from zjrc_desk.letters import confirmation

    revision = final(session, serial)
    if revision.kind != "change" and revision.kind not in ENDING_KINDS:
        raise StateError(
            "L19",
            "这份登记没有变更、撤销，也没有明确不捐献，没有可以确认的。",
            "请先办理变更、撤销或明确不捐献，再打印确认书。",
        )
    earlier = None
    if revision.supersedes is not None:
        earlier = registrations.numbered(session, revision.record_id, revision.supersedes)
    return _of_revision(desk, revision, partial(confirmation.render, revision, earlier))


def _issued(desk: Desk, session: Session, serial: str) -> tuple[Revision, Certificate, Issued]:
    """What the centre's certificate is of; StateError L22 where there is none that counts."""
    from zjrc_desk.letters.certificate import Issued

    revision = _giving(final(session, serial))
    certificate = session.get(Certificate, revision.record_id)
    if certificate is None or certificate.revision != revision.number:
        raise StateError(
            "L22",
            "省中心还没有为这份登记发来证明。",
            "收到省中心的回执、接收以后再打印登记证明和志愿者卡。",
        )
    mine = identity.centre_certificates(identity.current(session))
    claims = read_token(certificate.token, mine)
    return revision, certificate, Issued(certificate.number, claims.day)


def _certificate(desk: Desk, session: Session, serial: str) -> Subject:
    from zjrc_desk.letters import certificate

    revision, kept, issued = _issued(desk, session, serial)
    draw = partial(certificate.render, revision, issued)
    claims = claims_of(desk, revision, desk.today())
    return Subject(serial, claims, draw, revision, kept.token)


def _card(desk: Desk, session: Session, serial: str, *, sheet: bool) -> Subject:
    from zjrc_desk.letters import wallet_card

    revision, kept, issued = _issued(desk, session, serial)
    draw = partial(wallet_card.render, revision, issued, sheet=sheet)
    claims = claims_of(desk, revision, desk.today())
    return Subject(serial, claims, draw, revision, kept.token)


def _handover(desk: Desk, session: Session, names: str) -> Subject:
    """``names``: file names of sealed batches, set apart by commas; the last one gives the
    serial."""
    from zjrc_desk.letters import handover

    wanted = [name.strip() for name in names.replace("，", ",").split(",") if name.strip()]
    known = {batch.file_name: batch for batch in registrations.batches(session)}
    found = [known[name] for name in wanted if name in known and known[name].manifest_sha256]
    if not found or len(found) != len(wanted):
        raise EntryError(
            "F18", "没有找到这个已封好的批次。", "请核对文件名，形如 ZJ-HZ-0001-1-000001.zjrc。"
        )
    last = found[-1]
    serial = make_serial(desk.point.code, last.generation, last.sequence)
    digest = _digest_of_batches(found)
    claims = _no_persons(desk, "handover", serial, last.batch_id, digest)
    return Subject(serial, claims, partial(handover.render, found))


def _digest_of_batches(batches: Sequence[Batch]) -> str:
    content = [[batch.batch_id, batch.manifest_sha256] for batch in batches]
    return hashlib.sha256(rfc8785.dumps(content)).hexdigest()


def _monthly(desk: Desk, session: Session, month: str) -> Subject:
    from zjrc_desk.letters import monthly_report

    counts = monthly_counts(desk, month)
    digest = hashlib.sha256(rfc8785.dumps(counts.to_dict())).hexdigest()  # type: ignore[arg-type]
    serial = make_serial(desk.point.code, desk.point.generation, int(month.replace("-", "")))
    claims = _no_persons(desk, "monthly", serial, uuid7(desk.now()), digest)
    return Subject(serial, claims, partial(monthly_report.render, month, figures_of(counts)))


def _no_persons(desk: Desk, kind: str, serial: str, id_: str, digest: str) -> TokenClaims:
    return TokenClaims(
        serial=serial,
        record_id=id_,
        revision=1,
        kind=kind,
        day=desk.today(),
        point=desk.point.code,
        content_sha256=digest,
        person=person_hash("", "", id_),
    )


def figures_of(counts: MonthlyCounts) -> list[tuple[str, list[tuple[str, str]]]]:
    """The figures of a month as the report's sections and rows, each with its unit."""
    declared = counts.declarations
    hours, minutes = divmod(counts.shift_minutes, 60)
    return [
        (
            "declarations",
            [
                ("新登记捐献意愿", f"{declared['intention']} 份"),
                ("变更", f"{declared['change']} 份"),
                ("撤销", f"{declared['withdrawal']} 份"),
                ("明确不捐献", f"{declared['refusal']} 份"),
            ],
        ),
        (
            "publicity",
            [
                ("宣传活动", f"{counts.events['publicity']} 次"),
                ("参加宣传的人次", f"{counts.reached['publicity']} 人次"),
                ("咨询", f"{counts.events['consultation']} 次"),
                ("接待咨询的人次", f"{counts.reached['consultation']} 人次"),
            ],
        ),
        (
            "visits",
            [("走访", f"{counts.visits} 次"), ("走访的志愿者", f"{counts.visited} 人")],
        ),
        (
            "team",
            [
                ("队员", f"{counts.members} 人"),
                ("值班", f"{counts.shifts} 次，共 {hours} 小时 {minutes} 分"),
                ("参加见证", f"{counts.witness_acts} 次"),
            ],
        ),
    ]


Maker = Callable[[Desk, Session, str], Subject]
#: By the kinds of vocabulary.PAPER.
MAKERS: Mapping[str, Maker] = {
    "letter": _letter,
    "witness": _witness,
    "certificate": _certificate,
    "card": partial(_card, sheet=False),
    "card-sheet": partial(_card, sheet=True),
    "confirmation": _confirmation,
    "consent": _consent,
    "handover": _handover,
    "monthly": _monthly,
}
#: In large print, where that is of something else.
LARGE_MAKERS: Mapping[str, Maker] = {"letter": _letter_to_read}
