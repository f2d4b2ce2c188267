"""The papers that were printed: a table that only grows, until its person is erased."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_FIXED = (
    "kind, subject, record_id, revision, large, text_version, token, pdf_sha256, reprint, "
    "reason, printed_at, printed_by"
)
_ERASED = "(SELECT erased FROM registration WHERE record_id = {row}.record_id)"


def _refuse(name: str, act: str, when: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} ON paper WHEN {when} "
        "BEGIN SELECT RAISE(ABORT, 'printed paper'); END"
    )


def upgrade() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("large", sa.Boolean(), nullable=False),
        sa.Column("text_version", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("pdf_sha256", sa.String(), nullable=False),
        sa.Column("reprint", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("printed_at", sa.String(), nullable=False),
        sa.Column("printed_by", sa.String(), nullable=False),
        sa.Column("signed_on", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["registration.record_id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("subject", "record_id", "pdf_sha256"):
        op.create_index(f"ix_paper_{column}", "paper", [column])
    # Letters printed before there was the table; the token is in their PDF alone.
    op.execute(
        f"INSERT INTO paper ({_FIXED}, signed_on) SELECT 'letter', serial, record_id, number, 0, "
        "text_version, '', pdf_sha256, 0, '', printed_at, printed_by, signed_on "
        "FROM letter JOIN revision ON revision.id = letter.revision_id "
        "JOIN registration USING (record_id)"
    )
    _refuse("paper_update_kept", f"UPDATE OF {_FIXED}", "TRUE")
    erased = _ERASED.format(row="OLD")
    _refuse("paper_delete_kept", "DELETE", f"OLD.record_id IS NULL OR NOT {erased}")
    _refuse("paper_of_erased", "INSERT", _ERASED.format(row="NEW"))
    # With the mark of 0005 the papers of the person go, too.
    op.execute(
        "CREATE TRIGGER registration_erased_papers AFTER UPDATE OF erased ON registration "
        "WHEN NEW.erased AND NOT OLD.erased "
        "BEGIN DELETE FROM paper WHERE record_id = NEW.record_id; END"
    )
