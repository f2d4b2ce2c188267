"""A store of every released schema, kept as SQL: what a point's PC may still hold."""
