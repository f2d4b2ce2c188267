"""An empty folder, and points that are set up."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command_line.fork_server import ForkServer
from tests.command_line.shell import ENVIRONMENT, Shell


@pytest.fixture(scope="session")
def server() -> Iterator[ForkServer]:
    """One for all tests of this process."""
    with ForkServer(ENVIRONMENT) as started:
        yield started


@pytest.fixture
def shell(tmp_path: Path, server: ForkServer) -> Shell:
    """In an empty folder."""
    return Shell(tmp_path, server)


@pytest.fixture
def point(shell: Shell, new_store: Path) -> Shell:
    """At a point that is set up, with a key derivation that takes milliseconds."""
    shutil.copytree(new_store, shell.folder / "desk")
    return shell


@pytest.fixture
def elsewhere(shell: Shell, new_store: Path) -> Shell:
    """At another point like it."""
    shutil.copytree(new_store, shell.folder / "elsewhere" / "desk")
    return shell.at(shell.folder / "elsewhere")
