"""Exporting what was found as XLSX: the columns on the screen and those an import reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from zjrc_desk.desk.find import Query, Summary, find
from zjrc_desk.desk.list_columns import COLUMNS
from zjrc_desk.desk.list_row import cells_of_revision, left_out
from zjrc_desk.desk.outside import write_outside
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.write_workbook import MOST_IN_CELL, workbook
from zjrc_desk.registry.life import STATE_LABEL
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append

#: What a list on the screen shows and an import does not read; its own columns follow.
SHOWN = ("编号", "种类", "状态", "房间")
#: What stands in no column of its row.
LEFT_OUT = "未列出"
HEADER = (*SHOWN, *COLUMNS, LEFT_OUT)
_ALL = 1_000_000_000
_EVERYTHING = Query()
_AT_ONCE = 200


def chosen(desk: Desk, query: Query) -> Sequence[Summary]:
    """Everything the list shows for that question, without its limit."""
    return find(desk, query, 0, _ALL).lines


def export_list(
    desk: Desk,
    path: Path,
    query: Query = _EVERYTHING,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write what is found to an XLSX that ``import_list`` can read again; returns the rows.

    The file is not encrypted; it is written whole or not at all, for its owner only (mode 0600).
    Every cell is a text, whatever it begins with.  The act is recorded, with the number of rows,
    before the file exists: better an entry too many than a copy nobody knows of.  What
    ``progress(done, total)`` raises stops the work, and nothing is written or recorded.  Raises
    AccessError A01 for an auditor, StoreError D06, D07.
    """
    desk.require_entry()
    found = chosen(desk, query)
    content = workbook(HEADER, _rows(desk, found, progress), desk.marked("登记列表"))
    with desk.store.write() as session:
        append(session, desk.staff.number, "export", desk.now(), f"rows:{len(found)}")
    write_outside(path, content)
    return len(found)


def _rows(
    desk: Desk, found: Sequence[Summary], progress: Callable[[int, int], None] | None
) -> Iterator[list[str]]:
    with desk.store.read() as session:
        for start in range(0, len(found), _AT_ONCE):
            ids = [one.record_id for one in found[start : start + _AT_ONCE]]
            for revision in registrations.currents(session, ids):
                yield _row(revision)
            # What was written is not needed again, and a large list would fill the memory.
            session.expunge_all()
            if progress:
                progress(start + len(ids), len(found))


def _row(revision: Revision) -> list[str]:
    cells = cells_of_revision(revision)
    lacking = left_out(revision)
    for name, text in cells.items():
        if len(text.encode("utf-16-le")) // 2 > MOST_IN_CELL:
            # Half a letter would look like a whole one.
            cells[name] = ""
            lacking.append(f"{name}太长")
    shown = (
        revision.registration.serial,
        KIND.label(revision.kind),
        STATE_LABEL.get(revision.state, revision.state),
        revision.volunteer.room,
    )
    return [*shown, *(cells[name] for name in COLUMNS), "；".join(lacking)]
