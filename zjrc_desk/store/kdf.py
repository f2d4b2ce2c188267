"""From a password to a key: Argon2id (RFC 9106), as dear as this PC bears."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw

KEY_BYTES = 32
#: How long one try shall take, in seconds.
TARGET_SECONDS = 0.5
_LEAST_KIB, _MOST_KIB = 64 * 1024, 256 * 1024
_LEAST_PASSES, _MOST_PASSES = 3, 32


@dataclass(frozen=True)
class Cost:
    """Argon2id cost: passes, memory in KiB, lanes."""

    passes: int = _LEAST_PASSES
    memory_kib: int = _LEAST_KIB
    lanes: int = 2

    def bearable(self) -> bool:
        """Whether opening with it ends in reasonable time; a tampered file may ask for hours."""
        return (
            1 <= self.passes <= _MOST_PASSES
            and 8 * 1024 <= self.memory_kib <= 1024 * 1024
            and 1 <= self.lanes <= 16
        )

    def work(self) -> int:
        """What one guess costs: memory filled, times passes."""
        return self.passes * self.memory_kib

    def to_json(self) -> dict[str, Any]:
        """As it stands in ``slots.json``."""
        return {
            "name": "argon2id",
            "passes": self.passes,
            "memory_kib": self.memory_kib,
            "lanes": self.lanes,
        }

    @classmethod
    def from_json(cls, kdf: dict[str, Any]) -> Cost:
        """Raises ValueError, KeyError, TypeError for what is none or not bearable."""
        if kdf["name"] != "argon2id":
            raise ValueError("unknown key derivation")
        cost = cls(int(kdf["passes"]), int(kdf["memory_kib"]), int(kdf["lanes"]))
        if not cost.bearable():
            raise ValueError("unbearable Argon2 parameters")
        return cost


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes from a secret."""
    return hash_secret_raw(
        secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )


def seconds_of(cost: Cost) -> float:
    """How long one try takes here: the shorter of two, for the first one also warms up."""

    def once() -> float:
        start = time.perf_counter()
        derive(b"calibration", b"\0" * 16, cost)
        return time.perf_counter() - start

    return min(once(), once())


def calibrated(measure: Callable[[Cost], float] = seconds_of) -> Cost:
    """The cost of about half a second a try on this PC, never below 64 MiB and 3 passes.

    Memory first, for that is what a graphics card of a thief is short of (RFC 9106, section 4).
    """
    lanes = min(4, os.cpu_count() or 1)
    memory = _LEAST_KIB
    taken = measure(Cost(_LEAST_PASSES, memory, lanes))
    while memory < _MOST_KIB and taken * 2 <= TARGET_SECONDS * 1.1:
        memory *= 2
        taken = measure(Cost(_LEAST_PASSES, memory, lanes))
    passes = round(_LEAST_PASSES * TARGET_SECONDS / taken)
    return Cost(max(_LEAST_PASSES, min(passes, _MOST_PASSES)), memory, lanes)
