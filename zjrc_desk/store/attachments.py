"""Attachments inside the encrypted file, each content once, in pieces that can be streamed."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable

from sqlalchemy import delete, insert, literal_column
from sqlmodel import Session, col, select

from zjrc_desk.registry.paper_tables import Paper
from zjrc_desk.registry.tables import Attachment, AttachmentChunk, Revision, RevisionAttachment
from zjrc_desk.store.store import Store

CHUNK_BYTES = 1 << 20


class ChangedError(Exception):
    """What was read is not what was announced."""


def add(session: Session, content: bytes, media_type: str) -> Attachment:
    """Keep a content that is in memory; one that is there already is not stored twice."""
    digest = hashlib.sha256(content).hexdigest()
    pieces = (content[n : n + CHUNK_BYTES] for n in range(0, len(content), CHUNK_BYTES))
    return add_pieces(
        session, pieces, Attachment(sha256=digest, media_type=media_type, size=len(content))
    )


def add_pieces(session: Session, pieces: Iterable[bytes], attachment: Attachment) -> Attachment:
    """Keep a content piece by piece, each of at most 1 MiB; one that is there is not read.

    Raises ChangedError, in the transaction, where the pieces are not what ``attachment`` says.
    """
    known = session.get(Attachment, attachment.sha256)
    if known is not None:
        return known
    sha256, size = attachment.sha256, 0
    session.add(attachment)
    session.flush()
    digest = hashlib.sha256()
    for number, piece in enumerate(pieces):
        digest.update(piece)
        size += len(piece)
        # Not as an object of the session, which would hold on to its bytes.
        session.execute(insert(AttachmentChunk).values(sha256=sha256, number=number, data=piece))
    if size != attachment.size or digest.hexdigest() != sha256:
        raise ChangedError
    return attachment


def sound(session: Session, attachment: Attachment) -> bool:
    """Whether its bytes are those its digest names."""
    digest, size = hashlib.sha256(), 0
    pieces = select(AttachmentChunk.data).where(AttachmentChunk.sha256 == attachment.sha256)
    ordered = pieces.order_by(col(AttachmentChunk.number)).execution_options(yield_per=1)
    for piece in session.exec(ordered):
        digest.update(piece)
        size += len(piece)
    return size == attachment.size and digest.hexdigest() == attachment.sha256


def remove_unused(session: Session, sha256: str) -> None:
    """Remove a content and its bytes, unless a revision still has it or it is a printed paper."""
    used = select(RevisionAttachment.sha256).where(RevisionAttachment.sha256 == sha256)
    paper = select(Paper.pdf_sha256).where(Paper.pdf_sha256 == sha256)
    if session.exec(used).first() is None and session.exec(paper).first() is None:
        session.execute(delete(AttachmentChunk).where(col(AttachmentChunk.sha256) == sha256))
        session.execute(delete(Attachment).where(col(Attachment.sha256) == sha256))


Linked = tuple[Attachment, RevisionAttachment]


def of_revision(session: Session, revision_id: int | None) -> list[Linked]:
    """The attachments of one revision with their links, in the order they were added."""
    query = (
        select(Attachment, RevisionAttachment)
        .join(RevisionAttachment)
        .where(RevisionAttachment.revision_id == revision_id)
        .order_by(literal_column("revisionattachment.rowid"))
    )
    return list(session.exec(query))


def is_of(session: Session, record_id: str, sha256: str) -> bool:
    """Whether any revision of a registration has that attachment."""
    query = (
        select(RevisionAttachment.sha256)
        .join(Revision)
        .where(Revision.record_id == record_id, RevisionAttachment.sha256 == sha256)
    )
    return session.exec(query).first() is not None


def content(session: Session, sha256: str) -> bytes:
    """The whole content, for what is looked at as a whole (a letter's PDF, a picture)."""
    query = (
        select(AttachmentChunk.data)
        .where(AttachmentChunk.sha256 == sha256)
        .order_by(col(AttachmentChunk.number))
    )
    return b"".join(piece for piece in session.exec(query))


def of_revisions(session: Session, revision_ids: Iterable[int]) -> dict[int, list[Linked]]:
    """The attachments of many revisions, each with its link."""
    found: dict[int, list[Linked]] = {number: [] for number in revision_ids}
    query = select(RevisionAttachment, Attachment).join(Attachment)
    for link, attachment in session.exec(query):
        if link.revision_id in found:
            found[link.revision_id].append((attachment, link))
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
