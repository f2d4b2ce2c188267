"""The life of a registration's revision as an explicit state machine.

draft 草稿 -> complete 已填写 -> witnessed 已见证 -> printed 已打印 -> signed 已签署 ->
sealed 已封批 -> accepted 已接收 | returned 已退回.

A revision that was replaced before it was signed is ``superseded`` and never goes out.
A withdrawal (民法典 1142: at any time, at once) enters at ``signed``.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from zjrc_desk.registry.errors import StateError


class State(StrEnum):
    """Where a revision is in its life."""

    DRAFT = "draft"
    COMPLETE = "complete"
    WITNESSED = "witnessed"
    PRINTED = "printed"
    SIGNED = "signed"
    SEALED = "sealed"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    SUPERSEDED = "superseded"


STATE_LABEL: Mapping[str, str] = {
    State.DRAFT: "草稿",
    State.COMPLETE: "已填写",
    State.WITNESSED: "已见证",
    State.PRINTED: "已打印",
    State.SIGNED: "已签署",
    State.SEALED: "已封批",
    State.ACCEPTED: "已接收",
    State.RETURNED: "已退回",
    State.SUPERSEDED: "已被替代",
}

_NEXT: Mapping[State, frozenset[State]] = {
    # Back from complete to draft: something was typed again before the witnesses came.
    State.DRAFT: frozenset({State.COMPLETE, State.SUPERSEDED}),
    State.COMPLETE: frozenset({State.DRAFT, State.WITNESSED, State.SUPERSEDED}),
    State.WITNESSED: frozenset({State.PRINTED, State.SUPERSEDED}),
    State.PRINTED: frozenset({State.SIGNED, State.SUPERSEDED}),
    State.SIGNED: frozenset({State.SEALED}),
    # Back from sealed to signed: the batch as a whole was refused, and this goes with the next.
    State.SEALED: frozenset({State.ACCEPTED, State.RETURNED, State.SIGNED}),
    State.ACCEPTED: frozenset(),
    State.RETURNED: frozenset(),
    State.SUPERSEDED: frozenset(),
}

#: States in which what was entered may still be edited in place.
EDITABLE = frozenset({State.DRAFT, State.COMPLETE})
#: States of a revision whose declaration was made on paper: it goes, or has gone, to the centre.
DECLARED = frozenset({State.SIGNED, State.SEALED, State.ACCEPTED, State.RETURNED})


def advance(state: str, to: State) -> State:
    """``to``, if the life of a registration allows that step; raises StateError L01 if not."""
    if to not in _NEXT[State(state)]:
        raise StateError(
            "L01",
            f"这份登记现在是“{STATE_LABEL[state]}”，不能变为“{STATE_LABEL[to]}”。",
            "请打开这份登记，按页面左侧的步骤继续。",
            detail=f"{state} -> {to}",
        )
    return to
