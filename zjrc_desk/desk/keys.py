"""Passwords and keys: one's own password, the recovery code, the key of the store."""

from __future__ import annotations

from pathlib import Path

from zjrc_desk.desk.session import Clock, Desk, known_to_all, local_now, opened
from zjrc_desk.registry import passwords
from zjrc_desk.registry.errors import AccessError
from zjrc_desk.registry.tables import Staff
from zjrc_desk.registry.vocabulary import ADMINISTRATOR
from zjrc_desk.store.audit import append
from zjrc_desk.store.kdf import Cost
from zjrc_desk.store.keyslots import Claim
from zjrc_desk.store.store import Store


def first_password(
    folder: Path, number: str, temporary: str, new: str, clock: Clock = local_now
) -> Desk:
    """Sign in with a temporary password and replace it.

    Raises AccessError A02, A04 for a new one too short or soon guessed, A08 where it is the
    temporary one again; else as for :func:`session.sign_in`.
    """
    store = Store.open(folder, number, temporary, clock())
    desk = opened(store, number, clock, temporary=True)
    try:
        _replace(desk, temporary, new)
    except BaseException:
        desk.close()
        raise
    return desk


def change_password(desk: Desk, present: str, new: str) -> None:
    """One's own password.  Raises A02, A04, A08 the same again, StoreError D01 present one wrong,
    AccessError W19 at the practice point.

    For every role: a password is nobody's to give but one's own.
    """
    desk.require_real_keys()
    desk.store.prove(desk.staff.number, present, desk.now())
    _replace(desk, present, new)


def _replace(desk: Desk, present: str, new: str) -> None:
    number = desk.staff.number
    passwords.check(new, known_to_all(desk.point, number, desk.staff.name))
    if passwords.same(new, present):
        raise AccessError("A08", "新密码与原来的一样。", "请换一个不同的密码。")
    desk.store.put_slot(Claim.by_password(number, new))
    # After the slot: cut short between the two, the new password opens and is asked for once more.
    with desk.store.write() as session:
        session.get_one(Staff, number).temporary = False
        append(session, number, "password-change", desk.now())
    desk.staff.temporary = False


def replace_recovery_code(desk: Desk, password: str, code: str) -> None:
    """``code``, shown and typed back already, opens the store; the one before does not any more.

    ``password``: the administrator's own, so that nobody does it at a desk left open.  Raises
    AccessError A01, W19 at the practice point, StoreError D01.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    desk.store.prove(desk.staff.number, password, desk.now())
    desk.store.put_slot(Claim.by_code(code))
    with desk.store.write() as session:
        append(session, desk.staff.number, "recovery-code-new", desk.now())


def change_store_key(desk: Desk, password: str, cost: Cost | None = None) -> None:
    """Encrypt the store under a new key: who took a copy of the old key reads nothing newer.

    Passwords and recovery code stay.  Raises AccessError A01, A09, W19; StoreError D01, D05, D06,
    D07, D21.  The store is as it was wherever it raises.
    """
    desk.require(ADMINISTRATOR)
    desk.require_real_keys()
    desk.store.prove(desk.staff.number, password, desk.now())
    with desk.store.write() as session:
        append(session, desk.staff.number, "rekey-begin", desk.now())
    desk.store.change_key(cost)
    with desk.store.write() as session:
        append(session, desk.staff.number, "rekey", desk.now())
