"""The part of a TrueType face that a file shows, as a file of its own (ISO 32000-1, 9.9).

Made quickly, because what it takes of a glyph is at hand, packed and all: found anew in the face's
own tables, which fill a few MB, each number is one that the processor waits for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from struct import pack, unpack, unpack_from
from typing import Any, NamedTuple

from zjrc_desk.letters import packing
from zjrc_desk.letters.packing import Bits, Packer

#: Glyphs of a face at hand: a busy day's, in some 4 MB.
_REMEMBERED = 4096
#: Subsets of a face at hand: of so few glyphs that they are headings and labels, the same in most
#: letters.  What somebody wrote is in no other, and is not kept.
_KEPT, _FEW = 8, 160
#: Of the face's outlines, for how to pack them.
_SAMPLE = 1 << 16
#: Programs that fit outlines to dots; a face without any has none of them.
_PROGRAMS = ("cvt ", "fpgm", "prep")
_WORDS, _MORE = 0x01, 0x20
_SCALES = {0x08: 2, 0x40: 4, 0x80: 8}
#: What all words of a file give together (OpenType, ``head``).
_WHOLE = 0xB1B0AFBA


class _Glyph(NamedTuple):
    """``outline``: filled up to whole fours; ``packed``: the same; ``total``: of its words;
    ``metrics``: width and left side, as a face's file has them; ``parts``: where it names other
    glyphs that it is made of: (place, number)."""

    outline: bytes
    packed: Bits
    total: int
    metrics: bytes
    parts: tuple[tuple[int, int], ...]


class _Programs(NamedTuple):
    """A face's programs one behind the other; ``tables``: how long each is, and its total."""

    content: bytes
    packed: bytes
    tables: dict[str, tuple[int, int]]


class Subset(NamedTuple):
    """``content``: the file; ``packed``: the same as a stream holds it."""

    content: bytes
    packed: bytes


class Subsetter:
    """Makes subsets of a face that ReportLab has read."""

    def __init__(self, face: Any) -> None:
        self._face = face
        self._glyph = lru_cache(_REMEMBERED)(self._find_glyph)
        self._kept = lru_cache(_KEPT)(self._make)
        # Labels come in the same order, so that their parts have the same numbers.
        self._renumbered = lru_cache(_REMEMBERED)(self._renumber)

    def subset(self, numbers: tuple[int, ...]) -> Subset:
        """The glyphs of those numbers, in their order; what they are made of stands behind them."""
        return (self._kept if len(numbers) <= _FEW else self._make)(numbers)

    def _make(self, numbers: tuple[int, ...]) -> Subset:
        outlines, packed, totals, metrics, _ = zip(*self._glyphs(numbers), strict=True)
        offsets = list(accumulate(map(len, outlines), initial=0))
        glyf = b"".join(outlines)
        head = _with_short(self._table("head"), 50, 1)
        tables = {
            "head": head[:8] + bytes(4) + head[12:],
            "hhea": _with_short(self._table("hhea"), 34, len(outlines)),
            "hmtx": b"".join(metrics),
            "loca": pack(f">{len(offsets)}L", *offsets),
            "maxp": _with_short(self._table("maxp"), 4, len(outlines)),
        }
        start = self._start(tables, len(glyf), sum(totals))
        content = b"".join((start, self._programs.content, glyf))
        parts = (packing.part(start), self._programs.packed, self._packer.joined(packed))
        return Subset(content, packing.stream(parts, content))

    def _start(self, tables: dict[str, bytes], glyf: int, total: int) -> bytes:
        """The file up to the face's own programs: which tables it has where, and the small ones."""
        sizes = {tag: len(table) for tag, table in tables.items()}
        totals = {tag: _total(table) for tag, table in tables.items()}
        for tag, (size, its) in self._programs.tables.items():
            sizes[tag], totals[tag] = size, its
        sizes["glyf"], totals["glyf"] = glyf, total
        places = accumulate(map(_filled, sizes.values()), initial=12 + 16 * len(sizes))
        entries = [
            pack(">4s3L", tag.encode(), totals[tag] & 0xFFFFFFFF, place, sizes[tag])
            for tag, place in zip(sizes, places, strict=False)
        ]
        power = len(sizes).bit_length() - 1
        span = 16 << power
        first = pack(">L4H", 0x10000, len(sizes), span, power, 16 * len(sizes) - span)
        directory = first + b"".join(sorted(entries))
        left = (_WHOLE - _total(directory) - sum(totals.values())) & 0xFFFFFFFF
        head = tables["head"]
        said = tables | {"head": head[:8] + pack(">L", left) + head[12:]}
        return directory + b"".join(map(_in_fours, said.values()))

    def _glyphs(self, numbers: Sequence[int]) -> list[_Glyph]:
        glyphs = list(map(self._glyph, numbers))
        places = {number: place for place, number in enumerate(numbers)}
        for glyph in glyphs:  # while it grows: a part may be made of parts
            for _, number in glyph.parts:
                if number not in places:
                    places[number] = len(glyphs)
                    glyphs.append(self._glyph(number))
        return [
            self._renumbered(glyph, tuple(places[number] for _, number in glyph.parts))
            if glyph.parts
            else glyph
            for glyph in glyphs
        ]

    def _renumber(self, glyph: _Glyph, numbers: tuple[int, ...]) -> _Glyph:
        outline = glyph.outline
        for (place, _), number in zip(glyph.parts, numbers, strict=True):
            outline = _with_short(outline, place, number)
        packed = self._packer.pack(outline)
        return glyph._replace(outline=outline, packed=packed, total=_total(outline))

    def _find_glyph(self, number: int) -> _Glyph:
        start, end = self._face.glyphPos[number : number + 2]
        outline = _in_fours(self._table("glyf")[start:end])
        metrics = pack(">2H", *map(int, self._face.hmetrics[number]))
        packed = self._packer.pack(outline)
        return _Glyph(outline, packed, _total(outline), metrics, tuple(_parts(outline)))

    @cached_property
    def _packer(self) -> Packer:
        outlines = self._table("glyf")
        middle = max(0, len(outlines) - _SAMPLE) // 2
        return Packer(outlines[middle : middle + _SAMPLE])

    @cached_property
    def _programs(self) -> _Programs:
        tables = {tag: self._table(tag) for tag in _PROGRAMS if tag in self._face.table}
        content = b"".join(map(_in_fours, tables.values()))
        said = {tag: (len(table), _total(table)) for tag, table in tables.items()}
        return _Programs(content, packing.part(content, lasting=True), said)

    def _table(self, tag: str) -> bytes:
        table: bytes = self._face.get_table(tag)
        return table


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """Where a glyph that is made of others names them (OpenType, ``glyf``)."""
    more, at = outline[:1] >= b"\x80", 10
    while more:
        flags, number = unpack_from(">2H", outline, at)
        yield at + 2, number
        at += 8 if flags & _WORDS else 6
        at += sum(size for flag, size in _SCALES.items() if flags & flag)
        more = bool(flags & _MORE)


def _total(table: bytes) -> int:
    words = _in_fours(table)
    return sum(unpack(f">{len(words) // 4}L", words))


def _filled(size: int) -> int:
    return size + -size % 4


def _in_fours(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _with_short(table: bytes, offset: int, number: int) -> bytes:
    return table[:offset] + pack(">H", number) + table[offset + 2 :]
