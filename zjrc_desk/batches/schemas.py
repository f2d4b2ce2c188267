"""The published JSON Schemas (2020-12) of ``resources/schema/`` are the checks themselves.

jsonschema-rs and not jsonschema: a batch may hold 10,000 records; measured on records as a point
keeps them, jsonschema takes minutes for what jsonschema-rs does in under a second.
"""

from __future__ import annotations

import json
from functools import cache

import jsonschema_rs

from zjrc_desk.registry.resources import resource


@cache
def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    schema = json.loads(resource("schema", f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema_rs.Draft202012Validator(schema)


def fault(name: str, value: object) -> str | None:
    """Where a value first breaks the schema ``name``, as ``place: keyword``; None where it holds.

    Never the value itself: the text goes into logs.
    """
    validator = _validator(name)
    if validator.is_valid(value):
        return None
    for error in validator.iter_errors(value):
        place = "/".join(str(part) for part in error.instance_path)
        return f"{place or '.'}: {error.schema_path[-1] if error.schema_path else 'schema'}"
    return ".: schema"
