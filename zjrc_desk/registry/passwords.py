"""What a password must be: long enough, and not one of those that are tried first.

After NIST SP 800-63B-4, section 3.1.1.2: a least length, a list of the usual ones and of words of
the place, no rules on kinds of characters, no expiry, any character allowed, compared after NFKC.
Ten characters instead of its fifteen, because nobody should have to write it on a slip of paper,
and because each guess costs half a second of Argon2id.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from zjrc_desk.registry.errors import AccessError
from zjrc_desk.registry.resources import resource

LENGTH = 10
#: Longer ones are refused, lest somebody pastes a whole text by mistake.
LONGEST = 128
#: With what everybody at the point knows taken out, so much has to be left.
_OWN = 6
_ROWS = (
    "01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p",
)  # fmt: skip


def check(password: str, about: Iterable[str] = ()) -> None:
    """Raises AccessError A02 for one too short or too long, A04 for one that is soon guessed.

    ``about``: what everybody at the point knows, such as its name, its code, the staff number.
    """
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < LENGTH:
        raise AccessError(
            "A02",
            f"密码太短，至少要 {LENGTH} 个字符。",
            "请换一个更长、只有自己知道的密码，例如几个不相干的词连在一起。",
        )
    if len(plain) > LONGEST:
        raise AccessError(
            "A02", f"密码太长，至多 {LONGEST} 个字符。", "请换一个短些、自己记得住的密码。"
        )
    bare = _bare(plain)
    if _usual(bare) or _monotonous(bare) or len(_without(bare, about)) < _OWN:
        raise AccessError(
            "A04",
            "这个密码太常见，或只有数字、单位名称、工号或连续的字符，容易被猜到。",
            "请换一个只有自己知道的密码，例如几个不相干的词连在一起。",
        )


def same(one: str, other: str) -> bool:
    """Whether the store takes one for the other."""
    return unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)


def _bare(text: str) -> str:
    """Small letters and digits only: ``Woaini-1314!`` is no better than ``woaini1314``."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum())


@cache
def _usual_ones() -> frozenset[str]:
    lines = resource("texts", "usual_passwords.txt").read_text("utf-8").splitlines()
    return frozenset(_bare(line) for line in lines if line and not line.startswith("#"))


def _usual(bare: str) -> bool:
    """Nothing but digits and words of the list, one after the other."""
    reached = {0}
    for place in range(len(bare)):
        if place in reached:
            ends = [place + len(word) for word in _usual_ones() if bare.startswith(word, place)]
            reached.update(ends, [place + 1] if bare[place].isdecimal() else [])
    return len(bare) in reached


def _monotonous(bare: str) -> bool:
    """Few characters again and again, or along the keyboard, forwards or backwards."""
    if len(set(bare)) < 5:
        return True
    rows = [one for row in _ROWS for one in (row * 2, row[::-1] * 2)]
    rest, runs = bare, 0
    while rest:
        step = max(_run(rest, row) for row in rows)
        rest, runs = rest[max(step, 1) :], runs + 1
    return runs <= max(2, len(bare) // 4)


def _run(text: str, row: str) -> int:
    length = 0
    while length < len(text) and text[: length + 1] in row:
        length += 1
    return length


def _without(bare: str, about: Iterable[str]) -> str:
    for known in sorted((_bare(one) for one in about), key=len, reverse=True):
        if len(known) >= 3:
            bare = bare.replace(known, "")
    return bare
