"""The 志愿者卡: 85.6 × 54 mm (ISO/IEC 7810 ID-1), two sides, for card stock or to be cut from A4.

The back is almost all QR, as large as on the other papers, to be read from a 150 dpi scan.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.units import mm

from zjrc_desk.letters import qr
from zjrc_desk.letters.certificate import Issued
from zjrc_desk.letters.document import Document
from zjrc_desk.letters.fonts import Role, width
from zjrc_desk.letters.frame import Imprint
from zjrc_desk.letters.paper import PAGE_HEIGHT, PAGE_WIDTH, broken, draw_text, rule
from zjrc_desk.letters.said import chinese_date
from zjrc_desk.letters.texts import TEXT_VERSION, words
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.tables import Revision

CARD_WIDTH, CARD_HEIGHT = 85.6 * mm, 54 * mm
_MARGIN = 5 * mm
_QR_SIZE = 47 * mm
_RED = (0.76, 0.08, 0.10)
_MARK_LENGTH, _MARK_GAP = 5 * mm, 1.5 * mm
_SMALLEST = 5.0
#: Where the centre gave no number: a card that says whom to call says how.
_TO_WRITE = "_" * 13
#: A name that would be smaller in one line has two.
_NAME_SMALLEST = 8.5


def render(
    revision: Revision,
    issued: Issued,
    imprint: Imprint,
    version: str = TEXT_VERSION,
    *,
    sheet: bool = False,
) -> bytes:
    """The card of an accepted revision: two pages of its own size, or one A4 page (``sheet``).

    On A4 both sides stand beside each other, with marks to cut and a line to fold at.  Raises
    LetterError as :func:`frame.make_pdf`, T06.
    """
    card = _Card(revision, issued, imprint, version)
    size = (PAGE_WIDTH, PAGE_HEIGHT) if sheet else (CARD_WIDTH, CARD_HEIGHT)
    document = Document(
        f"{card.words['title']} {imprint.serial}", imprint.point.name, imprint.token, size
    )
    if sheet:
        _draw_sheet(document.canvas, card)
    else:
        for side in (card.front, card.back):
            side(document.canvas)
            document.canvas.showPage()
    return document.finish()


class _Card:
    """Both sides, each drawn with its lower left corner at the origin."""

    def __init__(self, revision: Revision, issued: Issued, imprint: Imprint, version: str) -> None:
        self._revision, self._issued, self._imprint = revision, issued, imprint
        self.words = words("certificate", version)["card"]

    def front(self, canvas: Any) -> None:
        """Who, what, since when, where."""
        point, revision = self._imprint.point, self._revision
        canvas.setFillColorRGB(*_RED)
        canvas.rect(0, CARD_HEIGHT - 11 * mm, CARD_WIDTH, 11 * mm, stroke=0, fill=1)
        _fitted(canvas, CARD_HEIGHT - 7.3 * mm, self.words["title"], 12, "hei", grey=1)
        name_top = CARD_HEIGHT - 19.5 * mm
        _name(canvas, name_top, revision.volunteer.name)
        lines = (
            ("捐献项目", v.ITEM.joined(revision.intention.items)),
            ("登记编号", self._imprint.serial),
            ("登记日期", chinese_date(revision.declared_at)),
            ("证明编号", self._issued.number),
            ("登记点", point.name),
        )
        y = name_top - 6 * mm
        for label, text in lines:
            y = _labelled(canvas, y, label, text)

    def back(self, canvas: Any) -> None:
        """The QR, and whom to call."""
        point = self._imprint.point
        bottom = (CARD_HEIGHT - _QR_SIZE) / 2
        canvas.saveState()
        canvas.translate(CARD_WIDTH - _QR_SIZE - 2.5 * mm, bottom)
        qr.draw(canvas, self._imprint.token, _QR_SIZE)
        canvas.restoreState()
        room = CARD_WIDTH - _QR_SIZE - 2.5 * mm - _MARGIN - 1 * mm
        y = CARD_HEIGHT - 9 * mm
        parts: list[tuple[str, float]] = [
            (self.words["call"], 7.5),
            (point.centre_name, 7.5),
            (point.centre_phone or _TO_WRITE, 10),
            (f"登记点电话 {point.phone}" if point.phone else "", 7),
            (self.words["note"], 6.5),
        ]
        for text, size in parts:
            if not text:
                continue
            for line in broken(text, room, size):
                draw_text(canvas, _MARGIN, y, line, size)
                y -= size * 1.45
            y -= 2 * mm


def _fitted(canvas: Any, y: float, text: str, size: float, role: Role, *, grey: float = 0) -> None:
    """Centred on the card, smaller where it is long."""
    size *= min(1.0, (CARD_WIDTH - 2 * _MARGIN) / max(width(text, size, role), 1))
    x = (CARD_WIDTH - width(text, size, role)) / 2
    draw_text(canvas, x, y, text, size, role=role, grey=grey)


def _name(canvas: Any, y: float, text: str) -> None:
    """The person's name; a very long one in two lines, that it can be read."""
    if width(text, _NAME_SMALLEST, "hei") <= CARD_WIDTH - 2 * _MARGIN:
        _fitted(canvas, y, text, 17, "hei")
        return
    half = width(text, 1, "hei") / 2
    # The first line is the longer one.
    first, *rest = broken(text, half + 1, 1, "hei")
    for place, line in enumerate((first, "".join(rest))):
        _fitted(canvas, y + 9 - 10 * place, line, _NAME_SMALLEST, "hei")


def _labelled(canvas: Any, y: float, label: str, text: str) -> float:
    """A label and its text in at most two lines; the next baseline."""
    gap: float = 1.2 * mm
    left = _MARGIN + 13 * mm
    room = CARD_WIDTH - _MARGIN - left
    size = 7.5
    lines = broken(text, room, size)
    while len(lines) > 2 and size > _SMALLEST:
        size -= 0.5
        lines = broken(text, room, size)
    draw_text(canvas, _MARGIN, y, label, 7.5, grey=0.35)
    for line in lines:
        draw_text(canvas, left, y, line, size)
        y -= size * 1.35
    return y - gap


def _draw_sheet(canvas: Any, card: _Card) -> None:
    left, bottom = (PAGE_WIDTH - 2 * CARD_WIDTH) / 2, PAGE_HEIGHT - 40 * mm - CARD_HEIGHT
    note = card.words["cut"]
    draw_text(canvas, (PAGE_WIDTH - width(note, 11)) / 2, PAGE_HEIGHT - 24 * mm, note, 11)
    for number, side in enumerate((card.front, card.back)):
        _at(canvas, left + number * CARD_WIDTH, bottom, side)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(0.4)
    canvas.rect(left, bottom, 2 * CARD_WIDTH, CARD_HEIGHT)
    for y in (bottom, bottom + CARD_HEIGHT):
        rule(canvas, left - _MARK_GAP - _MARK_LENGTH, y, _MARK_LENGTH, 0.4)
        rule(canvas, left + 2 * CARD_WIDTH + _MARK_GAP, y, _MARK_LENGTH, 0.4)
    for x in (left, left + CARD_WIDTH, left + 2 * CARD_WIDTH):
        for y in (bottom - _MARK_GAP - _MARK_LENGTH, bottom + CARD_HEIGHT + _MARK_GAP):
            canvas.line(x, y, x, y + _MARK_LENGTH)
    canvas.setDash(3, 2)
    canvas.line(left + CARD_WIDTH, bottom, left + CARD_WIDTH, bottom + CARD_HEIGHT)
    canvas.showPage()


def _at(canvas: Any, x: float, y: float, draw: Callable[[Any], None]) -> None:
    canvas.saveState()
    canvas.translate(x, y)
    draw(canvas)
    canvas.restoreState()
