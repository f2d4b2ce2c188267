"""Work beside the window stands back while somebody's act is done.

Python lets one thread at a time have its turn.  An act changes turns hundreds of times, and each
time waits for whoever is at work beside it: without this, opening a registration while a long list
is being sorted takes twice as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from time import monotonic

#: Seconds that an act comes first.  One that takes longer may wait for the work itself.
_LONGEST = 0.3


class _Acts:
    """Those of the window's thread, one in another."""

    number = 0
    since = 0.0
    over = Event()


_Acts.over.set()


@contextmanager
def first() -> Iterator[None]:
    """Around an act, in the window's thread."""
    if not _Acts.number:
        _Acts.since = monotonic()
        _Acts.over.clear()
    _Acts.number += 1
    try:
        yield
    finally:
        _Acts.number -= 1
        if not _Acts.number:
            _Acts.over.set()


def stand_back() -> None:
    """Between two pieces of work, beside the window."""
    left = _Acts.since + _LONGEST - monotonic()
    if left > 0:
        _Acts.over.wait(left)
