"""The window's language: Chinese as in the sources, or English by the catalogue.

Kept for each PC, as the look is.  Papers, records and the volunteer's screen are Chinese whatever
is chosen, and what was typed stays as typed (decision 0027).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.resources import resource

CHINESE, ENGLISH = "zh_CN", "en"
#: Each language by its own name, for whoever can't read the other.
LANGUAGES = {CHINESE: "中文", ENGLISH: "English"}
#: Shown to the volunteer, who agrees to the Chinese text that is printed and signed.
_ALWAYS_CHINESE = frozenset({"volunteer"})
#: What Qt's own Chinese lacks.
_LEFT_BY_QT = {
    "&Look in:": "查找范围(&L)：",
    "Files of &type:": "文件类型(&T)：",
    "Drive": "驱动器",
    "Folder": "文件夹",
    "Page &Set:": "页面范围(&S)：",
}
_spoken = _wanted = CHINESE
_installed: list[QTranslator] = []


class Said(Protocol):
    """What a rule or an error says, in Chinese."""

    @property
    def message(self) -> str: ...

    @property
    def remedy(self) -> str: ...


def tr(text: str) -> str:
    """A text in the window's language: one of the window's own, a value's label, a sentence of a
    room below.  What is in no catalogue comes back as it is."""
    return QCoreApplication.translate("", text)


def said(what: Said) -> str:
    """What happened and what to do, of an error with its code at the end."""
    text = joined((tr(what.message), tr(what.remedy)))
    if isinstance(what, ZjrcError):
        text += bracketed(what.code)
    return text


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other, as the language sets them."""
    return ("" if current() == CHINESE else " ").join(filter(None, sentences))


def listed(words: Iterable[str]) -> str:
    """Words of one kind in a row."""
    return tr("、").join(words)


def bracketed(text: str) -> str:
    """A text in the brackets of the language."""
    return tr("（{text}）").format(text=text)


def labelled(label: str, text: str) -> str:
    """A text with what it is before it."""
    return tr("{label}：{text}").format(label=label, text=text)


class _Translator(QTranslator):
    """Looks a text up whatever class asks for it; None leaves it to others, or as it is."""

    def __init__(self, look_up: Callable[[str], str | None]) -> None:
        super().__init__()
        self._look_up = look_up

    def translate(
        self, context: str, text: str, _comment: str | None = None, _n: int = -1
    ) -> str | None:
        return None if context in _ALWAYS_CHINESE else self._look_up(text)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "zjrc_desk", "language")


def kept() -> str:
    """The language chosen on this PC; Chinese until one is."""
    found = str(_settings().value("language", CHINESE))
    return found if found in LANGUAGES else CHINESE


def choose(language: str) -> None:
    """Remember it on this PC; it is spoken from the next sign-in sheet on."""
    global _wanted  # one application speaks one language
    _wanted = language
    settings = _settings()
    settings.setValue("language", language)
    settings.sync()


def wanted() -> str:
    """The language that was chosen last."""
    return _wanted


def speak_as_wanted() -> None:
    """The choice takes effect: what is made from now on speaks it."""
    if _wanted != _spoken:
        speak(_wanted)


def current() -> str:
    """The language that is spoken now."""
    return _spoken


def other() -> str:
    """The one that is not spoken now."""
    return CHINESE if _spoken == ENGLISH else ENGLISH


def speak(language: str) -> None:
    """What is made from now on speaks it, Qt's own dialogs too."""
    global _spoken, _wanted
    _spoken = _wanted = language
    for one in _installed:
        QCoreApplication.removeTranslator(one)
    _installed.clear()
    if language == ENGLISH:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        # Whoever works in Chinese does not wait for it.
        from zjrc_desk.window.catalogue import Catalogue, read

        path = resource("translations", "zjrc_desk_en.ts")
        _install(_Translator(Catalogue(read(path)).translation))
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    _install(_Translator(_LEFT_BY_QT.get))
    of_qt = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load("qtbase_zh_CN", folder):
        _install(of_qt)


def _install(translator: QTranslator) -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
