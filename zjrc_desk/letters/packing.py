"""Packs streams (RFC 1950, 1951): quickly, or once for all files that hold the same piece."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import NamedTuple

_QUICKEST, _SMALLEST = 1, 9
#: Of a stream without a window to speak of, packed by the quickest way.
_HEAD = b"\x78\x01"
_END = 256
#: Small enough that no code gets longer than the 15 bits there may be.
_SAMPLED = 2048
_LONGEST = 15
#: So many bits are joined before they are bytes: more are slow to move, fewer are many.
_AT_ONCE = 12000
#: The lengths themselves are said in four bits each, in RFC 1951's order of them.
_ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)
#: Two codes for distances that never come: some readers don't take fewer.
_DISTANCES = [1, 1]


class Bits(NamedTuple):
    """Packed bits, the first one lowest in ``value``."""

    value: int
    length: int


def quick(content: bytes) -> bytes:
    """A stream, packed in half of the time that zlib takes by itself, a tenth larger."""
    return zlib.compress(content, _QUICKEST)


def part(content: bytes, *, lasting: bool = False) -> bytes:
    """A part of a stream, whatever stands before it.  ``lasting``: packed once and used often."""
    packer = zlib.compressobj(_SMALLEST if lasting else _QUICKEST, wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)


def stream(parts: Iterable[bytes], content: bytes) -> bytes:
    """The whole stream of such parts, the last of which is :meth:`Packer.joined`."""
    return b"".join((_HEAD, *parts, zlib.adler32(content).to_bytes(4, "big")))


class Packer:
    """Packs pieces of one kind, each once, so that they are only put together in a file.

    By the same Huffman codes, that is, which suit a ``sample``.  What comes twice is not looked
    for: in outlines nothing does.
    """

    def __init__(self, sample: bytes) -> None:
        lengths = _code_lengths(sample)
        codes = _codes(lengths)
        self._codes = codes[:_END]
        self._end = _bits(codes[_END])
        self._head = _bits(_block_head(lengths))

    def pack(self, piece: bytes) -> Bits:
        return _bits("".join(map(self._codes.__getitem__, piece)))

    def joined(self, pieces: Iterable[Bits]) -> bytes:
        """The last part of a stream: the pieces, one after the other."""
        done = []
        rest = used = 0
        for value, length in (self._head, *pieces, self._end):
            rest |= value << used
            used += length
            if used > _AT_ONCE:
                whole, used = divmod(used, 8)
                done.append((rest & (1 << 8 * whole) - 1).to_bytes(whole, "little"))
                rest >>= 8 * whole
        return b"".join((*done, rest.to_bytes((used + 7) // 8, "little")))


def _bits(said: str) -> Bits:
    return Bits(int(said[::-1] or "0", 2), len(said))


def _code_lengths(sample: bytes) -> list[int]:
    """How long the code of each byte and of the end is, by how often it comes (Huffman)."""
    found = Counter(sample)
    scale = _SAMPLED / max(len(sample), 1)
    weights = [1 + int(found[byte] * scale) for byte in range(_END)] + [1]
    lengths = [0] * len(weights)
    heap = [(weight, symbol, [symbol]) for symbol, weight in enumerate(weights)]
    heapify(heap)
    while len(heap) > 1:
        weight, _, symbols = heappop(heap)
        other, number, more = heappop(heap)
        for symbol in symbols + more:
            lengths[symbol] += 1
        heappush(heap, (weight + other, number, symbols + more))
    return lengths


def _codes(lengths: list[int]) -> list[str]:
    """The codes of such lengths (RFC 1951, 3.2.2), in the order in which their bits stand."""
    codes, code = [""] * len(lengths), 0
    for length in range(1, _LONGEST + 1):
        for symbol, its in enumerate(lengths):
            if its == length:
                codes[symbol] = f"{code:0{length}b}"
                code += 1
        code <<= 1
    return codes


def _block_head(lengths: list[int]) -> str:
    """What stands before the last block of a stream: that it is, and its codes' lengths."""
    said = [*lengths, *_DISTANCES]
    counts = (
        _number(len(lengths) - 257, 5)
        + _number(len(_DISTANCES) - 1, 5)
        + _number(len(_ORDER) - 4, 4)
    )
    of_lengths = "".join(_number(4 if symbol <= _LONGEST else 0, 3) for symbol in _ORDER)
    return "1" + _number(2, 2) + counts + of_lengths + "".join(f"{each:04b}" for each in said)


def _number(value: int, count: int) -> str:
    """Unlike a code, a number begins with its lowest bit."""
    return f"{value:0{count}b}"[::-1]
