"""The symbol is the one that the library makes, module by module, and a reader reads it."""

from __future__ import annotations

from random import Random

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import MODE_8BIT_BYTE, QRData

from zjrc_desk.letters import qr

ASCII = "".join(map(chr, range(32, 127)))
LONGEST = 420


def by_the_library(token: str) -> list[str]:
    code = QRCode(error_correction=ERROR_CORRECT_M, mask_pattern=qr.MASK, border=0)
    code.add_data(QRData(token.encode(), mode=MODE_8BIT_BYTE))
    code.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]


@settings(max_examples=40, deadline=None)
@given(st.text(ASCII, max_size=LONGEST))
def test_any_token_has_the_librarys_symbol(token: str) -> None:
    assert qr.rows(token) == by_the_library(token)


def test_tokens_of_every_length_have_the_librarys_symbol() -> None:
    random = Random(1)
    for length in range(1, LONGEST + 1):
        token = "".join(random.choices(ASCII, k=length))
        assert qr.rows(token) == by_the_library(token), token


@pytest.mark.parametrize("length", [1, 14, 15, 107, 180, 331, 418, LONGEST])
def test_a_symbol_is_read_back(length: int) -> None:
    token = "".join(Random(length).choices(ASCII[1:], k=length))
    symbol = qr.rows(token)
    cells = bytes(0 if module == "1" else 255 for row in symbol for module in row)
    side, quiet = len(symbol), qr.QUIET_MODULES
    page = Image.new("L", (side + 2 * quiet,) * 2, 255)
    page.paste(Image.frombytes("L", (side, side), cells), (quiet, quiet))
    (found,) = zxingcpp.read_barcodes(page.resize((page.width * 3, page.height * 3), 0))
    assert found.text == token


def test_where_dark_modules_touch_is_told_for_each_row_by_itself() -> None:
    assert list(qr.dark_runs(["1101", "1111", "0000", "0001"])) == [
        *((0, 2), (3, 1)),
        (5, 4),
        (18, 1),
    ]


def test_more_than_a_symbol_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="2332"):
        qr.rows("x" * 2332)
