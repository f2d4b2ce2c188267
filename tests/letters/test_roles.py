"""Which face a part of a paper is set in, and the gap between Han and Latin that no reader sees."""

from __future__ import annotations

import io
import re
import subprocess
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.letters.samples import POINT, SERIAL, TOKEN, WORDS, declared
from zjrc_desk.letters import fonts, intention_letter
from zjrc_desk.letters.blocks import Blocks
from zjrc_desk.letters.document import Document
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.letters.paper import (
    BODY_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    broken,
    draw_text,
    justified,
)
from zjrc_desk.letters.style import NORMAL
from zjrc_desk.registry.errors import LetterError

KAI = "LXGWWenKai-Regular.ttf"
KAI_ALONE = """
fallbacks = []
[roles]
song = ["none.ttf"]
hei = []
fangsong = []
kai = ["LXGWWenKai-Regular.ttf"]
[folders]
linux = ["/usr/share/fonts/truetype/lxgw-wenkai"]
"""
DAY = "2026年11月24日"
Forget = Callable[[str, Path], None]


@pytest.fixture
def forget(monkeypatch: pytest.MonkeyPatch) -> Forget:
    """Faces are looked for once a run; here they are looked for again, as a variable says."""
    cached = (
        fonts.chain,
        fonts._load,
        fonts._base,
        fonts._characters,
        fonts.face_of,
        fonts.stroke,
    )

    def look_again(variable: str, path: Path) -> None:
        monkeypatch.setenv(variable, str(path))
        for one in (*cached, fonts._faces, fonts._advances):
            monkeypatch.setattr(fonts, one.__name__, cache(one.__wrapped__))

    return look_again


def said_by_face(pdf: bytes) -> dict[str, str]:
    """What is set in each face, without blanks, by the face's own name."""
    said: dict[str, str] = defaultdict(str)

    def hear(text: str, _cm: Any, _tm: Any, font: Any, _size: float) -> None:
        if font:
            name = str(font["/BaseFont"]).split("+")[1]
            said[name] += re.sub(r"\s", "", text)

    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=hear)
    return said


def letter() -> bytes:
    return intention_letter.render(declared(), Imprint(POINT, SERIAL, TOKEN))


def test_title_headings_labels_and_the_persons_own_words_have_the_faces_of_their_roles() -> None:
    said = said_by_face(letter())
    # Marks that stand in the wrong place of their square are drawn by the next face.
    assert said.pop("LXGWWenKai-Bold") == "（）" * 2, "of 签名（到场时） and （家书）"
    assert set(said) == {"BousungEG-Light-GB", "WenQuanYiMicroHei-0", "LXGWWenKai-Regular"}
    assert said["BousungEG-Light-GB"] == "遗体（器官组织）捐献意愿书"
    for heading in ("一、志愿者", "三、本人声明", "七、个人信息处理单独同意", "现住址"):
        assert heading in said["WenQuanYiMicroHei-0"]
        assert heading not in said["LXGWWenKai-Regular"]
    for words in (*WORDS.split("\n"), "本人年满十八周岁", "余淑福"):
        assert words in said["LXGWWenKai-Regular"]


def test_a_role_without_a_face_is_set_in_kai(tmp_path: Path, forget: Forget) -> None:
    path = tmp_path / "fonts.toml"
    path.write_text(KAI_ALONE, encoding="utf-8")
    forget(fonts.FONTS_VARIABLE, path)
    assert set(said_by_face(letter())) == {"LXGWWenKai-Regular"}


def test_settings_that_are_none_are_said_and_so_is_a_kai_that_is_not_there(
    tmp_path: Path, forget: Forget
) -> None:
    path = tmp_path / "fonts.toml"
    for said, code in (
        (None, "T11"),
        (KAI_ALONE.replace("hei = []", ""), "T11"),
        (KAI_ALONE.replace("LXGW", "LXGV"), "P01"),
    ):
        if said is not None:
            path.write_text(said, encoding="utf-8")
        forget(fonts.FONTS_VARIABLE, path)
        with pytest.raises(LetterError, match=code):
            fonts.face_of("张", "song")


def test_a_damaged_face_stops_only_where_no_other_does_its_part(
    tmp_path: Path, forget: Forget
) -> None:
    (tmp_path / "wqy-microhei.ttc").write_bytes(b"no face")
    forget(fonts.FONT_FOLDER_VARIABLE, tmp_path)
    assert fonts.face_of("张", "hei") == "LXGWWenKai-Bold"
    kai = next(f / KAI for f in fonts.chain().folders if (f / KAI).is_file()).read_bytes()
    for damaged in (b"no face", kai[:1000], kai[: len(kai) // 2]):
        (tmp_path / KAI).write_bytes(damaged)
        forget(fonts.FONT_FOLDER_VARIABLE, tmp_path)
        with pytest.raises(LetterError, match="P02"):
            fonts.face_of("张", "kai")


def on_a_page(folder: Path, *texts: str) -> Path:
    document = Document("字", "样例", "x", (PAGE_WIDTH, PAGE_HEIGHT))
    for number, text in enumerate(texts):
        draw_text(document.canvas, 30, 700 - 40 * number, text, 16)
    path = folder / "page.pdf"
    path.write_bytes(document.finish())
    return path


def read(path: Path, *options: str) -> str:
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_date_is_wider_by_its_gaps_and_a_blank_that_was_typed_by_nothing(tmp_path: Path) -> None:
    pattern = r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]+)<'
    found = re.findall(pattern, read(on_a_page(tmp_path, DAY, "于 A 座"), "-bbox"))
    (day, at, a, seat) = [(float(end) - float(start), text) for start, end, text in found]
    digits, signs = fonts.width("20261124", 16), fonts.width("年月日", 16)
    assert day[1] == DAY
    assert day[0] == pytest.approx(digits + signs + 5 * 0.09 * 16, abs=0.1)
    assert [at[1], a[1], seat[1]] == ["于", "A", "座"]
    assert fonts.width("于 A 座", 16) == pytest.approx(
        sum(fonts.width(character, 16) for character in "于 A 座")
    )


def test_no_reader_sees_the_gaps_however_wide_a_line_is_set(tmp_path: Path) -> None:
    parts = (
        "孩子们",
        DAY,
        "我住",
        "3",
        "号楼",
        "PDF",
        "文件，",
        "微信",
        "zhejiang-redcross-2026",
        "号",
    )
    texts = ["".join(parts[start:] + parts[:start]) * 3 + "。" for start in range(len(parts))]
    document = Document("字", "样例", "x", (PAGE_WIDTH, PAGE_HEIGHT))
    top = BODY_TOP
    for text in texts:
        for item in Blocks(NORMAL).paragraph(text):
            item.draw(document.canvas, top)
            top -= item.height
    path = tmp_path / "page.pdf"
    path.write_bytes(document.finish())
    page = PdfReader(path).pages[0]
    readings = [read(path), read(path, "-layout"), read(path, "-raw"), page.extract_text()]
    for reading in readings:
        lines = [line.strip() for line in re.split(r"[\n\f]", reading)]
        assert "".join(lines) == "".join(texts)


def test_a_line_with_gaps_is_broken_and_filled_to_the_edge() -> None:
    text = "住在3号楼2单元，" * 40
    lines = broken(text, TEXT_WIDTH, 11)
    assert "".join(lines) == text
    for line in lines[:-1]:
        plain = sum(fonts.width(character, 11) for character in line)
        pairs = [one + other for one, other in pairwise(line) if "，" not in one + other]
        gaps = sum(one.isdigit() != other.isdigit() for one, other in pairs)
        spacing = justified(line, TEXT_WIDTH, 11)
        steps = len(line) - 1 - gaps
        assert plain + steps * spacing + gaps * max(spacing, 0.09 * 11) == pytest.approx(TEXT_WIDTH)
