"""Registrations that declared something in a period, those whose person was erased since included.

The state of what was erased before it went out does not say any more whether it was ever signed: a
draft ends in the same one.  A withdrawal or refusal is recorded signed; of the others the audit
has an entry for each signature.
"""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session

from zjrc_desk.registry.life import DECLARED, ENDING_KINDS, GIVING_KINDS, State


def _listed(values: frozenset[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))


_ERASED = f"state = '{State.ERASED}' AND declared_at >= :since AND declared_at <= :until"
_OF_KIND = f"FROM revision WHERE {_ERASED} AND kind IN"
_ENDINGS = f"SELECT kind, record_id {_OF_KIND} ({_listed(ENDING_KINDS)})"
_WISHES = f"SELECT record_id {_OF_KIND} ({_listed(GIVING_KINDS)})"
#: Each signature is of one revision, and what was never signed is the last that was entered.  The
#: plus keeps SQLite from going through all that is in those states: few were erased.
_SIGNED_WISHES = f"""
WITH wish AS (
  SELECT record_id, kind, state, declared_at,
    row_number() OVER (PARTITION BY record_id ORDER BY number) AS place
  FROM revision
  WHERE record_id IN ({_WISHES}) AND +kind IN ({_listed(GIVING_KINDS)})
    AND +state IN ({_listed(DECLARED | {State.ERASED})})
), signing AS (
  SELECT record_id, count(*) AS number FROM auditentry
  WHERE action = 'signed' AND record_id IN ({_WISHES}) GROUP BY record_id
)
SELECT kind, record_id FROM wish JOIN signing USING (record_id)
WHERE place <= signing.number AND {_ERASED}
"""
_KEPT = f"""
SELECT DISTINCT kind, record_id FROM revision
WHERE state IN ({_listed(DECLARED)}) AND declared_at >= :since AND declared_at <= :until
  AND kind IN ({_listed(GIVING_KINDS | ENDING_KINDS)})
"""
_KEPT_OF_ERASED = f"{_KEPT} AND record_id IN (SELECT record_id FROM registration WHERE erased)"


def declared(session: Session, since: str, until: str) -> set[tuple[str, str]]:
    """Kind and record id of all that was declared from one day to another, both included."""
    return _pairs(session, _KEPT, since, until) | _never_sent(session, since, until)


def declared_by_erased(session: Session, since: str, until: str) -> set[tuple[str, str]]:
    """Those of them whose person was erased since."""
    kept = _pairs(session, _KEPT_OF_ERASED, since, until)
    return kept | _never_sent(session, since, until)


def _never_sent(session: Session, since: str, until: str) -> set[tuple[str, str]]:
    """What was signed, and erased before it went to the centre."""
    endings = _pairs(session, _ENDINGS, since, until)
    return endings | _pairs(session, _SIGNED_WISHES, since, until)


def _pairs(session: Session, query: str, since: str, until: str) -> set[tuple[str, str]]:
    rows = session.execute(text(query), {"since": since, "until": until})
    return {(str(kind), str(record_id)) for kind, record_id in rows}
