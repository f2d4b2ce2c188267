"""The words of the papers, each version in its own file: what was signed stays readable."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.resources import resource

#: The version a paper is printed with the first time; a reprint keeps the one it had.
TEXT_VERSION = "1"


@cache
def words(paper: str, version: str = TEXT_VERSION) -> dict[str, Any]:
    """The words of a paper, as tables of ``resources/texts/<paper>-<version>.toml``.

    Raises LetterError T06 where they are not there.
    """
    name = f"{paper}-{version}.toml"
    try:
        content = resource("texts", name).read_text(encoding="utf-8")
        return tomllib.loads(content)
    except (OSError, ValueError) as error:
        raise LetterError(
            "T06",
            "找不到这份文书的文字，没有打印。",
            "程序没有装完整，请重新安装后再试。",
            detail=name,
        ) from error
