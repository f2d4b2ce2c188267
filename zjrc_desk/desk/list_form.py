"""Lists with another header: looking at one, and remembering what its columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from zjrc_desk.desk.list_columns import (
    header_digest,
    missing,
    repeated,
    standard_fields,
    suggest,
)
from zjrc_desk.desk.list_file import open_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.tables import ListForm
from zjrc_desk.store.audit import append

_SHOWN = 8


@dataclass(frozen=True)
class ListPreview:
    """A list as it lies there, and what its columns most likely are.

    ``suggested`` has our column, or "", for each of theirs; ``remembered``: somebody matched this
    header before, and that is what is suggested.  ``standard``: nothing needs to be matched.
    """

    header: list[str]
    rows: list[list[str]]
    encoding: str
    suggested: list[str]
    standard: bool = False
    remembered: bool = False

    def missing(self) -> list[str]:
        """The required columns that nothing is suggested for."""
        return [] if self.standard else missing(self.suggested)

    def can_match(self, column: int) -> bool:
        """Whether the column has a name of its own, so that it can be matched at all."""
        name = self.header[column]
        return bool(name) and name not in repeated(self.header)


def preview_list(desk: Desk, path: Path) -> ListPreview:
    """The header and first rows of a list, for a person to match its columns; changes nothing.

    Raises EntryError F12 for a file that is no list at all.
    """
    desk.require_entry()
    file = open_list(path)
    header, encoding = file.header, file.encoding
    first = islice((r for r in file.records if any(r.cells)), _SHOWN)
    filled = ([_shown(c) for c in r.cells] + [""] * len(header) for r in first)
    rows = [row[: len(header)] for row in filled]
    if (fields := standard_fields(header)) is not None:
        return ListPreview(header, rows, encoding, fields, standard=True)
    known = known_fields(desk, header)
    return ListPreview(
        header, rows, encoding, known or suggest(header), remembered=known is not None
    )


def _shown(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def known_fields(desk: Desk, header: Sequence[str]) -> list[str] | None:
    """How the columns of this very header were matched before; None where they never were."""
    with desk.store.read() as session:
        form = session.get(ListForm, header_digest(header))
        return None if form is None else form.columns


def remember(desk: Desk, header: Sequence[str], fields: list[str]) -> None:
    """Keep how the columns of a header were matched; the newest counts."""
    desk.require_entry()
    if known_fields(desk, header) == fields:
        return
    with desk.store.write() as session:
        session.merge(ListForm(header_sha256=header_digest(header), columns=fields))
        append(session, desk.staff.number, "list-columns", desk.now())
