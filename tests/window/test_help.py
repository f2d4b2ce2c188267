"""F1 and a banner's link: the guide opens where somebody needs it; every error code is in it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.window.views import Views
from zjrc_desk.desk import guide
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.act_dialogs import ActDialog, ReasonDialog
from zjrc_desk.window.help_window import HelpWindow, open_help
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD
from zjrc_desk.window.registration_page import RegistrationPage
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
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    (found,) = [one for one in shown if isinstance(one, HelpWindow)]
    return found


#: By what is in front, the heading that F1 opens the guide at; of a section's own it is the title.
ABOUT = {
    "TodayPage-1": "今日",
    "FindPage-1": "查询",
    "BatchPage-1": "批次与回执",
    **{f"DiaryPage-{tab}": "日志" for tab in (1, 2, 3, 4)},
    "StatisticsPage-1": "统计",
    "SettingsPage-1": "登记点",
    "SettingsPage-2": "外观",
    "SettingsPage-3": "打印机",
    "SettingsPage-4": "文件夹",
    "SettingsPage-5": "备份与恢复",
    "SettingsPage-6": "文本",
    "SettingsPage-7": "人员（管理员）",
    "SettingsPage-8": "密码",
    "VerifyPage-1": "验证一份文书",
    "AuditPage-1": "审计与验证",
    **{f"form-draft-{step}": "登记" for step in range(1, 7)},
    "form-signed-6": "登记",
    "form-refused-6": "登记",
    "deleted-draft": "登记",
    # Of the page they were opened from, which is the last of all pages here.
    "ActDialog": "登记",
    "ReasonDialog": "登记",
    "EndingDialog": "以后有变化",
    "EraseDialog": "以后有变化",
    "AccountDialog": "人员（管理员）",
    "TemporaryDialog": "人员（管理员）",
    "PasswordDialog": "密码",
    "NewCodeDialog": "恢复码",
    "StoreKeyDialog": "密码",
    "ExportDialog": "导出",
    "ImportResult": "导入列表",
    "SignatureDialog": "附件",
    "SetUpGuide": "第一次打开：设立登记点",
    "SignIn": "登录与恢复码",
    "FirstRun": "第一次打开：设立登记点",
    "FirstPassword": "密码",
    "Recovery": "忘记密码",
    "RestoreSheet": "电脑坏了：恢复",
}


def read_first(window: HelpWindow) -> str:
    """What the guide is open at: the passage that is marked, else the beginning."""
    return window.browser.textCursor().selectedText() or window.browser.toPlainText().split("\n")[0]


def f1(widget: QWidget) -> str:
    widget.window().activateWindow()
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    if focus is None or focus.window() is not widget.window():
        widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_F1)
    window = opened()
    said = read_first(window)
    # Only the one that is asked for is looked for.
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return said


def test_f1_opens_what_is_said_of_the_page_the_tab_or_the_small_window(
    window: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    views = Views(window, desk)
    found: dict[str, str] = {}
    for name, _ in views.of_pages():
        # On the way along the rail, where the cursor says nothing.
        workspace.rail.setFocus()
        found[name] = f1(window)
    # One after the other: what was looked at is taken apart.
    for name, shown in chain(views.of_dialogs(), views.of_sheets()):
        if not isinstance(shown, HelpWindow):
            found[name] = f1(shown)
    assert found == ABOUT


@pytest.mark.parametrize(
    ("wanted", "about"),
    [
        (lambda page: page.last.acts.change(), "以后有变化"),
        (lambda page: page.last.papers.print_paper("letter"), "其他文书"),
    ],
    ids=["an act", "a reprint"],
)
def test_f1_in_a_small_window_of_a_registration_tells_of_what_was_pressed(
    window: MainWindow,
    workspace: Workspace,
    desk: Desk,
    wanted: Callable[[RegistrationPage], object],
    about: str,
) -> None:
    workspace.open_registration(Views(window, desk).signed)
    page = workspace.registration
    page.rail.setCurrentRow(page.steps.count() - 1)
    wanted(page)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    assert f1(dialog) == about
    dialog.reject()


def test_f1_on_the_last_step_tells_of_what_has_the_keyboard(
    window: MainWindow, workspace: Workspace, desk: Desk
) -> None:
    workspace.open_registration(Views(window, desk).signed)
    page = workspace.registration
    page.rail.setCurrentRow(page.steps.count() - 1)
    page.last.print_button.setFocus()
    assert f1(window) == "意愿书（家书）"
    card = page.attachments.slots[-1]
    assert card.isVisible()
    card.add.setEnabled(True)
    card.add.setFocus()
    assert f1(window) == "附件"


def test_every_place_that_f1_opens_is_in_the_guide_and_is_opened_by_something() -> None:
    for name, passage in guide.places().items():
        assert passage in guide.sections()[passage.section].passages, name
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "window").rglob("*.py"))
    named = set(re.findall(r'help_section[^\n]*"([a-z-]+)"', sources))
    assert named <= set(guide.places())
    assert set(guide.places()) - set(guide.sections()) <= named


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
