"""Rules on text: what a name may be made of, how long a field may be, what a phone looks like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from zjrc_desk.registry import tables as t
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules.base import Circumstances, Problem, field_label
from zjrc_desk.registry.tables import Revision

NAME_LIMIT = 60
SHORT_TEXT_LIMIT = 200
WORDS_LIMIT = 2_000
LETTER_LIMIT = 20_000
FAMILY_LETTER = "intention.family_letter"
_LIMITS = dict.fromkeys(("statement.volunteer_words", "volunteer.major_surgery"), WORDS_LIMIT)
_NAME_PUNCTUATION = frozenset("·-'’. ")
_LINE_CHARACTERS = frozenset("\n\t")
#: Characters of GB 18030-2022 that Python 3.11 does not know yet: CJK extensions I and H.
_NEWER_CJK = (range(0x2EBF0, 0x2EE5E), range(0x31350, 0x323B0))

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4}|\d{7,8}", re.ASCII)
_ABROAD = re.compile(r"\+\d{1,3}-?\d[\d-]{4,13}", re.ASCII)

_PARTS = {
    "volunteer": t.Volunteer,
    "intention": t.Intention,
    "executor": t.Executor,
    "statement": t.WitnessStatement,
    "kin": t.Kin,
    "witnesses": t.Witness,
}
_KEYS = frozenset({"id", "revision_id"})


def _is_newer_cjk(character: str) -> bool:
    return any(ord(character) in block for block in _NEWER_CJK)


def _is_name_character(character: str) -> bool:
    if character in _NAME_PUNCTUATION or character == "〇" or _is_newer_cjk(character):
        return True
    category = unicodedata.category(character)
    name = unicodedata.name(character, "")
    if category == "Lo":
        return name.startswith(("CJK UNIFIED", "CJK COMPATIBILITY"))
    return category in ("Lu", "Ll") and name.startswith("LATIN")


def name_form(path: str, name: str) -> Iterator[Problem]:
    """F08 where a text that stands for a person's name is none; an empty one passes."""
    if not name:
        return
    odd = next((c for c in name if not _is_name_character(c)), None)
    if odd is not None:
        seen = odd.isprintable() and not odd.isspace() and unicodedata.category(odd) != "Mn"
        shown = f"“{odd}”" if seen else "看不见的字符"
        yield Problem(
            "F08",
            path,
            f"{field_label(path)}里有不能用作姓名的{shown}（U+{ord(odd):04X}）。",
            "请删去它，只保留证件上的姓名。",
        )
    elif all(c in _NAME_PUNCTUATION for c in name):
        yield Problem("F08", path, f"{field_label(path)}里没有文字。", "请按证件填写。")
    if len(name) > NAME_LIMIT:
        yield Problem("F08", path, f"{field_label(path)}超过 {NAME_LIMIT} 个字。", "请按证件核对。")


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: short names are often padded with spaces in lists."""
    return bool(one.strip()) and "".join(one.split()).lower() == "".join(other.split()).lower()


def nameless(path: str, code: str) -> Problem:
    """A person without a name."""
    return Problem(code, path, f"没有填写{field_label(path)}。", "请按证件填写。")


def one_character(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """A name of one character is rare, and more often a slip (F08)."""
    for path, text in texts(revision):
        if path.endswith(".name") and len(text) == 1:
            label = field_label(path)
            yield Problem("F08", path, f"{label}只有一个字。", "请确认证件上确实如此。")


def phone_problem(path: str, phone: str, kind: str = "any") -> Iterator[Problem]:
    """F09 where a phone is neither a mobile nor a landline number (``kind``: which may stand)."""
    forms = {"mobile": (_MOBILE, _ABROAD), "landline": (_LANDLINE, _ABROAD)}.get(
        kind, (_MOBILE, _LANDLINE, _ABROAD)
    )
    if not phone or any(form.fullmatch(phone) for form in forms):
        return
    wanted = {
        "mobile": "手机号码为 1 开头的 11 位数字。",
        "landline": "固定电话形如 0571-87654321。",
    }.get(kind, "请填 11 位手机号码，或带区号的固定电话。")
    yield Problem("F09", path, f"{field_label(path)}的号码不对。", wanted)


def texts(revision: Revision) -> Iterator[tuple[str, str]]:
    """Every text field with its path."""
    for part, table in _PARTS.items():
        value = getattr(revision, part)
        rows = value if isinstance(value, list) else [value]
        for index, row in enumerate(rows):
            prefix = f"{part}.{index}" if isinstance(value, list) else part
            for name in table.model_fields:
                text = getattr(row, name, None)
                if name not in _KEYS and isinstance(text, str):
                    yield f"{prefix}.{name}", text


def _free_texts(revision: Revision) -> Iterator[tuple[str, str]]:
    """Texts that are no person's name; an organisation as executor has a name of any text."""
    organisation = revision.executor.relation == v.ORGANISATION
    for path, text in texts(revision):
        name = path.endswith(".name") or path == "volunteer.former_name"
        if not name or (path == "executor.name" and organisation):
            yield path, text


def clean_text(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Texts hold no control or direction characters and keep to their length (F08)."""
    for path, text in _free_texts(revision):
        # How long the 家书 may be is a rule of its own.
        limit = len(text) if path == FAMILY_LETTER else _LIMITS.get(path, SHORT_TEXT_LIMIT)
        yield from one_text(path, text, limit)


def one_text(path: str, text: str, limit: int) -> Iterator[Problem]:
    """What is wrong with one text: too long, or a character that nobody sees (F08)."""
    if len(text) > limit:
        yield _too_long("F08", path, limit)
    odd = next((c for c in text if _is_unreadable(c)), None)
    if odd is not None:
        yield Problem(
            "F08",
            path,
            f"{field_label(path)}里有看不见的或无法识别的字符（U+{ord(odd):04X}）。",
            "请删去它，重新输入这一处。",
        )


def letter_length(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The 家书 fits into 20,000 characters (F11)."""
    if len(revision.intention.family_letter) > LETTER_LIMIT:
        yield _too_long("F11", FAMILY_LETTER, LETTER_LIMIT)


def _too_long(code: str, path: str, limit: int) -> Problem:
    return Problem(code, path, f"{field_label(path)}超过 {limit} 个字。", "请删减后再保存。")


def _is_unreadable(character: str) -> bool:
    if character in _LINE_CHARACTERS or _is_newer_cjk(character):
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") or _selects(character)


def _selects(character: str) -> bool:
    """Whether it only asks for another form of the character before it, and is not seen itself."""
    return "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef"
