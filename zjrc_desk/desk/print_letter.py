"""Printing the 意愿书(家书): token, PDF, signature; the printed PDF is kept with its revision."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zjrc_desk.batches.certificates import Signer
from zjrc_desk.batches.token import make_token
from zjrc_desk.desk import identity
from zjrc_desk.desk.paper_subjects import claims_of
from zjrc_desk.desk.papers import printed_before
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import LetterError, StateError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.life import State, advance
from zjrc_desk.registry.normalise import parse_date
from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.rules import Force, Problem
from zjrc_desk.registry.rules.base import field_label
from zjrc_desk.registry.rules.text import texts
from zjrc_desk.registry.tables import Consent, Letter, Revision, RevisionAttachment
from zjrc_desk.store import attachments, registrations
from zjrc_desk.store.audit import append

PDF = "application/pdf"
_PRINTED_OF_VOLUNTEER = frozenset(
    f"volunteer.{name}"
    for name in "name former_name household_address residence_address document_number".split()
)


@dataclass(frozen=True)
class PrintedLetter:
    """A letter as it was printed; ``pdf`` is signed (PAdES) and kept in the store."""

    serial: str
    record_id: str
    pdf: bytes
    sha256: str


def waiting(desk: Desk) -> list[str]:
    """Serials of all that are witnessed and wait for printing."""
    with desk.store.read() as session:
        found = registrations.in_states(session, State.WITNESSED)
        return [revision.registration.serial for revision in found]


def print_letters(
    desk: Desk,
    serials: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
    deliver: Callable[[PrintedLetter], object] | None = None,
) -> Iterator[PrintedLetter]:
    """Print letters one by one; each is recorded before the next is begun.

    ``deliver`` takes a letter where it belongs; where it can't, the letter counts as not printed.
    Raises StateError L05 where a registration is not witnessed yet, L18 where its letter was
    printed (once more: :mod:`zjrc_desk.desk.papers`), LetterError F10 where a character has no
    glyph.
    """
    desk.require_entry()
    with desk.store.read() as session:
        signer = identity.signer(identity.current(session))
    for done, serial in enumerate(serials, 1):
        yield _print_one(desk, serial, signer, deliver or (lambda _letter: None))
        if progress:
            progress(done, len(serials))


def _print_one(
    desk: Desk, serial: str, signer: Signer, deliver: Callable[[PrintedLetter], object]
) -> PrintedLetter:
    with desk.store.read() as session:
        revision = registrations.by_serial(session, serial)
        if revision.letter is not None:
            raise printed_before()
    if revision.state != State.WITNESSED:
        raise StateError(
            "L05", "这份登记还没有见证，不能打印正式的意愿书。", "请先完成填写和见证。"
        )
    now = desk.now()
    token = _token(desk, revision, signer, now)
    pdf = _signed_pdf(desk, revision, signer, token)
    digest = hashlib.sha256(pdf).hexdigest()
    with desk.store.write() as session:
        kept = registrations.revision_of(session, revision.record_id)
        attachments.add(session, pdf, PDF)
        kept.letter = Letter(
            text_version=_text_version(),
            pdf_sha256=digest,
            printed_at=now.isoformat(timespec="seconds"),
            printed_by=desk.staff.number,
            copies_made=1,
        )
        kept.attachments.append(RevisionAttachment(sha256=digest, role="letter"))
        session.add(_printing(kept, kept.letter, token))
        kept.state = advance(kept.state, State.PRINTED)
        append(session, desk.staff.number, "print", now, revision.record_id)
        letter = PrintedLetter(serial, revision.record_id, pdf, digest)
        deliver(letter)
    return letter


def _printing(revision: Revision, letter: Letter, token: str) -> Paper:
    return Paper(
        kind="letter",
        subject=revision.registration.serial,
        record_id=revision.record_id,
        revision=revision.number,
        text_version=letter.text_version,
        token=token,
        pdf_sha256=letter.pdf_sha256,
        printed_at=letter.printed_at,
        printed_by=letter.printed_by,
    )


def preview(desk: Desk, revision: Revision) -> bytes:
    """The letter as it would be printed, with 草稿 across it until it is witnessed; audited.

    Raises AccessError A01 for an auditor, who prints nothing; LetterError F10.
    """
    desk.require_entry()
    now = desk.now()
    with desk.store.write() as session:
        append(session, desk.staff.number, "preview", now, revision.record_id)
        if revision.letter is not None:
            return attachments.content(session, revision.letter.pdf_sha256)
        signer = identity.signer(identity.current(session))
    return _unsigned_pdf(desk, revision, _token(desk, revision, signer, now))


def unprintable(revision: Revision) -> list[Problem]:
    """What would stop the printing (F10), while it can still be put right: once the witnesses have
    seen it nothing can."""
    from zjrc_desk.letters.fonts import missing_characters

    try:
        return [
            Problem(
                "F10",
                path,
                f"{field_label(path)}里的“{character}”（U+{ord(character):04X}）没有字体能印。",
                "名字里的字请在打印以前安装字体，不要用别的字代替；表情符号请删去。",
                Force.HINT,
            )
            for path, text in texts(revision)
            if not path.startswith("volunteer.") or path in _PRINTED_OF_VOLUNTEER
            for character in missing_characters(text)
        ]
    except LetterError as error:
        # Without any font nothing can be told of one character; whoever prints is told.
        log.warning("%s", error)
        return []


def _text_version() -> str:
    from zjrc_desk.letters.texts import TEXT_VERSION

    return TEXT_VERSION


def _token(desk: Desk, revision: Revision, signer: Signer, now: datetime) -> str:
    return make_token(claims_of(desk, revision, now.date()), signer.key, signer.certificate)


def _unsigned_pdf(desk: Desk, revision: Revision, token: str) -> bytes:
    # ReportLab is loaded when the first letter is made, not when the window opens.
    from zjrc_desk.letters.frame import Imprint
    from zjrc_desk.letters.intention_letter import render

    return render(revision, Imprint(desk.point, revision.registration.serial, token))


def _signed_pdf(desk: Desk, revision: Revision, signer: Signer, token: str) -> bytes:
    from zjrc_desk.letters.signature import sign_pdf

    pdf = _unsigned_pdf(desk, revision, token)
    return sign_pdf(pdf, signer.key, signer.certificate, signer.chain)


def record_signed(desk: Desk, serials: Sequence[str] | None, on: date | None = None) -> list[str]:
    """The paper was signed on that day (default: today) and is filed: printed -> signed.

    ``serials`` None means all that are printed.  The separate consent stands on the same paper
    (个人信息保护法 29), so it counts as given with the signature where it was not given before.
    Returns the serials.  Raises StateError L01 where one is not printed, L06 for a day that can't
    be; then none of them is recorded.
    """
    desk.require_entry()
    day = on or desk.today()
    with desk.store.write() as session:
        if serials is None:
            chosen = list(registrations.in_states(session, State.PRINTED))
        else:
            chosen = [registrations.by_serial(session, serial) for serial in serials]
        for revision in chosen:
            _sign_one(desk, revision, day)
            append(session, desk.staff.number, "signed", desk.now(), revision.record_id)
        return [revision.registration.serial for revision in chosen]


def _sign_one(desk: Desk, revision: Revision, day: date) -> None:
    if revision.state == State.SEALED:
        # That way back belongs to a refused batch alone.
        raise StateError("L01", "这份登记已经封批，签署早已登记。", "不需要再次登记签署。")
    revision.state = advance(revision.state, State.SIGNED)
    assert revision.letter is not None, "a printed revision has its letter"
    declared = parse_date(revision.declared_at)
    if day > desk.today() or (declared and day < declared):
        raise StateError(
            "L06",
            "签署日期不能晚于今天，也不能早于登记日期。",
            "请按纸面上的日期填写。",
        )
    revision.letter.signed_on = day.isoformat()
    if not revision.consent.given_at:
        revision.consent = Consent(text_version=revision.letter.text_version)
        revision.consent.given_at = day.isoformat()
