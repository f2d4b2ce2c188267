"""What goes between the point and the provincial centre, as tables.

The point's key with what the centre answered to it, the batches, and what came back for them.
"""

from sqlalchemy import JSON, Column, LargeBinary
from sqlmodel import Field, SQLModel


class SigningIdentity(SQLModel, table=True):
    """The point's key and what the centre answered to it; the key never leaves the store."""

    id: int | None = Field(default=None, primary_key=True)
    private_key: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    certificate: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    ca_certificate: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    recipients: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    centre_certificates: list[str] = Field(
        default_factory=list,
        sa_column=Column(JSON, nullable=False, server_default="[]"),
        description="PEM of the centre's certificates for receipts and 证明",
    )
    upload_url: str = ""
    upload_token: str = ""
    enrolled_at: str = ""
    created_at: str


class Batch(SQLModel, table=True):
    """批次: what was handed over to the provincial centre."""

    batch_id: str = Field(primary_key=True, description="UUIDv7")
    generation: int
    sequence: int
    state: str = Field(
        default="sealed", description="sealing | sealed | accepted | partly | refused | lost"
    )
    file_name: str
    manifest_sha256: str = Field(default="", description="hex; empty while sealing")
    previous: str | None = None
    sealed_at: str
    sealed_by: str
    records: int
    size: int = Field(default=0, description="bytes of the file")
    handed_over_at: str = Field(default="", description="RFC 3339; empty: only in the outbox yet")
    audit_entries: int = Field(
        default=0,
        sa_column_kwargs={"server_default": "0"},
        description="length of the audit chain as the manifest says it; 0: not known",
    )
    audit_head: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Receipt(SQLModel, table=True):
    """回执: the centre's signed answer to a batch."""

    batch_id: str = Field(primary_key=True, foreign_key="batch.batch_id")
    verdict: str
    received_at: str
    taken_at: str
    taken_by: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class Certificate(SQLModel, table=True):
    """证明 of the centre for a declaration in force."""

    record_id: str = Field(primary_key=True, foreign_key="registration.record_id")
    revision: int
    number: str
    token: str
    received_at: str
    handed_over_at: str = Field(default="", description="YYYY-MM-DD; empty: not handed over yet")
