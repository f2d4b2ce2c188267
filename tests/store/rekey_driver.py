"""Changes the key of a store again and again and is killed meanwhile; run by test_rekey.

``python -m tests.store.rekey_driver FOLDER TIMES`` forks for every moment, so that the program is
loaded once.  Each moment is one operation on files by Python (its audit events); after those come
TIMES kills at a random time, which also fall into SQLCipher's own writing.  Prints what it did as
JSON; an assertion that fails ends it.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.store.keyslots import KeySlots
from zjrc_desk.store.place import SLOTS
from zjrc_desk.store.store import Store

CODE_FILE = "code.txt"
_EVENTS = ("open", "os.", "shutil.", "tempfile.", "sqlite3.", "pathlib.")
NOW = TestClock()()


def change_key(folder: Path) -> None:
    store = Store.open(folder, ADMIN, PASSWORD, NOW)
    store.change_key(CHEAP)
    store.close()


def killed_at(moment: int) -> Callable[[Path], None]:
    """Kills itself before its ``moment``-th operation on files."""

    def act(folder: Path) -> None:
        store = Store.open(folder, ADMIN, PASSWORD, NOW)
        left = moment

        def hook(event: str, _arguments: object) -> None:
            nonlocal left
            if event.startswith(_EVENTS):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        store.change_key(CHEAP)
        os._exit(0)

    return act


def without_room(folder: Path) -> None:
    """No file may grow beyond half of the database: the copy can't be finished."""
    store = Store.open(folder, ADMIN, PASSWORD, NOW)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    half = (folder / "registrations.db").stat().st_size // 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (half, half))
    try:
        store.change_key(CHEAP)
    except StoreError as error:
        with store.read():
            pass
        os._exit(10 if error.code in ("D06", "D07") else 11)
    os._exit(12)


def forked(act: Callable[[Path], None], folder: Path, after: float | None = None) -> int:
    """The exit code; minus nine where it was killed, at the latest ``after`` seconds."""
    child = os.fork()
    if child == 0:
        try:
            act(folder)
        except BaseException as error:  # noqa: BLE001 - a fork ends here, whatever it met
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(99)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def as_before(folder: Path, code: str, rows: int) -> bytes:
    """Opens by the password and by the code, holds what it held, left nothing; gives the key."""
    store = Store.open(folder, ADMIN, PASSWORD, NOW)
    with store.read() as session:
        connection = session.connection()
        assert connection.exec_driver_sql("SELECT count(*) FROM auditentry").scalar() == rows
        assert connection.exec_driver_sql("PRAGMA cipher_integrity_check").all() == []
    store.close()
    Store.open_with_recovery(folder, code, NOW).close()
    left = {path.name for path in folder.iterdir()} - {"store.lock", "outbox", CODE_FILE}
    assert left == {"registrations.db", "slots.json"}, left
    slots = json.loads((folder / SLOTS).read_bytes())["slots"]
    assert [len(slot["boxes"]) for slot in slots] == [1, 1]
    return KeySlots.load(folder / SLOTS).unlock(ADMIN, PASSWORD)


def main(origin: Path, times: int) -> None:
    code = (origin / CODE_FILE).read_text()
    store = Store.open(origin, ADMIN, PASSWORD, NOW)
    with store.read() as session:
        count = "SELECT count(*) FROM auditentry"
        rows = int(session.connection().exec_driver_sql(count).scalar() or 0)
    store.close()
    key = KeySlots.load(origin / SLOTS).unlock(ADMIN, PASSWORD)
    folder = origin.parent / "moment"
    done = {"moments": 0, "old": 0, "new": 0, "random": 0}

    def try_one(act: Callable[[Path], None], after: float | None = None) -> int:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(origin, folder)
        ended = forked(act, folder, after)
        done["old" if as_before(folder, code, rows) == key else "new"] += 1
        return ended

    while (ended := try_one(killed_at(done["moments"] + 1))) == -signal.SIGKILL:
        done["moments"] += 1
    assert ended == 0, ended
    begun = time.perf_counter()
    assert try_one(change_key) == 0
    takes = time.perf_counter() - begun
    for _ in range(times):
        ended = try_one(change_key, random.uniform(0, takes))
        assert ended in (0, -signal.SIGKILL), ended
        done["random"] += 1
    shutil.rmtree(folder)
    shutil.copytree(origin, folder)
    assert forked(without_room, folder) == 10
    assert as_before(folder, code, rows) == key
    print(json.dumps(done))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
