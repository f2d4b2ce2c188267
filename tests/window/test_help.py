"""F1 and a banner's link: the guide opens where somebody needs it; every error code is in it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.window.views import every_page
from zjrc_desk.desk import guide
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.act_dialogs import ActDialog
from zjrc_desk.window.help_window import HelpWindow, open_help
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD
from zjrc_desk.window.sheet import Sheet
from zjrc_desk.window.workspace import Workspace

ROOT = Path(__file__).parents[2] / "zjrc_desk"
_CODE = re.compile(r"[A-Z]\d\d")
_SAID = re.compile(r"（([A-Z]\d\d)）")


def codes_in_the_sources() -> set[str]:
    """Every code as a text of its own, or at the end of a sentence."""
    found: set[str] = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(_SAID.findall(node.value))
                if _CODE.fullmatch(node.value):
                    found.add(node.value)
    return found


def test_every_code_that_the_program_can_say_is_explained_and_no_other() -> None:
    codes = codes_in_the_sources()
    assert len(codes) > 150
    explained = set(guide.remedies())
    assert codes - explained == set(), "the guide does not say what to do"
    assert explained - codes == set(), "no longer said by the program"


def test_no_code_is_explained_twice() -> None:
    text = guide.sections()[guide.TROUBLE].path.read_text("utf-8")
    codes = re.findall(r"\*\*([A-Z]\d\d)\*\*", text)
    assert len(codes) == len(set(codes))


def test_every_link_and_picture_of_the_guide_is_there() -> None:
    for section in guide.sections().values():
        for target in re.findall(r"\]\(([^)]+)\)", section.path.read_text("utf-8")):
            assert (section.path.parent / target).is_file(), f"{section.name}: {target}"


def opened() -> HelpWindow:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpWindow)]
    assert found.isVisible()
    return found


def test_f1_opens_the_section_of_the_page(workspace: Workspace) -> None:
    pages = every_page(workspace)
    for number, page in enumerate(pages):
        workspace.show_page(number)
        QApplication.processEvents()
        QTest.keyClick(workspace.window(), Qt.Key.Key_F1)
        section = guide.sections()[page.help_section]
        assert opened().browser.toPlainText().startswith(section.title)
        workspace.window().activateWindow()
        workspace.rail.setFocus()
    assert len({page.help_section for page in pages}) == len(pages)


def test_the_code_in_a_banner_leads_to_what_to_do_by_keyboard(workspace: Workspace) -> None:
    workspace.show_page(pages.BATCHES)
    banner = workspace.batches.banner
    banner.say(StoreError("D06", "磁盘满了 <U 盘>。", "请清理。").sentence(), BAD)
    assert banner.text() == "磁盘满了 <U 盘>。请清理。（D06）"
    banner.setFocus(Qt.FocusReason.TabFocusReason)
    # From the text to its first link.
    QTest.keyClick(banner, Qt.Key.Key_Tab)
    QTest.keyClick(banner, Qt.Key.Key_Return)
    window = opened()
    assert window.browser.textCursor().selectedText().startswith("D06 ")


def test_a_dialog_s_banner_opens_the_guide_before_the_dialog(
    workspace: Workspace, qtbot: QtBot
) -> None:
    dialog = ActDialog("撤销", "撤销立即生效。", "撤销", workspace.registration)
    dialog.open()
    dialog.show_error(StoreError("D07", "读不出。", "请检查。"))
    dialog.banner.linkActivated.emit("D07")
    assert opened().parent() is dialog
    QTest.keyClick(opened(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.reject()


def test_searching_turns_to_the_first_place_while_one_types(
    qtbot: QtBot, workspace: Workspace
) -> None:
    window = open_help(workspace.window())
    qtbot.keyClicks(window.words, "D06")
    assert window.list.count() >= 1
    assert window.browser.textCursor().selectedText().startswith("D06 ")
    window.words.setText("没有这样的话")
    assert window.list.count() == 0
    window.words.clear()
    assert window.list.count() == len(guide.sections())


def test_every_section_is_shown_whole(workspace: Workspace) -> None:
    window = open_help(workspace.window())
    for section in guide.sections().values():
        window.show_section(section.name)
        shown = window.browser.toPlainText().replace("\n", "")
        for passage in section.passages:
            assert passage.text in shown


def test_f1_helps_before_anybody_signed_in(window: MainWindow) -> None:
    window.let_go()
    window.show_sign_in()
    sheet = window.centralWidget()
    assert isinstance(sheet, Sheet)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert opened().browser.toPlainText().startswith("登录与恢复码")
