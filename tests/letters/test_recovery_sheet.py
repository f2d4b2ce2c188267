"""The recovery sheet: read back from the paper, by eye and by a scanner."""

from __future__ import annotations

import io
import subprocess
from datetime import date
from pathlib import Path

import zxingcpp
from PIL import Image
from pypdf import PdfReader

from zjrc_desk.desk.recovery import new_recovery_code, sheet
from zjrc_desk.registry.tables import Point

POINT = Point(code="ZJ-HZ-0001", name="浙江民生社会养老服务中心遗体捐献宣传登记点")


def scanned(pdf: bytes, folder: Path) -> str:
    """What a scanner reads from a black-and-white page of 100 dpi."""
    (folder / "sheet.pdf").write_bytes(pdf)
    command = ["pdftoppm", "-r", "100", "-mono", "-singlefile", "sheet.pdf", "page"]
    subprocess.run(command, cwd=folder, check=True)
    with Image.open(folder / "page.pbm") as image:
        (found,) = zxingcpp.read_barcodes(image.convert("L"))
    return str(found.text)


def test_code_and_qr_can_be_read_back_from_the_one_page(tmp_path: Path) -> None:
    code = new_recovery_code()
    pdf = sheet(POINT, code, date(2026, 11, 24))
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    text = "".join(page.extract_text().split())
    assert code.replace("-", "") in text
    for words in (POINT.name, POINT.code, "2026年11月24日", "忘记密码", "都无法再打开登记库"):
        assert words in text
    assert scanned(pdf, tmp_path) == code
    assert sheet(POINT, code, date(2026, 11, 24)) == pdf


def test_the_code_is_not_in_the_files_own_words() -> None:
    code = new_recovery_code()
    pdf = sheet(POINT, code, date(2026, 11, 24))
    assert code.encode() not in pdf
    assert code not in str(PdfReader(io.BytesIO(pdf)).metadata)
