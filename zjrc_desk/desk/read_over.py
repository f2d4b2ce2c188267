"""Reading a wish over with the volunteer: what is shown, and that they found it right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from zjrc_desk.desk.session import Desk
from zjrc_desk.letters.texts import words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.errors import StateError
from zjrc_desk.registry.tables import Revision
from zjrc_desk.store import registrations
from zjrc_desk.store.audit import append


@dataclass(frozen=True)
class Acting:
    """Somebody who acts for the volunteer, or was told; ``opinion`` of kin only."""

    name: str
    relation: str
    phone: str = ""
    opinion: str = ""


@dataclass(frozen=True)
class Shown:
    """All the volunteer's screen may know of a revision, as Chinese text.

    It has no place for what a person who looks over a shoulder need not see: document numbers,
    addresses, health, the staff's notes.  ``wishes``: what else is wished, (label, text).
    ``declared``: the declaration as the 意愿书 has it, word for word.
    """

    record_id: str
    revision: int
    name: str
    items: str
    uses: str
    wishes: tuple[tuple[str, str], ...]
    executor: Acting
    kin: tuple[Acting, ...]
    letter: str
    declared: tuple[str, ...]


def to_show(revision: Revision) -> Shown:
    """What the volunteer sees of a revision, saved or not."""
    wish, executor = revision.intention, revision.executor
    relation = v.EXECUTOR_RELATION.label(executor.relation)
    return Shown(
        record_id=revision.record_id,
        revision=revision.number,
        name=revision.volunteer.name,
        items=v.ITEM.joined(wish.items),
        uses=v.USE.joined(wish.uses),
        wishes=tuple(_wishes(revision)),
        executor=Acting(executor.name, relation, executor.phone),
        kin=tuple(
            Acting(
                one.name,
                v.KIN_RELATION.label(one.relation),
                opinion=v.KIN_OPINION.label(one.opinion),
            )
            for one in revision.kin
        ),
        letter=wish.family_letter.strip(),
        declared=tuple(_declared(revision)),
    )


def _wishes(revision: Revision) -> Iterator[tuple[str, str]]:
    wish = revision.intention
    for label, text in (
        ("先后次序", v.PREFERENCE.label(wish.preference)),
        ("接收单位", wish.receiving_institution),
        ("骨灰安排", wish.ashes_wish),
        ("告别仪式", wish.farewell_wish),
        ("纪念署名", wish.memorial_name),
    ):
        if text:
            yield label, text


def _declared(revision: Revision) -> Iterator[str]:
    said = words("intention_letter")["declaration"]
    yield from said["clauses"]
    if revision.kind == "change":
        yield said["change"]


def agree(desk: Desk, shown: Shown) -> datetime:
    """The volunteer found right what the screen showed; returns when.

    It goes into the audit chain and says nothing in law: the declaration is made by signing the
    paper before the witnesses (民法典 1006, 1136).  Raises StateError W01 where the registration is
    not any more as it was shown.
    """
    desk.require_entry()
    now = desk.now()
    with desk.store.write() as session:
        if to_show(registrations.revision_of(session, shown.record_id)) != shown:
            raise StateError(
                "W01",
                "给志愿者看过以后内容又改了，这次确认没有记录。",
                "请按“给志愿者看”，请志愿者再看一遍。",
            )
        append(session, desk.staff.number, "volunteer-agreed", now, shown.record_id)
    return now
