"""Counts declarations; and for every count finds the registrations that are in it.

Both come from the same SQL, so that a figure and the list behind it can't differ.  What counts is a
*declaration*: a revision signed on paper (or a withdrawal, a refusal), by its day.  A registration
counts once in a figure, however often its declaration was corrected.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from zjrc_desk.registry import regions
from zjrc_desk.registry.life import DECLARED
from zjrc_desk.registry.vocabulary import CATEGORY_OF_ITEM, KIND
from zjrc_desk.store.declared import declared_by_erased

#: The kinds that declare something, in their order.
DECLARING = tuple(kind for kind in KIND.labels if kind != "erasure")
#: Later and earlier than any day.
_FIRST, _LAST = "", "9999-99-99"
_WITNESS_MARK = "\x1f"

_AGE = """
CAST(substr(r.declared_at, 1, 4) AS INTEGER) - CAST(substr(v.birth_date, 1, 4) AS INTEGER)
- (substr(r.declared_at, 6) < substr(v.birth_date, 6))
"""
#: One row a declaration of the period.
_COUNTED = f"""
SELECT s.slot AS slot, r.id AS revision, r.kind AS kind, r.recorded_by AS staff,
  substr(r.declared_at, 1, 7) AS month, v.sex AS sex, i.items AS items,
  CASE WHEN v.birth_date NOT LIKE '____-__-__' OR r.declared_at NOT LIKE '____-__-__' THEN ''
    WHEN {_AGE} < 60 THEN '0' WHEN {_AGE} < 70 THEN '60' WHEN {_AGE} < 80 THEN '70'
    WHEN {_AGE} < 90 THEN '80' ELSE '90' END AS age,
  county(v.residence_region, v.residence_address) AS residence,
  county(v.household_region, v.household_address) AS household
FROM revision r
JOIN searchrow s ON s.record_id = r.record_id
JOIN volunteer v ON v.revision_id = r.id
JOIN intention i ON i.revision_id = r.id
WHERE r.state IN ({", ".join(f"'{state}'" for state in sorted(DECLARED))})
  AND r.kind IN ({", ".join(f"'{kind}'" for kind in DECLARING)})
  AND r.declared_at >= :since AND r.declared_at <= :until
"""
_CATEGORIES = ", ".join(
    f"('{item}', '{category}')"
    for item, categories in CATEGORY_OF_ITEM.items()
    for category in sorted(categories)
)
#: What a figure may be divided by: the joins it needs beside ``counted``, and its value.
_PARTS: Mapping[str, tuple[str, str]] = {
    "month": ("", "month"),
    "category": (
        "JOIN json_each(counted.items) AS item "
        f"JOIN (SELECT column1 AS item, column2 AS category FROM (VALUES {_CATEGORIES})) AS part "
        "ON part.item = item.value",
        "part.category",
    ),
    "age": ("", "age"),
    "sex": ("", "sex"),
    "residence": ("", "residence"),
    "household": ("", "household"),
    "witness": (
        "JOIN witness ON witness.revision_id = counted.revision",
        f"witness.name || '{_WITNESS_MARK}' || witness.document_number",
    ),
    "staff": ("", "staff"),
}
PARTS = tuple(_PARTS)


@dataclass(frozen=True)
class Counted:
    """The registrations in one figure: those with a declaration of ``kind`` in the period.

    ``since`` and ``until``: days, both included, empty for no limit.  ``part``: empty, or one of
    :data:`PARTS` and its ``value``.
    """

    kind: str
    since: str = ""
    until: str = ""
    part: str = ""
    value: str = ""


@dataclass(frozen=True)
class Count:
    """How many registrations have that value, by kind and part (empty: all of the kind)."""

    kind: str
    part: str
    value: str
    number: int


def counts(session: Session, since: str = "", until: str = "") -> list[Count]:
    """Every figure of a period."""
    _teach_county(session)
    found = []
    # In memory, as all temporary tables are; taken back with the session's transaction.
    session.execute(text(f"CREATE TEMP TABLE counted AS {_COUNTED}"), _days(since, until))
    for part, (join, value) in {"": ("", "''"), **_PARTS}.items():
        query = f"SELECT kind, {value}, count(DISTINCT slot) FROM counted {join} GROUP BY 1, 2"
        found += [Count(kind, part, value, n) for kind, value, n in session.execute(text(query))]
    session.execute(text("DROP TABLE counted"))
    return found


def slots(session: Session, counted: Counted) -> list[int]:
    """The search rows of the registrations in one figure."""
    join, value = _PARTS[counted.part] if counted.part else ("", "''")
    query = (
        f"WITH counted AS ({_COUNTED}) SELECT DISTINCT slot FROM counted {join} "
        f"WHERE kind = :kind AND {value} = :value"
    )
    values = {"kind": counted.kind, "value": counted.value, **_days(counted.since, counted.until)}
    _teach_county(session)
    return list(session.execute(text(query), values).scalars())


def erased(session: Session, since: str = "", until: str = "") -> int:
    """Registrations with a declaration in the period whose person was erased: in no figure."""
    days = _days(since, until)
    pairs = declared_by_erased(session, days["since"], days["until"])
    return len({record_id for _, record_id in pairs})


def witness_name(value: str) -> str:
    """The name in a value of the part ``witness``."""
    return value.partition(_WITNESS_MARK)[0]


def _days(since: str, until: str) -> dict[str, str]:
    return {"since": since or _FIRST, "until": until or _LAST}


def _teach_county(session: Session) -> None:
    """SQL may ask for the county of an address."""
    driver = session.connection().connection.driver_connection
    assert driver is not None, "a session that is read has its connection"
    driver.create_function("county", 2, regions.county, deterministic=True)
