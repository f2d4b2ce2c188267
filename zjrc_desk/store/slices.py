"""A column of texts turned on its side, so that all of them are compared at once.

For each position of a text and each bit of the character there, one integer holds that bit of
every row: bit n of the integer belongs to row n.  Which rows have a ``3`` at position 5 is then
the AND of seven integers, 25 KB each for 200,000 rows, and the answer is an integer again: a set
of rows.  Such sets are joined by ``|``, met by ``&`` and counted by ``bit_count``.
"""

from __future__ import annotations

from collections.abc import Mapping

_BLANK = " "
#: For each bit of a byte: every byte to the digit ``0`` or ``1`` of that bit.
_DIGITS = [bytes(0x30 + (byte >> bit & 1) for byte in range(256)) for bit in range(8)]
#: Sets of rows that are kept because the next keystroke asks for them again.
_REMEMBERED = 512


class Slices:
    """Texts of rows 0, 1, 2 …, at least one: each ``width`` characters of ``texts``.

    They are filled up with spaces; spaces at the end of a text therefore do not count.
    """

    def __init__(self, texts: str, width: int) -> None:
        rows = len(texts) // width
        self._all = (1 << rows) - 1
        self._planes: list[list[int]] = []
        self._at: dict[tuple[int, str], int] = {}
        # Mostly ASCII, one byte of seven bits; otherwise four of eight.
        content, size, bits = texts.encode("utf-32-le"), 4, 8
        if texts.isascii():
            content, size, bits = texts.encode("ascii"), 1, 7
        for position in range(width):
            # Reversed, for an integer's digits begin with its highest bit, that of the last row.
            columns = [content[position * size + n :: width * size][::-1] for n in range(size)]
            self._planes.append([one for column in columns for one in self._split(column, bits)])

    def _split(self, column: bytes, bits: int) -> list[int]:
        if column.count(column[:1]) == len(column):
            byte = column[0]
            return [self._all if byte >> bit & 1 else 0 for bit in range(bits)]
        return [int(column.translate(digits), 2) for digits in _DIGITS[:bits]]

    def replace(self, texts: Mapping[int, str]) -> None:
        """Give rows another text; rows beyond the last are added."""
        self._at.clear()
        self._grow(max(texts, default=-1) + 1, max(map(len, texts.values()), default=0))
        rows = sum(1 << row for row in texts)
        for position, planes in enumerate(self._planes):
            bits = [0] * len(planes)
            for row, text in texts.items():
                code = ord(text[position]) if position < len(text) else ord(_BLANK)
                bits += [0] * (code.bit_length() - len(bits))
                for bit in range(code.bit_length()):
                    bits[bit] |= (code >> bit & 1) << row
            planes += [0] * (len(bits) - len(planes))
            planes[:] = [
                plane ^ (plane & rows) | new for plane, new in zip(planes, bits, strict=True)
            ]

    def _grow(self, rows: int, width: int) -> None:
        everyone = self._all | ((1 << rows) - 1)
        added, self._all = everyone ^ self._all, everyone
        blank = ord(_BLANK).bit_length() - 1
        for planes in self._planes:
            planes[blank] |= added
        while len(self._planes) < width:
            self._planes.append([0] * blank + [everyone])

    def at(self, position: int, character: str) -> int:
        """The rows that have that character at that position (from 0)."""
        if position >= len(self._planes):
            return self._all if character == _BLANK else 0
        known = self._at.get((position, character))
        if known is not None:
            return known
        planes, code = self._planes[position], ord(character)
        rows = 0 if code >> len(planes) else self._all
        for bit, plane in enumerate(planes):
            if not rows:
                break
            rows = rows & plane if code >> bit & 1 else rows ^ (rows & plane)
        if len(self._at) >= _REMEMBERED:
            self._at.clear()
        self._at[position, character] = rows
        return rows

    def not_blank(self) -> int:
        """The rows that have a text."""
        return self._all ^ self.at(0, _BLANK)

    def _here(self, text: str, start: int) -> int:
        """The rows that have ``text`` from position ``start`` on, large letters being small."""
        rows = self._all
        for position, character in enumerate(text, start):
            found = 0
            for form in {character, character.lower(), character.upper()}:
                if len(form) == 1:
                    found |= self.at(position, form)
            rows &= found
            if not rows:
                break
        return rows

    def starting(self, text: str) -> int:
        """The rows whose text begins with ``text``, large and small letters being the same."""
        return self._here(text, 0)

    def containing(self, text: str) -> int:
        """The rows that have ``text`` anywhere, large and small letters being the same."""
        rows = 0
        for start in range(len(self._planes) - len(text) + 1):
            rows |= self._here(text, start)
        return rows

    def equal(self, text: str) -> int:
        """The rows whose text is exactly that."""
        rows = self._all
        for position in range(max(len(text), len(self._planes))):
            rows &= self.at(position, text[position : position + 1] or _BLANK)
        return rows

    def before(self, text: str) -> int:
        """The rows whose text sorts before ``text``, by code points."""
        less, same = 0, self._all
        for position, planes in enumerate(self._planes):
            code = ord(text[position : position + 1] or _BLANK)
            for bit in reversed(range(max(code.bit_length(), len(planes)))):
                ones = same & planes[bit] if bit < len(planes) else 0
                if code >> bit & 1:
                    less |= same ^ ones
                    same = ones
                else:
                    same ^= ones
        return less | same if len(text) > len(self._planes) else less
