"""What stands on the volunteer's screen, and how it is divided into pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from zjrc_desk.desk.read_over import Acting, Shown
from zjrc_desk.window import theme

#: Steps of the registration page, from 0, that a sheet is about.
_WISH, _FAMILY, _LETTER = 1, 2, 3
#: Height of a line of text, as a share of its letters.
_LINE = 1.6


def tr(text: str) -> str:
    """The text as the volunteer reads it: Chinese, whatever the window speaks."""
    return QCoreApplication.translate("volunteer", text)


@dataclass(frozen=True)
class Sheet:
    """One subject: (label, text) under a title; ``step`` is where the staff can change it."""

    title: str
    step: int
    lines: Sequence[tuple[str, str]]


def sheets(shown: Shown) -> list[Sheet]:
    """What I give, who acts for me, my letter, what I declare, my rights."""
    nothing = tr("（还没有填写）")
    given = [
        (tr("我是"), shown.name or nothing),
        (tr("我愿意捐献"), shown.items or nothing),
        (tr("用来"), shown.uses or nothing),
        *((tr(label), text) for label, text in shown.wishes),
    ]
    executor = _said(shown.executor) if shown.executor.name else nothing
    acting = [(tr("我走了以后，替我通知省中心的是"), executor)]
    acting += [(tr("我的亲属"), _said(one)) for one in shown.kin if one.name]
    letter = [("", text) for text in shown.letter.splitlines()] or [("", tr("（没有另写家书。）"))]
    declared = [("", f"{number}. {text}") for number, text in enumerate(shown.declared, 1)]
    return [
        Sheet(tr("我捐献什么"), _WISH, given),
        Sheet(tr("谁替我办"), _FAMILY, acting),
        Sheet(tr("我写给家人的话"), _LETTER, letter),
        Sheet(tr("我的声明"), _WISH, declared),
        Sheet(tr("我随时可以改变主意"), _WISH, [("", text) for text in _rights()]),
    ]


def _said(one: Acting) -> str:
    text = f"{one.name}（{one.relation}）" if one.relation else one.name
    return "，".join(part for part in (text, one.opinion, one.phone) if part)


def _rights() -> list[str]:
    # 民法典 1006, 1142; 人体器官捐献和移植条例 (国务院令第 767 号); 个人信息保护法 44-47.
    return [
        tr("捐献是我自愿的，没有报酬，谁也不能强迫我。"),
        tr("今天同意了，以后也随时可以改、可以撤销，不需要说明理由。"),
        tr("有几份不同的意愿书，以最后一份为准。"),
        tr("登记不登记，都不影响我得到的治疗和照顾。"),
        tr("我的信息，我可以查看、更正，也可以要求删除。"),
    ]


@dataclass
class _Page:
    """``lines``: each with the place of its top left corner."""

    sheet: Sheet
    lines: list[tuple[QTextLine, QPointF]] = field(default_factory=list)
    text: str = ""
    used: float = 0


class Pages:
    """The sheets as pages of one size: each begins a page, and no line is cut by a page's end.

    Placed here and not by QTextDocument, which leaves lines out when its page breaks are changed.
    """

    def __init__(self, content: Sequence[Sheet], text_size: int, page: QSizeF) -> None:
        """``text_size`` and ``page`` in pixels."""
        self.text_size = text_size
        self._page = page
        self._colours = theme.volunteer_colours()
        # A line lives as long as its layout.
        self._layouts: list[QTextLayout] = []
        self._pages: list[_Page] = []
        for sheet in content:
            self._pages.append(_Page(sheet))
            self._place(sheet.title, "title", 0, 1.35, 0.5)
            for label, text in sheet.lines:
                before = f"{label}：" if label else ""
                self._place(before + text, "text", len(before), 1.0, 0.6)

    def _place(self, text: str, colour: str, label: int, scale: float, apart: float) -> None:
        """One paragraph, ``label`` characters of it a label; a short one stays on one page."""
        lines = self._lines(text, colour, label, scale)
        height = self._size(scale) * _LINE
        room = self._page.height() - self._pages[-1].used
        if room < len(lines) * height < self._page.height() / 2:
            self._turn()
        for line in lines:
            if self._pages[-1].lines and self._pages[-1].used + height > self._page.height():
                self._turn()
            page = self._pages[-1]
            page.lines.append((line, QPointF(0, page.used)))
            page.text += text[line.textStart() : line.textStart() + line.textLength()]
            page.used += height
        self._pages[-1].text += "\n"
        self._pages[-1].used += self._size(apart)

    def _turn(self) -> None:
        self._pages.append(_Page(self._pages[-1].sheet))

    def _size(self, scale: float) -> int:
        return round(self.text_size * scale)

    def _lines(self, text: str, colour: str, label: int, scale: float) -> list[QTextLine]:
        font = QFont(theme.face())
        font.setPixelSize(self._size(scale))
        font.setBold(colour == "title")
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(
            [
                self._coloured(0, label, "label"),
                self._coloured(label, len(text.encode("utf-16-le")) // 2 - label, colour),
            ]
        )
        self._layouts.append(layout)
        lines = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._page.width())
            lines.append(line)
        layout.endLayout()
        return lines

    def _coloured(self, start: int, length: int, colour: str) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        part.start, part.length = start, length
        letters = QTextCharFormat()
        letters.setForeground(QColor(self._colours[colour]))
        part.format = letters
        return part

    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def text(self, page: int) -> str:
        """What stands on a page (from 0), as it is read aloud."""
        return self._pages[page].text

    def sheet(self, page: int) -> Sheet:
        """The sheet that a page is a part of."""
        return self._pages[page].sheet

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw a page, its top left corner at the origin."""
        for line, place in self._pages[page].lines:
            line.draw(painter, place)
