"""A second start on the same folder: the first window comes to the front, and nothing else."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.second_start import Listener, address, raised_other
from zjrc_desk.window.sign_in import SignIn

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sockets are files elsewhere only")


@pytest.fixture(autouse=True)
def own_place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # A socket's path has 107 bytes at most (unix(7)); pytest's own folders are longer.
    with tempfile.TemporaryDirectory(prefix="run-") as place:
        monkeypatch.setenv("XDG_RUNTIME_DIR", place)
        yield


@pytest.fixture
def where(store_folder: Path) -> str:
    return address(store_folder)


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.showMinimized()
    return made


def test_it_raises_the_running_window_ends_well_and_leaves_the_lock_alone(
    window: MainWindow, store_folder: Path, where: str, qtbot: QtBot
) -> None:
    window.lock()
    Listener(where, window)
    window.showMinimized()
    started = "import sys; from zjrc_desk.start import main; main()"
    program = [sys.executable, "-c", started, "--data", f"{store_folder}/../{store_folder.name}"]
    with subprocess.Popen(program) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert not window.isMinimized()
    assert isinstance(window.centralWidget(), SignIn), "the password is asked for as before"
    assert window.workspace is None


def test_nothing_but_that_word_is_heard(shown: QWidget, where: str, qtbot: QtBot) -> None:
    Listener(where, shown)
    for sent in (b"lock\n\n", b"raise\nraise\n", b"x" * 100_000, b"rai"):
        stranger = QLocalSocket()
        stranger.connectToServer(where)
        stranger.write(sent)
        stranger.flush()
        qtbot.wait(30)
        assert bytes(stranger.readAll().data()) == b""
        assert shown.isMinimized()
        stranger.abort()


def test_each_folder_its_practice_and_each_user_has_an_own_place_that_nobody_else_reaches(
    shown: QWidget, where: str, store_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Listener(where, shown)
    assert Path(where).stat().st_mode & 0o077 == 0
    assert store_folder.name not in Path(where).name
    places = {where, address(store_folder, practice=True), address(store_folder / "other")}
    monkeypatch.setenv("LOGNAME", "somebody-else")
    places.add(address(store_folder))
    assert len(places) == 4


def test_who_does_not_answer_is_not_waited_for_long_and_keeps_the_place(where: str) -> None:
    with socket.socket(socket.AF_UNIX) as hanging:
        hanging.bind(where)
        hanging.listen()
        assert raised_other(where, patience=100) is None


def test_what_a_crash_left_behind_is_in_nobodys_way(shown: QWidget, where: str) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(where)
    left.close()
    assert raised_other(where) is False
    assert Listener(where, shown)._server.isListening()
