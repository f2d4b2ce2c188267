"""A point that is enrolled, and registrations in every state of their life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import TestClock
from tests.people import revision
from zjrc_desk.centre.centre import Centre, approve, create, open_centre
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import change, enrol, erase, refusal, register
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.seal_batch import HandOver, seal_batch
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.take_receipt import TakenReceipt, take_receipt
from zjrc_desk.registry.tables import Revision


@pytest.fixture
def centre(tmp_path: Path, clock: TestClock) -> Iterator[Centre]:
    create(tmp_path / "centre", clock=clock)
    opened = open_centre(tmp_path / "centre", clock=clock)
    yield opened
    opened.close()


@dataclass
class Office:
    """An enrolled desk with its centre: brings one registration to where a test needs it."""

    desk: Desk
    centre: Centre
    folder: Path

    def draft(self) -> Revision:
        return register.save_draft(self.desk, revision())

    def witnessed(self, **changes: object) -> Revision:
        return register.witness(self.desk, register.save_draft(self.desk, revision(**changes)))

    def sign(self, record_id: str) -> Revision:
        serial = self.now(record_id).registration.serial
        list(print_letters(self.desk, [serial]))
        record_signed(self.desk, [serial])
        return self.now(record_id)

    def signed(self) -> Revision:
        return self.sign(self.witnessed().record_id)

    def seal(self) -> HandOver:
        return seal_batch(self.desk, self.folder / "stick")

    def answer(self, handed: HandOver) -> TakenReceipt:
        return take_receipt(self.desk, take_in(self.centre, handed.path).content)

    def accepted(self) -> Revision:
        kept = self.signed()
        self.answer(self.seal())
        return self.now(kept.record_id)

    def now(self, record_id: str) -> Revision:
        return register.open_registration(self.desk, record_id)

    def refuse(self, record_id: str, **changes: str) -> Revision:
        known = refusal.ending_of(self.now(record_id), self.desk.today().isoformat())
        ending = refusal.Ending(**(vars(known) | {"statement_signed": True} | changes))
        return refusal.refuse(self.desk, record_id, ending)

    def in_state(self, name: str) -> Revision:
        """One of STATES, from the beginning."""
        return STATES[name](self)


def _printed(office: Office) -> Revision:
    kept = office.witnessed()
    list(print_letters(office.desk, [kept.registration.serial]))
    return office.now(kept.record_id)


def _complete(office: Office) -> Revision:
    return register.complete(office.desk, revision())


def _sealed(office: Office) -> Revision:
    kept = office.signed()
    office.seal()
    return office.now(kept.record_id)


def _changing(office: Office) -> Revision:
    return change.change(office.desk, office.accepted().record_id, "想改")


def _withdrawn(office: Office) -> Revision:
    kept = office.accepted()
    return change.withdraw(office.desk, [kept.registration.serial])[0]


def _refused(office: Office) -> Revision:
    return office.refuse(office.accepted().record_id)


def _renewing(office: Office) -> Revision:
    return change.renew(office.desk, _withdrawn(office).record_id)


def _erased(office: Office) -> Revision:
    return erase.erase(office.desk, office.accepted().record_id, "consent_withdrawn")


STATES: dict[str, Callable[[Office], Revision]] = {
    "draft": Office.draft,
    "complete": _complete,
    "witnessed": Office.witnessed,
    "printed": _printed,
    "signed": Office.signed,
    "sealed": _sealed,
    "accepted": Office.accepted,
    "changing": _changing,
    "withdrawn": _withdrawn,
    "refused": _refused,
    "renewing": _renewing,
    "erased": _erased,
}


@pytest.fixture
def office(desk: Desk, centre: Centre, tmp_path: Path) -> Office:
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    return Office(desk, centre, tmp_path)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that a stick would be."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder
