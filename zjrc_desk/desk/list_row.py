"""One row of a list as a revision, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from zjrc_desk.desk.list_columns import COLUMNS
from zjrc_desk.desk.register import new_draft, normalise
from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import normalise_number
from zjrc_desk.registry.tables import Kin, Revision, Volunteer, Witness

#: So many of the people of a registration find a place in a row.
_KIN, _WITNESSES = 1, 2


def split_values(vocabulary: v.Vocabulary, text: str) -> list[str]:
    """The values of a cell with several, in its order."""
    parts = [part.strip() for part in re.split("[;、,/\uff1b\uff0c\uff0f]", text)]
    return list(dict.fromkeys(vocabulary.value(part) for part in parts if part))


def revision_of_cells(given: Mapping[str, str], today: date) -> Revision:
    """The cells by our columns as a revision, as typed where it is none of a list's values.

    The letter that is printed from it holds the declarations of capacity and free will, the
    witnesses' confirmations and the separate consent; they are made by signing it.
    """
    cells = dict.fromkeys(COLUMNS, "") | dict(given)
    revision = new_draft()
    revision.source = "list"
    revision.declared_at = cells["登记日期"]
    volunteer = revision.volunteer
    volunteer.name = cells["姓名"]
    volunteer.sex = v.SEX.value(cells["性别"])
    volunteer.ethnicity = v.ETHNICITY.value(cells["民族"])
    volunteer.birth_date = cells["出生日期"]
    volunteer.document_type = v.DOCUMENT_TYPE.value(cells["证件类型"])
    volunteer.document_number = cells["证件号码"]
    volunteer.mobile = cells["手机"]
    volunteer.household_address = cells["户籍地址"]
    volunteer.residence_address = cells["现住址"]
    volunteer.education = v.EDUCATION.value(cells["文化程度"])
    volunteer.occupation = cells["职业"]
    intention = revision.intention
    intention.items = split_values(v.ITEM, cells["捐献项目"])
    intention.uses = split_values(v.USE, cells["用途"])
    intention.capacity_declared = intention.voluntary_declared = True
    intention.family_letter = cells["家书"]
    revision.executor.name = cells["执行人姓名"]
    revision.executor.relation = v.EXECUTOR_RELATION.value(cells["执行人关系"])
    revision.executor.phone = cells["执行人电话"]
    if any(cells[name] for name in ("亲属姓名", "亲属关系", "亲属意见")):
        revision.kin = [
            Kin(
                name=cells["亲属姓名"],
                relation=v.KIN_RELATION.value(cells["亲属关系"]),
                opinion=v.KIN_OPINION.value(cells["亲属意见"]),
            )
        ]
    revision.witnesses = [w for w in (_witness(cells, n) for n in (1, 2)) if w is not None]
    normalise(revision, today)
    _read_from_number(volunteer, given)
    return revision


def _witness(cells: Mapping[str, str], number: int) -> Witness | None:
    name, document, relation = (
        cells[f"见证人{number}{what}"] for what in ("姓名", "证件号码", "关系")
    )
    if not (name or document or relation):
        return None
    document = normalise_number(document)
    return Witness(
        name=name,
        document_type=documents.guess_type(document),
        document_number=document,
        relation=v.WITNESS_RELATION.value(relation),
    )


def _read_from_number(volunteer: Volunteer, given: Mapping[str, str]) -> None:
    """What a list has no column for is read from a number of GB 11643, as on the form.

    The number itself is checked by the rules.  A number that may be of several kinds of document
    says nothing, and the row is refused for what is missing.
    """
    number = volunteer.document_number
    if "证件类型" not in given:
        kind = documents.guess_type(number)
        volunteer.document_type = kind if documents.has_citizen_form(kind, number) else ""
    kind = volunteer.document_type
    if "性别" not in given:
        volunteer.sex = documents.sex(kind, number) or ""
    if "出生日期" not in given:
        born = documents.birth_date(kind, number)
        volunteer.birth_date = born.isoformat() if born else ""


def cells_of_revision(revision: Revision) -> dict[str, str]:
    """A revision as the cells of a list's row: :func:`revision_of_cells` the other way round.

    What a row has no place for (see :func:`left_out`) is not in it.
    """
    volunteer, intention, executor = revision.volunteer, revision.intention, revision.executor
    cells = dict.fromkeys(COLUMNS, "") | {
        "姓名": volunteer.name,
        "性别": v.SEX.label(volunteer.sex),
        "民族": v.ETHNICITY.label(volunteer.ethnicity),
        "证件类型": v.DOCUMENT_TYPE.label(volunteer.document_type),
        "证件号码": volunteer.document_number,
        "出生日期": volunteer.birth_date,
        "手机": volunteer.mobile,
        "户籍地址": volunteer.household_address,
        "现住址": volunteer.residence_address,
        "文化程度": v.EDUCATION.label(volunteer.education),
        "职业": volunteer.occupation,
        "捐献类别": _joined(v.CATEGORY, _categories(intention.items)),
        "捐献项目": _joined(v.ITEM, intention.items),
        "用途": _joined(v.USE, intention.uses),
        "执行人姓名": executor.name,
        "执行人关系": v.EXECUTOR_RELATION.label(executor.relation),
        "执行人电话": executor.phone,
        "登记日期": revision.declared_at,
        "家书": intention.family_letter,
    }
    for relative in revision.kin[:_KIN]:
        cells["亲属姓名"] = relative.name
        cells["亲属关系"] = v.KIN_RELATION.label(relative.relation)
        cells["亲属意见"] = v.KIN_OPINION.label(relative.opinion)
    for number, witness in enumerate(revision.witnesses[:_WITNESSES], 1):
        cells[f"见证人{number}姓名"] = witness.name
        cells[f"见证人{number}证件号码"] = witness.document_number
        cells[f"见证人{number}关系"] = v.WITNESS_RELATION.label(witness.relation)
    return cells


def _joined(vocabulary: v.Vocabulary, values: Iterable[str]) -> str:
    return "、".join(vocabulary.label(value) for value in values)


def _categories(items: Iterable[str]) -> list[str]:
    named = {one for item in items for one in v.CATEGORY_OF_ITEM.get(item, ())}
    return [value for value in v.CATEGORY.labels if value in named]


def left_out(revision: Revision) -> list[str]:
    """The people a row has no place for, in words; the form holds up to four witnesses."""
    counts = (
        ("亲属", len(revision.kin) - _KIN),
        ("见证人", len(revision.witnesses) - _WITNESSES),
    )
    return [f"{who}另有 {count} 人" for who, count in counts if count > 0]
