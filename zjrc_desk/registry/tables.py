"""The nouns of a registration as SQLModel tables, and what the store keeps beside them.

A *registration* is one person's file at one point; it holds *revisions*, and a revision holds all
that was declared: volunteer, intention, kin, executor, witnesses and their statement, consent.
Text fields hold what was typed, dates as ``YYYY-MM-DD``; what is not (yet) valid stays visible in
the draft and is stopped by :mod:`zjrc_desk.registry.rules`, never dropped.
"""

from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, Relationship, SQLModel

from zjrc_desk.registry import batch_tables
from zjrc_desk.registry.life import State

assert batch_tables, "the batch of a revision must be known to the metadata"


def _part(cascade: str = "all, delete-orphan") -> Any:
    """A part that lives and dies with its revision, and is loaded with it in one more query."""
    return Relationship(
        sa_relationship_kwargs={"cascade": cascade, "lazy": "selectin", "uselist": False}
    )


def _parts(cascade: str = "all, delete-orphan") -> Any:
    return Relationship(sa_relationship_kwargs={"cascade": cascade, "lazy": "selectin"})


def _list_column() -> Any:
    return Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class Point(SQLModel, table=True):
    """登记点: the registration point this store belongs to; one row."""

    code: str = Field(primary_key=True, description="such as ZJ-HZ-0001")
    name: str
    address: str = ""
    phone: str = ""
    host: str = Field(default="", description="host organisation, such as an elder-care centre")
    centre_name: str = "浙江省人体器官捐献管理中心"
    centre_phone: str = ""
    generation: int = Field(default=1, description="goes up by one with every restore")
    last_number: int = Field(default=0, description="running number of the newest serial")
    created_at: str = ""
    backup_folder: str = Field(
        default="",
        sa_column_kwargs={"server_default": ""},
        description="where backups go; empty: beside the store",
    )
    idle_minutes: int = Field(default=5, description="the window locks itself after that long")


class Staff(SQLModel, table=True):
    """工作人员: who may sign in; the password itself is only ever a key slot."""

    number: str = Field(primary_key=True)
    name: str
    role: str
    disabled: bool = False
    created_at: str = ""
    open_record: str = Field(default="", description="registration whose form was left open")
    temporary: bool = Field(default=False, description="the password must be changed at sign-in")


def _revision_key() -> Any:
    return Field(default=None, primary_key=True, foreign_key="revision.id")


class Volunteer(SQLModel, table=True):
    """志愿者: the person who declares the intention."""

    revision_id: int | None = _revision_key()
    name: str = ""
    former_name: str = ""
    sex: str = Field(default="", description="GB/T 2261.1")
    ethnicity: str = Field(default="", description="GB/T 3304")
    birth_date: str = Field(default="", index=True)
    nationality: str = Field(default="CHN", description="GB/T 2659.1, three letters")
    document_type: str = Field(default="resident_id")
    document_number: str = Field(default="", index=True)
    document_expires: str = Field(default="", description="YYYY-MM-DD or 长期")
    political_status: str = ""
    education: str = ""
    occupation: str = ""
    marital_status: str = ""
    mobile: str = ""
    landline: str = ""
    household_region: str = Field(default="", description="province, city and county")
    household_address: str = ""
    residence_region: str = ""
    residence_address: str = ""
    postcode: str = ""
    religion_customs: str = ""
    infectious_disease: str = Field(default="", description="sensitive; optional")
    hereditary_disease: str = Field(default="", description="sensitive; optional")
    major_surgery: str = Field(default="", description="sensitive; optional")
    blood_type: str = ""
    room: str = Field(default="", description="room and bed in this elder-care centre")


class Intention(SQLModel, table=True):
    """捐献意愿: what is given, for what use, under which wishes; and the words to the family."""

    revision_id: int | None = _revision_key()
    items: list[str] = _list_column()
    uses: list[str] = _list_column()
    preference: str = ""
    ashes_wish: str = ""
    farewell_wish: str = ""
    memorial_name: str = ""
    receiving_institution: str = ""
    prior_registration: str = Field(default="", description="number of a registration elsewhere")
    # A wish is asked for, never assumed.
    wants_certificate: bool = False
    wants_wallet_card: bool = False
    wants_will_referral: bool = False
    capacity_declared: bool = Field(default=False, description="民法典 1006: full capacity")
    voluntary_declared: bool = Field(default=False, description="民法典 1006: free and unpaid")
    family_letter: str = Field(default="", description="家书: the volunteer's own words")


class Kin(SQLModel, table=True):
    """近亲属: who was told, and what they said."""

    id: int | None = Field(default=None, primary_key=True)
    revision_id: int | None = Field(default=None, foreign_key="revision.id", index=True)
    name: str = ""
    relation: str = ""
    phone: str = ""
    opinion: str = ""
    signed: bool = False


class Executor(SQLModel, table=True):
    """捐献执行人: notifies the province after death."""

    revision_id: int | None = _revision_key()
    name: str = ""
    relation: str = ""
    document_type: str = "resident_id"
    document_number: str = ""
    phone: str = ""
    address: str = ""


class Witness(SQLModel, table=True):
    """见证人: one of two to four, present together."""

    id: int | None = Field(default=None, primary_key=True)
    revision_id: int | None = Field(default=None, foreign_key="revision.id", index=True)
    name: str = ""
    document_type: str = "resident_id"
    document_number: str = ""
    relation: str = "none"
    phone: str = ""
    organisation: str = ""


class WitnessStatement(SQLModel, table=True):
    """见证陈述: what the witnesses saw, bound to exactly this revision."""

    revision_id: int | None = _revision_key()
    place: str = ""
    started_at: str = Field(default="", description="YYYY-MM-DD HH:MM, local time")
    ended_at: str = Field(default="", description="YYYY-MM-DD HH:MM, local time")
    checks: list[str] = _list_column()
    volunteer_words: str = ""
    second_staff: str = Field(
        default="",
        sa_column_kwargs={"server_default": ""},
        description="number or name of a second member of staff who was present",
    )


class Consent(SQLModel, table=True):
    """个人信息处理单独同意 (个人信息保护法 29)."""

    revision_id: int | None = _revision_key()
    text_version: str = ""
    given_at: str = Field(default="", description="RFC 3339; empty: not given yet")


class Override(SQLModel, table=True):
    """Why a step was taken although a rule warned; frozen with its revision, not interchanged."""

    id: int | None = Field(default=None, primary_key=True)
    revision_id: int | None = Field(default=None, foreign_key="revision.id", index=True)
    code: str = Field(description="the rule's code")
    path: str = Field(description="the field the rule spoke of, such as kin.0.opinion")
    reason: str
    given_by: str = Field(description="staff number")
    given_at: str = Field(description="RFC 3339")


class Letter(SQLModel, table=True):
    """意愿书(家书) of a revision: the paper that was printed and signed."""

    revision_id: int | None = _revision_key()
    text_version: str = ""
    pdf_sha256: str = ""
    printed_at: str = ""
    printed_by: str = ""
    copies_made: int = Field(default=0, description="times the same PDF was given out")
    signed_on: str = Field(default="", description="the day on the signed paper")


class Attachment(SQLModel, table=True):
    """附件, once for each content; the bytes lie in :class:`AttachmentChunk`."""

    sha256: str = Field(primary_key=True)
    media_type: str
    size: int


class AttachmentChunk(SQLModel, table=True):
    """A piece of an attachment, at most 1 MiB."""

    sha256: str = Field(primary_key=True, foreign_key="attachment.sha256")
    number: int = Field(primary_key=True)
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class RevisionAttachment(SQLModel, table=True):
    """Which revision has which attachment, and as what."""

    revision_id: int | None = _revision_key()
    sha256: str = Field(primary_key=True, foreign_key="attachment.sha256")
    role: str = Field(description="one of registry.attachments.ATTACHMENT_ROLE")
    signer: str = Field(
        default="",
        sa_column_kwargs={"server_default": ""},
        description="whose signature it is, as registry.attachments.signers; empty: not said",
    )


class Registration(SQLModel, table=True):
    """One person's file at this point, over all its revisions."""

    record_id: str = Field(primary_key=True, description="UUIDv7")
    serial: str = Field(unique=True, index=True)
    source_digest: str | None = Field(
        default=None, unique=True, description="SHA-256 of the list's row it was imported from"
    )
    created_at: str
    erased: bool = Field(
        default=False,
        description="个人信息保护法 47; setting it removes all content (by a trigger)",
    )
    duplicate_of: str | None = Field(
        default=None, description="record id of the same person's registration that was opened"
    )
    revisions: list["Revision"] = Relationship(
        back_populates="registration",
        sa_relationship_kwargs={"order_by": "Revision.number", "cascade": "all, delete-orphan"},
    )


class Revision(SQLModel, table=True):
    """One state of what a person declared; frozen from the moment it is witnessed."""

    __table_args__ = (
        UniqueConstraint("record_id", "number"),
        Index("ix_revision_standing", "state", "kind", "current"),
        Index("ix_revision_declared", "state", "declared_at", "kind", "record_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    record_id: str = Field(foreign_key="registration.record_id", index=True)
    number: int = 1
    supersedes: int | None = None
    kind: str = "intention"
    source: str = Field(default="desk", description="desk | list (taken over from a list)")
    state: str = State.DRAFT
    frozen: bool = Field(default=False, description="witnessed: the content never changes again")
    current: bool = Field(default=True, description="the newest of its registration")
    declared_at: str = Field(default="", description="the day of the declaration, YYYY-MM-DD")
    recorded_at: str = ""
    recorded_by: str = Field(default="", description="staff number")
    reason: str = Field(default="", description="why this revision was made; not interchanged")
    staff_notes: str = Field(default="", description="the point's own; not interchanged")
    step: str = Field(default="", description="where the form was left")
    centre_reasons: list[str] = _list_column()
    batch_id: str | None = Field(default=None, foreign_key="batch.batch_id", index=True)

    registration: Registration = Relationship(
        back_populates="revisions", sa_relationship_kwargs={"lazy": "joined"}
    )
    volunteer: Volunteer = _part()
    intention: Intention = _part()
    executor: Executor = _part()
    statement: WitnessStatement = _part()
    consent: Consent = _part()
    kin: list[Kin] = _parts()
    witnesses: list[Witness] = _parts()
    overrides: list[Override] = _parts()
    letter: Letter | None = _part()
    # Never merged: a form that is saved would bring back the attachments it was opened with.
    attachments: list[RevisionAttachment] = _parts("save-update, delete, delete-orphan, expunge")


class Referral(SQLModel, table=True):
    """遗嘱服务转介: somebody was referred to 浙江遗嘱库, against the centre's certificate."""

    id: int | None = Field(default=None, primary_key=True)
    serial: str = Field(index=True, description="of the registration, at whichever point")
    certificate_number: str = Field(default="", description="the centre's; empty: not shown")
    referred_at: str
    referred_by: str = Field(description="staff number")


class AuditEntry(SQLModel, table=True):
    """One act of one person; ``hash`` covers the entry and the hash before it."""

    __table_args__ = (
        Index("ix_auditentry_signed", "record_id", sqlite_where=text("action = 'signed'")),
    )

    number: int = Field(primary_key=True)
    at: str
    staff: str
    action: str
    record_id: str = ""
    previous: str
    hash: str


class Backup(SQLModel, table=True):
    """备份: one that was reopened, checked and found good, as long ago as it was made."""

    id: int | None = Field(default=None, primary_key=True)
    file_name: str
    folder: str
    made_at: str = Field(description="RFC 3339")
    made_by: str = Field(description="staff number")
    size: int = Field(description="bytes")
    audit_entries: int
    audit_head: str


class ListForm(SQLModel, table=True):
    """What the columns of a list with another header mean, as somebody matched them once."""

    header_sha256: str = Field(primary_key=True, description="hex, of the header as JSON")
    columns: list[str] = _list_column()


class SearchRow(SQLModel, table=True):
    """What a registration is found, filtered and sorted by; kept beside its newest revision.

    A row is never deleted: that of a person who was erased stays empty, without record id.
    """

    slot: int | None = Field(default=None, primary_key=True, description="1, 2, 3 as they came")
    changed: int = Field(index=True, description="goes up with every change of any row")
    record_id: str | None = Field(default=None, unique=True, foreign_key="registration.record_id")
    serial: str
    name: str
    pinyin: str
    initials: str
    document_number: str
    mobile: str = Field(description="digits only, as landline")
    landline: str
    room: str = Field(description="without spaces, in half width")
    kind: str
    state: str
    declared_at: str
    batch_id: str | None = None
