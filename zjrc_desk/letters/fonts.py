"""The faces of the papers, and which of them draws which character.

ReportLab embeds TrueType outlines only, so every face here is one.  A character goes to the first
face of the chain that has it; one that no face has stops the printing (F10), because a name with
an empty box is not that person's name.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from zjrc_desk.letters.embedding import LetterFont
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.resources import resource

_T = TypeVar("_T")
FONT_FOLDER_VARIABLE = "ZJRC_FONT_DIR"
#: Names a file in the form of ``resources/fonts.toml`` that is used instead of it.
FONTS_VARIABLE = "ZJRC_FONTS"


@dataclass(frozen=True)
class Chain:
    """Which faces, in which order, and where their files may be."""

    text: tuple[str, ...]
    bold: tuple[str, ...]
    fallbacks: tuple[str, ...]
    folders: tuple[Path, ...]


@cache
def chain() -> Chain:
    """The chain in use.  Raises LetterError T11 where the file that was named is none."""
    named = os.environ.get(FONTS_VARIABLE)
    path = Path(named) if named else resource("fonts.toml")
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        folders = said["folders"].get(sys.platform, said["folders"].get("linux", []))
        lists = {name: tuple(map(str, said[name])) for name in ("text", "bold", "fallbacks")}
        return Chain(**lists, folders=tuple(Path(str(folder)) for folder in folders))
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise LetterError(
            "T11",
            "字体设置文件读不出来，不能打印。",
            "请按程序自带的 fonts.toml 更正它，或去掉环境变量 ZJRC_FONTS。",
            detail=f"{path.name}: {type(error).__name__}",
        ) from error


def _folders() -> Iterator[Path]:
    extra = os.environ.get(FONT_FOLDER_VARIABLE)
    if extra:
        yield Path(extra)
    yield from chain().folders


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
    names = chain().bold if bold else chain().text
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
    return _base(False)


@cache
def _fallback(index: int) -> str | None:
    return _load(chain().fallbacks[index])


@cache
def _characters(face: str) -> Any:
    return pdfmetrics.getFont(face).face.charToGlyph


@cache
def face_of(character: str, bold: bool) -> str | None:
    """The face that draws a character, or None.  A glyph without any outline draws nothing."""
    base = _base(bold)
    if _draws(base, character):
        return base
    for index in range(len(chain().fallbacks)):
        face = _fallback(index)
        if face and _draws(face, character):
            return face
    return None


def _draws(face: str, character: str) -> bool:
    glyph = _characters(face).get(ord(character))
    if not glyph:
        return False
    positions = pdfmetrics.getFont(face).face.glyphPos
    return character.isspace() or positions[glyph + 1] > positions[glyph]


def missing_characters(text: str) -> list[str]:
    """The characters of a text that no face has, each once."""
    return [c for c in dict.fromkeys(text) if not c.isspace() and face_of(c, bold=False) is None]


def runs(text: str, bold: bool) -> list[tuple[str, str]]:
    """The text in runs of one face each: [(face, text)].  Raises LetterError F10."""
    face_of_character = _faces(bold).__getitem__
    if len(faces := set(map(face_of_character, text))) == 1:
        return [(faces.pop(), text)]
    return [(face, "".join(group)) for face, group in groupby(text, key=face_of_character)]


def shown(face: str, text: str, document: Any) -> Iterator[tuple[str, str]]:
    """A text of one face as a file shows it: (a subset's name, codes in it as hex digits)."""
    font = pdfmetrics.getFont(face)
    for subset, codes in font.splitString(text, document):
        yield font.getSubsetInternalName(subset, document), codes.hex()


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


class _OfCharacter(dict[str, _T]):
    """Something of each character, looked for once; read by ``map`` at the speed of a list."""

    def __init__(self, find: Callable[[str], _T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, character: str) -> _T:
        found = self[character] = self._find(character)
        return found


@cache
def _faces(bold: bool) -> _OfCharacter[str]:
    return _OfCharacter(lambda character: _must_have(character, bold))


@cache
def _advances(bold: bool) -> _OfCharacter[float]:
    def find(character: str) -> float:
        return float(pdfmetrics.stringWidth(character, _must_have(character, bold), 1))

    return _OfCharacter(find)


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in points.  Raises LetterError F10."""
    return size * sum(map(_advances(bold).__getitem__, text))
