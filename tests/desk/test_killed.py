"""SIGKILL while somebody types: every save that was acknowledged is there afterwards."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ADMIN, PASSWORD
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk

TYPING = """
import sys
from zjrc_desk.desk import register
from zjrc_desk.desk.session import sign_in
from pathlib import Path
desk = sign_in(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
draft = register.new_draft()
for number in range(100_000):
    draft.volunteer.name = f"第{number}次"
    draft = register.save_draft(desk, draft)
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 7, 40])
def test_a_draft_survives_a_kill_with_what_was_last_acknowledged(
    store_folder: Path, open_desk: Callable[[], Desk], saves: int
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(store_folder), ADMIN, PASSWORD],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    acknowledged = -1
    for _ in range(saves):
        acknowledged = int(child.stdout.readline())
    child.kill()
    rest = child.stdout.read().split()
    acknowledged = int(rest[-1]) if rest else acknowledged
    assert child.wait() == -signal.SIGKILL
    desk = open_desk()
    (found,) = register.find(desk)
    assert found.state == "draft"
    # The save after the last acknowledged one may or may not be there; nothing older is.
    assert found.name in {f"第{acknowledged}次", f"第{acknowledged + 1}次"}
    assert register.open_registration(desk, found.record_id).volunteer.name == found.name
