"""The recovery sheet: the recovery code on paper, to be locked away.

One A4 page; the same code, point and day give the same bytes.  It is the only thing on paper that
opens the store, so it says on its face what it is and how it is kept.
"""

from __future__ import annotations

import io
from datetime import date
from functools import partial
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from zjrc_desk.letters import qr
from zjrc_desk.letters.blocks import Blocks
from zjrc_desk.letters.fonts import base_face, width
from zjrc_desk.letters.frame import PRACTICE, watermark
from zjrc_desk.letters.paper import (
    BODY_TOP,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    TEXT_WIDTH,
    Item,
    draw_text,
    rule,
    space,
)
from zjrc_desk.letters.said import chinese_date
from zjrc_desk.letters.style import Style
from zjrc_desk.registry.serial import PRACTICE_CODE
from zjrc_desk.registry.tables import Point

_STYLE = Style(subtitle=13, text=11.5, lead=19.5)
_QR_SIZE = 46 * mm
_CELL, _CELL_HEIGHT, _GAP, _SIZE = 8.4 * mm, 12 * mm, 6.5 * mm, 20.0
_GROUPS_A_LINE = 4
_FOR = (
    "管理员忘记密码、离职或无法联系时，用它打开本登记点的登记库，为管理员设置新密码。"
    "在登录窗口按“忘记密码…”，输入或扫描上面的恢复码。"
)
_KEEP = (
    "放进信封封好，锁在保险柜或上锁的文件柜里，与电脑和备份 U 盘分开存放。",
    "不拍照，不录入任何电脑或手机，不发微信和邮件。谁拿到它，谁就能打开登记库。",
    "用过、遗失或可能被人看到以后，请管理员在“设置”里换一个新的恢复码；换了以后这一张就作废，请销毁。",
    "所有密码都忘记、恢复码也遗失的，任何人（包括省中心和软件开发者）都无法再打开登记库，登记内容不能找回。",
)


def render(point: Point, code: str, day: date) -> bytes:
    """The sheet as PDF.  ``code`` in groups of four set apart by hyphens.

    Raises LetterError F10 for a character no face has, P01 where the faces are not installed.
    """
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        initialFontName=base_face(),
    )
    # The title is shown in print queues: it does not say what the sheet opens.
    canvas.setTitle("恢复码")
    canvas.setAuthor(point.name)
    canvas.setCreator("zjrc_desk")
    if point.code == PRACTICE_CODE:
        watermark(canvas, PRACTICE)
    _head(canvas, point)
    top = BODY_TOP
    for item in _content(point, code, day):
        item.draw(canvas, top)
        top -= item.height
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _head(canvas: Any, point: Point) -> None:
    y = PAGE_HEIGHT - 17 * mm
    draw_text(canvas, LEFT, y, point.name, 9, grey=0.25)
    draw_text(canvas, LEFT + TEXT_WIDTH - width(point.code, 9), y, point.code, 9, grey=0.25)
    rule(canvas, LEFT, y - 5, TEXT_WIDTH, 0.4)


def _content(point: Point, code: str, day: date) -> list[Item]:
    def draw_qr(canvas: Any, top: float) -> None:
        canvas.saveState()
        canvas.translate((PAGE_WIDTH - _QR_SIZE) / 2, top - _QR_SIZE)
        qr.draw(canvas, code, _QR_SIZE)
        canvas.restoreState()

    blocks = Blocks(_STYLE)
    items = [*blocks.title("登记库恢复码", "机密 · 只此一份"), space(14)]
    items += blocks.paragraph(f"登记点：{point.name}（{point.code}）", indent=0)
    items += blocks.paragraph(f"生成日期：{chinese_date(day.isoformat())}", indent=0)
    items += [space(16), *_groups(code), space(10), Item(_QR_SIZE, draw_qr), space(6)]
    items += [*blocks.heading("用途"), *blocks.paragraph(_FOR), *blocks.heading("保管")]
    for number, words in enumerate(_KEEP, 1):
        items += blocks.paragraph(words, hanging=f"{number}. ")
    signed = "保管人签名：____________________　　日期：____________________"
    return [*items, space(24), *blocks.paragraph(signed, indent=0)]


def _groups(code: str) -> list[Item]:
    """Each character in a box of its own, so that none is skipped when it is read or typed."""
    groups = code.split("-")
    lines = [groups[i : i + _GROUPS_A_LINE] for i in range(0, len(groups), _GROUPS_A_LINE)]

    def draw(canvas: Any, top: float, line: list[str]) -> None:
        cells = sum(map(len, line))
        x = (PAGE_WIDTH - cells * _CELL - (len(line) - 1) * _GAP) / 2
        canvas.setLineWidth(0.5)
        for group in line:
            for character in group:
                canvas.rect(x, top - _CELL_HEIGHT, _CELL, _CELL_HEIGHT)
                middle = x + (_CELL - width(character, _SIZE)) / 2
                draw_text(canvas, middle, top - _CELL_HEIGHT + 3.4 * mm, character, _SIZE)
                x += _CELL
            x += _GAP

    return [Item(_CELL_HEIGHT + 4 * mm, partial(draw, line=line)) for line in lines]
