"""Runs migrations on the connection handed over by :mod:`zjrc_desk.store.schema`."""

from alembic import context
from sqlmodel import SQLModel

from zjrc_desk.registry import batch_tables, diary_tables, paper_tables, tables

assert tables, "the tables must be known to the metadata before it is compared"
assert batch_tables, "these too"
assert diary_tables, "these too"
assert paper_tables, "and these"

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=SQLModel.metadata)
# No transaction of its own: the caller's covers all migrations at once.
context.run_migrations()
