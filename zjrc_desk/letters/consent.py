"""The 个人信息处理单独同意书 (个人信息保护法 28-31): informed, voluntary, and apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from zjrc_desk.letters.blocks import Blocks
from zjrc_desk.letters.frame import Frame, Imprint, make_pdf, on_one_page
from zjrc_desk.letters.paper import Item, space
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.tables import Point, Revision

#: Whoever handles the information says how they are reached (个人信息保护法 17): else by hand.
_TO_WRITE = "_" * 16


def render(revision: Revision, imprint: Imprint, version: str = TEXT_VERSION) -> bytes:
    """The consent for the person of a revision, as PDF that is not signed yet.

    Raises LetterError as :func:`frame.make_pdf`, T06.
    """
    said = words("consent", version)
    frame = Frame(
        title=said["title"],
        numbered="登记编号",
        checked="本同意书",
        signers=("志愿者签名", "登记点经办人"),
    )
    make = partial(_items, revision, imprint.point, said)
    return make_pdf(on_one_page(make, imprint.one_page), frame, imprint)


def _items(
    revision: Revision, point: Point, said: dict[str, Any], blocks: Blocks
) -> Iterator[Item]:
    person = revision.volunteer
    yield from blocks.title(said["title"])
    yield space(8)
    kind = v.DOCUMENT_TYPE.label(person.document_type)
    yield from blocks.fields((said["person"], person.name), (kind, person.document_number))
    yield space(8)
    yield from blocks.paragraph(said["intro"])
    values = {"point": point.name, "phone": point.phone or _TO_WRITE, "centre": point.centre_name}
    for one in said["point"]:
        yield from blocks.heading(one["heading"])
        yield from blocks.paragraph(one["text"].format(**values))
    yield space(8)
    yield from blocks.paragraph(said["agree"], keep=True)
    yield space(1)
