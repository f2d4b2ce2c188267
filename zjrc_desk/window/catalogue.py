"""The catalogue of translations: Chinese text -> English text, and templates with values in them.

A text is looked up by what it says, wherever it comes from: a label of the window, a value's label,
a rule's or an error's sentence that a room below made.  The rooms below know nothing of languages;
of their formatted sentences the catalogue has the template (``“{1}”不是日期。``), and the values
are read out of the Chinese sentence.  A value that is itself a text of the catalogue (a state, a
field's name) is translated, any other stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

#: A template without words of its own would be found in anything.
_WORDS = re.compile("[\u3400-\u9fff]")
_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")


def read(path: Path) -> dict[str, str]:
    """The finished translations of a Qt ``.ts`` file, which is part of the program."""
    known = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.get("type") != "unfinished":
            known[message.findtext("source", "")] = translation.text or ""
    return known


def places(text: str) -> list[str]:
    """The names of a template's values, in their order."""
    return [match[1] for match in _PLACE.finditer(text)]


class _Template(NamedTuple):
    """A text with places for values, and what stands between these."""

    text: str
    parts: Sequence[str]


class Catalogue:
    """Translations of exact texts and, where a text is none of these, of templates."""

    def __init__(self, known: dict[str, str]) -> None:
        self._known = known
        self._sorted: list[_Template] | None = None
        self._made: dict[str, str | None] = {}

    def translation(self, text: str) -> str | None:
        """The translation; None where there is none, as for everything a person typed."""
        if text in self._known or text.isascii():
            return self._known.get(text)
        if text not in self._made:
            self._made[text] = (
                self._by_parts(text, "。", " ")
                or self._by_parts(text, "、", ", ")
                or self._by_parts(text, "或", " or ")
                or self._by_template(text)
            )
        return self._made[text]

    def _by_parts(self, text: str, mark: str, ours: str) -> str | None:
        """What happened and what to do, set together; labels in a row."""
        for found in re.finditer(mark, text[:-1]):
            end = found.end() if mark == "。" else found.start()
            before, after = text[:end], text[found.end() :].strip()
            first = before if before.isascii() else self.translation(before)
            if first is not None:
                second = after if after.isascii() else self.translation(after)
                if second is not None:
                    return first.rstrip() + ours + second
        return None

    def _by_template(self, text: str) -> str | None:
        for template in self._templates():
            # Most are told from the text without their pattern, which takes long to make.
            if all(part in text for part in template.parts):
                match = _pattern(template.text).fullmatch(text)
                if match is not None:
                    return _filled(
                        self._known[template.text],
                        {name[1:]: self._value(value) for name, value in match.groupdict().items()},
                    )
        return None

    def _value(self, text: str) -> str:
        translated = self.translation(text)
        return text if translated is None else translated

    def _templates(self) -> Sequence[_Template]:
        """The one with most words of its own first: it says most exactly what a text is."""
        if self._sorted is None:
            found = [_Template(one, _PLACE.split(one)[::3]) for one in self._known if places(one)]
            self._sorted = [one for one in found if _WORDS.search("".join(one.parts))]
            self._sorted.sort(key=lambda one: (-len("".join(one.parts)), -one.text.count(":d")))
        return self._sorted


def _filled(template: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: values[place[1]], template)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = []
    end = 0
    seen: set[str] = set()
    for place in _PLACE.finditer(template):
        name = f"_{place[1]}"
        parts.append(re.escape(template[end : place.start()]))
        what = r"\d+" if place[2] == "d" else ".*?"
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>{what})")
        seen.add(name)
        end = place.end()
    return re.compile("".join([*parts, re.escape(template[end:])]), re.DOTALL)
