"""Programs for tests, started by a fork of a process in which their libraries are loaded.

A program's start takes a second of the processor, and most of it is loading libraries.  The server
is a Python of its own, started clean, that loads them once and nothing else: it opens no store, has
no second thread and no Qt.  Each run is a fork of it that gets arguments, environment, folder,
umask and the three standard files of the caller and then runs the console script itself; how it
ends is left to Python, as in a program that was started.

It is no place for a test that kills or limits a program, or looks at its command line or at what is
loaded at its start: those start programs really (:attr:`tests.command_line.shell.Shell.started`).
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_MOST_BYTES = 1 << 17
#: What programs read when they want it.  Everything else in the environment may be read as Python
#: or a library is loaded, so there the server's own has to do.
_OWN = "ZJRC_"
_PACKAGES = ("batches", "centre", "desk", "letters", "registry", "store")
#: What a command loads only once it needs it.
_LATER = (
    *("zjrc_desk.start", "zjrc_desk.cli", "zjrc_desk.centre.cli", "logging.handlers"),
    *("alembic.command", "openpyxl", "pypinyin", "sqlalchemy.dialects.sqlite.pysqlite"),
)


class ForkServer:
    """The caller's side; a context, and the server ends with it.

    It also ends when the caller is killed, for then its socket closes.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = _not_own(environment)
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())],
                env=self._environment,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()
        ended = self._process.wait(timeout=60)
        assert ended == 0, f"the fork server ended with {ended}"

    def run(
        self, command: list[str], cwd: Path, env: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """Run a console script with nothing to read, like ``subprocess.run``."""
        assert _not_own(env) == self._environment, "start it really: the server's Python is another"
        mask = os.umask(0o077)
        os.umask(mask)
        request = {"command": command, "cwd": str(cwd), "environment": dict(env), "umask": mask}
        with (
            Path(os.devnull).open("rb") as nothing,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            files = [nothing.fileno(), out.fileno(), err.fileno()]
            socket.send_fds(self._socket, [json.dumps(request).encode()], files)
            answer = self._socket.recv(_MOST_BYTES)
            assert answer, "the fork server is gone"
            said = []
            for file in (out, err):
                file.seek(0)
                said.append(file.read().decode())
        return subprocess.CompletedProcess(command, int(answer), *said)


def _not_own(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.startswith(_OWN)}


def _load() -> None:
    for name in _PACKAGES:
        package = importlib.import_module(f"zjrc_desk.{name}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for name in _LATER:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


def _serve(caller: socket.socket) -> dict[str, Any] | None:
    """The request, in the fork that shall answer it; None in the server, once nobody asks."""
    while True:
        message, files, _, _ = socket.recv_fds(caller, _MOST_BYTES, 3)
        if not message:
            return None
        assert threading.active_count() == 1
        assert len(list(Path("/proc/self/task").iterdir())) == 1, (
            "a thread that Python has not made"
        )
        assert not [name for name in sys.modules if name.startswith("PySide6")]
        child = os.fork()
        if child == 0:
            caller.close()
            for standard, file in enumerate(files):
                os.dup2(file, standard)
        for file in files:
            os.close(file)
        if child == 0:
            request: dict[str, Any] = json.loads(message)
            return request
        _, status = os.waitpid(child, 0)
        try:
            caller.send(str(os.waitstatus_to_exitcode(status)).encode())
        except BrokenPipeError:
            return None  # The caller was killed meanwhile.


def main() -> None:
    """Serve; in a fork, become the program that was asked for."""
    with socket.socket(fileno=int(sys.argv[1])) as caller:
        _load()
        request = _serve(caller)
    if request is None:
        return
    program, *arguments = request["command"]
    os.chdir(request["cwd"])
    os.umask(request["umask"])
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv[:] = [program, *arguments]
    sys.path[0] = str(Path(program).parent)
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main()
