"""Change, correct, withdraw, refuse, renew, erase: from every state, out of order, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.desk.acting import do, ending
from tests.desk.conftest import STATES, Office
from tests.desk.erasing import GROUND
from tests.store.test_store import refused
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import change, erase, refusal, write_batch
from zjrc_desk.registry.life import Act, State, acts
from zjrc_desk.registry.tables import Revision

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


class Killed(BaseException):
    pass


@pytest.mark.parametrize("act", [Act.CHANGE, Act.CORRECT, Act.WITHDRAW, Act.REFUSE])
def test_an_act_while_a_batch_is_being_sealed_goes_with_the_next_one(
    office: Office, monkeypatch: pytest.MonkeyPatch, act: Act
) -> None:
    kept = office.signed()
    with monkeypatch.context() as patch:
        patch.setattr(write_batch, "seal", _kill)
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
        patch.setattr(write_batch, "seal", _kill)
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
