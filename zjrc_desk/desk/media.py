"""What is taken in as an attachment: what the bytes are, and pictures made fit to be kept.

What a file is called says nothing: telephones and chat programs rename pictures, so the bytes
alone decide.  A picture is always written anew: upright, in RGB or grey, and without what else a
camera puts into it (EXIF, GPS position, preview, comments).  Recordings and PDFs stay as they are.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from zjrc_desk.batches import bag
from zjrc_desk.batches.limits import LIMITS, MIB
from zjrc_desk.registry.attachments import ATTACHMENT_ROLE, MEDIA_OF_ROLE, PDF, PICTURES, RECORDINGS
from zjrc_desk.registry.errors import EntryError

if TYPE_CHECKING:
    from PIL.Image import Image

Progress = Callable[[int, int], None]

MOST_PAGES = 200
#: An A3 sheet at 600 dpi has 70 million; unpacked this many take 240 MB.
MOST_PIXELS = 80_000_000
#: Of JPEG, at which small print on an identity card stays readable.
_QUALITY = 92
_KEPT_MODES = frozenset({"1", "L", "LA", "RGB", "RGBA"})
_HEIC = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif")
#: What Pillow and pyHanko raise on bytes that are no picture, or no PDF.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True)
class Checked:
    """Content that may be kept: what it is, its digest and size, and a stream to read it again."""

    media_type: str
    sha256: str
    size: int
    stream: BinaryIO


def check(source: BinaryIO, role: str, progress: Progress | None = None) -> Checked:
    """Look at a seekable stream that shall become an attachment of that role.

    A recording is read in pieces of 1 MiB, a picture is in memory while it is rewritten.
    ``progress(done, total)`` in bytes.  Raises EntryError F13 for what can't be taken.
    """
    size = _size(source)
    start = next(pieces(source), b"")
    media_type = bag.media_type_of(start)
    if media_type is None:
        raise _unknown(start)
    if media_type not in MEDIA_OF_ROLE[role]:
        raise _other_kind(role)
    if media_type in PICTURES:
        source = _rewritten(source, media_type)
        size = _size(source)
    elif media_type == PDF:
        _check_pdf(source)
    digest = hashlib.sha256()
    # Keeping it is the other half of the work.
    for piece in pieces(source, progress, 0, 2 * size):
        digest.update(piece)
    return Checked(media_type, digest.hexdigest(), size, source)


def pieces(
    source: BinaryIO, progress: Progress | None = None, before: int = 0, total: int = 0
) -> Iterator[bytes]:
    """A stream from its start, in pieces of at most 1 MiB; F13 where it can't be read.

    Each piece read is said to ``progress``, counted from ``before``.
    """
    try:
        source.seek(0)
        while piece := source.read(MIB):
            before += len(piece)
            if progress:
                progress(before, total)
            yield piece
    except OSError as error:
        raise refuse(
            "读取这个文件时出错。",
            "请检查 U 盘或文件夹是否还在，再添加一次。",
            type(error).__name__,
        ) from error


def refuse(message: str, remedy: str, detail: str = "") -> EntryError:
    """F13: a file that can't become an attachment."""
    return EntryError("F13", message, remedy, detail=detail)


def changed() -> EntryError:
    """F13: the file is not the same when it is read again."""
    return refuse("这个文件在添加的时候被改动了。", "请等它复制或保存完成，再添加一次。", "changed")


def _size(source: BinaryIO) -> int:
    try:
        size = source.seek(0, io.SEEK_END)
    except OSError as error:
        raise refuse("这个文件打不开。", "请检查文件是否还在，再添加一次。", "seek") from error
    if size == 0:
        raise refuse("这个文件是空的。", "请重新扫描或拍照，再添加一次。", "empty")
    if size > LIMITS.attachment:
        raise refuse(
            f"这个文件超过 {LIMITS.attachment // MIB} MB。",
            "请用较低的分辨率重新扫描；录音录像请分成几段，或只留见证的部分。",
            "too large",
        )
    return size


def _unknown(start: bytes) -> EntryError:
    if start[4:8] == b"ftyp" and start[8:12] in _HEIC:
        return refuse(
            "这是手机的 HEIC 照片，别的电脑不一定打得开。",
            "请在手机的相机设置里选“兼容性最佳”后重拍，或另存为 JPEG 再添加。",
            "heic",
        )
    return refuse(
        "这个文件不是图片、PDF 或录音录像。",
        "能添加的有：JPEG、PNG、TIFF 图片，PDF，MP3、M4A、WAV 录音，MP4、MOV 录像。",
        "unknown media type",
    )


def _other_kind(role: str) -> EntryError:
    kinds = MEDIA_OF_ROLE[role]
    words = [
        *(["图片"] if kinds & PICTURES else []),
        *(["PDF"] if PDF in kinds else []),
        *(["录音或录像"] if kinds & RECORDINGS else []),
    ]
    label = ATTACHMENT_ROLE.label(role)
    return refuse(
        f"“{label}”只能是{'或 '.join(words)}。",
        "请添加到合适的一栏，或另选一个文件。",
        "media type not of that role",
    )


def _rewritten(source: BinaryIO, media_type: str) -> BinaryIO:
    # ReportLab brings Pillow along; loaded when the first picture comes.
    from PIL import Image

    try:
        source.seek(0)
        with Image.open(source, formats=("JPEG", "PNG", "TIFF")) as image:
            made = _written(image, media_type)
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (*_BROKEN, MemoryError) as error:
        raise refuse(
            "这张图片已损坏或不完整，打不开。",
            "请重新扫描或拍照，再添加一次。",
            f"picture: {type(error).__name__}",
        ) from error
    made.seek(0)
    return made


def _written(image: Image, media_type: str) -> BinaryIO:
    made = io.BytesIO()
    first, *others = _upright_pages(image, media_type == "image/tiff")
    if media_type == "image/jpeg":
        first.save(made, "JPEG", quality=_QUALITY)
    elif media_type == "image/png":
        first.save(made, "PNG")
    else:
        first.save(made, "TIFF", save_all=True, append_images=others, compression="tiff_lzw")
    return made


def _upright_pages(image: Image, several: bool) -> list[Image]:
    """Every page of a TIFF; of other pictures the first, what follows there is a preview."""
    from PIL import ImageOps, ImageSequence

    made: list[Image] = []
    pixels = 0
    for page in ImageSequence.Iterator(image):
        pixels += page.width * page.height
        # The sizes stand in the header: a bomb is found before it is unpacked.
        if pixels > MOST_PIXELS:
            raise _too_many_pixels()
        if len(made) == MOST_PAGES:
            raise _too_many_pages(len(made) + 1)
        made.append(_plain(ImageOps.exif_transpose(page)))
        if not several:
            break
    return made


def _plain(image: Image) -> Image:
    profile = image.info.get("icc_profile") if image.mode in _KEPT_MODES else None
    if image.mode.startswith("I;16"):
        # Grey of 16 bits a pixel: convert() alone would make everything above 255 white.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode not in _KEPT_MODES:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    # Pillow writes what stands here back into the file: EXIF, comments, texts.  A colour profile
    # says nothing of the person, and without it the picture's colours would be others.
    image.info = {"icc_profile": profile} if profile else {}
    return image


def _too_many_pixels() -> EntryError:
    return refuse(
        f"这张图片太大，超过 {MOST_PIXELS // 10_000} 万像素。",
        "请用较低的分辨率（300 dpi 就够清楚）重新扫描。",
        "too many pixels",
    )


def _too_many_pages(pages: int) -> EntryError:
    return refuse(
        f"这个文件有 {pages} 页，超过 {MOST_PAGES} 页。",
        "请只添加属于这一份登记的纸张。",
        "too many pages",
    )


def _check_pdf(source: BinaryIO) -> None:
    # Loaded when the first PDF comes: pyHanko takes most of a second.
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        source.seek(0)
        reader = PdfFileReader(source, strict=False)
        locked = reader.encrypted
        pages = 0 if locked else int(reader.root["/Pages"]["/Count"])
    except (PdfError, *_BROKEN) as error:
        raise _broken_pdf(type(error).__name__) from error
    if locked:
        raise refuse(
            "这个 PDF 设有密码。", "请另存为没有密码的 PDF，或重新扫描后再添加。", "encrypted PDF"
        )
    if pages < 1:
        raise _broken_pdf("no pages")
    if pages > MOST_PAGES:
        raise _too_many_pages(pages)


def _broken_pdf(detail: str) -> EntryError:
    return refuse(
        "这个 PDF 已损坏或不完整，打不开。",
        "请重新扫描，或在能打开它的程序里另存为 PDF 再添加。",
        f"PDF: {detail}",
    )
