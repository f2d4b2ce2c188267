"""The QR symbol of a token (ISO/IEC 18004), level M, as vectors."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import BIT_LIMIT_TABLE, MODE_8BIT_BYTE, QRData, length_in_bits

#: ISO/IEC 18004 asks for four modules around the symbol.
QUIET_MODULES = 4
#: The full search over eight masks takes two thirds of the time.  The masks exist to break up
#: regular data; a token is base64 of hashes and a signature, as irregular as the masks are.
_MASK = 3
_MODE_BITS = 4


def modules(token: str) -> list[list[bool]]:
    """The symbol without its quiet zone; True is dark."""
    data = token.encode("ascii")
    # Found here, because the library writes the whole token bit by bit to find it.
    code = QRCode(_version(len(data)), error_correction=ERROR_CORRECT_M, mask_pattern=_MASK)
    code.border = 0
    code.add_data(QRData(data, mode=MODE_8BIT_BYTE))
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.get_matrix()]


def _version(size: int) -> int:
    """The smallest symbol that holds so many bytes at level M."""
    limits = BIT_LIMIT_TABLE[ERROR_CORRECT_M]
    for version in range(1, len(limits)):
        if _MODE_BITS + length_in_bits(MODE_8BIT_BYTE, version) + 8 * size <= limits[version]:
            return version
    raise ValueError(f"{size} bytes are more than a symbol holds")


def draw(canvas: Any, token: str, size: float) -> None:
    """Draw the symbol with its quiet zone into a square of ``size`` points at the origin.

    Dark modules that touch in a row are one rectangle: fewer, and without seams between them.
    """
    matrix = modules(token)
    step = size / (len(matrix) + 2 * QUIET_MODULES)
    # In whole modules, written as they are: ReportLab's own rectangles would round 7,000 numbers.
    parts = ["0 g"]
    for row, cells in enumerate(matrix, 1):
        y = len(matrix) - row + QUIET_MODULES
        column = QUIET_MODULES
        for dark, group in groupby(cells):
            length = len(list(group))
            if dark:
                parts.append(f"{column} {y} {length} 1 re")
            column += length
    canvas.saveState()
    canvas.scale(step, step)
    canvas.addLiteral(" ".join([*parts, "f"]))
    canvas.restoreState()
