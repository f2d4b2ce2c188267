"""Failed sign-ins, kept beside the store until the next right one can write them into the chain.

The store is closed while somebody guesses, so they wait in ``failed.jsonl``, one line each.  What
was typed as a staff number is kept only where it is one: people type passwords there, too.
"""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from zjrc_desk.registry.tables import AuditEntry
from zjrc_desk.store import audit

FILE = "failed.jsonl"
ACTION = "sign-in-failed"
#: Far more than the growing wait between tries allows in a year.
_MOST_BYTES = 1 << 20


def note(folder: Path, staff: str, now: datetime) -> None:
    """Keep one failed sign-in; ``staff`` is empty for an unknown number.  Raises OSError."""
    path = folder / FILE
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        return
    line = json.dumps({"at": now.isoformat(timespec="milliseconds"), "staff": staff})
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        file.write(f"{line}\n".encode())
        file.flush()
        os.fsync(file.fileno())


def write_into_chain(session: Session, folder: Path) -> int:
    """Make an entry of each that has none yet; returns how many.  Forget them afterwards with
    :func:`forget`, once the transaction is on disk: killed in between, none is entered twice."""
    entered = 0
    for staff, at in _waiting(folder):
        said = at.isoformat(timespec="milliseconds")
        query = select(AuditEntry.number).where(
            AuditEntry.action == ACTION, AuditEntry.staff == staff, AuditEntry.at == said
        )
        if session.exec(query).first() is None:
            audit.append(session, staff, ACTION, at)
            entered += 1
    return entered


def forget(folder: Path) -> None:
    """They are in the chain."""
    (folder / FILE).unlink(missing_ok=True)


def _waiting(folder: Path) -> list[tuple[str, datetime]]:
    try:
        lines = (folder / FILE).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    found = []
    for line in lines:
        try:
            content = json.loads(line)
            found.append((str(content["staff"]), datetime.fromisoformat(content["at"])))
        except (ValueError, KeyError, TypeError):
            # A line cut by a power failure: that somebody failed is all that is left of it.
            continue
    return found
