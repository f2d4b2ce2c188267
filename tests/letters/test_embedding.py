"""What is done quicker than ReportLab does it is the same all the same."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from zjrc_desk.letters.embedding import LetterFont
from zjrc_desk.letters.fonts import chain

#: Kai; beyond U+FFFF; and one with glyphs made of other glyphs.
FACES = ("LXGWWenKai-Regular.ttf", "HanaMinB.ttf", "uming.ttc")
UNKNOWN = 0x10FFFF
_MOST = 223


@pytest.mark.parametrize("face", FACES)
def test_a_subset_is_the_file_that_reportlab_makes(face: str) -> None:
    path = next(f / face for f in chain().folders if (f / face).is_file())
    font = LetterFont(Path(face).stem, str(path))
    random, known = Random(face), list(font.face.charToGlyph)
    counts = (0, 1, 2, *(random.randint(3, _MOST) for _ in range(40)))
    some = [random.choices([*known, UNKNOWN], k=count) for count in counts]
    largest = sorted(known, key=lambda code: len(font._find_glyph(code).outline))[-_MOST:]
    for chosen in (*some, largest):
        codes = [0, *[32] * 32, *chosen]
        assert font.make_subset(codes) == TTFontFace.makeSubset(font.face, codes)
