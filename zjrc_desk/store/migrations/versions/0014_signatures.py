"""Whether what was erased was ever signed is asked of the audit, which is long: of its signatures
alone there is an index."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_auditentry_signed",
        "auditentry",
        ["record_id"],
        sqlite_where=sa.text("action = 'signed'"),
    )
