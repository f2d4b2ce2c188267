"""The encrypted SQLite file of a point: keys, schema, registrations, attachments, audit."""
