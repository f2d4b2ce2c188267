"""Gathers every Chinese text of the sources into the catalogue that is translated.

``make translations`` brings ``resources/translations/zjrc_desk_en.ts`` up to date: translations
that are there stay, new texts come in as unfinished, texts that are gone go.  A text is a theme's
name and any Chinese literal but docstrings, so that what the rooms below say is found as well as
what stands in ``tr()``; an f-string becomes a template with ``{1}``, ``{2}`` … for its values
(see :mod:`zjrc_desk.window.catalogue`).
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from zjrc_desk.registry.resources import resource, resource_root
from zjrc_desk.window.catalogue import read

_PACKAGE = Path(__file__).resolve().parent.parent
#: In the order of the catalogue's contexts, which are there for the translator only.
ROOMS = ("window", "registry", "desk", "batches", "store", "letters")
#: Texts that the window does not show as its own: what stands on papers and around the volunteer's
#: screen, in exported files, characters and places, titles and sources of rules (docs/rules.md).
_NOT_SHOWN = frozenset(
    {
        "window/catalogue.py",
        "window/gather_texts.py",
        "window/rehearsal.py",
        "window/volunteer_screen.py",
        "registry/regions.py",
        "registry/rules/__init__.py",
        "registry/rules/__main__.py",
        "desk/list_row.py",
        "desk/monthly_workbook.py",
        "desk/paper_subjects.py",
        "desk/read_over.py",
        "desk/write_workbook.py",
        "store/pinyin.py",
    }
)
#: Of these rooms only what their errors say is shown; the rest is written on paper.
_ERRORS_ONLY = ("letters",)
#: What is said to the program, not to a person: patterns, endings, other spellings, columns' notes.
_TAKEN_APART = frozenset({"compile", "fullmatch", "match", "removesuffix", "search", "sub"})
_SPELLINGS = frozenset(
    {"_FIRST", "_LAST", "_LEFT_BY_QT", "_OF_A_WITNESS", "_README", "_SYNONYMS", "_WITNESSES"}
)
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_ANY_CHINESE = re.compile("[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")


def catalogue_path() -> Path:
    """The English catalogue of this checkout or installation."""
    return resource_root() / "translations" / "zjrc_desk_en.ts"


def texts() -> dict[str, list[str]]:
    """Every text to be translated, by the room in which it occurs first, in the sources' order."""
    themes = tomllib.loads(resource("theme", "theme.toml").read_text("utf-8"))
    found = {"theme": [one["label"] for one in themes.values() if "label" in one]}
    seen = set(found["theme"])
    for room in ROOMS:
        fresh: list[str] = []
        for path in sorted((_PACKAGE / room).rglob("*.py")):
            name = path.relative_to(_PACKAGE).as_posix()
            if name in _NOT_SHOWN or "migrations" in path.parts:
                continue
            for text in _of_source(path.read_text(encoding="utf-8"), room):
                if text not in seen:
                    seen.add(text)
                    fresh.append(text)
        found[room] = fresh
    return found


def _of_source(source: str, room: str) -> Iterator[str]:
    chinese = _ANY_CHINESE if room == "window" else _CHINESE
    tree = ast.parse(source)
    roots: list[ast.AST] = [tree]
    if room in _ERRORS_ONLY:
        roots = [node for node in ast.walk(tree) if _is_error(node)]
    for root in roots:
        for text in _literals(root):
            # What is set between values only is no text.
            if (_CHINESE if text.startswith("{1") else chinese).search(text):
                yield text


def _is_error(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id.endswith("Error")
    )


def _literals(node: ast.AST) -> Iterator[str]:
    """The literals below a node that are said to a person; what stands alone is a docstring."""
    if isinstance(node, ast.JoinedStr):
        yield _template(node)
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _literals(part.value)
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    for child in _said_in(node):
        yield from _literals(child)


def _said_in(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.keyword(arg="description"):
            return
        case ast.Assign(targets=[ast.Name(id=name)]) if name in _SPELLINGS:
            return
        case ast.Call(func=ast.Attribute(attr=name)) if name in _TAKEN_APART:
            return
        case ast.Call(func=ast.Attribute(attr="split", value=ast.Constant(value=str(words)))):
            yield from (ast.Constant(value=word) for word in words.split())
        case ast.Call(func=ast.Attribute(attr="join", value=ast.Constant())):
            yield from node.args
        case ast.Call(func=ast.Name(id="Vocabulary"), args=[labels, *_]):
            yield labels
        case _:
            yield from ast.iter_child_nodes(node)


def _template(node: ast.JoinedStr) -> str:
    """An f-string with its values numbered."""
    number = 0
    parts = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            number += 1
            # A number is told from a text beside it: f"见证人{number:d}{name}".
            kind = ":d" if isinstance(part, ast.FormattedValue) and _is_number(part) else ""
            parts.append(f"{{{number}{kind}}}")
    return "".join(parts)


def _is_number(value: ast.FormattedValue) -> bool:
    spec = value.format_spec
    return isinstance(spec, ast.JoinedStr) and ast.unparse(spec) == "f'd'"


def write(path: Path, known: dict[str, str]) -> int:
    """Write the catalogue; returns how many texts have no translation yet."""
    root = ElementTree.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    unfinished = 0
    for room, ones in texts().items():
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = room
        for text in ones:
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = text
            translation = ElementTree.SubElement(message, "translation")
            translation.text = known.get(text)
            if translation.text is None:
                translation.set("type", "unfinished")
                unfinished += 1
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")
    return unfinished


if __name__ == "__main__":
    where = catalogue_path()
    print(f"{write(where, read(where))} texts are not translated yet: {where}")
