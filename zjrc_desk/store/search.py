"""What a registration is found by: one row each in the store, written with the registration.

:mod:`zjrc_desk.store.finder` holds these rows in memory, where they are compared.  Nothing else is
derived from them on disk, so whoever is forgotten here is forgotten.
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ScalarSelect, Select, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col

from zjrc_desk.registry import normalise as n
from zjrc_desk.registry.tables import Revision, SearchRow
from zjrc_desk.store.pinyin import pinyin_of

#: What is shown and compared of a person; empty in the row of somebody who was forgotten.
_TEXTS = (
    "serial", "name", "pinyin", "initials", "document_number", "mobile", "landline", "room",
    "kind", "state", "declared_at",
)  # fmt: skip


def index(session: Session, revision: Revision) -> None:
    """Bring the search row of a registration in line with its newest revision.

    State, kind, date and batch are afterwards kept in line by a trigger of the database, whichever
    statement changes them.
    """
    volunteer = revision.volunteer
    values = {
        "serial": revision.registration.serial,
        **texts_of(
            volunteer.name,
            volunteer.document_number,
            volunteer.mobile,
            volunteer.landline,
            volunteer.room,
        ),
        "kind": revision.kind,
        "state": str(revision.state),
        "declared_at": revision.declared_at,
        "batch_id": revision.batch_id,
    }
    statement = insert(SearchRow).values(
        record_id=revision.record_id, changed=_next_change(), **values
    )
    new = statement.excluded
    session.execute(
        statement.on_conflict_do_update(
            index_elements=["record_id"],
            set_={key: new[key] for key in (*values, "changed")},
            # A draft is saved at every field that is left; mostly nothing here has changed.
            where=or_(*(getattr(SearchRow, key).is_distinct_from(new[key]) for key in values)),
        )
    )


def texts_of(
    name: str, document_number: str, mobile: str, landline: str, room: str
) -> dict[str, str]:
    """The texts of a search row, from what was typed on the form."""
    name = n.normalise_name(name)
    pinyin, initials = pinyin_of(name) if name else ("", "")
    return {
        "name": name,
        "pinyin": pinyin,
        "initials": initials,
        "document_number": n.normalise_number(document_number),
        "mobile": n.normalise_phone(mobile).replace("-", ""),
        "landline": n.normalise_phone(landline).replace("-", ""),
        "room": re.sub(r"\s+", "", unicodedata.normalize("NFKC", room)),
    }


def forget(session: Session, record_id: str) -> None:
    """Take a person out of what is found: an empty row stays, with no trace of name or number.

    The store overwrites what it deletes (``secure_delete``).  Pages from before still stand in the
    write-ahead log until it is checkpointed, and in backups: that is for the erasure to see to.
    """
    session.execute(
        update(SearchRow)
        .where(col(SearchRow.record_id) == record_id)
        .values(record_id=None, batch_id=None, changed=_next_change(), **dict.fromkeys(_TEXTS, ""))
    )


def blank(session: Session, record_id: str) -> None:
    """Let a registration not be found for now; :func:`index` brings it back into the same row."""
    session.execute(
        update(SearchRow)
        .where(col(SearchRow.record_id) == record_id)
        .values(changed=_next_change(), **dict.fromkeys(_TEXTS, ""))
    )


def _next_change() -> ScalarSelect[int]:
    newest: Select[tuple[int]] = select(func.coalesce(func.max(col(SearchRow.changed)), 0) + 1)
    return newest.scalar_subquery()
