"""The recovery code: on paper, and what it is for when no administrator's password is left."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from zjrc_desk.desk.session import STAFF_NUMBER, Clock, Desk, known_to_all, local_now, opened
from zjrc_desk.registry import passwords
from zjrc_desk.registry.errors import AccessError, EntryError
from zjrc_desk.registry.tables import Point, Staff
from zjrc_desk.registry.vocabulary import ADMINISTRATOR
from zjrc_desk.store import people, registrations
from zjrc_desk.store.audit import append
from zjrc_desk.store.keyslots import Claim
from zjrc_desk.store.recovery_code import new_recovery_code, same
from zjrc_desk.store.store import Store

__all__ = ["code_for", "new_recovery_code", "recover", "sheet", "typed_back"]


def code_for(desk: Desk) -> str:
    """A new recovery code, to be shown to who may put it in the old one's place.  Raises A01."""
    desk.require(ADMINISTRATOR)
    return new_recovery_code()


def typed_back(code: str, typed: str) -> None:
    """Raises AccessError A11 unless what was typed is the code; blanks and O for 0 don't matter."""
    if not same(code, typed):
        raise AccessError("A11", "与恢复码不一致。", "请对照抄下的恢复码逐组再输一遍。")


def sheet(point: Point, code: str, day: date) -> bytes:
    """The recovery sheet as PDF, to be printed and never kept.  Raises LetterError F10, P01.

    Without a desk: it is printed before the point is set up.
    """
    from zjrc_desk.letters import recovery_sheet

    return recovery_sheet.render(point, code, day)


def recover(folder: Path, code: str, number: str, new: str, clock: Clock = local_now) -> Desk:
    """Open the store by the code and give an administrator a new password; signs that one in.

    ``number``: an administrator's, also a disabled one's, or a new number, which becomes an
    administrator's: the last one may have left for good.  Wrong codes count as wrong passwords do.
    Raises StoreError D01 for a wrong code, AccessError A10 for a number of another role, A02, A04,
    EntryError F19; nothing is changed then.
    """
    if not STAFF_NUMBER.fullmatch(number):
        raise EntryError("F19", "工号的格式不对。", "请用 20 位以内的字母、数字或连字符，如 A001。")
    store = Store.open_with_recovery(folder, code, clock())
    try:
        _make_administrator(store, number, new, clock)
        store.put_slot(Claim.by_password(number, new))
    except BaseException:
        store.close()
        raise
    return opened(store, number, clock, action="recovered")


def _make_administrator(store: Store, number: str, new: str, clock: Clock) -> None:
    now = clock().isoformat(timespec="seconds")
    with store.write() as session:
        point = registrations.point(session)
        known = {one.number.casefold(): one for one in people.everybody(session)}
        staff = known.get(number.casefold())
        if staff is not None and (staff.role != ADMINISTRATOR or staff.number != number):
            raise AccessError(
                "A10",
                "这个工号不是管理员，或大小写不同。",
                "请填管理员的工号，或一个没有用过的工号。",
            )
        passwords.check(new, known_to_all(point, number))
        if staff is None:
            staff = Staff(number=number, name=number, role=ADMINISTRATOR, created_at=now)
            session.add(staff)
        staff.disabled = staff.temporary = False
        append(session, number, "recovery", clock())
