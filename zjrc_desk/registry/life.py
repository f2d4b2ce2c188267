"""The life of a registration as an explicit state machine, in two layers.

A **revision** moves through its states (:func:`advance`):

draft 草稿 -> complete 已填写 -> witnessed 已见证 -> printed 已打印 -> signed 已签署 ->
sealed 已封批 -> accepted 已接收 | returned 已退回.

A revision that was replaced before it was signed is ``superseded`` and never goes out.  One whose
person was erased before it went out is ``erased``.  A draft that was to follow an older revision
and was given up is ``abandoned``: kept as it was left, never current again; the older one is
current, and in the state it had.

An **act** (:func:`require`) begins the next revision of the same registration:

=========  ============================  ==================================  ==================
act        allowed on                    the new revision                    enters at
=========  ============================  ==================================  ==================
change     a wish, witnessed or later    ``change``, declared anew           draft
correct    anything witnessed or later   the same kind and day, put right    draft; of a
                                                                             withdrawal or
                                                                             refusal: signed
withdraw   a wish, also while a change   ``withdrawal``                      signed: at once
           of it is being typed
refuse     anything but a refusal        ``refusal``                         signed: at once
renew      a withdrawal or refusal       ``intention``, declared anew        draft
abandon    a draft after another         none: that other one is current     as it was before
           revision
erase      anything                      ``erasure``, names nobody           signed; ends it all
=========  ============================  ==================================  ==================

民法典 1142: a declaration may be changed and withdrawn at any time, and the later one counts.
人体器官捐献和移植条例 (国务院令第 767 号): withdrawing and refusing need no reason.
个人信息保护法 47: what is kept on a person is erased on request; then only a new registration.
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
    ERASED = "erased"
    ABANDONED = "abandoned"


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
    State.ERASED: "已删除",
    State.ABANDONED: "已放弃",
}

_NEXT: Mapping[State, frozenset[State]] = {
    # Back from complete to draft: something was typed again before the witnesses came.
    State.DRAFT: frozenset({State.COMPLETE, State.SUPERSEDED, State.ERASED, State.ABANDONED}),
    State.COMPLETE: frozenset(
        {State.DRAFT, State.WITNESSED, State.SUPERSEDED, State.ERASED, State.ABANDONED}
    ),
    State.WITNESSED: frozenset({State.PRINTED, State.SUPERSEDED, State.ERASED}),
    State.PRINTED: frozenset({State.SIGNED, State.SUPERSEDED, State.ERASED}),
    State.SIGNED: frozenset({State.SEALED, State.ERASED}),
    # Back from sealed to signed: the batch as a whole was refused, and this goes with the next;
    # to erased where the person was erased meanwhile, and nothing is left to go.
    State.SEALED: frozenset({State.ACCEPTED, State.RETURNED, State.SIGNED, State.ERASED}),
    State.ACCEPTED: frozenset(),
    State.RETURNED: frozenset(),
    # Back to where it was: the draft that was to replace it was abandoned.
    State.SUPERSEDED: frozenset({State.WITNESSED, State.PRINTED}),
    State.ERASED: frozenset(),
    State.ABANDONED: frozenset(),
}

#: States in which what was entered may still be edited in place.
EDITABLE = frozenset({State.DRAFT, State.COMPLETE})
#: States of a revision whose declaration was made on paper: it goes, or has gone, to the centre.
DECLARED = frozenset({State.SIGNED, State.SEALED, State.ACCEPTED, State.RETURNED})
#: States of a revision that never leaves the point.
WAITING = frozenset({State.DRAFT, State.COMPLETE, State.WITNESSED, State.PRINTED, State.SIGNED})

#: Kinds that give something, and kinds that declare that nothing is given (any more).
GIVING_KINDS = frozenset({"intention", "change"})
ENDING_KINDS = frozenset({"withdrawal", "refusal"})


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


class Act(StrEnum):
    """What begins a new revision of a registration, or gives one up that was begun."""

    CHANGE = "change"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    REFUSE = "refuse"
    RENEW = "renew"
    ABANDON = "abandon"
    ERASE = "erase"


def why_not(act: Act, kind: str, state: str, before: str | None) -> StateError | None:
    """The error that stops ``act``; None where it is allowed.

    ``kind`` and ``state`` are the newest revision's; ``before`` is the kind of the one it
    supersedes, None for the first.  A half-typed newest revision says nothing yet: what stands is
    then what it supersedes.  Codes: L03 can still be edited in place, L04 withdrawn or refused
    already, L08 nothing was declared that could be withdrawn, L09 erased, L10 a wish stands,
    L16 nothing was begun that could be given up.
    """
    if kind == "erasure":
        return erased()
    open_ = state in EDITABLE
    standing = before if open_ else kind
    if act == Act.ERASE:
        return None
    if act == Act.ABANDON:
        return None if open_ and before is not None else _nothing_begun()
    if act in (Act.CHANGE, Act.CORRECT, Act.RENEW) and open_:
        return StateError("L03", "这份登记还没有见证，可以直接修改。", "请打开它继续填写。")
    if act == Act.RENEW:
        return None if standing in ENDING_KINDS else _stands()
    if act == Act.CORRECT:
        return None
    if act == Act.WITHDRAW and standing is None:
        return StateError(
            "L08",
            "这份登记还没有见证，没有可以撤销的意愿。",
            "不再登记的可以放着不办；本人明确不捐献的，请用“明确不捐献”。",
        )
    if standing == "refusal" or (standing == "withdrawal" and act != Act.REFUSE):
        label = "明确不捐献" if standing == "refusal" else "撤销"
        return StateError(
            "L04", f"这份登记已经{label}。", "不需要再次办理；本人又愿意捐献的，请用“重新登记”。"
        )
    return None


def acts(kind: str, state: str, before: str | None) -> frozenset[Act]:
    """What may be done now, for the buttons; arguments as for :func:`why_not`."""
    return frozenset(act for act in Act if why_not(act, kind, state, before) is None)


def require(act: Act, kind: str, state: str, before: str | None) -> None:
    """Raises the StateError of :func:`why_not`."""
    error = why_not(act, kind, state, before)
    if error is not None:
        raise error


def erased() -> StateError:
    """L09: nothing is kept of this person any more."""
    return StateError(
        "L09",
        "这份登记的个人信息已经删除，只留下编号和日期。",
        "本人又愿意登记的，请另作新登记。",
    )


def _nothing_begun() -> StateError:
    return StateError(
        "L16",
        "这份登记没有正在填写的变更或更正，没有可以放弃的。",
        "请重新打开这份登记，看它现在的状态。",
    )


def _stands() -> StateError:
    return StateError("L10", "这份登记里的意愿仍然有效。", "意愿变了请用“变更”。")
