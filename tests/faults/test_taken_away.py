"""The store's folder taken away while it is open, and a second program at it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ADMIN, PASSWORD
from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StoreError

PROGRAM = Path(sys.executable).parent / "zjrc-desk"


def test_a_second_program_is_turned_away_and_the_first_works_on(
    open_desk: Callable[[], Desk], store_folder: Path
) -> None:
    desk = open_desk()
    second = subprocess.run(
        [str(PROGRAM), "--data", str(store_folder), "status"],
        env=os.environ | {"ZJRC_STAFF": ADMIN, "ZJRC_PASSWORD": PASSWORD},
        capture_output=True,
        text=True,
        check=False,
    )
    assert second.returncode == 1
    assert "D05" in second.stderr
    assert register.save_draft(desk, revision()).record_id


def test_what_was_acknowledged_while_the_folder_was_gone_is_there_when_it_is_back(
    open_desk: Callable[[], Desk], store_folder: Path, tmp_path: Path
) -> None:
    desk = open_desk()
    before = register.save_draft(desk, revision())
    store_folder.rename(tmp_path / "elsewhere")
    acknowledged, said = [before], "D07"
    try:
        acknowledged.append(register.save_draft(desk, revision()))
    except StoreError as error:
        said = error.code
    assert said == "D07"
    desk.close()
    (tmp_path / "elsewhere").rename(store_folder)
    desk = open_desk()
    for one in acknowledged:
        assert register.open_registration(desk, one.record_id).volunteer.name == "余淑福"
