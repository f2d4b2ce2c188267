"""Whose a signature is; drafts of a change that were abandoned; visits to a person who was erased.

The freeze of 0004 stays: what a visit says changes in one case only, with the mark of 0005, and
then to fixed words.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

#: As in registry/diary_tables and store/store when this was written.
_GONE = "（已删除）"
_SCRUB_DUE = 1

_FROZEN = (
    *("record_id", "number", "supersedes", "void", "recorded_at", "recorded_by"),
    *("day", "people", "registration_id", "serial"),
)
_WORDS = ("reason", "given", "remarks")
_EMPTY = f"reason = '', remarks = '', given = '{_GONE}'"
_GONE_OUT = (
    "(SELECT batch_id IS NOT NULL OR state IN ('sealed', 'accepted', 'returned', 'superseded', "
    "'abandoned') FROM revision WHERE id = {row}.revision_id)"
)
_ERASED = (
    "(SELECT registration.erased FROM revision JOIN registration USING (record_id) "
    "WHERE revision.id = OLD.revision_id)"
)


def upgrade() -> None:
    op.add_column(
        "revisionattachment",
        sa.Column("signer", sa.String(), nullable=False, server_default=""),
    )
    op.create_index("ix_volunteer_birth_date", "volunteer", ["birth_date"])
    op.drop_index("ix_volunteer_name_birth_date", "volunteer")
    _keep_what_hangs_on_an_abandoned_draft()
    _let_words_of_visits_go()
    _who_was_erased_before()


def _refuse(name: str, act: str, table: str, when: str, why: str) -> None:
    op.execute(f"DROP TRIGGER IF EXISTS {name}")
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )


def _keep_what_hangs_on_an_abandoned_draft() -> None:
    for act, when in (
        ("INSERT", _GONE_OUT.format(row="NEW")),
        ("DELETE", f"(OLD.role = 'letter' OR {_GONE_OUT.format(row='OLD')}) AND NOT {_ERASED}"),
    ):
        name = f"revisionattachment_{act.lower()}_sealed"
        _refuse(name, act, "revisionattachment", when, "sealed attachments")


def _let_words_of_visits_go() -> None:
    recorded = "OLD.state <> 'draft'"
    columns = ", ".join(f'"{name}"' for name in _FROZEN)
    _refuse("visit_update_frozen", f"UPDATE OF {columns}", "visit", recorded, "frozen entry")
    erased = "(SELECT erased FROM registration WHERE record_id = OLD.registration_id)"
    emptied = f"NEW.reason = '' AND NEW.remarks = '' AND NEW.given = '{_GONE}'"
    # Without a registration the inner query gives NULL, and so would NOT of it.
    kept = f"{recorded} AND NOT (coalesce({erased}, 0) AND {emptied})"
    _refuse("visit_words_frozen", f"UPDATE OF {', '.join(_WORDS)}", "visit", kept, "frozen entry")
    op.execute(
        "CREATE TRIGGER registration_erased_visits AFTER UPDATE OF erased ON registration "
        "WHEN NEW.erased AND NOT OLD.erased BEGIN "
        f"UPDATE visit SET {_EMPTY} WHERE registration_id = NEW.record_id "
        "OR (state = 'draft' AND serial = NEW.serial); END"
    )


def _who_was_erased_before() -> None:
    erased = "SELECT record_id FROM registration WHERE erased"
    connection = op.get_bind()
    done = connection.exec_driver_sql(
        f"UPDATE visit SET {_EMPTY} WHERE registration_id IN ({erased})"
    )
    if done.rowcount:
        connection.exec_driver_sql(f"PRAGMA user_version = {_SCRUB_DUE}")
