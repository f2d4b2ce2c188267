"""Attachments inside the encrypted file, each content once, in pieces that can be streamed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable

from sqlmodel import Session, col, select

from zjrc_desk.registry.tables import Attachment, AttachmentChunk, RevisionAttachment
from zjrc_desk.store.store import Store

CHUNK_BYTES = 1 << 20


def add(session: Session, content: bytes, media_type: str) -> Attachment:
    """Keep a content; one that is there already is not stored twice."""
    digest = hashlib.sha256(content).hexdigest()
    known = session.get(Attachment, digest)
    if known is not None:
        return known
    attachment = Attachment(sha256=digest, media_type=media_type, size=len(content))
    session.add(attachment)
    session.flush()
    for number, start in enumerate(range(0, len(content), CHUNK_BYTES)):
        piece = content[start : start + CHUNK_BYTES]
        session.add(AttachmentChunk(sha256=digest, number=number, data=piece))
    session.flush()
    return attachment


def content(session: Session, sha256: str) -> bytes:
    """The whole content, for what is known to be small (a letter's PDF)."""
    query = (
        select(AttachmentChunk.data)
        .where(AttachmentChunk.sha256 == sha256)
        .order_by(col(AttachmentChunk.number))
    )
    return b"".join(piece for piece in session.exec(query))


def of_revisions(
    session: Session, revision_ids: Iterable[int]
) -> dict[int, list[tuple[Attachment, str]]]:
    """The attachments of many revisions, each with its role."""
    found: dict[int, list[tuple[Attachment, str]]] = {number: [] for number in revision_ids}
    query = select(RevisionAttachment, Attachment).join(Attachment)
    for link, attachment in session.exec(query):
        if link.revision_id in found:
            found[link.revision_id].append((attachment, link.role))
    return found


class AttachmentReader(io.RawIOBase):
    """Reads one attachment piece by piece, so that sealing gigabytes needs no memory for them."""

    def __init__(self, store: Store, sha256: str) -> None:
        super().__init__()
        self._store = store
        self._sha256 = sha256
        self._next = 0
        self._piece = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._piece:
            self._piece = memoryview(self._read_piece())
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        self._piece = self._piece[size:]
        return size

    def _read_piece(self) -> bytes:
        with self._store.read() as session:
            query = select(AttachmentChunk.data).where(
                AttachmentChunk.sha256 == self._sha256, AttachmentChunk.number == self._next
            )
            self._next += 1
            return session.exec(query).first() or b""
