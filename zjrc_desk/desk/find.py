"""Finding registrations: one line of words, filters, any order, and as many as one scrolls to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Thread

from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import log
from zjrc_desk.store import registrations
from zjrc_desk.store.finder import Query as Query
from zjrc_desk.store.order import SERIAL as SERIAL
from zjrc_desk.store.registrations import Summary as Summary


@dataclass(frozen=True)
class Found:
    """How many registrations there are, and the lines of them that were asked for."""

    total: int
    lines: Sequence[Summary]


def find(desk: Desk, query: Query, first: int = 0, most: int = 200) -> Found:
    """The registrations that fulfil ``query``: at most ``most`` lines from the ``first`` (0) on."""
    with desk.store.read() as session:
        total, slots = desk.store.finder.find(session, query, first, most)
        return Found(total, registrations.summaries(session, slots))


def get_ready(desk: Desk) -> None:
    """Read what is searched, so that the first question is answered as quickly as the others."""
    with desk.store.read() as session:
        desk.store.finder.warm_up(session)


def get_ready_meanwhile(desk: Desk) -> Thread:
    """The same beside what the person does; a question that comes too early waits for the end."""

    def read() -> None:
        try:
            get_ready(desk)
        except ZjrcError as error:
            # The first question reads again, and then there is somebody to be told.
            log.warning("%s", error)

    thread = Thread(target=read, name="get-ready", daemon=True)
    thread.start()
    return thread
