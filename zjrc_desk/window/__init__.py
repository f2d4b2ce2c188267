"""The window: everything that knows Qt, and nothing below knows it."""

from __future__ import annotations

import ctypes
import sys

#: From Python 3.12 on None lives for ever, and counting its references has no effect.
_COUNTED = sys.version_info < (3, 12)


def _keep_none() -> None:
    """Let no count of references take None away.

    PySide6 6.12.0 returns None without counting the reference: each call of Qt that returns
    nothing takes one away, and after some ten thousand the program is ended ("deallocating None")
    with whatever is being typed.  6.11 does it right.  So None gets references that nobody holds,
    enough for years of calls.
    """
    if _COUNTED:
        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60


_keep_none()
