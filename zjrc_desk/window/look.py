"""How the window looks on this PC: theme and size of the text.

Kept in the user's own settings of the operating system, not in the store: the sign-in sheet is
read before any store is open, and eyes and screen stay the same when a store is restored.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

THEMES = ("light", "dark", "contrast")
#: Per cent.
SCALES = (100, 140, 180)


@dataclass(frozen=True)
class Look:
    """``theme``: one of :data:`THEMES`; ``scale``: one of :data:`SCALES`, in per cent."""

    theme: str = THEMES[0]
    scale: int = SCALES[0]

    def resized(self, by: int) -> Look:
        """So many sizes larger or smaller, as far as there are any."""
        at = SCALES.index(self.scale) + by
        return Look(self.theme, SCALES[max(0, min(len(SCALES) - 1, at))])


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "zjrc_desk", "look")


def kept() -> Look:
    """The look chosen on this PC; what was not written by this program counts as not chosen."""
    settings = _settings()
    theme, scale = str(settings.value("theme", "")), str(settings.value("scale", ""))
    return Look(
        theme if theme in THEMES else THEMES[0],
        int(scale) if scale in map(str, SCALES) else SCALES[0],
    )


def keep(look: Look) -> None:
    """Remember it on this PC."""
    settings = _settings()
    settings.setValue("theme", look.theme)
    settings.setValue("scale", look.scale)
    settings.sync()


def wear(look: Look) -> None:
    """Show the whole program so, now and at the next start."""
    from zjrc_desk.window import theme

    application = QApplication.instance()
    assert isinstance(application, QApplication), "a window is shown"
    if look != theme.worn():
        theme.apply(application, look)
        keep(look)
