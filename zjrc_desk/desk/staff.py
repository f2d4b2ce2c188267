"""Who works here: accounts, roles, temporary passwords.  Administrators only."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sqlmodel import Session

from zjrc_desk.desk.session import STAFF_NUMBER, Desk
from zjrc_desk.registry.errors import AccessError, EntryError
from zjrc_desk.registry.tables import Point, Staff
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, ROLE
from zjrc_desk.store import people
from zjrc_desk.store.audit import append
from zjrc_desk.store.keyslots import Claim

NAME_LIMIT = 30
IDLE_LEAST, IDLE_MOST = 1, 30
_LETTERS = "abcdefghjkmnpqrstvwxyz23456789"


def everybody(desk: Desk) -> Sequence[Staff]:
    """All accounts, those that may sign in first.  Raises AccessError A01."""
    desk.require(ADMINISTRATOR)
    with desk.store.read() as session:
        return people.everybody(session)


def add(desk: Desk, number: str, name: str, role: str) -> str:
    """A new account; returns its temporary password, which is shown once.

    Raises AccessError A01, A07 where the number is taken, EntryError F19 for a number or name that
    is none, F15 for a role that is none.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    number, name = number.strip(), _named(name)
    if not STAFF_NUMBER.fullmatch(number):
        raise EntryError("F19", "工号的格式不对。", "请用 20 位以内的字母、数字或连字符，如 A001。")
    _known_role(role)
    now = desk.now()
    with desk.store.write() as session:
        # Two accounts that differ in one capital letter would be taken for one another.
        if number.casefold() in {one.number.casefold() for one in people.everybody(session)}:
            raise AccessError("A07", "这个工号已经有人用了。", "请换一个工号，或启用原来的账号。")
        session.add(
            Staff(
                number=number,
                name=name,
                role=role,
                temporary=True,
                created_at=now.isoformat(timespec="seconds"),
            )
        )
        append(session, desk.staff.number, "staff-add", now, f"staff:{number}:{role}")
    return _give_temporary(desk, number)


def disable(desk: Desk, number: str) -> None:
    """The account opens nothing any more; what it recorded stays under its number.

    Raises AccessError A01, A06 for the last administrator, A07 where there is no such account.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    with desk.store.write() as session:
        staff = _found(session, number)
        _not_the_last(session, staff)
        staff.disabled = True
        append(session, desk.staff.number, "staff-disable", desk.now(), f"staff:{number}")
    # After the row: cut short between the two, the account is shut out all the same.
    desk.store.remove_slot(number)


def enable(desk: Desk, number: str) -> str:
    """A disabled account comes back; returns its temporary password.

    Raises A01, A07, A14 where it is not disabled: its password would be gone for nothing.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    return _renewed(desk, number, "staff-enable")


def reset_password(desk: Desk, number: str) -> str:
    """Somebody forgot the password; returns a temporary one.  Raises A01, A03 disabled, A07."""
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    return _renewed(desk, number, "staff-reset")


def rename(desk: Desk, number: str, name: str) -> None:
    """Another name for an account.  Raises A01, A07, F19."""
    desk.require(ADMINISTRATOR)
    name = _named(name)
    with desk.store.write() as session:
        _found(session, number).name = name
        append(session, desk.staff.number, "staff-rename", desk.now(), f"staff:{number}")
    if number == desk.staff.number:
        desk.staff.name = name


def change_role(desk: Desk, number: str, role: str) -> None:
    """Another role.  Raises A01, A06 for the last administrator, A07, F15."""
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    _known_role(role)
    with desk.store.write() as session:
        staff = _found(session, number)
        if role != ADMINISTRATOR:
            _not_the_last(session, staff)
        staff.role = role
        append(session, desk.staff.number, "staff-role", desk.now(), f"staff:{number}:{role}")
    if number == desk.staff.number:
        desk.staff.role = role


def set_idle(desk: Desk, minutes: int) -> None:
    """After how many minutes the window locks itself.  Raises A01; F19 outside 1 to 30."""
    desk.require(ADMINISTRATOR)
    if not IDLE_LEAST <= minutes <= IDLE_MOST:
        raise EntryError("F19", "自动锁定的时间不对。", f"请填 {IDLE_LEAST} 到 {IDLE_MOST} 分钟。")
    with desk.store.write() as session:
        session.get_one(Point, desk.point.code).idle_minutes = minutes
        append(session, desk.staff.number, "idle-minutes", desk.now(), f"minutes:{minutes}")
    desk.point.idle_minutes = minutes


def _renewed(desk: Desk, number: str, action: str) -> str:
    with desk.store.write() as session:
        staff = _found(session, number)
        if staff.disabled and action != "staff-enable":
            raise AccessError("A03", "这个账号已停用。", "请先启用这个账号。")
        if not staff.disabled and action == "staff-enable":
            raise AccessError(
                "A14", "这个账号没有停用，不需要启用。", "忘记密码的，请重设这个人的密码。"
            )
        staff.disabled, staff.temporary = False, True
        append(session, desk.staff.number, action, desk.now(), f"staff:{number}")
    return _give_temporary(desk, number)


def _give_temporary(desk: Desk, number: str) -> str:
    """60 random bits that can be read aloud; good for one sign-in, in which it is replaced."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    password = "-".join(groups)
    desk.store.put_slot(Claim.by_password(number, password))
    return password


def _found(session: Session, number: str) -> Staff:
    staff = session.get(Staff, number)
    if staff is None:
        raise AccessError("A07", "没有这个工号。", "请核对大小写。")
    return staff


def _not_the_last(session: Session, staff: Staff) -> None:
    last = people.other_administrators(session, staff.number) == 0
    if last and staff.role == ADMINISTRATOR and not staff.disabled:
        raise AccessError(
            "A06", "这是最后一位管理员，不能停用或改成别的角色。", "请先添加另一位管理员。"
        )


def _named(name: str) -> str:
    name = name.strip()
    if not name or len(name) > NAME_LIMIT or not name.isprintable():
        raise EntryError("F19", "姓名没有填写或太长。", f"请填写，至多 {NAME_LIMIT} 个字。")
    return name


def _known_role(role: str) -> None:
    if role not in ROLE:
        raise EntryError("F15", "没有这个角色。", "请从登记员、管理员、审计员里选一个。")
