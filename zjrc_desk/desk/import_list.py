"""Importing a point's own list: every good row goes in, every bad row is named with its reasons."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sqlmodel import Session

from zjrc_desk.desk.list_columns import COLUMNS, mapped_fields, no_standard_header, standard_fields
from zjrc_desk.desk.list_file import ListFile, ListRow, open_list
from zjrc_desk.desk.list_form import known_fields, remember
from zjrc_desk.desk.list_row import revision_of_cells, split_values
from zjrc_desk.desk.register import circumstances, give_reason
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.life import State
from zjrc_desk.registry.rules import Force, Problem, Step, field_label, problems
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append

IMPORTED, REFUSED, UNCHANGED = "imported", "refused", "unchanged"
#: Rows a transaction: so few that the window is drawn again soon, and still a fifth of the waiting
#: for the disk.
_AT_ONCE = 5
#: Called with rows done and rows in all; 0 in all while the file is still being read.
Progress = Callable[[int, int], None]
#: The reason that is kept where a rule wants one: nobody at the desk looked at the row.
LIST_REASON = "名单导入，未逐项说明理由。"


@dataclass(frozen=True)
class ReportedProblem:
    """One reason, in the form of the report file."""

    code: str
    field: str
    message: str


#: Made-up people are no registrations; what else is wrong with their row does not matter.
_PRACTICE_ROW = ReportedProblem(
    "W18",
    "编号",
    "这一行是从练习里导出的，不是真实登记，没有导入。误在练习里录了真人的，请在这里重新登记。",
)


@dataclass(frozen=True)
class RowResult:
    """What became of one row; ``serial`` is that of the registration it is now."""

    line: int
    status: str
    serial: str = ""
    problems: list[ReportedProblem] = field(default_factory=list)


@dataclass
class ImportReport:
    """What became of a list; ``cancelled``: there were more rows, and they were left."""

    rows: list[RowResult] = field(default_factory=list)
    cancelled: bool = False

    def count(self, status: str) -> int:
        """How many rows ended so."""
        return Counter(row.status for row in self.rows)[status]

    def to_json(self) -> str:
        """``{"imported": n, "refused": n, "unchanged": n, "rows": [...]}``; no personal data."""
        content: dict[str, object] = {s: self.count(s) for s in (IMPORTED, REFUSED, UNCHANGED)}
        content["rows"] = [asdict(row) for row in self.rows]
        return json.dumps(content, ensure_ascii=False, indent=1)


def import_list(
    desk: Desk,
    path: Path,
    progress: Progress | None = None,
    *,
    mapping: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportReport:
    """Take in a list; each good row is a registration that is witnessed and waits for printing.

    ``mapping`` is ``{"their column": "our column"}`` for a list with another header; it is kept,
    and the next list with that header needs none.  The same row again adds nothing, so that a
    list can be imported again after its bad rows were corrected.  A few rows are a transaction:
    what is in when ``cancelled`` says so (or the power goes) stays in, and importing again goes on.
    Raises EntryError F12 where the file as a whole is no such list.
    """
    desk.require_entry()
    report = ImportReport()
    rows = _read(desk, path, mapping, progress, cancelled)
    report.cancelled = rows is None
    rows = rows or []
    for start in range(0, len(rows), _AT_ONCE):
        if cancelled and cancelled():
            report.cancelled = True
            break
        with desk.store.write() as session:
            some = [_import_row(desk, session, row) for row in rows[start : start + _AT_ONCE]]
        report.rows += some
        if progress:
            progress(len(report.rows), len(rows))
    return report


def _read(
    desk: Desk,
    path: Path,
    mapping: Mapping[str, str] | None,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> list[ListRow] | None:
    """All rows; None where it was cancelled meanwhile.

    The whole file is read before the first row is kept, so that half a list is never imported
    because its end is unreadable.
    """
    rows: list[ListRow] = []
    file = open_list(path)
    fields = _fields(desk, file, mapping)
    for row in file.rows(fields):
        rows.append(row)
        if progress:
            progress(len(rows), 0)
        if cancelled and cancelled():
            return None
    if mapping is not None:
        remember(desk, file.header, fields)
    return rows


def _fields(desk: Desk, file: ListFile, mapping: Mapping[str, str] | None) -> list[str]:
    """Our column for each of the file's."""
    if mapping is not None:
        return mapped_fields(file.header, mapping)
    fields = standard_fields(file.header) or known_fields(desk, file.header)
    if fields is None:
        raise no_standard_header(file.header)
    return fields


def _import_row(desk: Desk, session: Session, row: ListRow) -> RowResult:
    if row.practice and not desk.practising:
        return RowResult(row.line, REFUSED, problems=[_PRACTICE_ROW])
    digest = _digest(row)
    known = registrations.by_source(session, digest)
    if known is not None and not row.faults:
        return RowResult(row.line, UNCHANGED, known.serial)
    revision = revision_of_cells(row.cells, desk.today())
    found = _row_problems(desk, session, row, revision)
    stops = _faults(row) + [
        ReportedProblem(p.code, p.field, p.sentence())
        for p in found
        if not p.warning and p.field not in row.faults
    ]
    if stops:
        return RowResult(row.line, REFUSED, problems=stops)
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


def _faults(row: ListRow) -> list[ReportedProblem]:
    """The cells that could not be read."""
    faults = [
        ReportedProblem("F12", ours or field_label(""), fault.message + fault.remedy)
        for ours, fault in row.faults.items()
    ]
    if row.surplus:
        message = "这一行的格数比表头多。请检查是否有逗号没有加引号。"
        faults.append(ReportedProblem("F12", field_label(""), message))
    return faults


def _row_problems(desk: Desk, session: Session, row: ListRow, revision: Revision) -> list[Problem]:
    """What the rules say of the cells that could be read."""
    found = problems(revision, Step.WITNESS, circumstances(desk, session, revision))
    return found + _category_problems(row, revision)


def _digest(row: ListRow) -> str:
    cells = [row.cells.get(name, "").strip() for name in COLUMNS]
    return hashlib.sha256(json.dumps(cells, ensure_ascii=False).encode()).hexdigest()


def _category_problems(row: ListRow, revision: Revision) -> list[Problem]:
    """The list's own column 捐献类别, where it has one, must say the same as the items."""
    if "捐献类别" not in row.cells:
        return []
    stated = set(split_values(v.CATEGORY, row.cells["捐献类别"]))
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
