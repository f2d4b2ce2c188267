"""What is taken as an attachment, what is refused, and what a picture becomes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests import pictures
from tests.desk.attaching import MIB, add, in_state, stored_bytes
from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.attach import attach, attachments_of, content_of
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import EntryError


@pytest.fixture
def draft(desk: Desk) -> str:
    return in_state(desk, "d")


def kept_picture(desk: Desk, record_id: str, role: str, content: bytes) -> Image.Image:
    """What a picture became."""
    added = add(desk, record_id, role, content)
    return Image.open(io.BytesIO(content_of(desk, added.sha256, record_id)))


FAULTS: dict[str, tuple[str, bytes, str]] = {
    "empty": ("photo", b"", "是空的"),
    "not an image": ("photo", b"MZ\x90\x00 a program", "不是图片"),
    "a text named scan.pdf": ("id_scan", b"just words, with .pdf behind its name", "不是图片"),
    "PDF of 500 pages": ("letter_scan", pictures.paper(500), "500 页"),
    "PDF with a password": ("id_scan", pictures.paper(password="x"), "设有密码"),
    "PDF cut": ("id_scan", pictures.paper()[:600], "PDF 已损坏"),
    "PDF as a portrait": ("photo", pictures.paper(), "只能是图片"),
    "picture as a recording": ("witness_media", pictures.picture(), "只能是录音或录像"),
    "film as a scan": ("letter_scan", pictures.film(), "只能是图片或 PDF"),
    "JPEG cut": ("photo", pictures.picture()[:400], "图片已损坏"),
    "PNG cut": ("photo", pictures.picture("PNG")[:70], "图片已损坏"),
    "decompression bomb": ("photo", pictures.bomb(), "像素"),
    "TIFF of 201 pages": ("letter_scan", pictures.several_pages(201), "201 页"),
    "HEIC of a telephone": ("photo", b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_f13_a_file_that_cannot_be_taken_is_named_in_words_and_leaves_nothing(
    fault: str, desk: Desk
) -> None:
    role, content, words = FAULTS[fault]
    record_id = in_state(desk, "p")
    before = attachments_of(desk, record_id)
    with pytest.raises(EntryError) as caught:
        add(desk, record_id, role, content)
    assert caught.value.code == "F13"
    assert words in caught.value.message
    assert caught.value.remedy
    assert attachments_of(desk, record_id) == before


@pytest.mark.parametrize("size", [200 * MIB + 1, 300 * MIB])
def test_f13_a_file_over_the_limit_is_refused_before_it_is_read(
    size: int, desk: Desk, draft: str
) -> None:
    film = pictures.Film(size)
    with pytest.raises(EntryError, match="F13") as caught:
        attach(desk, draft, "witness_media", film)
    assert "200 MB" in caught.value.message
    assert film.seek(0, io.SEEK_END) == size
    assert stored_bytes(desk) == 0


def test_f13_a_stick_pulled_while_it_is_read_leaves_nothing(desk: Desk, draft: str) -> None:
    class Pulled(pictures.Film):
        reads = 0

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.reads += 1
            if self.reads > 7:
                raise OSError(5, "Input/output error")
            return super().readinto(buffer)

    with pytest.raises(EntryError, match="F13") as caught:
        attach(desk, draft, "witness_media", Pulled(4 * MIB))
    assert "U 盘" in caught.value.remedy
    assert attachments_of(desk, draft) == []
    assert stored_bytes(desk) == 0


def test_f13_a_file_that_changes_while_it_is_added_is_refused(desk: Desk, draft: str) -> None:
    class Growing(pictures.Film):
        def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
            self._size += 10
            return super().seek(offset, whence)

    with pytest.raises(EntryError, match="F13"):
        attach(desk, draft, "witness_media", Growing(MIB))
    assert stored_bytes(desk) == 0


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    kind=st.sampled_from(["JPEG", "PNG", "TIFF", "PDF"]),
    edits=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 10_000),
)
def test_f13_damaged_files_are_taken_or_refused_and_nothing_else_happens(
    kind: str, edits: list[tuple[int, int]], cut: int, desk: Desk
) -> None:
    content = bytearray(pictures.paper() if kind == "PDF" else pictures.picture(kind))
    for place, value in edits:
        content[place % len(content)] = value
    record_id = register.save_draft(desk, revision()).record_id
    refusals = []
    try:
        add(desk, record_id, "id_scan", bytes(content[: 1 + cut]))
    except EntryError as error:
        refusals.append(error.code)
    there = len(attachments_of(desk, record_id))
    assert (refusals, there) in ((["F13"], 0), ([], 1))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_is_turned_upright_and_loses_camera_and_position(
    kind: str, desk: Desk, draft: str
) -> None:
    original = pictures.sideways(kind)
    assert pictures.CAMERA_NAME.encode() in original
    kept = kept_picture(desk, draft, "photo", original)
    assert kept.size == (40, 60), "it was 60 wide and lay on its side"
    assert kept.convert("L").getpixel((35, 30)) < 150 < kept.convert("L").getpixel((5, 30))
    exif = kept.getexif()
    assert pictures.ORIENTATION not in exif
    assert pictures.CAMERA not in exif
    assert not exif.get_ifd(pictures.GPS)
    (added,) = attachments_of(desk, draft)
    assert pictures.CAMERA_NAME.encode() not in content_of(desk, added.sha256, draft)


def test_texts_and_comments_inside_a_picture_are_not_kept(desk: Desk, draft: str) -> None:
    words = PngInfo()
    words.add_text("Author", "SECRET-AUTHOR")
    for content in (
        pictures.picture("JPEG", comment=b"SECRET-AUTHOR", xmp=b"<x>SECRET-AUTHOR</x>"),
        pictures.picture("PNG", pnginfo=words),
        pictures.picture("JPEG") + b"SECRET-AUTHOR behind the end",
    ):
        assert b"SECRET-AUTHOR" in content
        added = add(desk, draft, "witness_photo", content)
        assert b"SECRET-AUTHOR" not in content_of(desk, added.sha256, draft)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_picture_in_printing_colours_becomes_rgb(kind: str, desk: Desk, draft: str) -> None:
    kept = kept_picture(desk, draft, "id_scan", pictures.picture(kind, "CMYK"))
    assert kept.mode == "RGB"
    assert abs(kept.getpixel((30, 10))[0] - 120) < 12
    assert abs(kept.getpixel((30, 30))[0] - 230) < 12


def test_every_page_of_a_scanned_tiff_is_kept(desk: Desk) -> None:
    kept = kept_picture(desk, in_state(desk, "p"), "letter_scan", pictures.several_pages(3))
    assert kept.n_frames == 3


def test_a_drawn_signature_keeps_its_transparent_ground(desk: Desk) -> None:
    record_id = register.witness(desk, revision()).record_id
    kept = kept_picture(desk, record_id, "signature", pictures.picture("PNG", "RGBA"))
    assert (kept.format, kept.mode) == ("PNG", "RGBA")


def test_the_bytes_decide_what_a_file_is_and_its_name_does_not(
    desk: Desk, draft: str, tmp_path: Path
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pictures.picture("PNG"))
    with path.open("rb") as file:
        assert attach(desk, draft, "id_scan", file).media_type == "image/png"
