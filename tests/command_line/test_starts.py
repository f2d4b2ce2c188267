"""Programs by the fork server and really started: the same, and each command starts by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line.fork_server import ForkServer
from tests.command_line.shell import Shell
from tests.conftest import ADMIN

#: Says all it finds around it, and leaves something to say for the end.
_SURROUNDINGS = """
import atexit, os, sys, threading
print(sys.argv, sys.path[0], os.getcwd(), os.umask(0), sorted(os.environ.items()))
print(__name__, repr(sys.stdin.read()), sys.stdout.encoding, sorted(os.listdir("/proc/self/fd")))
print("on the other output", file=sys.stderr)
atexit.register(print, "at the end")
threading.Thread(target=lambda: (threading.main_thread().join(), print("beside"))).start()
"""


@pytest.mark.parametrize(
    "ending",
    ["", "sys.exit(3)", "sys.exit('said')", "1 / 0", "os._exit(7)", "os.kill(os.getpid(), 9)"],
)
def test_a_fork_finds_and_leaves_what_a_started_program_does(
    shell: Shell, server: ForkServer, tmp_path: Path, ending: str
) -> None:
    script = tmp_path / "program"
    script.write_text(_SURROUNDINGS + ending, "utf-8")
    environment = shell.environment | {"ZJRC_STAFF": "another"}
    forked = server.run([str(script), "样例", ""], tmp_path, environment)
    started = subprocess.run(
        [sys.executable, str(script), "样例", ""],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (forked.returncode, forked.stdout) == (started.returncode, started.stdout)
    # Not the places of a traceback, which the server is in.
    assert forked.stderr.splitlines()[-1:] == started.stderr.splitlines()[-1:]


@pytest.mark.parametrize("command", ["--help", "status --json", "verify xx", "paper --no-such"])
def test_a_command_says_the_same_by_the_server_and_started(point: Shell, command: str) -> None:
    forked = point.run("zjrc-desk", *command.split())
    started = point.started.run("zjrc-desk", *command.split())
    assert vars(forked) == vars(started)


def test_commands_that_no_other_test_starts_start_by_themselves(point: Shell) -> None:
    started = point.started
    started.desk("idle", "7")
    started.desk("rekey")
    assert "A11" in started.desk("recovery-code", exit_code=1), "nobody typed it back"
    point.environment |= {"ZJRC_RECOVERY_CODE": "AAAA", "ZJRC_NEW_PASSWORD": "tea-lamp-river"}
    assert "D0" in started.desk("recover", ADMIN, exit_code=1)
    point.centre("init")
    started.centre("crl", "list.pem")
    assert (point.folder / "list.pem").read_bytes().startswith(b"-----BEGIN X509 CRL-----")
    assert "E06" in started.centre("revoke", "ZJ-HZ-0001", exit_code=1)
