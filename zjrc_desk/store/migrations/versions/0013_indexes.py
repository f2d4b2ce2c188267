"""Counting what waits reads an index, not every revision there is.

Nearly every revision is current, so an index of that alone only misled the planner.
"""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_revision_current", "revision")
    op.drop_index("ix_revision_state", "revision")
    op.create_index("ix_revision_standing", "revision", ["state", "kind", "current"])
    op.create_index(
        "ix_revision_declared", "revision", ["state", "declared_at", "kind", "record_id"]
    )
