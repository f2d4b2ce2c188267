"""Reasons for going on past a warning, frozen with their revision; a second member of staff."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "witnessstatement",
        sa.Column("second_staff", sa.String(), nullable=False, server_default=""),
    )
    op.create_table(
        "override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("given_at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["revision_id"], ["revision.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_override_revision_id"), "override", ["revision_id"], unique=False)
    for act, row in (("UPDATE", "OLD"), ("DELETE", "OLD"), ("INSERT", "NEW")):
        op.execute(
            f"CREATE TRIGGER override_{act.lower()}_frozen BEFORE {act} ON override "
            f"WHEN (SELECT frozen FROM revision WHERE id = {row}.revision_id) "
            "BEGIN SELECT RAISE(ABORT, 'frozen revision'); END"
        )
