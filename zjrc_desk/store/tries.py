"""Slows down guessing: after five wrong passwords each further try has to wait, longer each time.

Kept in ``tries.json`` beside the slots, so that a restart does not reset it.  The wait is measured
by how long the PC has been running, never by its calendar: setting the clock forward ends no wait,
and setting it back lengthens none.  After a restart of the PC the wait counts from there, for the
running time is the least that can have passed.

Somebody who can write to the folder can remove the counter, and who holds a copy of the files can
guess without this program; against both stands Argon2id alone.
"""

from __future__ import annotations

import json
import math
import time
from datetime import datetime
from pathlib import Path

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.files import write_atomically

FREE_TRIES = 5
_FIRST_WAIT = 30.0
_LONGEST_WAIT = 30 * 60.0
_MOST = 64


def running() -> float:
    """Seconds since the PC was started; not the time of day."""
    return time.monotonic()


class Tries:
    """The failed sign-ins since the last one that succeeded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def check(self) -> None:
        """Raises StoreError D01 while the wait after the last wrong password is not over."""
        try:
            failed, since = self._read()
        except (ValueError, KeyError, TypeError, OverflowError):
            # A damaged counter neither locks everybody out nor gives free tries.
            failed, since = FREE_TRIES, running()
            self._write(failed, since)
        if failed < FREE_TRIES:
            return
        wait = min(_FIRST_WAIT * 2.0 ** (failed - FREE_TRIES), _LONGEST_WAIT)
        now = running()
        # Less than at the last try: the PC was started since, and has run for that long at least.
        left = wait - (now - since if now >= since else now)
        if left > 0:
            minutes, seconds = divmod(int(left) + 1, 60)
            said = f"{minutes} 分 {seconds} 秒" if minutes else f"{seconds} 秒"
            raise StoreError(
                "D01",
                f"密码已连续输错 {failed} 次，暂时不能登录。",
                f"请等 {said}后再试；忘记密码请找管理员。",
            )

    def failed(self, now: datetime) -> None:
        """Note one more wrong password; ``now`` is for the support to read."""
        count, _ = self._read()
        self._write(min(count + 1, _MOST), running(), now.isoformat())

    def succeeded(self) -> None:
        """Forget the wrong ones."""
        self._path.unlink(missing_ok=True)

    def _write(self, failed: int, since: float, at: str = "") -> None:
        content = {"failed": failed, "running": round(since, 3), "last": at}
        write_atomically(self._path, json.dumps(content).encode())

    def _read(self) -> tuple[int, float]:
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return 0, 0.0
        # A version before this one wrote no running time.
        failed, since = int(content["failed"]), float(content.get("running", 0.0))
        if not 0 <= failed <= _MOST or not math.isfinite(since):
            raise ValueError("not as it is written here")
        return failed, since
