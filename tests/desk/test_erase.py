"""Erasing a person: what goes, what stays of it, and what is said of both."""

from __future__ import annotations

import pytest
from sqlalchemy import select as columns
from sqlmodel import select

from tests.desk.conftest import Office
from tests.desk.diary_entries import visit
from tests.desk.erasing import GROUND, lived, other
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.centre.tables import ReceivedEntry
from zjrc_desk.desk import diary, erase, register
from zjrc_desk.desk.history import history
from zjrc_desk.desk.import_list import import_list
from zjrc_desk.desk.monthly import monthly_counts
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.status import status
from zjrc_desk.registry import tables as t
from zjrc_desk.registry.diary_tables import TeamMember, Visit
from zjrc_desk.registry.resources import resource
from zjrc_desk.store import audit


def test_care_visits_stay_as_counts_without_a_word_here_and_at_the_centre(office: Office) -> None:
    kept = lived(office)
    before = monthly_counts(office.desk, "2026-11").visits
    erase.erase(office.desk, kept.record_id, GROUND)
    assert monthly_counts(office.desk, "2026-11").visits == before == 1
    with office.desk.store.read() as session:
        rows = session.exec(select(Visit)).all()
    assert {(r.remarks, r.given, r.reason) for r in rows} == {("", "（已删除）", "")}
    assert [r.people for r in rows if r.state != "draft"] == ["样例二", "样例二"]
    office.answer(office.seal())
    with office.centre.register.read() as session:
        bodies = [entry.body for entry in session.scalars(columns(ReceivedEntry))]
    assert [body["given"] for body in bodies] == ["（已删除）"] * len(bodies)
    assert bodies


def test_no_visit_is_recorded_to_somebody_who_was_erased(office: Office) -> None:
    kept = office.accepted()
    serial = kept.registration.serial
    assert [one.serial for one in diary.volunteers(office.desk, serial)] == [serial]
    begun = diary.record(office.desk, visit(serial))
    erase.erase(office.desk, kept.record_id, GROUND)
    assert diary.volunteers(office.desk, serial) == []
    for entry in (visit(serial), diary.correct(office.desk, begun, "日期记错")):
        with pytest.raises(IncompleteError) as caught:
            diary.record(office.desk, entry)
        assert [(p.code, p.path) for p in caught.value.problems] == [("F32", "visit.serial")]


def test_where_others_name_the_person_is_listed_to_be_corrected(office: Office) -> None:
    kept = office.accepted()
    mine = office.now(kept.record_id).volunteer
    near = other()
    near.kin[0].name, near.executor.name = "余 淑福", "别的人"
    near.witnesses[0].document_number = mine.document_number
    serial = register.save_draft(office.desk, near).registration.serial
    number = citizen_number(sequence=88)
    namesake = TeamMember(name="余淑福", document_number=number, day="2022-01-18")
    namesake.phone = "13805710009"
    diary.record(office.desk, namesake)
    found = erase.named_elsewhere(office.desk, kept.record_id)
    assert [(one.serial, one.role, one.sure) for one in found] == [
        (serial, "kin", False),
        (serial, "witness", True),
        ("", "member", False),
    ]
    erase.erase(office.desk, kept.record_id, GROUND)


def test_the_tombstone_says_what_when_why_and_by_whom(office: Office) -> None:
    kept = lived(office)
    erase.erase(office.desk, kept.record_id, GROUND)
    entries = history(office.desk, kept.record_id)[::-1]
    assert [(e.number, e.kind, e.state) for e in entries] == [
        (1, "捐献意愿", "已接收"),
        (2, "变更", "已被替代"),
        (3, "撤销", "已删除"),
        (4, "删除", "已签署"),
    ]
    assert [e.why for e in entries] == ["", "", "", "本人撤回同意，要求删除"]
    assert entries[-1].who == "A001"
    assert all(e.when for e in entries)
    assert all(e.changed == () for e in entries)
    (found,) = register.find(office.desk, kept.registration.serial)
    assert (found.name, found.kind) == ("", "erasure")
    assert register.find(office.desk, "单于") == []
    assert status(office.desk).registrations == {"witnessed": 1, "erased": 1}


def test_the_audit_chain_holds_and_names_the_act(office: Office) -> None:
    kept = lived(office)
    erase.erase(office.desk, kept.record_id, GROUND)
    with office.desk.store.read() as session:
        assert audit.first_break(session) is None
        last = session.exec(select(t.AuditEntry).order_by(t.AuditEntry.number.desc())).first()  # type: ignore[attr-defined]
    assert last is not None
    assert (last.action, last.record_id, last.staff) == ("erase", kept.record_id, "A001")


def test_an_attachment_that_somebody_else_has_too_stays(office: Office) -> None:
    kept = lived(office)
    (somebody,) = register.find(office.desk, "留下的人")
    with office.desk.store.write() as session:
        digest = session.exec(select(t.Attachment.sha256)).one()
        theirs = session.exec(
            select(t.Revision).where(t.Revision.record_id == somebody.record_id)
        ).one()
        session.add(t.RevisionAttachment(revision_id=theirs.id, sha256=digest, role="id_scan"))
    erase.erase(office.desk, kept.record_id, GROUND)
    with office.desk.store.read() as session:
        assert session.exec(select(t.AttachmentChunk.sha256)).one() == digest


def test_the_row_of_a_list_is_forgotten_too(office: Office) -> None:
    import_list(office.desk, resource("demo", "registrations.csv"))
    serial = waiting(office.desk)[0]
    list(print_letters(office.desk, [serial]))
    record_signed(office.desk, [serial])
    (found,) = register.find(office.desk, serial)
    erase.erase(office.desk, found.record_id, GROUND)
    with office.desk.store.read() as session:
        assert session.get_one(t.Registration, found.record_id).source_digest is None


def test_the_persons_half_typed_drafts_go_with_the_registration(office: Office) -> None:
    kept = office.accepted()
    same = register.save_draft(office.desk, revision(staff_notes="第二次来"))
    with_passport = register.save_draft(
        office.desk,
        revision(volunteer=volunteer(document_type="passport", document_number="E12345678")),
    )
    known = register.registered_as(office.desk, with_passport)
    assert known is not None
    register.set_aside(office.desk, with_passport, known)
    namesake = register.save_draft(
        office.desk, revision(volunteer=volunteer(document_number=citizen_number(sequence=88)))
    )
    serials = erase.also_erased(office.desk, kept.record_id)
    assert serials == [same.registration.serial, with_passport.registration.serial]
    erase.erase(office.desk, kept.record_id, GROUND)
    assert status(office.desk).registrations == {"draft": 1, "erased": 3}
    assert office.now(namesake.record_id).volunteer.name == "余淑福"


def test_erased_twice_is_said_and_a_free_text_is_no_ground(office: Office) -> None:
    kept = office.accepted()
    with refused("F15"):
        erase.erase(office.desk, kept.record_id, "余淑福要求删除")
    erase.erase(office.desk, kept.record_id, GROUND)
    with refused("L09"):
        erase.erase(office.desk, kept.record_id, GROUND)
