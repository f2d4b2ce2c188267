"""The printed papers: what was printed, and the same paper's earlier printings."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from zjrc_desk.registry.paper_tables import Paper


def printings(session: Session, like: Paper) -> Sequence[Paper]:
    """All printings of the same paper in the same size of type, the first one first."""
    query = select(Paper).where(
        Paper.kind == like.kind,
        Paper.subject == like.subject,
        Paper.revision == like.revision,
        Paper.large == like.large,
    )
    return session.exec(query.order_by(col(Paper.id))).all()


def of_record(session: Session, record_id: str) -> Sequence[Paper]:
    """Every paper printed of a registration, the newest first."""
    query = select(Paper).where(Paper.record_id == record_id)
    return session.exec(query.order_by(col(Paper.id).desc())).all()


def by_digest(session: Session, sha256: str) -> Paper | None:
    """The printing of exactly that PDF."""
    return session.exec(select(Paper).where(Paper.pdf_sha256 == sha256)).first()


def by_number(session: Session, number: int) -> Paper:
    """One printing by its row id, which must be there."""
    return session.get_one(Paper, number)


def by_token(session: Session, token: str) -> Paper | None:
    """The first printing with that token; the token is not indexed, a point has few papers."""
    query = select(Paper).where(Paper.token == token).order_by(col(Paper.id)).limit(1)
    return session.exec(query).first()
