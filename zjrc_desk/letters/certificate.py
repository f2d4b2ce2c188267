"""The 登记证明: that the provincial centre took the registration in; its QR is the centre's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from zjrc_desk.letters.blocks import Blocks
from zjrc_desk.letters.frame import Frame, Imprint, make_pdf, on_one_page
from zjrc_desk.letters.paper import Item, space
from zjrc_desk.letters.said import chinese_date
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.tables import Revision

_SHOWN_AT_START, _SHOWN_AT_END = 4, 4


@dataclass(frozen=True)
class Issued:
    """The centre's certificate: its number and the day in its token."""

    number: str
    day: date


def render(
    revision: Revision, issued: Issued, imprint: Imprint, version: str = TEXT_VERSION
) -> bytes:
    """The certificate of an accepted revision, as PDF that is not signed yet.

    ``imprint.token`` is the centre's.  Raises LetterError as :func:`frame.make_pdf`, T06.
    """
    said = words("certificate", version)
    frame = Frame(
        title=said["title"],
        numbered="登记编号",
        checked="本证明",
        aside=(f"{said['number']}　{issued.number}", "登记点（盖章）"),
    )
    make = partial(_items, revision, issued, imprint, said)
    return make_pdf(on_one_page(make, imprint.one_page), frame, imprint)


def masked(number: str) -> str:
    """A document number with its middle hidden: whoever holds paper and document can compare."""
    hidden = len(number) - _SHOWN_AT_START - _SHOWN_AT_END
    if hidden <= 0:
        return "*" * len(number)
    return number[:_SHOWN_AT_START] + "*" * hidden + number[-_SHOWN_AT_END:]


def _items(
    revision: Revision, issued: Issued, imprint: Imprint, said: dict[str, Any], blocks: Blocks
) -> Iterator[Item]:
    person, point = revision.volunteer, imprint.point
    yield from blocks.title(said["title"])
    yield space(8)
    values = {
        "name": person.name,
        "sex": v.SEX.label(person.sex),
        "born": chinese_date(person.birth_date),
        "centre": point.centre_name,
    }
    yield from blocks.paragraph(said["statement"].format(**values))
    yield space(6)
    yield from blocks.heading(said["facts"])
    document = v.DOCUMENT_TYPE.label(person.document_type)
    yield from blocks.fields(("证件", f"{document} {masked(person.document_number)}"))
    yield from blocks.fields(("捐献项目", v.ITEM.joined(revision.intention.items)))
    yield from blocks.fields(("捐献用途", v.USE.joined(revision.intention.uses)))
    yield from blocks.fields(("登记编号", imprint.serial))
    day = chinese_date(revision.declared_at)
    yield from blocks.fields(("登记日期", day), (said["number"], issued.number))
    yield from blocks.fields(("登记点", point.name))
    if point.centre_phone:
        yield from blocks.fields(("省中心电话", point.centre_phone))
    yield space(6)
    # Who issued it is not parted from what they issued.
    yield from blocks.clauses(*said["clauses"], keep=True)
    yield space(6, keep=True)
    yield from blocks.at_right(point.centre_name + said["issued"])
    yield from blocks.at_right(chinese_date(issued.day.isoformat()))
    yield space(1)
