"""The program as its icon starts it: straight to the window.

With anything after its name it is the command line, whose libraries take half as long to load as a
whole empty window.
"""

from __future__ import annotations

import gc
import sys

#: Objects more than before, until Python looks for garbage again.  A command makes most of what
#: it ever holds by loading libraries, and stops before looking there is worth the time.
_PATIENCE = 50_000


def main() -> None:
    """Open the window, or run the command that was asked for."""
    if sys.argv[1:]:
        gc.set_threshold(_PATIENCE)
        from zjrc_desk.cli import main as command_line

        command_line()
        return
    try:
        sys.exit(_window())
    except Exception as error:  # noqa: BLE001 - the last one to know: no traceback for a person
        from zjrc_desk.cli import report

        report(error)


def _window() -> int:
    from zjrc_desk.desk.place import default_folder
    from zjrc_desk.registry.journal import open_log
    from zjrc_desk.window.app import run

    folder = default_folder()
    open_log(folder)
    return run(folder)
