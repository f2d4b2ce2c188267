"""The installed programs, run as tools outside run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.command_line.fork_server import ForkServer
from tests.conftest import ADMIN, PASSWORD

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"
PROGRAMS = Path(sys.executable).parent


ENVIRONMENT = os.environ | {
    "ZJRC_STAFF": ADMIN,
    "ZJRC_PASSWORD": PASSWORD,
    "PYTHONIOENCODING": "utf-8",
}


class Shell:
    """Runs the installed programs on one data folder each, by the fork server where it has one."""

    def __init__(self, folder: Path, server: ForkServer | None) -> None:
        self.folder = folder
        self.environment = dict(ENVIRONMENT)
        self._server = server

    @property
    def started(self) -> Shell:
        """The same, but each program is really started: dearer, and nothing is loaded before."""
        alike = Shell(self.folder, None)
        alike.environment = self.environment
        return alike

    def at(self, folder: Path) -> Shell:
        """In another folder."""
        return Shell(folder, self._server)

    def run(self, program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        data = self.folder / ("desk" if program == "zjrc-desk" else "centre")
        command = [str(PROGRAMS / program), "--data", str(data), *map(str, arguments)]
        if self._server is not None:
            done = self._server.run(command, self.folder, self.environment)
        else:
            done = subprocess.run(
                command,
                cwd=self.folder,
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        assert "Traceback" not in done.stdout + done.stderr, done.stdout + done.stderr
        return done

    def desk(self, *arguments: object, exit_code: int = 0) -> str:
        done = self.run("zjrc-desk", *arguments)
        assert done.returncode == exit_code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def centre(self, *arguments: object, exit_code: int = 0) -> str:
        done = self.run("zjrc-centre", *arguments)
        assert done.returncode == exit_code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def status(self, program: str) -> dict[str, Any]:
        done = self.run(program, "status", "--json")
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer


def short_list(folder: Path, rows: int = 6) -> Path:
    """The first rows of the list, all of them good."""
    path = folder / "short.csv"
    path.write_text("".join(LIST.read_text("utf-8").splitlines(keepends=True)[: rows + 1]), "utf-8")
    return path
