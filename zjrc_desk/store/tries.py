"""Slows down guessing: after five wrong passwords each further try has to wait, longer each time.

Kept in ``tries.json`` beside the slots, so that a restart does not reset it.  Somebody who holds a
copy of the files can guess without this program; against that stands Argon2id alone.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.files import write_atomically

FREE_TRIES = 5
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(minutes=30)


class Tries:
    """The failed sign-ins since the last one that succeeded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def check(self, now: datetime) -> None:
        """Raises StoreError D01 while the wait after the last wrong password is not over."""
        failed, last = self._read()
        if failed < FREE_TRIES or last is None:
            return
        wait = min(_FIRST_WAIT * 2 ** (failed - FREE_TRIES), _LONGEST_WAIT)
        # A clock set back must not lengthen the wait beyond what it was.
        left = min(last + wait - now, wait)
        if left > timedelta(0):
            minutes, seconds = divmod(int(left.total_seconds()) + 1, 60)
            said = f"{minutes} 分 {seconds} 秒" if minutes else f"{seconds} 秒"
            raise StoreError(
                "D01",
                f"密码已连续输错 {failed} 次，暂时不能登录。",
                f"请等 {said}后再试；忘记密码请找管理员。",
            )

    def failed(self, now: datetime) -> None:
        """Note one more wrong password."""
        count, _ = self._read()
        content = {"failed": min(count + 1, 64), "last": now.isoformat()}
        write_atomically(self._path, json.dumps(content).encode())

    def succeeded(self) -> None:
        """Forget the wrong ones."""
        self._path.unlink(missing_ok=True)

    def _read(self) -> tuple[int, datetime | None]:
        try:
            content = json.loads(self._path.read_bytes())
            return int(content["failed"]), datetime.fromisoformat(content["last"])
        except FileNotFoundError:
            return 0, None
        except (ValueError, KeyError, TypeError):
            # A damaged counter must not lock everybody out; it counts as spent tries.
            return FREE_TRIES, None
