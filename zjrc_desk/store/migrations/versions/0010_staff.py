"""Staff management: passwords to be changed at sign-in, and after how long the window locks."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "staff", sa.Column("temporary", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column(
        "point", sa.Column("idle_minutes", sa.Integer(), nullable=False, server_default="5")
    )
