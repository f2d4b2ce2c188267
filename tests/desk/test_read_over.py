"""What a volunteer is shown of a wish, and what is recorded when they find it right."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from sqlmodel import col, select

from tests.people import revision, volunteer
from zjrc_desk.desk import register
from zjrc_desk.desk.read_over import agree, to_show
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import AccessError, StateError
from zjrc_desk.registry.tables import AuditEntry, Revision
from zjrc_desk.registry.vocabulary import AUDITOR


def saved(desk: Desk) -> Revision:
    person = volunteer(infectious_disease="乙肝", room="306-2", religion_customs="土葬")
    return register.save_draft(desk, revision(volunteer=person, staff_notes="家属反对，慎办"))


def agreements(desk: Desk) -> list[tuple[str, str, str]]:
    with desk.store.read() as session:
        query = select(AuditEntry).where(col(AuditEntry.action) == "volunteer-agreed")
        return [(one.record_id, one.staff, one.at) for one in session.exec(query)]


def test_nothing_is_shown_that_a_bystander_need_not_see(desk: Desk) -> None:
    kept = saved(desk)
    said = str(asdict(to_show(kept)))
    for wanted in ("余淑福", "全部遗体、角膜", "临床移植", "宋洋涛", "赵娜国", "请尊重我的决定"):
        assert wanted in said
    numbers = [kept.volunteer.document_number, *(one.document_number for one in kept.witnesses)]
    for hidden in ("乙肝", "306-2", "土葬", "慎办", "平海路", kept.volunteer.mobile, *numbers):
        assert hidden not in said


def test_that_the_volunteer_agreed_is_recorded_with_the_time_and_changes_nothing_else(
    desk: Desk,
) -> None:
    kept = saved(desk)
    at = agree(desk, to_show(kept))
    ((record_id, staff, when),) = agreements(desk)
    assert (record_id, staff) == (kept.record_id, desk.staff.number)
    assert when == at.isoformat(timespec="milliseconds")
    now = register.revisions(desk, kept.record_id)[-1]
    assert (now.state, now.frozen, now.consent.given_at) == (
        kept.state, kept.frozen, kept.consent.given_at,
    )  # fmt: skip


def test_what_was_changed_after_it_was_shown_counts_as_not_agreed(desk: Desk) -> None:
    kept = saved(desk)
    shown = to_show(kept)
    kept.intention.items = ["cornea"]
    register.save_draft(desk, kept)
    with pytest.raises(StateError) as refused:
        agree(desk, shown)
    assert refused.value.code == "W01"
    assert agreements(desk) == []


def test_an_auditor_records_no_agreement(desk: Desk) -> None:
    shown = to_show(saved(desk))
    desk.staff.role = AUDITOR
    with pytest.raises(AccessError):
        agree(desk, shown)
