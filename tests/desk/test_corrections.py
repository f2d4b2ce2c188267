"""Changing, correcting and giving up: what stays, what counts, and what the history says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import select

from tests.conftest import TestClock
from tests.desk.acting import do
from tests.desk.conftest import Office
from tests.desk.erasing import GROUND
from tests.people import revision
from tests.store.test_store import refused
from zjrc_desk.centre.status import status as centre_status
from zjrc_desk.desk import change, erase, register
from zjrc_desk.desk.history import history
from zjrc_desk.registry.compare import differences
from zjrc_desk.registry.life import Act, State
from zjrc_desk.registry.rules import Step
from zjrc_desk.registry.tables import AuditEntry, Revision


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
