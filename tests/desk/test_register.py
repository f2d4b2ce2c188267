"""Entering, finding, changing and withdrawing a registration."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.desk import change, register
from zjrc_desk.desk.register import IncompleteError, Known
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import status
from zjrc_desk.registry.life import State
from zjrc_desk.registry.rules import Step
from zjrc_desk.registry.tables import Kin, Revision


def test_a_half_typed_draft_comes_back_exactly_as_typed(open_desk: Callable[[], Desk]) -> None:
    desk = open_desk()
    draft = register.new_draft()
    draft.volunteer.birth_date = "1941-02-3"
    draft.volunteer.document_number = "3301 06"
    draft.intention.family_letter = "孩子们:\n  请"
    draft.kin = [Kin(name="赵")]
    draft.step = "kin"
    saved = register.save_draft(desk, draft)
    desk.close()
    again = register.open_registration(open_desk(), saved.record_id)
    assert again.volunteer.birth_date == "1941-02-3"
    assert again.volunteer.document_number == "3301 06"
    assert again.intention.family_letter == "孩子们:\n  请"
    assert [kin.name for kin in again.kin] == ["赵"]
    assert (again.step, again.state) == ("kin", State.DRAFT)


def test_saving_a_draft_again_keeps_one_registration_and_its_serial(desk: Desk) -> None:
    draft = register.save_draft(desk, revision())
    serial = draft.registration.serial
    draft.volunteer.name = "余淑芳"
    draft.kin = [*draft.kin, Kin(name="钱二", relation="child", opinion="informed")]
    again = register.save_draft(desk, draft)
    assert again.registration.serial == serial
    assert status(desk).registrations == {"draft": 1}
    assert register.open_registration(desk, again.record_id).volunteer.name == "余淑芳"
    assert len(register.open_registration(desk, again.record_id).kin) == 2


def test_serials_count_up_and_never_repeat(desk: Desk) -> None:
    serials = [register.save_draft(desk, revision()).registration.serial for _ in range(3)]
    assert [serial[:-2] for serial in serials] == [f"ZJ-HZ-0001-1-00000{n}" for n in (1, 2, 3)]


def test_an_incomplete_registration_is_not_completed_and_nothing_of_it_is_lost(desk: Desk) -> None:
    draft = revision(volunteer=volunteer(mobile="12", name=""))
    with pytest.raises(IncompleteError) as caught:
        register.complete(desk, draft)
    assert {p.code for p in caught.value.problems} == {"F08", "F09"}
    (found,) = register.find(desk)
    kept = register.open_registration(desk, found.record_id)
    assert (kept.state, kept.volunteer.mobile) == (State.DRAFT, "12")


def test_complete_then_edited_is_a_draft_again(desk: Desk) -> None:
    complete = register.complete(desk, revision())
    assert complete.state == State.COMPLETE
    complete.volunteer.room = "401-2"
    assert register.save_draft(desk, complete).state == State.DRAFT


def test_completing_brings_what_was_typed_into_one_form(desk: Desk) -> None:
    typed = volunteer(
        document_number=" 3301061941 07041062".replace("1062", citizen_number()[-4:]),
        birth_date="1941年7月4日",
        mobile="+86 138-0571-0001",
    )
    complete = register.complete(desk, revision(volunteer=typed))
    assert complete.volunteer.document_number == citizen_number()
    assert complete.volunteer.birth_date == "1941-07-04"
    assert complete.volunteer.mobile == "13805710001"


def test_a_witnessed_registration_can_no_longer_be_edited(desk: Desk) -> None:
    witnessed = register.witness(desk, register.complete(desk, revision()))
    assert witnessed.state == State.WITNESSED
    witnessed.volunteer.name = "别人"
    with refused("L02"):
        register.save_draft(desk, witnessed)
    assert register.open_registration(desk, witnessed.record_id).volunteer.name == "余淑福"


def test_witnessing_needs_eligible_witnesses(desk: Desk) -> None:
    alone = revision()
    alone.witnesses = alone.witnesses[:1]
    complete = register.complete(desk, alone)
    with pytest.raises(IncompleteError) as caught:
        register.witness(desk, complete)
    assert {p.code for p in caught.value.problems} == {"F04"}
    assert register.open_registration(desk, complete.record_id).state == State.COMPLETE


def test_f03_the_same_person_is_found_while_typing_and_stops_completing(desk: Desk) -> None:
    first = register.complete(desk, revision())
    second = register.new_draft()
    second.volunteer.document_number = " ".join(citizen_number())
    known = register.registered_as(desk, second)
    assert known == Known(first.record_id, first.registration.serial, same_document=True)
    assert register.registered_as(desk, first) is None
    with pytest.raises(IncompleteError) as caught:
        register.complete(desk, revision())
    assert [p.code for p in caught.value.problems if not p.warning] == ["F03"]


@pytest.mark.parametrize(
    "words", ["余淑福", "淑", "ysf", "yushufu", "yus", "19410704", "13805710001", "401", "000001"]
)
def test_a_registration_is_found_by(words: str, desk: Desk) -> None:
    register.save_draft(desk, revision(volunteer=volunteer(room="401-2")))
    other = volunteer(name="单田芳", document_number=citizen_number("19340202", 333), mobile="")
    register.save_draft(desk, revision(volunteer=other))
    assert [found.name for found in register.find(desk, words)] == ["余淑福"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("单田芳", "stf"), ("曾国华", "zgh"), ("仇英", "qiuying"), ("尉迟恭", "ycg")],
)
def test_surnames_with_another_reading_are_found_by_it(name: str, words: str, desk: Desk) -> None:
    register.save_draft(desk, revision(volunteer=volunteer(name=name)))
    assert [found.name for found in register.find(desk, words)] == [name]


@pytest.mark.parametrize("words", ["%", "_", "'", "\\", "x' OR 1=1 --"])
def test_signs_that_mean_something_to_sql_find_nothing(words: str, desk: Desk) -> None:
    register.save_draft(desk, revision())
    assert register.find(desk, words) == []


def _witnessed(desk: Desk) -> Revision:
    return register.witness(desk, register.complete(desk, revision()))


def test_a_change_is_a_new_revision_that_needs_consent_and_witnesses_anew(desk: Desk) -> None:
    first = _witnessed(desk)
    new = change.change(desk, first.record_id, "改为只捐角膜")
    assert (new.number, new.supersedes, new.state) == (2, 1, State.DRAFT)
    assert new.intention.items == first.intention.items
    assert (new.witnesses, new.statement.checks, new.consent.given_at) == ([], [], "")
    codes = {p.code for p in register.check(desk, new, Step.WITNESS) if not p.warning}
    assert {"F16", "F04"} <= codes
    old, _ = register.revisions(desk, first.record_id)
    assert (old.state, old.volunteer.name) == (State.SUPERSEDED, "余淑福")


def test_a_draft_is_edited_in_place_and_not_changed_by_a_revision(desk: Desk) -> None:
    draft = register.save_draft(desk, revision())
    with refused("L03"):
        change.change(desk, draft.record_id, "改")


def test_a_withdrawal_works_at_once_and_only_once(desk: Desk) -> None:
    first = _witnessed(desk)
    serial = first.registration.serial
    (withdrawn,) = change.withdraw(desk, [serial], "本人要求")
    assert (withdrawn.kind, withdrawn.state, withdrawn.number) == ("withdrawal", State.SIGNED, 2)
    assert withdrawn.intention.items == []
    assert status(desk).registrations == {"withdrawn": 1}
    with refused("L04"):
        change.withdraw(desk, [serial], "再来一次")
    with refused("F18"):
        change.withdraw(desk, ["ZJ-HZ-0001-1-999999-A"], "没有这份")


def test_who_withdrew_may_declare_again(desk: Desk) -> None:
    first = _witnessed(desk)
    change.withdraw(desk, [first.registration.serial], "本人要求")
    again = change.renew(desk, first.record_id)
    assert (again.kind, again.number, again.intention.items) == ("intention", 3, [])


def test_an_auditor_reads_but_records_nothing(desk: Desk) -> None:
    kept = register.save_draft(desk, revision())
    desk.staff.role = "auditor"
    for act in (
        lambda: register.save_draft(desk, kept),
        lambda: register.complete(desk, kept),
        lambda: change.withdraw(desk, [kept.registration.serial], "x"),
    ):
        with refused("A01"):
            act()
    assert register.find(desk, "余淑福")
