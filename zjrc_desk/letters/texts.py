"""The words of the papers, each version in its own file: what was signed stays readable."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from zjrc_desk.registry.resources import resource

#: The version new letters are printed with.
TEXT_VERSION = "1"


@cache
def intention_letter(version: str = TEXT_VERSION) -> dict[str, Any]:
    """The words of the 意愿书(家书), as tables of ``resources/texts``."""
    content = resource("texts", f"intention_letter-{version}.toml").read_text(encoding="utf-8")
    return tomllib.loads(content)
