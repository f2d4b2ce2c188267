"""The installed programs, run as tools outside run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.conftest import ADMIN, PASSWORD

LIST = Path(__file__).parent.parent / "data" / "registrations.csv"
PROGRAMS = Path(sys.executable).parent


class Shell:
    """Runs the installed programs on one data folder each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "ZJRC_STAFF": ADMIN,
            "ZJRC_PASSWORD": PASSWORD,
            "PYTHONIOENCODING": "utf-8",
        }

    def run(self, program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        data = self.folder / ("desk" if program == "zjrc-desk" else "centre")
        done = subprocess.run(
            [str(PROGRAMS / program), "--data", str(data), *map(str, arguments)],
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
