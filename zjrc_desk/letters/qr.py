"""The QR symbol of a token (ISO/IEC 18004), level M, as vectors."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import MODE_8BIT_BYTE, QRData

#: ISO/IEC 18004 asks for four modules around the symbol.
QUIET_MODULES = 4
#: The full search over eight masks takes two thirds of the time.  The masks exist to break up
#: regular data; a token is base64 of hashes and a signature, as irregular as the masks are.
_MASK = 3


def modules(token: str) -> list[list[bool]]:
    """The symbol without its quiet zone; True is dark."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(QRData(token.encode("ascii"), mode=MODE_8BIT_BYTE))
    code.make(fit=True)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def draw(canvas: Any, token: str, size: float) -> None:
    """Draw the symbol with its quiet zone into a square of ``size`` points at the origin.

    Dark modules that touch in a row are one rectangle: fewer, and without seams between them.
    """
    matrix = modules(token)
    step = size / (len(matrix) + 2 * QUIET_MODULES)
    path = canvas.beginPath()
    for row, cells in enumerate(matrix):
        y = size - (row + 1 + QUIET_MODULES) * step
        column = 0
        for dark, group in groupby(cells):
            length = len(list(group))
            if dark:
                path.rect((column + QUIET_MODULES) * step, y, length * step, step)
            column += length
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
