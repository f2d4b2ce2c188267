"""Importing a point's own list: every good row goes in, every bad row is named with its reasons."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sqlmodel import Session

from zjrc_desk.desk.list_file import COLUMNS, ListRow, read_list
from zjrc_desk.desk.register import circumstances, give_reason, new_draft, normalise
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.life import State
from zjrc_desk.registry.normalise import normalise_number
from zjrc_desk.registry.rules import Force, Problem, Step, problems
from zjrc_desk.registry.tables import Kin, Revision, Witness
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append

IMPORTED, REFUSED, UNCHANGED = "imported", "refused", "unchanged"
#: The reason that is kept where a rule wants one: nobody at the desk looked at the row.
LIST_REASON = "名单导入，未逐项说明理由。"


@dataclass(frozen=True)
class ReportedProblem:
    """One reason, in the form of the report file."""

    code: str
    field: str
    message: str


@dataclass(frozen=True)
class RowResult:
    """What became of one row; ``serial`` is that of the registration it is now."""

    line: int
    status: str
    serial: str = ""
    problems: list[ReportedProblem] = field(default_factory=list)


@dataclass
class ImportReport:
    """What became of a list."""

    rows: list[RowResult] = field(default_factory=list)

    def count(self, status: str) -> int:
        """How many rows ended so."""
        return Counter(row.status for row in self.rows)[status]

    def to_json(self) -> str:
        """``{"imported": n, "refused": n, "unchanged": n, "rows": [...]}``; no personal data."""
        content: dict[str, object] = {s: self.count(s) for s in (IMPORTED, REFUSED, UNCHANGED)}
        content["rows"] = [asdict(row) for row in self.rows]
        return json.dumps(content, ensure_ascii=False, indent=1)


def import_list(
    desk: Desk, path: Path, progress: Callable[[int, int], None] | None = None
) -> ImportReport:
    """Take in a list; each good row is a registration that is witnessed and waits for printing.

    The same row again adds nothing, so that a list can be imported again after its bad rows were
    corrected.  Raises EntryError F12 where the file as a whole is no such list.
    """
    desk.require_entry()
    rows = list(read_list(path))
    report = ImportReport()
    for done, row in enumerate(rows, 1):
        report.rows.append(_import_row(desk, row))
        if progress:
            progress(done, len(rows))
    return report


def _import_row(desk: Desk, row: ListRow) -> RowResult:
    digest = _digest(row)
    with desk.store.write() as session:
        known = registrations.by_source(session, digest)
        if known is not None:
            return RowResult(row.line, UNCHANGED, known.serial)
        revision = revision_of_row(row)
        normalise(revision, desk.today())
        found = _row_problems(desk, session, row, revision)
        if stops := [problem for problem in found if not problem.warning]:
            reported = [ReportedProblem(p.code, p.field, p.sentence()) for p in stops]
            return RowResult(row.line, REFUSED, problems=reported)
        for problem in found:
            if problem.force is Force.REASON:
                give_reason(desk, revision, *problem.key, LIST_REASON)
        return RowResult(row.line, IMPORTED, _keep(desk, session, revision, digest))


def _keep(desk: Desk, session: Session, revision: Revision, digest: str) -> str:
    now = desk.now()
    registration = registrations.start(session, now, digest)
    revision.record_id = registration.record_id
    revision.recorded_at = now.isoformat(timespec="seconds")
    revision.recorded_by = desk.staff.number
    kept = registrations.keep(session, revision)
    kept.state, kept.frozen = State.WITNESSED, True
    append(session, desk.staff.number, "import", now, registration.record_id)
    return registration.serial


def _row_problems(desk: Desk, session: Session, row: ListRow, revision: Revision) -> list[Problem]:
    found = problems(revision, Step.WITNESS, circumstances(desk, session, revision))
    found += _category_problems(row, revision)
    if row.surplus:
        found.append(Problem("F12", "", "这一行的格数比表头多。", "请检查是否有逗号没有加引号。"))
    return found


def _digest(row: ListRow) -> str:
    cells = [row.cells[name] for name in COLUMNS]
    return hashlib.sha256(json.dumps(cells, ensure_ascii=False).encode()).hexdigest()


def _split(text: str) -> list[str]:
    return [part.strip() for part in re.split("[;、,/\uff1b\uff0c\uff0f]", text) if part.strip()]


def _values(vocabulary: v.Vocabulary, text: str) -> list[str]:
    return list(dict.fromkeys(vocabulary.value(part) for part in _split(text)))


def _category_problems(row: ListRow, revision: Revision) -> list[Problem]:
    """The list's own column 捐献类别 must say the same as the items."""
    stated = set(_values(v.CATEGORY, row.cells["捐献类别"]))
    items = [item for item in revision.intention.items if item in v.ITEM]
    if not stated or stated - set(v.CATEGORY.labels):
        message = "捐献类别没有填写，或不在可选的范围内。"
        return [Problem("F05", "intention.categories", message, "请填遗体、器官、组织或角膜。")]
    covered = all(v.CATEGORY_OF_ITEM[item] & stated for item in items)
    named = frozenset().union(*(v.CATEGORY_OF_ITEM[item] for item in items))
    if items and (not covered or not stated <= named):
        message = "捐献类别与捐献项目不一致。"
        return [Problem("F05", "intention.categories", message, "请问清志愿者后更正其中一项。")]
    return []


def revision_of_row(row: ListRow) -> Revision:
    """The row as a revision, as typed where it is none of a list's values.

    The letter that is printed from it holds the declarations of capacity and free will, the
    witnesses' confirmations and the separate consent; they are made by signing it.
    """
    cells = row.cells
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
    intention.items = _values(v.ITEM, cells["捐献项目"])
    intention.uses = _values(v.USE, cells["用途"])
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
    return revision


def _witness(cells: dict[str, str], number: int) -> Witness | None:
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
