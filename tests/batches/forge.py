"""A hostile peer: takes a real batch apart and puts another together, signed as it likes."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pyrage
import zstandard

from tests.batches.samples import World
from zjrc_desk.batches import cms, container
from zjrc_desk.batches.certificates import Signer

MEMBERS = ("manifest.json", "manifest.p7s", "payload.age")
Files = dict[str, bytes]


class Forge:
    """Parts of one sealed batch; every method gives the bytes of a changed one."""

    def __init__(self, world: World, path: Path) -> None:
        self.world = world
        self.data = path.read_bytes()
        parts = container.read_small(self.data, MEMBERS)
        self.manifest_bytes, self.p7s, self.payload = (parts[name] for name in MEMBERS)
        self.manifest: dict[str, object] = json.loads(self.manifest_bytes)

    def join(self, manifest: bytes, p7s: bytes, payload: bytes) -> bytes:
        return container.write_small(dict(zip(MEMBERS, (manifest, p7s, payload), strict=True)))

    def with_manifest(self, text: bytes, signer: Signer | None = None) -> bytes:
        """Any manifest text, signed for real."""
        return self.join(text, cms.sign(text, signer or self.world.point), self.payload)

    def edited(self, by: Signer | None = None, **changes: object) -> bytes:
        """The manifest with other fields; a value of ... takes the field out."""
        values = {k: v for k, v in (self.manifest | changes).items() if v is not ...}
        return self.with_manifest(json.dumps(values).encode(), by)

    def with_payload(self, payload: bytes, **changes: object) -> bytes:
        """Another payload under a manifest that names it, signed for real."""
        described = {
            "name": "payload.age",
            "size": len(payload),
            "sha256": hashlib.sha256(payload).hexdigest(),
        }
        text = json.dumps(self.manifest | {"payload": described} | changes).encode()
        return self.join(text, cms.sign(text, self.world.point), payload)

    def files(self) -> Files:
        """The tar's files, in their order."""
        clear = pyrage.decrypt(
            self.payload, [pyrage.x25519.Identity.from_str(self.world.identity.secret)]
        )
        packed = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(clear)).read()
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            found = {}
            for member in tar:
                content = tar.extractfile(member)
                if content is not None:
                    found[member.name] = content.read()
            return found

    def with_files(
        self,
        edit: Callable[[Files], None],
        *,
        relist: bool = True,
        extra: Callable[[tarfile.TarFile], None] | None = None,
        **changes: object,
    ) -> bytes:
        """The bag with other files; ``relist``: its own digests are made to agree."""
        files = self.files()
        edit(files)
        if relist:
            self._relist(files)
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as tar:
            for name, content in files.items():
                info = tarfile.TarInfo(name)
                info.size, info.mode = len(content), 0o600
                tar.addfile(info, io.BytesIO(content))
            if extra:
                extra(tar)
        return self.with_payload(self.pack(buffer.getvalue()), **changes)

    def pack(self, clear: bytes) -> bytes:
        """zstd and age, for the centre."""
        recipient = pyrage.x25519.Recipient.from_str(self.world.identity.recipient)
        return pyrage.encrypt(zstandard.ZstdCompressor().compress(clear), [recipient])

    @staticmethod
    def _relist(files: Files) -> None:
        root = next(iter(files)).split("/")[0] + "/"
        data = {n: c for n, c in files.items() if n.startswith(root + "data/")}
        listed = "manifest-sha256.txt"
        files[root + listed] = b"".join(
            f"{hashlib.sha256(c).hexdigest()}  {n.removeprefix(root)}\n".encode()
            for n, c in data.items()
        )
        octets = sum(map(len, data.values()))
        info = files[root + "bag-info.txt"].decode().splitlines()
        oxum = f"Payload-Oxum: {octets}.{len(data)}"
        lines = [oxum if line.startswith("Payload-Oxum") else line for line in info]
        files[root + "bag-info.txt"] = ("\n".join(lines) + "\n").encode()
        tags = [n for n in files if n not in data and not n.endswith("tagmanifest-sha256.txt")]
        files[root + "tagmanifest-sha256.txt"] = b"".join(
            f"{hashlib.sha256(files[n]).hexdigest()}  {n.removeprefix(root)}\n".encode()
            for n in tags
        )


def name_of(files: Files, end: str) -> str:
    """The one name that ends so."""
    (name,) = [n for n in files if n.endswith(end)]
    return name
