"""The words of the papers people sign, to be read or read out at any time, with their version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zjrc_desk.letters.texts import TEXT_VERSION, words

#: In the order a volunteer meets them: the file, the part of it, and what of that is read.
_PAPERS = (
    ("consent", "", ("intro", "point", "agree")),
    ("intention_letter", "declaration", ("clauses", "change")),
    ("witness", "", ("clauses",)),
    ("confirmation", "change", ("statement", "clauses")),
    ("confirmation", "withdrawal", ("statement", "clauses")),
    ("confirmation", "refusal", ("statement", "clauses")),
    ("certificate", "", ("statement", "clauses")),
    ("handover", "", ("note", "kept")),
)
#: What a paper fills in: a name, a day, a number.
_FILLED_IN = re.compile(r"\{\w+\}")
_LEFT_OPEN = "＿＿"


@dataclass(frozen=True)
class PaperText:
    """``title`` of the paper, ``version`` of its words, and the words as ``paragraphs``."""

    title: str
    version: str
    paragraphs: tuple[str, ...]


def paper_texts() -> list[PaperText]:
    """The words every paper is printed with today.  LetterError T06 where some are not there."""
    return [_text(*one) for one in _PAPERS]


def _text(paper: str, part: str, keys: tuple[str, ...]) -> PaperText:
    whole = words(paper)
    table = whole[part] if part else whole
    title = table.get("title") or whole["title"]["intention"]
    paragraphs = (_FILLED_IN.sub(_LEFT_OPEN, one) for key in keys for one in _strings(table[key]))
    return PaperText(title, TEXT_VERSION, tuple(paragraphs))


def _strings(value: Any) -> Iterator[str]:
    """Every text of a table, in the order it is written down."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
