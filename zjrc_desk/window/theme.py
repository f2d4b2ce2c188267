"""Face, colours and sizes of the window, from one folder (resources/theme)."""

from __future__ import annotations

import re
import tempfile
import tomllib
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from zjrc_desk.registry.resources import resource
from zjrc_desk.window.look import Look

#: Chinese faces that are known to be whole, the first that is installed is taken.
_FACES = ("Noto Sans CJK SC", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC")
#: Drawn by the style sheet, which takes colours from no text: each in the colour named here.
_SHEET_ICONS = {"chevron-down": "quiet", "chevron-up": "quiet", "check": "text"}
#: A line of this width stays so at every size.
_THIN = 3
#: What :func:`dress` has dressed.
_DRESSED = "dressed"


class _Worn:
    """What :func:`apply` gave the application last."""

    look = Look()
    styled = False
    sheet = ""
    icons: tempfile.TemporaryDirectory[str] | None = None


@cache
def _file() -> dict[str, dict[str, object]]:
    return tomllib.loads(resource("theme", "theme.toml").read_text("utf-8"))


def worn() -> Look:
    """The look the application has now."""
    return _Worn.look


def colours(theme: str = "") -> dict[str, str]:
    """Colour names to #rrggbb, of the theme worn or of the one that is named."""
    named = _file()[theme or _Worn.look.theme]
    return {name: str(value) for name, value in named.items() if name != "label"}


def label(theme: str) -> str:
    """What the theme is called."""
    return str(_file()[theme]["label"])


def px(length: int) -> int:
    """A length at 100 %, in pixels at the size of text worn."""
    return round(length * _Worn.look.scale / 100)


@cache
def _volunteer() -> dict[str, dict[str, object]]:
    return tomllib.loads(resource("theme", "volunteer.toml").read_text("utf-8"))


def volunteer_colours() -> dict[str, str]:
    """Colour names of the volunteer's screen to #rrggbb."""
    return {name: str(value) for name, value in _volunteer()["colour"].items()}


def volunteer_sizes() -> dict[str, int]:
    """Sizes of the volunteer's screen in pixels."""
    return {name: int(str(value)) for name, value in _volunteer()["size"].items()}


def face() -> str:
    """A face with Chinese characters that is installed; empty where none of the known ones is."""
    installed = set(QFontDatabase.families())
    return next((name for name in _FACES if name in installed), "")


def apply(application: QApplication, look: Look | None = None) -> None:
    """Give the application its look, and each window that is dressed."""
    _Worn.look = look or Look()
    if not _Worn.styled:
        application.setStyle("Fusion")
        _Worn.styled = True
    font = QFont(face() or application.font().family())
    font.setPixelSize(px(int(str(_file()["size"]["text"]))))
    application.setFont(font)
    application.setPalette(_palette())
    _Worn.sheet = _style()
    for window in application.topLevelWidgets():
        if window.property(_DRESSED):
            _put_on(window)


def dress(window: QWidget) -> None:
    """Give a window, and whatever opens out of it, the look, and every look chosen later.

    The style sheet is the window's, not the application's: there Qt works out the style of all that
    a part holds anew each time the part is put into another, which was more than half the time it
    took to build the pages.
    """
    if not window.property(_DRESSED):
        window.setProperty(_DRESSED, True)
        _put_on(window)


def _put_on(window: QWidget) -> None:
    # Taken off and put on, Qt visits each widget twice.  Changed in place, it visits it once more
    # for everything that it lies in: five times as slow with all pages open.
    window.setStyleSheet("")
    window.setStyleSheet(_Worn.sheet)


def _style() -> str:
    text = resource("theme", "window.qss").read_text("utf-8")

    def grown(found: re.Match[str]) -> str:
        length = int(found[1])
        return f"{length if length <= _THIN else px(length)}px"

    return Template(re.sub(r"\b(\d+)px", grown, text)).substitute(colours(), icons=_icons())


def _icons() -> str:
    """A folder with the style sheet's icons in the colours worn."""
    made = tempfile.TemporaryDirectory(prefix="zjrc-look-")
    named = colours()
    for name, colour in _SHEET_ICONS.items():
        drawn = resource("icons", f"{name}.svg").read_text("utf-8")
        drawn = drawn.replace("currentColor", named[colour])
        Path(made.name, f"{name}.svg").write_text(drawn, "utf-8")
    old, _Worn.icons = _Worn.icons, made
    if old is not None:
        old.cleanup()
    return Path(made.name).as_posix()


def _palette() -> QPalette:
    """For what no style sheet reaches: Qt's own dialogs, the calendar, text without a rule."""
    named = colours()
    palette = QPalette()
    role = QPalette.ColorRole
    for where, name in {
        role.Window: "ground",
        role.WindowText: "text",
        role.Base: "card",
        role.AlternateBase: "ground",
        role.Text: "text",
        role.Button: "card",
        role.ButtonText: "text",
        role.BrightText: "accent",
        role.PlaceholderText: "quiet",
        role.Highlight: "chosen",
        role.HighlightedText: "text",
        role.ToolTipBase: "card",
        role.ToolTipText: "text",
        role.Link: "focus",
        role.Accent: "focus",
        role.Mid: "edge",
        role.Dark: "edge",
        role.Light: "card",
        role.Midlight: "line",
        role.Shadow: "line",
    }.items():
        palette.setColor(where, QColor(named[name]))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(named["on_off"]))
    return palette
