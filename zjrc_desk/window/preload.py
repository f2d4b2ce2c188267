"""Loading what is needed next while somebody is busy with what is there.

Beside the window, as Python's one lock allows: what keeps it for long is loaded when nobody types.
"""

from __future__ import annotations

from importlib import import_module
from threading import Thread


def load_meanwhile() -> None:
    """Load the database's libraries and the pages' code while number and password are typed; it
    takes a second or two."""

    def load() -> None:
        for name in ("zjrc_desk.desk.register", "zjrc_desk.window.workspace"):
            import_module(name)
        # The first time, what the tables have to do with each other is worked out.
        import_module("zjrc_desk.desk.register").new_draft()

    Thread(target=load, daemon=True).start()


def load_rest() -> None:
    """Load what the form suggests while the password is tried: it holds up whoever types."""

    def load() -> None:
        import_module("zjrc_desk.registry.regions").warm_up()

    Thread(target=load, daemon=True).start()
