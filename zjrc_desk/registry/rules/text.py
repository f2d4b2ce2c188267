"""Rules on text: what a name may be made of, how long a field may be, what a phone looks like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from zjrc_desk.registry import tables as t
from zjrc_desk.registry.rules.base import Problem, field_label
from zjrc_desk.registry.tables import Revision

NAME_LIMIT = 60
SHORT_TEXT_LIMIT = 200
LETTER_LIMIT = 20_000
_NAME_PUNCTUATION = frozenset("·-'’. ")
_LINE_CHARACTERS = frozenset("\n\t")

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}(-\d{1,6})?|400-?\d{3}-?\d{4}|\d{7,8}")
_ABROAD = re.compile(r"\+\d{1,3}-?\d[\d-]{4,13}")

_PARTS = {
    "volunteer": t.Volunteer,
    "intention": t.Intention,
    "executor": t.Executor,
    "statement": t.WitnessStatement,
    "kin": t.Kin,
    "witnesses": t.Witness,
}
_KEYS = frozenset({"id", "revision_id"})


def _is_name_character(character: str) -> bool:
    if character in _NAME_PUNCTUATION or character == "〇":
        return True
    category = unicodedata.category(character)
    name = unicodedata.name(character, "")
    if category == "Lo":
        return name.startswith(("CJK UNIFIED", "CJK COMPATIBILITY"))
    return category in ("Lu", "Ll") and name.startswith("LATIN")


def name_problems(path: str, name: str, missing_code: str) -> Iterator[Problem]:
    """What is wrong with a person's name: missing (with the given code) or not a name (F08)."""
    if not name:
        yield Problem(missing_code, path, f"没有填写{field_label(path)}。", "请按证件填写。")
        return
    odd = next((c for c in name if not _is_name_character(c)), None)
    if odd is not None:
        shown = f"“{odd}”" if odd.isprintable() and not odd.isspace() else "看不见的字符"
        yield Problem(
            "F08",
            path,
            f"{field_label(path)}里有不能用作姓名的{shown}（U+{ord(odd):04X}）。",
            "请删去它，只保留证件上的姓名。",
        )
    elif not any(c.isalpha() or c == "〇" for c in name):
        yield Problem("F08", path, f"{field_label(path)}里没有文字。", "请按证件填写。")
    if len(name) > NAME_LIMIT:
        yield Problem("F08", path, f"{field_label(path)}超过 {NAME_LIMIT} 个字。", "请按证件核对。")
    if len(name) == 1:
        yield Problem(
            "F08", path, f"{field_label(path)}只有一个字。", "请确认证件上确实如此。", warning=True
        )


def phone_problem(path: str, phone: str, kind: str = "any") -> Problem | None:
    """F09 where a phone is neither a mobile nor a landline number (``kind``: which may stand)."""
    forms = {"mobile": (_MOBILE, _ABROAD), "landline": (_LANDLINE, _ABROAD)}.get(
        kind, (_MOBILE, _LANDLINE, _ABROAD)
    )
    if any(form.fullmatch(phone) for form in forms):
        return None
    wanted = {
        "mobile": "手机号码为 1 开头的 11 位数字。",
        "landline": "固定电话形如 0571-87654321。",
    }.get(kind, "请填 11 位手机号码，或带区号的固定电话。")
    return Problem("F09", path, f"{field_label(path)}的号码不对。", wanted)


def _texts(revision: Revision) -> Iterator[tuple[str, str]]:
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


def clean_text(revision: Revision, _today: date) -> Iterator[Problem]:
    """Texts hold no control or direction characters and keep to their length (F08)."""
    for path, text in _texts(revision):
        if path.endswith(".name") or path == "volunteer.former_name":
            continue
        long_text = path == "intention.family_letter"
        limit = LETTER_LIMIT if long_text else SHORT_TEXT_LIMIT
        if path in ("statement.volunteer_words", "volunteer.major_surgery"):
            limit = 2_000
        yield from one_text(path, text, limit, "F11" if long_text else "F08")


def one_text(path: str, text: str, limit: int, long_code: str = "F08") -> Iterator[Problem]:
    """What is wrong with one text: too long, or a character that nobody sees (F08)."""
    if len(text) > limit:
        yield Problem(
            long_code, path, f"{field_label(path)}超过 {limit} 个字。", "请删减后再保存。"
        )
    odd = next(
        (
            c
            for c in text
            if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn")
            and c not in _LINE_CHARACTERS
        ),
        None,
    )
    if odd is not None:
        yield Problem(
            "F08",
            path,
            f"{field_label(path)}里有看不见的或无法识别的字符（U+{ord(odd):04X}）。",
            "请删去它，重新输入这一处。",
        )
