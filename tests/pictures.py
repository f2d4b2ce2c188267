"""Made-up pictures, papers and recordings, and what is wrong with some of them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from reportlab.pdfgen.canvas import Canvas

ORIENTATION, CAMERA, GPS = 0x0112, 0x0110, 0x8825
CAMERA_NAME = "SampleCam 7"


def picture(kind: str = "JPEG", mode: str = "RGB", shade: int = 120, **options: object) -> bytes:
    """60 x 40, the upper half dark, the lower half light."""
    image = Image.new("L", (60, 40), 230)
    image.paste(shade, (0, 0, 60, 20))
    made = io.BytesIO()
    image.convert(mode).save(made, kind, **options)
    return made.getvalue()


def sideways(kind: str = "JPEG") -> bytes:
    """A photo as a telephone held upright writes it: turned, with camera and position."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[CAMERA] = CAMERA_NAME
    degrees = (IFDRational(30), IFDRational(15), IFDRational(0))
    exif.get_ifd(GPS).update({1: "N", 2: degrees, 3: "E", 4: degrees})
    return picture(kind, exif=exif)


def several_pages(pages: int) -> bytes:
    """A TIFF of that many pages, as a scanner with a feeder makes it."""
    images = [Image.new("L", (50, 70), 255 - number) for number in range(pages)]
    made = io.BytesIO()
    images[0].save(made, "TIFF", save_all=True, append_images=images[1:])
    return made.getvalue()


def bomb() -> bytes:
    """A PNG of 60,000 x 60,000 pixels in a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(1 << 20))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def paper(pages: int = 1, password: str | None = None) -> bytes:
    """A PDF of that many pages."""
    made = io.BytesIO()
    canvas = Canvas(made, encrypt=password)
    for number in range(pages):
        canvas.drawString(100, 700, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def film(size: int = 100_000) -> bytes:
    """Begins as an MP4 does."""
    return Film(size).read()


class Film(io.RawIOBase):
    """An MP4 of that size that is made while it is read, and never in memory as a whole."""

    _START = struct.pack(">I", 24) + b"ftypisom" + bytes(12)

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size, self._at = size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._at = offset if whence == io.SEEK_SET else self._size + offset
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = min(len(buffer), self._size - self._at)
        content = b"".join(self._blocks(self._at, size))
        skip = self._at % 4096
        buffer[:size] = content[skip : skip + size]
        self._at += size
        return size

    def _blocks(self, at: int, size: int) -> Iterator[bytes]:
        for number in range(at // 4096, (at + size) // 4096 + 1):
            block = struct.pack(">I", number) * 1024
            yield self._START + block[len(self._START) :] if number == 0 else block
