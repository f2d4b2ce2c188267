"""Accounts, roles, passwords and the recovery code, through the use cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import col, select

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from tests.people import revision
from zjrc_desk.desk import keys, recovery, register, staff
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.tables import AuditEntry, Point, Staff
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, AUDITOR, REGISTRAR

NEW = "tea-lamp-river"


def refused(code: str) -> pytest.RaisesExc[ZjrcError]:
    return pytest.RaisesExc(ZjrcError, check=lambda error: error.code == code)


@pytest.fixture
def come_in(store_folder: Path, clock: TestClock) -> Callable[..., Desk]:
    """Somebody signs in; ``new`` replaces a temporary password."""

    def sign(number: str, password: str, new: str = "") -> Desk:
        if new:
            return keys.first_password(store_folder, number, password, new, clock)
        return sign_in(store_folder, number, password, clock)

    return sign


def actions(desk: Desk) -> list[str]:
    with desk.store.read() as session:
        entries = session.exec(select(AuditEntry).order_by(col(AuditEntry.number))).all()
        return [f"{entry.action} {entry.record_id}".strip() for entry in entries]


def test_a_new_account_signs_in_once_with_its_temporary_password_and_replaces_it(
    desk: Desk, come_in: Callable[..., Desk]
) -> None:
    temporary = staff.add(desk, "B002", "样例甲", REGISTRAR)
    assert len(temporary) == 14
    desk.close()
    with refused("A05"):
        come_in("B002", temporary)
    with refused("A08"):
        come_in("B002", temporary, temporary)
    with refused("A02"):
        come_in("B002", temporary, "short")
    with refused("A04"):
        come_in("B002", temporary, "B002-zjhz0001")
    new = come_in("B002", temporary, NEW)
    assert (new.staff.role, new.staff.name) == (REGISTRAR, "样例甲")
    register.save_draft(new, revision())
    new.close()
    with refused("D01"):
        come_in("B002", temporary)
    come_in("B002", NEW).close()
    come_in(ADMIN, PASSWORD).close()


def test_a_disabled_account_opens_nothing_until_it_is_enabled(
    desk: Desk, come_in: Callable[..., Desk]
) -> None:
    first = staff.add(desk, "B002", "样例甲", REGISTRAR)
    staff.disable(desk, "B002")
    assert desk.store.keys_of().staff() == [ADMIN]
    with refused("A03"):
        staff.reset_password(desk, "B002")
    desk.close()
    with refused("D01"):
        come_in("B002", first, NEW)
    desk = come_in(ADMIN, PASSWORD)
    again = staff.enable(desk, "B002")
    desk.close()
    with refused("D01"):
        come_in("B002", first, NEW)
    come_in("B002", again, NEW).close()


def test_a_slot_that_outlived_the_disabling_does_not_help(
    desk: Desk, store_folder: Path, come_in: Callable[..., Desk]
) -> None:
    staff.add(desk, "B002", "样例甲", REGISTRAR)
    temporary = staff.reset_password(desk, "B002")
    slots = (store_folder / "slots.json").read_bytes()
    staff.disable(desk, "B002")
    desk.close()
    # As if the PC had gone off between the row and the slot.
    (store_folder / "slots.json").write_bytes(slots)
    with refused("A03"):
        come_in("B002", temporary, NEW)


def test_the_last_administrator_stays_one(desk: Desk, come_in: Callable[..., Desk]) -> None:
    for act in (
        lambda: staff.disable(desk, ADMIN),
        lambda: staff.change_role(desk, ADMIN, REGISTRAR),
    ):
        with refused("A06"):
            act()
    staff.add(desk, "B002", "样例甲", ADMINISTRATOR)
    staff.disable(desk, "B002")
    with refused("A06"):
        staff.disable(desk, ADMIN)
    temporary = staff.enable(desk, "B002")
    staff.change_role(desk, ADMIN, AUDITOR)
    with refused("A01"):
        staff.everybody(desk)
    desk.close()
    other = come_in("B002", temporary, NEW)
    with refused("A06"):
        staff.disable(other, "B002")
    staff.disable(other, ADMIN)
    other.close()


def test_numbers_names_roles_and_minutes_that_are_none_are_refused(desk: Desk) -> None:
    staff.add(desk, "B002", "样例甲", REGISTRAR)
    for code, act in (
        ("A07", lambda: staff.add(desk, "b002", "样例乙", REGISTRAR)),
        ("F19", lambda: staff.add(desk, "张三", "样例乙", REGISTRAR)),
        ("F19", lambda: staff.add(desk, "B003", "  ", REGISTRAR)),
        ("F15", lambda: staff.add(desk, "B003", "样例乙", "king")),
        ("A07", lambda: staff.rename(desk, "B009", "样例乙")),
        ("A07", lambda: staff.disable(desk, "B009")),
        ("A07", lambda: staff.reset_password(desk, "B009")),
        ("A14", lambda: staff.enable(desk, "B002")),
        ("F15", lambda: staff.change_role(desk, "B002", "king")),
        ("F19", lambda: staff.set_idle(desk, 0)),
        ("F19", lambda: staff.set_idle(desk, 31)),
    ):
        with refused(code):
            act()
    staff.rename(desk, "B002", "样例丙")
    assert [(one.number, one.name) for one in staff.everybody(desk)] == [
        (ADMIN, ADMIN),
        ("B002", "样例丙"),
    ]


def test_the_minutes_of_the_lock_are_kept(desk: Desk, come_in: Callable[..., Desk]) -> None:
    assert desk.point.idle_minutes == 5
    staff.set_idle(desk, 12)
    desk.close()
    again = come_in(ADMIN, PASSWORD)
    assert again.point.idle_minutes == 12
    again.close()


def test_ones_own_password_is_changed_by_who_knows_it(
    desk: Desk, come_in: Callable[..., Desk]
) -> None:
    with refused("D01"):
        keys.change_password(desk, "wrong password", NEW)
    full_width = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in PASSWORD)
    for again in (PASSWORD, full_width):
        with refused("A08"):
            keys.change_password(desk, PASSWORD, again)
    with refused("A04"):
        keys.change_password(desk, PASSWORD, "A001ZJHZ0001")
    keys.change_password(desk, PASSWORD, NEW)
    desk.close()
    with refused("D01"):
        come_in(ADMIN, PASSWORD)
    come_in(ADMIN, NEW).close()


def test_guessing_at_an_open_desk_waits_like_guessing_at_a_closed_one(desk: Desk) -> None:
    for _ in range(5):
        with refused("D01"):
            keys.change_password(desk, "wrong password", NEW)
    with pytest.raises(ZjrcError, match="暂时不能"):
        keys.change_password(desk, PASSWORD, NEW)


def test_every_act_on_accounts_is_in_the_audit_without_a_name_or_password(desk: Desk) -> None:
    temporary = staff.add(desk, "B002", "样例甲", REGISTRAR)
    staff.rename(desk, "B002", "样例乙")
    staff.change_role(desk, "B002", AUDITOR)
    staff.reset_password(desk, "B002")
    staff.disable(desk, "B002")
    staff.enable(desk, "B002")
    staff.set_idle(desk, 7)
    keys.change_password(desk, PASSWORD, NEW)
    keys.replace_recovery_code(desk, NEW, recovery.new_recovery_code())
    keys.change_store_key(desk, NEW, CHEAP)
    found = actions(desk)
    assert [one for one in found if one not in ("set-up", "signing-key", "sign-in")] == [
        "staff-add staff:B002:registrar",
        "staff-rename staff:B002",
        "staff-role staff:B002:auditor",
        "staff-reset staff:B002",
        "staff-disable staff:B002",
        "staff-enable staff:B002",
        "idle-minutes minutes:7",
        "password-change",
        "recovery-code-new",
        "rekey-begin",
        "rekey",
    ]
    assert not any(word in " ".join(found) for word in ("样例", temporary, NEW))


def test_all_passwords_still_open_after_the_key_was_changed(
    desk: Desk, come_in: Callable[..., Desk]
) -> None:
    temporary = staff.add(desk, "B002", "样例甲", REGISTRAR)
    keys.change_store_key(desk, PASSWORD, CHEAP)
    register.save_draft(desk, revision())
    desk.close()
    come_in("B002", temporary, NEW).close()
    come_in("B002", NEW).close()


# -- recovery ------------------------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path: Path, clock: TestClock) -> tuple[Path, str]:
    """A point of its own, and its recovery code."""
    folder = tmp_path / "own"
    point = Point(code="ZJ-HZ-0002", name="另一处")
    code = recovery.new_recovery_code()
    assert set_up(folder, point, ADMIN, PASSWORD, clock, code=code, cost=CHEAP) == code
    return folder, code


def test_with_the_code_the_last_administrator_who_forgot_the_password_gets_a_new_one(
    pair: tuple[Path, str], clock: TestClock
) -> None:
    folder, code = pair
    desk = sign_in(folder, ADMIN, PASSWORD, clock)
    staff.add(desk, "B002", "样例甲", REGISTRAR)
    kept = register.save_draft(desk, revision())
    desk.close()
    for number, new, refusal in (
        (ADMIN, "short", "A02"),
        (ADMIN, "woaini1314", "A04"),
        ("B002", NEW, "A10"),
        ("a001", NEW, "A10"),
        ("张三", NEW, "F19"),
    ):
        with refused(refusal):
            recovery.recover(folder, code, number, new, clock)
    sign_in(folder, ADMIN, PASSWORD, clock).close()
    desk = recovery.recover(folder, code.lower().replace("-", " "), ADMIN, NEW, clock)
    assert register.open_registration(desk, kept.record_id).volunteer.name == "余淑福"
    assert [one for one in actions(desk) if one.startswith("recover")] == ["recovery", "recovered"]
    desk.close()
    with refused("D01"):
        sign_in(folder, ADMIN, PASSWORD, clock)
    sign_in(folder, ADMIN, NEW, clock).close()


def test_where_all_administrators_are_gone_the_code_makes_a_new_one(
    pair: tuple[Path, str], clock: TestClock
) -> None:
    folder, code = pair
    desk = recovery.recover(folder, code, "C003", NEW, clock)
    staff.disable(desk, ADMIN)
    desk.close()
    desk = recovery.recover(folder, code, ADMIN, PASSWORD, clock)
    with desk.store.read() as session:
        assert not session.get_one(Staff, ADMIN).disabled
    desk.close()


def test_a_new_code_voids_the_old_one(pair: tuple[Path, str], clock: TestClock) -> None:
    folder, code = pair
    desk = sign_in(folder, ADMIN, PASSWORD, clock)
    new = recovery.new_recovery_code()
    with refused("D01"):
        keys.replace_recovery_code(desk, "wrong password", new)
    with refused("A11"):
        recovery.typed_back(new, code)
    recovery.typed_back(new, new.lower())
    keys.replace_recovery_code(desk, PASSWORD, new)
    desk.close()
    with refused("D01"):
        recovery.recover(folder, code, ADMIN, NEW, clock)
    recovery.recover(folder, new, ADMIN, NEW, clock).close()


def test_wrong_codes_wait_like_wrong_passwords(pair: tuple[Path, str], clock: TestClock) -> None:
    folder, code = pair
    for _ in range(5):
        with refused("D01"):
            recovery.recover(folder, recovery.new_recovery_code(), ADMIN, NEW, clock)
    with pytest.raises(ZjrcError, match="暂时不能登录"):
        recovery.recover(folder, code, ADMIN, NEW, clock)
