"""Who is at the desk: setting up a point, signing in, and what a role may do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding
from sqlmodel import Session

from zjrc_desk import RELEASED
from zjrc_desk.batches.certificates import key_bytes, new_key, self_signed
from zjrc_desk.desk.place import is_set_up as is_set_up
from zjrc_desk.registry import passwords
from zjrc_desk.registry.batch_tables import SigningIdentity
from zjrc_desk.registry.errors import AccessError, EntryError
from zjrc_desk.registry.normalise import normalise_phone
from zjrc_desk.registry.serial import POINT_CODE, PRACTICE_CODE
from zjrc_desk.registry.tables import Point, Staff
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, REGISTRAR, ROLE
from zjrc_desk.store import drafts, registrations
from zjrc_desk.store.audit import append, last_entry, went_back
from zjrc_desk.store.kdf import Cost
from zjrc_desk.store.opening import already_there
from zjrc_desk.store.recovery_code import new_recovery_code as new_recovery_code
from zjrc_desk.store.store import Store

Clock = Callable[[], datetime]
STAFF_NUMBER = re.compile("[A-Za-z0-9_-]{1,20}")
POINT_NAME_LIMIT = 60
_A_YEAR = timedelta(days=366)
#: It may be a day earlier in another time zone.
_ZONES = timedelta(days=1)


def local_now() -> datetime:
    """The computer's time with its offset from UTC."""
    return datetime.now().astimezone()


@dataclass
class Desk:
    """A signed-in person at an open store."""

    store: Store
    staff: Staff
    point: Point
    clock: Clock = local_now
    #: Serials of drafts that somebody had deleted when the program was cut short: they are back.
    brought_back: tuple[str, ...] = ()
    _latest: datetime | None = None
    _clock_warning: str = ""

    def now(self) -> datetime:
        """The moment an act is recorded with."""
        now = self.clock()
        self.watch_clock(self._latest or now, now)
        return now

    def watch_clock(self, before: datetime, now: datetime) -> None:
        """Whether the clock was set back between two acts; the audit has an entry of it then."""
        self._latest = now
        if went_back(before, now):
            minutes = (before - now) // timedelta(minutes=1)
            back = f"{minutes} 分钟" if minutes < 120 else f"{minutes // 60} 小时"
            self._clock_warning = (
                f"电脑的时间比上一次记录早了 {back}，已记入审计。请核对电脑的日期和时间。（D12）"
            )

    def doubt_clock(self, before: datetime, now: datetime) -> None:
        """At sign-in: whether the date can't be right.  ``before``: the last entry of the audit.

        Said and no more: a point may well have been closed for a year.
        """
        if self._clock_warning:
            return
        if now.date() < date.fromisoformat(RELEASED) - _ZONES:
            said = "电脑的日期比这个程序做好的那一天还早。请核对电脑的日期和时间。（W20）"
        elif now - before > _A_YEAR:
            said = "电脑的日期比上一次使用晚了一年多。请核对电脑的日期和时间。（W21）"
        else:
            return
        self._clock_warning = said

    def take_clock_warning(self) -> str:
        """What is to be said about the clock, once; empty where nothing is."""
        said, self._clock_warning = self._clock_warning, ""
        return said

    def today(self) -> date:
        """The local day, against which dates on the form are checked."""
        return self.clock().date()

    @property
    def records(self) -> bool:
        """Whether the person records at all: an auditor reads, and prints nothing."""
        return self.staff.role in (REGISTRAR, ADMINISTRATOR)

    @property
    def administers(self) -> bool:
        """Whether the person looks after accounts, keys and the enrolment."""
        return self.staff.role == ADMINISTRATOR

    def require(self, *roles: str) -> None:
        """Raises AccessError A01 unless the signed-in person has one of the roles."""
        if self.staff.role not in roles:
            raise AccessError(
                "A01",
                f"{ROLE.label(self.staff.role)}不能做这件事。",
                f"请由{'或'.join(ROLE.label(role) for role in roles)}登录后办理。",
                detail=f"role {self.staff.role}",
            )

    def require_entry(self) -> None:
        """Whoever records wishes: registrars and administrators; an auditor only reads."""
        self.require(REGISTRAR, ADMINISTRATOR)

    @property
    def practising(self) -> bool:
        """Whether this is the practice point: made-up people, nothing of it ever leaves."""
        return self.point.code == PRACTICE_CODE

    def marked(self, title: str) -> str:
        """The title of a table that leaves the store: of the practice point it says so."""
        return f"练习 {title}" if self.practising else title

    def require_real(self) -> None:
        """Raises AccessError W16 at the practice point."""
        if self.practising:
            raise AccessError(
                "W16", "这是练习，不能备案，也不能封批给省中心。", "请按“锁定”离开练习再办理。"
            )

    def require_real_keys(self) -> None:
        """Raises AccessError W19 at the practice point: everybody is let in there by one password
        that is no secret, and with another one nobody could practise any more."""
        if self.practising:
            raise AccessError(
                "W19", "练习不用密码，人员和密码在练习里不能改。", "请按“锁定”离开练习再办理。"
            )

    def close(self) -> None:
        """Sign out and close the store."""
        self.store.close()


def check_set_up(
    folder: Path, point: Point, administrator: str, password: str, *, practice: bool = False
) -> None:
    """Whether a point can be set up like this; writes nothing.

    Raises EntryError W15 for the code that is kept for ``practice``, F19 for a point code, point
    name or staff number that is none, F09 for a phone, AccessError A02, A04 for a password too
    short or soon guessed, StoreError D08 where there is a store, D25 where only its database is
    gone.
    """
    check_point(point, practice=practice)
    if not STAFF_NUMBER.fullmatch(administrator):
        raise EntryError("F19", "工号的格式不对。", "请用 20 位以内的字母、数字或连字符，如 A001。")
    passwords.check(password, known_to_all(point, administrator))
    if is_set_up(folder):
        raise already_there()


def check_point(point: Point, *, practice: bool = False) -> None:
    """Whether a point may be called so; EntryError F09, F19, W15 as :func:`check_set_up`."""
    if not POINT_CODE.fullmatch(point.code):
        raise EntryError("F19", "登记点编号的格式不对。", "编号形如 ZJ-HZ-0001，请向省中心核对。")
    if point.code == PRACTICE_CODE and not practice:
        raise EntryError("W15", "这个编号留给练习用。", "请填省中心给本登记点的编号。")
    named = point.name.strip() and point.name.isprintable()
    if not named or len(point.name) > POINT_NAME_LIMIT:
        raise EntryError(
            "F19", "登记点名称没有填写或太长。", f"请填写，至多 {POINT_NAME_LIMIT} 个字。"
        )
    # The rules take a while to load, and signing in does not wait for them.
    from zjrc_desk.registry.rules.text import phone_problem

    if any(phone_problem("point.phone", normalise_phone(point.phone))):
        raise EntryError(
            "F09", "登记点的电话不对。", "请填 11 位手机号码，或带区号的固定电话；也可以先空着。"
        )


def known_to_all(point: Point, *staff: str) -> list[str]:
    """What a password at this point must not be made of."""
    return [point.code, point.name, point.host, point.phone, *staff]


def set_up(
    folder: Path,
    point: Point,
    administrator: str,
    password: str,
    clock: Clock = local_now,
    *,
    code: str = "",
    cost: Cost | None = None,
    practice: bool = False,
) -> str:
    """Set up a new point's store with its first administrator and its signing key.

    Returns the recovery code, which is shown once and kept nowhere; ``code`` is one that was shown
    and typed back before (:func:`new_recovery_code`).  ``cost`` of a try at a password: measured,
    so that it takes about half a second.  Errors as for :func:`check_set_up`, StoreError D06, D07.
    """
    check_set_up(folder, point, administrator, password, practice=practice)
    now = clock()
    point.phone = normalise_phone(point.phone)
    point.created_at = now.isoformat(timespec="seconds")
    staff = Staff(
        number=administrator, name=administrator, role=ADMINISTRATOR, created_at=point.created_at
    )
    store, code = Store.create(folder, point, staff, password, now, code=code, cost=cost)
    try:
        key = new_key()
        certificate = self_signed(key, point.code, point.name, now)
        with store.write() as session:
            session.add(
                SigningIdentity(
                    private_key=key_bytes(key),
                    certificate=certificate.public_bytes(Encoding.DER),
                    created_at=point.created_at,
                )
            )
            append(session, staff.number, "signing-key", now)
    finally:
        store.close()
    return code


def sign_in(folder: Path, staff_number: str, password: str, clock: Clock = local_now) -> Desk:
    """Open the store for one staff member; errors as for :meth:`Store.open`.

    Raises AccessError A03 for a disabled account, A05 for a temporary password: it opens nothing
    but :func:`zjrc_desk.desk.keys.first_password`.
    """
    return opened(Store.open(folder, staff_number, password, clock()), staff_number, clock)


def opened(
    store: Store, staff_number: str, clock: Clock, *, temporary: bool = False, action: str = ""
) -> Desk:
    """The desk of somebody whose password opened the store; closes it where they may not in."""
    try:
        now = clock()
        with store.write() as session:
            latest = last_entry(session)
            store.failed_sign_ins(session)
            staff = session.get(Staff, staff_number)
            refused = _refusal(staff, temporary=temporary)
            act = "sign-in-refused" if refused else action or "sign-in"
            append(session, staff_number, act, now)
            point = registrations.point(session)
            back = () if refused else _bring_back(session, staff_number, now)
        store.forget_failed_sign_ins()
        if refused or staff is None:
            raise refused or _disabled()
    except BaseException:
        store.close()
        raise
    desk = Desk(store, staff, point, clock, back)
    before = datetime.fromisoformat(latest.at) if latest else now
    desk.watch_clock(before, now)
    desk.doubt_clock(before, now)
    return desk


def _bring_back(session: Session, staff_number: str, now: datetime) -> tuple[str, ...]:
    """A deletion that was cut short is not carried on: nothing entered is lost by a power cut."""
    left = drafts.deleted(session)
    for draft in left:
        drafts.bring_back(session, draft)
        append(session, staff_number, "undelete-draft", now, draft.record_id)
    return tuple(draft.registration.serial for draft in left)


def _refusal(staff: Staff | None, *, temporary: bool) -> AccessError | None:
    if staff is None or staff.disabled:
        return _disabled()
    if staff.temporary and not temporary:
        return AccessError("A05", "这是临时密码，只能用一次。", "请先改成自己的密码。")
    return None


def _disabled() -> AccessError:
    return AccessError("A03", "这个账号已停用。", "请联系管理员。")
