"""What a file takes of a face is a face of its own, with the same outlines, and packed right."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from random import Random
from struct import unpack, unpack_from

import pytest

from zjrc_desk.letters.embedding import LetterFont
from zjrc_desk.letters.fonts import chain
from zjrc_desk.letters.packing import Packer, part, stream
from zjrc_desk.letters.subset import Subset, Subsetter

#: Kai; beyond U+FFFF; and two with glyphs made of other glyphs.
FACES = ("LXGWWenKai-Regular.ttf", "HanaMinB.ttf", "uming.ttc", "wqy-microhei.ttc")
ARGUMENTS_OF_TWO_BYTES, MORE_PARTS = 0x01, 0x20


@cache
def face(name: str) -> LetterFont:
    path = next(f / name for f in chain().folders if (f / name).is_file())
    return LetterFont(path.stem, str(path))


def tables(file: bytes) -> dict[str, bytes]:
    count = unpack_from(">H", file, 4)[0]
    entries = [unpack_from(">4s3L", file, 12 + 16 * number) for number in range(count)]
    assert [tag for tag, *_ in entries] == sorted(tag for tag, *_ in entries)
    for tag, total, at, size in entries:
        assert at % 4 == 0
        if tag != b"head":
            assert total == words(file[at : at + size])
    return {tag.decode(): file[at : at + size] for tag, _, at, size in entries}


def words(table: bytes) -> int:
    filled = table + bytes(-len(table) % 4)
    return sum(unpack(f">{len(filled) // 4}L", filled)) & 0xFFFFFFFF


def parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """(Where the number of a glyph stands that this one is made of, the number)."""
    at, more = 10, outline[:2] > b"\x7f"
    while more:
        flags, number = unpack_from(">2H", outline, at)
        yield at + 2, number
        at += 4 + (4 if flags & ARGUMENTS_OF_TWO_BYTES else 2)
        at += 2 * bool(flags & 0x08) + 4 * bool(flags & 0x40) + 8 * bool(flags & 0x80)
        more = bool(flags & MORE_PARTS)


def drawn(outlines: list[bytes], number: int) -> tuple[object, ...]:
    """A glyph with everything it is made of, whatever the numbers of that are."""
    outline, inner = outlines[number], []
    for at, part_number in parts(outline):
        outline = outline[:at] + b"??" + outline[at + 2 :]
        inner.append(drawn(outlines, part_number))
    return outline.rstrip(b"\0"), *inner


def outlines(glyf: bytes, places: list[int]) -> list[bytes]:
    return [glyf[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize("name", FACES)
def test_a_subset_has_the_outlines_and_widths_of_its_face(name: str) -> None:
    whole, random = face(name).face, Random(name)
    count = len(whole.glyphPos) - 1
    of_face = outlines(whole.get_table("glyf"), list(whole.glyphPos))
    subsetter = Subsetter(whole)
    for size in (0, 1, 2, 300, 3000):
        numbers = (0, *random.sample(range(count), size))
        subset = subsetter.subset(numbers)
        made = tables(subset.content)
        assert words(subset.content) == 0xB1B0AFBA
        assert set(made) == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"} | (
            {"cvt ", "fpgm", "prep"} & set(whole.table)
        )
        shown = unpack_from(">H", made["maxp"], 4)[0]
        places = list(unpack(f">{shown + 1}L", made["loca"]))
        of_subset = outlines(made["glyf"], places)
        assert places[-1] == len(made["glyf"])
        for place, number in enumerate(numbers):
            assert drawn(of_subset, place) == drawn(of_face, number)
            width, side = unpack_from(">2H", made["hmtx"], 4 * place)
            assert [width, side] == list(map(int, whole.hmetrics[number]))


def test_a_subset_is_packed_as_any_reader_unpacks_it() -> None:
    subset: Subset = Subsetter(face(FACES[0]).face).subset(tuple(range(0, 5000, 7)))
    assert zlib.decompress(subset.packed) == subset.content
    assert len(subset.packed) < 0.85 * len(subset.content)


@pytest.mark.parametrize("sample", [b"", b"a", bytes(range(256)), b"ab" * 40000 + b"c"])
def test_pieces_that_are_packed_once_are_joined_in_any_order(sample: bytes) -> None:
    packer, random = Packer(sample), Random(len(sample))
    pieces = [b"", sample, *(random.randbytes(random.randint(1, 40)) for _ in range(60))]
    packed = list(map(packer.pack, pieces))
    for _ in range(20):
        order = random.choices(range(len(pieces)), k=random.randint(0, 80))
        content = b"".join(pieces[number] for number in order)
        made = (part(b"before"), packer.joined(packed[number] for number in order))
        assert zlib.decompress(stream(made, b"before" + content)) == b"before" + content
