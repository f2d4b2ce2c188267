"""Columns of bits answer exactly as the texts themselves do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zjrc_desk.store.slices import Slices

# Few characters, so that texts have something in common: one of each width and plane, two cases.
TEXT = st.text("aAbß1 -张国𬭚🁢", max_size=6).map(str.rstrip)
TEXTS = st.lists(TEXT, min_size=1, max_size=12)


def rows(found: int) -> list[int]:
    return [row for row in range(found.bit_length()) if found >> row & 1]


def like(typed: str, there: str) -> bool:
    """Equal but for large and small letters, character by character."""
    return len(typed) == len(there) and all(
        b in {a, a.lower(), a.upper()} for a, b in zip(typed, there, strict=True)
    )


@given(TEXTS, st.dictionaries(st.integers(0, 14), TEXT, max_size=6), TEXT.filter(bool))
def test_every_question_is_answered_as_by_the_texts(
    texts: list[str], replaced: dict[int, str], asked: str
) -> None:
    width = max(map(len, texts), default=0) or 1
    slices = Slices("".join(text.ljust(width) for text in texts), width)
    for changes in ({}, replaced):
        slices.replace(changes)
        texts += [""] * (max(changes, default=-1) + 1 - len(texts))
        for row, text in changes.items():
            texts[row] = text
        everyone = list(enumerate(texts))
        assert rows(slices.equal(asked)) == [row for row, text in everyone if text == asked]
        assert rows(slices.not_blank()) == [row for row, text in everyone if text[:1].strip()]
        padded = asked.ljust(9)
        assert rows(slices.before(asked)) == [r for r, t in everyone if t.ljust(9) < padded]
        start = len(asked)
        assert rows(slices.starting(asked)) == [r for r, t in everyone if like(asked, t[:start])]
        assert rows(slices.containing(asked)) == [
            row
            for row, text in everyone
            if any(like(asked, text[n : n + start]) for n in range(len(text)))
        ]
