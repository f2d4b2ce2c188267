"""Finding a label of a list by the first letters of its pinyin."""

from __future__ import annotations

from functools import cache


@cache
def initials(label: str) -> str:
    """The first letters of a label's syllables: ``汉族`` to ``hz``; ASCII stays as it is."""
    # Half a second to load, and signing in does not need it.
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(label, style=Style.FIRST_LETTER)).lower()


def found_by(label: str, typed: str) -> bool:
    """Whether what was typed is a part of the label or the beginning of its initials."""
    return typed in label or initials(label).startswith(typed.lower())
