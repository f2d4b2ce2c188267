"""Every page of a small store damaged in turn: it has to be found, and said what to do."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ADMIN, PASSWORD, TestClock
from zjrc_desk.desk.check import check_folder
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.engine import PAGE_BYTES
from zjrc_desk.store.place import DATABASE


@dataclass
class PageDamage:
    """``pages`` damaged in turn, by what it was found (a code), and what was wrong about it."""

    pages: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def run(store: Path, scratch: Path, step: int) -> PageDamage:
    """Damage every ``step``-th page of a copy of ``store`` and check it."""
    damage = PageDamage()
    content = (store / DATABASE).read_bytes()
    for page in range(0, len(content) // PAGE_BYTES, step):
        copy = scratch / f"page-{page}"
        shutil.copytree(store, copy)
        middle = page * PAGE_BYTES + PAGE_BYTES // 2
        with (copy / DATABASE).open("r+b") as file:
            file.seek(middle)
            file.write(bytes(byte ^ 0xFF for byte in content[middle : middle + 16]))
        damage.pages += 1
        _look(copy, page, damage)
        shutil.rmtree(copy)
    return damage


def _look(copy: Path, page: int, damage: PageDamage) -> None:
    try:
        report = check_folder(copy, ADMIN, PASSWORD, TestClock())
    except StoreError as error:
        damage.codes[error.code] += 1
        if "备份" not in error.remedy:
            damage.wrong.append(f"page {page}: {error.code} offers no backup")
        return
    damage.codes.update({finding.code for finding in report.findings})
    if report.sound:
        damage.wrong.append(f"page {page}: nothing found")
