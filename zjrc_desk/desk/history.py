"""What became of a registration, revision by revision: who, when, why, and what changed."""

from __future__ import annotations

from dataclasses import dataclass

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.compare import Difference, differences
from zjrc_desk.registry.life import STATE_LABEL
from zjrc_desk.registry.tables import Revision
from zjrc_desk.registry.vocabulary import ERASURE_GROUND, KIND
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append


@dataclass(frozen=True)
class Entry:
    """One revision in words; ``when`` is local time as recorded, ``changed`` against the one it
    supersedes (empty for the first)."""

    number: int
    kind: str
    state: str
    who: str
    when: str
    why: str
    changed: tuple[Difference, ...]


def history(desk: Desk, record_id: str) -> list[Entry]:
    """All revisions of a registration, newest first; an audited act."""
    with desk.store.write() as session:
        revisions = registrations.revisions_of(session, record_id)
        staff = registrations.staff_names(session)
        append(session, desk.staff.number, "read-history", desk.now(), record_id)
        numbered = {one.number: one for one in revisions}
        entries = [_entry(numbered.get(one.supersedes or 0), one, staff) for one in revisions]
    return entries[::-1]


def _entry(before: Revision | None, revision: Revision, staff: dict[str, str]) -> Entry:
    name = staff.get(revision.recorded_by, "")
    number = revision.recorded_by
    gone = revision.registration.erased
    return Entry(
        number=revision.number,
        kind=KIND.label(revision.kind),
        state=STATE_LABEL[revision.state],
        who=number if name in ("", number) else f"{number} {name}",
        when=revision.recorded_at[:16].replace("T", " "),
        why=ERASURE_GROUND.label(revision.reason),
        changed=() if before is None or gone else tuple(differences(before, revision)),
    )
