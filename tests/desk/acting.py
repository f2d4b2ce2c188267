"""The acts on a registration as the window begins them, and what ends one."""

from __future__ import annotations

from tests.desk.conftest import Office
from tests.desk.erasing import GROUND
from tests.people import citizen_number
from zjrc_desk.desk import change, erase, refusal
from zjrc_desk.desk.refusal import Ending
from zjrc_desk.registry.life import Act
from zjrc_desk.registry.tables import Revision


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


def ending(**changes: object) -> Ending:
    values: dict[str, object] = {
        "name": "余 淑福",
        "document_type": "resident_id",
        "document_number": " ".join(citizen_number()),
        "declared_at": "20261124",
        "statement_signed": True,
    }
    return Ending(**(values | changes))  # type: ignore[arg-type]
