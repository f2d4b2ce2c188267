"""The rows of the staff."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from zjrc_desk.registry.tables import Staff
from zjrc_desk.registry.vocabulary import ADMINISTRATOR


def everybody(session: Session) -> Sequence[Staff]:
    """All staff ever, by number; those who may sign in first."""
    return session.exec(select(Staff).order_by(col(Staff.disabled), col(Staff.number))).all()


def other_administrators(session: Session, number: str) -> int:
    """How many administrators could still sign in without this one."""
    found = select(Staff).where(
        Staff.role == ADMINISTRATOR, col(Staff.disabled).is_(False), Staff.number != number
    )
    return len(session.exec(found).all())
