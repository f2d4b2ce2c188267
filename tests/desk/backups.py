"""Making a backup and looking at what came back, for the tests of both."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ADMIN, PASSWORD
from zjrc_desk.desk import back_up, register
from zjrc_desk.desk.restore import Credentials
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import ZjrcError

WHO = Credentials(ADMIN, PASSWORD)


def refused(code: str) -> pytest.RaisesExc[ZjrcError]:
    return pytest.RaisesExc(ZjrcError, check=lambda error: error.code == code)


def file_of(desk: Desk, folder: Path) -> Path:
    return folder / back_up.back_up(desk, folder).file_name


def names(desk: Desk) -> list[str]:
    return sorted(one.name for one in register.find(desk))
