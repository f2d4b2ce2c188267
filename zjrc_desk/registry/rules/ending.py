"""Rules on a withdrawal or refusal: whose it is, and when it was declared; nothing else is asked.

人体器官捐献和移植条例 (国务院令第 767 号): neither needs a reason, a witness or an executor; and a
refusal binds whatever the age of who declares it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules import volunteer as person
from zjrc_desk.registry.rules.base import Problem
from zjrc_desk.registry.rules.text import name_problems
from zjrc_desk.registry.tables import Revision


def ending_problems(revision: Revision, today: date) -> list[Problem]:
    """Every problem at once that stops recording it; ``today`` is the local day at the point."""
    return [*_identity(revision), *person.document_number(revision, today), *_days(revision, today)]


def _identity(revision: Revision) -> Iterator[Problem]:
    volunteer = revision.volunteer
    yield from name_problems("volunteer.name", volunteer.name, "F08")
    if not volunteer.document_number:
        yield person.missing("volunteer.document_number", "F01")
    for name, vocabulary in (("sex", v.SEX), ("document_type", v.DOCUMENT_TYPE)):
        if not getattr(volunteer, name):
            yield person.missing(f"volunteer.{name}")
        elif getattr(volunteer, name) not in vocabulary:
            yield person.outside_list(f"volunteer.{name}")
    if not volunteer.birth_date:
        yield person.missing("volunteer.birth_date")


def _days(revision: Revision, today: date) -> Iterator[Problem]:
    if not revision.declared_at:
        yield person.missing("declared_at", "F07")
    # An expired document is no reason to send somebody away who says no.
    yield from (problem for problem in person.dates(revision, today) if not problem.warning)
