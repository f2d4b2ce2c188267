"""What waits today, certificates handed over, referrals against a certificate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import TestClock
from tests.desk.conftest import Office
from tests.desk.erasing import GROUND
from tests.people import revision, volunteer
from zjrc_desk.batches.token import MAX_BYTES
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import enrol, erase, referral, register, today
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.batch_tables import Certificate
from zjrc_desk.registry.errors import BatchError, EnrolmentError, StateError


def enrolled(desk: Desk, centre: Centre) -> None:
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])


def accepted(desk: Desk, centre: Centre, folder: Path, expires: str = "") -> str:
    """A registration the centre took in, whose volunteer wants a will referral; its record id."""
    entered = revision(volunteer=volunteer(document_expires=expires))
    entered.intention.wants_will_referral = True
    kept = register.witness(desk, entered)
    serial = kept.registration.serial
    list(print_letters(desk, [serial]))
    record_signed(desk, [serial])
    take_receipt(desk, take_in(centre, seal_batch(desk, folder).path).content)
    return kept.record_id


def token_of(desk: Desk, record_id: str) -> str:
    with desk.store.read() as session:
        return session.get_one(Certificate, record_id).token


def totals(desk: Desk) -> dict[str, int]:
    return {why: heap.total for why, heap in today.todo(desk).items() if heap.total}


def test_a_paper_without_scan_waits_from_printing_on(desk: Desk) -> None:
    kept = register.witness(desk, revision())
    assert totals(desk) == {}
    list(print_letters(desk, [kept.registration.serial]))
    assert totals(desk) == {today.SCAN: 1}
    assert today.todo(desk)[today.SCAN].first[0].record_id == kept.record_id


@pytest.mark.parametrize("state", ["draft", "witnessed", "printed", "signed", "accepted"])
def test_nobody_who_was_erased_waits_for_anything(
    office: Office, clock: TestClock, state: str
) -> None:
    kept = office.in_state(state)
    erase.erase(office.desk, kept.record_id, GROUND)
    assert totals(office.desk) == {}
    office.seal()
    clock.time += timedelta(days=400)
    assert totals(office.desk) == {}


def test_a_consent_given_long_ago_for_a_wish_that_was_never_signed_is_asked_about(
    desk: Desk, clock: TestClock
) -> None:
    kept = register.save_draft(desk, revision())
    given = kept.consent.given_at[:10]
    clock.time = datetime.fromisoformat(f"{given}T09:30:00+08:00") + timedelta(days=60)
    assert totals(desk) == {}
    clock.time += timedelta(days=1)
    (waits,) = today.todo(desk)[today.UNUSED].first
    assert (waits.record_id, waits.detail) == (kept.record_id, given)


def test_certificate_referral_and_expiring_document_wait_until_they_are_seen_to(
    desk: Desk, centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    record_id = accepted(desk, centre, tmp_path, expires="2027-01-10")
    waits = {today.CERTIFICATE: 1, today.REFERRAL: 1, today.DOCUMENT: 1}
    assert totals(desk) == waits
    today.hand_over_certificate(desk, record_id)
    referral.refer_registered(desk, record_id)
    assert totals(desk) == {today.DOCUMENT: 1}
    with pytest.raises(StateError, match="L30"):
        today.hand_over_certificate(desk, record_id)
    with pytest.raises(StateError, match="L31"):
        referral.refer_registered(desk, record_id)


def test_a_certificate_is_verified_without_a_network_before_any_receipt_came(
    desk: Desk, open_desk: Callable[[], Desk], centre: Centre, tmp_path: Path
) -> None:
    enrolled(desk, centre)
    record_id = accepted(desk, centre, tmp_path)
    token = token_of(desk, record_id)
    assert len(token) <= MAX_BYTES
    shown = referral.verify_certificate(desk, f" {token}\n")
    assert shown.serial == register.open_registration(desk, record_id).registration.serial
    referral.refer(desk, shown)
    assert today.REFERRAL not in totals(desk), "the same person is not referred twice"
    with pytest.raises(StateError, match="L31"):
        referral.refer(desk, shown)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda token: token[:-2] + ("AA" if token[-2:] != "AA" else "BB"), "T0[24]"),
        (lambda token: token[:60], "T02"),
        (lambda _token: "https://example.invalid/", "T02"),
        (lambda _token: "", "T02"),
    ],
)
def test_a_certificate_that_was_changed_is_not_believed(
    desk: Desk, centre: Centre, tmp_path: Path, change: Callable[[str], str], code: str
) -> None:
    enrolled(desk, centre)
    token = token_of(desk, accepted(desk, centre, tmp_path))
    with pytest.raises(BatchError, match=code):
        referral.verify_certificate(desk, change(token))


def test_a_certificate_of_another_centre_is_not_believed(
    desk: Desk, centre: Centre, tmp_path: Path, clock: TestClock
) -> None:
    enrolled(desk, centre)
    token = token_of(desk, accepted(desk, centre, tmp_path))
    create(tmp_path / "other", clock=clock)
    other = open_centre(tmp_path / "other", clock=clock)
    with desk.store.write() as session:
        mine = referral.identity.current(session)
        mine.centre_certificates = []
        referral.identity.believe(mine, [other.authority.signing.certificate])
    other.close()
    with pytest.raises(BatchError, match="T03"):
        referral.verify_certificate(desk, token)


def test_before_enrolment_no_certificate_can_be_verified(desk: Desk) -> None:
    with pytest.raises(EnrolmentError, match="E00"):
        referral.verify_certificate(desk, "a.b.c")


def test_the_form_that_was_open_is_known_after_a_power_cut(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    entered = revision()
    entered.step = "3"
    kept = register.save_draft(desk, entered)
    desk.close()
    again = open_desk()
    assert register.left_open(again) == kept.record_id
    assert register.open_registration(again, kept.record_id).step == "3"
    register.close_form(again)
    assert register.left_open(again) == ""
