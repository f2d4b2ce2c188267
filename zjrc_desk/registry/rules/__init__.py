"""Every rule of law and of sense on a registration, and ``problems`` to ask them all at once.

``python -m zjrc_desk.registry.rules`` writes them as the table of docs/rules.md.
"""

from __future__ import annotations

from zjrc_desk.registry.rules import intention, people, text, volunteer, witnesses
from zjrc_desk.registry.rules.base import Circumstances, Force, Problem, Rule, Step, field_label
from zjrc_desk.registry.tables import Revision

__all__ = [
    "RULES",
    "Circumstances",
    "Force",
    "Problem",
    "Rule",
    "Step",
    "field_label",
    "problems",
]

_CIVIL_CODE, _REGULATION = "民法典", "人体器官捐献和移植条例（国务院令第 767 号）"
_PRIVACY = "个人信息保护法 28–31"
_WISH = f"{_CIVIL_CODE} 1006"
_FREE_WILL = f"{_WISH}；{_REGULATION}"
_KIN = f"{_CIVIL_CODE} 1045"
_CITIZEN_NUMBER = "GB 11643；ISO 7064 MOD 11-2"
_CHARACTERS = "GB 18030-2022"
_CODES = "GB/T 2261.1；GB/T 3304；登记表"
#: What the form of a registration asks for.
_FORM = "登记表"
#: No rule of law: what registration points learnt.
_PRACTICE = "登记实务"

_C, _W = Step.COMPLETE, Step.WITNESS
_STOP, _REASON, _HINT = Force.STOP, Force.REASON, Force.HINT

RULES: tuple[Rule, ...] = (
    Rule("F08", "志愿者的姓名如证件所写", _CHARACTERS, _C, _STOP, volunteer.name),
    Rule("F14", "志愿者的必填项齐全", _FORM, _C, _STOP, volunteer.required),
    Rule("F15", "志愿者的选项在列表内", _CODES, _C, _STOP, volunteer.lists),
    Rule("F01", "志愿者的证件号码正确", _CITIZEN_NUMBER, _C, _STOP, volunteer.document_number),
    Rule("F01", "出生日期、性别与号码一致", "GB 11643", _C, _STOP, volunteer.number_agrees),
    Rule("F03", "同一人在本登记点只有一份登记", _PRACTICE, _C, _STOP, volunteer.same_person),
    Rule("F07", "日期存在且先后合理", _PRACTICE, _C, _STOP, volunteer.dates),
    Rule("F02", "年满 18 周岁", _FREE_WILL, _C, _STOP, volunteer.adult),
    Rule("F09", "志愿者的电话格式", _FORM, _C, _STOP, volunteer.phones),
    Rule("F05", "至少一个项目、一种用途", _WISH, _C, _STOP, intention.something_given),
    Rule("F15", "捐献顺序在列表内", _FORM, _C, _STOP, intention.lists),
    Rule("F05", "项目、用途、顺序不矛盾", _PRACTICE, _C, _STOP, intention.no_contradiction),
    Rule("F16", "声明具有完全民事行为能力", _WISH, _C, _STOP, intention.capacity),
    Rule("F16", "声明自愿、无偿", _FREE_WILL, _C, _STOP, intention.voluntary),
    Rule("F16", "单独同意处理个人信息", _PRIVACY, _C, _STOP, intention.consent),
    Rule("F08", "近亲属的姓名", _CHARACTERS, _C, _STOP, people.kin_names),
    Rule("F23", "近亲属不是志愿者本人", _KIN, _C, _STOP, people.kin_is_the_volunteer),
    Rule("F06", "有一位成年的捐献执行人", _FORM, _C, _STOP, people.executor),
    Rule("F08", "执行人的姓名", _CHARACTERS, _C, _STOP, people.executor_name),
    Rule("F01", "执行人的证件号码正确", _CITIZEN_NUMBER, _C, _STOP, people.executor_number),
    Rule("F15", "亲属、执行人的选项在列表内", _FORM, _C, _STOP, people.lists),
    Rule("F09", "亲属、执行人的电话格式", _FORM, _C, _STOP, people.phones),
    Rule("F08", "文字可读、不过长", _CHARACTERS, _C, _STOP, text.clean_text),
    Rule("F11", "家书不超过 20000 字", _FORM, _C, _STOP, text.letter_length),
    Rule("F09", "志愿者没有电话", _PRACTICE, _C, _HINT, volunteer.no_phone),
    Rule("F17", "没有登记近亲属", _PRACTICE, _C, _HINT, people.no_kin),
    Rule("F08", "姓名只有一个字", _PRACTICE, _C, _HINT, text.one_character),
    Rule("F07", "名单写明登记日期", _FORM, _W, _STOP, volunteer.declared),
    Rule("F04", "两位以上见证人", f"{_CIVIL_CODE} 1136", _W, _STOP, witnesses.number_of_witnesses),
    Rule("F04", "见证人合格", f"{_CIVIL_CODE} 1140", _W, _STOP, witnesses.eligible),
    Rule("F08", "见证人的姓名", _CHARACTERS, _W, _STOP, witnesses.names),
    Rule("F01", "见证人的证件号码正确", _CITIZEN_NUMBER, _W, _STOP, witnesses.numbers),
    Rule("F15", "见证人的选项在列表内", _FORM, _W, _STOP, witnesses.lists),
    Rule("F09", "见证人的电话格式", _FORM, _W, _STOP, witnesses.phones),
    Rule("F04", "见证事项和地点齐全", f"{_CIVIL_CODE} 1136", _W, _STOP, witnesses.statement),
    Rule("F07", "见证时间在登记当天且合理", f"{_CIVIL_CODE} 1136", _W, _STOP, witnesses.times),
    Rule("F24", "近亲属与志愿者同名", _PRACTICE, _W, _REASON, people.kin_of_the_same_name),
    Rule("F17", "亲属不同意或未能联系", _PRACTICE, _W, _REASON, people.kin_opinions),
    Rule("F07", "志愿者的证件已过期", _PRACTICE, _W, _REASON, volunteer.expired),
    Rule("F04", "见证人在本机构工作", f"{_CIVIL_CODE} 1140", _W, _REASON, witnesses.of_the_house),
    Rule("F16", "年满 90 周岁，没有第二位工作人员", _PRACTICE, _W, _REASON, witnesses.second_staff),
    Rule("F14", "没有记下志愿者的原话", _PRACTICE, _W, _HINT, witnesses.own_words),
)


def problems(revision: Revision, step: Step, circumstances: Circumstances) -> list[Problem]:
    """Every problem at once that bears on ``step``, whether it stops it or only warns."""
    return [
        problem
        for rule in RULES
        if rule.step <= step
        for problem in rule.problems(revision, circumstances)
    ]
