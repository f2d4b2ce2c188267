"""Taking the centre's receipt: every record of the batch learns its fate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from zjrc_desk.batches.certificates import Trust
from zjrc_desk.batches.receipt import Receipt, RecordAnswer, open_receipt, signed_by
from zjrc_desk.desk import identity, outbox
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import batch_tables as t
from zjrc_desk.registry.diary_tables import EntryState, SyncedEntry, advance_entry
from zjrc_desk.registry.errors import ReceiptError
from zjrc_desk.registry.life import State, advance
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import diary, registrations
from zjrc_desk.store.audit import append
from zjrc_desk.store.engine import plain_errors


@dataclass(frozen=True)
class TakenReceipt:
    """What a receipt brought; ``again`` where it had been taken before and changed nothing.
    ``serials``: of the batch's records, by record id."""

    batch: t.Batch
    receipt: Receipt
    again: bool
    unanswered: list[str]
    serials: dict[str, str]


def take_receipt(desk: Desk, content: bytes) -> TakenReceipt:
    """Check a receipt and record its answers, all of them or none.

    Raises EnrolmentError E00 before enrolment, ReceiptError R01 (not signed by the centre), R02
    (another point), R03 (not of a batch of ours), R05 (names records that were not in the batch),
    R07 (cut), R09 (of a batch sealed after the backup that this store was restored from), R10 (of a
    batch given up as lost).  The same receipt again changes nothing.
    """
    desk.require_entry()
    now = desk.now()
    with desk.store.write() as session:
        mine = identity.current(session)
        authority = identity.authority(mine)
        receipt = open_receipt(
            content, trust=Trust((authority,)), point_code=desk.point.code, now=now
        )
        batch = _our_batch(session, receipt, desk.point.generation)
        if batch.state == registrations.LOST:
            raise ReceiptError(
                "R10",
                "这个批次已经登记为丢失，其中的登记随后面的批次上交。",
                "以后面批次的回执为准；请告诉省中心。",
            )
        again = session.get(t.Receipt, batch.batch_id) is not None
        if not again:
            sent = registrations.in_batch(session, batch.batch_id)
            _apply(desk, session, batch, receipt, sent)
            identity.believe(mine, [signed_by(content)])
            session.add(
                t.Receipt(
                    batch_id=batch.batch_id,
                    verdict=receipt.verdict,
                    received_at=receipt.received_at.isoformat(),
                    taken_at=now.isoformat(timespec="seconds"),
                    taken_by=desk.staff.number,
                    # Whoever was erased meanwhile does not come back in the 证明 it holds.
                    content=b"" if any(_is_gone(revision) for revision in sent) else content,
                )
            )
            append(session, desk.staff.number, "take-receipt", now)
        sent = registrations.in_batch(session, batch.batch_id)
        serials = {one.record_id: one.registration.serial for one in sent}
        unanswered = _unanswered(registrations.batches(session), batch)
    if batch.state != "sealed":
        # The centre has answered; the copy for handing it over again is not needed any more, and it
        # holds people who may be erased.  What was refused goes with another batch.
        with plain_errors():
            outbox.remove(outbox.path_of(desk.store.folder, batch))
    return TakenReceipt(batch, receipt, again, unanswered, serials)


def _our_batch(session: Session, receipt: Receipt, generation: int) -> t.Batch:
    batch = session.get(t.Batch, receipt.batch_id)
    if batch is None and receipt.generation < generation:
        raise ReceiptError(
            "R09",
            "这份回执对应的批次是恢复备份以前封的，恢复来的登记库里没有它。",
            "省中心已有那一批登记：回执请留存，其中的登记不要再请人签名，需要改的用“更正”。",
        )
    if (
        batch is None
        or batch.manifest_sha256 != receipt.manifest_sha256
        or (batch.generation, batch.sequence) != (receipt.generation, receipt.sequence)
    ):
        raise ReceiptError(
            "R03", "这份回执不对应本机封过的任何批次。", "请向省中心核对批次号，索取正确的回执。"
        )
    return batch


def _is_gone(revision: Revision) -> bool:
    """Whether the person was erased after this revision went out."""
    return revision.registration.erased and revision.kind != "erasure"


def _apply(
    desk: Desk,
    session: Session,
    batch: t.Batch,
    receipt: Receipt,
    revisions: Sequence[Revision],
) -> None:
    sent = {(r.record_id, r.number): r for r in revisions}
    told = {(e.record_id, e.number): e for e in diary.in_batch(session, batch.batch_id)}
    answers = {(answer.record_id, answer.revision): answer for answer in receipt.records}
    if answers.keys() - sent.keys() - told.keys():
        raise ReceiptError("R05", "回执里有不在这个批次中的登记。", "请把这份回执交给省中心核查。")
    batch.state = receipt.verdict
    if receipt.verdict == "refused":
        for revision in sent.values():
            # Of a person who was erased meanwhile nothing is left that could go again.
            to = State.ERASED if _is_gone(revision) else State.SIGNED
            revision.state = advance(revision.state, to)
            revision.batch_id = None
        for entry in told.values():
            entry.state = advance_entry(entry.state, EntryState.RECORDED)
            entry.batch_id = None
        return
    for key, answer in answers.items():
        if key in told:
            _tell(told[key], answer)
            continue
        revision = sent[key]
        to = State.RETURNED if answer.status == "returned" else State.ACCEPTED
        revision.state = advance(revision.state, to)
        if _is_gone(revision):
            continue
        revision.centre_reasons = list(answer.reasons)
        _keep_certificate(desk, session, answer)


def _tell(entry: SyncedEntry, answer: RecordAnswer) -> None:
    to = EntryState.RETURNED if answer.status == "returned" else EntryState.ACCEPTED
    entry.state = advance_entry(entry.state, to)
    entry.centre_reasons = list(answer.reasons)


def _keep_certificate(desk: Desk, session: Session, answer: RecordAnswer) -> None:
    if answer.certificate is None:
        return
    session.merge(
        t.Certificate(
            record_id=answer.record_id,
            revision=answer.revision,
            number=answer.certificate.number,
            token=answer.certificate.token,
            received_at=desk.now().isoformat(timespec="seconds"),
        )
    )


def _unanswered(batches: Sequence[t.Batch], answered: t.Batch) -> list[str]:
    """Names of earlier batches that have no receipt: their stick or answer may be lost."""
    return [
        batch.file_name
        for batch in reversed(batches)
        if batch.state == "sealed"
        and (batch.generation, batch.sequence) < (answered.generation, answered.sequence)
    ]
