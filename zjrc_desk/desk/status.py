"""How things stand at the point, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from zjrc_desk.desk import identity
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.batch_tables import Batch
from zjrc_desk.registry.life import State
from zjrc_desk.store import registrations, waiting

_ENDED = {"withdrawal": "withdrawn", "refusal": "refused", "erasure": "erased"}


@dataclass(frozen=True)
class Status:
    """The figures of a point.

    ``registrations``: by the state of their newest revision, or ``withdrawn``, ``refused``,
    ``erased``.  ``newest``: the same by that state alone, as the page 查询 finds them.
    ``next_batch``: how many records wait to be sealed.  ``batches``: by state.
    """

    point: str
    enrolled: bool
    registrations: dict[str, int]
    newest: dict[State, int]
    next_batch: int
    batches: dict[str, int]

    def to_dict(self) -> dict[str, object]:
        """For ``status --json``."""
        return asdict(self)


def status(desk: Desk) -> Status:
    """The figures as they are now."""
    with desk.store.read() as session:
        shown, newest = Counter[str](), Counter[State]()
        for (kind, state), number in registrations.counts(session).items():
            shown[_ENDED.get(kind, str(state))] += number
            newest[state] += number
        return Status(
            point=desk.point.code,
            enrolled=identity.current(session).ca_certificate is not None,
            registrations=dict(shown),
            newest=dict(newest),
            next_batch=waiting.next_batch_size(session),
            batches=dict(Counter(batch.state for batch in registrations.batches(session))),
        )


def batches(desk: Desk) -> Sequence[Batch]:
    """All batches of the point, newest first."""
    with desk.store.read() as session:
        return registrations.batches(session)
