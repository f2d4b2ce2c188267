"""The faces of the papers, and which of them draws which character.

ReportLab embeds TrueType outlines only, so every face here is one.  A character goes to the first
face of the chain that has it; one that no face has stops the printing (F10), because a name with
an empty box is not that person's name.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from zjrc_desk.registry.errors import LetterError

FONT_FOLDER_VARIABLE = "ZJRC_FONT_DIR"
_FOLDERS = {
    "win32": (Path("C:/Windows/Fonts"),),
    "darwin": (Path("/System/Library/Fonts"), Path("/Library/Fonts")),
}.get(
    sys.platform,
    (
        Path("/usr/share/fonts/truetype/lxgw-wenkai"),
        Path("/usr/share/fonts/truetype/hanazono"),
        Path("/usr/share/fonts/truetype/arphic"),
    ),
)
#: Kai for the text, as in a letter; the first file that is there is taken.
_TEXT = ("LXGWWenKai-Regular.ttf", "simkai.ttf")
_BOLD = ("LXGWWenKai-Bold.ttf", "simhei.ttf")
_FALLBACKS = ("HanaMinA.ttf", "HanaMinB.ttf", "simsunb.ttf", "simfang.ttf", "uming.ttc")
_ASTRAL = re.compile(r"<([0-9A-F]{5,6})>")


class LetterFont(TTFont):  # type: ignore[misc]
    """A face whose text is extracted right beyond U+FFFF.

    ReportLab writes such a character's code into the ToUnicode map as five hex digits; the map's
    values are UTF-16BE (PDF 32000-1, 9.10.3), so it has to be a surrogate pair.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _ASTRAL.sub(_as_surrogates, stream.content)


def _as_surrogates(found: re.Match[str]) -> str:
    return f"<{chr(int(found[1], 16)).encode('utf-16-be').hex().upper()}>"


def _folders() -> Iterator[Path]:
    extra = os.environ.get(FONT_FOLDER_VARIABLE)
    if extra:
        yield Path(extra)
    yield from _FOLDERS


def _file(name: str) -> Path | None:
    return next((f / name for f in _folders() if (f / name).is_file()), None)


def _load(name: str) -> str | None:
    """Register a face with ReportLab under its file's name; None where it is not installed."""
    path = _file(name)
    if path is None:
        return None
    try:
        pdfmetrics.registerFont(LetterFont(path.stem, str(path)))
    except TTFError as error:
        raise LetterError(
            "P02",
            f"字体文件 {name} 已损坏，不能打印。",
            "请重新安装字体后再试。",
            detail=str(path.name),
        ) from error
    return path.stem


@cache
def _base(bold: bool) -> str:
    names = _BOLD if bold else _TEXT
    for name in names:
        loaded = _load(name)
        if loaded:
            return loaded
    raise LetterError(
        "P01",
        "电脑里没有打印意愿书所需的楷体字体。",
        "请安装字体包 fonts-lxgw-wenkai（Windows 上为系统自带的楷体）后再试。",
        detail=f"none of {', '.join(names)}",
    )


def base_face() -> str:
    """The face of the text.  Raises LetterError P01 where it is not installed."""
    return _base(bold=False)


@cache
def _fallback(index: int) -> str | None:
    return _load(_FALLBACKS[index])


@cache
def _characters(face: str) -> Any:
    return pdfmetrics.getFont(face).face.charToGlyph


@cache
def face_of(character: str, bold: bool) -> str | None:
    """The face that draws a character, or None."""
    base = _base(bold)
    code = ord(character)
    if _characters(base).get(code):
        return base
    for index in range(len(_FALLBACKS)):
        face = _fallback(index)
        if face and _characters(face).get(code):
            return face
    return None


def missing_characters(text: str) -> list[str]:
    """The characters of a text that no face has, each once."""
    return [c for c in dict.fromkeys(text) if not c.isspace() and face_of(c, bold=False) is None]


def runs(text: str, bold: bool) -> list[tuple[str, str]]:
    """The text in runs of one face each: [(face, text)].  Raises LetterError F10."""
    return [
        (face, "".join(group)) for face, group in groupby(text, key=lambda c: _must_have(c, bold))
    ]


def _must_have(character: str, bold: bool) -> str:
    face = face_of(character, bold)
    if face is None:
        raise LetterError(
            "F10",
            f"没有字体能印出“{character}”（U+{ord(character):04X}）这个字，没有打印。",
            "请安装含有这个字的字体后再打印，不要用别的字代替。",
            detail=f"U+{ord(character):04X}",
        )
    return face


@cache
def _advance(character: str, bold: bool) -> float:
    return float(pdfmetrics.stringWidth(character, _must_have(character, bold), 1))


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in points.  Raises LetterError F10."""
    return size * sum(_advance(character, bold) for character in text)
