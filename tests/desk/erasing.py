"""Somebody with a long life in the store, to be erased, and somebody who stays."""

from __future__ import annotations

from tests.desk.conftest import Office
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import change, diary, register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import tables as t
from zjrc_desk.registry.diary_tables import Visit

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
