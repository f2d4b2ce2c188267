"""Reading aloud, where this computer can: with Qt's speech module and a Chinese voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from zjrc_desk.registry.journal import log

#: Slower than usual: -1 to 1.
_RATE = -0.15


class Voice(QObject):
    """Reads a text at a time.  ``changed``: it began or ended."""

    changed = Signal()

    def __init__(self, engine: Any, speaking: object, parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._speaking = engine, speaking
        engine.setParent(self)
        engine.setRate(_RATE)
        engine.stateChanged.connect(lambda _state: self.changed.emit())

    def reads(self) -> bool:
        """Whether it is reading now."""
        return bool(self._engine.state() == self._speaking)

    def read(self, text: str) -> None:
        """Read it, instead of what is being read."""
        self._engine.stop()
        self._engine.say(text)

    def stop(self) -> None:
        """Be silent."""
        self._engine.stop()


def find_voice(parent: QObject, speaks: Callable[[QLocale], bool] | None = None) -> Voice | None:
    """The first Chinese voice of the system; None without the module, an engine or a voice.

    Qt's speech module is in PySide6-Addons, which is not asked for (docs/decisions/0007).
    """
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return None
    wanted = speaks or (lambda one: one.language() == QLocale.Language.Chinese)
    for name in QTextToSpeech.availableEngines():
        engine = QTextToSpeech(name, parent)
        for locale in engine.availableLocales():
            if wanted(locale):
                engine.setLocale(locale)
                return Voice(engine, QTextToSpeech.State.Speaking, parent)
        log.info("no Chinese voice in speech engine %s", name)
        engine.deleteLater()
    return None
