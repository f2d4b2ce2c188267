"""Finding registrations: one line of words, filters, any order, and as many as one scrolls to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zjrc_desk.desk.session import Desk
from zjrc_desk.store import registrations
from zjrc_desk.store.finder import Query as Query
from zjrc_desk.store.order import SERIAL as SERIAL
from zjrc_desk.store.order import go_on
from zjrc_desk.store.registrations import Summary as Summary
from zjrc_desk.store.statistics import Counted as Counted


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


def at_once(desk: Desk, query: Query) -> bool:
    """Whether :func:`find` answers between two keystrokes; otherwise call :func:`get_ready`."""
    with desk.store.read() as session:
        return desk.store.finder.at_once(session, query)


def get_ready(desk: Desk, query: Query | None = None, pause: Callable[[], None] = go_on) -> None:
    """Read what is searched, and sort it as ``query`` wants; any thread may do it.

    Takes seconds with hundreds of thousands of registrations; ``pause`` is called every few
    milliseconds, and may wait while somebody else wants to have a turn.
    """
    with desk.store.read() as session:
        desk.store.finder.prepare(session, query or Query(), pause)
