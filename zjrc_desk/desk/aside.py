"""Work that needs no store, done in a thread, so that whoever waits can go on drawing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

Result = TypeVar("Result")
_TICK_SECONDS = 0.04


def aside(work: Callable[[], Result], tick: Callable[[], None]) -> Result:
    """The result (or the error) of ``work``; ``tick`` is called meanwhile, 25 times a second."""
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(work)
        while not wait([job], timeout=_TICK_SECONDS).done:
            tick()
        return job.result()
