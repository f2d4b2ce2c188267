"""Papers beside the 意愿书: confirmations and all that is printed of a registration."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import TestClock
from tests.desk.test_letters_and_batches import enrolled, signed, witnessed
from tests.people import citizen_number, revision
from zjrc_desk.batches.token import read_token
from zjrc_desk.centre.centre import Centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import change, erase, identity, register
from zjrc_desk.desk.papers import print_paper, printed_papers, record_paper_signed
from zjrc_desk.desk.refusal import Ending, refuse_new
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StateError, StoreError
from zjrc_desk.registry.vocabulary import ERASURE_GROUND
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
