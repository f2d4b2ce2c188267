"""Signing on the screen, with a mouse or a pen."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desk.attaching import in_state
from tests.window.test_attachments import card, opened, settled
from zjrc_desk.desk.attach import attachments_of, content_of
from zjrc_desk.desk.session import Desk
from zjrc_desk.window.signature_pad import PICTURE, SignatureDialog, SignaturePad
from zjrc_desk.window.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def taken() -> list[bytes]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, taken: list[bytes]) -> SignatureDialog:
    made = SignatureDialog("见证人样例二", taken.append)
    qtbot.addWidget(made)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    return made


def stroke(pad: SignaturePad, *points: tuple[int, int]) -> None:
    QTest.mousePress(pad, LEFT, pos=QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, LEFT, pos=QPoint(*points[-1]))


def pen(pad: SignaturePad, kind: QEvent.Type, x: float, y: float, pressure: float) -> None:
    at = QPointF(x, y)
    device = QPointingDevice.primaryPointingDevice()
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else LEFT
    none = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, device, at, at, pressure, 0, 0, 0, 0, 0, none, LEFT, held)
    QApplication.sendEvent(pad, event)


def ink(png: bytes) -> int:
    """How much black is in the picture."""
    with Image.open(io.BytesIO(png)) as picture:
        assert picture.format == "PNG"
        assert picture.size == PICTURE.toTuple()
        return sum(picture.convert("L").point(lambda grey: grey < 128).histogram()[1:])


def test_a_signature_drawn_with_the_mouse_is_handed_over_as_a_picture(
    dialog: SignatureDialog, taken: list[bytes]
) -> None:
    assert not dialog.done_button.isEnabled(), "an empty paper is no signature"
    stroke(dialog.pad, (100, 100), (200, 150), (300, 100))
    QTest.mouseClick(dialog.done_button, LEFT)
    assert len(taken) == 1
    assert ink(taken[0]) > 500
    assert not dialog.isVisible()


def test_undo_takes_back_one_stroke_and_clear_all_of_them(
    dialog: SignatureDialog, qtbot: QtBot
) -> None:
    pad = dialog.pad
    stroke(pad, (100, 100), (200, 150))
    one = pad.png()
    stroke(pad, (300, 100), (500, 150))
    assert ink(pad.png()) > ink(one)
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pad.png() == one, timeout=2000)
    stroke(pad, (300, 100), (500, 150))
    QTest.mouseClick(dialog.clear_button, LEFT)
    assert pad.is_empty()
    assert ink(pad.png()) == 0


def test_a_pen_that_is_pressed_harder_draws_a_thicker_line(dialog: SignatureDialog) -> None:
    drawn = []
    for pressure in (0.1, 1.0):
        dialog.pad.clear()
        pen(dialog.pad, QEvent.Type.TabletPress, 100, 100, pressure)
        pen(dialog.pad, QEvent.Type.TabletMove, 400, 150, pressure)
        pen(dialog.pad, QEvent.Type.TabletRelease, 400, 150, 0)
        drawn.append(ink(dialog.pad.png()))
    assert drawn[1] > 2 * drawn[0] > 0


def test_cancelling_hands_nothing_over(dialog: SignatureDialog, taken: list[bytes]) -> None:
    stroke(dialog.pad, (100, 100), (200, 150))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert taken == []


def test_a_witness_signs_under_the_finished_registration_and_it_is_shown_again(
    workspace: Workspace, desk: Desk
) -> None:
    record_id = in_state(desk, "w")
    page = opened(workspace, record_id, step=4)
    target = card(page, "signature")
    entries = {one.text(): one for one in target.sign.menu().actions()}
    assert list(entries) == ["志愿者 余淑福", "见证人 孙静福", "见证人 周庆"]
    entries["见证人 孙静福"].trigger()
    dialog = page.findChild(SignatureDialog)
    assert dialog is not None
    stroke(dialog.pad, (100, 100), (200, 150), (300, 100))
    QTest.mouseClick(dialog.done_button, LEFT)
    settled(page)
    assert page.mood() == "good", page.banner.text()
    (kept,) = attachments_of(desk, record_id)
    assert (kept.role, kept.signer) == ("signature", "witnesses.0")
    assert ink(content_of(desk, kept.sha256, record_id)) > 500
    page = opened(workspace, record_id)
    shown = card(page, "signature")
    assert shown.strip.item(0).text() == "见证人 孙静福"
    signed = [one.text() for one in shown.sign.menu().actions() if not one.isEnabled()]
    assert signed == ["见证人 孙静福（已签）"]


def test_nobody_signs_on_the_screen_under_what_may_still_change(
    workspace: Workspace, desk: Desk
) -> None:
    page = opened(workspace, in_state(desk, "d"), step=4)
    target = card(page, "signature")
    assert not target.sign.isEnabled()
    assert "完成以后" in target.hint.text()
