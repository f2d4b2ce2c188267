"""What the day needs: referrals, certificates and batches handed over, the form left open."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("certificate_number", sa.String(), nullable=False),
        sa.Column("referred_at", sa.String(), nullable=False),
        sa.Column("referred_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_referral_serial", "referral", ["serial"])
    for table, column, kind, default in (
        ("certificate", "handed_over_at", sa.String(), ""),
        ("staff", "open_record", sa.String(), ""),
        ("batch", "handed_over_at", sa.String(), ""),
        ("signingidentity", "centre_certificates", sa.JSON(), "[]"),
    ):
        op.add_column(table, sa.Column(column, kind, nullable=False, server_default=default))
