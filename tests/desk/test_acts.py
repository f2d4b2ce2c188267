"""Change, correct, withdraw, refuse, renew, erase: from every state, twice, and out of order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from tests.conftest import TestClock
from tests.desk.conftest import STATES, Office
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import change, erase, refusal, register, seal_batch
from zjrc_desk.desk.history import history
from zjrc_desk.desk.refusal import Ending
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.status import status
from zjrc_desk.registry.compare import differences
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.life import Act, State, acts
from zjrc_desk.registry.rules import Step
from zjrc_desk.registry.tables import AuditEntry, Revision

GROUND = "consent_withdrawn"


def do(office: Office, act: Act, kept: Revision) -> Revision:
    """The act, as the window begins it."""
    record_id, desk = kept.record_id, office.desk
    if act == Act.WITHDRAW:
        return change.withdraw(desk, [kept.registration.serial])[0]
    if act == Act.REFUSE:
        return office.refuse(record_id)
    if act == Act.ERASE:
        return erase.erase(desk, record_id, GROUND)
    if act == Act.RENEW:
        return change.renew(desk, record_id)
    if act == Act.ABANDON:
        return change.abandon(desk, record_id)
    if act == Act.CORRECT and kept.kind in ("withdrawal", "refusal"):
        known = refusal.ending_of(kept, kept.declared_at)
        ending = Ending(**(vars(known) | {"statement_signed": True}))
        return refusal.correct_ending(desk, record_id, ending, "抄错了")
    return {Act.CHANGE: change.change, Act.CORRECT: change.correct}[act](desk, record_id, "原因")


#: What each act answers in each state: the state and kind of the new revision, or an error.
TABLE = {
    "draft": "L03 L03 L08 refusal L03 erasure L16",
    "complete": "L03 L03 L08 refusal L03 erasure L16",
    "witnessed": "intention:draft intention:draft withdrawal refusal L10 erasure L16",
    "printed": "intention:draft intention:draft withdrawal refusal L10 erasure L16",
    "signed": "change:draft intention:draft withdrawal refusal L10 erasure L16",
    "sealed": "change:draft intention:draft withdrawal refusal L10 erasure L16",
    "accepted": "change:draft intention:draft withdrawal refusal L10 erasure L16",
    "changing": "L03 L03 withdrawal refusal L03 erasure back",
    "withdrawn": "L04 withdrawal L04 refusal intention:draft erasure L16",
    "refused": "L04 refusal L04 L04 intention:draft erasure L16",
    "renewing": "L03 L03 L04 refusal L03 erasure back",
    "erased": "L09 L09 L09 L09 L09 L09 L09",
}
ORDER = (Act.CHANGE, Act.CORRECT, Act.WITHDRAW, Act.REFUSE, Act.RENEW, Act.ERASE, Act.ABANDON)
CASES = [
    (state, act, answer)
    for state, row in TABLE.items()
    for act, answer in zip(ORDER, row.split(), strict=True)
]


@pytest.mark.parametrize(("state", "act", "answer"), CASES)
def test_each_act_in_each_state(office: Office, state: str, act: Act, answer: str) -> None:
    kept = office.in_state(state)
    if answer.startswith("L"):
        with refused(answer):
            do(office, act, kept)
        assert office.now(kept.record_id).number == kept.number, "nothing was recorded"
        return
    kind, _, entered = answer.partition(":")
    made = do(office, act, kept)
    if answer == "back":
        assert made.number == kept.supersedes
        return
    assert (made.kind, made.state) == (kind, entered or State.SIGNED)
    assert (made.number, made.supersedes) == (kept.number + 1, kept.number)
    assert office.now(kept.record_id).number == made.number


def test_the_table_covers_every_act_and_every_state() -> None:
    assert set(ORDER) == set(Act)
    assert TABLE.keys() == STATES.keys()


def test_the_buttons_of_a_state_are_the_acts_that_work_there() -> None:
    assert acts("intention", State.DRAFT, None) == {Act.REFUSE, Act.ERASE}
    assert acts("intention", State.ACCEPTED, None) == set(Act) - {Act.RENEW, Act.ABANDON}
    assert acts("refusal", State.SIGNED, None) == {Act.CORRECT, Act.RENEW, Act.ERASE}
    assert acts("erasure", State.SIGNED, "intention") == set()


def test_a_correction_is_the_same_declaration_put_right(office: Office, clock: TestClock) -> None:
    first = office.accepted()
    clock.time += timedelta(days=3)
    new = change.correct(office.desk, first.record_id, "住址抄错了")
    assert differences(first, new) == []
    assert (new.declared_at, new.consent.given_at) == (first.declared_at, first.consent.given_at)
    new.volunteer.residence_address = "浙江省杭州市上城区平海路2号"
    register.witness(office.desk, new)
    signed = office.sign(first.record_id)
    assert signed.declared_at == first.declared_at, "signed later, declared then"
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert centre_status(office.centre).declarations_in_force == 1


@pytest.mark.parametrize("state", ["witnessed", "printed", "signed", "sealed", "accepted"])
@pytest.mark.parametrize("act", [Act.CHANGE, Act.CORRECT])
def test_what_was_begun_and_given_up_leaves_everything_as_it_was_and_a_trace(
    office: Office, state: str, act: Act
) -> None:
    before = office.in_state(state)
    draft = do(office, act, before)
    draft.intention.items = ["cornea"]
    register.save_draft(office.desk, draft)
    back = change.abandon(office.desk, before.record_id)
    assert (back.number, back.state, back.current) == (before.number, state, True)
    assert [one.state for one in register.find(office.desk, "余淑福")] == [state]
    given_up, first = history(office.desk, before.record_id)
    assert (given_up.state, given_up.why) == ("已放弃", "原因")
    assert "捐献项目" in {one.label for one in given_up.changed}, "what was typed is still there"
    assert (first.number, first.changed) == (1, ())
    with office.desk.store.read() as session:
        last = session.exec(select(AuditEntry).where(AuditEntry.action == "abandon")).one()
        assert last.record_id == before.record_id
    with refused("L02"), office.desk.store.write() as session:
        session.execute(text("UPDATE intention SET items = '[]' WHERE revision_id = 2"))
    with refused("L16"):
        change.abandon(office.desk, before.record_id)


def test_after_a_change_was_given_up_the_next_one_is_made_sealed_and_accepted(
    office: Office,
) -> None:
    kept = office.accepted()
    change.change(office.desk, kept.record_id, "想改")
    change.abandon(office.desk, kept.record_id)
    new = change.correct(office.desk, kept.record_id, "住址抄错了")
    assert (new.number, new.supersedes) == (3, 1)
    register.witness(office.desk, new)
    office.sign(kept.record_id)
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert centre_status(office.centre).declarations_in_force == 1
    newest, given_up, _first = history(office.desk, kept.record_id)
    assert newest.changed == (), "against what counted, not against what was given up"
    erase.erase(office.desk, kept.record_id, GROUND)
    assert office.now(kept.record_id).number == 4
    assert given_up.state == "已放弃"


def test_what_the_centre_returned_is_corrected_and_goes_again(office: Office) -> None:
    kept = office.signed()
    handed = office.seal()
    answer = office.answer(handed)
    assert answer.receipt.verdict == "accepted"
    with office.desk.store.write() as session:
        # The centre returns what its newer rules refuse; here the answer is what counts.
        row = session.get_one(Revision, office.now(kept.record_id).id)
        row.state, row.centre_reasons = State.RETURNED, ["证件号码不对。(F01)"]
    new = change.correct(office.desk, kept.record_id, "省中心退回")
    assert (new.kind, new.state, new.centre_reasons) == ("intention", State.DRAFT, [])
    assert register.check(office.desk, new, Step.WITNESS) == []


def test_a_correction_of_a_list_row_stays_a_list_row(office: Office) -> None:
    kept = office.witnessed(source="list")
    new = change.correct(office.desk, kept.record_id, "抄错了")
    assert new.source == "list"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_change_and_correction_say_why(office: Office, reason: str) -> None:
    kept = office.witnessed()
    for act in (change.change, change.correct):
        with refused("F21"):
            act(office.desk, kept.record_id, reason)


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


def ending(**changes: object) -> Ending:
    values: dict[str, object] = {
        "name": "余 淑福",
        "document_type": "resident_id",
        "document_number": " ".join(citizen_number()),
        "declared_at": "20261124",
        "statement_signed": True,
    }
    return Ending(**(values | changes))  # type: ignore[arg-type]


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


class Killed(BaseException):
    pass


@pytest.mark.parametrize("act", [Act.CHANGE, Act.CORRECT, Act.WITHDRAW, Act.REFUSE])
def test_an_act_while_a_batch_is_being_sealed_goes_with_the_next_one(
    office: Office, monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    kept = office.signed()
    with monkeypatch.context() as patch:
        patch.setattr(seal_batch, "seal", _kill)
        with pytest.raises(Killed):
            office.seal()
    made = do(office, act, kept)
    first = office.answer(office.seal())
    assert [(r.revision, r.status) for r in first.receipt.records] == [(1, "accepted")]
    assert office.now(kept.record_id).number == made.number
    if made.state == State.SIGNED:
        second = office.answer(office.seal())
        assert [(r.revision, r.status) for r in second.receipt.records] == [(2, "accepted")]


def _kill(*_args: object, **_options: object) -> None:
    raise Killed


def test_an_erasure_waits_until_the_batch_is_sealed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = office.signed()
    with monkeypatch.context() as patch:
        patch.setattr(seal_batch, "seal", _kill)
        with pytest.raises(Killed):
            office.seal()
    with refused("L13"):
        erase.erase(office.desk, kept.record_id, GROUND)
    assert office.now(kept.record_id).volunteer.name == "余淑福", "nothing was removed"
    handed = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    taken = office.answer(handed)
    assert taken.receipt.verdict == "accepted", "its receipt comes after the erasure"
    assert office.answer(office.seal()).receipt.verdict == "accepted"
    assert centre_status(office.centre).declarations_in_force == 0


ACTS: dict[str, Callable[[Office, Revision], object]] = {
    act.value: lambda office, kept, act=act: do(office, act, kept)  # type: ignore[misc]
    for act in Act
}


@pytest.mark.parametrize("name", [*ACTS, "refuse-new"])
def test_an_auditor_records_none_of_it(office: Office, name: str) -> None:
    kept = office.in_state("withdrawn" if name == "renew" else "accepted")
    office.desk.staff.role = "auditor"
    with refused("A01"):
        if name == "refuse-new":
            refusal.refuse_new(office.desk, ending())
        else:
            ACTS[name](office, kept)
    assert office.now(kept.record_id).number == kept.number


def test_a_registrar_does_all_but_erase(office: Office) -> None:
    kept = office.accepted()
    office.desk.staff.role = "registrar"
    with refused("A01"):
        erase.erase(office.desk, kept.record_id, GROUND)
    with refused("A01"):
        erase.also_erased(office.desk, kept.record_id)
    change.change(office.desk, kept.record_id, "想改")
    assert office.refuse(kept.record_id).kind == "refusal"


def test_the_history_says_who_when_why_and_what_changed(office: Office) -> None:
    kept = office.accepted()
    new = change.change(office.desk, kept.record_id, "只捐角膜")
    new.intention.items = ["cornea"]
    new.kin[0].signed = True
    register.save_draft(office.desk, new)
    change.withdraw(office.desk, [kept.registration.serial])
    withdrawn, changed, first = history(office.desk, kept.record_id)
    assert (first.kind, first.state, first.changed) == ("捐献意愿", "已接收", ())
    assert (changed.why, changed.who, changed.when) == ("只捐角膜", "A001", "2026-11-24 09:30")
    by_label = {one.label: (one.before, one.after) for one in changed.changed}
    assert by_label["捐献项目"] == ("全部遗体、角膜", "角膜")
    assert by_label["亲属到场签名"] == ("否", "是")
    assert by_label["登记日期"] == ("2026-11-20", "")
    assert "姓名" not in by_label, "only what differs"
    assert withdrawn.why == ""


def test_every_difference_is_named_in_chinese() -> None:
    full, empty = revision(), register.new_draft()
    for part in (full.volunteer, full.executor, full.intention, full.statement):
        for name, value in part.model_dump(exclude={"revision_id"}).items():
            if value == "":
                setattr(part, name, "某")
            elif isinstance(value, bool):
                setattr(part, name, not getattr(type(part)(), name))
    found = differences(empty, full)
    assert len(found) > 60
    named = {one.label for one in found}
    assert not [label for label in named if any(c.isascii() and c.isalpha() for c in label)]
    assert not [one for one in found if "_" in one.after]


@pytest.mark.parametrize("reason", ["长" * 201, "a\x01b", "a\u202eb"])
def test_a_reason_nobody_could_read_is_refused_before_it_could_stop_a_batch(
    office: Office, reason: str
) -> None:
    kept = office.accepted()
    with pytest.raises(EntryError, match="F21"):
        change.withdraw(office.desk, [kept.registration.serial], reason)
    assert office.now(kept.record_id).kind == "intention"
