"""Whose a signature is; drafts of a change that were abandoned; erasing what visits say."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "revisionattachment",
        sa.Column("signer", sa.String(), nullable=False, server_default=""),
    )
