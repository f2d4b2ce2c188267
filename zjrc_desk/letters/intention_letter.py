"""The 意愿书(家书): what the volunteer signs (民法典 1006, 1136).

Every page carries the signature and date lines of the volunteer and of each witness, the QR token,
the serial and the page's number of all pages.  The same revision and token give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from zjrc_desk.letters.blocks import Blocks, Cell
from zjrc_desk.letters.fonts import width
from zjrc_desk.letters.frame import DRAFT, SUPERSEDED, Frame, Imprint, make_pdf
from zjrc_desk.letters.paper import TEXT_WIDTH, Item, space
from zjrc_desk.letters.said import chinese_date, chinese_time
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.life import EDITABLE, State
from zjrc_desk.registry.tables import Revision

_FEWEST_WITNESSES = 2
#: A name is shorter than a kind of document with its number.
_NARROW_FIRST = (0.38, 0.62)


def render(revision: Revision, imprint: Imprint, version: str = TEXT_VERSION) -> bytes:
    """The letter of an intention or a change as PDF, not signed yet.

    A draft has 草稿 across each page.  Raises LetterError as :func:`frame.make_pdf`, T06.
    """
    return make_pdf(_Letter(revision, imprint, version).items(), frame_of(revision), imprint)


def frame_of(revision: Revision) -> Frame:
    """What stands around the letter on each page."""
    names = [witness.name for witness in revision.witnesses]
    names += [""] * (_FEWEST_WITNESSES - len(names))
    mark = DRAFT if revision.state in EDITABLE else ""
    return Frame(
        title="意愿书（家书）",
        numbered="登记编号",
        checked="本意愿书",
        signers=("志愿者签名", *(f"见证人 {name}" if name else "见证人签名" for name in names)),
        mark=SUPERSEDED if revision.state == State.SUPERSEDED else mark,
    )


class _Letter:
    def __init__(self, revision: Revision, imprint: Imprint, version: str) -> None:
        self._revision = revision
        self._large = imprint.large
        self._blocks = Blocks(imprint.style)
        self._words = words("intention_letter", version)

    def items(self) -> Iterator[Item]:
        blocks, said = self._blocks, self._words
        revision = self._revision
        yield from blocks.title(said["title"][revision.kind], said["title"]["subtitle"])
        yield space(6)
        yield from blocks.heading(said["heading"]["volunteer"])
        yield from self._volunteer()
        yield from blocks.heading(said["heading"]["intention"])
        yield from self._intention()
        yield from blocks.heading(said["heading"]["declaration"])
        clauses = list(said["declaration"]["clauses"])
        if revision.kind == "change":
            clauses.append(said["declaration"]["change"])
        yield from blocks.clauses(*clauses)
        yield from blocks.heading(said["heading"]["family"])
        yield from self._family()
        yield from blocks.heading(said["heading"]["letter"])
        yield from self._own_words()
        yield from blocks.heading(said["heading"]["witness"])
        yield from self._witnesses()
        yield from blocks.heading(said["heading"]["consent"])
        yield from blocks.paragraph(said["consent"]["text"], keep=not self._large)
        if not self._large:
            yield from blocks.signing_line("志愿者签名")

    def _volunteer(self) -> Iterator[Item]:
        fields, person = self._blocks.fields, self._revision.volunteer
        yield from fields(("姓名", person.name), ("性别", v.SEX.label(person.sex)))
        yield from self._known(("曾用名", person.former_name))
        born = chinese_date(person.birth_date)
        yield from fields(("出生日期", born), ("民族", v.ETHNICITY.label(person.ethnicity)))
        if person.nationality not in ("", "CHN"):
            yield from fields(("国籍", v.NATIONALITY.label(person.nationality)))
        kind = v.DOCUMENT_TYPE.label(person.document_type)
        number = ("证件号码", person.document_number)
        yield from fields(("证件类型", kind), number, shares=_NARROW_FIRST)
        yield from self._known(("手机", person.mobile), ("固定电话", person.landline))
        household = f"{person.household_region}{person.household_address}"
        yield from self._known(("户籍地址", household))
        yield from fields(("现住址", f"{person.residence_region}{person.residence_address}"))

    def _intention(self) -> Iterator[Item]:
        fields, wish = self._blocks.fields, self._revision.intention
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
        for pair in optional:
            yield from self._known(pair)
        wanted = [
            text
            for text, yes in (
                ("登记证明", wish.wants_certificate),
                ("志愿者卡", wish.wants_wallet_card),
                ("转介浙江遗嘱库", wish.wants_will_referral),
            )
            if yes
        ]
        if wanted:
            yield from fields(("希望得到", "、".join(wanted)))

    def _family(self) -> Iterator[Item]:
        blocks, revision = self._blocks, self._revision
        yield from _kin_table(blocks, revision, signed=not self._large)
        yield space(6)
        executor = revision.executor
        relation = v.EXECUTOR_RELATION.label(executor.relation)
        yield from blocks.fields(("捐献执行人", executor.name), ("与志愿者", relation))
        number = ("证件号码", executor.document_number)
        yield from self._known(("电话", executor.phone), number, shares=_NARROW_FIRST)
        yield from self._known(("地址", executor.address))

    def _known(
        self, *pairs: tuple[str, str], shares: tuple[float, float] = (0.5, 0.5)
    ) -> Iterator[Item]:
        """A row of what was told: nothing can be written into it once it is signed."""
        told = [pair for pair in pairs if pair[1]]
        if told:
            yield from self._blocks.fields(*told, shares=shares)

    def _own_words(self) -> Iterator[Item]:
        text = self._revision.intention.family_letter
        if not text.strip():
            yield from self._blocks.paragraph(self._words["letter"]["none"])
            return
        yield from self._blocks.letter(text)
        yield space(4, keep=True)
        yield from self._blocks.at_right(self._revision.volunteer.name, "kai")
        day = self._blocks.at_right(chinese_date(self._revision.declared_at), "kai")
        yield from (Item(item.height, item.draw) for item in day)

    def _witnesses(self) -> Iterator[Item]:
        blocks, revision = self._blocks, self._revision
        said, statement = self._words["witness"], revision.statement
        yield from blocks.paragraph(said["listed" if revision.source == "list" else "intro"])
        yield space(3)
        yield from witness_rows(blocks, revision)
        if statement.volunteer_words:
            yield from blocks.fields(("志愿者的话", statement.volunteer_words))
        yield space(3)
        yield from witness_checks(blocks, revision)
        yield from blocks.paragraph(said["signing"], indent=0)


def _kin_table(blocks: Blocks, revision: Revision, *, signed: bool) -> Iterator[Item]:
    if not revision.kin:
        yield from blocks.paragraph("（没有记录近亲属的意见。）")
        return
    heads = ["近亲属姓名", "关系", "电话", "态度", "签名（到场时）"]
    columns = [84.0, 88.0, 92.0, 68.0]
    if not signed:
        heads, columns = heads[:-1], [116.0, 104.0, 130.0]
    columns.append(TEXT_WIDTH - sum(columns))
    head = blocks.head_row([Cell(h, w) for h, w in zip(heads, columns, strict=True)])
    yield from head
    for kin in revision.kin:
        relation, opinion = v.KIN_RELATION.label(kin.relation), v.KIN_OPINION.label(kin.opinion)
        values = [kin.name, relation, kin.phone, opinion, ""][: len(heads)]
        cells = [Cell(text, w) for text, w in zip(values, columns, strict=True)]
        yield from blocks.row(cells, lowest=28, head=head)


def witness_rows(blocks: Blocks, revision: Revision) -> Iterator[Item]:
    """Who witnessed, where and when."""
    for witness in revision.witnesses:
        kind = v.DOCUMENT_TYPE.label(witness.document_type)
        number = f"{kind} {witness.document_number}" if witness.document_number else ""
        yield from blocks.fields(("见证人", witness.name), ("证件", number), shares=_NARROW_FIRST)
        if witness.phone or witness.organisation:
            contact = (("电话", witness.phone), ("单位", witness.organisation))
            yield from blocks.fields(*contact, shares=_NARROW_FIRST)
    statement = revision.statement
    yield from blocks.fields(("见证地点", statement.place))
    yield from blocks.fields(
        ("开始时间", chinese_time(statement.started_at)),
        ("结束时间", chinese_time(statement.ended_at)),
    )


def witness_checks(blocks: Blocks, revision: Revision) -> Iterator[Item]:
    """What the witnesses confirm, side by side as far as it fits."""
    done = revision.statement.checks
    checks = [(label, value in done) for value, label in v.WITNESS_CHECK.labels.items()]
    half = TEXT_WIDTH / 2 - 2 * blocks.style.cell
    each = 2 if all(width(text, blocks.style.cell) < half for text, _ in checks) else 1
    for start in range(0, len(checks), each):
        last = start + each >= len(checks)
        yield from blocks.ticked(*checks[start : start + each], keep=last)
