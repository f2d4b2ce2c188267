"""Rules on kin, executor and witnesses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import parse_date
from zjrc_desk.registry.rules.base import Problem, field_label
from zjrc_desk.registry.rules.text import name_problems, phone_problem
from zjrc_desk.registry.rules.volunteer import missing, outside_list
from zjrc_desk.registry.tables import Revision, Witness

FEWEST_WITNESSES, MOST_WITNESSES = 2, 4


def kin(revision: Revision, _today: date) -> Iterator[Problem]:
    """Each of the kin has a name, a relation and an opinion; none told at all is pointed out."""
    for index, relative in enumerate(revision.kin):
        path = f"kin.{index}"
        yield from name_problems(f"{path}.name", relative.name, "F08")
        if relative.relation not in v.KIN_RELATION:
            yield outside_list(f"{path}.relation")
        if relative.opinion not in v.KIN_OPINION:
            yield outside_list(f"{path}.opinion")
        if relative.phone and (problem := phone_problem(f"{path}.phone", relative.phone)):
            yield problem
        if relative.opinion in ("disagrees", "not_reached"):
            yield Problem(
                "F17",
                f"{path}.opinion",
                f"有亲属{v.KIN_OPINION.label(relative.opinion)}。",
                "请再作沟通；志愿者坚持的可以继续。",
                warning=True,
            )
    if not revision.kin:
        yield Problem(
            "F17", "kin", "没有登记近亲属。", "请尽量让家人知情；没有亲属的可以继续。", warning=True
        )


def executor(revision: Revision, today: date) -> Iterator[Problem]:
    """One adult executor who is not the volunteer and can be reached (F06)."""
    person, volunteer = revision.executor, revision.volunteer
    yield from name_problems("executor.name", person.name, "F06")
    if not person.relation:
        yield missing("executor.relation", "F06")
    elif person.relation not in v.EXECUTOR_RELATION:
        yield outside_list("executor.relation")
    if not person.phone:
        yield missing("executor.phone", "F06")
    elif problem := phone_problem("executor.phone", person.phone):
        yield problem
    number = person.document_number
    if number:
        yield from _number("executor", person.document_type, number, today)
    if person.name and (
        person.name == volunteer.name or (number and number == volunteer.document_number)
    ):
        yield Problem(
            "F06",
            "executor.name",
            "捐献执行人不能是志愿者本人。",
            "请另选一位能在身后联系省中心的成年人。",
        )
    born = documents.birth_date(person.document_type, number)
    if born and documents.age_on(born, today) < documents.ADULT_AGE:
        yield Problem(
            "F06", "executor.document_number", "捐献执行人未满 18 周岁。", "请另选一位成年人。"
        )


def _number(path: str, document_type: str, number: str, today: date) -> Iterator[Problem]:
    if document_type not in v.DOCUMENT_TYPE:
        yield outside_list(f"{path}.document_type")
    elif fault := documents.number_fault(document_type, number, today):
        field = f"{path}.document_number"
        yield Problem("F01", field, f"{field_label(field)}不对：{fault.message}", fault.remedy)


def witnesses(revision: Revision, today: date) -> Iterator[Problem]:
    """Two to four adult witnesses, all different, none of them close to the matter (F04)."""
    if len(revision.witnesses) < FEWEST_WITNESSES:
        yield Problem(
            "F04",
            "witnesses",
            f"见证人只有 {len(revision.witnesses)} 位。",
            "依法须有两位以上见证人同时在场，请补填。",
        )
    if len(revision.witnesses) > MOST_WITNESSES:
        yield Problem("F04", "witnesses", "见证人超过 4 位。", "请只保留实际签名的见证人。")
    for index, witness in enumerate(revision.witnesses):
        yield from _one_witness(revision, index, witness, today)
        yield from _different(revision, index, witness)


def _one_witness(
    revision: Revision, index: int, witness: Witness, today: date
) -> Iterator[Problem]:
    path = f"witnesses.{index}"
    yield from name_problems(f"{path}.name", witness.name, "F04")
    if not witness.document_number:
        yield missing(f"{path}.document_number", "F04")
    else:
        yield from _number(path, witness.document_type, witness.document_number, today)
    if witness.phone and (problem := phone_problem(f"{path}.phone", witness.phone)):
        yield problem
    if not witness.relation:
        yield missing(f"{path}.relation", "F04")
    elif witness.relation not in v.WITNESS_RELATION:
        yield outside_list(f"{path}.relation")
    elif witness.relation != v.NO_RELATION:
        yield Problem(
            "F04",
            f"{path}.relation",
            f"见证人与志愿者是“{v.WITNESS_RELATION.label(witness.relation)}”，不能作见证。",
            "请换一位与志愿者没有亲属和利害关系的见证人。",
        )
    born = documents.birth_date(witness.document_type, witness.document_number)
    day = parse_date(revision.declared_at) or today
    if born and born <= today and documents.age_on(born, day) < documents.ADULT_AGE:
        yield Problem(
            "F04",
            f"{path}.document_number",
            "见证人未满 18 周岁。",
            "请换一位成年的见证人。",
        )


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
        if (name and name == other_name) or (number and number == other_number):
            yield Problem(
                "F04",
                f"witnesses.{index}.name",
                f"这位见证人与{who}是同一人（或同名）。",
                "请换一位见证人。",
            )
            return


def statement(revision: Revision, _today: date) -> Iterator[Problem]:
    """The witnesses saw all that they have to see, at a place and time (民法典 1136).

    For a row of a list the checks stand on the printed letter and are confirmed by signing it.
    """
    if revision.source != "desk":
        return
    said = revision.statement
    for value, label in v.WITNESS_CHECK.labels.items():
        if value not in said.checks:
            yield Problem("F04", "statement.checks", f"还没有确认：{label}。", "请逐项确认后勾选。")
    if not said.place:
        yield missing("statement.place", "F04")
    started = _moment(said.started_at)
    ended = _moment(said.ended_at)
    for name, moment in (("started_at", started), ("ended_at", ended)):
        if moment is None:
            yield Problem(
                "F07",
                f"statement.{name}",
                f"{field_label('statement.' + name)}没有填写或不存在。",
                "请按“年-月-日 时：分”填写。",
            )
    if started and ended and ended < started:
        yield Problem(
            "F07", "statement.ended_at", "见证结束时间早于开始时间。", "请核对这两个时间。"
        )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - wall clock at the desk
    except ValueError:
        return None
