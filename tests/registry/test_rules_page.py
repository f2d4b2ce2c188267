"""docs/rules.md says what the program does."""

from __future__ import annotations

from pathlib import Path

from zjrc_desk.registry.rules.__main__ import lines

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_what_the_program_has() -> None:
    assert PAGE.read_text("utf-8").splitlines() == list(lines()), "run: make docs"
