"""Rules on kin and executor."""

from __future__ import annotations

from collections.abc import Iterator

from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules.base import (
    Circumstances,
    Problem,
    field_label,
    missing,
    outside_list,
)
from zjrc_desk.registry.rules.text import name_form, nameless, phone_problem, same_name
from zjrc_desk.registry.tables import Executor, Kin, Revision, Witness


def kin_names(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Each of the kin has a name (F08)."""
    for index, relative in enumerate(revision.kin):
        if not relative.name:
            yield nameless(f"kin.{index}.name", "F08")
        yield from name_form(f"kin.{index}.name", relative.name)


def executor_name(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The executor's name is a name (F08); an organisation's may be any text."""
    if revision.executor.relation != v.ORGANISATION:
        yield from name_form("executor.name", revision.executor.name)


def lists(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Relations, opinions and kinds of documents are of their lists (F15)."""
    for index, relative in enumerate(revision.kin):
        if relative.relation not in v.KIN_RELATION:
            yield outside_list(f"kin.{index}.relation")
        if relative.opinion not in v.KIN_OPINION:
            yield outside_list(f"kin.{index}.opinion")
    person = revision.executor
    if person.relation and person.relation not in v.EXECUTOR_RELATION:
        yield outside_list("executor.relation")
    yield from kind_of_document("executor", person)


def kind_of_document(path: str, person: Executor | Witness) -> Iterator[Problem]:
    """F15 where there is a number, and of what document is not said."""
    if person.document_number and person.document_type not in v.DOCUMENT_TYPE:
        yield outside_list(f"{path}.document_type")


def phones(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Phones of kin and executor look like phones (F09)."""
    for index, relative in enumerate(revision.kin):
        yield from phone_problem(f"kin.{index}.phone", relative.phone)
    yield from phone_problem("executor.phone", revision.executor.phone)


def kin_opinions(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Kin who are against it, or could not be told, may refuse later (F17)."""
    for index, relative in enumerate(revision.kin):
        if relative.opinion in ("disagrees", "not_reached"):
            yield Problem(
                "F17",
                f"kin.{index}.opinion",
                f"有亲属{v.KIN_OPINION.label(relative.opinion)}。",
                "请再作沟通；志愿者坚持的可以继续。",
            )


def kin_is_the_volunteer(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Nobody is kin of themselves (F23): the same name and phone, or the same name and no relation
    that kin may have.  Kin come without a number."""
    for index, relative in enumerate(revision.kin):
        if _clearly_the_volunteer(relative, revision):
            yield Problem(
                "F23",
                f"kin.{index}.name",
                "近亲属与志愿者是同一人。",
                "请填亲属本人的姓名和电话；没有亲属的把这一位清空。",
            )


def kin_of_the_same_name(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Kin of the volunteer's very name are rare, and more often a slip (F24)."""
    for index, relative in enumerate(revision.kin):
        same = same_name(relative.name, revision.volunteer.name)
        if same and not _clearly_the_volunteer(relative, revision):
            yield Problem(
                "F24",
                f"kin.{index}.name",
                "近亲属与志愿者同名。",
                "请核对是不是填成了本人；确是同名亲属的可以继续。",
            )


def _clearly_the_volunteer(relative: Kin, revision: Revision) -> bool:
    volunteer = revision.volunteer
    phones = {volunteer.mobile, volunteer.landline} - {""}
    nonsense = relative.relation not in v.KIN_RELATION
    return same_name(relative.name, volunteer.name) and (nonsense or relative.phone in phones)


def no_kin(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """A family that was never told refuses later (F17)."""
    if not revision.kin:
        remedy = "请尽量让家人知情；没有亲属的可以继续。"
        yield Problem("F17", "kin", "没有登记近亲属。", remedy)


def executor(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """One adult executor who is not the volunteer and can be reached (F06)."""
    person, volunteer = revision.executor, revision.volunteer
    if not person.name:
        yield nameless("executor.name", "F06")
    for field in ("relation", "phone"):
        if not getattr(person, field):
            yield missing(f"executor.{field}", "F06")
    number = person.document_number
    if same_name(person.name, volunteer.name) or (
        person.name and number and number == volunteer.document_number
    ):
        yield Problem(
            "F06",
            "executor.name",
            "捐献执行人不能是志愿者本人。",
            "请另选一位能在身后联系省中心的成年人。",
        )
    born = documents.birth_date(person.document_type, number)
    today = circumstances.today
    if born and born <= today and documents.age_on(born, today) < documents.ADULT_AGE:
        yield Problem(
            "F06", "executor.document_number", "捐献执行人未满 18 周岁。", "请另选一位成年人。"
        )


def executor_number(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """The executor's number, where one is given, is right (F01)."""
    yield from number_fault("executor", revision.executor, circumstances)


def number_fault(
    path: str, person: Executor | Witness, circumstances: Circumstances
) -> Iterator[Problem]:
    """F01 where a number that is given is not one of its kind of document."""
    kind, number = person.document_type, person.document_number
    if not number or kind not in v.DOCUMENT_TYPE:
        return
    if fault := documents.number_fault(kind, number, circumstances.today):
        field = f"{path}.document_number"
        yield Problem("F01", field, f"{field_label(field)}不对：{fault.message}", fault.remedy)
