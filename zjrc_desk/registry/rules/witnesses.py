"""Rules on the witnesses and on what they state (民法典 1136, 1140)."""

from __future__ import annotations

from collections.abc import Iterator

from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import parse_date, parse_moment
from zjrc_desk.registry.rules.base import (
    Circumstances,
    Problem,
    field_label,
    missing,
    outside_list,
)
from zjrc_desk.registry.rules.people import kind_of_document, number_fault
from zjrc_desk.registry.rules.text import name_form, nameless, phone_problem, same_name
from zjrc_desk.registry.rules.volunteer import day_of_declaration
from zjrc_desk.registry.tables import Revision, Witness

FEWEST_WITNESSES, MOST_WITNESSES = 2, 4
#: From this age on a second member of staff is to be there, or it is written down why not.
SECOND_STAFF_AGE = 90
#: A part of an organisation's name that is shorter says nothing about which one is meant.
_TELLING_PART = 4


def number_of_witnesses(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Two to four witnesses (F04)."""
    number = len(revision.witnesses)
    if number < FEWEST_WITNESSES:
        remedy = "依法须有两位以上见证人同时在场，请补填。"
        yield Problem("F04", "witnesses", f"见证人只有 {number} 位。", remedy)
    if number > MOST_WITNESSES:
        yield Problem("F04", "witnesses", "见证人超过 4 位。", "请只保留实际签名的见证人。")


def eligible(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """Each is known by name and document, adult, and none of those close to the matter (F04)."""
    for index, witness in enumerate(revision.witnesses):
        path = f"witnesses.{index}"
        if not witness.name:
            yield nameless(f"{path}.name", "F04")
        if not witness.document_number:
            yield missing(f"{path}.document_number", "F04")
        yield from _unrelated(path, witness)
        yield from _adult(path, witness, revision, circumstances)
        yield from _different(revision, index, witness)


def _unrelated(path: str, witness: Witness) -> Iterator[Problem]:
    if not witness.relation:
        yield missing(f"{path}.relation", "F04")
    elif witness.relation in v.WITNESS_RELATION and witness.relation != v.NO_RELATION:
        yield Problem(
            "F04",
            f"{path}.relation",
            f"见证人与志愿者是“{v.WITNESS_RELATION.label(witness.relation)}”，不能作见证。",
            "请换一位与志愿者没有亲属和利害关系的见证人。",
        )


def _adult(
    path: str, witness: Witness, revision: Revision, circumstances: Circumstances
) -> Iterator[Problem]:
    born = documents.birth_date(witness.document_type, witness.document_number)
    day = day_of_declaration(revision, circumstances)
    if born and born <= circumstances.today and documents.age_on(born, day) < documents.ADULT_AGE:
        field = f"{path}.document_number"
        yield Problem("F04", field, "见证人未满 18 周岁。", "请换一位成年的见证人。")


def _different(revision: Revision, index: int, witness: Witness) -> Iterator[Problem]:
    """A witness is none of the other people on the paper.

    The same name is taken for the same person: kin and executor often come without a number, and
    a namesake as witness would put the letter in doubt as well.
    """
    number, name = witness.document_number, witness.name
    others = [
        ("志愿者本人", revision.volunteer.name, revision.volunteer.document_number),
        ("捐献执行人", revision.executor.name, revision.executor.document_number),
        *(("近亲属", relative.name, "") for relative in revision.kin),
        *(
            ("另一位见证人", other.name, other.document_number)
            for other in revision.witnesses[:index]
        ),
    ]
    for who, other_name, other_number in others:
        if same_name(name, other_name) or (number and number == other_number):
            yield Problem(
                "F04",
                f"witnesses.{index}.name",
                f"这位见证人与{who}是同一人（或同名）。",
                "请换一位见证人。",
            )
            return


def names(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The witnesses' names are names (F08)."""
    for index, witness in enumerate(revision.witnesses):
        yield from name_form(f"witnesses.{index}.name", witness.name)


def numbers(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """The witnesses' numbers are right (F01)."""
    for index, witness in enumerate(revision.witnesses):
        yield from number_fault(f"witnesses.{index}", witness, circumstances)


def lists(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Relation and kind of document are of their lists (F15)."""
    for index, witness in enumerate(revision.witnesses):
        if witness.relation and witness.relation not in v.WITNESS_RELATION:
            yield outside_list(f"witnesses.{index}.relation")
        yield from kind_of_document(f"witnesses.{index}", witness)


def phones(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The witnesses' phones look like phones (F09)."""
    for index, witness in enumerate(revision.witnesses):
        yield from phone_problem(f"witnesses.{index}.phone", witness.phone)


def of_the_house(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """A witness of the house the volunteer lives in may be said to have an interest (F04)."""
    for index, witness in enumerate(revision.witnesses):
        if any(_same_body(witness.organisation, name) for name in circumstances.organisations):
            yield Problem(
                "F04",
                f"witnesses.{index}.organisation",
                "这位见证人在本登记点或它所在的机构工作。",
                "请尽量另请一位见证人；确实没有别人的可以继续。",
            )


def _same_body(one: str, other: str) -> bool:
    """Whether two names mean one organisation: the same, or one a telling part of the other."""
    shorter, longer = sorted(("".join(one.split()), "".join(other.split())), key=len)
    return len(shorter) >= _TELLING_PART and shorter in longer


def statement(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The witnesses saw all that they have to see, and it is said where (F04).

    For a row of a list the checks stand on the printed letter and are confirmed by signing it.
    """
    if revision.source != "desk":
        return
    for value, label in v.WITNESS_CHECK.labels.items():
        if value not in revision.statement.checks:
            yield Problem("F04", "statement.checks", f"还没有确认：{label}。", "请逐项确认后勾选。")
    if any(value not in v.WITNESS_CHECK for value in revision.statement.checks):
        yield Problem("F04", "statement.checks", "见证事项不在可选的范围内。", "请重新逐项勾选。")
    if not revision.statement.place.strip():
        yield missing("statement.place", "F04")


def times(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """The witnesses were there from a time to a time on the day of the declaration (F07).

    They see the declaration made; a statement of another day is of something else.
    """
    if revision.source != "desk":
        return
    said, declared = revision.statement, parse_date(revision.declared_at)
    started, ended = parse_moment(said.started_at), parse_moment(said.ended_at)
    for path, moment in (("statement.started_at", started), ("statement.ended_at", ended)):
        if moment is None:
            yield Problem(
                "F07",
                path,
                f"{field_label(path)}没有填写或不存在。",
                "请按“年-月-日 时:分”填写，或按“现在”。",
            )
        elif moment > circumstances.wall_time:
            message = f"{field_label(path)}晚于现在。"
            yield Problem("F07", path, message, "请核对这个时间和电脑的时间。")
        elif declared and moment.date() != declared:
            message = f"{field_label(path)}不是登记日期（{declared.isoformat()}）那一天。"
            yield Problem("F07", path, message, "见证须与登记在同一天，请核对这两个日期。")
    if started and ended and ended < started:
        path = "statement.ended_at"
        yield Problem("F07", path, "见证结束时间早于开始时间。", "请核对这两个时间。")


def second_staff(revision: Revision, circumstances: Circumstances) -> Iterator[Problem]:
    """Of somebody very old two members of staff can say that the mind was clear (F16)."""
    born = parse_date(revision.volunteer.birth_date)
    day = day_of_declaration(revision, circumstances)
    if not born or documents.age_on(born, day) < SECOND_STAFF_AGE:
        return
    if revision.statement.second_staff.strip() in ("", revision.recorded_by):
        yield Problem(
            "F16",
            "statement.second_staff",
            f"志愿者已满 {SECOND_STAFF_AGE} 周岁，没有第二位工作人员在场。",
            "请填写在场的第二位工作人员的工号或姓名；确实没有的可以继续。",
        )


def own_words(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """What the volunteer said is the best proof of a clear mind (F14)."""
    if revision.source == "desk" and not revision.statement.volunteer_words.strip():
        path = "statement.volunteer_words"
        yield Problem("F14", path, "没有记下志愿者的原话。", "请尽量照原话记一两句。")
