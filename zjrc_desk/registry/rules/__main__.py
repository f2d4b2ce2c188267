"""Prints docs/rules.md: every rule with its source, as the program itself has it."""

from __future__ import annotations

from collections.abc import Iterator

from zjrc_desk.registry.rules import RULES, Force, Step

_HEAD = """# Rules
Every rule of law and of sense that a registration is held against, as `zjrc_desk/registry/rules/`
has them. Written by `make docs`, never by hand; a test compares.

- **stops**: the step is not taken.
- **wants a reason**: 填写和见证完成 is done once the staff member has written down why; the reason
  is kept with the revision and frozen with it. For a row of a list it says 名单导入.
- **points out**: it is shown, and that is all.

Rules share a code where what is to be done is of one kind; the field says which it was.

| code | rule | source | asked at | |
|---|---|---|---|---|"""
_STEP = {Step.COMPLETE: "填写", Step.WITNESS: "见证"}
_FORCE = {Force.STOP: "stops", Force.REASON: "wants a reason", Force.HINT: "points out"}


def lines() -> Iterator[str]:
    """The page, line by line, without newlines."""
    yield from _HEAD.splitlines()
    for rule in RULES:
        cells = (rule.code, rule.title, rule.source, _STEP[rule.step], _FORCE[rule.force])
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    for line in lines():
        print(line)
