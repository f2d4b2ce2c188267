"""Rules on the volunteer and on the day of the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import LONG_TERM, parse_date
from zjrc_desk.registry.rules.base import Problem, field_label
from zjrc_desk.registry.rules.text import name_problems, phone_problem
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


def missing(path: str, code: str = "F14") -> Problem:
    """A field that must not be empty."""
    return Problem(code, path, f"没有填写{field_label(path)}。", "请补填。")


def outside_list(path: str) -> Problem:
    """A text that is none of a closed list's values."""
    return Problem("F15", path, f"{field_label(path)}不在可选的范围内。", "请从列表中选一项。")


def person(revision: Revision, _today: date) -> Iterator[Problem]:
    """Name, sex, birth date, document and an address are there, and each is of its list."""
    volunteer = revision.volunteer
    yield from name_problems("volunteer.name", volunteer.name, "F08")
    if volunteer.former_name:
        yield from name_problems("volunteer.former_name", volunteer.former_name, "F08")
    for name in ("sex", "birth_date", "document_type", "document_number"):
        if not getattr(volunteer, name):
            code = "F01" if name == "document_number" else "F14"
            yield missing(f"volunteer.{name}", code)
    if not volunteer.ethnicity and volunteer.document_type == v.RESIDENT_ID:
        yield missing("volunteer.ethnicity")
    for name, vocabulary in _LISTS.items():
        value = getattr(volunteer, name)
        if value and value not in vocabulary:
            yield outside_list(f"volunteer.{name}")
    if not (volunteer.household_address or volunteer.residence_address):
        yield missing("volunteer.residence_address")


def document_number(revision: Revision, today: date) -> Iterator[Problem]:
    """The number has its document's form and check, and agrees with birth date and sex (F01)."""
    volunteer = revision.volunteer
    kind, number = volunteer.document_type, volunteer.document_number
    if not number or kind not in v.DOCUMENT_TYPE:
        return
    fault = documents.number_fault(kind, number, today)
    if fault:
        yield Problem("F01", "volunteer.document_number", fault.message, fault.remedy)
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


def dates(revision: Revision, today: date) -> Iterator[Problem]:
    """Birth, declaration and expiry are real days in a possible order (F07)."""
    volunteer = revision.volunteer
    born = _day("volunteer.birth_date", volunteer.birth_date)
    declared = _day("declared_at", revision.declared_at)
    for result in (born, declared):
        if isinstance(result, Problem):
            yield result
    if isinstance(born, date):
        if born > today:
            yield Problem("F07", "volunteer.birth_date", "出生日期晚于今天。", "请对照证件核对。")
        elif documents.age_on(born, today) > OLDEST:
            yield Problem(
                "F07",
                "volunteer.birth_date",
                f"按出生日期计算已超过 {OLDEST} 岁。",
                "请对照证件核对。",
            )
    if isinstance(declared, date):
        if declared > today:
            yield Problem(
                "F07", "declared_at", "登记日期晚于今天。", "请核对登记日期和电脑的时间。"
            )
        if isinstance(born, date) and declared < born:
            yield Problem("F07", "declared_at", "登记日期早于出生日期。", "请核对这两个日期。")
    yield from _expiry(volunteer.document_expires, today)


def _expiry(expires: str, today: date) -> Iterator[Problem]:
    if not expires or expires == LONG_TERM:
        return
    day = parse_date(expires)
    path = "volunteer.document_expires"
    if day is None:
        yield Problem("F07", path, "证件有效期不是一个存在的日期。", "请填截止日期，或填“长期”。")
    elif day < today:
        yield Problem(
            "F07", path, "证件已经过期。", "请提醒志愿者换证；确认本人后可以继续。", warning=True
        )


def _day(path: str, text: str) -> date | Problem | None:
    if not text:
        return None
    return parse_date(text) or Problem(
        "F07",
        path,
        f"{field_label(path)}不是一个存在的日期。",
        "请按“年-月-日”填写，例如 1941-07-04。",
    )


def declared(revision: Revision, _today: date) -> Iterator[Problem]:
    """A list states the day of the declaration; at the desk it is the day of completing (F07)."""
    if not revision.declared_at:
        yield missing("declared_at", "F07")


def adult(revision: Revision, today: date) -> Iterator[Problem]:
    """The volunteer is 18 on the day of the declaration (F02)."""
    born = parse_date(revision.volunteer.birth_date)
    day = parse_date(revision.declared_at) or today
    # A birth date after the day is an impossible date (F07), not a matter of age.
    if born and born <= day and documents.age_on(born, day) < documents.ADULT_AGE:
        yield Problem(
            "F02",
            "volunteer.birth_date",
            "志愿者登记时未满 18 周岁。",
            "依法只能登记成年人，请不要继续办理。",
        )


def phones(revision: Revision, _today: date) -> Iterator[Problem]:
    """Phones look like phones (F09); that there is none is only pointed out."""
    volunteer = revision.volunteer
    if volunteer.mobile and (
        problem := phone_problem("volunteer.mobile", volunteer.mobile, "mobile")
    ):
        yield problem
    if volunteer.landline and (
        problem := phone_problem("volunteer.landline", volunteer.landline, "landline")
    ):
        yield problem
    if not (volunteer.mobile or volunteer.landline):
        yield Problem(
            "F09",
            "volunteer.mobile",
            "没有留下志愿者的电话。",
            "有电话的请补填；确实没有的可以继续。",
            warning=True,
        )
