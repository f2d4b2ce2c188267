"""Rules on the volunteer and on the day of the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import LONG_TERM, parse_date
from zjrc_desk.registry.rules.base import (
    Circumstances,
    Problem,
    field_label,
    missing,
    outside_list,
)
from zjrc_desk.registry.rules.text import name_form, nameless, phone_problem
from zjrc_desk.registry.tables import Revision

OLDEST = 130

_LISTS = {
    "sex": v.SEX,
    "ethnicity": v.ETHNICITY,
    "document_type": v.DOCUMENT_TYPE,
    "education": v.EDUCATION,
    "political_status": v.POLITICAL_STATUS,
    "marital_status": v.MARITAL_STATUS,
    "blood_type": v.BLOOD_TYPE,
}


def name(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The volunteer has a name as it may stand in a document (F08)."""
    volunteer = revision.volunteer
    if not volunteer.name:
        yield nameless("volunteer.name", "F08")
    yield from name_form("volunteer.name", volunteer.name)
    yield from name_form("volunteer.former_name", volunteer.former_name)


def required(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Sex, birth date, kind of document, ethnicity and an address are there (F14)."""
    volunteer = revision.volunteer
    for field in ("sex", "birth_date", "document_type"):
        if not getattr(volunteer, field):
            yield missing(f"volunteer.{field}")
    if not volunteer.ethnicity and volunteer.document_type == v.RESIDENT_ID:
        yield missing("volunteer.ethnicity")
    if not (volunteer.household_address.strip() or volunteer.residence_address.strip()):
        yield missing("volunteer.residence_address")


def lists(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """What is chosen is of its list (F15)."""
    for field, vocabulary in _LISTS.items():
        value = getattr(revision.volunteer, field)
        if value and value not in vocabulary:
            yield outside_list(f"volunteer.{field}")


def document_number(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """The number is there and has its document's form and check (F01)."""
    kind, number = revision.volunteer.document_type, revision.volunteer.document_number
    if not number:
        yield missing("volunteer.document_number", "F01")
    elif kind in v.DOCUMENT_TYPE and (
        fault := documents.number_fault(kind, number, circumstances.today)
    ):
        yield Problem("F01", "volunteer.document_number", fault.message, fault.remedy)


def number_agrees(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """A right number says the same of birth date and sex as the form does (F01)."""
    volunteer = revision.volunteer
    kind, number = volunteer.document_type, volunteer.document_number
    if documents.number_fault(kind, number, circumstances.today):
        return
    born, sex = documents.birth_date(kind, number), documents.sex(kind, number)
    stated = parse_date(volunteer.birth_date)
    if born and stated and born != stated:
        yield Problem(
            "F01",
            "volunteer.birth_date",
            "出生日期与证件号码不一致。",
            "请对照证件核对出生日期和号码。",
        )
    if sex and volunteer.sex in v.SEX and sex != volunteer.sex:
        yield Problem(
            "F01", "volunteer.sex", "性别与证件号码不一致。", "请对照证件核对性别和号码。"
        )


def dates(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """Birth, declaration and expiry are real days in a possible order (F07)."""
    volunteer, today = revision.volunteer, circumstances.today
    born = parse_date(volunteer.birth_date)
    declared = parse_date(revision.declared_at)
    for path, text in (
        ("volunteer.birth_date", volunteer.birth_date),
        ("declared_at", revision.declared_at),
    ):
        if text and parse_date(text) is None:
            yield _no_day(path)
    if born and born > today:
        yield Problem("F07", "volunteer.birth_date", "出生日期晚于今天。", "请对照证件核对。")
    elif born and documents.age_on(born, today) > OLDEST:
        yield Problem(
            "F07",
            "volunteer.birth_date",
            f"按出生日期计算已超过 {OLDEST} 岁。",
            "请对照证件核对。",
        )
    if declared and declared > today:
        yield Problem("F07", "declared_at", "登记日期晚于今天。", "请核对登记日期和电脑的时间。")
    if born and declared and declared < born:
        yield Problem("F07", "declared_at", "登记日期早于出生日期。", "请核对这两个日期。")
    expires = volunteer.document_expires
    if expires and expires != LONG_TERM and parse_date(expires) is None:
        path = "volunteer.document_expires"
        yield Problem("F07", path, "证件有效期不是一个存在的日期。", "请填截止日期，或填“长期”。")


def _no_day(path: str) -> Problem:
    return Problem(
        "F07",
        path,
        f"{field_label(path)}不是一个存在的日期。",
        "请按“年-月-日”填写，例如 1941-07-04。",
    )


def expired(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """The document is still valid (F07); the person behind an old one is the same."""
    day = parse_date(revision.volunteer.document_expires)
    if day and day < circumstances.today:
        path = "volunteer.document_expires"
        yield Problem("F07", path, "证件已经过期。", "请提醒志愿者换证；确认是本人后可以继续。")


def declared(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """A list states the day of the declaration (F07); at the desk it is the day of completing."""
    if not revision.declared_at and revision.source == "list":
        yield missing("declared_at", "F07")


def day_of_declaration(revision: Revision, circumstances: Circumstances) -> date:
    """The day on which ages count: that of the declaration, today until it is known."""
    return parse_date(revision.declared_at) or circumstances.today


def adult(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """The volunteer is 18 on the day of the declaration (F02)."""
    born = parse_date(revision.volunteer.birth_date)
    day = day_of_declaration(revision, circumstances)
    # A birth date after the day is an impossible date (F07), not a matter of age.
    if born and born <= day and documents.age_on(born, day) < documents.ADULT_AGE:
        yield Problem(
            "F02",
            "volunteer.birth_date",
            "志愿者登记时未满 18 周岁。",
            "依法只能登记成年人，请不要继续办理。",
        )


def same_person(_revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """One person has one registration at a point; it is changed, not made again (F03)."""
    if circumstances.registered:
        yield Problem(
            "F03",
            "volunteer.document_number",
            "这位志愿者在本登记点已经登记过。",
            "请打开已有的登记，在那里办理变更或撤销。",
        )


def phones(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Phones look like phones (F09)."""
    for kind in ("mobile", "landline"):
        yield from phone_problem(f"volunteer.{kind}", getattr(revision.volunteer, kind), kind)


def no_phone(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Somebody without any phone is hard to reach (F09)."""
    if not (revision.volunteer.mobile or revision.volunteer.landline):
        path = "volunteer.mobile"
        message = "没有留下志愿者的电话。"
        yield Problem("F09", path, message, "有电话的请补填；确实没有的可以继续。")
