"""What holds for every paper: readable codes, archive form, the same bytes, nothing missing."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image, ImageDraw
from pypdf import PdfReader

from tests.letters.samples import POINT, SERIAL, TOKEN, all_papers, declared
from tests.letters.scans import scanned
from tests.people import citizen_number
from zjrc_desk.letters import certificate, consent, intention_letter, wallet_card, witness_statement
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.registry.tables import Point

KINDS = sorted(
    "letter letter-large letter-draft letter-reprint witness witness-large consent consent-large "
    "withdrawal change refusal certificate card card-sheet handover monthly".split()
)


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    return all_papers()


def read(image: Image.Image) -> list[Any]:
    return list(zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode))


def covered(image: Image.Image, share: float) -> Image.Image:
    """White paper over that share of the symbol's area, between its eyes and its middle."""
    (found,) = read(image)
    corners = found.position
    xs = [p.x for p in (corners.top_left, corners.bottom_right)]
    ys = [p.y for p in (corners.top_left, corners.bottom_right)]
    side = xs[1] - xs[0]
    edge = side * share**0.5
    left, top = xs[0] + 0.55 * side, ys[0] + 0.45 * side
    copy = image.copy()
    ImageDraw.Draw(copy).rectangle((left, top, left + edge, top + edge), fill=255)
    return copy


def test_the_samples_are_all_there(papers: dict[str, bytes]) -> None:
    assert sorted(papers) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_qr_is_read_from_a_scan_straight_turned_and_partly_covered(
    papers: dict[str, bytes], kind: str, tmp_path: Path
) -> None:
    pages = scanned(papers[kind], tmp_path)
    # Each page of a paper has the same symbol at the same place; the card has it on its back.
    page = pages[-1]
    turned = page.rotate(3, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    black_and_white = turned.point(lambda value: 255 if value > 127 else 0)
    for image in (page, turned, black_and_white, covered(page, 0.08)):
        (found,) = read(image)
        assert found.text == TOKEN


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_its_number_and_the_serial(papers: dict[str, bytes], kind: str) -> None:
    pages = PdfReader(io.BytesIO(papers[kind])).pages
    texts = [re.sub(r"\s", "", page.extract_text()) for page in pages]
    assert SERIAL in texts[0]
    if kind in ("card", "card-sheet"):
        return
    for number, text in enumerate(texts, 1):
        assert f"第{number}页共{len(pages)}页" in text
        assert SERIAL in text
        assert ("重印2" in text) == (kind == "letter-reprint")
        assert ("草稿" in text) == (kind == "letter-draft")


def test_the_same_facts_give_the_same_bytes(papers: dict[str, bytes]) -> None:
    assert all_papers() == papers


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_keeps_the_rules_of_pdf_a_2b_that_can_be_checked_here(
    papers: dict[str, bytes], kind: str
) -> None:
    pdf = papers[kind]
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    # ISO 19005-2: 6.1.2 header, 6.1.3 identifier and no encryption, 6.6.4 version identification.
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", pdf)
    assert "/ID" in reader.trailer
    assert "/Encrypt" not in reader.trailer
    # 6.1.7.1: a stream is as long as it says, and its end stands on a line of its own.
    streams = list(re.finditer(rb"/Length (\d+) >>\nstream\n", pdf))
    assert len(streams) == pdf.count(b"endstream")
    for stream in streams:
        assert pdf.startswith(b"\nendstream\n", stream.end() + int(stream[1]))
    xmp = root["/Metadata"].get_data().decode()
    assert "/Filter" not in root["/Metadata"]
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" in xmp
    # 6.6.2.3.1: no property beside those of the schemas that XMP defines.
    assert set(re.findall(r"<pdf:(\w+)>", xmp)) == {"Producer", "Keywords"}
    info = reader.metadata or {}
    for name in ("/Title", "/Author", "/Subject", "/Keywords", "/Producer", "/Creator"):
        assert f">{info[name]}<" in xmp, name
    # 6.2.3 one output intent with a profile; 6.2.4.3 grey and RGB need one for RGB.
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"].get_data()
    assert (intent["/DestOutputProfile"]["/N"], profile[16:20], profile[36:40]) == (
        3,
        b"RGB ",
        b"acsp",
    )
    # 6.1.4, 6.5 nothing that acts or hides; 6.2.11.4 every face is embedded.
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(root)
    for page in reader.pages:
        assert "/Annots" not in page
        assert "/Group" not in page
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"]
            # 6.2.11.3: a code is the number of a glyph of the embedded file.
            assert font.get_object()["/Encoding"] == "/Identity-H"
            assert inner.get_object()["/CIDToGIDMap"] == "/Identity"
            assert "/ToUnicode" in font.get_object()


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("large", [False, True])
def test_a_letter_has_no_empty_cell_for_what_was_not_told(large: bool) -> None:
    imprint = Imprint(POINT, SERIAL, TOKEN, large=large)
    wish = declared()
    text = text_of(intention_letter.render(wish, imprint))
    assert "手机13805710001现住址" in text
    assert "电话13805710002五、" in text
    wish.volunteer.landline = "0571-87654321"
    wish.executor.document_number = citizen_number()
    text = text_of(intention_letter.render(wish, imprint))
    assert "手机13805710001固定电话0571-87654321现住址" in text
    assert f"电话13805710002证件号码{citizen_number()}五、" in text


def test_a_number_that_is_not_known_is_left_to_be_written_by_hand() -> None:
    imprint = Imprint(Point(code=POINT.code, name=POINT.name), SERIAL, TOKEN)
    assert re.search("（电话_{10,}）", text_of(consent.render(declared(), imprint)))
    issued = certificate.Issued("Z2026-00000001", date(2026, 11, 26))
    assert re.search("中心_{10,}", text_of(wallet_card.render(declared(), issued, imprint)))


def test_a_statement_that_says_more_is_set_smaller_before_it_takes_another_page() -> None:
    imprint = Imprint(POINT, SERIAL, TOKEN)
    for words in (0, 20, 40):
        wish = declared()
        wish.statement.volunteer_words = "我愿意。" * words
        pdf = witness_statement.render(wish, imprint, colleague="王芳（B002）")
        assert len(PdfReader(io.BytesIO(pdf)).pages) == 1, words


def test_the_last_clause_never_begins_a_page() -> None:
    imprint = Imprint(POINT, SERIAL, TOKEN)
    for words in range(150, 400, 10):
        wish = declared()
        wish.statement.volunteer_words = "我愿意。" * words
        pages = PdfReader(io.BytesIO(witness_statement.render(wish, imprint))).pages
        assert not any(
            "\n4. " in page.extract_text() and "3. " not in page.extract_text() for page in pages
        )
