"""A registration whose attachment is not what its digest says, met while sealing.

The centre would refuse the whole batch for it, and nobody else's wish shall wait behind it.
"""

from __future__ import annotations

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.errors import BatchError
from zjrc_desk.store import attachments, registrations

_NAMED = 5


def leave_out(desk: Desk, batch_id: str) -> None:
    """Take those registrations out of a batch that is not sealed yet; they stay signed.

    Raises BatchError B30, which names them; returns where there are none.
    """
    desk.require_entry()
    with desk.store.write() as session:
        ids = registrations.ids_of_batch(session, batch_id)
        linked = attachments.of_revisions(session, ids)
        every = {one.sha256: one for pairs in linked.values() for one, _ in pairs}
        bad = {digest for digest, one in every.items() if not attachments.sound(session, one)}
        spoilt = [n for n, pairs in linked.items() if any(one.sha256 in bad for one, _ in pairs)]
        if not spoilt:
            return
        found = registrations.by_ids(session, spoilt)
        serials = [revision.registration.serial for revision in found]
        for revision in found:
            revision.batch_id = None
        batch = session.get_one(Batch, batch_id)
        batch.records -= len(found)
        if not batch.records:
            session.delete(batch)
    named = "、".join(serials[:_NAMED]) + ("等" if len(serials) > _NAMED else "")
    raise BatchError(
        "B30",
        f"登记 {named} 的附件已损坏，没有封进这一批。",
        "其余的请再封一次批；损坏的请管理员检查登记库，从以前的备份找回。",
        detail=f"{len(serials)} with spoilt attachments",
    )
