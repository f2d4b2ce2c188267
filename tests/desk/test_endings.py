"""Withdrawal and refusal: who ends a declaration, how, and how another one begins."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import TestClock
from tests.desk.acting import ending
from tests.desk.conftest import Office
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import change, refusal, register
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.status import status
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.life import State


def test_a_withdrawal_needs_no_reason_and_names_the_person_as_declared(office: Office) -> None:
    half = office.in_state("changing")
    half.volunteer.document_number = "3301"
    half.volunteer.name = ""
    register.save_draft(office.desk, half)
    (taken_back,) = change.withdraw(office.desk, [half.registration.serial])
    assert (taken_back.reason, taken_back.volunteer.name) == ("", "余淑福")
    assert taken_back.volunteer.document_number == citizen_number()
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert centre_status(office.centre).declarations_in_force == 0


def test_one_unknown_serial_and_none_is_withdrawn(office: Office) -> None:
    kept = office.witnessed()
    with refused("F18"):
        change.withdraw(office.desk, [kept.registration.serial, "ZJ-HZ-0001-1-999999-A"])
    assert office.now(kept.record_id).kind == "intention"


@pytest.mark.parametrize("reason", ["长" * 201, "a\x01b", "a\u202eb"])
def test_a_reason_nobody_could_read_is_refused_before_it_could_stop_a_batch(
    office: Office, reason: str
) -> None:
    kept = office.accepted()
    with pytest.raises(EntryError, match="F21"):
        change.withdraw(office.desk, [kept.registration.serial], reason)
    assert office.now(kept.record_id).kind == "intention"


def test_somebody_who_never_registered_refuses_with_name_document_and_day(office: Office) -> None:
    made = refusal.refuse_new(office.desk, ending())
    assert (made.kind, made.state, made.number) == ("refusal", State.SIGNED, 1)
    assert (made.volunteer.sex, made.volunteer.birth_date) == ("2", "1941-07-04")
    assert made.declared_at == "2026-11-24"
    assert status(office.desk).registrations == {"refused": 1}
    answer = office.answer(office.seal())
    assert [r.status for r in answer.receipt.records] == ["accepted"]
    assert centre_status(office.centre).declarations_in_force == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": ""}, "F08"),
        ({"document_number": ""}, "F01"),
        ({"document_number": "330106194107041060"}, "F01"),
        ({"declared_at": ""}, "F07"),
        ({"declared_at": "2026-11-25"}, "F07"),
        ({"declared_at": "2026-02-30"}, "F07"),
        ({"document_type": "passport", "document_number": "E12345678"}, "F14"),
        ({"document_type": "图书证"}, "F15"),
    ],
)
def test_a_refusal_that_does_not_say_whose_or_when_is_not_recorded(
    office: Office, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(IncompleteError) as caught:
        refusal.refuse_new(office.desk, ending(**changes))
    assert code in {problem.code for problem in caught.value.problems}
    assert status(office.desk).registrations == {}


def test_a_refusal_without_the_signed_statement_is_not_recorded(office: Office) -> None:
    kept = office.witnessed()
    with refused("F22"):
        refusal.refuse_new(office.desk, ending(statement_signed=False))
    with refused("F22"):
        refusal.refuse(office.desk, kept.record_id, ending(statement_signed=False))


def test_a_registered_person_refuses_in_the_registration_that_is_there(office: Office) -> None:
    office.witnessed()
    with pytest.raises(IncompleteError) as caught:
        refusal.refuse_new(office.desk, ending())
    assert [p.code for p in caught.value.problems] == ["F03"]


def test_a_draft_that_names_nobody_cannot_become_a_refusal_that_stops_a_batch(
    office: Office,
) -> None:
    draft = register.save_draft(office.desk, revision(volunteer=volunteer(name="")))
    with pytest.raises(IncompleteError):
        office.refuse(draft.record_id)


def test_a_wrong_refusal_is_corrected_and_the_day_stays(office: Office) -> None:
    made = refusal.refuse_new(office.desk, ending(name="余淑甫"))
    office.answer(office.seal())
    with refused("L11"):
        change.correct(office.desk, made.record_id, "抄错了")
    new = refusal.correct_ending(office.desk, made.record_id, ending(), "抄错了")
    assert (new.number, new.kind, new.declared_at) == (2, "refusal", made.declared_at)
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    with refused("L12"):
        kept = office.witnessed(
            volunteer=volunteer(name="别人", document_number=citizen_number("19410704", 88))
        )
        refusal.correct_ending(office.desk, kept.record_id, ending(), "抄错了")


@pytest.mark.parametrize("state", ["withdrawn", "refused"])
def test_who_ended_it_declares_anew_and_that_counts(
    office: Office, clock: TestClock, state: str
) -> None:
    kept = office.in_state(state)
    office.answer(office.seal())
    assert centre_status(office.centre).declarations_in_force == 0
    clock.time += timedelta(days=1, hours=8)
    new = change.renew(office.desk, kept.record_id)
    assert (new.intention.items, new.witnesses, new.consent.given_at) == ([], [], "")
    entered = revision(declared_at=clock.time.date().isoformat())
    new.intention, new.executor, new.kin = entered.intention, entered.executor, entered.kin
    new.witnesses, new.statement, new.consent = (
        entered.witnesses,
        entered.statement,
        entered.consent,
    )
    register.witness(office.desk, new)
    office.sign(kept.record_id)
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert centre_status(office.centre).declarations_in_force == 1


def test_who_was_erased_registers_as_somebody_new(office: Office) -> None:
    gone = office.in_state("erased")
    assert register.registered_as(office.desk, revision()) is None
    again = office.accepted()
    assert again.record_id != gone.record_id
    assert centre_status(office.centre).declarations_in_force == 1
