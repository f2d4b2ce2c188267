"""The printed 意愿书(家书), read back with poppler, pypdf and a QR reader."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from tests.people import revision, volunteer
from zjrc_desk.batches.certificates import Signer, new_key, self_signed
from zjrc_desk.batches.token import TokenClaims, make_token, person_hash, read_token
from zjrc_desk.desk.session import local_now
from zjrc_desk.letters.fonts import missing_characters
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.letters.intention_letter import render
from zjrc_desk.letters.signature import sign_pdf
from zjrc_desk.registry.errors import LetterError
from zjrc_desk.registry.tables import Point, Revision

RECORD = "0195548a-6f00-7000-8000-000000000001"
POINT = Point(code="ZJ-HZ-0001", name="浙江民生社会养老服务中心遗体捐献宣传登记点")
SERIAL = "ZJ-HZ-0001-1-000001-X"
RARE = "𬭚𬍛𤧛"


@pytest.fixture(scope="module")
def signer() -> Signer:
    key = new_key()
    return Signer(key, self_signed(key, POINT.code, POINT.name, local_now()))


@pytest.fixture(scope="module")
def context(signer: Signer) -> Imprint:
    claims = TokenClaims(
        serial=SERIAL,
        record_id=RECORD,
        revision=1,
        kind="intention",
        day=date(2026, 11, 24),
        point=POINT.code,
        content_sha256="ab" * 32,
        person=person_hash("样例", "330106194107041063", RECORD),
    )
    return Imprint(POINT, SERIAL, make_token(claims, signer.key, signer.certificate))


def printed(**changes: object) -> Revision:
    return revision(**({"record_id": RECORD, "state": "witnessed"} | changes))


def poppler(program: str, pdf: bytes, folder: Path, *options: str) -> str:
    path = folder / "letter.pdf"
    path.write_bytes(pdf)
    arguments = [program, *options, str(path)]
    if program == "pdftotext":
        arguments.append("-")
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout


def test_rare_characters_come_back_exactly_from_both_readers(
    context: Imprint, tmp_path: Path
) -> None:
    pdf = render(printed(volunteer=volunteer(name=RARE)), context)
    assert RARE in poppler("pdftotext", pdf, tmp_path)
    assert RARE in "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def test_every_page_has_signature_and_date_lines_serial_and_page_number(
    context: Imprint,
) -> None:
    wish = printed()
    wish.intention.family_letter = "孩子们，请尊重我的决定。" * 300
    pages = PdfReader(io.BytesIO(render(wish, context))).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        text = re.sub(r"\s", "", page.extract_text())
        assert "志愿者签名" in text
        for witness in wish.witnesses:
            assert f"见证人{witness.name}" in text
        assert text.count("日期") >= 3
        assert SERIAL in text
        assert f"第{number}页共{len(pages)}页" in text


def test_the_page_is_a4_and_every_face_with_text_is_embedded_truetype(
    context: Imprint, tmp_path: Path
) -> None:
    pdf = render(printed(volunteer=volunteer(name="张" + RARE)), context)
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    faces = poppler("pdffonts", pdf, tmp_path).splitlines()[2:]
    assert faces
    for face in faces:
        assert "TrueType" in face, face
        assert re.search(r"\byes\s+yes\s+yes\b", face), face


def test_the_qr_is_read_from_a_black_and_white_scan_of_150_dpi(
    context: Imprint, signer: Signer, tmp_path: Path
) -> None:
    poppler("pdfinfo", render(printed(), context), tmp_path)
    subprocess.run(
        ["pdftoppm", "-r", "150", "-mono", "letter.pdf", "page"], cwd=tmp_path, check=True
    )
    scans = sorted(tmp_path.glob("page*.pbm"))
    assert len(scans) == 2
    for scan in scans:
        with Image.open(scan) as image:
            (found,) = zxingcpp.read_barcodes(image.convert("L"))
        assert found.text == context.token
        assert len(found.text) <= 420
        assert read_token(found.text, [signer.certificate]).serial == SERIAL


def test_the_signature_is_valid_and_covers_the_whole_document(
    context: Imprint, signer: Signer, tmp_path: Path
) -> None:
    signed = sign_pdf(render(printed(), context), signer.key, signer.certificate, ())
    report = poppler("pdfsig", signed, tmp_path, "-nocert")
    assert "Signature is Valid" in report
    assert "Total document signed" in report
    changed = signed.replace(b"/Title", b"/Titel", 1)
    assert changed != signed
    assert "Signature is Valid" not in poppler("pdfsig", changed, tmp_path, "-nocert")


def test_the_same_record_gives_the_same_bytes(context: Imprint) -> None:
    assert render(printed(), context) == render(printed(), context)


def test_a_draft_says_so_across_every_page_and_a_final_letter_does_not(
    context: Imprint,
) -> None:
    def text(state: str) -> str:
        reader = PdfReader(io.BytesIO(render(printed(state=state), context)))
        return "".join(page.extract_text() for page in reader.pages)

    assert "草 稿" in text("draft")
    assert "草 稿" not in text("witnessed")


def test_a_character_no_face_has_stops_printing_and_is_named(context: Imprint) -> None:
    with pytest.raises(LetterError) as caught:
        render(printed(volunteer=volunteer(name="张\U00010380")), context)
    assert caught.value.code == "F10"
    assert "U+10380" in caught.value.message


def test_an_emoji_that_asks_for_colour_is_printed_as_the_paper_can(context: Imprint) -> None:
    wish = printed()
    wish.intention.family_letter = "孩子们，笑一笑\u263a\ufe0f，再见"
    pages = PdfReader(io.BytesIO(render(wish, context))).pages
    assert "笑一笑\u263a，再见" in "".join(page.extract_text() for page in pages)


@pytest.mark.parametrize(
    "name", ["阿卜杜拉·买买提", "<b>粗</b>", "{{name}}", "=cmd()", "O'Neil; DROP TABLE", "a&b"]
)
def test_a_name_is_printed_as_it_is_whatever_it_looks_like(
    context: Imprint, tmp_path: Path, name: str
) -> None:
    pdf = render(printed(volunteer=volunteer(name=name)), context)
    assert name in poppler("pdftotext", pdf, tmp_path, "-layout")


def test_a_letter_of_20000_characters_flows_and_loses_none(
    context: Imprint, tmp_path: Path
) -> None:
    wish = printed()
    wish.intention.family_letter = "".join(chr(0x4E00 + n % 3000) for n in range(20_000))
    pdf = render(wish, context)
    text = re.sub(r"\s", "", poppler("pdftotext", pdf, tmp_path, "-layout"))
    # Every page's foot stands between the lines; what is left is counted by character.
    middle = chr(0x4E00 + 2500)
    assert text.count(middle) >= wish.intention.family_letter.count(middle)
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 20


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(categories=("L", "N", "P", "Zs"), max_codepoint=0x9FA5), max_size=400))
def test_any_family_letter_is_printed_whole_or_refused_by_its_character(
    context: Imprint, text: str
) -> None:
    wish = printed()
    wish.intention.family_letter = text
    missing = missing_characters(text)
    if missing:
        with pytest.raises(LetterError, match="F10"):
            render(wish, context)
    else:
        assert PdfReader(io.BytesIO(render(wish, context))).pages


def test_a_paper_is_signed_after_a_receipt_was_read_in_the_same_program_run() -> None:
    # A process of its own: what matters is which library reads its first CMS before which.
    story = """
from tests.batches.samples import World
from zjrc_desk.batches import cms
world = World()
cms.verify(b"receipt", cms.sign(b"receipt", world.point))
import io
from reportlab.pdfgen.canvas import Canvas
from zjrc_desk.letters.signature import sign_pdf
out = io.BytesIO()
canvas = Canvas(out)
canvas.showPage()
canvas.save()
signed = sign_pdf(out.getvalue(), world.point.key, world.point.certificate, ())
assert b"ETSI.CAdES.detached" in signed
"""
    done = subprocess.run([sys.executable, "-c", story], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
