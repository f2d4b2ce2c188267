"""Backups that count, where they go; the audit's end as each batch told it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "backup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("audit_entries", sa.Integer(), nullable=False),
        sa.Column("audit_head", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    for table, column, kind, default in (
        ("point", "backup_folder", sa.String(), ""),
        ("batch", "audit_entries", sa.Integer(), "0"),
        ("batch", "audit_head", sa.String(), ""),
    ):
        op.add_column(table, sa.Column(column, kind, nullable=False, server_default=default))
