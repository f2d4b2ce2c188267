"""Characters: all of two blocks drawn and read back, or refused by name."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from zjrc_desk.letters import fonts
from zjrc_desk.letters.document import Document
from zjrc_desk.letters.paper import PAGE_HEIGHT, PAGE_WIDTH, draw_text
from zjrc_desk.registry.errors import LetterError

#: CJK Unified Ideographs and Extension A, as Unicode 15.1 has them.
BLOCKS = [*range(0x4E00, 0xA000), *range(0x3400, 0x4DC0)]
_A_LINE, _LINES = 40, 75


def drawn(characters: list[str]) -> bytes:
    """A file with all of them, small, in their order."""
    document = Document("字", "样例", "x", (PAGE_WIDTH, PAGE_HEIGHT))
    for start in range(0, len(characters), _A_LINE * _LINES):
        for line in range(_LINES):
            at = start + line * _A_LINE
            text = "".join(characters[at : at + _A_LINE])
            if text:
                draw_text(document.canvas, 30, PAGE_HEIGHT - 40 - 10 * line, text, 9)
        document.canvas.showPage()
    return document.finish()


def test_every_character_of_two_blocks_is_drawn_and_read_back_or_refused_by_name(
    tmp_path: Path,
) -> None:
    characters = [chr(code) for code in BLOCKS]
    missing = fonts.missing_characters("".join(characters))
    for character in missing:
        with pytest.raises(LetterError, match=f"U\\+{ord(character):04X}"):
            fonts.runs(character, "kai")
    able = [character for character in characters if character not in set(missing)]
    assert len(able) > 27_000, "with the fonts the project installs"
    path = tmp_path / "all.pdf"
    path.write_bytes(drawn(able))
    command = ["pdftotext", "-raw", str(path), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "".join(read.split()) == "".join(able)


def test_a_page_of_them_is_read_back_by_the_other_reader_too() -> None:
    able = [chr(code) for code in range(0x3400, 0x3400 + _A_LINE * _LINES)]
    able = [one for one in able if fonts.face_of(one, "kai")]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(drawn(able))).pages)
    assert "".join(text.split()) == "".join(able)
