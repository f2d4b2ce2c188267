"""Restoring a backup, on a new PC or over a store that is there.

The restored store is made beside the data folder, opened, checked, and only then put in its place;
the folder that was there is kept.  It counts on in the next generation (docs/batch-format.md), so
that no serial and no batch number is ever given out twice.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from zjrc_desk.desk.audit_trail import label
from zjrc_desk.desk.session import Clock, local_now
from zjrc_desk.registry.errors import AccessError, StoreError
from zjrc_desk.registry.tables import Backup, Point, Staff
from zjrc_desk.store import (
    audit,
    backup_file,
    diary,
    inspection,
    people,
    registrations,
    swap,
    traces,
)
from zjrc_desk.store.differences import Loss as Loss
from zjrc_desk.store.differences import loss
from zjrc_desk.store.engine import plain_errors
from zjrc_desk.store.store import Store

Progress = Callable[[int, int], None]
_WORDS = {
    "registrations": "{n} 份登记",
    "revisions": "{n} 处登记内容或状态",
    "attachments": "{n} 个附件",
    "batches": "{n} 个批次",
    "diary": "{n} 条日志",
}
#: So many kinds of acts are named; the rest is counted.
_NAMED = 8


@dataclass(frozen=True)
class Credentials:
    """A staff number with its password, or the recovery code alone."""

    staff: str = ""
    password: str = ""
    recovery_code: str = ""

    def proven(self) -> str:
        """Whose act it is: nobody's by name where the code opened the backup."""
        return "" if self.recovery_code else self.staff


@dataclass(frozen=True)
class Restored:
    """``aside``: where the folder that was there is kept, None where there was none."""

    point: str
    generation: int
    made_at: str
    aside: Path | None
    lost: Loss


def restore(
    file: Path,
    folder: Path,
    who: Credentials,
    clock: Clock = local_now,
    *,
    replace: bool = False,
    progress: Progress | None = None,
) -> Restored:
    """Restore the backup ``file`` as the store in ``folder``; an audited act in it.

    Raises StoreError D26 (no such file), D14 (no backup), D15 (cut or changed), D04 (of a newer
    program), D01 (wrong password or code), D05 (the store there is open), D06, D07; D17 where the
    store there can't be read with the backup's key, D18 where it holds what the backup does not
    (the message counts it) - both only until it is called with ``replace``; D19 where it is another
    point's; AccessError A03 for a disabled account, A13 where no administrator would be left, for
    accounts disabled in the store there stay so if it can be read.  Until the end nothing is
    changed.
    """
    tell = progress or (lambda _done, _total: None)
    require_there(file)
    with plain_errors():
        facts = backup_file.read_backup(file, partial(_part, tell, 0))
        folder.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{folder.name}.restoring-", dir=folder.parent))
    try:
        with plain_errors():
            backup_file.unpack(file, work, partial(_part, tell, 1))
        store = _open(work, who, clock())
        try:
            tell(2, 3)
            point = _require_whole(store, facts)
            there = _there(folder, store)
            _require_agreed(there, point, replace)
            now = clock()
            generation = _next_generation(store, file, facts, there, who.proven(), now)
        finally:
            store.close()
        with plain_errors():
            aside = swap.put_in_place(work, folder, now.strftime("%Y%m%d-%H%M%S"))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    tell(1, 1)
    return Restored(facts.point, generation, facts.made_at, aside, there)


def require_there(file: Path) -> None:
    """Raises StoreError D26 where that is no file."""
    if not file.is_file():
        what = "是一个文件夹，不是备份文件" if file.is_dir() else "不在"
        raise StoreError(
            "D26",
            f"备份文件 {file} {what}。",
            "请核对路径，插好 U 盘；备份文件的名字以 .zjrc-backup 结尾。",
            detail="no such backup file",
        )


def _part(tell: Progress, part: int, done: int, total: int) -> None:
    tell(part * 1000 + 1000 * done // max(total, 1), 3000)


def _open(work: Path, who: Credentials, now: datetime) -> Store:
    if who.recovery_code:
        return Store.open_with_recovery(work, who.recovery_code, now)
    store = Store.open(work, who.staff, who.password, now)
    try:
        with store.read() as session:
            staff = session.get(Staff, who.staff)
            if staff is None or staff.disabled:
                raise AccessError("A03", "这个账号已停用。", "请换一个账号，或用恢复码。")
    except BaseException:
        store.close()
        raise
    return store


def _require_whole(store: Store, facts: backup_file.Facts) -> Point:
    found = [*inspection.damaged_pages(store), *inspection.structure(store)]
    with store.read() as session:
        point = registrations.point(session)
        told = audit.Head(facts.audit_entries, facts.audit_head)
        same = (point.code, point.generation) == (facts.point, facts.generation)
        if found or not same or audit.head(session) != told:
            raise StoreError(
                "D15",
                "备份里的登记库与它自己的说明不符，或者已损坏。",
                "请另选一个备份文件。",
                detail=",".join(finding.where for finding in found) or "facts",
            )
    return point


def _there(folder: Path, restored: Store) -> Loss:
    """What the store that is there would lose."""
    try:
        if not Store.exists(folder):
            return Loss()
    except StoreError as error:
        if error.code != "D25":
            raise
        # Its database is gone; what is left of it is kept beside the restored one.
        return Loss()
    there = restored.with_same_key(folder)
    try:
        found = loss(there, restored)
    finally:
        there.close()
    return found if found.readable else changed(found, point=_named(folder, restored))


def _named(folder: Path, restored: Store) -> str:
    """Whose store it is that can't be read, by the names of its batches and backups."""
    named = traces.points_named(folder)
    with restored.read() as session:
        ours = registrations.point(session).code
    return ours if ours in named else "、".join(sorted(named))


def _require_agreed(there: Loss, ours: Point, replace: bool) -> None:
    if there.point not in ("", ours.code):
        raise StoreError(
            "D19",
            f"这是登记点 {ours.code} 的备份，现有的登记库属于 {there.point}。",
            "请核对备份文件，或恢复到另一个数据文件夹。",
        )
    if replace:
        return
    kept = "确实要恢复的，请确认替换；现有的登记库会原样另存，不会删除。"
    if not there.readable:
        why = "已损坏或换过密钥" if there.point else "已损坏、换过密钥，或者属于另一个登记点"
        raise StoreError(
            "D17",
            f"这是登记点“{ours.name}”（{ours.code}）的备份。现有的登记库用它的钥匙读不出：{why}，"
            f"看不出恢复以后会少什么。您要恢复的确实是“{ours.name}”吗？",
            kept,
            detail=f"store there unreadable, backup of {ours.code}",
        )
    if there.any():
        raise StoreError("D18", f"现有的登记库比这个备份新：{_counted(there)}。", kept)


def _counted(there: Loss) -> str:
    lost = [_WORDS[name].format(n=number) for name, number in there.counts.items() if number]
    if there.acts:
        most = sorted(there.acts.items(), key=lambda act: -act[1])
        named = "、".join(f"{label(action)} {number} 次" for action, number in most[:_NAMED])
        more = "等" if len(most) > _NAMED else ""
        lost.append(f"{sum(there.acts.values())} 条操作记录（{named}{more}）")
    said = f"恢复以后会少 {'、'.join(lost)}"
    if there.disabled:
        said = f"{said}；{'、'.join(there.disabled)} 在备份以后停用，恢复以后照样停用"
    return said


def _keep_shut_out(session: Session, disabled: Sequence[str], staff: str, now: datetime) -> None:
    """Who was disabled since the backup stays so.

    Raises AccessError A13 where that would leave no administrator: only the recovery code, which
    lets one in again, may do that.
    """
    for number in disabled:
        session.get_one(Staff, number).disabled = True
        audit.append(session, staff, "staff-disable", now, f"staff:{number}")
    by_password = bool(staff)
    if disabled and by_password and not people.other_administrators(session, ""):
        raise AccessError(
            "A13",
            "备份里的管理员后来都停用了，恢复以后没有人能管理账号。",
            "请用恢复码恢复，再用恢复码设置一位管理员。",
        )


def _next_generation(
    store: Store, file: Path, facts: backup_file.Facts, there: Loss, staff: str, now: datetime
) -> int:
    with store.write() as session:
        point = registrations.point(session)
        # A store that was restored before may be ahead of this backup.
        point.generation = max(point.generation, there.generation) + 1
        _take_back_unsent(session)
        session.add(
            Backup(
                file_name=file.name,
                folder=str(file.absolute().parent),
                made_at=facts.made_at,
                made_by=staff,
                size=file.stat().st_size,
                audit_entries=facts.audit_entries,
                audit_head=facts.audit_head,
            )
        )
        audit.append(session, staff, "restore", now, f"generation:{point.generation}")
        _keep_shut_out(session, there.disabled, staff, now)
    for number in there.disabled:
        store.remove_slot(number)
    return point.generation


def _take_back_unsent(session: Session) -> None:
    """Batches that had not left the PC are gone with its outbox: their records go again.

    Where one did reach the centre after the backup, the centre finds the same records unchanged.
    """
    for batch in registrations.batches(session):
        unsent = batch.state == "sealed" and not batch.handed_over_at
        if batch.state != "sealing" and not unsent:
            continue
        registrations.take_back_batch(session, batch.batch_id)
        diary.take_back_batch(session, batch.batch_id)
        if unsent:
            batch.state = registrations.LOST
        else:
            session.flush()
            session.delete(batch)
