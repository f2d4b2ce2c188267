"""Erasing a person: no byte is left, the tombstone stays, and the freeze still holds."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select as columns
from sqlalchemy import text
from sqlmodel import select

from tests import remains
from tests.desk.conftest import Office
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.centre.intake import take_in
from zjrc_desk.centre.tables import ReceivedEntry
from zjrc_desk.desk import change, diary, erase, register
from zjrc_desk.desk.history import history
from zjrc_desk.desk.import_list import import_list
from zjrc_desk.desk.monthly import monthly_counts
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.seal_batch import hand_over
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import status
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry import tables as t
from zjrc_desk.registry.diary_tables import TeamMember, Visit
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.life import State
from zjrc_desk.registry.resources import resource
from zjrc_desk.store import audit
from zjrc_desk.store.store import Store

GROUND = "consent_withdrawn"
LETTER = "孩子们：身后的事就照我说的办，不要难过。"


def person() -> t.Revision:
    kept = revision(staff_notes="听力不好，坐靠窗的位子")
    kept.volunteer = volunteer(
        name="单于𬭚福",
        former_name="单于小妹",
        landline="0571-87650001",
        room="四号楼 401-2",
        major_surgery="一九九八年心脏搭桥",
    )
    kept.intention.family_letter = LETTER
    kept.intention.ashes_wish = "撒在钱塘江"
    kept.statement.volunteer_words = "我愿意把身体留给医学院"
    return kept


#: What must be gone: name, pinyin and initials, numbers, phones, letter, everybody it names.
TEXTS = [
    "单于𬭚福", "单于小妹", "chanyu", citizen_number(), "19410704", "13805710001",
    "0571-87650001", "四号楼", "心脏搭桥", "身后的事就照我说的办", "钱塘江", "留给医学院", "赵娜国",
    "宋洋涛", "13805710002", "孙静福", citizen_number("19720109", 921, "330502"), "周庆",
    "听力不好", "改主意的缘由", "撤回的缘由", "平海路1号", "给单于阿姨", "床头放药",
    "记错了单于阿姨",
]  # fmt: skip


def other() -> t.Revision:
    """Somebody who stays, and shares nobody with the person who goes."""
    kept = revision()
    kept.volunteer = volunteer(
        name="留下的人",
        document_number=citizen_number("19500102", 108),
        birth_date="1950-01-02",
        mobile="13900000001",
        residence_address="宁波市",
    )
    kept.kin[0].name, kept.executor.name, kept.executor.phone = "甲乙", "丙丁", "13900000002"
    for one, name, number in zip(kept.witnesses, ("戊己", "庚辛"), (321, 323), strict=True):
        one.name, one.document_number = name, citizen_number("19700301", number)
    return kept


def lived(office: Office) -> t.Revision:
    """A long life in the store: typed in pieces, printed, sealed, answered, changed, withdrawn."""
    desk = office.desk
    register.witness(desk, other())
    draft = person()
    for length in (3, 9, len(LETTER)):
        draft.intention.family_letter = LETTER[:length]
        draft = register.save_draft(desk, draft)
    kept = register.witness(desk, draft)
    office.sign(kept.record_id)
    office.answer(office.seal())
    visited(desk, kept.registration.serial)
    office.answer(office.seal())
    register.save_draft(desk, change.change(desk, kept.record_id, "改主意的缘由"))
    change.withdraw(desk, [kept.registration.serial], "撤回的缘由")
    return office.now(kept.record_id)


def visited(desk: Desk, serial: str) -> None:
    """Care visits: recorded, corrected, and half typed."""
    entry = Visit(day="2026-11-20", people="样例二", serial=serial, given="米和油")
    entry.remarks, entry.given = "单于𬭚福精神好，床头放药", "给单于阿姨的米"
    first = diary.record(desk, entry)
    diary.record(desk, diary.correct(desk, first, "记错了单于阿姨"))
    diary.save_draft(desk, Visit(serial=serial, remarks="再去看单于𬭚福"))


def token_of(desk: Desk, record_id: str) -> str:
    with desk.store.read() as session:
        return session.get_one(t.Certificate, record_id).token


def test_no_byte_of_the_person_is_left_in_the_file_its_log_or_a_backup(
    office: Office, store_folder: Path, tmp_path: Path
) -> None:
    kept = lived(office)
    texts = [*TEXTS, token_of(office.desk, kept.record_id)]
    with office.desk.store.read() as session:
        pdf = session.exec(select(t.AttachmentChunk.data)).first()
        texts.append(session.exec(select(t.Attachment.sha256)).one())
    assert pdf is not None
    before = remains.clear_pages(store_folder)
    assert remains.found(before, texts) == texts, "the search finds what is there"
    pieces = [pdf[start : start + 200] for start in range(3000, len(pdf), 997)]
    assert any(piece in before for piece in pieces)
    erase.erase(office.desk, kept.record_id, GROUND)
    for content in (
        remains.clear_pages(store_folder),
        remains.exported(store_folder, tmp_path / "after"),
    ):
        assert remains.found(content, texts) == []
        assert not any(piece in content for piece in pieces)
        assert remains.found(content, ["留下的人"]) == ["留下的人"]
    remains.backed_up(store_folder, store_folder / "backup.db")
    backup = remains.clear_pages(store_folder, "backup.db")
    assert remains.found(backup, texts) == []
    assert remains.found(backup, ["留下的人"]) == ["留下的人"]
    office.desk.close()
    assert remains.found(remains.clear_pages(store_folder), texts) == []


def test_what_sqlite_leaves_inside_pages_is_gone_after_the_file_was_rewritten(
    office: Office, store_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many people, long and short letters typed over and over, some of them erased."""
    desk, kept = office.desk, []
    for number in range(60):
        one = revision(volunteer=volunteer(name=f"人{chr(0x5000 + number)}人", document_number=""))
        one.intention.family_letter = f"第{number:04}封" * (1 + number % 7)
        kept.append(register.save_draft(desk, one))
        for step in range(3):
            place = (number * 7 + step * 5) % len(kept)
            again = kept[place]
            again.intention.family_letter = f"第{place:04}封" * (1 + (number * step * 13) % 150)
            kept[place] = register.save_draft(desk, again)
    gone = kept[::3]
    for one in gone:
        erase.erase(desk, one.record_id, GROUND)
    pages = remains.clear_pages(store_folder)
    names = [f"人{chr(0x5000 + number)}人" for number in range(0, 60, 3)]
    letters = [f"第{number:04}封" for number in range(0, 60, 3)]
    assert remains.found(pages, [*names, *letters]) == []
    assert remains.found(pages, ["第0001封"]) == ["第0001封"]


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


def test_a_visit_that_reaches_the_centre_after_the_erasure_brings_no_words(
    office: Office,
) -> None:
    kept = office.accepted()
    visited(office.desk, kept.registration.serial)
    late = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    office.answer(office.seal())
    assert take_in(office.centre, late.path).verdict == "accepted"
    with office.centre.register.read() as session:
        bodies = [entry.body for entry in session.scalars(columns(ReceivedEntry))]
    assert {body["given"] for body in bodies} == {"（已删除）"}


def test_a_recorded_visit_of_somebody_who_stays_cannot_be_emptied(office: Office) -> None:
    visited(office.desk, office.signed().registration.serial)
    for statement in (
        "UPDATE visit SET remarks = ''",
        "UPDATE visit SET reason = '', remarks = '', given = '（已删除）'",
    ):
        with refused("L02"), office.desk.store.write() as session:
            session.execute(text(statement))


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


def test_what_waits_for_a_batch_does_not_go_and_the_erasure_does(office: Office) -> None:
    kept = lived(office)
    erase.erase(office.desk, kept.record_id, GROUND)
    handed = office.seal()
    assert handed.batch.records == 1, "not the withdrawal, whose person is gone"
    taken = office.answer(handed)
    assert [(r.record_id, r.status) for r in taken.receipt.records] == [
        (kept.record_id, "accepted")
    ]
    content = b"".join(p.read_bytes() for p in office.centre.folder.rglob("*") if p.is_file())
    assert remains.found(content, TEXTS) == []


def test_a_receipt_that_comes_after_the_erasure_brings_no_certificate_back(
    office: Office, store_folder: Path
) -> None:
    kept = office.signed()
    handed = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    answer = take_in(office.centre, handed.path)
    taken = take_receipt(office.desk, answer.content)
    assert taken.receipt.records[0].certificate is not None
    with office.desk.store.read() as session:
        assert session.get(t.Certificate, kept.record_id) is None
        assert session.get_one(t.Receipt, handed.batch.batch_id).content == b""
    assert take_receipt(office.desk, answer.content).again
    old = history(office.desk, kept.record_id)[-1]
    assert old.state == "已接收"


def test_a_refused_batch_does_not_bring_the_erased_back_into_the_next_one(office: Office) -> None:
    kept = office.signed()
    handed = office.seal()
    erase.erase(office.desk, kept.record_id, GROUND)
    with office.desk.store.read() as session:
        batch = session.get_one(t.Batch, handed.batch.batch_id)
    from zjrc_desk.batches.receipt import Receipt, write_receipt

    refusal = Receipt(
        batch_id=batch.batch_id,
        point="ZJ-HZ-0001",
        generation=batch.generation,
        sequence=batch.sequence,
        manifest_sha256=batch.manifest_sha256,
        received_at=office.desk.now(),
        verdict="refused",
    )
    take_receipt(office.desk, write_receipt(refusal, office.centre.authority.signing))
    assert [e.state for e in history(office.desk, kept.record_id)] == ["已签署", "已删除"]
    assert office.seal().batch.records == 1


def test_the_sealed_file_stays_in_the_outbox_only_until_the_centre_answers(office: Office) -> None:
    kept = office.signed()
    handed = office.seal()
    outbox = office.desk.store.folder / "outbox" / handed.path.name
    erase.erase(office.desk, kept.record_id, GROUND)
    assert outbox.exists(), "the centre has not answered: the stick may be lost"
    office.answer(handed)
    assert not outbox.exists()
    with refused("B26"):
        hand_over(office.desk, handed.batch.batch_id, office.folder / "again")


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


def test_a_disk_that_is_full_while_the_file_is_rewritten_is_made_up_for_at_the_next_sign_in(
    office: Office,
    store_folder: Path,
    open_desk: Callable[[], Desk],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = office.accepted()
    with monkeypatch.context() as patch:
        patch.setattr(Store, "scrub", _full)
        with refused("D13"):
            erase.erase(office.desk, kept.record_id, GROUND)
        assert office.now(kept.record_id).kind == "erasure"
        office.desk.close()
        open_desk().close()
    before = (store_folder / "registrations.db").stat().st_size
    open_desk().close()
    assert (store_folder / "registrations.db").stat().st_size < before, "rewritten"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "scrub", lambda _: pytest.fail("it is done once"))
        open_desk()


def _full(_store: Store) -> None:
    raise StoreError("D06", "", "", detail=str(errno.ENOSPC))


MARK = "UPDATE registration SET erased = 1 WHERE record_id = :record"


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["DELETE FROM witness WHERE revision_id = :id"], "L02"),
        (["UPDATE revision SET reason = 'x' WHERE id = :id"], "L02"),
        (["UPDATE revision SET reason = '' WHERE id = :id"], "L02"),
        ([MARK, "UPDATE registration SET erased = 0 WHERE record_id = :record"], "L09"),
        (
            [MARK, "INSERT INTO volunteer SELECT * FROM kept_volunteer"],
            "L02",
        ),
        (
            [
                MARK,
                "INSERT INTO kin (revision_id, name, relation, phone, opinion, signed) "
                "VALUES (:id, 'x', '', '', '', 0)",
            ],
            "L02",
        ),
        ([MARK, "UPDATE revision SET frozen = 0 WHERE id = :id"], "L09"),
        ([MARK, "UPDATE revision SET declared_at = '2020-01-01' WHERE id = :id"], "L02"),
        ([MARK, "UPDATE revision SET reason = 'x' WHERE id = :id"], "L02"),
        ([MARK, "UPDATE revision SET staff_notes = 'x' WHERE id = :id"], "L09"),
        ([MARK, "DELETE FROM revision WHERE id = :id"], "L02"),
        (
            [MARK, "INSERT INTO consent VALUES (:id, '1', '2026-11-24')"],
            "L09",
        ),
        (
            [
                MARK,
                "INSERT INTO revision (record_id, number, kind, source, state, frozen, current, "
                "declared_at, recorded_at, recorded_by, reason, staff_notes, step, centre_reasons) "
                "VALUES (:record, 9, 'intention', 'desk', 'draft', 0, 0, '', '', '', '', '', '', "
                "'[]')",
            ],
            "L09",
        ),
        (
            ["INSERT INTO registration VALUES ('r', 's', NULL, '', 1, NULL)"],
            "L09",
        ),
    ],
)
def test_the_mark_cannot_be_used_to_change_anything(
    office: Office, statements: list[str], code: str
) -> None:
    kept = office.witnessed()
    values = {"id": kept.id, "record": kept.record_id}
    with office.desk.store.write() as session:
        session.execute(text("CREATE TABLE kept_volunteer AS SELECT * FROM volunteer"))
    with refused(code), office.desk.store.write() as session:
        for statement in statements:
            session.execute(text(statement), values)
    again = office.now(kept.record_id)
    assert (again.volunteer.name, len(again.witnesses)) == ("余淑福", 2)
    assert not again.registration.erased


def test_the_mark_leaves_nothing_of_what_was_declared_and_touches_nobody_else(
    office: Office,
) -> None:
    kept = lived(office)
    with office.desk.store.write() as session:
        session.execute(text(MARK), {"record": kept.record_id})
    with office.desk.store.read() as session:
        for table in (t.Volunteer, t.Intention, t.Executor, t.WitnessStatement, t.Consent):
            assert len(session.exec(select(table)).all()) == 1, table.__name__
        assert {w.name for w in session.exec(select(t.Witness))} == {"戊己", "庚辛"}
        assert session.exec(select(t.Letter)).all() == []
        states = {r.state for r in session.exec(select(t.Revision))}
    assert State.WITNESSED in states
