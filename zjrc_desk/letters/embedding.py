"""How streams and faces are put into a PDF file: ReportLab's way, where that is slow or not right
done over."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, count, takewhile
from struct import pack
from typing import Any, NamedTuple

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFName, PDFObject
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTFont,
    TTFontFace,
    TTFontMaker,
)

_QUICKEST = 1
#: Characters of a face at hand: a busy day's, in under 2 MB.
_REMEMBERED = 4096
_COPIED = {"name", "OS/2", "cvt ", "fpgm", "prep"}
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def
/CMapName /{name} def
/CMapType 2 def
1 begincodespacerange
<00> <{last:02X}>
endcodespacerange
{count} beginbfchar
{lines}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Stream(PDFObject):  # type: ignore[misc]
    """A stream that is packed quickly, and ends as an archive's has to.

    ReportLab packs harder, which takes twice the time for a tenth of the size, and writes no end
    of line before ``endstream`` (ISO 19005-2, 6.1.7.1).  ``entries``: of its dictionary, as they
    stand in the file.
    """

    __RefOnly__ = 1

    def __init__(self, content: bytes, entries: str = "", *, packed: bool = True) -> None:
        self.content, self.entries, self.packed = content, entries, packed

    def format(self, _document: Any) -> bytes:
        content = self.pack(self.content) if self.packed else self.content
        entries = self.entries + " /Filter /FlateDecode" * self.packed
        head = f"<<{entries} /Length {len(content)} >>".encode()
        return b"%b\nstream\n%b\nendstream\n" % (head, content)

    def pack(self, content: bytes) -> bytes:
        return zlib.compress(content, _QUICKEST)


class _Outlines(Stream):
    """A face's outlines: nothing in them comes twice, so no time goes into looking for it."""

    def pack(self, content: bytes) -> bytes:
        packer = zlib.compressobj(_QUICKEST, memLevel=9, strategy=zlib.Z_HUFFMAN_ONLY)
        return packer.compress(content) + packer.flush()


class _Ready(PDFObject):  # type: ignore[misc]
    """An object as it stands in the file; number by number ReportLab takes too long for it."""

    __RefOnly__ = 1

    def __init__(self, text: str) -> None:
        self._text = text.encode()

    def format(self, _document: Any) -> bytes:
        return self._text


def refer(doc: Any, made: PDFObject) -> str:
    """Put it into the file, and say how others refer to it."""
    return str(doc.Reference(made).format(doc).decode())


class _Glyph(NamedTuple):
    """What a subset takes of a character.  ``outline``: filled up to whole fours; ``metrics``:
    width and left side, as a face's file has them; ``composed``: of other glyphs; ``width``: in
    thousandths of the size; ``code``: in UTF-16, as hex digits."""

    number: int
    outline: bytes
    metrics: bytes
    composed: bool
    width: str
    code: str


class LetterFont(TTFont):  # type: ignore[misc]
    """A face whose subsets are made quickly, and whose text is extracted right beyond U+FFFF.

    Quickly, because what a subset takes of a character is at hand: found anew in the face's own
    tables, which fill a few MB, each number is one that the processor waits for.
    """

    def __init__(self, name: str, path: str) -> None:
        # Else each subset holds the whole of ASCII, whatever the text.
        super().__init__(name, path, asciiReadable=False)
        # Else every subset of every letter copies the 15 MB of outlines it takes a few KB from.
        self.face.get_table = cache(self.face.get_table)
        self._glyph = lru_cache(_REMEMBERED)(self._find_glyph)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        state = self.state.pop(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, codes in enumerate(state.subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode()
            fonts[f"{state.internalName}+{number}"] = refer(
                doc, _Ready(self._font(doc, name, codes))
            )

    def _font(self, doc: Any, name: str, codes: list[int]) -> str:
        *_, widths, texts = zip(*map(self._glyph, codes), strict=True)
        to_unicode = Stream(_to_unicode(name, texts))
        descriptor = _Ready(self._descriptor(doc, name, codes))
        return (
            f"<< /Type /Font /Subtype /TrueType /BaseFont {PDFName(name)} /FirstChar 0"
            f" /LastChar {len(codes) - 1} /Widths [{' '.join(widths)}]"
            f" /ToUnicode {refer(doc, to_unicode)}"
            f" /FontDescriptor {refer(doc, descriptor)} >>"
        )

    def _descriptor(self, doc: Any, name: str, codes: list[int]) -> str:
        face, subset = self.face, self.make_subset(codes)
        file = _Outlines(subset, f" /Length1 {len(subset)}")
        flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
        return (
            f"<< /Type /FontDescriptor /FontName {PDFName(name)} /Flags {flags}"
            f" /FontBBox [{fp_str(*face.bbox)}] /ItalicAngle {fp_str(face.italicAngle)}"
            f" /Ascent {fp_str(face.ascent)} /Descent {fp_str(face.descent)}"
            f" /CapHeight {fp_str(face.capHeight)} /StemV {fp_str(face.stemV)}"
            f" /MissingWidth {fp_str(face.defaultWidth)} /FontFile2 {refer(doc, file)} >>"
        )

    def _find_glyph(self, code: int) -> _Glyph:
        face = self.face
        number = face.charToGlyph.get(code, 0)
        start, end = face.glyphPos[number : number + 2]
        outline = face.get_table("glyf")[start:end]
        metrics = map(int, face.hmetrics[number])
        return _Glyph(
            number,
            outline + bytes(-len(outline) % 4),
            _shorts(*metrics),
            outline[:1] >= b"\x80",
            fp_str(face.getCharWidth(code)),
            chr(code).encode("utf-16-be").hex().upper(),
        )

    def make_subset(self, codes: list[int]) -> bytes:
        """The file that ReportLab's own ``makeSubset`` gives."""
        face = self.face
        found = list(map(self._glyph, codes))
        glyphs = {0: self._glyph(0)} | {glyph[0]: glyph for glyph in found}
        numbers, outlines, metrics, composed, _, _ = zip(*glyphs.values(), strict=True)
        if any(composed):
            # The papers' faces have hardly any.
            made: bytes = TTFontFace.makeSubset(face, codes)
            return made
        maker = TTFontMaker()
        for tag in _COPIED & face.table.keys():
            maker.add(tag, face.get_table(tag))
        maker.add("post", b"\0\3\0\0" + face.get_table("post")[4:16] + bytes(16))
        _add_outlines(maker, face, outlines)
        _add_metrics(maker, face, metrics)
        # One table of format 6, for the Macintosh: what a symbolic face of a PDF is read by.
        new = dict(zip(numbers, count()))
        head = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes))
        maker.add("cmap", _shorts(*head, *(new[glyph[0]] for glyph in found)))
        return bytes(maker.makeStream())


def _to_unicode(name: str, texts: Sequence[str]) -> bytes:
    """The map from a subset's codes to text.

    ReportLab's has five hex digits for a character beyond U+FFFF; its values are UTF-16BE
    (PDF 32000-1, 9.10.3), so it has to be a surrogate pair.
    """
    lines = "\n".join(map("<%02X> <%s>".__mod__, enumerate(texts)))
    made = _TO_UNICODE.format(name=name, last=len(texts) - 1, count=len(texts), lines=lines)
    return made.encode()


def _add_outlines(maker: Any, face: Any, outlines: Sequence[bytes]) -> None:
    offsets = list(accumulate(map(len, outlines), initial=0))
    long = (offsets[-1] + 1) >> 1 > 0xFFFF
    maker.add("glyf", b"".join(outlines))
    if long:
        maker.add("loca", pack(f">{len(offsets)}L", *offsets))
    else:
        maker.add("loca", _shorts(*(offset >> 1 for offset in offsets)))
    maker.add("head", _with_short(face.get_table("head"), 50, int(long)))


def _add_metrics(maker: Any, face: Any, metrics: Sequence[bytes]) -> None:
    widths = [each[:2] for each in metrics]
    # The last width stands once for all before it that are the same.
    full = len(widths) - sum(1 for _ in takewhile(widths[-1].__eq__, widths[-2::-1]))
    maker.add("hmtx", b"".join((*metrics[:full], *(each[2:] for each in metrics[full:]))))
    maker.add("hhea", _with_short(face.get_table("hhea"), 34, full))
    maker.add("maxp", _with_short(face.get_table("maxp"), 4, len(metrics)))


def _shorts(*numbers: int) -> bytes:
    return pack(f">{len(numbers)}H", *numbers)


def _with_short(table: bytes, offset: int, number: int) -> bytes:
    return table[:offset] + _shorts(number) + table[offset + 2 :]
