"""First schema, with the triggers that keep what was witnessed and what was audited."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_PARTS = ("volunteer", "intention", "executor", "witnessstatement", "kin", "witness")
#: What a revision may still change once it is witnessed: where it is in its life, nothing else.
_FROZEN_COLUMNS = (
    "record_id, number, supersedes, kind, source, declared_at, recorded_at, recorded_by, reason"
)


def _freeze_witnessed_revisions() -> None:
    for table in _PARTS:
        for act, row in (("UPDATE", "OLD"), ("DELETE", "OLD"), ("INSERT", "NEW")):
            op.execute(
                f"CREATE TRIGGER {table}_{act.lower()}_frozen BEFORE {act} ON {table} "
                f"WHEN (SELECT frozen FROM revision WHERE id = {row}.revision_id) "
                "BEGIN SELECT RAISE(ABORT, 'frozen revision'); END"
            )
    op.execute(
        f"CREATE TRIGGER revision_frozen BEFORE UPDATE OF {_FROZEN_COLUMNS} ON revision "
        "WHEN OLD.frozen BEGIN SELECT RAISE(ABORT, 'frozen revision'); END"
    )
    op.execute(
        "CREATE TRIGGER revision_kept BEFORE DELETE ON revision "
        "WHEN OLD.frozen BEGIN SELECT RAISE(ABORT, 'frozen revision'); END"
    )


def _freeze_audit() -> None:
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_{act.lower()} BEFORE {act} ON auditentry "
            "BEGIN SELECT RAISE(ABORT, 'frozen audit entry'); END"
        )


def upgrade() -> None:
    op.create_table(
        "attachment",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "auditentry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "batch",
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("manifest_sha256", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=True),
        sa.Column("sealed_at", sa.String(), nullable=False),
        sa.Column("sealed_by", sa.String(), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("batch_id"),
    )
    op.create_table(
        "point",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("centre_name", sa.String(), nullable=False),
        sa.Column("centre_phone", sa.String(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )
    op.create_table(
        "registration",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("source_digest", sa.String(), nullable=True),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("record_id"),
        sa.UniqueConstraint("source_digest"),
    )
    op.create_index(op.f("ix_registration_serial"), "registration", ["serial"], unique=True)
    op.create_table(
        "signingidentity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("ca_certificate", sa.LargeBinary(), nullable=True),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("upload_url", sa.String(), nullable=False),
        sa.Column("upload_token", sa.String(), nullable=False),
        sa.Column("enrolled_at", sa.String(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "staff",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "attachmentchunk",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["attachment.sha256"],
        ),
        sa.PrimaryKeyConstraint("sha256", "number"),
    )
    op.create_table(
        "certificate",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["registration.record_id"],
        ),
        sa.PrimaryKeyConstraint("record_id"),
    )
    op.create_table(
        "receipt",
        sa.Column("batch_id", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("taken_at", sa.String(), nullable=False),
        sa.Column("taken_by", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.batch_id"],
        ),
        sa.PrimaryKeyConstraint("batch_id"),
    )
    op.create_table(
        "revision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("supersedes", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("declared_at", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("staff_notes", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("centre_reasons", sa.JSON(), nullable=False),
        sa.Column("batch_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"],
            ["batch.batch_id"],
        ),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["registration.record_id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("record_id", "number"),
    )
    op.create_index(op.f("ix_revision_batch_id"), "revision", ["batch_id"], unique=False)
    op.create_index(op.f("ix_revision_current"), "revision", ["current"], unique=False)
    op.create_index(op.f("ix_revision_record_id"), "revision", ["record_id"], unique=False)
    op.create_index(op.f("ix_revision_state"), "revision", ["state"], unique=False)
    op.create_table(
        "searchrow",
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pinyin", sa.String(), nullable=False),
        sa.Column("initials", sa.String(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"],
            ["registration.record_id"],
        ),
        sa.PrimaryKeyConstraint("record_id"),
    )
    op.create_index(
        op.f("ix_searchrow_document_number"), "searchrow", ["document_number"], unique=False
    )
    op.create_index(op.f("ix_searchrow_initials"), "searchrow", ["initials"], unique=False)
    op.create_index(op.f("ix_searchrow_name"), "searchrow", ["name"], unique=False)
    op.create_table(
        "consent",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("given_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("revision_id"),
    )
    op.create_table(
        "executor",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("document_type", sa.String(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("revision_id"),
    )
    op.create_table(
        "intention",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("uses", sa.JSON(), nullable=False),
        sa.Column("preference", sa.String(), nullable=False),
        sa.Column("ashes_wish", sa.String(), nullable=False),
        sa.Column("farewell_wish", sa.String(), nullable=False),
        sa.Column("memorial_name", sa.String(), nullable=False),
        sa.Column("receiving_institution", sa.String(), nullable=False),
        sa.Column("prior_registration", sa.String(), nullable=False),
        sa.Column("wants_certificate", sa.Boolean(), nullable=False),
        sa.Column("wants_wallet_card", sa.Boolean(), nullable=False),
        sa.Column("wants_will_referral", sa.Boolean(), nullable=False),
        sa.Column("capacity_declared", sa.Boolean(), nullable=False),
        sa.Column("voluntary_declared", sa.Boolean(), nullable=False),
        sa.Column("family_letter", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("revision_id"),
    )
    op.create_table(
        "kin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("opinion", sa.String(), nullable=False),
        sa.Column("signed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_kin_revision_id"), "kin", ["revision_id"], unique=False)
    op.create_table(
        "letter",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("printed_at", sa.String(), nullable=False),
        sa.Column("printed_by", sa.String(), nullable=False),
        sa.Column("copies_made", sa.Integer(), nullable=False),
        sa.Column("signed_on", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("revision_id"),
    )
    op.create_table(
        "revisionattachment",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["attachment.sha256"],
        ),
        sa.PrimaryKeyConstraint("revision_id", "sha256"),
    )
    op.create_table(
        "volunteer",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("former_name", sa.String(), nullable=False),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("ethnicity", sa.String(), nullable=False),
        sa.Column("birth_date", sa.String(), nullable=False),
        sa.Column("nationality", sa.String(), nullable=False),
        sa.Column("document_type", sa.String(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("document_expires", sa.String(), nullable=False),
        sa.Column("political_status", sa.String(), nullable=False),
        sa.Column("education", sa.String(), nullable=False),
        sa.Column("occupation", sa.String(), nullable=False),
        sa.Column("marital_status", sa.String(), nullable=False),
        sa.Column("mobile", sa.String(), nullable=False),
        sa.Column("landline", sa.String(), nullable=False),
        sa.Column("household_region", sa.String(), nullable=False),
        sa.Column("household_address", sa.String(), nullable=False),
        sa.Column("residence_region", sa.String(), nullable=False),
        sa.Column("residence_address", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("religion_customs", sa.String(), nullable=False),
        sa.Column("infectious_disease", sa.String(), nullable=False),
        sa.Column("hereditary_disease", sa.String(), nullable=False),
        sa.Column("major_surgery", sa.String(), nullable=False),
        sa.Column("blood_type", sa.String(), nullable=False),
        sa.Column("room", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("revision_id"),
    )
    op.create_index(
        op.f("ix_volunteer_document_number"), "volunteer", ["document_number"], unique=False
    )
    op.create_table(
        "witness",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("document_type", sa.String(), nullable=False),
        sa.Column("document_number", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_witness_revision_id"), "witness", ["revision_id"], unique=False)
    op.create_table(
        "witnessstatement",
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=False),
        sa.Column("checks", sa.JSON(), nullable=False),
        sa.Column("volunteer_words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revision.id"],
        ),
        sa.PrimaryKeyConstraint("revision_id"),
    )
    _freeze_witnessed_revisions()
    _freeze_audit()
