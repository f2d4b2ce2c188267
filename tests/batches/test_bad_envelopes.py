"""B01 to B09: what is not the container, or has a wrong manifest, is refused by its own code."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batches.forge import MEMBERS, Forge
from tests.batches.samples import World
from tests.batches.taking import refused, take
from zjrc_desk.batches.container import Entry, closing, local_header
from zjrc_desk.registry.errors import BatchError


def test_the_batch_as_sealed_opens(world: World, forge: Forge, tmp_path: Path) -> None:
    assert [r["kind"] for r in take(world, forge.data, tmp_path)] == ["intention", "withdrawal"]


def test_a_batch_put_together_by_hand_from_the_same_parts_opens(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    """So that the refusals of forged ones are for their fault, not for the forging."""
    assert len(take(world, forge.with_files(lambda _files: None), tmp_path)) == 2


def zipped(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def members(forge: Forge) -> list[tuple[str, bytes]]:
    return list(zip(MEMBERS, (forge.manifest_bytes, forge.p7s, forge.payload), strict=True))


CONTAINERS: dict[str, tuple[Callable[[Forge], bytes], set[str]]] = {
    "no zip": (lambda f: b"hello" * 100, {"B01"}),
    "empty": (lambda f: b"", {"B01", "B02"}),
    "a member too many": (lambda f: _canonical(f, extra=True), {"B03"}),
    "a member missing": (lambda f: _canonical(f, drop=2), {"B03"}),
    "re-ordered": (lambda f: _canonical(f, order=(1, 0, 2)), {"B03"}),
    "duplicate": (lambda f: _canonical(f, order=(0, 0, 1, 2)), {"B03"}),
    "deflated": (lambda f: zipped(members(f), zipfile.ZIP_DEFLATED), {"B04"}),
    "not canonical": (lambda f: zipped(members(f)), {"B09"}),
    "encrypted flag": (lambda f: f.data[:6] + b"\x01\x00" + f.data[8:], {"B04"}),
    "a byte after the end": (lambda f: f.data + b"\0", {"B09"}),
}


def _canonical(
    forge: Forge,
    *,
    extra: bool = False,
    drop: int | None = None,
    order: tuple[int, ...] = (0, 1, 2),
) -> bytes:
    chosen = [members(forge)[n] for n in order if n != drop]
    if extra:
        chosen.append(("more.txt", b"more"))
    entries = [Entry(n, len(d), zlib.crc32(d)) for n, d in chosen]
    body = b"".join(local_header(e) + d for e, (_, d) in zip(entries, chosen, strict=True))
    return body + closing(entries)


@pytest.mark.parametrize("fault", CONTAINERS)
def test_b01_to_b04_a_file_that_is_not_the_container(
    world: World, forge: Forge, tmp_path: Path, fault: str
) -> None:
    make, codes = CONTAINERS[fault]
    assert refused(world, make(forge), tmp_path) in codes


def test_b02_a_batch_cut_at_any_byte_is_refused(world: World, forge: Forge, tmp_path: Path) -> None:
    lengths = [*range(200), *range(200, len(forge.data), 97), len(forge.data) - 1]
    codes = {refused(world, forge.data[:length], tmp_path) for length in lengths}
    assert codes <= {"B01", "B02"}


def test_a_file_of_zip64_or_absurd_sizes_is_refused_at_once(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    data = forge.data[:18] + struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF) + forge.data[26:]
    assert refused(world, data, tmp_path) in {"B02", "B03", "B09"}


MANIFESTS: dict[str, tuple[Callable[[Forge], bytes], str]] = {
    "not UTF-8": (lambda f: f.with_manifest(b'{"format": "\xff"}'), "B05"),
    "not JSON": (lambda f: f.with_manifest(b"{"), "B05"),
    "not an object": (lambda f: f.with_manifest(b"[]"), "B05"),
    "a key twice": (lambda f: f.with_manifest(b'{"format":1,"format":2}'), "B05"),
    "NaN": (lambda f: f.edited(x=float("nan")), "B05"),
    "1e400": (
        lambda f: f.with_manifest(
            f.manifest_bytes.replace(b'"generation": 1', b'"generation": 1e400').replace(
                b'"generation":1', b'"generation":1e400'
            )
        ),
        "B05",
    ),
    "nested deep": (lambda f: f.with_manifest(b"[" * 10_000 + b"]" * 10_000), "B05"),
    "field missing": (lambda f: f.edited(point=...), "B06"),
    "another type": (lambda f: f.edited(sequence="1"), "B06"),
    "a boolean number": (lambda f: f.edited(sequence=True), "B06"),
    "negative": (lambda f: f.edited(generation=-1), "B06"),
    "huge": (lambda f: f.edited(sequence=10**30), "B06"),
    "no offset": (lambda f: f.edited(sealed_at="2026-03-02T09:30:00"), "B06"),
    "version 2": (lambda f: f.edited(format="zjrc-batch/2"), "B07"),
    "other digest": (
        lambda f: f.edited(payload=f.manifest["payload"] | {"sha256": "0" * 64}),
        "B08",
    ),  # type: ignore[operator]
    "other size": (lambda f: f.edited(payload=f.manifest["payload"] | {"size": 5}), "B08"),  # type: ignore[operator]
    "other count": (lambda f: f.edited(records={"total": 3, "by_kind": {"intention": 3}}), "B15"),
    "other attachments": (lambda f: f.edited(attachments={"count": 1, "bytes": 5}), "B15"),
}


@pytest.mark.parametrize("fault", MANIFESTS)
def test_b05_to_b08_a_manifest_that_is_signed_and_wrong(
    world: World, forge: Forge, tmp_path: Path, fault: str
) -> None:
    make, code = MANIFESTS[fault]
    assert refused(world, make(forge), tmp_path) == code


def test_b09_no_byte_of_the_file_can_change_unnoticed(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    unnoticed = []
    size = len(forge.data)
    payload = forge.data.index(forge.payload)
    # All of the envelope; of the payload, whose digest is one, every 53rd byte.
    places = [n for n in range(size) if not payload <= n < payload + len(forge.payload)]
    places += range(payload, payload + len(forge.payload), 53)
    for place in places:
        changed = bytearray(forge.data)
        changed[place] ^= 1 << (place % 8)
        try:
            take(world, bytes(changed), tmp_path)
        except BatchError:
            continue
        unnoticed.append(place)
    assert unnoticed == []
