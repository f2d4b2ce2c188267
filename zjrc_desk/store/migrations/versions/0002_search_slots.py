"""Search rows with slots, filled for what is registered already; in line with states by trigger."""

from itertools import islice

import sqlalchemy as sa
from alembic import op

from zjrc_desk.store.search import texts_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TYPED = ("name", "document_number", "mobile", "landline", "room")
_FOLLOWED = ("kind", "state", "declared_at", "batch_id")
#: Oldest first, so that slots count up as serials do; generations before numbers.
_REGISTERED = """
    SELECT registration.record_id, serial, name, document_number, mobile, landline, room, kind,
        state, declared_at, batch_id
    FROM revision JOIN registration USING (record_id) JOIN volunteer ON revision_id = revision.id
    WHERE current ORDER BY registration.created_at, serial
"""


def upgrade() -> None:
    op.drop_table("searchrow")
    table = op.create_table(
        "searchrow",
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=True),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in (
                "serial", "name", "pinyin", "initials", "document_number", "mobile", "landline",
                "room", "kind", "state", "declared_at",
            )
        ),
        sa.Column("batch_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["record_id"], ["registration.record_id"]),
        sa.PrimaryKeyConstraint("slot"),
        sa.UniqueConstraint("record_id"),
    )  # fmt: skip
    _fill(table)
    op.create_index(op.f("ix_searchrow_changed"), "searchrow", ["changed"], unique=False)
    _follow_revisions()
    op.execute(
        "CREATE TRIGGER searchrow_kept BEFORE DELETE ON searchrow "
        "BEGIN SELECT RAISE(ABORT, 'a search row is emptied, never deleted'); END"
    )


def _fill(table: sa.Table) -> None:
    connection = op.get_bind()
    registered = connection.execute(sa.text(_REGISTERED)).mappings()
    numbered = enumerate(registered, 1)
    while part := [_row(slot, found) for slot, found in islice(numbered, 1000)]:
        connection.execute(table.insert(), part)


def _row(slot: int, found: sa.RowMapping) -> dict[str, object]:
    typed = {name: found[name] for name in _TYPED}
    return {**found, **texts_of(**typed), "slot": slot, "changed": slot}


def _follow_revisions() -> None:
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _FOLLOWED)
    taken = ", ".join(f"{name} = NEW.{name}" for name in _FOLLOWED)
    op.execute(
        f"CREATE TRIGGER revision_found AFTER UPDATE OF {', '.join(_FOLLOWED)} ON revision "
        f"WHEN NEW.current AND ({differs}) BEGIN "
        f"UPDATE searchrow SET {taken}, changed = (SELECT max(changed) + 1 FROM searchrow) "
        "WHERE record_id = NEW.record_id; END"
    )
