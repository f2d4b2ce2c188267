"""Lets many sessions work side by side, and one act that must have the file for itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: How long the act that wants the file for itself waits for the others, in seconds.
PATIENCE = 10.0


class BusyError(Exception):
    """Somebody is still inside."""


class Gate:
    """``passing``: one of many, also twice in one thread; ``closed``: alone."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._inside = 0
        self._closed = False

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Wait while the gate is closed, then count as inside."""
        with self._condition:
            self._condition.wait_for(lambda: not self._closed)
            self._inside += 1
        try:
            yield
        finally:
            with self._condition:
                self._inside -= 1
                self._condition.notify_all()

    @contextmanager
    def closed(self) -> Iterator[None]:
        """Nobody else inside; BusyError where somebody does not come out in time."""
        with self._condition:
            if self._closed or not self._condition.wait_for(lambda: not self._inside, PATIENCE):
                raise BusyError
            self._closed = True
        try:
            yield
        finally:
            with self._condition:
                self._closed = False
                self._condition.notify_all()
