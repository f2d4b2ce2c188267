"""The 意愿书(家书): what the volunteer signs (民法典 1006, 1136).

Every page carries the signature and date lines of the volunteer and of each witness, the QR token,
the serial and the page's number of all pages.  The same revision and token give the same bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from zjrc_desk.letters import qr
from zjrc_desk.letters.blocks import (
    Cell,
    fields,
    heading,
    paragraph,
    row,
    signature_and_date,
    signing_line,
    ticked,
    title,
)
from zjrc_desk.letters.fonts import base_face, width
from zjrc_desk.letters.paper import (
    BODY_BOTTOM,
    BODY_TOP,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    Item,
    draw_text,
    paginate,
    rule,
    space,
)
from zjrc_desk.letters.texts import TEXT_VERSION, intention_letter
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.life import EDITABLE, State
from zjrc_desk.registry.normalise import parse_date
from zjrc_desk.registry.tables import Point, Revision

__all__ = ["TEXT_VERSION", "LetterContext", "render"]

#: 40 mm: a token of 420 bytes has about 2.6 dots a module at 150 dpi.
QR_SIZE = 40 * mm
_FOOT_TOP = 60 * mm
_FOOT_BOTTOM = 17 * mm
_LETTER_SIZE, _LETTER_LEAD = 14.0, 24.0
_FEWEST_WITNESSES = 2
#: A name is shorter than a kind of document with its number.
_NARROW_FIRST = (0.4, 0.6)


@dataclass(frozen=True)
class LetterContext:
    """What stands on the paper besides the revision itself; ``token``: text of the QR."""

    point: Point
    serial: str
    token: str


def render(revision: Revision, context: LetterContext) -> bytes:
    """The letter of an intention or a change as PDF, not signed yet.

    A draft has 草稿 across each page.  Raises LetterError F10 for a character no face has, P01
    where the faces are not installed.
    """
    pages = paginate(list(_content(revision, context)), BODY_TOP - BODY_BOTTOM)
    buffer = io.BytesIO()
    # invariant: no clock and no random id in the file.
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        # Else the file names a Helvetica that it neither uses nor embeds.
        initialFontName=base_face(),
    )
    canvas.setTitle(f"意愿书（家书） {context.serial}")
    canvas.setAuthor(context.point.name)
    canvas.setCreator("zjrc_desk")
    _define_qr(canvas, context.token)
    for number, items in enumerate(pages, 1):
        _watermark(canvas, revision)
        _head(canvas, context)
        top = BODY_TOP
        for item in items:
            item.draw(canvas, top)
            top -= item.height
        _foot(canvas, revision, context, number, len(pages))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _content(revision: Revision, context: LetterContext) -> Iterator[Item]:
    words = intention_letter()
    yield from title([(words["title"][revision.kind], 20.0), (words["title"]["subtitle"], 15.0)])
    yield space(6)
    yield from heading(words["heading"]["volunteer"])
    yield from _volunteer(revision)
    yield from heading(words["heading"]["intention"])
    yield from _intention(revision)
    yield from heading(words["heading"]["declaration"])
    clauses = list(words["declaration"]["clauses"])
    if revision.kind == "change":
        clauses.append(words["declaration"]["change"])
    for number, clause in enumerate(clauses, 1):
        yield from paragraph(clause, 11, 17, hanging=f"{number}. ")
    yield from heading(words["heading"]["family"])
    yield from _family(revision)
    yield from heading(words["heading"]["letter"])
    yield from _letter(revision, words["letter"]["none"])
    yield from heading(words["heading"]["witness"])
    yield from _witnesses(revision, words["witness"])
    yield from heading(words["heading"]["consent"])
    yield from paragraph(words["consent"]["text"], 11, 17, keep=True)
    yield from signing_line("志愿者签名")


def _volunteer(revision: Revision) -> Iterator[Item]:
    person = revision.volunteer
    yield from fields(("姓名", person.name), ("性别", v.SEX.label(person.sex)))
    if person.former_name:
        yield from fields(("曾用名", person.former_name))
    born = _chinese_date(person.birth_date)
    yield from fields(("出生日期", born), ("民族", v.ETHNICITY.label(person.ethnicity)))
    if person.nationality not in ("", "CHN"):
        yield from fields(("国籍", v.NATIONALITY.label(person.nationality)))
    kind = v.DOCUMENT_TYPE.label(person.document_type)
    yield from fields(("证件类型", kind), ("证件号码", person.document_number))
    yield from fields(("手机", person.mobile), ("固定电话", person.landline))
    household = f"{person.household_region}{person.household_address}"
    if household:
        yield from fields(("户籍地址", household))
    yield from fields(("现住址", f"{person.residence_region}{person.residence_address}"))


def _intention(revision: Revision) -> Iterator[Item]:
    wish = revision.intention
    yield from fields(("捐献项目", v.ITEM.joined(wish.items)))
    yield from fields(("捐献用途", v.USE.joined(wish.uses)))
    optional = (
        ("先后次序", v.PREFERENCE.label(wish.preference)),
        ("接收单位", wish.receiving_institution),
        ("骨灰安排", wish.ashes_wish),
        ("告别仪式", wish.farewell_wish),
        ("纪念署名", wish.memorial_name),
        ("已有登记", wish.prior_registration),
    )
    for label, value in optional:
        if value:
            yield from fields((label, value))
    wanted = [
        text
        for text, yes in (
            ("登记证明", wish.wants_certificate),
            ("随身卡", wish.wants_wallet_card),
            ("转介浙江遗嘱库", wish.wants_will_referral),
        )
        if yes
    ]
    if wanted:
        yield from fields(("希望得到", "、".join(wanted)))


def _family(revision: Revision) -> Iterator[Item]:
    columns = (84.0, 92.0, 92.0, 68.0, TEXT_WIDTH - 336.0)
    heads = ("近亲属姓名", "关系", "电话", "态度", "签名（到场时）")
    if revision.kin:
        header = row([Cell(h, w, label=True) for h, w in zip(heads, columns, strict=True)])
        yield from (Item(item.height, item.draw, keep=True) for item in header)
    for kin in revision.kin:
        relation, opinion = v.KIN_RELATION.label(kin.relation), v.KIN_OPINION.label(kin.opinion)
        values = (kin.name, relation, kin.phone, opinion, "")
        yield from row([Cell(t, w) for t, w in zip(values, columns, strict=True)], lowest=28)
    if not revision.kin:
        yield from paragraph("（没有记录近亲属的意见。）", 11, 17)
    yield space(6)
    executor = revision.executor
    relation = v.EXECUTOR_RELATION.label(executor.relation)
    yield from fields(("捐献执行人", executor.name), ("与志愿者", relation))
    if executor.phone or executor.document_number:
        yield from fields(("电话", executor.phone), ("证件号码", executor.document_number))
    if executor.address:
        yield from fields(("地址", executor.address))


def _letter(revision: Revision, none: str) -> Iterator[Item]:
    text = revision.intention.family_letter.strip("\n")
    if not text.strip():
        yield from paragraph(none, 11, 17)
        return
    for part in re.split(r"\r\n|[\n\r\u2028\u2029\v\f]", text):
        # Blanks that were typed to indent would indent twice.
        yield from paragraph(part.strip(), _LETTER_SIZE, _LETTER_LEAD)


def _witnesses(revision: Revision, words: dict[str, str]) -> Iterator[Item]:
    statement = revision.statement
    listed = revision.source == "list"
    yield from paragraph(words["listed"] if listed else words["intro"], 11, 17)
    yield space(3)
    for witness in revision.witnesses:
        kind = v.DOCUMENT_TYPE.label(witness.document_type)
        number = f"{kind} {witness.document_number}" if witness.document_number else ""
        yield from fields(("见证人", witness.name), ("证件", number), shares=_NARROW_FIRST)
        if witness.phone or witness.organisation:
            contact = (("电话", witness.phone), ("单位", witness.organisation))
            yield from fields(*contact, shares=_NARROW_FIRST)
    yield from fields(("见证地点", statement.place))
    yield from fields(
        ("开始时间", _chinese_time(statement.started_at)),
        ("结束时间", _chinese_time(statement.ended_at)),
    )
    if statement.volunteer_words:
        yield from fields(("志愿者的话", statement.volunteer_words))
    yield space(3)
    checks = [(label, value in statement.checks) for value, label in v.WITNESS_CHECK.labels.items()]
    for start in range(0, len(checks), 2):
        yield from ticked(*checks[start : start + 2])
    yield from paragraph(words["signing"], 11, 17, indent=0)


def _head(canvas: Any, context: LetterContext) -> None:
    y = PAGE_HEIGHT - 17 * mm
    draw_text(canvas, LEFT, y, context.point.name, 9, grey=0.25)
    mine = f"登记编号 {context.serial}"
    draw_text(canvas, LEFT + TEXT_WIDTH - width(mine, 9), y, mine, 9, grey=0.25)
    rule(canvas, LEFT, y - 5, TEXT_WIDTH, 0.4)


def _foot(canvas: Any, revision: Revision, context: LetterContext, page: int, pages: int) -> None:
    rule(canvas, LEFT, _FOOT_TOP, TEXT_WIDTH, 0.4)
    names = [witness.name for witness in revision.witnesses]
    names += [""] * (_FEWEST_WITNESSES - len(names))
    labels = ["志愿者签名", *(f"见证人 {name}" if name else "见证人签名" for name in names)]
    each = (_FOOT_TOP - _FOOT_BOTTOM - 8) / len(labels)
    length = TEXT_WIDTH - QR_SIZE - 8 - 140
    for number, label in enumerate(labels, 1):
        y = _FOOT_TOP - each * number + 4
        signature_and_date(canvas, LEFT, y, _short(label, 0.55 * length), length, 10.5)
    canvas.saveState()
    canvas.translate(LEFT + TEXT_WIDTH - QR_SIZE, _FOOT_TOP - QR_SIZE - 4)
    canvas.doForm("token")
    canvas.restoreState()
    numbers = f"第 {page} 页 共 {pages} 页"
    y = 11 * mm
    text = f"登记编号 {context.serial}\u3000扫描右侧二维码可核对本意愿书"
    draw_text(canvas, LEFT, y, text, 9)
    draw_text(canvas, LEFT + TEXT_WIDTH - width(numbers, 9), y, numbers, 9)


def _short(label: str, room: float) -> str:
    """The label, cut where a very long name would leave no line to sign on."""
    while width(label, 10.5) > room:
        label = label.removesuffix("…")[:-1] + "…"
    return label


def _define_qr(canvas: Any, token: str) -> None:
    """The symbol once for all pages."""
    canvas.beginForm("token", 0, 0, QR_SIZE, QR_SIZE)
    qr.draw(canvas, token, QR_SIZE)
    canvas.endForm()


def _watermark(canvas: Any, revision: Revision) -> None:
    if revision.state in EDITABLE:
        text = "草 稿"
    elif revision.state == State.SUPERSEDED:
        text = "已被替代"
    else:
        return
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(45)
    draw_text(canvas, -width(text, 110, True) / 2, -40, text, 110, bold=True, grey=0.88)
    canvas.restoreState()


def _chinese_date(text: str) -> str:
    """``1941-07-04`` as 1941年7月4日; what is no date as it stands."""
    day = parse_date(text)
    return f"{day.year}年{day.month}月{day.day}日" if day else text


def _chinese_time(text: str) -> str:
    day, _, time = text.partition(" ")
    return f"{_chinese_date(day)} {time}".strip()
