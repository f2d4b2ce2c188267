"""练习: a point of its own with made-up people, beside the real one and apart from it.

What makes it practice is the point's code in its store (``PRACTICE_CODE``), not the folder it lies
in: however it is opened, it is marked, and neither enrolled nor sealed.  Its password is no secret.
"""

from __future__ import annotations

import csv
import shutil
from itertools import islice
from pathlib import Path

from zjrc_desk.desk.import_list import import_list
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.session import Clock, Desk, is_set_up, local_now, set_up, sign_in
from zjrc_desk.registry.errors import DISK_FULL, StoreError
from zjrc_desk.registry.resources import resource
from zjrc_desk.registry.serial import PRACTICE_CODE
from zjrc_desk.registry.tables import Point
from zjrc_desk.store.kdf import Cost

STAFF = "A001"
PASSWORD = "made-up people only"
_NAME = "练习登记点（不是真实登记）"
#: Guessing is of no use where everybody is let in.
_CHEAP = Cost(passes=1, memory_kib=8 * 1024, lanes=1)
_PEOPLE, _PRINTED, _SIGNED = 24, 2, 1
_WRONG_PASSWORD = "D01"


def practice_folder(folder: Path) -> Path:
    """Where the practice point of a data folder lies."""
    return folder.with_name(f"{folder.name}-practice")


def open_practice(folder: Path, clock: Clock = local_now) -> Desk:
    """The practice point beside the data folder ``folder``, made on its first use.

    Raises StoreError W17 where a store lies there that is none, D05 where it is open already, D06
    and D07 where it can't be made.
    """
    place = practice_folder(folder)
    if not is_set_up(place):
        try:
            _make(place, clock)
        except OSError as error:
            raise _not_made(error) from error
    try:
        desk = sign_in(place, STAFF, PASSWORD, clock)
    except StoreError as error:
        if error.code == _WRONG_PASSWORD:
            raise _not_practice() from error
        raise
    if not desk.practising:
        desk.close()
        raise _not_practice()
    return desk


def reset(desk: Desk) -> None:
    """Close the practice point and take it away; the next :func:`open_practice` makes it anew.

    Raises StoreError W17 at a real point, which is left as it is; AccessError A01 for an auditor.
    """
    desk.require_entry()
    if not desk.practising:
        raise _not_practice()
    folder = desk.store.folder
    desk.close()
    shutil.rmtree(folder)


def _make(place: Path, clock: Clock) -> None:
    """Whole or not at all: built under another name."""
    unfinished = place.with_name(f"{place.name}.new")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    unfinished.parent.mkdir(parents=True, exist_ok=True)
    point = Point(code=PRACTICE_CODE, name=_NAME, host="虚构的养老服务中心")
    set_up(unfinished, point, STAFF, PASSWORD, clock, cost=_CHEAP, practice=True)
    desk = sign_in(unfinished, STAFF, PASSWORD, clock)
    try:
        people = _some_people(unfinished)
        import_list(desk, people)
        people.unlink()
        serials = waiting(desk)[:_PRINTED]
        list(print_letters(desk, serials))
        record_signed(desk, serials[:_SIGNED])
    finally:
        desk.close()
    unfinished.rename(place)


def _some_people(folder: Path) -> Path:
    """The first of the demonstration's list, enough to practise with."""
    some = folder / "people.csv"
    with resource("demo", "registrations.csv").open(encoding="utf-8-sig", newline="") as every:
        rows = list(islice(csv.reader(every), 1 + _PEOPLE))
    with some.open("w", encoding="utf-8", newline="") as written:
        csv.writer(written).writerows(rows)
    return some


def _not_made(error: OSError) -> StoreError:
    if error.errno in DISK_FULL:
        return StoreError(
            "D06",
            "磁盘满了，练习没有准备好。",
            "请清理磁盘空间，再试一次；真的登记不受影响。",
            detail=type(error).__name__,
        )
    return StoreError(
        "D07",
        "练习没有准备好：数据文件夹旁边不能写入。",
        "请技术支持检查文件夹的权限，再试一次；真的登记不受影响。",
        detail=type(error).__name__,
    )


def _not_practice() -> StoreError:
    return StoreError(
        "W17", "这不是练习用的文件夹，没有动它。", "请把它改个名字，再进入练习；里面的内容都在。"
    )
