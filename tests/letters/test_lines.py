"""How lines are broken and pages turned: punctuation, numbers, headings, signatures, odd names."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.letters.samples import POINT, SERIAL, TOKEN, declared
from tests.people import citizen_number, volunteer
from zjrc_desk.letters import certificate, intention_letter, wallet_card
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.letters.lines import break_lines
from zjrc_desk.letters.paper import LEFT, TEXT_WIDTH, Item, justified, paginate
from zjrc_desk.letters.texts import words
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.tables import Kin, Witness

_HAN = st.text(st.sampled_from("捐献意愿家书孩子们中心登记"), min_size=1, max_size=12)
_CLOSED = st.sampled_from(["，", "。", "、", "）", "》", "”", "；", "！", "”。", "》，"])
_OPENED = st.sampled_from(["", "（", "《", "“"])
_LATIN = st.sampled_from(["", "2026", "13805710001", "PDF/A", "3.5"])
_TEXTS = st.lists(st.tuples(_OPENED, _LATIN, _HAN, _CLOSED), min_size=1, max_size=12).map(
    lambda parts: "".join("".join(part) for part in parts)
)


@settings(max_examples=80, deadline=None)
@given(_TEXTS, st.integers(14, 30))
def test_no_line_begins_or_ends_with_a_mark_that_may_not_and_nothing_is_lost(
    text: str, width: int
) -> None:
    lines = break_lines(text, width, len, 2)
    assert "".join(lines) == text
    for line in lines[1:]:
        assert line[0] not in "，。、）》”；！"
    for line in lines[:-1]:
        assert line[-1] not in "（《“"
    for number in ("2026", "13805710001", "PDF/A"):
        whole = text.count(number)
        assert sum(line.count(number) for line in lines) == whole, "a number is not torn"


def test_a_heading_and_what_it_is_of_stay_together_on_a_page() -> None:
    def item(keep: bool = False) -> Item:
        return Item(10, lambda _canvas, _top: None, keep)

    body = [item() for _ in range(9)]
    pages = paginate([*body, item(keep=True), item()], 100)
    assert [len(page) for page in pages] == [9, 2]


def read(pdf: bytes) -> list[str]:
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("length", range(100, 1300, 150))
def test_the_consents_signature_is_never_parted_from_its_text(length: int) -> None:
    wish = declared()
    wish.intention.family_letter = "孩子们，请尊重我的决定。" * (length // 12)
    pages = read(intention_letter.render(wish, Imprint(POINT, SERIAL, TOKEN)))
    (page,) = [page for page in pages if "七、个人信息处理单独同意" in page]
    assert "撤回同意不影响之前已经完成的处理" in page
    assert page.count("志愿者签名") == 2, "its own line, and the one of the page"


#: Long, short, of other peoples, of rare characters, and what a program might take for something.
ODD = (
    "欧阳娜娜",
    "诸葛·买买提·艾力",
    "阿卜杜热合曼·阿卜杜克热木",
    "𬭚𬍛",
    "㐂",
    "䶮",
    "Ó Briain",
    "von der Leyen",
    "Nguyễn Văn An",
    "Åsa",
    "张\u00b7三",
    "李 四",
    "（无名）",
    "《书》",
    "<b>",
    "&amp;",
    "{0}",
    "%s",
    "\\n",
    "a" * 40,
)


def test_odd_names_of_kin_and_witnesses_are_printed_whole_and_leave_room_to_sign() -> None:
    for start in range(0, len(ODD), 4):
        wish = declared()
        names = ODD[start : start + 4]
        wish.witnesses = [Witness(name=name, document_number=citizen_number()) for name in names]
        pages = read(intention_letter.render(wish, Imprint(POINT, SERIAL, TOKEN)))
        for name in names:
            assert re.sub(r"\s", "", name) in "".join(pages)
        for page in pages:
            assert page.count("日期") >= 5


def letter_of(words: str, name: str = "余淑福") -> list[str]:
    wish = declared(volunteer=volunteer(name=name))
    wish.intention.family_letter = words
    return read(intention_letter.render(wish, Imprint(POINT, SERIAL, TOKEN)))


@pytest.mark.parametrize("paragraphs", range(8, 24))
def test_name_and_day_under_the_words_to_the_family_never_stand_on_a_page_without_them(
    paragraphs: int,
) -> None:
    pages = letter_of("孩子们：\n" + "告别从简，请把骨灰撒进钱塘江。\n" * paragraphs)
    (page,) = [page for page in pages if "余淑福2026年11月20日" in page]
    assert "请把骨灰撒进钱塘江。余淑福" in page
    (page,) = [page for page in pages if "孩子们：" in page]
    assert "孩子们：告别从简" in page


def test_a_very_long_name_is_signed_with_whole_and_on_the_paper() -> None:
    name = "阿卜杜热合曼·阿卜杜克热木·买买提明·艾力·吐尔逊江·热合木图拉·阿不力孜"
    wish = declared(volunteer=volunteer(name=name))
    pdf = intention_letter.render(wish, Imprint(POINT, SERIAL, TOKEN))
    starts: list[float] = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(
            visitor_text=lambda text, _cm, tm, _font, _size: starts.append(tm[4]) if text else None
        )
    assert min(start for start in starts if start) >= LEFT - 0.01
    assert f"谢谢你们。{name}2026年" in "".join(letter_of("谢谢你们。", name))


def test_a_word_that_no_line_holds_is_broken_at_its_hyphens() -> None:
    name = "Alexandrina-Victoria-Maria-Wilhelmina"
    lines = ["Alexandrina-", "Victoria-Maria-", "Wilhelmina"]
    assert break_lines(name, 16, len) == lines
    assert break_lines("a" * 40, 16, len) == ["a" * 16, "a" * 16, "a" * 8]


def test_a_table_says_its_columns_again_where_it_goes_on_on_another_page() -> None:
    wish = declared()
    wish.kin = [Kin(name="赵娜国", relation="child", opinion="agrees")] * 30
    pages = read(intention_letter.render(wish, Imprint(POINT, SERIAL, TOKEN)))
    rows = [page for page in pages if "赵娜国子女" in page]
    assert len(rows) > 1
    for page in rows:
        assert page.count("近亲属姓名") == 1
        assert "近亲属姓名关系电话态度签名（到场时）赵娜国子女" in page


def test_witnesses_whose_names_begin_alike_are_told_apart_where_they_sign() -> None:
    wish = declared()
    wish.witnesses = [
        Witness(name="阿卜杜热合曼·买买提", document_number=citizen_number()),
        Witness(name="阿卜杜热合曼·艾力江", document_number=citizen_number()),
    ]
    for page in read(intention_letter.render(wish, Imprint(POINT, SERIAL, TOKEN))):
        foot = page.split("志愿者签名")[-1]
        assert "见证人阿卜杜热合曼·买买提日期" in foot
        assert "见证人阿卜杜热合曼·艾力江日期" in foot


def test_the_longest_name_can_be_read_on_the_card() -> None:
    wish = declared(volunteer=volunteer(name="欧" * 60))
    issued = certificate.Issued("Z2026-00000001", date(2026, 11, 26))
    pdf = wallet_card.render(wish, issued, Imprint(POINT, SERIAL, TOKEN))
    sizes: list[float] = []
    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(
        visitor_text=lambda text, _cm, _tm, _font, size: sizes.extend([size] * text.count("欧"))
    )
    assert len(sizes) == 60
    assert min(sizes) >= 6.5, "no smaller than what else is on the card"


@pytest.mark.parametrize("mark", ["。", "，", "（", "…"])
def test_a_row_of_marks_takes_no_more_lines_than_it_fills(mark: str) -> None:
    lines = break_lines("我" + mark * 99, 20, len)
    assert len(lines) <= 6
    assert "".join(lines) == "我" + mark * 99


def test_a_line_that_a_long_number_cuts_short_is_not_torn_apart() -> None:
    assert justified("志愿者签署的是登记编号为", TEXT_WIDTH, 18) == 0
    assert justified("字" * 24, TEXT_WIDTH, 18) > 0


def test_words_that_are_not_there_are_said() -> None:
    with pytest.raises(LetterError, match="T06"):
        words("consent", "999")
