"""The look: contrast of every pair, kept for the PC, changed by keys and in 设置."""

from __future__ import annotations

import re
import tomllib

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QWidget

from tests.window.views import Views
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import STATE_LABEL, State
from zjrc_desk.registry.resources import resource
from zjrc_desk.window import icons, look, rehearsal, theme
from zjrc_desk.window.look import SCALES, THEMES, Look
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.workspace import SETTINGS, Workspace

FILE = tomllib.loads(resource("theme", "theme.toml").read_text("utf-8"))
SHEET = resource("theme", "window.qss").read_text("utf-8")


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7)])
def test_every_text_on_its_ground_has_enough_contrast(name: str, least: float) -> None:
    colours = theme.colours(name)
    measured = {
        (front, ground): contrast(colours[front], colours[ground])
        for front, grounds in FILE["written"].items()
        for ground in grounds
    }
    assert {pair: ratio for pair, ratio in measured.items() if ratio < least} == {}
    drawn = {
        (front, ground): contrast(colours[front], colours[ground])
        for front, grounds in FILE["drawn"].items()
        for ground in grounds
    }
    assert {pair: ratio for pair, ratio in drawn.items() if ratio < 3} == {}


def test_no_pair_of_the_style_sheet_is_left_unmeasured() -> None:
    written = {(front, ground) for front, grounds in FILE["written"].items() for ground in grounds}
    for rule in re.findall(r"\{([^}]*)\}", SHEET):
        fronts = re.findall(r"(?<!-)\bcolor: \$(\w+)", rule)
        grounds = re.findall(r"background(?:-color)?: \$(\w+)", rule)
        assert {(f, g) for f in fronts for g in grounds} <= written, rule
        assert set(fronts) <= FILE["written"].keys(), rule
    marks = {colour for _, colour in icons.STATE_MARK.values()} | {"good", "warn", "bad"}
    assert marks <= FILE["written"].keys()


def test_every_theme_has_every_colour() -> None:
    assert {frozenset(FILE[name]) for name in THEMES} == {frozenset(FILE["light"])}


def test_every_state_has_a_word_and_a_mark_of_its_own() -> None:
    assert icons.STATE_MARK.keys() == {State(state) for state in STATE_LABEL}
    at_work = [s for s in State if icons.STATE_MARK[s][0] != "state-gone"]
    assert len({icons.STATE_MARK[s][0] for s in at_work}) == len(at_work)


def test_ctrl_plus_and_minus_change_the_size_of_all_text_and_it_is_kept(
    window: MainWindow, workspace: Workspace
) -> None:
    before = workspace.today.title.fontMetrics().height()
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert theme.worn() == look.kept() == Look("light", SCALES[1])
    assert workspace.today.title.fontMetrics().height() > 1.3 * before
    QTest.keyClick(window, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert workspace.today.title.fontMetrics().height() == before


def test_text_grows_and_shrinks_as_far_as_there_are_sizes() -> None:
    assert [Look(scale=scale).resized(1).scale for scale in SCALES] == [140, 180, 180]
    assert [Look(scale=scale).resized(-1).scale for scale in SCALES] == [100, 100, 140]


def test_the_theme_chosen_in_the_settings_is_worn_at_once_and_at_the_next_sign_in(
    window: MainWindow, workspace: Workspace
) -> None:
    workspace.show_page(SETTINGS)
    panel = workspace.settings.look
    workspace.settings.tabs.setCurrentWidget(panel)
    QTest.mouseClick(panel.themes["dark"], Qt.MouseButton.LeftButton)
    assert theme.worn().theme == "dark"
    assert look.kept().theme == "dark"
    ground = window.grab().toImage().pixelColor(window.width() - 8, window.height() - 8)
    assert ground.name() == theme.colours("dark")["ground"]
    button = workspace.findChildren(QPushButton)[0]
    assert button.palette().buttonText().color().name() == theme.colours("dark")["text"]


def test_every_window_wears_the_look_and_what_pops_up_in_it_too(
    window: MainWindow, desk: Desk, workspace: Workspace
) -> None:
    def bare() -> list[str]:
        shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
        return [type(one).__name__ for one in shown if not _is_dressed(one)]

    views = Views(window, desk)
    seen = [bare() for shown in (views.of_pages(), views.of_dialogs()) for _ in shown]
    workspace.new_registration()
    sex = workspace.registration.findChild(QLineEdit, "volunteer.sex")
    rehearsal.type_text(sex, "n")
    lists = [one for one in QApplication.topLevelWidgets() if one.objectName() == "suggestions"]
    (popup,) = [one for one in lists if one.isVisible()]
    assert isinstance(popup, QListView)
    assert popup.verticalScrollBar().maximum() == 0, "男 and 女 are both seen whole"
    seen.append(bare())
    assert len(seen) > 30
    assert not any(seen)


def _is_dressed(window: QWidget) -> bool:
    """Whether it or what it opened out of has the style sheet."""
    at: QWidget | None = window
    while at is not None and not at.styleSheet():
        at = at.parentWidget()
    return at is not None


def test_a_change_of_look_reaches_each_widget_twice_however_deep_it_lies(
    workspace: Workspace,
) -> None:
    class Counting(QObject):
        changes = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.changes += event.type() == QEvent.Type.StyleChange
            return False

    counting = Counting()
    deep = workspace.registration.findChild(QLineEdit, "volunteer.name")
    deep.installEventFilter(counting)
    look.wear(Look("dark"))
    assert counting.changes == 2, "more of them for each of 1600 widgets are felt"


def test_what_somebody_else_wrote_into_the_file_is_passed_over() -> None:
    look.keep(Look("dark", 140))
    settings = look._settings()
    settings.setValue("theme", "pink")
    settings.setValue("scale", "99999")
    settings.sync()
    assert look.kept() == Look()


def contrast(first: str, second: str) -> float:
    """WCAG 2.1 contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
