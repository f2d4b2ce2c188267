"""Papers beside the 意愿书: confirmations and all that is printed of a registration."""

from __future__ import annotations

import hashlib
import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import TestClock
from tests.desk.test_letters_and_batches import enrolled, signed, witnessed
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.batches.token import read_token
from zjrc_desk.centre.centre import Centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import change, erase, identity, register, staff
from zjrc_desk.desk.papers import (
    give_out_again,
    print_paper,
    printed_papers,
    record_paper_signed,
)
from zjrc_desk.desk.print_letter import print_letters
from zjrc_desk.desk.refusal import Ending, refuse_new
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import batches
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.errors import EntryError, StateError, StoreError
from zjrc_desk.registry.rules import Step
from zjrc_desk.registry.tables import Consent, Volunteer
from zjrc_desk.registry.vocabulary import ERASURE_GROUND, WITNESS_CHECK
from zjrc_desk.store import attachments, papers, registrations


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def withdrawn(desk: Desk) -> str:
    serial = signed(desk)
    change.withdraw(desk, [serial], "")
    return serial


def test_a_withdrawal_is_confirmed_on_paper_with_lines_to_sign_and_kept(desk: Desk) -> None:
    serial = withdrawn(desk)
    paper = print_paper(desk, "confirmation", serial)
    text = text_of(paper.pdf)
    for words in ("撤销捐献意愿确认书", "余淑福", serial, "本人签名", "登记点经办人", "第1页共1页"):
        assert words in text
    assert "不需要说明理由" in text
    newest = register.find(desk, serial)[0]
    with desk.store.read() as session:
        kept = registrations.revision_of(session, newest.record_id)
        assert [link.sha256 for link in kept.attachments] == [paper.sha256]
        assert attachments.content(session, paper.sha256) == paper.pdf
    assert hashlib.sha256(paper.pdf).hexdigest() == paper.sha256


def test_a_withdrawal_goes_out_whether_its_confirmation_is_printed_or_not(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    serial = withdrawn(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    assert take_in(centre, handed.path).verdict == "accepted"
    # Printed after it went: kept here, and what is in the batch stays as it is.
    paper = print_paper(desk, "confirmation", serial)
    record_id = register.find(desk, serial)[0].record_id
    assert printed_papers(desk, record_id)[0].pdf_sha256 == paper.sha256


def test_a_printed_confirmation_goes_to_the_centre_with_the_withdrawal(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    paper = print_paper(desk, "confirmation", withdrawn(desk))
    assert take_in(centre, seal_batch(desk, tmp_path / "stick").path).verdict == "accepted"
    assert list((tmp_path / "centre").rglob(f"{paper.sha256}*"))


def test_a_change_is_confirmed_with_what_is_wished_now(desk: Desk) -> None:
    serial = signed(desk)
    record_id = register.find(desk, serial)[0].record_id
    draft = change.change(desk, record_id, "只捐角膜")
    with pytest.raises(StateError, match="L19"):
        print_paper(desk, "confirmation", serial)
    filled = register.open_registration(desk, record_id)
    like = revision()
    filled.intention.items = ["cornea"]
    filled.intention.capacity_declared = filled.intention.voluntary_declared = True
    filled.witnesses, filled.statement = like.witnesses, like.statement
    filled.consent, filled.declared_at = like.consent, like.declared_at
    assert draft.number == 2
    register.witness(desk, filled)
    text = text_of(print_paper(desk, "confirmation", serial).pdf)
    assert "变更捐献意愿确认书" in text
    assert "角膜" in text
    assert "全部遗体" not in text


def test_a_refusal_of_somebody_who_never_registered_is_confirmed(desk: Desk) -> None:
    number = citizen_number("19500102", 107)
    ending = Ending("钱样例", "resident_id", number, "2026-11-24", statement_signed=True)
    serial = refuse_new(desk, ending).registration.serial
    text = text_of(print_paper(desk, "confirmation", serial).pdf)
    assert "不同意捐献确认书" in text
    assert "钱样例" in text


def test_a_paper_is_printed_again_only_with_a_reason_and_says_so_on_it(desk: Desk) -> None:
    serial = withdrawn(desk)
    first = print_paper(desk, "confirmation", serial)
    with pytest.raises(StateError, match="L18"):
        print_paper(desk, "confirmation", serial)
    again = print_paper(desk, "confirmation", serial, reason="第一份被打湿")
    assert "重印1" in text_of(again.pdf)
    assert "重印" not in text_of(first.pdf)
    rows = printed_papers(desk, register.find(desk, serial)[0].record_id)
    assert [(row.reprint, row.reason) for row in rows if row.kind == "confirmation"] == [
        (1, "第一份被打湿"),
        (0, ""),
    ]
    assert rows[0].token == rows[1].token, "both are the same paper"


def test_the_token_of_a_confirmation_is_of_the_withdrawal(desk: Desk) -> None:
    serial = withdrawn(desk)
    print_paper(desk, "confirmation", serial)
    row = printed_papers(desk, register.find(desk, serial)[0].record_id)[0]
    with desk.store.read() as session:
        mine = identity.signer(identity.current(session)).certificate
    claims = read_token(row.token, [mine])
    assert (claims.kind, claims.revision, claims.serial) == ("withdrawal", 2, serial)


def test_the_signed_confirmation_is_recorded_and_nothing_else_of_it_changes(
    desk: Desk, clock: TestClock
) -> None:
    serial = withdrawn(desk)
    print_paper(desk, "confirmation", serial)
    record_id = register.find(desk, serial)[0].record_id
    number = printed_papers(desk, record_id)[0].id
    assert number is not None
    with pytest.raises(StateError, match="L06"):
        record_paper_signed(desk, number, clock.time.date().replace(year=2027))
    assert record_paper_signed(desk, number).signed_on == "2026-11-24"
    assert register.find(desk, serial)[0].state == "signed"
    with pytest.raises(StoreError), desk.store.write() as session:
        papers.by_number(session, number).reason = "anders"


def number_of(desk: Desk, record_id: str, kind: str) -> int:
    return next(row.id for row in printed_papers(desk, record_id) if row.kind == kind and row.id)


def test_a_signed_consent_paper_is_the_separate_consent_of_a_draft(
    desk: Desk, clock: TestClock
) -> None:
    draft = register.save_draft(desk, revision(consent=Consent()))
    assert "F16" in [problem.code for problem in register.check(desk, draft, Step.WITNESS)]
    print_paper(desk, "consent", draft.registration.serial)
    clock.time += timedelta(days=1)
    record_paper_signed(desk, number_of(desk, draft.record_id, "consent"))
    kept = register.open_registration(desk, draft.record_id)
    assert (kept.consent.given_at, kept.consent.text_version) == ("2026-11-25", "1")
    assert register.check(desk, kept, Step.WITNESS) == []


def test_a_consent_that_was_ticked_before_stays_the_moment_it_was_given(desk: Desk) -> None:
    draft = register.save_draft(desk, revision())
    print_paper(desk, "consent", draft.registration.serial)
    record_paper_signed(desk, number_of(desk, draft.record_id, "consent"))
    kept = register.open_registration(desk, draft.record_id)
    assert kept.consent.given_at == "2026-11-20T09:30:00+08:00"


def test_nobody_signs_a_copy_to_read_along_and_the_letter_is_signed_elsewhere(desk: Desk) -> None:
    serial = witnessed(desk)
    record_id = register.find(desk, serial)[0].record_id
    print_paper(desk, "consent", serial, large=True)
    with pytest.raises(StateError, match="L25"):
        record_paper_signed(desk, number_of(desk, record_id, "consent"))
    list(print_letters(desk, [serial]))
    with pytest.raises(StateError, match="L25"):
        record_paper_signed(desk, number_of(desk, record_id, "letter"))
    assert register.find(desk, serial)[0].state == "printed"
    assert not any(row.signed_on for row in printed_papers(desk, record_id))


def test_an_erased_person_leaves_no_paper(desk: Desk) -> None:
    serial = withdrawn(desk)
    paper = print_paper(desk, "confirmation", serial)
    record_id = register.find(desk, serial)[0].record_id
    erase.erase(desk, record_id, next(iter(ERASURE_GROUND.labels)))
    assert printed_papers(desk, record_id) == []
    with desk.store.read() as session:
        assert attachments.content(session, paper.sha256) == b""


def test_nothing_to_confirm_is_said_and_nothing_recorded(desk: Desk) -> None:
    serial = witnessed(desk)
    with pytest.raises(StateError, match="L19"):
        print_paper(desk, "confirmation", serial)
    assert printed_papers(desk, register.find(desk, serial)[0].record_id) == []


@pytest.fixture
def accepted(desk: Desk, centre: Centre, tmp_path: Path) -> str:
    """The serial of a registration the centre has taken in and answered with its certificate."""
    enrolled(desk, centre)
    serial = signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    take_receipt(desk, take_in(centre, handed.path).content)
    return serial


def test_certificate_and_card_carry_the_centres_code_and_hide_the_number(
    desk: Desk, accepted: str
) -> None:
    record_id = register.find(desk, accepted)[0].record_id
    with desk.store.read() as session:
        token = session.get_one(Certificate, record_id).token
    for kind, pages in (("certificate", 1), ("card", 2), ("card-sheet", 1)):
        paper = print_paper(desk, kind, accepted)
        assert len(PdfReader(io.BytesIO(paper.pdf)).pages) == pages
        text = text_of(paper.pdf)
        assert "余淑福" in text
        assert accepted in text
        assert volunteer().document_number not in text
        row = printed_papers(desk, record_id)[0]
        assert (row.kind, row.token) == (kind, token)


def test_without_the_centres_certificate_there_is_none_to_print(desk: Desk) -> None:
    serial = signed(desk)
    for kind in ("certificate", "card", "card-sheet"):
        with pytest.raises(StateError, match="L22"):
            print_paper(desk, kind, serial)


def test_a_certificate_of_a_wish_that_was_withdrawn_is_not_printed_again(
    desk: Desk, accepted: str
) -> None:
    change.withdraw(desk, [accepted])
    with pytest.raises(StateError, match="L20"):
        print_paper(desk, "certificate", accepted)


def test_the_witnesses_statement_has_a_line_for_each_and_what_they_saw(desk: Desk) -> None:
    serial = witnessed(desk)
    text = text_of(print_paper(desk, "witness", serial).pdf)
    for witness in revision().witnesses:
        assert f"见证人{witness.name}" in text
    for label in WITNESS_CHECK.labels.values():
        assert label in text
    draft = register.save_draft(desk, revision(volunteer=another()))
    with pytest.raises(StateError, match="L05"):
        print_paper(desk, "witness", draft.registration.serial)


@pytest.mark.parametrize(("noted", "printed"), [("B002", "王芳（B002）"), ("李志", "李志")])
def test_a_colleague_who_was_present_is_named_on_the_statement(
    desk: Desk, noted: str, printed: str
) -> None:
    staff.add(desk, "B002", "王芳", "registrar")
    statement = revision().statement
    statement.second_staff = noted
    draft = register.save_draft(desk, revision(statement=statement))
    serial = register.witness(desk, draft).registration.serial
    assert f"工作人员{printed}三、" in text_of(print_paper(desk, "witness", serial).pdf)


def test_the_consent_comes_first_and_is_printed_of_a_draft_that_has_a_name(desk: Desk) -> None:
    draft = register.save_draft(desk, revision(volunteer=another()))
    text = text_of(print_paper(desk, "consent", draft.registration.serial).pdf)
    assert "个人信息处理单独同意书" in text
    assert "钱样例" in text
    nobody = register.save_draft(desk, revision(volunteer=volunteer(name="")))
    with pytest.raises(StateError, match="L21"):
        print_paper(desk, "consent", nobody.registration.serial)


def test_large_print_is_to_read_along_and_asks_for_no_reason(desk: Desk) -> None:
    serial = witnessed(desk)
    for kind in ("letter", "letter", "witness", "consent"):
        pdf = print_paper(desk, kind, serial, large=True).pdf
        assert "大字阅读本，不在此签名" in text_of(pdf)
        assert "志愿者签名" not in text_of(pdf)
        assert smallest_type(pdf) >= 18
    assert register.find(desk, serial)[0].state == "witnessed", "reading along is no printing"


def smallest_type(pdf: bytes) -> float:
    sizes: list[float] = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, _tm, _f, size: (
                sizes.append(size) if text.strip() else None
            )
        )
    return min(sizes)


def test_the_slip_of_a_batch_names_file_digest_and_both_hands(desk: Desk, accepted: str) -> None:
    (batch,) = batches(desk)
    paper = print_paper(desk, "handover", batch.file_name)
    text = text_of(paper.pdf)
    for words in (batch.file_name, batch.manifest_sha256, "移交人", "接收人", "U盘编号"):
        assert words in text
    with pytest.raises(EntryError, match="F18"):
        print_paper(desk, "handover", "ZJ-HZ-0001-1-000009.zjrc")


def test_the_months_report_has_its_figures_and_names_nobody(desk: Desk) -> None:
    signed(desk)
    text = text_of(print_paper(desk, "monthly", "2026-11").pdf)
    assert "新登记捐献意愿1份" in text
    assert "2026年11月" in text
    assert "余淑福" not in text
    with pytest.raises(EntryError, match="F35"):
        print_paper(desk, "monthly", "2026-13")


def test_a_letter_is_reprinted_only_after_it_was_printed(desk: Desk) -> None:
    serial = witnessed(desk)
    with pytest.raises(StateError, match="L23"):
        print_paper(desk, "letter", serial, reason="丢了")
    (first,) = print_letters(desk, [serial])
    again = print_paper(desk, "letter", serial, reason="丢了")
    assert "重印1" in text_of(again.pdf)
    assert text_of(again.pdf).replace("重印1", "") == text_of(first.pdf)


def another() -> Volunteer:
    number = citizen_number("19500102", 107)
    return volunteer(name="钱样例", document_number=number, birth_date="1950-01-02", sex="1")


def test_a_letter_can_be_reprinted_while_a_change_of_it_is_being_typed(desk: Desk) -> None:
    serial = signed(desk)
    change.change(desk, register.find(desk, serial)[0].record_id, "再想想")
    again = print_paper(desk, "letter", serial, reason="家属要一份")
    assert "捐献意愿书·变更" not in text_of(again.pdf)
    reading = print_paper(desk, "letter", serial, large=True)
    assert "捐献意愿书·变更" in text_of(reading.pdf)
    assert "草稿" in text_of(reading.pdf)


def test_what_never_came_out_is_given_out_again_byte_by_byte(desk: Desk) -> None:
    serial = witnessed(desk)
    with pytest.raises(StateError, match="L24"):
        give_out_again(desk, "witness", serial)
    first = print_paper(desk, "witness", serial)
    assert give_out_again(desk, "witness", serial) == first
    assert len(printed_papers(desk, register.find(desk, serial)[0].record_id)) == 1
