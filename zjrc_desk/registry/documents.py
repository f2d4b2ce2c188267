"""Identity documents: form, check character, and what a number says of birth and sex.

Sources: GB 11643-1999 (公民身份号码: 18 characters, check by ISO 7064 MOD 11-2, digit 17 odd =
male); 港澳台居民居住证申领发放办法 (same rule, area 810000, 820000, 830000); the 2023
外国人永久居留身份证 (18 digits from 9, same check; before: 3 letters and 12 digits).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric

from zjrc_desk.registry import vocabulary as v

_FORM = {
    v.PASSPORT: re.compile(r"[A-Z0-9]{6,20}"),
    v.HM_TRAVEL_PERMIT: re.compile(r"[HM][0-9]{8}([0-9]{2})?"),
    v.TW_TRAVEL_PERMIT: re.compile(r"[0-9]{8}|[0-9]{10}([A-Z]|\([A-Z]\))?"),
    v.OFFICER_ID: re.compile(r"[\u4e00-\u9fff]{1,4}第?[0-9]{4,10}号?"),
}
_FORM_HELP = {
    v.PASSPORT: "护照号码为 6 至 20 位字母和数字",
    v.HM_TRAVEL_PERMIT: "港澳居民来往内地通行证为 H 或 M 加 8 位数字",
    v.TW_TRAVEL_PERMIT: "台湾居民来往大陆通行证为 8 位数字",
    v.OFFICER_ID: "军官证形如“军字第1234567号”",
}
#: 民法典 1006: an adult decides; adult from 18 completed years.
ADULT_AGE = 18
_OLD_PR_CARD = re.compile(r"[A-Z]{3}[0-9]{12}")
_HMT_AREAS = ("810000", "820000", "830000")


@dataclass(frozen=True)
class NumberFault:
    """Why a number can't be right: what is wrong, and what to do, each one Chinese sentence."""

    message: str
    remedy: str


def has_citizen_form(document_type: str, number: str) -> bool:
    """Whether the number follows GB 11643, so that it carries birth date, sex and check."""
    return document_type in (v.RESIDENT_ID, v.HMT_RESIDENCE_PERMIT) or (
        document_type == v.FOREIGNER_PR_CARD and number[:1] == "9"
    )


def number_fault(document_type: str, number: str, today: date) -> NumberFault | None:
    """The first fault of a normalised number of that document, or None where it is right."""
    if has_citizen_form(document_type, number):
        return _citizen_fault(document_type, number, today)
    if document_type == v.FOREIGNER_PR_CARD:
        if _OLD_PR_CARD.fullmatch(number):
            return None
        return NumberFault(
            "外国人永久居留身份证应为 9 开头的 18 位号码，或 3 个字母加 12 位数字。",
            "请对照证件重新输入。",
        )
    form = _FORM.get(document_type)
    if form and not form.fullmatch(number):
        return NumberFault(
            f"号码格式不对：{_FORM_HELP[document_type]}。", "请对照证件重新输入，或改选证件类型。"
        )
    return None


def _citizen_fault(document_type: str, number: str, today: date) -> NumberFault | None:
    if re.fullmatch(r"[0-9]{15}", number):
        return NumberFault("这是旧的 15 位身份证号码，已经停止使用。", "请按新证件输入 18 位号码。")
    if len(number) != 18:
        return NumberFault(
            f"号码应为 18 位，现在是 {len(number)} 位。", "请对照证件补全或删去多余的字符。"
        )
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return NumberFault("号码里有不该出现的字符。", "前 17 位只能是数字，末位是数字或 X。")
    if ric.calc_check_digit(number) != number[-1]:
        return NumberFault("号码的校验位不对，至少有一位输错了。", "请对照证件逐位核对。")
    born = birth_date(document_type, number)
    if born is None:
        return NumberFault("号码里的出生日期不存在。", "请对照证件核对第 7 至 14 位。")
    if born > today:
        return NumberFault("号码里的出生日期晚于今天。", "请对照证件核对第 7 至 14 位。")
    return _area_fault(document_type, number)


def _area_fault(document_type: str, number: str) -> NumberFault | None:
    hmt = number.startswith(_HMT_AREAS)
    if document_type == v.HMT_RESIDENCE_PERMIT and not hmt:
        return NumberFault(
            "港澳台居民居住证号码应以 810000、820000 或 830000 开头。",
            "请核对号码，或改选证件类型。",
        )
    if document_type == v.RESIDENT_ID and (hmt or number[0] in "089"):
        return NumberFault("这个号码不是居民身份证的号码。", "请核对前六位，或改选证件类型。")
    return None


def birth_date(document_type: str, number: str) -> date | None:
    """The birth date in a number of GB 11643 form; None where the document carries none."""
    if not has_citizen_form(document_type, number) or not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return None
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex(document_type: str, number: str) -> str | None:
    """GB/T 2261.1 code in a number of GB 11643 form (digit 17 odd = male), or None."""
    if not has_citizen_form(document_type, number) or not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return None
    return "1" if int(number[16]) % 2 else "2"


def guess_type(number: str) -> str:
    """The kind of document a normalised number most likely comes from, for lists without one."""
    if re.fullmatch(r"[0-9]{15}|[0-9]{17}[0-9X]", number):
        if number.startswith(_HMT_AREAS):
            return v.HMT_RESIDENCE_PERMIT
        return v.FOREIGNER_PR_CARD if number[0] == "9" else v.RESIDENT_ID
    if _OLD_PR_CARD.fullmatch(number):
        return v.FOREIGNER_PR_CARD
    if _FORM[v.HM_TRAVEL_PERMIT].fullmatch(number):
        return v.HM_TRAVEL_PERMIT
    if _FORM[v.TW_TRAVEL_PERMIT].fullmatch(number):
        return v.TW_TRAVEL_PERMIT
    if _FORM[v.OFFICER_ID].fullmatch(number):
        return v.OFFICER_ID
    if re.fullmatch(r"[A-Z]{1,2}[0-9]{6,9}", number):
        return v.PASSPORT
    return v.RESIDENT_ID


def age_on(born: date, day: date) -> int:
    """Completed years of age on a day; who was born on 29 February comes of age on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
