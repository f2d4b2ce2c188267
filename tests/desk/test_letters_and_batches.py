"""Printing, signing, sealing, receipts, changes: nothing is lost and nothing goes out twice."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from tests.conftest import TestClock
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.batches.certificates import key_from_bytes
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import change, enrol, identity, register
from zjrc_desk.desk.papers import give_out_again
from zjrc_desk.desk.print_letter import preview, print_letters, record_signed, waiting
from zjrc_desk.desk.seal_batch import hand_over, seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import batches, status
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.errors import (
    BatchError,
    EnrolmentError,
    ReceiptError,
    StateError,
    StoreError,
)


def enrolled(desk: Desk, centre: Centre) -> None:
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])


def witnessed(desk: Desk) -> str:
    """A registration that waits for printing; its serial."""
    return register.witness(desk, revision()).registration.serial


def signed(desk: Desk) -> str:
    serial = witnessed(desk)
    list(print_letters(desk, [serial]))
    record_signed(desk, [serial])
    return serial


def test_a_letter_is_printed_once_and_no_second_original_comes_without_a_word(desk: Desk) -> None:
    serial = witnessed(desk)
    (first,) = print_letters(desk, [serial])
    with pytest.raises(StateError, match="L18"):
        list(print_letters(desk, [serial]))
    assert give_out_again(desk, "letter", serial).pdf == first.pdf, "nothing had come out"
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()
    assert waiting(desk) == []


def test_a_draft_can_be_looked_at_and_not_printed(desk: Desk) -> None:
    draft = register.save_draft(desk, revision())
    assert preview(desk, draft).startswith(b"%PDF-")
    with pytest.raises(StateError, match="L05"):
        list(print_letters(desk, [draft.registration.serial]))


def test_a_batch_is_accepted_and_each_record_knows_its_fate(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    serial = signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    answer = take_in(centre, handed.path)
    taken = take_receipt(desk, answer.content)
    assert taken.receipt.verdict == "accepted"
    assert register.find(desk, serial)[0].state == "accepted"
    assert take_receipt(desk, answer.content).again
    with pytest.raises(StateError, match="L07"):
        seal_batch(desk, tmp_path / "stick")


def test_what_is_sealed_is_not_signed_again_and_its_receipt_is_still_taken(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    serial = signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    with pytest.raises(StateError, match="L01"):
        record_signed(desk, [serial])
    take_receipt(desk, take_in(centre, handed.path).content)
    assert register.find(desk, serial)[0].state == "accepted"


def test_a_stick_that_is_lost_is_written_again_with_the_same_bytes(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    content = handed.path.read_bytes()
    handed.path.unlink()
    assert hand_over(desk, handed.batch.batch_id, tmp_path / "other").path.read_bytes() == content


def test_a_stick_that_fails_while_sealing_leaves_nothing_and_the_next_try_goes_on(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    signed(desk)
    blocked = tmp_path / "stick"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(BatchError, match="B25"):
        seal_batch(desk, blocked)
    assert [b.state for b in batches(desk)] == ["sealed"]
    handed = seal_batch(desk, tmp_path / "good")
    assert [b.batch_id for b in batches(desk)] == [handed.batch.batch_id], "no second batch"
    assert take_in(centre, handed.path).verdict == "accepted"
    with pytest.raises(StateError, match="L07"):
        seal_batch(desk, tmp_path / "good")


def test_a_batch_that_never_reached_a_stick_goes_along_with_the_next_one(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    signed(desk)
    (tmp_path / "stick").write_text("a file where the folder should be")
    with pytest.raises(BatchError, match="B25"):
        seal_batch(desk, tmp_path / "stick")
    person = volunteer(document_number=citizen_number("19500102", 107), birth_date="1950-01-02")
    person.sex = "1"
    second = register.witness(desk, revision(volunteer=person)).registration.serial
    list(print_letters(desk, [second]))
    record_signed(desk, [second])
    handed = seal_batch(desk, tmp_path / "good")
    paths = [*handed.earlier, handed.path]
    assert [path.name[-11:] for path in paths] == ["000001.zjrc", "000002.zjrc"]
    assert [take_in(centre, path).verdict for path in paths] == ["accepted", "accepted"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_letter_that_could_not_be_put_where_it_belongs_still_waits_for_printing(
    desk: Desk, number: int
) -> None:
    serial = witnessed(desk)

    def full(_letter: object) -> None:
        raise OSError(number, "full")

    with pytest.raises(StoreError, match="D06"):
        list(print_letters(desk, [serial], deliver=full))
    assert waiting(desk) == [serial]


def test_killed_while_sealing_the_same_batch_is_finished_later(
    desk: Desk, centre: Centre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enrolled(desk, centre)
    signed(desk)

    class Killed(BaseException):
        pass

    def kill(*_args: object, **_options: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("zjrc_desk.desk.write_batch.seal", kill)
        with pytest.raises(Killed):
            seal_batch(desk, tmp_path / "stick")
    (left,) = batches(desk)
    assert left.state == "sealing"
    handed = seal_batch(desk, tmp_path / "stick")
    assert handed.batch.batch_id == left.batch_id
    assert take_in(centre, handed.path).verdict == "accepted"


def test_a_refused_batch_frees_its_records_for_the_next_one(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    key = next(p for p in (tmp_path / "centre").iterdir() if p.name == "centre.agekey")
    kept = key.read_bytes()
    create(tmp_path / "other", clock=desk.clock)
    key.write_bytes((tmp_path / "other" / "centre.agekey").read_bytes())
    blind = open_centre(tmp_path / "centre", clock=desk.clock)
    answer = take_in(blind, handed.path)
    blind.close()
    key.write_bytes(kept)
    assert answer.error is not None
    assert answer.error.code == "B10"
    assert take_receipt(desk, answer.content).receipt.verdict == "refused"
    assert status(desk).registrations == {"signed": 1}
    second = seal_batch(desk, tmp_path / "stick")
    assert take_in(centre, second.path).verdict == "accepted"


def test_a_change_supersedes_and_a_withdrawal_ends(
    desk: Desk, centre: Centre, tmp_path: Path, clock: TestClock
) -> None:
    from datetime import timedelta

    enrolled(desk, centre)
    serial = signed(desk)
    take_receipt(desk, take_in(centre, seal_batch(desk, tmp_path / "s").path).content)
    clock.time += timedelta(days=1)
    record_id = register.find(desk, serial)[0].record_id
    changed = change.change(desk, record_id, "想改")
    assert (changed.number, changed.kind, changed.witnesses) == (2, "change", [])
    assert not changed.consent.given_at, "consent and witnesses are given anew"
    with pytest.raises(StateError, match="L03"):
        change.change(desk, record_id, "again")
    change.withdraw(desk, [serial], "本人要求")
    with pytest.raises(StateError, match="L04"):
        change.withdraw(desk, [serial], "本人要求")
    assert [r.kind for r in register.revisions(desk, record_id)] == [
        "intention",
        "change",
        "withdrawal",
    ]
    answer = take_in(centre, seal_batch(desk, tmp_path / "s").path)
    assert take_receipt(desk, answer.content).receipt.verdict == "accepted"


def test_r02_r03_a_receipt_for_somebody_else_changes_nothing(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    content = take_in(centre, handed.path).content
    with pytest.raises(ReceiptError, match="R07"):
        take_receipt(desk, content[:-30])
    assert status(desk).registrations == {"sealed": 1}


def test_before_enrolment_nothing_is_sealed_and_e02_another_points_answer_is_refused(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    from zjrc_desk.batches.certificates import new_key
    from zjrc_desk.batches.request import make_request

    signed(desk)
    with pytest.raises(EnrolmentError, match="E00"):
        seal_batch(desk, tmp_path / "stick")
    foreign = approve(centre, make_request(new_key(), "ZJ-HZ-0001", "样例"))[2]
    with pytest.raises(EnrolmentError, match="E02"):
        enrol.enrol(desk, foreign)
    assert not enrol.enrolled(desk)


def test_the_private_key_is_in_no_file_that_leaves_the_point(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    signed(desk)
    handed = seal_batch(desk, tmp_path / "stick")
    with desk.store.read() as session:
        key = key_from_bytes(identity.current(session).private_key)
    secret = key.private_numbers().private_value.to_bytes(32, "big")
    assert secret not in handed.path.read_bytes()
    request = x509.load_pem_x509_csr(enrol.request(desk)[0])
    assert secret not in request.public_bytes(Encoding.DER)
