"""The guide's pictures, with made-up people: ``python -m tests.guide_pictures``."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from zjrc_desk.desk import register
from zjrc_desk.desk.back_up import back_up
from zjrc_desk.desk.import_list import import_list
from zjrc_desk.desk.print_letter import print_letters, record_signed, waiting
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry.resources import resource
from zjrc_desk.registry.tables import Point
from zjrc_desk.window import rehearsal, theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.sign_in import SignIn

_SIZE = (1120, 720)
_WIDTH = 660
_COLOURS = 96


def take(widget: QWidget, path: Path) -> None:
    """A small picture with few colours: the wheel carries it."""
    QApplication.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    height = round(picture.height * _WIDTH / picture.width)
    small = picture.resize((_WIDTH, height), Image.Resampling.LANCZOS)
    small.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def take_all(desk: Desk, folder: Path) -> None:
    """One of each page that the guide shows."""
    with rehearsal.opened_window(desk) as window:
        window.resize(*_SIZE)
        workspace = window.workspace
        assert workspace is not None, "somebody is signed in"
        workspace.today.refresh()
        workspace.today.settle()
        take(window, folder / "today.png")
        workspace.open_registration(register.find(desk)[0].record_id)
        take(window, folder / "registration.png")
        for number, name in ((pages.FIND, "find"), (pages.BATCHES, "batches")):
            workspace.show_page(number)
            take(window, folder / f"{name}.png")
        sheet = SignIn(desk.store.folder)
        # In the program it lies in the window.
        theme.dress(sheet)
        sheet.resize(_SIZE[0], 560)
        sheet.show()
        take(sheet, folder / "sign-in.png")
        sheet.close()
        sheet.deleteLater()


def main() -> None:
    """Set a point up, fill it, take the pictures."""
    images = resource("guide") / "images"
    images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        point = Point(code="ZJ-HZ-0001", name="样例养老服务中心遗体捐献登记点", host="样例中心")
        set_up(folder, point, ADMIN, PASSWORD, TestClock(), cost=CHEAP)
        desk = sign_in(folder, ADMIN, PASSWORD, TestClock())
        try:
            import_list(desk, resource("demo", "registrations.csv"))
            serials = waiting(desk)
            list(print_letters(desk, serials[:6]))
            record_signed(desk, serials[:4], desk.today())
            back_up(desk)
            take_all(desk, images)
        finally:
            desk.close()


if __name__ == "__main__":
    main()
