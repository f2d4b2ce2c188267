"""What a point seals: nothing that the reader would refuse, and no half batch."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.batches.samples import NOW, World, header, record_id, sample_record, withdrawal
from zjrc_desk.batches.open import read_payload, verify_envelope
from zjrc_desk.registry.errors import BatchError


def test_a_clock_offset_in_sealed_at_is_kept_as_said(world: World, tmp_path: Path) -> None:
    when = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
    sealed = world.seal(tmp_path, header=header(sealed_at=when))
    envelope = verify_envelope(sealed.path, world.trust(), now=NOW)
    assert envelope.manifest.sealed_at == when


def test_a_record_that_breaks_the_schema_is_never_sealed(world: World, tmp_path: Path) -> None:
    bad = sample_record(1, record_id=record_id(1).upper().replace("-", ""))
    with pytest.raises(BatchError) as caught:
        world.seal(tmp_path, records=lambda: [bad], attachments=[])
    assert caught.value.code == "B17"
    assert list(tmp_path.iterdir()) == [], "no half batch is left"


@pytest.mark.parametrize("value", [1.5, float("nan"), "\ud800", 10**30, object()])
def test_a_value_the_reader_would_refuse_is_never_sealed(
    world: World, tmp_path: Path, value: object
) -> None:
    bad = sample_record(1, revision=value)
    with pytest.raises(BatchError) as caught:
        world.seal(tmp_path, records=lambda: [bad], attachments=[])
    assert caught.value.code in {"B16", "B17"}
    assert list(tmp_path.iterdir()) == [], "no half batch is left"


def test_a_fraction_in_an_unknown_field_is_never_sealed_but_in_a_text_it_may_stand(
    world: World, tmp_path: Path
) -> None:
    with pytest.raises(BatchError) as caught:
        world.seal(tmp_path, records=lambda: [sample_record(1) | {"x": [1.5]}], attachments=[])
    assert caught.value.code == "B16"
    harmless = sample_record(1)
    harmless["volunteer"]["major_surgery"] = "体温:36.5"  # type: ignore[index]
    assert world.seal(tmp_path, records=lambda: [harmless], attachments=[]).path.exists()


def test_records_beyond_what_memory_may_keep_are_asked_for_again(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zjrc_desk.batches.payload._SPOOL_LIMIT", 0)
    records = [sample_record(1), withdrawal(2)]
    sealed = world.seal(tmp_path, records=lambda: records, attachments=[])
    envelope = verify_envelope(sealed.path, world.trust(), now=NOW)
    seen: list[object] = []
    read_payload(envelope, [world.identity], on_record=seen.append, on_attachment=lambda *_: None)
    assert seen == records

    sealed.path.unlink()
    answers = iter([records, records[:1]])
    with pytest.raises(BatchError) as caught:
        world.seal(tmp_path, records=lambda: next(answers), attachments=[])
    assert caught.value.code == "B23"
    assert list(tmp_path.iterdir()) == [], "no half batch is left"
