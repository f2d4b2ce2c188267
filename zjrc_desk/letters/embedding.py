"""How streams and faces are put into a PDF file: ReportLab's way, where that is slow or not right
done over."""

from __future__ import annotations

import gc
import struct
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFName, PDFObject
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    TTEncoding,
    TTFError,
    TTFont,
    TTFontFace,
)

from zjrc_desk.letters import packing
from zjrc_desk.letters.subset import Subsetter

#: Characters of a face at hand: a busy day's.
_REMEMBERED = 4096
#: How wide a Han character is, in thousandths of the size: said once for all of them.
_SQUARE = "1000"
#: A range of codes has only its last byte to count by.
_RANGE = 256
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{count} beginbfrange
{ranges}
endbfrange
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
        content = self.pack() if self.packed else self.content
        entries = self.entries + " /Filter /FlateDecode" * self.packed
        head = f"<<{entries} /Length {len(content)} >>".encode()
        return b"%b\nstream\n%b\nendstream\n" % (head, content)

    def pack(self) -> bytes:
        return packing.quick(self.content)


class _Packed(Stream):
    """A stream that is packed already."""

    def pack(self) -> bytes:
        return self.content


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


class _Character(NamedTuple):
    """``number``: of its glyph; ``width``: in thousandths of the size; ``text``: UTF-16 in hex."""

    number: int
    width: str
    text: str


class Shown(dict[str, str]):
    """The characters of a face that a file shows, each with its code in hex digits.

    A code is a glyph's number in the file's subset, in the order in which they are shown first.
    ``name``: of the face in the file.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __missing__(self, character: str) -> str:
        code = self[character] = f"{len(self) + 1:04X}"
        return code


class _Face(TTFontFace):  # type: ignore[misc]
    """A face that is read in half of the time: most of it went into its two tables of a number for
    each glyph, read one by one, and into looking for garbage among what was read."""

    def __init__(self, path: str) -> None:
        # Else every subset of every letter copies the 15 MB of outlines it takes a few KB from.
        self.get_table: Callable[[str], bytes] = cache(super().get_table)
        super().__init__(path)

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - ReportLab's names
        collecting = gc.isenabled()
        gc.disable()
        try:
            super().extractInfo(charInfo)
            # A list for each glyph, which nobody asks for again.
            self.glyphToChar: dict[int, list[int]] = {}
        except (StopIteration, struct.error) as error:
            raise TTFError(f"{self.filename} ends too early") from error
        finally:
            if collecting:
                gc.enable()

    def seek_table(self, tag: str, offset_in_table: int = 0) -> int:
        if tag in ("hmtx", "loca"):
            table = self.get_table(tag)
            self.read_ushort = _numbers(table, "H").__next__
            self.read_ulong = _numbers(table, "L").__next__
        return int(super().seek_table(tag, offset_in_table))


def _numbers(table: bytes, kind: str) -> Iterator[int]:
    count = len(table) // struct.calcsize(f">{kind}")
    return iter(struct.unpack_from(f">{count}{kind}", table))


class LetterFont(TTFont):  # type: ignore[misc]
    """A face that is one font in a file, however many of its characters that shows.

    ReportLab makes a font of each 255 characters, and tells no reader those beyond U+FFFF right.
    """

    def __init__(self, name: str, path: str) -> None:
        # What ReportLab's own sets, with another face.
        self.fontName, self.face, self.encoding = name, _Face(path), TTEncoding()
        self._subsetter = Subsetter(self.face)
        self._character = lru_cache(_REMEMBERED)(self._find_character)
        self._shown: WeakKeyDictionary[Any, Shown] = WeakKeyDictionary()

    def shown(self, doc: Any) -> Shown:
        """What a file shows of the face: asked for a character's code, it is going to show it."""
        found = self._shown.get(doc)
        if found is None:
            found = self._shown[doc] = Shown(f"F{len(doc.fontMapping) + 1}")
            doc.fontMapping[self.fontName] = f"/{found.name}"
            doc.delayedFonts.append(self)
        return found

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        shown = self._shown.pop(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        fonts[shown.name] = refer(doc, _Ready(self._font(doc, map(self._character, shown))))

    def _font(self, doc: Any, characters: Iterable[_Character]) -> str:
        numbers, widths, texts = zip(*characters, strict=True)
        name = PDFName(f"AAAAAA+{(self.face.name + self.face.subfontNameX).decode()}")
        others = [f"{code} [{w}]" for code, w in enumerate(widths, 1) if w != _SQUARE]
        descriptor = _Ready(self._descriptor(doc, name, (0, *numbers)))
        descendant = _Ready(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity"
            " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            f" /DW {_SQUARE} /W [{' '.join(others)}] /FontDescriptor {refer(doc, descriptor)} >>"
        )
        return (
            f"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H"
            f" /DescendantFonts [{refer(doc, descendant)}]"
            f" /ToUnicode {refer(doc, Stream(_to_unicode(('', *texts))))} >>"
        )

    def _descriptor(self, doc: Any, name: str, numbers: tuple[int, ...]) -> str:
        face, subset = self.face, self._subsetter.subset(numbers)
        file = _Packed(subset.packed, f" /Length1 {len(subset.content)}")
        flags = face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC
        return (
            f"<< /Type /FontDescriptor /FontName {name} /Flags {flags}"
            f" /FontBBox [{fp_str(*face.bbox)}] /ItalicAngle {fp_str(face.italicAngle)}"
            f" /Ascent {fp_str(face.ascent)} /Descent {fp_str(face.descent)}"
            f" /CapHeight {fp_str(face.capHeight)} /StemV {fp_str(face.stemV)}"
            f" /FontFile2 {refer(doc, file)} >>"
        )

    def _find_character(self, character: str) -> _Character:
        code = ord(character)
        number = self.face.charToGlyph.get(code, 0)
        width = fp_str(self.face.getCharWidth(code))
        return _Character(number, width, f"<{character.encode('utf-16-be').hex()}>")


def _to_unicode(texts: tuple[str, ...]) -> bytes:
    """The map from codes to text: UTF-16BE, so that a surrogate pair stands for a character beyond
    U+FFFF (PDF 32000-1, 9.10.3)."""
    ranges = []
    for first in range(0, len(texts), _RANGE):
        # Code 0 is no character.
        last = min(first + _RANGE, len(texts)) - 1
        its = "".join(texts[first : last + 1])
        ranges.append(f"<{max(first, 1):04X}> <{last:04X}> [{its}]")
    return _TO_UNICODE.format(count=len(ranges), ranges="\n".join(ranges)).encode()
