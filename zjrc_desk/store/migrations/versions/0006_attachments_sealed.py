"""Triggers that keep the attachments of what is in a batch, and every printed letter."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_GONE_OUT = (
    "(SELECT batch_id IS NOT NULL OR state IN ('sealed', 'accepted', 'returned', 'superseded') "
    "FROM revision WHERE id = {row}.revision_id)"
)
#: Of an erased person (0005) nothing is kept, sealed or not.
_ERASED = (
    "(SELECT registration.erased FROM revision JOIN registration USING (record_id) "
    "WHERE revision.id = OLD.revision_id)"
)


def upgrade() -> None:
    for act, when in (
        ("INSERT", _GONE_OUT.format(row="NEW")),
        # A link is made or taken away, never turned into another.
        ("UPDATE", "TRUE"),
        ("DELETE", f"(OLD.role = 'letter' OR {_GONE_OUT.format(row='OLD')}) AND NOT {_ERASED}"),
    ):
        op.execute(
            f"CREATE TRIGGER revisionattachment_{act.lower()}_sealed "
            f"BEFORE {act} ON revisionattachment WHEN {when} "
            "BEGIN SELECT RAISE(ABORT, 'sealed attachments'); END"
        )
