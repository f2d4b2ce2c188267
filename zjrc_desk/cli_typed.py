"""What stands on the command line, made sure of before anything is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import typer

from zjrc_desk.registry.errors import EntryError, StoreError

#: Exit codes beside 0, 1 and 2: some rows or letters were refused, or a paper is genuine and does
#: not count (any more); a paper is not to be believed.
SOME_REFUSED = 3
NOT_BELIEVED = 4


def serials(typed: Sequence[str] | None) -> list[str]:
    """Serials in their one form.  Raises EntryError F18 where a check character is wrong."""
    from zjrc_desk.registry.serial import normalise_serial

    found = []
    for text in typed or []:
        serial = normalise_serial(text)
        if serial is None:
            raise EntryError("F18", "编号不对，校验位不符。", "请对照纸面逐位核对。")
        found.append(serial)
    return found


def day(text: str, what: str) -> date:
    """A day; ``what``: its name in the message.  Raises EntryError F07 where it is none."""
    from zjrc_desk.registry.normalise import normalise_date, parse_date

    found = parse_date(normalise_date(text))
    if found is None:
        raise EntryError("F07", f"{what}不是一个存在的日期。", "请按 2026-11-24 的样子填写。")
    return found


def one_of(option: str, value: str, labels: Mapping[str, str]) -> None:
    """Wrong usage (exit code 2), with the list, unless the value is in it."""
    if value not in labels:
        known = "、".join(f"{one} {label}" for one, label in labels.items())
        raise typer.BadParameter(f"{option} 没有“{value}”；可以写：{known}")


def new_file(path: Path, suffixes: Sequence[str], *, force: bool) -> None:
    """Wrong usage (exit code 2) where the name does not end as what will be in it.

    Raises StoreError D27 where such a file is there and not to be overwritten.
    """
    if path.suffix.lower() not in suffixes:
        raise typer.BadParameter(f"{path.name}：文件名要以 {' 或 '.join(suffixes)} 结尾。")
    if path.exists() and not force:
        raise StoreError(
            "D27",
            f"{path} 已经有了，没有覆盖。",
            "请换一个文件名；确实要覆盖的，加 --force。",
            detail="file exists",
        )
