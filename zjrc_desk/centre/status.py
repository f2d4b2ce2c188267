"""The centre's figures."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import func, select

from zjrc_desk.centre import audit_heads, order
from zjrc_desk.centre.centre import Centre
from zjrc_desk.centre.diary import diary_counts
from zjrc_desk.centre.ledger import in_force_count
from zjrc_desk.centre.tables import EnrolledPoint, Quarantined, ReceivedBatch, ReceivedRecord


@dataclass(frozen=True)
class Status:
    """``points``: codes; ``batches`` by verdict; ``records`` by status; ``gaps``: sequence numbers
    never received, by point, as ``generation:first-last``; ``audit_shrunk``: batches that told a
    shorter audit chain than the one before, by point, as ``generation:sequence``; ``diary``:
    events, visits, and the people that events reached, without what was taken back."""

    points: list[str]
    batches: dict[str, int]
    records: dict[str, int]
    declarations_in_force: int
    quarantined: int
    gaps: dict[str, list[str]]
    audit_shrunk: dict[str, list[str]]
    diary: dict[str, int]

    def to_dict(self) -> dict[str, object]:
        """For ``status --json``."""
        return asdict(self)


def status(centre: Centre) -> Status:
    """The figures as they are now."""
    with centre.register.read() as session:
        places: dict[str, list[order.Place]] = {}
        held_batches = session.scalars(select(ReceivedBatch)).all()
        for b in held_batches:
            place = order.Place(b.batch_id, b.generation, b.sequence, b.manifest_sha256, b.previous)
            places.setdefault(b.point, []).append(place)
        verdict, record = ReceivedBatch.verdict, ReceivedRecord.status
        batches = session.execute(select(verdict, func.count()).group_by(verdict))
        records = session.execute(select(record, func.count()).group_by(record))
        gaps = {
            point: [f"{generation}:{first}-{last}" for generation, first, last in found]
            for point, held in places.items()
            if (found := order.gaps(held))
        }
        return Status(
            points=sorted(session.scalars(select(EnrolledPoint.code))),
            batches={str(name): number for name, number in batches},
            records={str(name): number for name, number in records},
            declarations_in_force=in_force_count(session),
            quarantined=session.scalar(select(func.count(Quarantined.id))) or 0,
            gaps=gaps,
            audit_shrunk=audit_heads.shrunk(held_batches),
            diary=diary_counts(session),
        )
