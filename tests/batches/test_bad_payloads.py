"""B10 to B18: each fault of a payload is refused by its own code, though the batch is signed."""

from __future__ import annotations

import json
import random
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.batches.forge import Files, Forge, name_of
from tests.batches.samples import PDF, World, entry
from tests.batches.taking import refused
from zjrc_desk.batches.recipients import new_identity


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
