"""How a name is read: what it is found by when typed in Latin letters."""

from __future__ import annotations

import re

#: Surnames that are read otherwise than the characters usually are.
_SURNAMES = {
    "单": "shan", "曾": "zeng", "仇": "qiu", "解": "xie", "区": "ou", "查": "zha", "盖": "ge",
    "朴": "piao", "翟": "zhai", "乐": "yue", "缪": "miao", "宓": "mi", "折": "she", "员": "yun",
    "种": "chong", "秘": "bi", "冼": "xian", "幺": "yao", "召": "shao", "车": "che", "尉": "wei",
    "覃": "qin", "繁": "po", "句": "gou", "卜": "bu", "阚": "kan", "郇": "xun", "乜": "nie",
    "佴": "nai", "薄": "bo", "都": "du", "能": "nai", "祭": "zhai", "洗": "xian", "适": "kuo",
    "黑": "he", "藏": "zang", "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun",
    "澹台": "tan tai", "令狐": "ling hu", "单于": "chan yu", "乐正": "yue zheng",
}  # fmt: skip
_LETTERS = re.compile(r"[^\W_]+")


def pinyin_of(name: str) -> tuple[str, str]:
    """Full pinyin without tones and the initials of a name: ``("shantianfang", "stf")``.

    Latin words are syllables of their own, marks between them are left out; ü is ``v``, as it is
    typed.  A character that has no reading stands for itself.
    """
    # 0.4 s to load, and the sign-in does not need it.
    from pypinyin import lazy_pinyin

    surname = next((s for s in (name[:2], name[:1]) if s in _SURNAMES), "")
    parts = _SURNAMES.get(surname, "").split() + lazy_pinyin(name[len(surname) :])
    syllables = [word.lower() for part in parts for word in _LETTERS.findall(part)]
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
