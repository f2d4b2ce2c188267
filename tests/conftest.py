"""A signed-in desk on a real encrypted store, with a clock that the test sets."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.unlocked import lock_no_memory
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry.tables import Point
from zjrc_desk.store.kdf import Cost

# The window is the real one, drawn into memory: no display is needed, and none is disturbed.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PASSWORD = "correct horse 7"
#: Opens in milliseconds; a real store is set up with what takes half a second.
CHEAP = Cost(passes=1, memory_kib=8 * 1024, lanes=1)
ADMIN = "A001"
POINT_CODE = "ZJ-HZ-0001"


def pytest_configure() -> None:
    lock_no_memory()


def pytest_collection_finish() -> None:
    """What is loaded stays, and most that tests make is no garbage for Python to look for."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


class TestClock:
    """A clock at the point that stands still until it is moved."""

    __test__ = False

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=8)))

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store as set-up leaves it; tests work on copies, for the key derivation takes its time."""
    folder = tmp_path_factory.mktemp("new") / "store"
    point = Point(
        code=POINT_CODE,
        name="浙江民生社会养老服务中心遗体捐献宣传登记点",
        host="浙江民生社会养老服务中心",
        phone="0571-87654321",
    )
    set_up(folder, point, ADMIN, PASSWORD, TestClock(), cost=CHEAP)
    return folder


@pytest.fixture
def store_folder(new_store: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    shutil.copytree(new_store, folder)
    return folder


@pytest.fixture
def open_desk(store_folder: Path, clock: TestClock) -> Iterator[Callable[[], Desk]]:
    """Signs in, as often as the test asks; what is left open is closed at the end."""
    opened: list[Desk] = []

    def sign_in_again() -> Desk:
        desk = sign_in(store_folder, ADMIN, PASSWORD, clock)
        opened.append(desk)
        return desk

    yield sign_in_again
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()
