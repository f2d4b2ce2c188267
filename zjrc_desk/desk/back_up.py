"""Backups: made whole, read back, and only then counted; old ones go by and by."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import DISK_FULL, StoreError
from zjrc_desk.registry.journal import log
from zjrc_desk.registry.tables import Backup, Point
from zjrc_desk.store import audit, backup_file, copying, retention, traces
from zjrc_desk.store.files import sync_folder, write_atomically

#: After that the age of the last good backup is shown in red.
OVERDUE = timedelta(days=3)
_COPY = ".backup-"
#: When the last backup was not made, and the code of why; gone with the next good one.
_FAILED = "backup-failed.json"
#: A sign-in and the backup itself are entries too, and no reason for another backup.
_NOTHING_NEW = 2
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class BackupState:
    """``last``: the newest that was found good; ``age``: since then, or since the set-up."""

    last: Backup | None
    folder: Path
    age: timedelta
    new_entries: int

    @property
    def overdue(self) -> bool:
        """Whether to say so in red."""
        return self.age > OVERDUE


def state(desk: Desk) -> BackupState:
    """When the store was last backed up, and where to."""
    with desk.store.read() as session:
        last = copying.newest_backup(session)
        entries = audit.head(session).entries
        point = session.get_one(Point, desk.point.code)
    since = datetime.fromisoformat(last.made_at if last else point.created_at)
    new = entries - (last.audit_entries if last else 0)
    return BackupState(last, _folder(desk, point.backup_folder), desk.now() - since, new)


def due(desk: Desk) -> bool:
    """Whether none was made today yet."""
    last = state(desk).last
    return last is None or last.made_at[:10] != desk.today().isoformat()


def worth_it(desk: Desk) -> bool:
    """Whether anything was done since the last one but signing in."""
    return state(desk).new_entries > _NOTHING_NEW


def set_folder(desk: Desk, folder: Path) -> None:
    """Where backups go from now on.

    Raises StoreError D16 where that is no folder, D28 where it lies in the data folder.
    """
    desk.require_entry()
    _require_outside(desk, folder)
    if not folder.is_dir():
        raise _no_folder(folder)
    with desk.store.write() as session:
        session.get_one(Point, desk.point.code).backup_folder = str(folder.absolute())
        audit.append(session, desk.staff.number, "backup-folder", desk.now())


def same_disk(desk: Desk, folder: Path) -> bool:
    """Whether both would be lost with one disk, as far as the system tells."""
    try:
        return folder.stat().st_dev == desk.store.folder.stat().st_dev
    except OSError:
        # That it is not there is said elsewhere.
        return False


def _require_outside(desk: Desk, folder: Path) -> None:
    data = desk.store.folder.resolve()
    if folder.resolve().is_relative_to(data):
        raise StoreError(
            "D28",
            "这个文件夹在登记库的数据文件夹里面：登记库坏了、换了，备份也跟着没有了。",
            "请选 U 盘或另一块硬盘上的文件夹。",
            detail="backup folder inside the data folder",
        )


def keep_beside(desk: Desk) -> None:
    """Choose the folder beside the store on purpose.  Raises StoreError D06, D07."""
    folder = _beside(desk)
    with _said():
        folder.mkdir(mode=0o700, exist_ok=True)
    set_folder(desk, folder)


def fault(desk: Desk) -> str:
    """What is to be said of the last backup if it was not made; also after a restart."""
    try:
        told = json.loads((desk.store.folder / _FAILED).read_bytes())
        at, code = str(told["at"])[:16].replace("T", " "), str(told["code"])
    except FileNotFoundError:
        return ""
    except (OSError, ValueError, KeyError, TypeError):
        at, code = "", "D07"
    return f"上一次备份没有做成（{at}）。请插好 U 盘、看看剩余空间，再按“立即备份”。（{code}）"


def back_up(desk: Desk, folder: Path | None = None, progress: Progress | None = None) -> Backup:
    """Back up as :func:`_back_up` says; that it failed is remembered until one is made.

    Raises StoreError D28 for a ``folder`` in the data folder.
    """
    if folder is not None:
        _require_outside(desk, folder)
    note = desk.store.folder / _FAILED
    try:
        made = _back_up(desk, folder, progress)
    except StoreError as error:
        told = {"at": desk.now().isoformat(timespec="seconds"), "code": error.code}
        try:
            write_atomically(note, json.dumps(told).encode())
        except OSError as full:
            log.warning("failed backup not noted: errno %s", full.errno)
        raise
    note.unlink(missing_ok=True)
    return made


def _back_up(desk: Desk, folder: Path | None, progress: Progress | None) -> Backup:
    """Back up into ``folder`` (default: the one that was set), an audited act.

    The file gets its name when it was read back from there and found whole.  ``progress`` may
    raise to stop it.  Raises StoreError D16 where the folder is not there, D06, D07 where it can't
    be written to, D03 where the store itself is damaged; what was backed up before stays.
    """
    tell = progress or (lambda _done, _total: None)
    target = folder or state(desk).folder
    made = desk.now()
    with _said(), _copied(desk, partial(_part, tell, 0)) as (copy, slots):
        facts = copying.facts_of_copy(desk.store, copy, made.isoformat(timespec="seconds"))
        if target == _beside(desk):
            target.mkdir(mode=0o700, exist_ok=True)
        if not target.is_dir():
            raise _no_folder(target)
        path = _free_name(target, desk.point.code, made)
        unfinished = target / f".{path.name}.part"
        try:
            backup_file.write_backup(unfinished, copy, slots, facts, partial(_part, tell, 1))
            if backup_file.read_backup(unfinished, partial(_part, tell, 2)) != facts:
                raise _not_as_written()
            unfinished.replace(path)
        except BaseException:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise
        sync_folder(target)
        kept = Backup(
            file_name=path.name,
            folder=str(target),
            made_at=facts.made_at,
            made_by=desk.staff.number,
            size=path.stat().st_size,
            audit_entries=facts.audit_entries,
            audit_head=facts.audit_head,
        )
    with desk.store.write() as session:
        session.add(kept)
        audit.append(session, desk.staff.number, "backup", desk.now())
    _prune(desk, target, path.name, made)
    tell(1, 1)
    return kept


def _part(tell: Progress, part: int, done: int, total: int) -> None:
    tell(part * 1000 + 1000 * done // max(total, 1), 3000)


@contextmanager
def _copied(desk: Desk, progress: Progress) -> Iterator[tuple[Path, bytes]]:
    """A copy of the database in the store's own folder, gone afterwards, and the slots."""
    for left in desk.store.folder.glob(f"{_COPY}*"):
        left.unlink()
    handle, name = tempfile.mkstemp(prefix=_COPY, dir=desk.store.folder)
    os.close(handle)
    copy = Path(name)
    try:
        yield copy, copying.copy_database(desk.store, copy, progress)
    finally:
        for left in desk.store.folder.glob(f"{copy.name}*"):
            left.unlink()


def _free_name(folder: Path, point: str, made: datetime) -> Path:
    while (path := folder / retention.backup_name(point, made)).exists():
        made += timedelta(seconds=1)
    return path


def _prune(desk: Desk, folder: Path, newest: str, now: datetime) -> None:
    point = desk.point.code
    try:
        for name in retention.to_delete(_found(desk, folder), point, newest, now):
            (folder / name).unlink(missing_ok=True)
        for left in folder.glob(f".{point}-*{backup_file.SUFFIX}.part"):
            left.unlink(missing_ok=True)
    except OSError as error:
        # The new one is there; what is left over goes next time.
        log.warning("backups not pruned: errno %s", error.errno)


def _found(desk: Desk, folder: Path) -> list[retention.Found]:
    """The point's backups in the folder that can be understood."""
    named = (path for path in folder.iterdir() if retention.time_of(path.name, desk.point.code))
    told = [(path.name, facts) for path in named if (facts := backup_file.told_by(path))]
    with desk.store.read() as session:
        return [
            retention.Found(
                name,
                facts.generation,
                facts.audit_entries,
                facts.point == desk.point.code
                and audit.agrees(session, audit.Head(facts.audit_entries, facts.audit_head)),
            )
            for name, facts in told
        ]


def _beside(desk: Desk) -> Path:
    return traces.beside(desk.store.folder)


def _folder(desk: Desk, chosen: str) -> Path:
    return Path(chosen) if chosen else _beside(desk)


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in DISK_FULL:
            code, what = "D06", "备份没有做成：磁盘或 U 盘满了。"
        else:
            code, what = "D07", "备份没有做成：放备份的文件夹读不出或写不进。"
        raise StoreError(
            code,
            what + "登记都在，以前的备份也在。",
            "请检查 U 盘和剩余空间，或在“设置”里另选一个文件夹，再备份一次。",
            detail=f"errno {error.errno}",
        ) from error


def _no_folder(folder: Path) -> StoreError:
    return StoreError(
        "D16",
        f"放备份的文件夹不在：{folder}。登记都在，只是没有备份。",
        "请插上 U 盘再备份一次，或在“设置”里另选一个文件夹。",
        detail="backup folder missing",
    )


def _not_as_written() -> StoreError:
    return StoreError(
        "D15",
        "备份写下以后读出来不一样，没有算数。登记都在。",
        "U 盘可能坏了，请换一个 U 盘或文件夹，再备份一次。",
    )
