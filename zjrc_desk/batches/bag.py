"""The bag inside a payload: BagIt 1.0 (RFC 8493), written by hand because it is never on disk.

Names, tag files and media types; the streaming around them is in :mod:`payload` and :mod:`open`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zjrc_desk.batches import names
from zjrc_desk.batches.faults import refuse

RECORDS = "data/records.ndjson"
BAGIT, BAG_INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
TAG_FILES = (BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST)
FOLDERS = ("", "data", "data/attachments")
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

#: Brands of ISO base media files (ISO 14496-12 4.3) that cameras and telephones write as video.
_VIDEO_BRANDS = (
    b"isom iso2 iso3 iso4 iso5 iso6 mp41 mp42 avc1 M4V MSNV 3gp4 3gp5 3gp6 dash XAVC".split()
)
#: What an attachment may be: media type -> (extension, where its sign stands, the signs).
MEDIA_TYPES: Mapping[str, tuple[str, int, tuple[bytes, ...]]] = {
    "application/pdf": ("pdf", 0, (b"%PDF-",)),
    "image/jpeg": ("jpg", 0, (b"\xff\xd8\xff",)),
    "image/png": ("png", 0, (b"\x89PNG\r\n\x1a\n",)),
    "image/tiff": ("tif", 0, (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")),
    "audio/mpeg": ("mp3", 0, (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2")),
    "audio/mp4": ("m4a", 4, (b"ftypM4A ",)),
    "audio/wav": ("wav", 8, (b"WAVEfmt ",)),
    "video/mp4": ("mp4", 4, tuple(b"ftyp" + brand for brand in _VIDEO_BRANDS)),
    "video/quicktime": ("mov", 4, (b"ftypqt  ",)),
}
#: So many bytes from the start say what an attachment is.
START_BYTES = 16
_TYPE_OF = {extension: media_type for media_type, (extension, *_) in MEDIA_TYPES.items()}
_ATTACHMENT = re.compile(r"data/attachments/([0-9a-f]{64})\.([a-z0-9]{3})")
_LINE = re.compile(r"([0-9a-f]{64}) [ *]([\x21-\x7e]{1,200})")


def attachment_name(sha256: str, media_type: str) -> str:
    """``data/attachments/<sha256>.<ext>``; B18 for a media type outside the list."""
    if media_type not in MEDIA_TYPES or not names.is_sha256(sha256):
        raise refuse("B18", "media type or digest of an attachment")
    return f"data/attachments/{sha256}.{MEDIA_TYPES[media_type][0]}"


def parse_attachment_name(name: str) -> tuple[str, str] | None:
    """(sha256, media type) of an attachment's name in the bag, None for any other name."""
    match = _ATTACHMENT.fullmatch(name)
    if match is None or match[2] not in _TYPE_OF:
        return None
    return match[1], _TYPE_OF[match[2]]


def begins_as(media_type: str, start: bytes) -> bool:
    """Whether bytes (the first :data:`START_BYTES` or more) begin as that media type does."""
    _, place, signs = MEDIA_TYPES[media_type]
    return start.startswith(signs, place)


def media_type_of(start: bytes) -> str | None:
    """The media type that the bytes begin as, None where it is none of the format's."""
    return next((one for one in MEDIA_TYPES if begins_as(one, start)), None)


@dataclass(frozen=True)
class BagIdentity:
    """Which batch a bag belongs to."""

    batch_id: str
    point: str
    generation: int
    sequence: int

    @property
    def stem(self) -> str:
        """Name of the bag's folder."""
        return names.stem(self.point, self.generation, self.sequence)

    def fields(self) -> dict[str, str]:
        """The lines of bag-info.txt that a reader compares with the manifest."""
        return {
            "External-Identifier": self.batch_id,
            "Internal-Sender-Identifier": self.stem,
            "Zjrc-Point": self.point,
            "Zjrc-Generation": str(self.generation),
            "Zjrc-Sequence": str(self.sequence),
        }


def bag_info(identity: BagIdentity, day: str, octets: int, files: int) -> bytes:
    """bag-info.txt; ``octets`` and ``files`` of all below data/ (Payload-Oxum)."""
    fields = {
        "Source-Organization": identity.point,
        "Bagging-Date": day,
        "Payload-Oxum": f"{octets}.{files}",
        **identity.fields(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()).encode("ascii")


def digest_list(digests: Mapping[str, str]) -> bytes:
    """A manifest file: ``sha256sum -c`` reads it too."""
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode("ascii")


def parse_digest_list(data: bytes) -> dict[str, str]:
    """Name -> digest; B14 for a line that is none, or a name twice."""
    found: dict[str, str] = {}
    for line in _lines(data):
        match = _LINE.fullmatch(line)
        if match is None or match[2] in found:
            raise refuse("B14", "a line of a bag manifest")
        found[match[2]] = match[1]
    return found


def check_bag_info(data: bytes, identity: BagIdentity) -> None:
    """S11 where the bag is another point's, B14 where it is another batch's."""
    found: dict[str, str] = {}
    for line in _lines(data):
        name, colon, value = line.partition(": ")
        if not colon or name in found:
            raise refuse("B14", "a line of bag-info.txt")
        found[name] = value
    if found.get("Zjrc-Point") != identity.point:
        raise refuse("S11", "bag-info.txt names another point")
    for name, value in identity.fields().items():
        if found.get(name) != value:
            raise refuse("B14", f"bag-info.txt: {name}")


def check_oxum(data: bytes, octets: int, files: int) -> None:
    """B14 where Payload-Oxum (RFC 8493 2.2.2) is missing or not what was read."""
    if f"Payload-Oxum: {octets}.{files}" not in _lines(data):
        raise refuse("B14", "Payload-Oxum")


def _lines(data: bytes) -> Iterable[str]:
    try:
        return data.decode("ascii").splitlines()
    except UnicodeDecodeError as error:
        raise refuse("B14", "a tag file is not ASCII") from error
