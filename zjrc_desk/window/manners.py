"""Manners of every window: keys that are shown, words for screen readers, and an Esc that spares.

Called by the main window for whatever is shown in the program, so that no page has to think of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from shiboken6 import createdByPython

from zjrc_desk.window import theme
from zjrc_desk.window.page import Page

#: Where more than 26 buttons stand on a page, the last of them take the others.
_PREFIXES = ("Alt", "Alt+Shift", "Ctrl+Alt")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#: The first character of each initial in GB 2312, level 1.
_INITIALS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_FIRST = [c.encode("gb2312") for c in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"]
_LAST = "座".encode("gb2312")
#: A key that a tip or a text names.
KEY = re.compile(r"\b(Ctrl|Alt|Shift)\+.|\bF\d|\bEsc\b|\bEnter\b|\bPage(Up|Down)\b")
_MNEMONIC = re.compile(r"&(\w)")
#: Of a dialog, at 100 %; and what of the screen it may fill.
_LEAST_WIDTH, _STEP, _MOST = 640, 80, 0.95


def introduce(widget: QWidget) -> None:
    """Something is shown: give what it belongs to its keys and words; make a dialog fit."""
    if _is_qts_own(widget):
        return
    if isinstance(widget, QDialog):
        give_keys(widget)
        _fit(widget)
    elif isinstance(widget, QPushButton) and not _has_key(widget):
        give_keys(_root(widget))
    describe(widget)


def _is_qts_own(widget: QWidget) -> bool:
    """Whether it is in a dialog that Qt made, such as the one for files: those have their keys and
    names.  Python knows such a dialog only while it is looked at, and what it knows of the buttons
    goes with it, in the middle of an event: that ended the program."""
    window = widget.window()
    return isinstance(window, QDialog) and not createdByPython(window)


def _root(widget: QWidget) -> QWidget:
    """The page or window whose keys must not be the same twice."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, Page) and not at.isWindow():
        at = at.parentWidget()
    return at or widget.window()


# -- keys ----------------------------------------------------------------------------------------


def give_keys(root: QWidget) -> None:
    """Alt and a letter for each button that has no key yet: of its pinyin, else any that is free.
    The button shows it in its tip.

    Hidden buttons get theirs as well, so that a key stays the same whatever is shown.
    """
    taken = set(_taken(root))
    for one in root.findChildren(QPushButton):
        if _has_key(one):
            continue
        wanted = [*_initials(one.text()), *_LETTERS]
        offered = [f"{prefix}+{letter}" for prefix in _PREFIXES for letter in wanted]
        keys = next((keys for keys in offered if keys not in taken), "")
        if keys:
            taken.add(keys)
            one.setShortcut(QKeySequence(keys))
            one.setToolTip(one.toolTip() or one.text())


def _has_key(button: QPushButton) -> bool:
    return bool(
        not button.shortcut().isEmpty() or KEY.search(button.toolTip()) or "&" in button.text()
    )


def _initials(text: str) -> Iterator[str]:
    """The pinyin initials of common characters: GB 2312 has them in the order of their pinyin.

    A dictionary of pinyin would know all, and take half a second before the first page is shown.
    """
    for character in text:
        code = character.encode("gb2312", "replace")
        if character.isascii() and character.upper() in _LETTERS:
            yield character.upper()
        elif _FIRST[0] <= code <= _LAST:
            yield _INITIALS[bisect_right(_FIRST, code) - 1]


def _taken(root: QWidget) -> Iterator[str]:
    for one in root.findChildren(QLabel):
        yield from (f"Alt+{found.upper()}" for found in _MNEMONIC.findall(one.text()))
    for button in root.findChildren(QAbstractButton):
        yield from (f"Alt+{found.upper()}" for found in _MNEMONIC.findall(button.text()))
        yield button.shortcut().toString()


# -- wheel ---------------------------------------------------------------------------------------


def scrolls_past(watched: QObject, event: QEvent) -> bool:
    """A box that is scrolled over keeps its choice, and the page below scrolls: 同意 must not
    become 不同意 by a turn of the wheel.  An open list is a window of its own and scrolls.

    Returns whether the event must not reach ``watched``; it goes on to what is below.
    """
    boxes = QComboBox | QAbstractSpinBox
    if event.type() != QEvent.Type.Wheel or not (
        isinstance(watched, boxes) or isinstance(watched.parent(), boxes)
    ):
        return False
    if isinstance(watched, QWidget) and watched.isWindow():
        return False
    event.ignore()
    return True


# -- words ---------------------------------------------------------------------------------------


def describe(one: QWidget) -> None:
    """What a control is for, where it does not say so itself: read out after its name."""
    words = _words(one)
    if words and not one.accessibleDescription():
        one.setAccessibleDescription(words)
    if isinstance(one, QTabBar) and not one.accessibleName():
        parent = one.parentWidget()
        one.setAccessibleName((parent.accessibleName() if parent else "") or one.tr("分页"))
    elif isinstance(one, QAbstractButton) and not one.accessibleName():
        one.setAccessibleName(one.text().replace("&", ""))


def _words(one: QWidget) -> str:
    if isinstance(one, QCheckBox):
        return one.toolTip() or one.tr("按空格键勾选或取消")
    if isinstance(one, QRadioButton):
        return one.toolTip() or one.tr("按空格键选择")
    if isinstance(one, QAbstractButton):
        return one.toolTip() or one.text()
    if isinstance(one, QTextBrowser):
        return one.tr("用上下键滚动，按 Tab 到下一个链接")
    if isinstance(one, QTabBar):
        return one.tr("用左右键换页")
    if isinstance(one, QAbstractItemView):
        return one.toolTip() or one.tr("用上下键选择，按 Enter 打开")
    if isinstance(one, QComboBox):
        return one.toolTip() or one.tr("用上下键选择")
    if isinstance(one, QSpinBox):
        return one.toolTip() or one.tr("输入数字，或用上下键改变")
    if isinstance(one, QLineEdit | QPlainTextEdit):
        return one.placeholderText() or one.toolTip() or one.tr("在这里输入")
    return ""


# -- dialogs -------------------------------------------------------------------------------------


def _fit(dialog: QDialog) -> None:
    """As wide as the letters ask for and as high as that takes; Qt would cut it at two thirds of
    the screen's height."""
    layout = dialog.layout()
    if layout is None or dialog.property("fitted") or dialog.minimumWidth() == 0:
        return
    dialog.setProperty("fitted", True)
    parent = dialog.parentWidget()
    beside = parent.window().size() if parent else QSize()
    room = dialog.screen().availableSize().expandedTo(beside) * _MOST
    layout.activate()
    least = layout.minimumSize().width()
    width = max(min(max(theme.px(_LEAST_WIDTH), dialog.width()), room.width()), least)
    high = _high(layout, width)
    while high > room.height() and width < room.width():
        width = min(room.width(), width + theme.px(_STEP))
        high = _high(layout, width)
    dialog.resize(width, max(dialog.height(), high))


def _high(layout: QLayout, width: int) -> int:
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0


def spares(dialog: QDialog) -> bool:
    """Esc in a dialog with something typed goes to the button that gives it up, and no further.

    Returns whether anything was spared; then Esc must not close the dialog.
    """
    if not _typed(dialog):
        return False
    ways_out = [one for one in dialog.findChildren(QPushButton) if _gives_up(one)]
    if ways_out:
        ways_out[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
    return bool(ways_out)


def _gives_up(button: QPushButton) -> bool:
    box = button.parentWidget()
    if isinstance(box, QDialogButtonBox):
        return box.buttonRole(button) == QDialogButtonBox.ButtonRole.RejectRole
    return button.isVisible() and "Esc" in button.toolTip()


def _typed(dialog: QDialog) -> bool:
    lines = any(
        one.isModified() and bool(one.text()) and not one.isReadOnly()
        for one in dialog.findChildren(QLineEdit)
    )
    return lines or any(
        one.document().isModified() and bool(one.toPlainText())
        for one in dialog.findChildren(QPlainTextEdit)
    )


def asks_to_lock(event: QKeyEvent) -> bool:
    """Ctrl+L, in whatever small window; a shortcut of the main window would not be heard there."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.type() == QEvent.Type.KeyPress and control and event.key() == Qt.Key.Key_L


def asks_for_help(event: QKeyEvent) -> bool:
    """F1, likewise."""
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F1


def is_spared(watched: QObject, event: QEvent) -> bool:
    """Esc loses nothing that was typed into a small window."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() == Qt.Key.Key_Escape
        and isinstance(watched, QWidget)
        and isinstance(window := watched.window(), QDialog)
        and spares(window)
    )
