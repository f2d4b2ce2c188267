"""An empty folder, and points that are set up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command_line.shell import Shell


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """In an empty folder."""
    return Shell(tmp_path)


@pytest.fixture
def point(shell: Shell, new_store: Path) -> Shell:
    """At a point that is set up, with a key derivation that takes milliseconds."""
    shutil.copytree(new_store, shell.folder / "desk")
    return shell


@pytest.fixture
def elsewhere(tmp_path: Path, new_store: Path) -> Shell:
    """At another point like it."""
    shutil.copytree(new_store, tmp_path / "elsewhere" / "desk")
    return Shell(tmp_path / "elsewhere")
