"""The 变更、撤销确认书, and the confirmation that somebody refuses (明确不捐献).

What it confirms works without it (民法典 1142, 国务院令第 767 号): the paper is for the person and
the family to hold, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from zjrc_desk.letters.blocks import Blocks
from zjrc_desk.letters.frame import SUPERSEDED, Frame, Imprint, make_pdf, on_one_page
from zjrc_desk.letters.paper import Item, space
from zjrc_desk.letters.said import chinese_date
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.life import State
from zjrc_desk.registry.tables import Revision


def render(
    revision: Revision,
    earlier: Revision | None,
    imprint: Imprint,
    version: str = TEXT_VERSION,
) -> bytes:
    """The confirmation of a change, withdrawal or refusal as PDF, not signed yet.

    ``earlier``: the revision before, of which the day is named; None where there is none.  Raises
    LetterError as :func:`frame.make_pdf`, T06.
    """
    said = words("confirmation", version)
    frame = Frame(
        title=said[revision.kind]["title"],
        numbered="登记编号",
        checked="本确认书",
        signers=("本人签名", "登记点经办人"),
        mark=SUPERSEDED if revision.state == State.SUPERSEDED else "",
    )
    make = partial(_items, revision, earlier, said)
    return make_pdf(on_one_page(make, imprint.one_page), frame, imprint)


def _items(
    revision: Revision, earlier: Revision | None, said: dict[str, dict[str, str]], blocks: Blocks
) -> Iterator[Item]:
    person, mine, label = revision.volunteer, said[revision.kind], said["label"]
    day = chinese_date(revision.declared_at)
    yield from blocks.title(mine["title"])
    yield space(10)
    yield from blocks.heading(label["person"])
    yield from blocks.fields(("姓名", person.name), ("性别", v.SEX.label(person.sex)))
    kind = v.DOCUMENT_TYPE.label(person.document_type)
    document = ("证件号码", person.document_number)
    yield from blocks.fields(("证件类型", kind), document, shares=(0.38, 0.62))
    born = chinese_date(person.birth_date)
    yield from blocks.fields(("出生日期", born), ("登记日期", day))
    if earlier is not None:
        before = f"{chinese_date(earlier.declared_at)}登记的{v.KIND.label(earlier.kind)}"
        yield from blocks.fields((label["earlier"], f"{before}（第 {earlier.number} 版）"))
    yield space(6)
    yield from blocks.heading(label["statement"])
    yield from blocks.paragraph(mine["statement"].format(name=person.name, day=day))
    if revision.kind == "change":
        yield space(4)
        yield from blocks.fields(("捐献项目", v.ITEM.joined(revision.intention.items)))
        yield from blocks.fields(("捐献用途", v.USE.joined(revision.intention.uses)))
    elif revision.reason:
        yield from blocks.paragraph(f"{label['reason']}：{revision.reason}")
    yield space(6)
    yield from blocks.heading(label["clauses"])
    yield from blocks.clauses(*mine["clauses"])
