"""The volunteer's screen: the wish in very large type, page by page, to be read and found right."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from zjrc_desk.desk.read_over import Shown
from zjrc_desk.window import theme
from zjrc_desk.window.page import Button, button
from zjrc_desk.window.voice import Voice, find_voice
from zjrc_desk.window.volunteer_text import Pages, sheets, tr

#: So many lines of text on a screen, about.
_LINES = 24
_STEP = 4
_STYLE = Template("""
#volunteer, #volunteer QWidget { background: $ground; color: $text; font-size: ${small}px; }
#volunteer QPushButton { border: 3px solid $text; border-radius: 12px; padding: 4px 28px;
  background: $ground; color: $text; min-height: ${inner}px; }
#volunteer QPushButton:focus { border: 6px solid $text; text-decoration: underline; }
#volunteer QPushButton#agree { background: $agree; color: $on_agree; border-color: $agree;
  font-weight: 600; }
#volunteer QPushButton#agree:focus { border: 6px solid $focus; }
#volunteer QPushButton:disabled, #volunteer QPushButton#agree:disabled { background: $off;
  color: $label; border: 3px solid $off; font-weight: 400; }
#volunteer QPushButton#plain { min-height: 40px; padding: 2px 20px; border-width: 2px; }
#volunteer QPushButton#plain:focus { border-width: 4px; }
""")


class _View(QWidget):
    """One page of a document.  ``resized``: it has to be divided anew."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pages: Pages | None = None
        self.number = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self.pages is None:
            return
        painter = QPainter(self)
        self.pages.draw(painter, self.number)
        painter.end()


class VolunteerScreen(QWidget):
    """A window of its own, over a whole screen.

    ``agreed``: the volunteer has seen every page and found it right; ``unhappy``: the step and the
    title of what they want changed; ``closed``: back to the staff.
    """

    help_section = "volunteer"

    agreed = Signal()
    unhappy = Signal(int, str)
    closed = Signal()

    def __init__(self, shown: Shown, parent: QWidget | None = None, *, mark: str = "") -> None:
        """``mark`` stands above every page."""
        super().__init__(parent, Qt.WindowType.Window)
        self.mark = QLabel(mark)
        self.setObjectName("volunteer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("请志愿者核对"))
        self.setAccessibleName(self.windowTitle())
        self.shown = shown
        self._seen: set[int] = set()
        self._text_size = 0
        self.view = _View()
        self.view.resized.connect(self._divide)
        self.voice: Voice | None = None
        self._build()
        self.set_voice(find_voice(self))
        self._shortcuts()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        sizes = theme.volunteer_sizes()
        self.setStyleSheet(
            _STYLE.substitute(
                theme.volunteer_colours(), small=sizes["smallest"], inner=sizes["button"] - 14
            )
        )
        self.place = QLabel()
        top = QHBoxLayout()
        top.addWidget(self.place)
        top.addStretch(1)
        top.addWidget(self.mark)
        top.addStretch(1)
        self.aloud = self._plain(tr("朗读"), self._read, "F5")
        self.smaller = self._plain(tr("字小一点"), lambda: self._resize(-_STEP), "Ctrl+-")
        self.larger = self._plain(tr("字大一点"), lambda: self._resize(_STEP), "Ctrl++")
        self.away = self._plain(tr("返回"), self.close, "Esc")
        for one in (self.aloud, self.smaller, self.larger, self.away):
            top.addWidget(one)
        self.back = self._large(tr("上一页"), lambda: self.turn(-1), "PageUp")
        self.next = self._large(tr("下一页"), lambda: self.turn(1), "PageDown")
        self.change = self._large(tr("我想修改"), self._change, "")
        self.agree = self._large(tr("同意"), self.agreed.emit, "")
        self.agree.setObjectName("agree")
        for said in (self.change, self.agree):
            # The keyboard comes here from 下一页 on the last page: turning pages by Enter says
            # neither.
            said.deliberate = True
            said.setToolTip(tr("请按空格键"))
        foot = QHBoxLayout()
        foot.setSpacing(20)
        for large in (self.back, self.next):
            foot.addWidget(large)
        foot.addStretch(1)
        for large in (self.change, self.agree):
            foot.addWidget(large)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 20, 48, 28)
        layout.setSpacing(18)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.next)

    def set_voice(self, voice: Voice | None) -> None:
        """Whose voice reads aloud; without one there is no button for it."""
        self.voice = voice
        self.aloud.setVisible(voice is not None)
        if voice is not None:
            voice.changed.connect(self._show_voice)

    def _plain(self, text: str, act: Callable[[], object], keys: str) -> QPushButton:
        made = button(text, act, keys)
        made.setObjectName("plain")
        return made

    def _large(self, text: str, act: Callable[[], object], keys: str) -> Button:
        made = button(text, act, keys)
        made.setMinimumHeight(theme.volunteer_sizes()["button"])
        made.setMinimumWidth(150)
        return made

    def _shortcuts(self) -> None:
        """Taken before a button with the keyboard would go to its neighbour by an arrow."""
        for keys, act in (
            (("Right", "Down", "PgDown"), lambda: self.turn(1)),
            (("Left", "Up", "PgUp"), lambda: self.turn(-1)),
            (("Home",), lambda: self.show_page(0)),
            (("End",), lambda: self.show_page(self.count() - 1)),
            (("Ctrl++", "Ctrl+="), lambda: self._resize(_STEP)),
            (("Ctrl+-",), lambda: self._resize(-_STEP)),
            (("F5",), self._read),
            (("Esc",), self.close),
        ):
            for one in keys:
                QShortcut(QKeySequence(one), self, activated=act)  # type: ignore[call-overload]

    # -- pages -----------------------------------------------------------------------------------

    def show_content(self, shown: Shown) -> None:
        """Show it as it is now; where it changed, it has to be seen again."""
        if shown != self.shown:
            self.shown = shown
            self._seen.clear()
            self._divide()

    def _divide(self) -> None:
        """Into pages of this size; everything has to be seen in it."""
        sizes = theme.volunteer_sizes()
        if not self._text_size:
            self._text_size = max(sizes["smallest"], self.height() // _LINES)
        size = QSizeF(self.view.width(), self.view.height())
        if size.height() < 2 * self._text_size or size.width() < 4 * self._text_size:
            return
        self.view.pages = Pages(sheets(self.shown), self._text_size, size)
        self._seen.clear()
        self.show_page(min(self.view.number, self.count() - 1))

    def _resize(self, by: int) -> None:
        sizes = theme.volunteer_sizes()
        self._text_size = max(sizes["smallest"], min(sizes["largest"], self._text_size + by))
        self._divide()

    def count(self) -> int:
        """How many pages there are."""
        return self.view.pages.count() if self.view.pages else 0

    def turn(self, by: int) -> None:
        """On by so many pages, as far as there are."""
        self.show_page(max(0, min(self.count() - 1, self.view.number + by)))

    def show_page(self, number: int) -> None:
        """Turn to a page, from 0."""
        if self.view.pages is None:
            return
        self.stop_reading()
        self.view.number = number
        self._seen.add(number)
        text = self.view.pages.text(number)
        self.view.setAccessibleName(text)
        self.view.update()
        last = self.count() - 1
        self.place.setText(tr("第 {n} 页，共 {m} 页").format(n=number + 1, m=self.count()))
        self.back.setEnabled(number > 0)
        self.next.setEnabled(number < last)
        whole = len(self._seen) == self.count()
        self.agree.setEnabled(whole)
        self.agree.setText(tr("同意") if whole else tr("请先看完"))
        self.agree.setAccessibleName(self.agree.text())

    def text(self) -> str:
        """What stands on the page."""
        return self.view.pages.text(self.view.number) if self.view.pages else ""

    # -- acts ------------------------------------------------------------------------------------

    def _change(self) -> None:
        if self.view.pages is not None:
            sheet = self.view.pages.sheet(self.view.number)
            self.unhappy.emit(sheet.step, sheet.title)

    def _read(self) -> None:
        if self.voice is None:
            return
        if self.voice.reads():
            self.voice.stop()
        else:
            self.voice.read(self.text())

    def stop_reading(self) -> None:
        """Another page, or another window, has the word."""
        if self.voice is not None:
            self.voice.stop()

    def _show_voice(self) -> None:
        assert self.voice is not None, "who can't read aloud does not change"
        self.aloud.setText(tr("停止朗读") if self.voice.reads() else tr("朗读"))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        self.stop_reading()
        super().closeEvent(event)
        self.closed.emit()
