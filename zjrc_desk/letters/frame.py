"""What every A4 paper has on each page, around its own content, and the PDF file it becomes.

Head: the point and the serial.  Foot: lines to sign and date, the QR token, page n of m.  Across
it, where that is so: that it is practice, a draft, no longer counts, or is a reprint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.units import mm

from zjrc_desk.letters import qr
from zjrc_desk.letters.blocks import Blocks, signature_and_date
from zjrc_desk.letters.document import Document
from zjrc_desk.letters.fonts import width
from zjrc_desk.letters.paper import (
    BODY_BOTTOM,
    BODY_TOP,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    Item,
    draw_text,
    paginate,
    rule,
)
from zjrc_desk.letters.style import EASY, LARGE, NORMAL, ROOMY, Style
from zjrc_desk.registry.serial import PRACTICE_CODE
from zjrc_desk.registry.tables import Point

#: The longest token (418 bytes) has 3.1 dots a module at 150 dpi: below 46 mm a raster that is
#: turned by 3 degrees is not always read.
QR_SIZE = 47 * mm
_FOOT_TOP = 66 * mm
_FOOT_BOTTOM = 17 * mm
_SIGNING_SIZE = 10.5
DRAFT, SUPERSEDED, PRACTICE = "草 稿", "已被替代", "练 习"


@dataclass(frozen=True)
class Imprint:
    """What a paper is printed with besides its content.

    ``token``: text of the QR.  ``reprint``: 0 the first time, then 1, 2, 3.  ``large``: in large
    print, to read along; such a copy is not signed.
    """

    point: Point
    serial: str
    token: str
    reprint: int = 0
    large: bool = False

    @property
    def style(self) -> Style:
        """The sizes of its type."""
        return LARGE if self.large else NORMAL

    @property
    def one_page(self) -> tuple[Style, ...]:
        """The sizes of a paper that is to be one page, the largest first."""
        return (LARGE,) if self.large else (ROOMY, EASY, NORMAL)


@dataclass(frozen=True)
class Frame:
    """``numbered``: what the serial is called.  ``signers``: a label for each line to sign on.
    ``checked``: what the QR vouches for.  ``mark``: across the page.  ``aside``: said beside the QR
    of a paper that nobody signs."""

    title: str
    numbered: str
    checked: str
    signers: tuple[str, ...] = ()
    mark: str = ""
    aside: tuple[str, ...] = ()


def make_pdf(items: Iterable[Item], frame: Frame, imprint: Imprint) -> bytes:
    """The paper as PDF, not signed yet; the same arguments give the same bytes.

    Raises LetterError F10 for a character no face has, P01 where the faces are not installed.
    """
    pages = paginate(list(items), BODY_TOP - BODY_BOTTOM)
    title = f"{frame.title} {imprint.serial}"
    document = Document(title, imprint.point.name, imprint.token, (PAGE_WIDTH, PAGE_HEIGHT))
    canvas = document.canvas
    _define_qr(document, imprint.token)
    mark = PRACTICE if imprint.point.code == PRACTICE_CODE else frame.mark
    for number, page in enumerate(pages, 1):
        if mark:
            watermark(canvas, mark)
        _head(canvas, frame, imprint)
        top = BODY_TOP
        for item in page:
            item.draw(canvas, top)
            top -= item.height
        _foot(canvas, frame, imprint, number, len(pages))
        canvas.showPage()
    return document.finish()


def on_one_page(make: Callable[[Blocks], Iterable[Item]], styles: Sequence[Style]) -> list[Item]:
    """What ``make`` gives in the first size of type in which it is one page, else in the last."""
    items: list[Item] = []
    for style in styles:
        items = list(make(Blocks(style)))
        if sum(item.height for item in items) <= BODY_TOP - BODY_BOTTOM:
            break
    return items


def _head(canvas: Any, frame: Frame, imprint: Imprint) -> None:
    y = PAGE_HEIGHT - 17 * mm
    size = imprint.style.small
    mine = f"{frame.numbered} {imprint.serial}"
    if imprint.large:
        # Both do not fit beside each other; the serial stands at the foot as well.
        draw_text(canvas, LEFT, y, "大字阅读本，不在此签名", size)
    else:
        draw_text(canvas, LEFT, y, imprint.point.name, size, grey=0.25)
        draw_text(canvas, LEFT + TEXT_WIDTH - width(mine, size), y, mine, size, grey=0.25)
    if imprint.reprint:
        text = f"重印 {imprint.reprint}"
        at = LEFT + TEXT_WIDTH - width(text, 12, "hei")
        draw_text(canvas, at, y + 1.5 * 12, text, 12, role="hei")
    rule(canvas, LEFT, y - 5, TEXT_WIDTH, 0.4)


def _foot(canvas: Any, frame: Frame, imprint: Imprint, page: int, pages: int) -> None:
    rule(canvas, LEFT, _FOOT_TOP, TEXT_WIDTH, 0.4)
    if not imprint.large:
        _signing_lines(canvas, frame.signers)
    for row, text in enumerate(frame.aside):
        draw_text(canvas, LEFT, _FOOT_TOP - 28 - 30 * row, text, 12)
    canvas.saveState()
    canvas.translate(LEFT + TEXT_WIDTH - QR_SIZE, _FOOT_TOP - QR_SIZE - 4)
    canvas.doForm("token")
    canvas.restoreState()
    size = imprint.style.small
    numbers = f"第 {page} 页 共 {pages} 页"
    said = f"{frame.numbered} {imprint.serial}"
    if imprint.large:
        draw_text(canvas, LEFT, _FOOT_TOP - 30, frame.numbered, size)
        draw_text(canvas, LEFT, _FOOT_TOP - 56, imprint.serial, size)
        draw_text(canvas, LEFT, _FOOT_TOP - 92, numbers, size)
        return
    y = 11 * mm
    draw_text(canvas, LEFT, y, f"{said}\u3000扫描右侧二维码可核对{frame.checked}", size)
    draw_text(canvas, LEFT + TEXT_WIDTH - width(numbers, size), y, numbers, size)


def _signing_lines(canvas: Any, signers: tuple[str, ...]) -> None:
    if not signers:
        return
    each = (_FOOT_TOP - _FOOT_BOTTOM - 8) / max(len(signers), 3)
    length = TEXT_WIDTH - QR_SIZE - 16 - 140
    for number, label in enumerate(signers, 1):
        y = _FOOT_TOP - each * number + 4
        signature_and_date(canvas, LEFT, y, label, length, _SIGNING_SIZE)


def _define_qr(document: Document, token: str) -> None:
    """The symbol once for all pages."""
    document.add_form("token", qr.operators(token, QR_SIZE), QR_SIZE)


def watermark(canvas: Any, text: str) -> None:
    """Across the page, pale enough to read through."""
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(45)
    draw_text(canvas, -width(text, 110, "hei") / 2, -40, text, 110, role="hei", grey=0.88)
    canvas.restoreState()
