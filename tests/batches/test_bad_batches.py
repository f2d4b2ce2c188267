"""Every fault of a batch is refused by its own code, and nothing of it is handed on as good."""

from __future__ import annotations

import io
import json
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

from tests.batches.forge import MEMBERS, Files, Forge, name_of
from tests.batches.samples import (
    NOW,
    PDF,
    World,
    entry,
    header,
    record_id,
    sample_record,
    withdrawal,
)
from zjrc_desk.batches import certificates as c
from zjrc_desk.batches.container import Entry, closing, local_header
from zjrc_desk.batches.open import read_payload, verify_envelope
from zjrc_desk.batches.recipients import new_identity
from zjrc_desk.batches.seal import SealedBatch
from zjrc_desk.registry.errors import BatchError


@pytest.fixture(scope="module")
def forge(world: World, sealed: SealedBatch) -> Forge:
    return Forge(world, sealed.path)


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


def test_the_batch_as_sealed_opens(world: World, forge: Forge, tmp_path: Path) -> None:
    assert [r["kind"] for r in take(world, forge.data, tmp_path)] == ["intention", "withdrawal"]


def test_a_batch_put_together_by_hand_from_the_same_parts_opens(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    """So that the refusals below are for their fault, not for the forging."""
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


def _bomb(forge: Forge) -> bytes:
    clear = tarfile.TarInfo("x")
    clear.size = 300 * 1024 * 1024
    return forge.with_payload(forge.pack(clear.tobuf() + bytes(clear.size) + bytes(1024)))


def _record_text(edit: Callable[[bytes], bytes]) -> Callable[[Forge], bytes]:
    def change(files: Files) -> None:
        name = name_of(files, "records.ndjson")
        files[name] = edit(files[name])

    return lambda forge: forge.with_files(change)


def _first(**changes: object) -> Callable[[Forge], bytes]:
    def edit(text: bytes) -> bytes:
        first, rest = text.split(b"\n", 1)
        values = {k: v for k, v in (json.loads(first) | changes).items() if v is not ...}
        return json.dumps(values, ensure_ascii=False).encode() + b"\n" + rest

    return _record_text(edit)


def _tar_member(
    name: str, kind: bytes = tarfile.REGTYPE, link: str = ""
) -> Callable[[Forge], bytes]:
    def extra(tar: tarfile.TarFile) -> None:
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, link
        tar.addfile(info)

    return lambda forge: forge.with_files(lambda _files: None, extra=extra)


def _drop(end: str) -> Callable[[Files], None]:
    return lambda files: files.pop(name_of(files, end)) and None


def _set(end: str, edit: Callable[[bytes], bytes]) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        name = name_of(files, end)
        files[name] = edit(files[name])

    return change


def _unlisted(files: Files) -> None:
    root = next(iter(files)).split("/")[0]
    files[f"{root}/data/attachments/{'0' * 64}.pdf"] = PDF


def _many(tar: tarfile.TarFile) -> None:
    for number in range(100_000):
        tar.addfile(tarfile.TarInfo(f"n{number}"))


PAYLOADS: dict[str, tuple[Callable[[Forge], bytes], set[str]]] = {
    "not age": (lambda f: f.with_payload(b"no age file at all"), {"B11"}),
    "age header cut": (lambda f: f.with_payload(f.payload[:60]), {"B11"}),
    "age body cut": (lambda f: f.with_payload(f.payload[:-10]), {"B11"}),
    "zstd bomb": (_bomb, {"B12"}),
    "dots": (_tar_member("../x"), {"B13"}),
    "absolute": (_tar_member("/etc/x"), {"B13"}),
    "symbolic link": (_tar_member("l", tarfile.SYMTYPE, "/etc/passwd"), {"B13"}),
    "hard link": (_tar_member("l", tarfile.LNKTYPE, "x"), {"B13"}),
    "device": (_tar_member("d", tarfile.CHRTYPE), {"B13"}),
    "100,000 entries": (lambda f: f.with_files(lambda _f: None, extra=_many), {"B12", "B13"}),
    "name in GBK": (_tar_member("\udcd5\udcc5.txt"), {"B13"}),
    "digest differs": (
        lambda f: f.with_files(_set("records.ndjson", lambda t: t + b" "), relist=False),
        {"B14", "B16"},
    ),
    "file not listed": (lambda f: f.with_files(_unlisted, relist=False), {"B14", "B18"}),
    "listed file missing": (
        lambda f: f.with_files(_drop(".png"), relist=False),
        {"B14"},
    ),
    "another point in the bag": (
        lambda f: f.with_files(
            _set("bag-info.txt", lambda t: t.replace(b"ZJ-HZ-0001", b"ZJ-NB-0001"))
        ),
        {"S11", "B14"},
    ),
    "not JSON": (_record_text(lambda t: b"{\n" + t.split(b"\n", 1)[1]), {"B16"}),
    "blank line": (_record_text(lambda t: t + b"\n"), {"B16"}),
    "byte order mark": (_record_text(lambda t: b"\xef\xbb\xbf" + t), {"B16"}),
    "lone surrogate": (
        _record_text(lambda t: t.replace("样例路".encode(), b"\\ud800", 1)),
        {"B16"},
    ),
    "line too long": (_first(reason=random.Random(1).randbytes(150_000).hex()), {"B16"}),
    "field missing": (_first(serial=...), {"B17"}),
    "field unknown to the schema's type": (_first(revision="1"), {"B17"}),
    "kind unknown": (_first(kind="gift"), {"B17"}),
    "record missing": (_record_text(lambda t: t.split(b"\n")[0] + b"\n"), {"B15"}),
    "attachment missing": (lambda f: f.with_files(_drop(".png")), {"B15", "B18"}),
    "attachment not listed by a record": (_first(attachments=[]), {"B18", "B17"}),
    "other media type": (
        _first(attachments=[entry(PDF, "image/png", "letter")]),
        {"B18"},
    ),
}


@pytest.mark.parametrize("fault", PAYLOADS)
def test_b11_to_b18_a_payload_that_is_signed_and_wrong(
    world: World, forge: Forge, tmp_path: Path, fault: str
) -> None:
    make, codes = PAYLOADS[fault]
    assert refused(world, make(forge), tmp_path) in codes


def test_b10_a_payload_for_another_recipient(world: World, tmp_path: Path) -> None:
    other = new_identity()
    sealed = world.seal(tmp_path, recipients=[other.recipient])
    assert refused(world, sealed.path.read_bytes(), tmp_path) == "B10"


def _signed_by_rsa(forge: Forge) -> bytes:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(5)
        .not_valid_before(NOW)
        .not_valid_after(NOW + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    return _cms(forge, [(certificate, key, hashes.SHA256())])


def _cms(forge: Forge, signers: list[tuple[Any, Any, Any]]) -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(forge.manifest_bytes)
    for certificate, key, digest in signers:
        builder = builder.add_signer(certificate, key, digest)
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    return forge.join(forge.manifest_bytes, builder.sign(Encoding.DER, options), forge.payload)


def _self(forge: Forge, digest: Any = None) -> tuple[Any, Any, Any]:
    point = forge.world.point
    return point.certificate, point.key, digest or hashes.SHA256()


def _as(signer: c.Signer) -> dict[str, object]:
    return {"signer": c.certificate_digest(signer.certificate)}


def _late(world: World, days: int) -> c.Signer:
    return world.enrol("ZJ-HZ-0001", NOW + timedelta(days=days))


def test_s01_no_cms(world: World, forge: Forge, tmp_path: Path) -> None:
    data = forge.join(forge.manifest_bytes, b"\x30\x03\x02\x01\x05", forge.payload)
    assert refused(world, data, tmp_path) == "S01"


def test_s02_o07_a_key_of_another_provinces_ca(world: World, tmp_path: Path) -> None:
    other = World()
    data = other.seal(tmp_path, recipients=[world.identity.recipient]).path.read_bytes()
    assert refused(world, data, tmp_path) == "S02"


@pytest.mark.parametrize(("days", "code"), [(-800, "S03"), (5, "S04")])
def test_s03_s04_a_certificate_that_was_not_valid_when_sealed(
    world: World, tmp_path: Path, days: int, code: str
) -> None:
    sealed = world.seal(tmp_path, signer=_late(world, days))
    assert refused(world, sealed.path.read_bytes(), tmp_path) == code


def test_s05_a_revoked_certificate(world: World, forge: Forge, tmp_path: Path) -> None:
    trust = world.trust((world.point.certificate,))
    assert refused(world, forge.data, tmp_path, trust=trust) == "S05"


def test_s06_another_points_certificate(world: World, forge: Forge, tmp_path: Path) -> None:
    other = world.enrol("ZJ-NB-0001")
    assert refused(world, forge.edited(other, **_as(other)), tmp_path) == "S06"


def test_s07_a_certificate_of_the_ca_for_another_use(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    data = forge.edited(world.centre, **_as(world.centre))
    assert refused(world, data, tmp_path) == "S07"


def test_s08_rsa_and_other_digests(world: World, forge: Forge, tmp_path: Path) -> None:
    assert refused(world, _signed_by_rsa(forge), tmp_path) == "S08"
    other = _cms(forge, [_self(forge, hashes.SHA384())])
    assert refused(world, other, tmp_path) == "S08"


def test_s09_two_signers(world: World, forge: Forge, tmp_path: Path) -> None:
    other = world.enrol("ZJ-HZ-0001")
    two = _cms(forge, [_self(forge), (other.certificate, other.key, hashes.SHA256())])
    assert refused(world, two, tmp_path) == "S09"


def test_s10_a_manifest_changed_after_signing(world: World, forge: Forge, tmp_path: Path) -> None:
    changed = forge.manifest_bytes.replace(b'"software"', b'"softwary"')
    assert changed != forge.manifest_bytes
    data = forge.join(changed, forge.p7s, forge.payload)
    assert refused(world, data, tmp_path) == "S10"


def test_s11_the_payload_of_one_point_in_the_envelope_of_another(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    other = world.enrol("ZJ-NB-0001")
    data = forge.edited(other, point="ZJ-NB-0001", **_as(other))
    assert refused(world, data, tmp_path) == "S11"


def test_a_file_of_zip64_or_absurd_sizes_is_refused_at_once(
    world: World, forge: Forge, tmp_path: Path
) -> None:
    data = forge.data[:18] + struct.pack("<II", 0xFFFFFFFF, 0xFFFFFFFF) + forge.data[26:]
    assert refused(world, data, tmp_path) in {"B02", "B03", "B09"}


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
