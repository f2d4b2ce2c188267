"""Rules on what is given and for what use."""

from __future__ import annotations

from collections.abc import Iterator

from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules.base import Circumstances, Problem, outside_list
from zjrc_desk.registry.tables import Revision


def something_given(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """At least one item and one use, each of its list (F05)."""
    intention = revision.intention
    if not intention.items:
        yield Problem("F05", "intention.items", "没有选择捐献项目。", "请至少选择一项。")
    if not intention.uses:
        yield Problem("F05", "intention.uses", "没有选择用途。", "请至少选择一种用途。")
    if any(item not in v.ITEM for item in intention.items):
        yield Problem("F05", "intention.items", "捐献项目不在可选的范围内。", "请从列表中选择。")
    if any(use not in v.USE for use in intention.uses):
        yield Problem("F05", "intention.uses", "用途不在可选的范围内。", "请从列表中选择。")


def lists(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """The order of preference is of its list (F15)."""
    preference = revision.intention.preference
    if preference and preference not in v.PREFERENCE:
        yield outside_list("intention.preference")


def no_contradiction(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Items, uses and order of preference can all be followed at once (F05)."""
    intention = revision.intention
    items, uses = set(intention.items), set(intention.uses)
    parts = items - {v.WHOLE_BODY, v.ALL_USABLE}
    if v.ALL_USABLE in items and parts:
        yield Problem(
            "F05",
            "intention.items",
            "既选了“全部可用的器官和组织”，又单选了其中几项，前后矛盾。",
            "请问清志愿者：全部都捐，还是只捐所选的几项。",
        )
    if items == {v.WHOLE_BODY} and uses == {v.TRANSPLANT}:
        yield Problem(
            "F05",
            "intention.uses",
            "只捐遗体不能只用于临床移植，前后矛盾。",
            "请加选医学教学或科学研究，或加选器官、组织。",
        )
    yield from _order(intention.preference, items)


def _order(preference: str, items: set[str]) -> Iterator[Problem]:
    path = "intention.preference"
    both = v.WHOLE_BODY in items and items - {v.WHOLE_BODY}
    if preference == "organs_first" and not both:
        yield Problem(
            "F05",
            path,
            "选了先后顺序，但没有同时选遗体和器官（组织）。",
            "请补选项目，或清除先后顺序。",
        )
    if preference == "body_only" and v.WHOLE_BODY not in items:
        yield Problem(
            "F05",
            path,
            "选了以遗体捐献为主，但没有选遗体。",
            "请补选遗体，或清除先后顺序。",
        )


def capacity(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Full capacity is declared (F16)."""
    if not revision.intention.capacity_declared:
        yield Problem(
            "F16",
            "intention.capacity_declared",
            "还没有确认志愿者具有完全民事行为能力。",
            "请向志愿者说明并勾选。",
        )


def voluntary(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Free, unpaid will is declared (F16)."""
    if not revision.intention.voluntary_declared:
        yield Problem(
            "F16",
            "intention.voluntary_declared",
            "还没有确认捐献是自愿、无偿的。",
            "请向志愿者说明并勾选。",
        )


def consent(revision: Revision, _circumstances: Circumstances) -> Iterator[Problem]:
    """Separate consent to handling sensitive personal information (F16).

    A row of a list has its consent signed on the printed letter, and gives it by signing.
    """
    if revision.source == "desk" and not revision.consent.given_at:
        yield Problem(
            "F16",
            "consent.given_at",
            "志愿者还没有单独同意处理个人信息。",
            "请宣读同意书，志愿者同意后勾选。",
        )
