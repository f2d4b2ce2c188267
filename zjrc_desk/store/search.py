"""What a registration is found by: name, pinyin, initials, numbers; one row each."""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from zjrc_desk.registry.serial import normalise_serial
from zjrc_desk.registry.tables import Registration, Revision, SearchRow

#: Surnames that are read otherwise than the character usually is.
_SURNAME_READING = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "盖": "ge",
    "朴": "piao", "翟": "zhai", "乐": "yue", "缪": "miao", "宓": "mi", "折": "she", "员": "yun",
    "种": "chong", "秘": "bi", "冼": "xian", "幺": "yao", "召": "shao", "车": "che", "尉": "wei",
    "万俟": "moqi", "尉迟": "yuchi", "长孙": "zhangsun", "澹台": "tantai", "令狐": "linghu",
}  # fmt: skip


def pinyin_of(name: str) -> tuple[str, str]:
    """Full pinyin without tones and the initials of a name: ``("shantianfang", "stf")``."""
    # 0.4 s to load, and the sign-in does not need it.
    from pypinyin import lazy_pinyin

    surname = next((s for s in (name[:2], name[:1]) if s in _SURNAME_READING), "")
    syllables = [_SURNAME_READING[surname]] if surname else []
    initials = ""
    if surname == "":
        syllables = lazy_pinyin(name)
    else:
        initials = {"万俟": "mq", "尉迟": "yc", "长孙": "zs", "澹台": "tt", "令狐": "lh"}.get(
            surname, syllables[0][0]
        )
        rest = lazy_pinyin(name[len(surname) :])
        initials += "".join(s[0] for s in rest if s)
        syllables += rest
    initials = initials or "".join(s[0] for s in syllables if s)
    return "".join(syllables).lower(), initials.lower()


def index(session: Session, revision: Revision) -> None:
    """Bring the search row of a registration in line with its newest revision."""
    volunteer = revision.volunteer
    pinyin, initials = pinyin_of(volunteer.name) if volunteer.name else ("", "")
    session.merge(
        SearchRow(
            record_id=revision.record_id,
            name=volunteer.name,
            pinyin=pinyin,
            initials=initials,
            document_number=volunteer.document_number,
            phone=f"{volunteer.mobile} {volunteer.landline}".strip(),
            room=volunteer.room,
        )
    )


def matching(words: str) -> SelectOfScalar[str] | None:
    """The record ids found by what was typed; None where nothing was typed.

    Letters are looked for at the start of pinyin and initials, everything else anywhere.
    """
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", words))
    if not text:
        return None
    condition: list[ColumnElement[bool]] = [
        col(SearchRow.name).contains(re.sub(r"\s+", "", words), autoescape=True),
        col(SearchRow.document_number).contains(text.upper(), autoescape=True),
        col(SearchRow.phone).contains(text, autoescape=True),
        col(SearchRow.room).contains(text, autoescape=True),
        col(Registration.serial).contains(normalise_serial(text) or text.upper(), autoescape=True),
    ]
    if text.isascii() and text.isalpha():
        lower = text.lower()
        condition += [
            col(SearchRow.pinyin).startswith(lower, autoescape=True),
            col(SearchRow.initials).startswith(lower, autoescape=True),
        ]
    return select(SearchRow.record_id).join(Registration).where(or_(*condition))
