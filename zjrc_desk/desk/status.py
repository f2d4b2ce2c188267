"""How things stand at the point, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.store import registrations


@dataclass(frozen=True)
class Status:
    """Registrations by the state of their newest revision (or ``withdrawn``, ``refused``,
    ``erased``), batches by state."""

    point: str
    enrolled: bool
    registrations: dict[str, int]
    batches: dict[str, int]

    def to_dict(self) -> dict[str, object]:
        """For ``status --json``."""
        return asdict(self)


def status(desk: Desk) -> Status:
    """The figures as they are now."""
    with desk.store.read() as session:
        return Status(
            point=desk.point.code,
            enrolled=identity.current(session).ca_certificate is not None,
            registrations=registrations.counts_by_state(session),
            batches=dict(Counter(batch.state for batch in registrations.batches(session))),
        )


def batches(desk: Desk) -> Sequence[Batch]:
    """All batches of the point, newest first."""
    with desk.store.read() as session:
        return registrations.batches(session)
