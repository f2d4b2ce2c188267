"""The QR symbol of a token (ISO/IEC 18004), level M, as vectors.

The ``qrcode`` library lays a symbol out, once for each size.  Into that layout each token's code
words are put here: bit by bit, as the library does it, they took a fifth of a letter's time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, compress, zip_longest
from operator import itemgetter, sub
from typing import Any

from qrcode import QRCode
from qrcode.base import gexp, glog, rs_blocks
from qrcode.constants import ERROR_CORRECT_M
from qrcode.LUT import rsPoly_LUT
from qrcode.util import BIT_LIMIT_TABLE, MODE_8BIT_BYTE, PAD0, PAD1, length_in_bits

#: ISO/IEC 18004 asks for four modules around the symbol.
QUIET_MODULES = 4
#: The full search over eight masks takes two thirds of the time.  The masks exist to break up
#: regular data; a token is base64 of hashes and a signature, as irregular as the masks are.
MASK = 3
_MODE_BITS = 4
_TRUTH = bytes.maketrans(b"01", b"\0\1")


def rows(token: str) -> list[str]:
    """The symbol without its quiet zone, from the top; 1 is a dark module, 0 a light one."""
    data = token.encode("ascii")
    version = _version(len(data))
    layout = _layout(version)
    words = int.from_bytes(_code_words(data, version), "big") << layout.unused
    bits = f"{words ^ layout.mask:0{layout.bits}b}"
    cells = "".join(layout.pick(bits + "01"))
    return [cells[at : at + layout.side] for at in range(0, layout.side**2, layout.side)]


def draw(canvas: Any, token: str, size: float) -> None:
    """Draw the symbol with its quiet zone into a square of ``size`` points at the origin."""
    canvas.saveState()
    canvas.addLiteral(operators(token, size))
    canvas.restoreState()


def operators(token: str, size: float) -> str:
    """What draws the symbol, as it stands in a PDF file.

    Dark modules that touch in a row are one rectangle: fewer, and without seams between them.
    """
    symbol = rows(token)
    side = len(symbol)
    step = size / (side + 2 * QUIET_MODULES)
    # In whole modules, written as they are: ReportLab's own rectangles would round 7,000 numbers.
    corners, ends = _corners(side), _ends(side)
    rectangles = " ".join([corners[place] + ends[long] for place, long in dark_runs(symbol)])
    return f"{step:.6f} 0 0 {step:.6f} 0 0 cm 0 g {rectangles} f"


def dark_runs(symbol: list[str]) -> Iterator[tuple[int, int]]:
    """Where dark modules touch in a row: (the first one's place, how many).

    Places are counted from the top left, row by row, one more in each row than it has modules.
    """
    cells = "0".join([*symbol, ""])
    dark = int(cells, 2)
    # Where a module is unlike the one before it, all at once.
    changes = f"{dark ^ dark >> 1:0{len(cells)}b}".encode().translate(_TRUTH)
    edges = list(compress(_places(len(cells)), changes))
    firsts = edges[::2]
    return zip(firsts, map(sub, edges[1::2], firsts), strict=True)


@cache
def _places(count: int) -> list[int]:
    """Numbers at hand: made anew they cost more than what is looked for."""
    return list(range(count))


@cache
def _corners(side: int) -> list[str]:
    """The lower left corner of each place, from the lower left of the quiet zone."""
    heights = range(side + QUIET_MODULES - 1, QUIET_MODULES - 1, -1)
    return [f"{column + QUIET_MODULES} {y} " for y in heights for column in range(side + 1)]


@cache
def _ends(side: int) -> list[str]:
    return [f"{length} 1 re" for length in range(side + 1)]


def _version(size: int) -> int:
    """The smallest symbol that holds so many bytes at level M."""
    limits = BIT_LIMIT_TABLE[ERROR_CORRECT_M]
    for version in range(1, len(limits)):
        if _MODE_BITS + length_in_bits(MODE_8BIT_BYTE, version) + 8 * size <= limits[version]:
            return version
    raise ValueError(f"{size} bytes are more than a symbol holds")


@dataclass(frozen=True)
class _Layout:
    """A symbol's modules as the library lays them out, whatever the token.

    ``bits`` of them hold code words, the last ``unused`` none; ``mask`` is what is XORed over
    them.  ``pick`` takes the modules, row by row, from the bits with "01" behind them: the same
    in every symbol are those two.
    """

    side: int
    bits: int
    unused: int
    mask: int
    pick: Callable[[str], tuple[str, ...]]


class _Row(list[bool | None]):
    """A row that tells which of its modules are written, one after the other."""

    def __init__(self, row: int, cells: list[bool | None], path: list[tuple[int, int]]) -> None:
        super().__init__(cells)
        self._row, self._path = row, path

    def __setitem__(self, column: Any, dark: Any) -> None:
        self._path.append((self._row, column))
        super().__setitem__(column, dark)


class _Traced(QRCode):  # type: ignore[misc]
    """Remembers the way the code words take through the symbol."""

    modules: list[list[bool | None]]

    def map_data(self, data: Any, mask_pattern: int) -> None:
        self.path: list[tuple[int, int]] = []
        self.modules = [_Row(row, cells, self.path) for row, cells in enumerate(self.modules)]
        super().map_data(data, mask_pattern)


@cache
def _layout(version: int) -> _Layout:
    code = _Traced(version, ERROR_CORRECT_M, mask_pattern=MASK)
    # Words of nothing but zeros leave the mask alone in their modules.
    code.data_cache = words = [0] * sum(block.total_count for block in _blocks(version))
    code.make(fit=False)
    mask = "".join("1" if code.modules[row][column] else "0" for row, column in code.path)
    places = {place: number for number, place in enumerate(code.path)}
    order = [
        places.get((row, column), len(mask) + int(bool(dark)))
        for row, cells in enumerate(code.modules)
        for column, dark in enumerate(cells)
    ]
    unused = len(mask) - 8 * len(words)
    return _Layout(code.modules_count, len(mask), unused, int(mask, 2), itemgetter(*order))


def _blocks(version: int) -> list[Any]:
    return list(rs_blocks(version, ERROR_CORRECT_M))


def _code_words(data: bytes, version: int) -> bytes:
    """The data in the library's blocks, with their check words, in the order of the symbol."""
    length = length_in_bits(MODE_8BIT_BYTE, version)
    head = MODE_8BIT_BYTE << length | len(data)
    # Four zero bits end the data; after the mode's four they end it at a whole byte.
    whole = (head << 8 * len(data) | int.from_bytes(data, "big")) << _MODE_BITS
    words = whole.to_bytes(length // 8 + 1 + len(data), "big")
    blocks = _blocks(version)
    room = sum(block.data_count for block in blocks) - len(words)
    words += (bytes((PAD0, PAD1)) * (room // 2 + 1))[:room]
    parts, checks, start = [], [], 0
    for block in blocks:
        part = words[start : start + block.data_count]
        parts.append(part)
        checks.append(_check_words(part, block.total_count - block.data_count))
        start += block.data_count
    in_turn = chain(*zip_longest(*parts), *zip(*checks, strict=True))
    return bytes(word for word in in_turn if word is not None)


def _check_words(block: bytes, count: int) -> bytes:
    """The Reed-Solomon check words: what is left of the block divided by the generator."""
    products = _products(count)
    top = 8 * (count - 1)
    rest = 0
    for word in block:
        first = rest >> top
        rest = (rest ^ first << top) << 8 ^ products[first ^ word]
    return rest.to_bytes(count, "big")


@cache
def _products(count: int) -> list[int]:
    """Each byte times the generator without its leading 1, which the library knows."""
    factors = [glog(factor) for factor in rsPoly_LUT[count][1:]]
    return [0] + [
        int.from_bytes(bytes(gexp(factor + glog(byte)) for factor in factors), "big")
        for byte in range(1, 256)
    ]
