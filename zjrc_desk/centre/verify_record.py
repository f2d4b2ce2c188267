"""The centre's own look at a record: the registry's rules, asked again on what was received.

A point may run another version, or have been tampered with; the centre believes a signature for
who sent a record, not for what is in it.  Pure, no I/O.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from zjrc_desk.centre.in_force import ENDING, GIVING
from zjrc_desk.registry import tables as t
from zjrc_desk.registry.normalise import parse_date
from zjrc_desk.registry.rules import Circumstances, Problem, Step, problems
from zjrc_desk.registry.rules import volunteer as person_rules

#: A receipt takes at most 50 reasons.
MOST_REASONS = 50
#: A point's clock may be a day ahead without anything being wrong with a record.
_CLOCK = timedelta(days=1)


def faults(record: dict[str, Any], point: str, today: date) -> list[str]:
    """Why a record (its schema holds) can't be accepted: Chinese sentences without names or
    numbers; empty where it can.  ``today``: the centre's day of receipt.

    A withdrawal or refusal needs no reason, no witness and no executor (人体器官捐献和移植条例);
    of it only whose it is and when it was declared is asked.
    """
    found = list(_serial(record, point))
    circumstances = Circumstances(datetime.combine(today + _CLOCK, time.max))
    if record["kind"] == "erasure":
        return found
    revision = revision_of(record)
    if record["kind"] in ENDING:
        checks = (person_rules.document_number, person_rules.number_agrees, _real_day)
        asked = [p for check in checks for p in check(revision, circumstances)]
    else:
        asked = problems(revision, Step.WITNESS, circumstances)
    found += [f"{p.field}:{p.sentence()}({p.code})" for p in asked if not p.warning]
    return list(dict.fromkeys(found))[:MOST_REASONS]


def _serial(record: dict[str, Any], point: str) -> Iterator[str]:
    if not str(record["serial"]).startswith(f"{point}-"):
        yield "登记编号不是这个登记点的编号，请核对是哪个登记点的登记。(S11)"


def _real_day(revision: t.Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """A day that exists; one in the future is taken as the day of receipt, see ledger."""
    if parse_date(revision.declared_at) is None:
        yield Problem("F07", "declared_at", "登记日期不是一个存在的日期。", "请更正后重新上报。")


def revision_of(record: dict[str, Any]) -> t.Revision:
    """The record as a revision, to be read by the rules and never kept."""
    statement = dict(record["witness_statement"] or {})
    witnesses = statement.pop("witnesses", [])
    basis = statement.pop("basis", "desk")
    giving = record["kind"] in GIVING
    return t.Revision(
        record_id=record["record_id"],
        number=record["revision"],
        kind=record["kind"],
        source=basis,
        declared_at=record["declared_at"],
        recorded_at=record["recorded_at"],
        volunteer=t.Volunteer(**record["volunteer"]),
        intention=t.Intention(**(record["intention"] or {}) if giving else {}),
        executor=t.Executor(**(record["executor"] or {}) if giving else {}),
        statement=t.WitnessStatement(**statement),
        consent=t.Consent(**(record["consent"] or {}) if giving else {}),
        kin=[t.Kin(**row) for row in record["kin"] or []],
        witnesses=[t.Witness(**row) for row in witnesses],
    )
