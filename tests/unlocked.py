"""Tests that lock no memory: SQLCipher locks each piece it uses, which is a third of a test's time.

Where it may not, it goes on and empties the memory all the same; so it does for everybody whose
system lets a program lock only a little.  No test looks at what is swapped out.
"""

from __future__ import annotations

import ctypes
import os
import resource

_DROP_FROM_BOUNDS = 24
_MAY_LOCK = 14
_CAPABILITIES_OF_TODAY = 0x20080522


def lock_no_memory() -> None:
    """From now on this process, and what it starts, may lock none.

    For root that takes giving up a leave; where the system refuses to take it back, the tests
    are slower and no different.
    """
    _, most = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    resource.setrlimit(resource.RLIMIT_MEMLOCK, (0, most))
    if os.geteuid() == 0:
        _give_up_leave()


def _give_up_leave() -> None:
    library = ctypes.CDLL(None)
    whose = (ctypes.c_uint32 * 2)(_CAPABILITIES_OF_TODAY, 0)
    # Effective, permitted, inheritable: the lower half of each, then the upper.
    held = (ctypes.c_uint32 * 6)()
    # A program that root starts gets everything that is within bounds.
    if library.capget(whose, held) or library.prctl(_DROP_FROM_BOUNDS, _MAY_LOCK, 0, 0, 0):
        return
    for place in range(3):
        held[place] &= ~(1 << _MAY_LOCK)
    library.capset(whose, held)
