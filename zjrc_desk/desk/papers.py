"""Printing any paper but the first 意愿书: recorded, signed by the point's key, kept.

A paper printed once more has to say why, and carries 重印 n; its QR stays the first one's.  Nothing
waits for a paper: what it says counts from the moment it is recorded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from zjrc_desk.batches.certificates import Signer
from zjrc_desk.batches.token import make_token
from zjrc_desk.desk import identity
from zjrc_desk.desk.paper_subjects import LARGE_MAKERS, MAKERS, Maker, Subject
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.succession import said
from zjrc_desk.registry.attachments import LETTER, PDF, in_a_batch
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.life import ENDING_KINDS, GIVING_KINDS
from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.tables import Revision, RevisionAttachment
from zjrc_desk.registry.vocabulary import PAPER
from zjrc_desk.store import attachments, papers, registrations
from zjrc_desk.store.audit import append

#: Of these one printing goes to the centre with its revision.
_SENT = frozenset({"confirmation"})
#: How many are printed unless told otherwise: of what is signed one for the volunteer, one for the
#: kin or executor, one for the point; of the rest one for each side.
COPIES = {"letter": 3, "witness": 3, "confirmation": 3, "consent": 2, "handover": 2, "monthly": 2}
#: Papers of which it is recorded here that they were signed; the letter's is a state.
_SIGNED = frozenset({"witness", "confirmation", "consent", "handover", "monthly"})
#: Kinds of which a registration's serial says what they are of.
BY_SERIAL = frozenset(PAPER.labels) - {"handover", "monthly"}


@dataclass(frozen=True)
class PrintedPaper:
    """A paper as it was printed; ``pdf`` is signed (PAdES) and kept in the store."""

    kind: str
    serial: str
    large: bool
    reprint: int
    pdf: bytes
    sha256: str

    @property
    def title(self) -> str:
        """What the window and the command line call it."""
        return PAPER.label(self.kind)

    @property
    def copies(self) -> int:
        """How many are usually wanted."""
        return 1 if self.large else COPIES.get(self.kind, 1)

    @property
    def file_name(self) -> str:
        """A name for the file, different for each printing."""
        size = "-large" if self.large else ""
        again = f"-{self.reprint}" if self.reprint else ""
        return f"{self.serial}-{self.kind}{size}{again}.pdf"


def print_paper(
    desk: Desk,
    kind: str,
    subject: str,
    *,
    large: bool = False,
    reason: str = "",
    deliver: Callable[[PrintedPaper], object] | None = None,
) -> PrintedPaper:
    """Print a paper of ``kind`` (a value of vocabulary.PAPER) and record that it was printed.

    ``subject``: what it is of, for most kinds a registration's serial.  ``large``: a copy in large
    print to read along, which is not signed and may be printed as often as wanted.  ``deliver``
    takes it where it belongs; where it can't, the paper counts as not printed.  Raises EntryError
    F18 for an unknown subject, F21 for a reason nobody can read, StateError L05, L18 where it was
    printed before and no reason is given, L19 where there is nothing to confirm, LetterError F10.
    """
    desk.require_entry()
    why = said(reason)
    with desk.store.read() as session:
        made = _maker(kind, large=large)(desk, session, subject)
        signer = identity.signer(identity.current(session))
        row = _row(desk, kind, made, large=large)
        _number(row, papers.printings(session, row), why, signer, made)
    pdf = _drawn(desk, made, row, signer)
    row.pdf_sha256 = hashlib.sha256(pdf).hexdigest()
    printed = PrintedPaper(kind, row.subject, large, row.reprint, pdf, row.pdf_sha256)
    with desk.store.write() as session:
        _keep(desk, session, row, pdf, made.revision)
        if deliver is not None:
            deliver(printed)
    return printed


def give_out_again(desk: Desk, kind: str, subject: str) -> PrintedPaper:
    """The newest printing of a paper once more, byte by byte: nothing of it had come out.

    That somebody says so is recorded; the paper is not marked.  Raises as :func:`print_paper`,
    StateError L24 where it was never printed.
    """
    desk.require_entry()
    with desk.store.write() as session:
        made = _maker(kind, large=False)(desk, session, subject)
        before = papers.printings(session, _row(desk, kind, made, large=False))
        if not before:
            raise StateError("L24", "这份文书还没有打印过。", "请先打印。")
        row = before[-1]
        pdf = attachments.content(session, row.pdf_sha256)
        append(session, desk.staff.number, "print-again", desk.now(), row.record_id or "")
        return PrintedPaper(kind, row.subject, row.large, row.reprint, pdf, row.pdf_sha256)


def offered(desk: Desk, revision: Revision) -> list[tuple[str, bool]]:
    """(kind, large) of what may be printed of a saved registration beside its first letter."""
    frozen, found = revision.frozen, list[tuple[str, bool]]()
    if not desk.records:
        return found
    if frozen and (revision.kind == "change" or revision.kind in ENDING_KINDS):
        found.append(("confirmation", False))
    if revision.kind in GIVING_KINDS:
        found += [("letter", True), ("consent", False), ("consent", True)]
        found += [("witness", False), ("witness", True)] if frozen else []
        found += [("certificate", False), ("card", False), ("card-sheet", False)] * _has(
            desk, revision
        )
    return found


def _has(desk: Desk, revision: Revision) -> bool:
    with desk.store.read() as session:
        certificate = session.get(Certificate, revision.record_id)
        return certificate is not None and certificate.revision == revision.number


def printed_papers(desk: Desk, record_id: str) -> Sequence[Paper]:
    """Every paper printed of a registration, the newest first."""
    with desk.store.read() as session:
        return papers.of_record(session, record_id)


def record_paper_signed(desk: Desk, number: int, on: date | None = None) -> Paper:
    """The paper of that row was signed on that day (default: today) and is filed.

    A signed 同意书 is the separate consent (个人信息保护法 29), given that day where it was not
    given before; the registration's state depends on none of them.  Raises StateError L06 for a day
    that can't be, L25 for a paper that is not signed, or whose signing is recorded elsewhere.
    """
    desk.require_entry()
    day = on or desk.today()
    with desk.store.write() as session:
        row = papers.by_number(session, number)
        if row.large or row.kind not in _SIGNED:
            raise StateError(
                "L25",
                "这份文书的签署不在这里登记。",
                "意愿书请按“纸质件已签署并归档”；大字阅读本、登记证明和志愿者卡不用签署。",
                detail=row.kind,
            )
        if day > desk.today() or day.isoformat() < row.printed_at[:10]:
            raise StateError(
                "L06", "签署日期不能晚于今天，也不能早于打印日期。", "请按纸面上的日期填写。"
            )
        row.signed_on = day.isoformat()
        if row.kind == "consent":
            _consented(session, row)
        append(session, desk.staff.number, "paper-signed", desk.now(), row.record_id or "")
        return row


def _consented(session: Session, row: Paper) -> None:
    assert row.record_id is not None, "a consent is of a person's registration"
    assert row.revision is not None, "and of one revision of it"
    revision = registrations.numbered(session, row.record_id, row.revision)
    # What was ticked beside the person stays the moment it was given.
    if not revision.consent.given_at:
        revision.consent.given_at = row.signed_on
        revision.consent.text_version = row.text_version


def _maker(kind: str, *, large: bool) -> Maker:
    makers = {**MAKERS, **LARGE_MAKERS} if large else MAKERS
    if kind not in makers:
        raise EntryError("F15", "没有这种文书。", "请从列表中选一项。", detail=kind)
    return makers[kind]


def _row(desk: Desk, kind: str, made: Subject, *, large: bool) -> Paper:
    from zjrc_desk.letters.texts import TEXT_VERSION

    revision = made.revision
    return Paper(
        kind=kind,
        subject=made.serial,
        record_id=None if revision is None else revision.record_id,
        revision=None if revision is None else revision.number,
        large=large,
        text_version=TEXT_VERSION,
        token="",
        pdf_sha256="",
        printed_at=desk.now().isoformat(timespec="seconds"),
        printed_by=desk.staff.number,
    )


def printed_before() -> StateError:
    """L18."""
    return StateError("L18", "这份文书已经打印过。", "确实要再打印的，请写明重印的原因。")


def _number(row: Paper, before: Sequence[Paper], why: str, signer: Signer, made: Subject) -> None:
    """Which printing it is; a later one says what the first one said."""
    if row.kind == "letter" and not (before or row.large):
        raise StateError("L23", "这份意愿书还没有打印过，不能重印。", "请按“打印意愿书”。")
    if before and not (why or row.large):
        raise printed_before()
    if before and not row.large:
        row.token, row.text_version = before[0].token, before[0].text_version
        row.reprint, row.reason = len(before), why
    # A copy to read along may be of a draft, which changes; the centre's token never does.
    row.token = made.token or row.token or make_token(made.claims, signer.key, signer.certificate)


def _drawn(desk: Desk, made: Subject, row: Paper, signer: Signer) -> bytes:
    from zjrc_desk.letters.frame import Imprint
    from zjrc_desk.letters.signature import sign_pdf

    imprint = Imprint(desk.point, row.subject, row.token, row.reprint, row.large)
    pdf = made.draw(imprint, row.text_version)
    return sign_pdf(pdf, signer.key, signer.certificate, signer.chain)


def _keep(desk: Desk, session: Session, row: Paper, pdf: bytes, revision: Revision | None) -> None:
    if not row.large:
        # Of a copy to read along the digest is enough.
        attachments.add(session, pdf, PDF)
    session.add(row)
    if revision is not None and row.kind in _SENT and not row.reprint and not row.large:
        kept = registrations.numbered(session, revision.record_id, revision.number)
        # What is in a batch never changes; then the paper is kept here alone.
        if not in_a_batch(kept):
            kept.attachments.append(RevisionAttachment(sha256=row.pdf_sha256, role=LETTER))
    append(session, desk.staff.number, "print-paper", desk.now(), row.record_id or "")
