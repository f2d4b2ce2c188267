"""The user guide: its sections, what is said in them, and what to do about each error code.

The texts are Markdown in ``resources/guide``; one file a section, in the order of their names.
``places.toml`` beside them names the headings that F1 opens.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from zjrc_desk.registry.resources import resource

TROUBLE = "trouble"
_NUMBER = re.compile(r"^\d+-")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^(#+ |- |\d+\. )|\*\*")
_PICTURE = "!["
_CODE = re.compile(r"\*\*([A-Z]\d\d)\*\*")
_ENTRY = re.compile(r"- (?:\*\*[A-Z]\d\d\*\* )+")


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph or point of a list, as it is read on the screen."""

    section: str
    text: str


@dataclass(frozen=True)
class Section:
    """One file: ``name`` without its number, such as ``backup``."""

    name: str
    title: str
    path: Path
    passages: tuple[Passage, ...]


@cache
def sections() -> Mapping[str, Section]:
    """Every section by its name, in order."""
    found = (_section(path) for path in sorted(resource("guide").glob("*.md")))
    return {one.name: one for one in found}


@cache
def places() -> Mapping[str, Passage]:
    """What F1 opens, by name: the title of each section, and the headings of ``places.toml``."""
    titles = {one.name: one.passages[0] for one in sections().values()}
    named = tomllib.loads(resource("guide", "places.toml").read_text("utf-8"))
    return titles | {name: Passage(*where) for name, where in named.items()}


def place(name: str) -> Passage:
    """What F1 opens; KeyError for a name that is none."""
    return places()[name]


def search(words: str) -> list[Passage]:
    """Every passage with all of the words (set apart by spaces), whatever their case; what to do
    about an error code comes first."""
    wanted = words.casefold().split()
    first = remedy(words.strip().upper())
    found = [
        passage
        for section in sections().values()
        for passage in section.passages
        if wanted and all(word in passage.text.casefold() for word in wanted)
    ]
    return found if first is None else [first, *(one for one in found if one != first)]


def remedy(code: str) -> Passage | None:
    """What to do about an error code; None for a code the guide does not know."""
    return remedies().get(code)


@cache
def remedies() -> Mapping[str, Passage]:
    """The passage of every code that the guide explains."""
    lines = sections()[TROUBLE].path.read_text("utf-8").splitlines()
    entries = [line for line in lines if _ENTRY.match(line)]
    return {code: Passage(TROUBLE, _plain(line)) for line in entries for code in _codes(line)}


def _codes(line: str) -> list[str]:
    begin = _ENTRY.match(line)
    return _CODE.findall(begin.group()) if begin else []


def _section(path: Path) -> Section:
    name = _NUMBER.sub("", path.stem)
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    passages = tuple(Passage(name, _plain(line)) for line in lines if _PICTURE not in line)
    return Section(name, passages[0].text, path, passages)


def _plain(line: str) -> str:
    return _MARKS.sub("", _LINK.sub(r"\1", line.strip()))
