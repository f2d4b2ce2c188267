"""Registrations on a real store, through any order of acts: nothing is lost, nothing is undone."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.batches.certificates import Signer
from zjrc_desk.batches.receipt import Receipt, RecordAnswer, write_receipt
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import change, enrol, register
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.desk.status import batches
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.life import EDITABLE, State
from zjrc_desk.registry.rules import Circumstances, Step, problems
from zjrc_desk.registry.tables import Kin, Revision

AGAINST = ("F17", "kin.0.opinion")
SENT = (State.SEALED, State.ACCEPTED, State.RETURNED)
PARTS = ("volunteer", "intention", "executor", "statement")
LISTS = ("kin", "witnesses", "overrides")
FROZEN = ("record_id", "number", "supersedes", "kind", "declared_at", "recorded_at", "recorded_by")


def _nobody_else(one: Revision) -> None:
    one.witnesses = one.witnesses[:1]


def _nothing_given(one: Revision) -> None:
    one.intention.items = []


def _no_consent(one: Revision) -> None:
    one.consent.given_at = ""


def _no_time(one: Revision) -> None:
    one.statement.ended_at = "明天"


def _no_name(one: Revision) -> None:
    one.volunteer.name = ""


def _against(one: Revision) -> None:
    one.kin = [Kin(name="赵娜国", relation="child", opinion="disagrees")]
    one.overrides = []


def _right(one: Revision) -> None:
    """As a right registration is, whoever it is of."""
    good = revision(declared_at="2026-11-24")
    one.declared_at = good.declared_at
    one.volunteer.name = one.volunteer.name or "余淑福"
    for part in ("intention", "executor", "statement", "consent"):
        for name, value in getattr(good, part).model_dump(exclude={"revision_id"}).items():
            setattr(getattr(one, part), name, value)
    # The clock of these tests stands at 9:30.
    one.statement.started_at, one.statement.ended_at = "2026-11-24 09:00", "2026-11-24 09:20"
    one.kin, one.witnesses = good.kin, good.witnesses


FAULTS = (_nobody_else, _nothing_given, _no_consent, _no_time, _no_name, _against)
#: Right more often than not, or nothing would ever get far.
EDITS = st.sampled_from([_right] * len(FAULTS) + list(FAULTS))
WHICH = st.integers(0, 2)


def content(one: Revision) -> dict[str, Any]:
    """Everything that must not change once it is frozen."""
    made: dict[str, Any] = {name: getattr(one, name) for name in FROZEN}
    made |= {part: getattr(one, part).model_dump() for part in PARTS}
    return made | {part: [row.model_dump() for row in getattr(one, part)] for part in LISTS}


class Life(RuleBasedStateMachine):
    """Up to three registrations; each act may be refused, and then must have changed nothing."""

    template: Path
    centre: Signer

    @initialize(edit=EDITS)
    def begin(self, edit: Callable[[Revision], None]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="life-"))
        shutil.copytree(self.template, self.folder / "store")
        self.desk: Desk = sign_in(self.folder / "store", ADMIN, PASSWORD, TestClock())
        self.ids: list[str] = []
        self.known: dict[tuple[str, int], dict[str, Any] | None] = {}
        self.refused_batches: set[str] = set()
        self.start(edit)

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)

    def attempt(self, act: Callable[[], object]) -> None:
        before = self.everything()
        try:
            act()
        except IncompleteError:
            return  # what was typed is saved all the same
        except ZjrcError as error:
            refused = error.code
        else:
            return
        assert refused[0] in "FL", refused
        assert self.everything() == before, "what is refused changes nothing"

    def everything(self) -> list[tuple[str, bool, dict[str, Any]]]:
        return [(one.state, one.current, content(one)) for one in self.revisions()]

    def revisions(self) -> list[Revision]:
        return [one for number in self.ids for one in register.revisions(self.desk, number)]

    def current(self, which: int) -> Revision:
        return register.open_registration(self.desk, self.ids[which % len(self.ids)])

    # -- acts -----------------------------------------------------------------------------------

    @precondition(lambda self: len(self.ids) < 3)
    @rule(edit=EDITS)
    def start(self, edit: Callable[[Revision], None]) -> None:
        number = citizen_number(sequence=100 + 2 * len(self.ids))
        made = revision(volunteer=volunteer(document_number=number))
        _right(made)
        edit(made)
        self.ids.append(register.save_draft(self.desk, made).record_id)

    @precondition(lambda self: self.ids)
    @rule(which=WHICH, edit=EDITS)
    def save_draft(self, which: int, edit: Callable[[Revision], None]) -> None:
        one = self.current(which)
        edit(one)
        self.attempt(lambda: register.save_draft(self.desk, one))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH)
    def complete(self, which: int) -> None:
        self.attempt(lambda: register.complete(self.desk, self.current(which)))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH, edit=EDITS, reason=st.sampled_from(["", "志愿者坚持。"]))
    def witness(self, which: int, edit: Callable[[Revision], None], reason: str) -> None:
        one = self.current(which)
        edit(one)
        register.give_reason(self.desk, one, *AGAINST, reason)
        self.attempt(lambda: register.witness(self.desk, one))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH, steps=st.integers(1, 3))
    def go_on(self, which: int, steps: int) -> None:
        """The way it is meant to go: else a walk at random would seldom get as far as a batch."""
        for _ in range(steps):
            one = self.current(which)
            serial = one.registration.serial
            if one.state in EDITABLE:
                _right(one)
                register.witness(self.desk, one)
            elif one.state == State.WITNESSED:
                list(print_letters(self.desk, [serial]))
            elif one.state == State.PRINTED:
                record_signed(self.desk, [serial])

    @precondition(lambda self: self.ids)
    @rule(which=WHICH)
    def print_it(self, which: int) -> None:
        serial = self.current(which).registration.serial
        self.attempt(lambda: list(print_letters(self.desk, [serial])))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH)
    def sign(self, which: int) -> None:
        serial = self.current(which).registration.serial
        self.attempt(lambda: record_signed(self.desk, [serial]))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH)
    def change(self, which: int) -> None:
        number = self.current(which).record_id
        self.attempt(lambda: change.change(self.desk, number, "改"))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH)
    def abandon(self, which: int) -> None:
        number = self.current(which).record_id
        self.attempt(lambda: change.abandon(self.desk, number))

    @precondition(lambda self: self.ids)
    @rule(which=WHICH, really=st.sampled_from([False, False, True]))
    def withdraw(self, which: int, really: bool) -> None:
        if not really:
            return
        serial = self.current(which).registration.serial
        self.attempt(lambda: change.withdraw(self.desk, [serial], "本人要求"))

    @rule()
    def seal(self) -> None:
        self.attempt(lambda: seal_batch(self.desk, self.folder / "stick"))

    @rule(verdict=st.sampled_from(["accepted", "partly", "refused"]), oldest=st.booleans())
    def receipt(self, verdict: str, oldest: bool) -> None:
        waiting = [one for one in batches(self.desk) if one.state == "sealed"]
        if waiting:
            batch = waiting[-1 if oldest else 0]
            status = "returned" if verdict == "partly" else "accepted"
            answers = [
                RecordAnswer(
                    one.record_id, one.number, status, ("请更正。",) * (verdict == "partly")
                )
                for one in self.revisions()
                if one.batch_id == batch.batch_id and verdict != "refused"
            ]
            written = write_receipt(
                Receipt(
                    batch_id=batch.batch_id,
                    point=self.desk.point.code,
                    generation=batch.generation,
                    sequence=batch.sequence,
                    manifest_sha256=batch.manifest_sha256,
                    received_at=self.desk.now(),
                    verdict=verdict,
                    records=tuple(answers),
                ),
                self.centre,
            )
            take_receipt(self.desk, written)
            if verdict == "refused":
                self.refused_batches.add(batch.batch_id)

    # -- what always holds ----------------------------------------------------------------------

    @invariant()
    def no_revision_is_lost_and_no_frozen_one_changes(self) -> None:
        found = {(one.record_id, one.number): one for one in self.revisions()}
        assert found.keys() >= self.known.keys(), "a revision is lost"
        for key, kept in self.known.items():
            if kept is not None:
                assert found[key].frozen, "what was frozen stays so"
                assert content(found[key]) == kept, "a frozen revision changed"
        self.known = {key: content(one) if one.frozen else None for key, one in found.items()}

    @invariant()
    def the_newest_revision_that_was_not_given_up_alone_is_current(self) -> None:
        for number in self.ids:
            own = register.revisions(self.desk, number)
            assert [one.number for one in own] == list(range(1, len(own) + 1))
            assert all(one.frozen for one in own if one.state == State.ABANDONED)
            standing = [one for one in own if one.state != State.ABANDONED]
            assert [one.number for one in own if one.current] == [standing[-1].number]
            assert standing[-1].state != State.SUPERSEDED
            assert all(one.frozen or one.state in (*EDITABLE, State.SUPERSEDED) for one in own)

    @invariant()
    def nothing_incomplete_is_sealed(self) -> None:
        here = Circumstances(self.desk.now(), (self.desk.point.name, self.desk.point.host))
        for one in self.revisions():
            if one.state in (State.SIGNED, *SENT) and one.kind != "withdrawal":
                found = problems(one, Step.WITNESS, here)
                assert [p for p in found if not p.warning] == []
                assert register.unanswered(one, found) == []
                assert one.letter is not None
                assert one.letter.signed_on
                assert one.consent.given_at
            assert (one.state in SENT) == bool(one.batch_id)
            assert one.batch_id not in self.refused_batches

    @invariant()
    def every_batch_holds_as_many_as_it_says(self) -> None:
        held = [one.batch_id for one in self.revisions()]
        for batch in batches(self.desk):
            expected = 0 if batch.batch_id in self.refused_batches else batch.records
            assert held.count(batch.batch_id) == expected


def test_a_registration_survives_any_order_of_acts(
    new_store: Path, tmp_path: Path, clock: TestClock
) -> None:
    shutil.copytree(new_store, tmp_path / "store")
    create(tmp_path / "centre", clock=clock)
    centre = open_centre(tmp_path / "centre", clock=clock)
    desk = sign_in(tmp_path / "store", ADMIN, PASSWORD, clock)
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    desk.close()
    Life.template, Life.centre = tmp_path / "store", centre.authority.signing
    run = settings(
        max_examples=7,
        stateful_step_count=30,
        deadline=None,
        # Shrinking would run a real store some hundred times; the steps are printed as they are.
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Life, settings=run)
    centre.close()
