"""Every rule of law and of sense on a registration, and ``problems`` to ask them all at once."""

from __future__ import annotations

from datetime import date

from zjrc_desk.registry.rules import intention, people, text, volunteer
from zjrc_desk.registry.rules.base import Problem, Rule, Step, field_label
from zjrc_desk.registry.tables import Revision

__all__ = ["RULES", "Problem", "Rule", "Step", "field_label", "problems"]

RULES: tuple[Rule, ...] = (
    Rule("F08", "姓名和必填项齐全", "domain.md", Step.COMPLETE, volunteer.person),
    Rule("F01", "证件号码正确", "GB 11643-1999", Step.COMPLETE, volunteer.document_number),
    Rule("F07", "日期存在且先后合理", "domain.md", Step.COMPLETE, volunteer.dates),
    Rule("F02", "年满 18 周岁", "民法典 17、1006", Step.COMPLETE, volunteer.adult),
    Rule("F09", "电话格式", "domain.md", Step.COMPLETE, volunteer.phones),
    Rule("F05", "至少一个项目和用途", "条例 767 号 10", Step.COMPLETE, intention.something_given),
    Rule("F05", "项目、用途不矛盾", "domain.md", Step.COMPLETE, intention.no_contradiction),
    Rule("F16", "行为能力与自愿声明", "民法典 1006", Step.COMPLETE, intention.declarations),
    Rule("F16", "单独同意", "个人信息保护法 29", Step.COMPLETE, intention.consent),
    Rule("F17", "近亲属", "domain.md", Step.COMPLETE, people.kin),
    Rule("F06", "捐献执行人", "domain.md", Step.COMPLETE, people.executor),
    Rule("F08", "文字可读", "domain.md", Step.COMPLETE, text.clean_text),
    Rule("F07", "登记日期", "domain.md", Step.WITNESS, volunteer.declared),
    Rule("F04", "见证人合格", "民法典 1136、1140", Step.WITNESS, people.witnesses),
    Rule("F04", "见证陈述", "民法典 1136", Step.WITNESS, people.statement),
)


def problems(revision: Revision, step: Step, today: date) -> list[Problem]:
    """Every problem at once that stops ``step`` (or is to be looked at), in the form's order.

    ``today`` is the local day at the point; it is a parameter so that a wrong clock can be told
    from a wrong entry.
    """
    return [
        problem for rule in RULES if rule.step <= step for problem in rule.check(revision, today)
    ]
