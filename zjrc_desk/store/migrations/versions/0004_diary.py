"""The point's diary, with the triggers that keep what was recorded."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

#: Of every entry, what it says: where it is in its life may still change, this not.
_CONTENT = ("record_id", "number", "supersedes", "void", "reason", "recorded_at", "recorded_by")
_TABLES = {
    "event": ("day", "people", "category", "place", "reached", "topics"),
    "visit": ("day", "people", "registration_id", "serial", "given", "remarks"),
    "teammember": ("day", "name", "phone", "document_type", "document_number", "left_on"),
    "shift": ("day", "member", "start", "end"),
}
_SYNCED = ("event", "visit")
_INDEXED = ("record_id", "state", "current", "day")
_MORE_INDEXES = {
    "event": ("batch_id",),
    "visit": ("batch_id", "registration_id"),
    "teammember": ("document_number",),
    "shift": ("member",),
}


def _freeze_recorded(table: str) -> None:
    columns = ", ".join(f'"{name}"' for name in (*_CONTENT, *_TABLES[table]))
    for act in (f"UPDATE OF {columns}", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_{act.split()[0].lower()}_frozen BEFORE {act} ON {table} "
            "WHEN OLD.state <> 'draft' BEGIN SELECT RAISE(ABORT, 'frozen entry'); END"
        )


def upgrade() -> None:
    for table, texts in _TABLES.items():
        synced = table in _SYNCED
        columns: list[sa.Column[Any]] = [
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("record_id", sa.String(), nullable=False),
            sa.Column("number", sa.Integer(), nullable=False),
            sa.Column("supersedes", sa.Integer(), nullable=True),
            sa.Column("state", sa.String(), nullable=False),
            sa.Column("current", sa.Boolean(), nullable=False),
            sa.Column("void", sa.Boolean(), nullable=False),
            *(sa.Column(n, sa.String(), nullable=False) for n in _CONTENT[-3:] + texts),
        ]
        if synced:
            columns += [
                sa.Column("batch_id", sa.String(), nullable=True),
                sa.Column("centre_reasons", sa.JSON(), nullable=False),
            ]
        keys: list[sa.Constraint] = [
            sa.PrimaryKeyConstraint("id"),
            sa.UniqueConstraint("record_id", "number"),
        ]
        if synced:
            keys.append(sa.ForeignKeyConstraint(["batch_id"], ["batch.batch_id"]))
        op.create_table(table, *columns, *keys)
        for name in _INDEXED + _MORE_INDEXES[table]:
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
        _freeze_recorded(table)
