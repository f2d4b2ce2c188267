"""The point's keys as they lie in the store."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from zjrc_desk.registry.batch_tables import SigningIdentity


def newest(session: Session) -> SigningIdentity:
    """The newest key of the point, enrolled or not."""
    query = select(SigningIdentity).order_by(col(SigningIdentity.id).desc()).limit(1)
    return session.exec(query).one()


def every(session: Session) -> Sequence[SigningIdentity]:
    """Every key the point ever had, the oldest first."""
    return session.exec(select(SigningIdentity).order_by(col(SigningIdentity.id))).all()
