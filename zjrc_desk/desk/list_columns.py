"""The columns of a point's list, and how columns with other names are matched to them."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from zjrc_desk.registry.errors import EntryError

#: The header of a point's list; the columns may stand in any order.
COLUMNS = (
    "姓名", "性别", "民族", "证件类型", "证件号码", "出生日期", "手机", "户籍地址", "现住址",
    "文化程度", "职业", "捐献类别", "捐献项目", "用途", "执行人姓名", "执行人关系", "执行人电话",
    "亲属姓名", "亲属关系", "亲属意见", "见证人1姓名", "见证人1证件号码", "见证人1关系",
    "见证人2姓名", "见证人2证件号码", "见证人2关系", "登记日期", "家书",
)  # fmt: skip
#: Without these no row could pass the rules.  Sex, birth date and kind of document are read from
#: a number of GB 11643 where a list has no such column.
REQUIRED = (
    "姓名", "民族", "证件号码", "捐献项目", "用途", "执行人姓名", "执行人关系", "执行人电话",
    "见证人1姓名", "见证人1证件号码", "见证人1关系",
    "见证人2姓名", "见证人2证件号码", "见证人2关系", "登记日期",
)  # fmt: skip
#: One of the two addresses is enough.
ADDRESSES = ("现住址", "户籍地址")
DATES = frozenset({"出生日期", "登记日期"})
NUMBERS = frozenset({"证件号码", "手机", "执行人电话", "见证人1证件号码", "见证人2证件号码"})

_SYNONYMS = {
    "姓名": "名字 志愿者 志愿者姓名 捐献人 捐献人姓名 捐献者姓名 登记人姓名 本人姓名",
    "性别": "男女 志愿者性别",
    "民族": "族别",
    "证件类型": "证件种类 证件名称 证件类别",
    "证件号码": "身份证 身份证号 身份证号码 公民身份号码 居民身份证号 居民身份证号码 证件号",
    "出生日期": "生日 出生年月日 出生时间",
    "手机": "电话 联系电话 手机号 手机号码 移动电话 本人电话 联系方式",
    "户籍地址": "户籍地 户籍所在地 户口所在地 户口地址 身份证地址 证件地址",
    "现住址": "地址 住址 家庭住址 家庭地址 现居住地 现居住地址 居住地址 常住地址 联系地址 通讯地址",
    "文化程度": "学历 教育程度",
    "职业": "工作 原职业 从事职业",
    "捐献类别": "捐献类型 捐献种类",
    "捐献项目": "捐献内容 捐献器官",
    "用途": "捐献用途 捐献目的",
    "执行人姓名": "执行人 捐献执行人 捐献执行人姓名",
    "执行人关系": "与执行人关系 执行人与本人关系 捐献执行人关系",
    "执行人电话": "执行人手机 执行人联系电话 捐献执行人电话",
    "亲属姓名": "亲属 近亲属 近亲属姓名 家属 家属姓名",
    "亲属关系": "近亲属关系 家属关系 与亲属关系",
    "亲属意见": "近亲属意见 家属意见",
    "登记日期": "登记时间 申请日期 填表日期 日期",
    "家书": "寄语 给家人的话 写给家人的话",
}
_WITNESSES = ("见证人1 见证人一 第一见证人", "见证人2 见证人二 第二见证人")
_OF_A_WITNESS = (
    ("姓名", ("", "姓名")),
    ("证件号码", ("证件号", "证件号码", "身份证", "身份证号", "身份证号码")),
    ("关系", ("关系", "与本人关系", "与志愿者关系")),
)
for _number, _names in enumerate(_WITNESSES, 1):
    for _what, _tails in _OF_A_WITNESS:
        _SYNONYMS[f"见证人{_number}{_what}"] = " ".join(
            name + tail for name in _names.split() for tail in _tails
        )


def comparable(name: str) -> str:
    """A column's name without what people write differently: width, case, blanks, punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()


_BY_NAME = {
    comparable(name): field
    for field in COLUMNS
    for name in (field, *_SYNONYMS.get(field, "").split())
}


def suggest(header: Sequence[str]) -> list[str]:
    """Our column for each of theirs, as far as the names say it; "" for the others.

    By name or synonym first, then by sound, which finds ``xingming`` and slips such as 性名.  Each
    of ours is suggested once, to the first that has its very name; a name that stands twice is
    left open, for nobody can say which one is meant.
    """
    twice = repeated(header)
    keys = ["" if name in twice else _key(name) for name in header]
    found = [name if name in COLUMNS and name not in twice else "" for name in header]
    _fill(found, [_BY_NAME.get(key, "") for key in keys])
    open_keys = [key if not field else "" for key, field in zip(keys, found, strict=True)]
    if any(open_keys):
        by_sound = _by_sound()
        _fill(found, [by_sound.get(_sound(key), "") if key else "" for key in open_keys])
    return found


def _key(name: str) -> str:
    """What a name is looked up by; a remark in brackets such as （必填） is left out."""
    key = comparable(name)
    return key if key in _BY_NAME else comparable(re.sub(r"[(（].*?[)）]", "", name))


def _fill(found: list[str], fields: Sequence[str]) -> None:
    """Put fields where nothing was found yet, none of them twice."""
    for place, field in enumerate(fields):
        if field and not found[place] and field not in found:
            found[place] = field


def _sound(key: str) -> str:
    # 0.4 s to load; only a list with other names needs it.
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(key))


def _by_sound() -> dict[str, str]:
    """Sound -> our column, where all names of that sound mean the same column."""
    fields: dict[str, set[str]] = {}
    for name, field in _BY_NAME.items():
        fields.setdefault(_sound(name), set()).add(field)
    return {sound: one.pop() for sound, one in fields.items() if len(one) == 1}


def repeated(names: Iterable[str]) -> set[str]:
    """The names that stand more than once; empty ones don't count."""
    return {name for name, count in Counter(names).items() if name and count > 1}


def missing(fields: Iterable[str]) -> list[str]:
    """The required columns that are not among ``fields``, as a person should read them."""
    there = set(fields)
    lacking = [name for name in REQUIRED if name not in there]
    return lacking if there & set(ADDRESSES) else [*lacking, "或".join(ADDRESSES)]


def standard_fields(header: Sequence[str]) -> list[str] | None:
    """Our column for each of theirs where every one of ours is there by name; else None."""
    if any(name not in header for name in COLUMNS):
        return None
    fields = [name if name in COLUMNS else "" for name in header]
    _once(fields)
    return fields


def mapped_fields(header: Sequence[str], mapping: Mapping[str, str]) -> list[str]:
    """Our column for each of theirs, by ``{"their name": "our name"}``; "" leaves one out.

    A column that has our name already need not be mentioned.  Raises EntryError F12 where the
    mapping names what is not there, names one twice, or leaves a required column open.
    """
    for theirs, ours in mapping.items():
        if theirs not in header:
            raise refused("表头里没有要对应的列。", "请核对列名。", "mapped column missing")
        if ours and ours not in COLUMNS:
            raise refused("要对应的不是登记列表的列。", "请核对列名。", "unknown column")
        if ours and theirs in repeated(header):
            raise _duplicate()
    fields = [mapping.get(name, name if name in COLUMNS else "") for name in header]
    _once(fields)
    lacking = missing(fields)
    if lacking:
        raise refused(
            f"还有必填的列没有对应：{'、'.join(lacking)}。",
            "请补上这些列，或对应到文件里的列。",
            f"{len(lacking)} columns missing",
        )
    return fields


def read_mapping(content: bytes) -> dict[str, str]:
    """The mapping of a JSON file ``{"their column": "our column"}``; F12 where it is none."""
    try:
        mapping = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _no_mapping() from error
    if not isinstance(mapping, dict) or not all(isinstance(v, str) for v in mapping.values()):
        raise _no_mapping()
    return mapping


def _no_mapping() -> EntryError:
    return refused(
        "这不是列的对应文件。", '它应是 JSON：{"文件的列名": "登记列表的列名"}。', "no mapping"
    )


def _once(fields: Sequence[str]) -> None:
    if repeated(fields):
        raise _duplicate()


def _duplicate() -> EntryError:
    return refused("表头里有重复的列。", "请删去多余的一列，或改成不同的列名。", "duplicate column")


def no_standard_header(header: Sequence[str]) -> EntryError:
    """F12: the header is another one, and nobody said what its columns mean."""
    lacking = [name for name in COLUMNS if name not in header]
    return refused(
        f"表头里没有“{lacking[0]}”{'等列' if len(lacking) > 1 else '这一列'}。",
        "请使用登记列表的表头，或先把各列对应好。",
        f"{len(lacking)} columns missing",
    )


def header_digest(header: Sequence[str]) -> str:
    """SHA-256 (hex) of a header, by which the same form is known again."""
    return hashlib.sha256(json.dumps(list(header), ensure_ascii=False).encode()).hexdigest()


def refused(message: str, remedy: str, detail: str) -> EntryError:
    """F12: a file that is no list as it should be."""
    return EntryError("F12", message, remedy, detail=detail)
