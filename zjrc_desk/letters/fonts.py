"""The faces of the papers, and which of them draws which character.

A face has a role, after GB/T 9704: ``song`` the title, ``hei`` headings and labels, ``fangsong``
the form's text, ``kai`` the person's own words.  ReportLab embeds TrueType outlines only, so every
face here is one.  A character goes to the first face of the role's chain that has it; one that no
face has stops the printing (F10), because a name with an empty box is not that person's name.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from zjrc_desk.letters.embedding import LetterFont, Shown
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.resources import resource

_T = TypeVar("_T")
FONT_FOLDER_VARIABLE = "ZJRC_FONT_DIR"
#: Names a file in the form of ``resources/fonts.toml`` that is used instead of it.
FONTS_VARIABLE = "ZJRC_FONTS"
Role = Literal["song", "hei", "fangsong", "kai"]
_ROLES: tuple[Role, ...] = get_args(Role)
#: Between Han and a Latin letter or digit, in em.  CLREQ has up to 1/4; from 1/10 on pdftotext
#: reads a blank, and a paper has to be read back as it was typed.
GAP = 0.09
#: They ask for an emoji in colour, or not in colour: no paper has any.
NOT_DRAWN = "\ufe0e\ufe0f"
_HAN = "[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_LATIN = "[0-9A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff]"
_ANY_LATIN = re.compile(_LATIN)
_BOUNDARY = re.compile(f"(?<={_HAN})(?={_LATIN})|(?<={_LATIN})(?={_HAN})")


@dataclass(frozen=True)
class Chain:
    """Which faces of a role, in which order, and where their files may be.

    ``strokes``: how wide a line is drawn along the outlines of a face, in em.  ``without``: the
    characters that a face has and does not draw.
    """

    roles: Mapping[Role, tuple[str, ...]]
    fallbacks: tuple[str, ...]
    strokes: Mapping[str, float]
    without: Mapping[str, str]
    folders: tuple[Path, ...]

    def files(self, role: Role) -> tuple[str, ...]:
        """The role's own, then kai: nothing stops because a role has no face of its own."""
        return tuple(dict.fromkeys((*self.roles[role], *self.roles["kai"])))


@cache
def chain() -> Chain:
    """The chain in use.  Raises LetterError T11 where the file that was named is none."""
    named = os.environ.get(FONTS_VARIABLE)
    path = Path(named) if named else resource("fonts.toml")
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
        folders = said["folders"].get(sys.platform, said["folders"].get("linux", []))
        return Chain(
            roles={role: tuple(map(str, said["roles"][role])) for role in _ROLES},
            fallbacks=tuple(map(str, said["fallbacks"])),
            strokes={Path(file).stem: float(em) for file, em in said.get("strokes", {}).items()},
            without={Path(file).stem: str(t) for file, t in said.get("without", {}).items()},
            folders=tuple(Path(str(folder)) for folder in folders),
        )
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


@cache
def _load(name: str) -> str | None:
    """Register a face with ReportLab under its file's name; None where it is not installed."""
    path = _file(name)
    if path is None:
        return None
    try:
        pdfmetrics.registerFont(LetterFont(path.stem, str(path)))
    except TTFError as error:
        if name not in (*chain().roles["kai"], *chain().fallbacks):
            # A title's face may forbid embedding or have other outlines: kai does it then.
            return None
        raise LetterError(
            "P02",
            f"字体文件 {name} 已损坏，不能打印。",
            "请重新安装字体后再试。",
            detail=str(path.name),
        ) from error
    return path.stem


@cache
def _base(role: Role) -> str:
    names = chain().files(role)
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
    """The face of the form's text.  Raises LetterError P01 where it is not installed."""
    return _base("fangsong")


@cache
def _characters(face: str) -> Any:
    return pdfmetrics.getFont(face).face.charToGlyph


@cache
def face_of(character: str, role: Role) -> str | None:
    """The face that draws a character, or None.  A glyph without any outline draws nothing."""
    base = _base(role)
    if _draws(base, character):
        return base
    for name in (*chain().files(role), *chain().fallbacks):
        face = _load(name)
        if face and _draws(face, character):
            return face
    return None


def _draws(face: str, character: str) -> bool:
    glyph = _characters(face).get(ord(character))
    if not glyph or character in chain().without.get(face, ""):
        return False
    positions = pdfmetrics.getFont(face).face.glyphPos
    return character.isspace() or positions[glyph + 1] > positions[glyph]


@cache
def stroke(face: str) -> float:
    """How wide a line goes along the outlines, in em: what makes a thin face a title's."""
    return chain().strokes.get(face, 0.0)


def missing_characters(text: str) -> list[str]:
    """The characters of a text that no face has, each once."""
    seen = [c for c in dict.fromkeys(text) if not (c.isspace() or c in NOT_DRAWN)]
    return [c for c in seen if face_of(c, "kai") is None]


def runs(text: str, role: Role) -> list[tuple[str, str]]:
    """The text in runs of one face each: [(face, text)].  Raises LetterError F10."""
    face_of_character = _faces(role).__getitem__
    if len(faces := set(map(face_of_character, text))) == 1:
        return [(faces.pop(), text)]
    return [(face, "".join(group)) for face, group in groupby(text, key=face_of_character)]


def shown(face: str, document: Any) -> Shown:
    """The characters of a face that a file shows, each with its code there."""
    said: Shown = pdfmetrics.getFont(face).shown(document)
    return said


def _must_have(character: str, role: Role) -> str:
    face = face_of(character, role)
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
def _faces(role: Role) -> _OfCharacter[str]:
    return _OfCharacter(lambda character: _must_have(character, role))


@cache
def _advances(role: Role) -> _OfCharacter[float]:
    def find(character: str) -> float:
        return float(pdfmetrics.stringWidth(character, _must_have(character, role), 1))

    return _OfCharacter(find)


def parts(text: str) -> list[str]:
    """The text cut where Han and Latin meet: there a :data:`GAP` is drawn."""
    # Most texts have no Latin, which is seen sooner than where it ends.
    return _BOUNDARY.split(text) if _ANY_LATIN.search(text) else [text]


@cache
def gap(before: str, after: str) -> float:
    """What stands between two neighbouring characters, in em."""
    return GAP if _BOUNDARY.search(before + after) else 0.0


def width(text: str, size: float, role: Role = "fangsong") -> float:
    """The width of a text in points, its gaps counted.  Raises LetterError F10."""
    gaps = len(parts(text)) - 1
    return size * (sum(map(_advances(role).__getitem__, text)) + GAP * gaps)


def measure(size: float, role: Role = "fangsong") -> Callable[[str], float]:
    """:func:`width` in one size and role: a line is broken character by character."""
    advances = _advances(role)

    def measured(text: str) -> float:
        return size * advances[text] if len(text) == 1 else width(text, size, role)

    return measured
