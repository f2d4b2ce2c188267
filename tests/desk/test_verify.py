"""Is a paper genuine and does it still count: by its QR, by its file, by a picture of it."""

from __future__ import annotations

import io
import random
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from tests.conftest import TestClock
from tests.desk.test_letters_and_batches import enrolled, signed, witnessed
from tests.desk.test_papers import accepted as accepted
from tests.letters.scans import scanned
from tests.people import revision
from zjrc_desk.batches.certificates import Signer, new_key, self_signed
from zjrc_desk.batches.token import TokenClaims, make_token, person_hash
from zjrc_desk.centre.centre import Centre
from zjrc_desk.desk import change, erase, register
from zjrc_desk.desk.papers import give_out_again, print_paper, printed_papers
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.verify import GENUINE, Verdict, verify_token
from zjrc_desk.desk.verify_file import verify_file
from zjrc_desk.letters.signature import sign_pdf
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.errors import BatchError, EntryError, LetterError, ZjrcError
from zjrc_desk.registry.vocabulary import ERASURE_GROUND


def token_of(desk: Desk, serial: str, kind: str = "letter") -> str:
    record_id = register.find(desk, serial)[0].record_id
    return next(row.token for row in printed_papers(desk, record_id) if row.kind == kind)


def test_a_letter_is_genuine_first_not_signed_then_in_force_then_withdrawn(desk: Desk) -> None:
    serial = witnessed(desk)
    (letter,) = print_letters(desk, [serial])
    token = token_of(desk, serial)
    assert verify_token(desk, token).verdict == Verdict.NOT_SIGNED
    record_signed(desk, [serial])
    found = verify_token(desk, f" {token[:100]}\n{token[100:]} ")
    assert (found.verdict, found.serial) == (Verdict.IN_FORCE, serial)
    assert "余淑福" not in found.sentence()
    change.withdraw(desk, [serial])
    assert verify_token(desk, token).verdict == Verdict.WITHDRAWN
    assert verify_file(desk, letter.pdf).verdict == Verdict.WITHDRAWN
    confirmation = print_paper(desk, "confirmation", serial)
    assert verify_file(desk, confirmation.pdf).verdict == Verdict.IN_FORCE


def test_a_letter_is_superseded_only_once_the_change_is_signed(
    desk: Desk, clock: TestClock
) -> None:
    serial = signed(desk)
    token = token_of(desk, serial)
    clock.time += timedelta(days=1)
    record_id = register.find(desk, serial)[0].record_id
    change.correct(desk, record_id, "电话抄错")
    filled = register.open_registration(desk, record_id)
    filled.volunteer.mobile = "13805710009"
    register.witness(desk, filled)
    list(print_letters(desk, [serial]))
    assert verify_token(desk, token).verdict == Verdict.IN_FORCE
    record_signed(desk, [serial])
    assert verify_token(desk, token).verdict == Verdict.SUPERSEDED


def test_the_centres_certificate_is_in_force_here_and_goes_with_the_person(
    desk: Desk, accepted: str
) -> None:
    record_id = register.find(desk, accepted)[0].record_id
    with desk.store.read() as session:
        token = session.get_one(Certificate, record_id).token
    found = verify_token(desk, token)
    assert found.verdict == Verdict.IN_FORCE
    assert found.number is not None
    erase.erase(desk, record_id, next(iter(ERASURE_GROUND.labels)))
    assert verify_token(desk, token).verdict == Verdict.ERASED


def foreign(point: str) -> tuple[str, Signer]:
    key = new_key()
    from tests.conftest import TestClock as Clock

    certificate = self_signed(key, point, "别处", Clock()())
    record = "0195548a-6f00-7000-8000-000000000009"
    claims = TokenClaims(
        serial=f"{point}-1-000001-X",
        record_id=record,
        revision=1,
        kind="intention",
        day=Clock()().date(),
        point=point,
        content_sha256="ab" * 32,
        person=person_hash("样例", "1", record),
    )
    return make_token(claims, key, certificate), Signer(key, certificate)


def test_what_a_strange_key_signed_is_not_believed_whatever_point_it_names(desk: Desk) -> None:
    for point in ("ZJ-HZ-0001", "ZJ-NB-0002"):
        token, signer = foreign(point)
        assert verify_token(desk, token).verdict == Verdict.UNKNOWN_KEY
        serial = register.save_draft(desk, revision()).registration.serial
        pdf = print_paper(desk, "consent", serial).pdf
        end = pdf.rindex(b"startxref", 0, pdf.rindex(b"startxref"))
        unsigned = pdf[: pdf.index(b"%%EOF", end) + 6]
        forged = sign_pdf(unsigned, signer.key, signer.certificate, ())
        assert verify_file(desk, forged).verdict == Verdict.UNKNOWN_KEY


def test_a_changed_token_and_a_changed_file_are_altered(desk: Desk) -> None:
    serial = witnessed(desk)
    (letter,) = print_letters(desk, [serial])
    head, body, seal = token_of(desk, serial).split(".")
    other = ("A" if seal[10] != "A" else "B").join((seal[:10], seal[11:]))
    assert verify_token(desk, f"{head}.{body}.{other}").verdict == Verdict.ALTERED
    middle = letter.pdf.index(b"stream") + 30
    one = bytes([letter.pdf[middle] ^ 1])
    changed = letter.pdf[:middle] + one + letter.pdf[middle + 1 :]
    assert verify_file(desk, changed).verdict == Verdict.ALTERED
    # The gap a signature leaves for itself is padded; not even that may change.
    padding = letter.pdf.rindex(b"0" * 100) + 50
    padded = letter.pdf[:padding] + b"7" + letter.pdf[padding + 1 :]
    assert verify_file(desk, padded).verdict == Verdict.ALTERED
    appended = io.BytesIO()
    writer = PdfWriter(io.BytesIO(letter.pdf), incremental=True)
    writer.add_metadata({"/Title": "另一份"})
    writer.write(appended)
    assert verify_file(desk, appended.getvalue()).verdict == Verdict.ALTERED


def test_a_reprint_is_named_as_one(desk: Desk) -> None:
    serial = signed(desk)
    again = print_paper(desk, "letter", serial, reason="遗失")
    found = verify_file(desk, again.pdf)
    assert (found.verdict, found.reprint) == (Verdict.IN_FORCE, 1)
    assert "意愿书（家书）（重印 1）" in found.sentence()


def test_slip_and_report_are_genuine(desk: Desk) -> None:
    paper = print_paper(desk, "monthly", "2026-11")
    assert verify_file(desk, paper.pdf).verdict == Verdict.IN_FORCE
    token = str((PdfReader(io.BytesIO(paper.pdf)).metadata or {})["/Keywords"])
    assert verify_token(desk, token).verdict == Verdict.IN_FORCE


def test_a_scanned_page_is_read_and_what_has_no_code_is_said(desk: Desk, tmp_path: Path) -> None:
    serial = signed(desk)
    letter = give_out_again(desk, "letter", serial)
    picture = io.BytesIO()
    scanned(letter.pdf, tmp_path)[0].save(picture, "PNG")
    assert verify_file(desk, picture.getvalue()).verdict == Verdict.IN_FORCE
    blank = io.BytesIO()
    Image.new("L", (300, 300), 255).save(blank, "PNG")
    for content in (blank.getvalue(), picture.getvalue()[:5000]):
        with pytest.raises(EntryError, match="T08"):
            verify_file(desk, content)
    for content in (b"%PDF-1.7\n", b"%PDF-1.4 broken" * 50, "姓名,编号".encode(), b""):
        with pytest.raises(LetterError, match="T07"):
            verify_file(desk, content)
    with pytest.raises(BatchError, match="T02"):
        verify_token(desk, "https://example.org/")


def test_papers_stay_genuine_when_the_point_is_enrolled_after_they_were_printed(
    desk: Desk, centre: Centre
) -> None:
    serial = signed(desk)
    letter = give_out_again(desk, "letter", serial)
    enrolled(desk, centre)
    assert verify_token(desk, token_of(desk, serial)).verdict == Verdict.IN_FORCE
    assert verify_file(desk, letter.pdf).verdict == Verdict.IN_FORCE


def told(desk: Desk, content: bytes) -> str:
    """The verdict, or the code of the error that is said instead."""
    try:
        return verify_file(desk, content).verdict
    except ZjrcError as error:
        return error.code


def test_no_change_of_a_file_passes_and_none_is_more_than_refused(desk: Desk) -> None:
    serial = witnessed(desk)
    (letter,) = print_letters(desk, [serial])
    chance = random.Random(5)
    for number in range(120):
        changed = bytearray(letter.pdf)
        # Half of them near the end, where the signature and the tables are.
        start = 0 if number % 2 else len(changed) - 14_000
        changed[chance.randrange(start, len(changed))] ^= 1 << chance.randrange(8)
        if number % 10 == 0:
            del changed[chance.randrange(len(changed)) :]
        assert told(desk, bytes(changed)) not in GENUINE
