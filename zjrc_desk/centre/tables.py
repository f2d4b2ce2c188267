"""What the centre keeps, as tables on their own base: nothing here is the desk's.

Plain SQL types only, so that the same tables serve SQLite now and PostgreSQL later.  Times are
RFC 3339 text as they were said (their offset is part of what was said); where they are compared,
they are parsed.  The register holds names, numbers and health facts in clear: it belongs on an
encrypted disk.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA_VERSION = "1"

_TIME = String(40)
_DIGEST = String(64)
_UUID = String(36)
_POINT = String(20)


class Base(DeclarativeBase):
    """The centre's own metadata and class registry."""


class Setting(Base):
    """One fact on this centre: name, phone, schema version, key of the person pseudonyms."""

    __tablename__ = "centre_setting"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class EnrolledPoint(Base):
    """登记点: whom the centre has issued a certificate to."""

    __tablename__ = "centre_point"

    code: Mapped[str] = mapped_column(_POINT, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    enrolled_at: Mapped[str] = mapped_column(_TIME)


class IssuedCertificate(Base):
    """Every certificate the CA signed; ``serial`` in lower-case hex as OpenSSL prints it."""

    __tablename__ = "centre_issued_certificate"

    serial: Mapped[str] = mapped_column(String(40), primary_key=True)
    point: Mapped[str | None] = mapped_column(ForeignKey("centre_point.code"), index=True)
    fingerprint: Mapped[str] = mapped_column(_DIGEST)
    pem: Mapped[str] = mapped_column(Text)
    issued_at: Mapped[str] = mapped_column(_TIME)
    not_after: Mapped[str] = mapped_column(_TIME)
    revoked_at: Mapped[str | None] = mapped_column(_TIME)


class ReceivedBatch(Base):
    """批次: one that was taken in, with the manifest as signed and the receipt as sent."""

    __tablename__ = "centre_batch"
    __table_args__ = (UniqueConstraint("point", "generation", "sequence"),)

    batch_id: Mapped[str] = mapped_column(_UUID, primary_key=True)
    point: Mapped[str] = mapped_column(ForeignKey("centre_point.code"))
    generation: Mapped[int]
    sequence: Mapped[int]
    previous: Mapped[str | None] = mapped_column(_DIGEST)
    manifest_sha256: Mapped[str] = mapped_column(_DIGEST, unique=True)
    manifest: Mapped[bytes] = mapped_column(LargeBinary)
    verdict: Mapped[str] = mapped_column(String(10))
    sealed_at: Mapped[str] = mapped_column(_TIME)
    received_at: Mapped[str] = mapped_column(_TIME)
    records: Mapped[int]
    receipt: Mapped[bytes] = mapped_column(LargeBinary)


class ReceivedRecord(Base):
    """One revision of a record.

    ``status``: accepted | duplicate | conflict | superseded (by the record's own newer revision) |
    returned | erased.  ``person``: pseudonym of document type and number, null where the record
    does not take part in who wins.  ``body``: the record as received, null once erased.
    """

    __tablename__ = "centre_record"
    __table_args__ = (Index("centre_record_status", "status", "in_force"),)

    record_id: Mapped[str] = mapped_column(_UUID, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    point: Mapped[str] = mapped_column(ForeignKey("centre_point.code"))
    batch_id: Mapped[str] = mapped_column(ForeignKey("centre_batch.batch_id"), index=True)
    serial: Mapped[str] = mapped_column(String(40), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    person: Mapped[str | None] = mapped_column(_DIGEST, index=True)
    wish: Mapped[str] = mapped_column(Text)
    declared_at: Mapped[str] = mapped_column(_TIME)
    recorded_at: Mapped[str] = mapped_column(_TIME)
    record_sha256: Mapped[str] = mapped_column(_DIGEST)
    status: Mapped[str] = mapped_column(String(12))
    in_force: Mapped[bool] = mapped_column(Boolean, default=False)
    reasons: Mapped[list[str]] = mapped_column(JSON)
    body: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ReceivedEntry(Base):
    """One revision of an entry of a point's diary: an event or a visit.

    ``status``: accepted | returned.  ``current``: the newest accepted revision of the entry.
    """

    __tablename__ = "centre_diary"
    __table_args__ = (Index("centre_diary_counts", "current", "kind", "day"),)

    record_id: Mapped[str] = mapped_column(_UUID, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    point: Mapped[str] = mapped_column(ForeignKey("centre_point.code"), index=True)
    batch_id: Mapped[str] = mapped_column(ForeignKey("centre_batch.batch_id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    day: Mapped[str] = mapped_column(String(10))
    void: Mapped[bool] = mapped_column(Boolean)
    current: Mapped[bool] = mapped_column(Boolean, default=False)
    reached: Mapped[int] = mapped_column(default=0)
    record_sha256: Mapped[str] = mapped_column(_DIGEST)
    status: Mapped[str] = mapped_column(String(12))
    reasons: Mapped[list[str]] = mapped_column(JSON)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class IssuedStatement(Base):
    """证明: number and signed token for a declaration that came into force."""

    __tablename__ = "centre_statement"
    __table_args__ = (
        ForeignKeyConstraint(
            ["record_id", "revision"], ["centre_record.record_id", "centre_record.revision"]
        ),
        UniqueConstraint("record_id", "revision"),
    )

    running: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(14), unique=True)
    record_id: Mapped[str] = mapped_column(_UUID)
    revision: Mapped[int]
    token: Mapped[str] = mapped_column(String(420))
    issued_at: Mapped[str] = mapped_column(_TIME)


class StoredAttachment(Base):
    """附件, once for each content; ``doomed``: nobody refers to it, its file is to be removed."""

    __tablename__ = "centre_attachment"

    sha256: Mapped[str] = mapped_column(_DIGEST, primary_key=True)
    media_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    doomed: Mapped[bool] = mapped_column(Boolean, default=False, index=True)


class RecordAttachment(Base):
    """Which record refers to which attachment, and as what."""

    __tablename__ = "centre_record_attachment"
    __table_args__ = (
        ForeignKeyConstraint(
            ["record_id", "revision"], ["centre_record.record_id", "centre_record.revision"]
        ),
    )

    record_id: Mapped[str] = mapped_column(_UUID, primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sha256: Mapped[str] = mapped_column(
        ForeignKey("centre_attachment.sha256"), primary_key=True, index=True
    )
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class Notice(Base):
    """What a point has to be told about a record it sent earlier: another point's batch changed
    how it stands.  ``told_in``: the batch whose receipt said so, null until then."""

    __tablename__ = "centre_notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    point: Mapped[str] = mapped_column(ForeignKey("centre_point.code"), index=True)
    record_id: Mapped[str] = mapped_column(_UUID)
    revision: Mapped[int]
    status: Mapped[str] = mapped_column(String(12))
    in_force: Mapped[bool] = mapped_column(Boolean)
    reasons: Mapped[list[str]] = mapped_column(JSON)
    made_at: Mapped[str] = mapped_column(_TIME)
    told_in: Mapped[str | None] = mapped_column(_UUID, index=True)


class Quarantined(Base):
    """What was signed by a point and can't be taken: a whole batch (its file is kept, its receipt
    too) or one record that forks another (its content is kept here)."""

    __tablename__ = "centre_quarantine"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(4))
    point: Mapped[str] = mapped_column(_POINT, index=True)
    batch_id: Mapped[str] = mapped_column(_UUID)
    manifest_sha256: Mapped[str] = mapped_column(_DIGEST, index=True)
    received_at: Mapped[str] = mapped_column(_TIME)
    record_id: Mapped[str | None] = mapped_column(_UUID)
    revision: Mapped[int | None]
    body: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    receipt: Mapped[bytes | None] = mapped_column(LargeBinary)
