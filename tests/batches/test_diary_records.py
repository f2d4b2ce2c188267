"""Events and visits in a batch: strict like any record; where there are none, no trace of them."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batches.forge import Forge, name_of
from tests.batches.samples import NOW, World, record_id, sample_record
from tests.batches.taking import take
from zjrc_desk.batches.manifest import parse_manifest
from zjrc_desk.batches.recipients import identity_file
from zjrc_desk.batches.record import parse_line, to_line
from zjrc_desk.batches.seal import SealedBatch
from zjrc_desk.registry.errors import BatchError


def event(**changes: object) -> dict[str, object]:
    values: dict[str, object] = {
        "record_id": record_id(7),
        "revision": 1,
        "supersedes": None,
        "kind": "event",
        "void": False,
        "day": "2026-03-01",
        "recorded_at": "2026-03-01T10:00:00+08:00",
        "recorded_by": "001",
        "people": 2,
        "category": "publicity",
        "place": "一楼大厅",
        "reached": 36,
        "topics": "捐献的流程",
    }
    return values | changes


def visit(**changes: object) -> dict[str, object]:
    values = event(record_id=record_id(8), kind="visit", given="米、油各一份")
    for name in ("category", "place", "reached", "topics"):
        del values[name]
    registration = {"record_id": record_id(1), "serial": "ZJ-HZ-0001-1-000001-X"}
    return values | {"registration": registration} | changes


def without(record: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in record.items() if key != name}


BAD = [
    *(without(event(), name) for name in event()),
    *(without(visit(), name) for name in visit()),
    event(reached=-1),
    event(reached=100_001),
    event(reached="36"),
    event(category="party"),
    event(topics=""),
    event(topics="a\x00"),
    event(topics="字" * 2_001),
    event(people=0),
    event(people=["样例二"]),
    event(day="20260301"),
    event(visitors=["样例"]),
    event(attachments=[]),
    event(supersedes=1),
    visit(name="样例"),
    visit(registration={"record_id": record_id(1)}),
    visit(registration={"record_id": record_id(1), "serial": "X", "name": "样例"}),
    visit(remarks="气色好"),
    visit(void="no"),
    event() | {"kind": "visit"},
    visit() | {"kind": ["visit"]},
    sample_record() | {"kind": "event"},
    event() | {"kind": "intention"},
    event() | {"kind": "manifest"},
]


@pytest.mark.parametrize("record", [event(), visit(), event(reached=0), visit(void=True)])
def test_a_record_comes_back_as_it_was_written(record: dict[str, object]) -> None:
    assert parse_line(to_line(record).rstrip(b"\n")) == record


@pytest.mark.parametrize("record", BAD)
def test_b17_a_record_against_its_schema_is_neither_written_nor_read(
    record: dict[str, object],
) -> None:
    with pytest.raises(BatchError, match="B17"):
        to_line(record)
    with pytest.raises(BatchError, match="B17"):
        parse_line(json.dumps(record, ensure_ascii=True).encode())


@given(
    st.sampled_from(sorted(event())),
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.lists(st.integers())),
)
def test_a_value_of_any_kind_anywhere_is_taken_or_refused_and_nothing_else(
    name: str, value: object
) -> None:
    record = event() | {name: value}
    line = b""
    with contextlib.suppress(BatchError):
        line = to_line(record)
    if line:
        assert parse_line(line.rstrip(b"\n")) == record
    else:
        with pytest.raises(BatchError, match=r"B1[67]"):
            parse_line(json.dumps(record).encode())


@pytest.fixture(scope="module")
def with_diary(world: World, tmp_path_factory: pytest.TempPathFactory) -> SealedBatch:
    records = [sample_record(1), event(), event(record_id=record_id(9)), visit()]
    folder = tmp_path_factory.mktemp("diary")
    return world.seal(folder, records=lambda: records, attachments=[])


def test_the_manifest_counts_them_by_kind(with_diary: SealedBatch) -> None:
    with zipfile.ZipFile(with_diary.path) as archive:
        data = archive.read("manifest.json")
    assert json.loads(data)["records"] == {
        "total": 4,
        "by_kind": {
            "intention": 1,
            "change": 0,
            "withdrawal": 0,
            "refusal": 0,
            "erasure": 0,
            "event": 2,
            "visit": 1,
        },
    }
    assert parse_manifest(data).records_by_kind["event"] == 2


def test_a_batch_without_them_says_nothing_of_them(sealed: SealedBatch) -> None:
    with zipfile.ZipFile(sealed.path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert list(manifest["records"]["by_kind"]) == [
        "intention",
        "change",
        "withdrawal",
        "refusal",
        "erasure",
    ]
    assert (manifest["format"], manifest["record_schema"]) == ("zjrc-batch/1", 1)


def test_the_tools_every_system_has_open_it(
    world: World, with_diary: SealedBatch, tmp_path: Path
) -> None:
    with zipfile.ZipFile(with_diary.path) as archive:
        archive.extractall(tmp_path)
    (tmp_path / "key").write_bytes(identity_file(world.identity, NOW.isoformat()))
    for command in (
        ["age", "-d", "-i", "key", "-o", "bag.tar.zst", "payload.age"],
        ["zstd", "-q", "-d", "bag.tar.zst"],
        ["tar", "xf", "bag.tar"],
        [sys.executable, "-m", "bagit", "--validate", with_diary.path.stem],
    ):
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    records = tmp_path / with_diary.path.stem / "data/records.ndjson"
    kinds = [json.loads(line)["kind"] for line in records.read_text("utf-8").splitlines()]
    assert kinds == ["intention", "event", "event", "visit"]


def test_b15_a_kind_counted_wrongly_and_b17_a_name_smuggled_in_are_refused(
    world: World, with_diary: SealedBatch, tmp_path: Path
) -> None:
    forge = Forge(world, with_diary.path)
    assert len(take(world, forge.with_files(lambda _files: None), tmp_path)) == 4

    def smuggle(files: dict[str, bytes]) -> None:
        name = name_of(files, "records.ndjson")
        files[name] = files[name].replace(b'"topics"', b'"visitor":"x","topics"', 1)

    with pytest.raises(BatchError, match="B17"):
        take(world, forge.with_files(smuggle), tmp_path)
    counts = json.loads(forge.manifest_bytes)["records"]
    counts["by_kind"] |= {"event": 1, "visit": 2}
    with pytest.raises(BatchError, match="B15"):
        take(world, forge.with_files(lambda _files: None, records=counts), tmp_path)
