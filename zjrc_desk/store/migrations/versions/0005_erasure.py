"""Erasing a person: the one way by which frozen content goes; and finding a person by name.

The freeze of 0001 stays.  What is new is one mark, ``registration.erased``, that can be set once
and never taken back, and a trigger that removes the content of *all* revisions in the same
statement that sets it.  So the mark can't be used to remove or change a part of what was declared:
with it nothing is left, without it nothing goes.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_FROZEN_PARTS = (
    *("volunteer", "intention", "executor", "witnessstatement", "kin", "witness"),
    "override",
)
_OTHER_PARTS = ("consent", "letter", "revisionattachment")
#: As in 0001, but for ``reason``: it is typed freely, may name the person, and goes with them.
_FROZEN_COLUMNS = (
    "record_id, number, supersedes, kind, source, declared_at, recorded_at, recorded_by"
)

_IS_ERASED = "(SELECT erased FROM registration WHERE record_id = {record})"
_ERASED_PART = (
    "(SELECT registration.erased FROM revision JOIN registration USING (record_id) "
    "WHERE revision.id = OLD.revision_id)"
)


def _refuse(name: str, act: str, when: str, why: str) -> None:
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} WHEN {when} BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )


def _let_erased_content_go() -> None:
    for table in _FROZEN_PARTS:
        op.execute(f"DROP TRIGGER {table}_delete_frozen")
        frozen = "(SELECT frozen FROM revision WHERE id = OLD.revision_id)"
        _refuse(
            f"{table}_delete_frozen",
            f"DELETE ON {table}",
            f"{frozen} AND NOT {_ERASED_PART}",
            "frozen revision",
        )
    op.execute("DROP TRIGGER revision_frozen")
    _refuse(
        "revision_frozen",
        f"UPDATE OF {_FROZEN_COLUMNS} ON revision",
        "OLD.frozen",
        "frozen revision",
    )
    erased = _IS_ERASED.format(record="OLD.record_id")
    _refuse(
        "revision_reason_frozen",
        "UPDATE OF reason ON revision",
        f"OLD.frozen AND NOT ({erased} AND NEW.reason = '')",
        "frozen revision",
    )


def _remove_with_the_mark() -> None:
    of_record = "(SELECT id FROM revision WHERE record_id = NEW.record_id)"
    removals = "".join(
        f"DELETE FROM {table} WHERE revision_id IN {of_record}; "
        for table in _FROZEN_PARTS + _OTHER_PARTS
    )
    op.execute(
        "CREATE TRIGGER registration_erased AFTER UPDATE OF erased ON registration "
        "WHEN NEW.erased AND NOT OLD.erased BEGIN "
        f"{removals}"
        "UPDATE revision SET reason = '', staff_notes = '', step = '', centre_reasons = '[]', "
        "frozen = 1 WHERE record_id = NEW.record_id; END"
    )


def _nothing_comes_back() -> None:
    why = "erased registration"
    _refuse(
        "registration_stays_erased",
        "UPDATE OF erased ON registration",
        "OLD.erased AND NOT NEW.erased",
        why,
    )
    _refuse("registration_starts_whole", "INSERT ON registration", "NEW.erased", why)
    erased = _IS_ERASED.format(record="NEW.record_id")
    _refuse("revision_of_erased", "INSERT ON revision", f"{erased} AND NEW.kind <> 'erasure'", why)
    # What no freeze of 0001 covers: the point's own notes, and what hangs on a revision.
    _refuse(
        "revision_stays_empty",
        "UPDATE OF staff_notes, step, centre_reasons, frozen ON revision",
        f"OLD.frozen AND {erased} AND NOT (NEW.staff_notes = '' AND NEW.step = '' AND NEW.frozen "
        "AND NEW.centre_reasons = '[]')",
        why,
    )
    for table in _OTHER_PARTS:
        frozen_and_erased = (
            "(SELECT revision.frozen AND registration.erased FROM revision "
            "JOIN registration USING (record_id) WHERE revision.id = NEW.revision_id)"
        )
        _refuse(f"{table}_of_erased", f"INSERT ON {table}", frozen_and_erased, why)


def upgrade() -> None:
    op.add_column(
        "registration", sa.Column("erased", sa.Boolean(), nullable=False, server_default="0")
    )
    op.add_column("registration", sa.Column("duplicate_of", sa.String(), nullable=True))
    op.create_index("ix_volunteer_name_birth_date", "volunteer", ["name", "birth_date"])
    _let_erased_content_go()
    _remove_with_the_mark()
    _nothing_comes_back()
