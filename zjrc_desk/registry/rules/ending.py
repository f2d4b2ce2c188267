"""Rules on a withdrawal or refusal: whose it is, and when it was declared; nothing else is asked.

人体器官捐献和移植条例 (国务院令第 767 号): neither needs a reason, a witness or an executor; and a
refusal binds whatever the age of who declares it.  Nor is an expired document a reason to send
somebody away who says no.
"""

from __future__ import annotations

from collections.abc import Iterator

from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules import volunteer as person
from zjrc_desk.registry.rules.base import Circumstances, Problem, missing, outside_list
from zjrc_desk.registry.tables import Revision

_CHECKS = (person.name, person.document_number, person.number_agrees, person.dates)


def ending_problems(revision: Revision, circumstances: Circumstances) -> list[Problem]:
    """Every problem at once that stops recording it."""
    found = [problem for check in _CHECKS for problem in check(revision, circumstances)]
    return found + list(_identity(revision))


def _identity(revision: Revision) -> Iterator[Problem]:
    volunteer = revision.volunteer
    for name, vocabulary in (("sex", v.SEX), ("document_type", v.DOCUMENT_TYPE)):
        if not getattr(volunteer, name):
            yield missing(f"volunteer.{name}")
        elif getattr(volunteer, name) not in vocabulary:
            yield outside_list(f"volunteer.{name}")
    if not revision.declared_at:
        yield missing("declared_at", "F07")
    if not volunteer.birth_date:
        yield missing("volunteer.birth_date")
