"""The volunteer's screen, read by key and pressed by hand, and the way back to the staff."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from tests.people import revision, volunteer
from tests.window.test_theme import contrast
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.tables import AuditEntry
from zjrc_desk.window import theme
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.voice import find_voice
from zjrc_desk.window.volunteer_screen import VolunteerScreen
from zjrc_desk.window.workspace import Workspace

LETTER = "孩子们：" + "请尊重我的决定，不要难过。" * 60


@pytest.fixture
def page(workspace: Workspace, desk: Desk) -> RegistrationPage:
    wish = revision(volunteer=volunteer(hereditary_disease="高血压"), staff_notes="慎办")
    wish.intention.family_letter = LETTER
    kept = register.save_draft(desk, wish)
    workspace.open_registration(kept.record_id)
    workspace.registration.rail.setCurrentRow(5)
    QApplication.processEvents()
    return workspace.registration


def shown(page: RegistrationPage) -> VolunteerScreen:
    """F9, then the screen at a size of which there are such."""
    page.window().activateWindow()
    QApplication.processEvents()
    QTest.keyClick(page, Qt.Key.Key_F9)
    screen = page.last.volunteer.screen_shown
    assert screen is not None
    screen.setWindowState(Qt.WindowState.WindowNoState)
    QApplication.processEvents()
    screen.setFixedSize(1366, 768)
    QApplication.processEvents()
    assert screen.view.width() > 1200
    return screen


def read_all(screen: VolunteerScreen) -> list[str]:
    pages = [screen.text()]
    while screen.next.isEnabled():
        QTest.keyClick(screen, Qt.Key.Key_PageDown)
        pages.append(screen.text())
    return pages


def agreed(desk: Desk) -> int:
    with desk.store.read() as session:
        query = select(AuditEntry).where(col(AuditEntry.action) == "volunteer-agreed")
        return len(session.exec(query).all())


def test_every_word_of_the_wish_is_read_page_by_page_and_nothing_of_the_staffs(
    page: RegistrationPage,
) -> None:
    screen = shown(page)
    pages = read_all(screen)
    assert len(pages) == screen.count() > 5
    everything = "".join(pages).replace("\n", "")
    for said in ("余淑福", "全部遗体、角膜", "宋洋涛（子女）", "赵娜国（子女），同意", LETTER):
        assert said in everything, "also across the end of a page"
    for right in ("随时可以改、可以撤销", "可以随时变更或者撤销本意愿书", "谁也不能强迫我"):
        assert right in everything
    for hidden in ("慎办", "高血压", page.revision.volunteer.document_number):
        assert hidden not in everything
    QTest.keyClick(screen, Qt.Key.Key_Left)
    assert screen.text() == pages[-2]
    QTest.keyClick(screen, Qt.Key.Key_Home)
    assert screen.text() == pages[0]


def test_it_can_be_agreed_to_only_when_everything_was_seen_and_the_time_is_recorded(
    page: RegistrationPage, desk: Desk
) -> None:
    screen = shown(page)
    QTest.mouseClick(screen.agree, Qt.MouseButton.LeftButton)
    assert agreed(desk) == 0, "not before the last page"
    QTest.keyClick(screen, Qt.Key.Key_End)
    assert not screen.agree.isEnabled(), "the pages between were not seen"
    QTest.keyClick(screen, Qt.Key.Key_Home)
    read_all(screen)
    QTest.mouseClick(screen.agree, Qt.MouseButton.LeftButton)
    assert agreed(desk) == 1
    assert "09:30" in page.banner.text()
    assert page.last.volunteer.screen_shown is None
    assert page.revision.state == "draft", "signing before witnesses declares, this does not"


def test_what_the_volunteer_wants_changed_leads_the_staff_to_its_step(
    page: RegistrationPage,
) -> None:
    for step in (1, 2, 3):
        screen = shown(page)
        for _ in range(step - 1):
            QTest.keyClick(screen, Qt.Key.Key_Right)
        title = screen.text().split("\n")[0]
        QTest.mouseClick(screen.change, Qt.MouseButton.LeftButton)
        assert page.rail.currentRow() == step
        assert title in page.banner.text()


def test_of_a_final_wish_the_staff_are_told_how_it_is_changed(
    page: RegistrationPage, desk: Desk, workspace: Workspace
) -> None:
    kept = register.witness(desk, page.revision)
    workspace.open_registration(kept.record_id)
    page.rail.setCurrentRow(5)
    screen = shown(page)
    QTest.mouseClick(screen.change, Qt.MouseButton.LeftButton)
    assert page.rail.currentRow() == 5
    assert "变更" in page.banner.text()


def test_escape_leads_back_and_nothing_typed_is_lost(page: RegistrationPage, desk: Desk) -> None:
    page.rail.setCurrentRow(3)
    box = page.form.field("intention.family_letter")
    control = box.findChild(QPlainTextEdit, box.path)
    assert control is not None
    type_text(control, "一切从简")
    screen = shown(page)
    assert "一切从简" in "".join(read_all(screen)).replace("\n", ""), "what was just typed"
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert page.last.volunteer.screen_shown is None
    assert "一切从简" in box.value()
    kept = register.revisions(desk, page.revision.record_id)[-1]
    assert "一切从简" in kept.intention.family_letter


def test_what_the_staff_change_meanwhile_is_shown_and_has_to_be_seen_again(
    page: RegistrationPage, desk: Desk
) -> None:
    screen = shown(page)
    read_all(screen)
    assert screen.agree.isEnabled()
    page.rail.setCurrentRow(2)
    page.form.field("executor.name").set_value("李明")
    page._edited()
    page.save()
    assert not screen.agree.isEnabled()
    assert "李明" in "".join(map(screen.view.pages.text, range(screen.count())))
    page.form.field("executor.name").set_value("王芳")
    page._edited()
    screen.agreed.emit()
    assert agreed(desk) == 0
    assert "W01" in page.banner.text(), "typed, and not seen"


def test_another_registration_takes_it_off_the_screen(
    page: RegistrationPage, workspace: Workspace
) -> None:
    shown(page)
    workspace.new_registration()
    assert page.last.volunteer.screen_shown is None
    assert not page.last.volunteer.open_button.isEnabled(), "there is nothing to show yet"


def test_letters_are_large_buttons_high_and_the_type_can_be_made_larger(
    page: RegistrationPage,
) -> None:
    screen = shown(page)
    assert screen.aloud.isVisible() == (screen.voice is not None), "no voice, no button"
    assert all(b.height() >= 80 for b in (screen.back, screen.next, screen.change, screen.agree))
    drawn = [*screen.findChildren(QLabel), *screen.findChildren(QPushButton)]
    assert {one.fontInfo().pixelSize() >= 28 for one in drawn} == {True}
    assert screen.view.pages.text_size >= 28
    count = screen.count()
    for _ in range(5):
        QTest.keyClick(screen, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert screen.count() > count
    for _ in range(20):
        QTest.keyClick(screen, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.pages.text_size == 28, "never smaller"


def test_every_text_on_the_volunteers_screen_has_a_contrast_of_seven() -> None:
    colours = theme.volunteer_colours()
    pairs = [
        ("text", "ground"),
        ("label", "ground"),
        ("title", "ground"),
        ("on_agree", "agree"),
        ("label", "off"),
    ]
    low = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 7} == {}


def test_with_a_voice_the_page_is_read_and_falls_silent_when_it_is_turned(
    page: RegistrationPage, qtbot: QtBot
) -> None:
    pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)
    voice = find_voice(page, lambda one: one.language() == QLocale.Language.English)
    assert voice is not None, "Qt's own engine for tests speaks English"
    screen = shown(page)
    screen.set_voice(voice)
    QTest.keyClick(screen, Qt.Key.Key_F5)
    assert voice.reads()
    assert screen.aloud.text() == "停止朗读"
    QTest.keyClick(screen, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: not voice.reads())
    assert screen.aloud.text() == "朗读"


_TWO_SCREENS = """
from PySide6.QtGui import QGuiApplication
from zjrc_desk.window.volunteer_panel import preferred
app = QGuiApplication([])
screens = app.screens()
first, second = screens
print(*(preferred(*one).name() for one in (
    (screens, first, ""), (screens, second, ""),
    (screens, first, "first"), ([first], first, "second"),
)))
"""


def test_of_two_screens_the_one_beside_the_staffs_is_taken_unless_another_was_chosen(
    tmp_path: Path,
) -> None:
    sizes = {"y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    both = [{"name": "first", "x": 0} | sizes, {"name": "second", "x": 1366} | sizes]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": both}))
    done = subprocess.run(
        [sys.executable, "-c", _TWO_SCREENS],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path}/screens.json"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.split() == ["second", "first", "first", "first"], done.stderr[-500:]
