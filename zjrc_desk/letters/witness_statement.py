"""The 见证书: what the witnesses saw and vouch for (民法典 1136, 1140)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from zjrc_desk.letters.blocks import Blocks
from zjrc_desk.letters.frame import SUPERSEDED, Frame, Imprint, make_pdf, on_one_page
from zjrc_desk.letters.intention_letter import witness_checks, witness_rows
from zjrc_desk.letters.paper import Item, space
from zjrc_desk.letters.said import chinese_date
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.life import State
from zjrc_desk.registry.tables import Revision


def render(
    revision: Revision, imprint: Imprint, version: str = TEXT_VERSION, *, colleague: str = ""
) -> bytes:
    """The witnesses' statement on a frozen revision, as PDF that is not signed yet.

    Every page has a line to sign and date for each witness.  ``colleague``: the second member of
    staff who was present.  Raises LetterError as :func:`frame.make_pdf`, T06.
    """
    said = words("witness", version)
    frame = Frame(
        title=said["title"],
        numbered="登记编号",
        checked="本见证书",
        signers=tuple(f"见证人 {witness.name}" for witness in revision.witnesses),
        mark=SUPERSEDED if revision.state == State.SUPERSEDED else "",
    )
    make = partial(_items, revision, imprint.serial, said, colleague)
    return make_pdf(on_one_page(make, imprint.one_page), frame, imprint)


def _items(
    revision: Revision, serial: str, said: dict[str, Any], colleague: str, blocks: Blocks
) -> Iterator[Item]:
    person = revision.volunteer
    yield from blocks.title(said["title"])
    yield space(8)
    yield from blocks.heading(said["volunteer"])
    yield from blocks.fields(("姓名", person.name), ("性别", v.SEX.label(person.sex)))
    kind = v.DOCUMENT_TYPE.label(person.document_type)
    number = ("证件号码", person.document_number)
    yield from blocks.fields(("证件类型", kind), number, shares=(0.38, 0.62))
    yield from blocks.fields(("登记日期", chinese_date(revision.declared_at)))
    yield space(4)
    yield from blocks.heading(said["facts"])
    yield from witness_rows(blocks, revision)
    if colleague:
        yield from blocks.fields(("工作人员", colleague))
    yield space(4)
    yield from blocks.heading(said["checks"])
    yield from witness_checks(blocks, revision)
    if revision.statement.volunteer_words:
        yield space(4)
        yield from blocks.fields((said["own_words"], revision.statement.volunteer_words))
    yield space(4)
    yield from blocks.heading(said["declaration"])
    values = {"serial": serial, "number": revision.number}
    yield from blocks.clauses(*(clause.format(**values) for clause in said["clauses"]))
