"""What every page of the window has: a title, a place to say something, and the desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.journal import crash, log
from zjrc_desk.window import turns
from zjrc_desk.window.flow import Flow
from zjrc_desk.window.language import bracketed, said, tr
from zjrc_desk.window.marked import BAD, GOOD, WARN, Marked

if TYPE_CHECKING:
    # The sign-in sheet uses this file too, and does not wait for the database to be loaded.
    from zjrc_desk.desk.session import Desk

__all__ = ["BAD", "GOOD", "WARN", "Banner", "Page", "button", "path_words", "practice_words"]
#: Of a name in a path.
_LONG = re.compile(r"[^\s/\\]{40}")
#: In the brackets of either language.
_CODE = re.compile(r"(?:（| \()([A-Z]\d\d)[）)]")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def unforeseen_words() -> str:
    """What is said of an error nobody foresaw."""
    return tr(
        "程序出现意外的错误，这一步没有完成，已输入的内容还在。请再试一次；"
        "若仍不行，请在“设置”里导出诊断包，交给技术支持。（X00）"
    )


def practice_words() -> str:
    """What stands on everything of the practice point."""
    return tr("练习 · 不是真实登记")


def path_words(path: object) -> str:
    """A path to be shown; a long name in it may be broken, or the whole page would be that wide.

    Not for what is copied from the window.
    """
    return _LONG.sub("\\g<0>\u200b", str(path))


class Button(QPushButton):
    """Keeps its key when its text changes (Qt would take it away), and shows it in its tip.

    Enter presses it as Space does.  ``deliberate``: what it does stays done, so that one Enter too
    many at the end of a chain of them must do nothing.
    """

    deliberate = False
    #: What F1 opens where it is not what belongs to the place it stands in.
    help_section = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        # In a dialog Qt has Enter press the one that is meant, which may be another.
        if event.key() not in _ENTER or isinstance(self.window(), QDialog):
            super().keyPressEvent(event)
        elif not (event.isAutoRepeat() or self.deliberate):
            self._press()

    def _press(self) -> None:
        if self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def setToolTip(self, tip: str) -> None:  # noqa: N802 - Qt's name
        keys = self.shortcut().toString()
        super().setToolTip(tip if not keys or keys in tip else tip + bracketed(keys))

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        keys = self.shortcut()
        super().setText(text)
        self.setShortcut(keys)


def button(
    text: str,
    act: Callable[[], object],
    tip: str = "",
    *,
    primary: bool = False,
    deliberate: bool = False,
) -> Button:
    """A button with its name for screen readers; ``deliberate`` as in :class:`Button`."""
    made = Button(text)
    made.setAccessibleName(text)
    made.deliberate = deliberate
    made.setToolTip(tr("{tip}；请按空格键").format(tip=tip or text) if deliberate else tip or text)
    if primary:
        made.setObjectName("primary")
    made.clicked.connect(lambda _checked=False: act())
    return made


def line_after(top: QWidget, line: QWidget | None) -> QLineEdit | None:
    """Where Enter goes from a line of ``top``: the next one; none from the last."""
    lines = [one for one in top.findChildren(QLineEdit) if one.isVisibleTo(top)]
    if line not in lines[:-1]:
        return None
    return lines[lines.index(line) + 1]


class Banner(Marked):
    """One sentence on what happened and what to do; stays until the next.

    The code of an error is a link to what the guide says about it, for mouse and keyboard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """``parent``: where something is said before it is laid out; without one it would be a
        window of its own for a moment."""
        super().__init__(parent=parent)
        self._said = ""
        self.setObjectName("banner")
        self.linkActivated.connect(self._explain)
        self.hide()

    def text(self) -> str:
        """What is said, without the link's marks."""
        return self._said

    def say(self, text: str, mood: str = GOOD) -> None:
        """Show it; an empty text takes it away."""
        self._said = text
        self.setAccessibleName(text)
        self.set_mood(mood)
        self._show()
        self.setVisible(bool(text))

    def _show(self) -> None:
        linked = _CODE.search(self._said) is not None
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if linked:
            # By keyboard it takes the focus, which is of use only where there is a link.
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextFormat(Qt.TextFormat.RichText if linked else Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(flags)
        colour = self.palette().windowText().color().name()
        if not linked:
            self.setText(self._said)
            return
        # Not before something went wrong: the sign-in sheet starts without it.
        import html

        marked = html.escape(self._said).replace("\n", "<br>")
        how = self.tr("怎么办")
        link = bracketed(rf'<a style="color:{colour}" href="\1">\1 {how}</a>')
        self.setText(_CODE.sub(link, marked))

    def _explain(self, code: str) -> None:
        from zjrc_desk.window.help_window import open_help

        open_help(self.window(), code=code)


class Page(QWidget):
    """A page of the window at a desk.  ``changed``: something was recorded.

    ``help_section``: what F1 opens of the guide, a section or one of its places
    (``resources/guide``).
    """

    changed = Signal()
    help_section = ""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 18, 24, 18)
        self.body.setSpacing(12)
        self.title = QLabel(title)
        self.title.setObjectName("title")
        # Of a registration: long in English at the largest text.
        self.title.setWordWrap(True)
        self.banner = Banner()
        self.body.addWidget(self.title)
        self.body.addWidget(self.banner)

    def refresh(self) -> None:
        """Show what is recorded now."""

    def later(self) -> list[Callable[[], None]]:
        """What of it can be made while nobody waits for it, piece by piece."""
        return []

    def left(self) -> bool:
        """As :meth:`leave`; where an error comes in between that nobody foresaw, it is told, and
        the page is one that can't be kept: the lock must cover the screen in any case."""
        try:
            return self.leave()
        except Exception as error:  # noqa: BLE001 - told as any that nobody foresaw
            crash(error, page=type(self).__name__)
            self.banner.say(unforeseen_words(), BAD)
            return False

    def leave(self) -> bool:
        """Called before another page is shown, the window is locked or closed.

        Returns whether everything that was typed is kept; otherwise the page must stay.
        """
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What it needs at least: lists may shrink before the page has to be scrolled."""
        return self.body.minimumHeightForWidth(width)

    def row(self, *widgets: QWidget) -> Flow:
        """Widgets side by side, added to the page."""
        layout = Flow()
        for widget in widgets:
            layout.addWidget(widget)
        self.body.addLayout(layout)
        return layout

    def refuse(self, error: ZjrcError) -> None:
        """Say what went wrong and what to do."""
        log.warning("%s", error)
        self.banner.say(said(error), BAD)

    @contextmanager
    def acting(self, done: str = "") -> Iterator[None]:
        """An act of the person: says ``done`` at the end, or what went wrong and what to do."""
        self.banner.say("")
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            with turns.first():
                yield
        except ZjrcError as error:
            self.refuse(error)
        except OSError as error:
            crash(error)
            self.banner.say(
                self.tr("读写文件时出错。请检查 U 盘或文件夹是否还在、能否写入，再试一次。（D07）"),
                BAD,
            )
        else:
            if done:
                self.banner.say(done)
            if warning := self.desk.take_clock_warning():
                self.banner.say(tr(warning), WARN)
        finally:
            QApplication.restoreOverrideCursor()
