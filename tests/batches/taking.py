"""Opening a batch as the centre does, for the tests of good and bad ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.batches.samples import NOW, World
from zjrc_desk.batches.open import read_payload, verify_envelope
from zjrc_desk.registry.errors import BatchError


def take(world: World, data: bytes, folder: Path, **options: Any) -> list[dict[str, object]]:
    """Open a batch as the centre does; the records it holds."""
    path = folder / "batch.zjrc"
    path.write_bytes(data)
    trust = options.pop("trust", world.trust())
    envelope = verify_envelope(path, trust, now=options.pop("now", NOW), **options)
    records: list[dict[str, object]] = []
    read_payload(
        envelope,
        [world.identity],
        on_record=records.append,
        on_attachment=lambda _meta, stream: stream.read() and None,
    )
    return records


def refused(world: World, data: bytes, folder: Path, **options: Any) -> str:
    with pytest.raises(BatchError) as caught:
        take(world, data, folder, **options)
    assert caught.value.message
    assert caught.value.remedy
    return caught.value.code
