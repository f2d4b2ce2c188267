"""What the rules stop, at a time that stands still, for the tests of good and bad entries."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from tests.people import revision, volunteer
from zjrc_desk.registry.rules import Circumstances, Step, problems
from zjrc_desk.registry.tables import Revision

NOW = Circumstances(datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=8))))
TODAY = NOW.today


def stops(found: Revision, step: Step = Step.WITNESS) -> set[tuple[str, str]]:
    return {p.key for p in problems(found, step, NOW) if not p.warning}


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def with_number(number: str, **changes: str) -> Revision:
    """A volunteer whose birth date and sex are those in the number."""
    values = {
        "document_number": number,
        "birth_date": f"{number[6:10]}-{number[10:12]}-{number[12:14]}",
        "sex": "1" if int(number[16]) % 2 else "2",
    }
    return revision(volunteer=volunteer(**(values | changes)))
