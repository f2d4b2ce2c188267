"""Every view at three sizes of window and three of text: nothing is cut off; pictures are kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.window.cut import cut, settle
from tests.window.views import Views, take_apart
from zjrc_desk.desk.session import Desk
from zjrc_desk.window import theme
from zjrc_desk.window.look import SCALES, Look
from zjrc_desk.window.main_window import MainWindow

PICTURES = Path(__file__).parents[2] / "build" / "screens"
SIZES = (QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160))
#: Of a picture that is kept; larger ones are made smaller.
_WIDTH = 1366


def test_no_word_is_cut_off_at_any_size(window: MainWindow, desk: Desk) -> None:
    views = Views(window, desk)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    faults = []

    def look_at(name: str, shown: QWidget, size: str) -> None:
        settle()
        faults.extend(f"{size} {name}: {one}" for one in cut(shown))
        _keep(shown, f"{name}-{size}")

    try:
        for scale in SCALES:
            if theme.worn().scale != scale:
                theme.apply(application, Look("light", scale))
            for one in SIZES:
                size = f"{one.width()}-{scale}"
                window.resize(one)
                for name, shown in views.of_pages():
                    look_at(name, shown, size)
                assert window.size() == one, "no page makes the window larger"
                for name, sheet in views.of_sheets():
                    look_at(name, sheet, size)
                screen = views.volunteer_screen()
                look_at("volunteer", screen, size)
                take_apart(screen)
            window.resize(SIZES[0])
            for name, dialog in views.of_dialogs():
                look_at(name, dialog, str(scale))
                fits = dialog.width() <= SIZES[0].width() and dialog.height() <= SIZES[0].height()
                assert fits, f"{name} at {scale} %: {dialog.size()}"
    finally:
        theme.apply(application)
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)


def _keep(shown: QWidget, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = shown.grab().toImage()
    if picture.width() > _WIDTH:
        picture = picture.scaledToWidth(_WIDTH, Qt.TransformationMode.FastTransformation)
    assert picture.save(str(PICTURES / f"{name}.jpg"), "JPG", 80)  # type: ignore[call-overload]
