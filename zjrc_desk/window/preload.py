"""Loading what is needed next while somebody is busy with what is there.

Beside the window, as Python's one lock allows: what keeps it for long is loaded when nobody types.
"""

from __future__ import annotations

from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zjrc_desk.desk.session import Desk


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


def read_ahead(desk: Desk) -> None:
    """Ask the store once for what the pages ask for first: the statements are put together then.

    Any thread may do it.  Raises what reading the store raises (ZjrcError).
    """
    from zjrc_desk.desk import diary, monthly, register, seal_batch, status
    from zjrc_desk.registry.diary_tables import Event, Shift, TeamMember, Visit

    register.warm_up(desk)
    seal_batch.waiting(desk)
    seal_batch.diary_waiting(desk)
    seal_batch.lost_batches(desk)
    status.batches(desk)
    month = f"{desk.today():%Y-%m}"
    monthly.monthly_counts(desk, month)
    for kind in (Event, Visit, TeamMember, Shift):
        diary.entries(desk, kind, month)
