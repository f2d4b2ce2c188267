"""Sealing a batch, so that a crash or a lost stick never forks the sequence.

The batch is first *reserved* (its id, number and records are in the store), then written into the
outbox beside the store, then recorded as sealed, and only then copied to the chosen folder.  Cut
short anywhere, the next call finishes the reserved batch under the same id and number.  The file
stays in the outbox until the centre has accepted it, so it can be handed over again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from zjrc_desk.batches.limits import LIMITS
from zjrc_desk.batches.seal import Progress
from zjrc_desk.desk import identity, outbox
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.write_batch import write_batch
from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.errors import BatchError, StateError, StoreError
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.store import audit, diary, registrations
from zjrc_desk.store.engine import plain_errors
from zjrc_desk.store.waiting import Heap, next_batch

_LISTED = 500
#: Of attachments in one batch, well below the format's limits: a batch that was reserved can
#: always be sealed.  One revision's are at most a third of it (desk/attach.py).
_MOST_FILES = LIMITS.entries - 1_000
_MOST_BYTES = 3 << 30


@dataclass(frozen=True)
class HandOver:
    """A sealed batch and where its file was put; ``earlier``: files of batches before it that had
    reached no folder yet and were put there too."""

    path: Path
    batch: Batch
    earlier: tuple[Path, ...] = ()


def waiting(desk: Desk) -> Heap:
    """The registrations that will go with the next batch: how many, and the first 500."""
    with desk.store.read() as session:
        return next_batch(session, _LISTED)


def diary_waiting(desk: Desk) -> int:
    """How many events and visits will go with the next batch."""
    with desk.store.read() as session:
        return diary.waiting(session)


def seal_batch(desk: Desk, folder: Path, progress: Progress | None = None) -> HandOver:
    """Seal all that is signed, and the diary's new entries, into a batch in ``folder``.

    What was sealed before and never reached a folder goes along.  ``progress`` may raise to stop
    it: the batch stays reserved, and the next call goes on with it.  Raises AccessError W16 at the
    practice point, EnrolmentError E00 before the point is enrolled, StateError L07 where nothing
    waits, BatchError D06/D07 where the disk is full or gone, B26 where nothing is to be handed over
    and the file of an earlier batch is lost or damaged, B29 where that of this one is, B30 where
    an attachment is damaged (the next call goes on without it), B25 where the batch is sealed and
    the folder can't take it; calling it again with another folder goes on.
    """
    desk.require_entry()
    desk.require_real()
    with desk.store.read() as session:
        mine = identity.current(session)
        identity.authority(mine)
    _put_damaged_aside(desk)
    batch = _unfinished(desk)
    waits = waiting(desk).total or diary_waiting(desk)
    if batch is None and (waits or not _undelivered(desk)):
        if not waits:
            _refuse_lost(desk)
        batch = _reserve(desk)
    if batch is not None:
        write_batch(desk, batch, mine, progress)
    handed = [_deliver(desk, one, folder) for one in _undelivered(desk)]
    return replace(handed[-1], earlier=tuple(one.path for one in handed[:-1]))


def lost_batches(desk: Desk) -> list[Batch]:
    """Sealed batches without a receipt whose file is not on this PC any more, oldest first."""
    return [batch for batch in _unanswered(desk) if not _path(desk, batch).exists()]


def _unanswered(desk: Desk) -> list[Batch]:
    with desk.store.read() as session:
        found = registrations.batches(session)
    return [batch for batch in reversed(found) if batch.state == "sealed"]


def give_up_batch(desk: Desk, batch_id: str) -> Batch:
    """The file of a batch is lost and never reached the centre: its records go with the next one.

    The number stays used.  Raises BatchError B27 where it is not lost, B31 where it was given up
    before.
    """
    desk.require_entry()
    desk.require_real()
    with desk.store.read() as session:
        known = session.get(Batch, batch_id)
    if known is not None and known.state == registrations.LOST:
        raise BatchError(
            "B31",
            "这个批次已经登记为丢失，其中的登记随后面的批次上交。",
            "不需要再次登记；还在待封批里的，请再封一次批。",
        )
    _put_damaged_aside(desk, batch_id)
    lost = next((one for one in lost_batches(desk) if one.batch_id == batch_id), None)
    if lost is None:
        raise BatchError(
            "B27",
            "这个批次没有丢失：文件还在本机，或已有回执。",
            "文件还在的，请按“再次交出所选批次…”。",
        )
    # What is left of the file goes first: cut short after it, the batch is still a lost one and is
    # given up by the next try; the other way round nobody would ever remove the file.
    with plain_errors():
        outbox.remove(_path(desk, lost))
    with desk.store.write() as session:
        batch = session.get_one(Batch, batch_id)
        registrations.take_back_batch(session, batch_id)
        diary.take_back_batch(session, batch_id)
        batch.state = registrations.LOST
        audit.append(session, desk.staff.number, "give-up-batch", desk.now())
        return batch


def _put_damaged_aside(desk: Desk, batch_id: str = "") -> None:
    """Of that batch, or of all that never left: a damaged file is a lost one."""
    with plain_errors():
        for batch in _unanswered(desk):
            path = _path(desk, batch)
            asked = batch.batch_id == batch_id if batch_id else not batch.handed_over_at
            if asked and path.exists() and not outbox.whole(path, batch):
                outbox.put_aside(path)


def _refuse_lost(desk: Desk) -> None:
    # After a restore there are such batches on purpose: those went out before it.
    lost = [one for one in lost_batches(desk) if one.generation == desk.point.generation]
    if lost:
        raise _file_gone(lost[0].file_name)


def _file_gone(name: str) -> BatchError:
    return BatchError(
        "B26",
        f"批次 {name} 的文件已不在本机，或已损坏。",
        "省中心已经接收的不需要再交；确认没有收到的，请在“批次”里按“文件丢失，重新报送…”。",
    )


def _file_damaged(name: str) -> BatchError:
    return BatchError(
        "B29",
        f"批次 {name} 在本机的文件已损坏，没有交出。",
        "请先问省中心：确认没有收到的，在“批次”里按“文件丢失，重新报送…”。",
    )


def _undelivered(desk: Desk) -> list[Batch]:
    """Sealed batches that never left the outbox, oldest first."""
    never = (batch for batch in _unanswered(desk) if not batch.handed_over_at)
    return [batch for batch in never if _path(desk, batch).exists()]


def _deliver(desk: Desk, batch: Batch, folder: Path) -> HandOver:
    try:
        return hand_over(desk, batch.batch_id, folder)
    except StoreError as error:
        raise BatchError(
            "B25",
            f"批次 {batch.file_name} 已封好并存在本机，但没有拷进所选的文件夹。",
            "请换一个有空间、能写入的文件夹或 U 盘，再封批一次，就会拷过去。",
            detail=f"{error.code} {error.detail}",
        ) from error


def hand_over(desk: Desk, batch_id: str, folder: Path) -> HandOver:
    """Put the file of a sealed batch into ``folder`` (again), whole or not at all.

    Raises StateError L35 for a batch that is not sealed to its end, BatchError B26 where the file
    is gone, B29 where it is damaged: it counts as gone then.
    """
    desk.require_entry()
    with desk.store.read() as session:
        batch = session.get_one(Batch, batch_id)
    if batch.state == "sealing":
        raise StateError(
            "L35", "这个批次还没有封完。", "请按“封批到文件夹…”，程序会接着封完再交出。"
        )
    source = _path(desk, batch)
    with plain_errors():
        if not source.exists():
            raise _file_gone(batch.file_name)
        if not outbox.whole(source, batch):
            outbox.put_aside(source)
            raise _file_damaged(batch.file_name)
        target = outbox.copy_whole(source, folder)
    with desk.store.write() as session:
        batch = session.get_one(Batch, batch_id)
        batch.handed_over_at = desk.now().isoformat(timespec="seconds")
        audit.append(session, desk.staff.number, "hand-over", desk.now())
    return HandOver(target, batch)


def _path(desk: Desk, batch: Batch) -> Path:
    return outbox.path_of(desk.store.folder, batch)


def _unfinished(desk: Desk) -> Batch | None:
    with desk.store.read() as session:
        return next((b for b in registrations.batches(session) if b.state == "sealing"), None)


def _reserve(desk: Desk) -> Batch:
    now = desk.now()
    with desk.store.write() as session:
        earlier = registrations.batches(session)
        generation = desk.point.generation
        sequence = 1 + max((b.sequence for b in earlier if b.generation == generation), default=0)
        batch = Batch(
            batch_id=uuid7(now),
            generation=generation,
            sequence=sequence,
            state="sealing",
            file_name=f"{desk.point.code}-{generation}-{sequence:06}.zjrc",
            previous=earlier[0].manifest_sha256 if earlier else None,
            sealed_at=now.isoformat(timespec="seconds"),
            sealed_by=desk.staff.number,
            records=0,
        )
        session.add(batch)
        session.flush()
        batch.records = registrations.assign_to_batch(
            session, batch.batch_id, LIMITS.records, _MOST_FILES, _MOST_BYTES
        )
        room = LIMITS.records - batch.records
        batch.records += diary.assign_to_batch(session, batch.batch_id, room)
        if batch.records == 0:
            raise StateError("L07", "没有已签署的登记等待封批。", "请先登记纸质意愿书的签署情况。")
        audit.append(session, desk.staff.number, "seal", now)
        return batch
