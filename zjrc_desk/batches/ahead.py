"""Make or take a stream's pieces in another thread, in order.

Packing, hashing and writing let go of Python's lock while they work, encrypting does not; so two
processors are busy where one was.  Memory stays bounded: at most :data:`DEPTH` pieces wait.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Generic, TypeVar

Piece = TypeVar("Piece")
DEPTH = 4
_SWITCH_SECONDS = 0.00001


def ahead(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, made in another thread; what making one raises is raised here."""
    source = iter(pieces)
    pool = ThreadPoolExecutor(1)
    try:
        waiting = deque(pool.submit(next, source, None) for _ in range(DEPTH))
        while (piece := waiting.popleft().result()) is not None:
            waiting.append(pool.submit(next, source, None))
            yield piece
    finally:
        pool.shutdown(cancel_futures=True)


class Behind(Generic[Piece]):
    """Takes pieces and works on them behind the caller's back; ``finish`` waits for the last."""

    def __init__(self, work: Callable[[Piece], None]) -> None:
        self._work = work
        self._pool = ThreadPoolExecutor(1)
        self._waiting: deque[Future[None]] = deque()

    def put(self, piece: Piece) -> None:
        """Hand over one piece; raises what work on an earlier one raised."""
        self._waiting.append(self._pool.submit(self._work, piece))
        if len(self._waiting) > DEPTH:
            self._waiting.popleft().result()

    def finish(self) -> None:
        """Wait for all; raises what any of them raised."""
        while self._waiting:
            self._waiting.popleft().result()

    def close(self) -> None:
        """Stop, whatever still waits."""
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def quick_turns() -> Iterator[None]:
    """Python's lock changes hands sooner than after the usual 5 ms, as a piece takes less."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)
