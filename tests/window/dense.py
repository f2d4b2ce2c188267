"""Pictures of the window on a screen with two pixels to each logical one; run as a program of its
own, for Qt takes the ratio once.

    QT_SCALE_FACTOR=2 python -m tests.window.dense STORE PICTURES

Says as JSON what is cut off, and how sharp the drawings are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.people import revision
from tests.pictures import picture
from tests.window.cut import cut, settle
from zjrc_desk.desk import register
from zjrc_desk.desk.print_letter import preview, print_letters, record_signed
from zjrc_desk.desk.read_over import to_show
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.window import rehearsal, theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.attachment_slot import SMALL, _icon
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.picture_view import PictureView
from zjrc_desk.window.picture_view import picture as read_picture
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.volunteer_screen import VolunteerScreen

SIZE = QSize(1366, 768)


class Look:
    """What was seen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.faults: list[str] = []
        self.ratios: dict[str, float] = {}

    def at(self, shown: QWidget, name: str) -> QPixmap:
        settle()
        self.faults += [f"{name}: {one}" for one in cut(shown)]
        grabbed = shown.grab()
        assert grabbed.save(str(self._folder / f"{name}.png"))
        self.ratios[name] = grabbed.devicePixelRatio()
        return grabbed


def sharpness(image: QImage) -> float:
    """How many times as fine as if it had been drawn for one pixel and blown up."""
    blurred = image.scaled(image.size() / 2, mode=Qt.TransformationMode.SmoothTransformation)
    blurred = blurred.scaled(image.size(), mode=Qt.TransformationMode.SmoothTransformation)
    return _lost_at_half(image) / _lost_at_half(blurred)


def _lost_at_half(image: QImage) -> float:
    bits = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size, stride = (bits.width(), bits.height()), bits.bytesPerLine()
    whole = Image.frombuffer("L", size, bytes(bits.constBits()), "raw", "L", stride, 1)
    half = whole.resize((size[0] // 2, size[1] // 2), Image.Resampling.BOX)
    lost = ImageChops.difference(whole, half.resize(size, Image.Resampling.BICUBIC))
    return ImageStat.Stat(lost).mean[0]


def _of_pages(window: MainWindow, desk: Desk, look: Look) -> QPixmap:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_page(pages.TODAY)
    today = look.at(window, "today")
    workspace.open_registration(register.find(desk)[0].record_id)
    look.at(window, "registration")
    workspace.show_page(pages.FIND)
    look.at(window, "find")
    workspace.show_page(pages.STATISTICS)
    workspace.statistics.leave()
    look.at(window, "statistics")
    return today


def _alone(widget: QWidget, look: Look, name: str) -> None:
    widget.resize(SIZE)
    widget.show()
    look.at(widget, name)
    widget.close()
    widget.deleteLater()


def main(store: Path, folder: Path) -> None:
    look = Look(folder)
    desk = sign_in(store, ADMIN, PASSWORD, TestClock())
    kept = register.witness(desk, revision())
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, [kept.registration.serial])
    with rehearsal.opened_window(desk) as window:
        window.resize(SIZE)
        today = _of_pages(window, desk, look)
        sheet = SignIn(store)
        # In the program it lies in the window.
        theme.dress(sheet)
        _alone(sheet, look, "sign-in")
        _alone(VolunteerScreen(to_show(kept), window), look, "volunteer")
        rail = window.workspace.rail  # type: ignore[union-attr]
        corner = rail.mapTo(window, rail.visualItemRect(rail.item(0)).topLeft())
        icon = QRect(corner * 2, QSize(90, 90))
        paper = Preview(preview(desk, kept), "意愿书", window)
        paper.show()
        rehearsal.QTest.qWait(400)
        page = look.at(paper, "preview")
        view = QRect(paper.view.pos() * 2, paper.view.size() * 2)
        photo = PictureView(read_picture(picture(), "image/jpeg", 2000), "照片", window)
        small = _icon(read_picture(picture(), "image/jpeg", SMALL * 2)[0], 2.0)
        print(
            json.dumps(
                {
                    "faults": look.faults,
                    "ratios": look.ratios,
                    "icon": sharpness(today.copy(icon).toImage()),
                    "preview": sharpness(page.copy(view).toImage()),
                    "picture": photo.pages()[0].pixmap().devicePixelRatio(),
                    "small": small.pixmap(QSize(SMALL, SMALL), 2.0).width() / SMALL,
                }
            )
        )
        photo.close()
        paper.close()
        QApplication.processEvents()
    desk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
