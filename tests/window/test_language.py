"""The window in Chinese and in English: complete, switched, and never what people typed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.conftest import ADMIN, PASSWORD
from tests.people import revision, volunteer
from tests.window.cut import cut, settle
from tests.window.shown import CHINESE, chinese, texts
from tests.window.test_typing import Typist
from tests.window.views import REFUSAL, Views
from zjrc_desk.desk import register
from zjrc_desk.desk.audit_trail import ACTIONS
from zjrc_desk.desk.paper_texts import paper_texts
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import AccessError, StateError
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window import gather_texts, language, rehearsal, theme
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.catalogue import Catalogue, places, read
from zjrc_desk.window.key_dialogs import AccountDialog, TemporaryDialog
from zjrc_desk.window.look import SCALES, Look
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.page import BAD, Banner
from zjrc_desk.window.sign_in import SignIn
from zjrc_desk.window.workspace import Workspace

WINDOW = Path(language.__file__).parent
_NOT_OF_THE_STAFFS_WINDOW = frozenset(
    {"catalogue.py", "gather_texts.py", "rehearsal.py", "volunteer_text.py"}
)
_WORDED_BY_THE_TEST = frozenset({"ActDialog", "EndingDialog", "ReasonDialog", "SignatureDialog"})
#: Chinese that an English sentence has to quote: what is typed, printed or seen as it is.
QUOTED = (
    "西湖区",
    "恢复码",
    "长期",
    "军字第1234567号",
    "重印",
    "中文",
    "、",
    "遗体",
    "器官",
    "组织",
    "角膜",
)


@pytest.fixture(autouse=True)
def _settings_of_its_own(tmp_path: Path) -> Iterator[None]:
    """What is chosen here is nobody's choice, and the next test begins in Chinese."""
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    before = Path(QSettings(ini, user, "zjrc_desk").fileName()).parent
    QSettings.setPath(ini, user, str(tmp_path / "settings"))
    rehearsal.application()
    yield
    language.speak(language.CHINESE)
    application = QApplication.instance()
    if isinstance(application, QApplication) and theme.worn().scale != SCALES[0]:
        theme.apply(application)
    QSettings.setPath(ini, user, str(before))


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    return read(gather_texts.catalogue_path())


@pytest.fixture
def english(qtbot: QtBot, desk: Desk) -> Iterator[Workspace]:
    """The real window in English."""
    language.choose(language.ENGLISH)
    with rehearsal.opened_window(desk) as window:
        assert window.workspace is not None
        yield window.workspace


def test_every_text_of_the_sources_has_its_english_and_none_is_left_over(
    known: dict[str, str],
) -> None:
    wanted = [text for ones in gather_texts.texts().values() for text in ones]
    lacking = [text for text in wanted if text not in known]
    assert not lacking, "make translations, then translate what is unfinished in the .ts"
    assert not set(known) - set(wanted), "make translations takes away what is gone"


def test_a_translation_keeps_the_values_and_the_marks_of_its_text(known: dict[str, str]) -> None:
    for text, english in known.items():
        assert sorted(places(text)) == sorted(places(english)), text
        assert text.count("…") == english.count("…"), text
        assert re.findall(r"\(&\w\)|\(\*[^)]*\)", text) == re.findall(
            r"\(&\w\)|\(\*[^)]*\)", english
        ), "the same key, the same kinds of file"


def test_a_translation_is_english_but_for_what_it_quotes(known: dict[str, str]) -> None:
    for text, english in known.items():
        for word in QUOTED:
            english = english.replace(word, "")
        assert not CHINESE.search(english.replace("　", "")), text


def test_the_window_says_nothing_in_chinese_past_its_translator() -> None:
    """A literal is asked for by tr(), or stands in a table whose texts are."""
    for path in sorted(WINDOW.glob("*.py")):
        if path.name in _NOT_OF_THE_STAFFS_WINDOW:
            continue
        assert list(_untranslated(ast.parse(path.read_text("utf-8")))) == [], path.name


def _untranslated(node: ast.AST, *, asked: bool = False) -> Iterator[str]:
    match node:
        case ast.Expr(value=ast.Constant()):
            return
        case ast.Call(func=ast.Attribute(attr="tr" | "_tr") | ast.Name(id="tr" | "_tr")):
            asked = True
        case ast.Call(func=ast.Attribute(attr="append" | "encode")):
            asked = True
        case ast.Tuple() | ast.List() | ast.Dict() | ast.Compare():
            asked = True
        case ast.FunctionDef():
            asked = False
        case ast.Assign(targets=[ast.Name(id=name)]) if name.isupper() or name == "title":
            asked = True
        case ast.JoinedStr() if not asked or any(map(_chinese_literal, node.values)):
            yield from (ast.unparse(node) for part in node.values if _chinese_literal(part))
        case ast.Constant() if not asked and _chinese_literal(node):
            yield str(node.value)
    for child in ast.iter_child_nodes(node):
        if not isinstance(node, ast.JoinedStr) or not isinstance(child, ast.Constant):
            yield from _untranslated(child, asked=asked)


def _chinese_literal(node: ast.AST) -> bool:
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and bool(CHINESE.search(text))


def test_a_sentence_from_below_is_english_and_the_values_in_it_stay_as_typed(
    known: dict[str, str],
) -> None:
    catalogue = Catalogue(known)
    for text, english in (
        (
            "没有填写见证人2姓名。请补填。",
            "Witness 2 – Name is missing. Please fill it in.",
        ),
        ("见证人 余淑福", "Witness 余淑福"),
        (
            "还没有确认：没有人强迫、欺骗或利诱志愿者、志愿者神志清楚，能正常交流。",
            "Not confirmed yet: No force, deceit or inducement, Lucid, communicates normally.",
        ),
        (
            "现有的登记库比这个备份新：恢复以后会少 3 份登记、2 个批次。",
            "The present register is newer than this backup: "
            "after restoring there will be missing 3 registrations, 2 batches.",
        ),
    ):
        assert catalogue.translation(text) == english
    for typed in ("余淑福", "浙江省杭州市上城区平海路1号", "我走了以后，身体交给医学院用。"):
        assert catalogue.translation(typed) is None


def test_an_error_is_said_with_its_code_in_the_language_of_the_window() -> None:
    error = StateError("L01", "这份登记现在是“草稿”，不能变为“已签署”。", "请打开它继续填写。")
    assert language.said(error) == error.sentence(), "nothing changes for who works in Chinese"
    language.speak(language.ENGLISH)
    assert language.said(error) == (
        'This registration is now "Draft" and cannot become "Signed". '
        "Please open it and go on. (L01)"
    )
    banner = Banner()
    banner.say(language.said(error), BAD)
    assert 'href="L01"' in QLabel.text(banner), "and its code leads to the guide"
    refused = AccessError("A01", "审计员不能做这件事。", "请由登记员或管理员登录后办理。")
    assert language.said(refused).startswith("This cannot be done in the role of Auditor.")


def test_every_act_of_the_audit_has_its_english(english: Workspace) -> None:
    assert not {text for text in ACTIONS.values() if CHINESE.search(language.tr(text))}


@pytest.mark.parametrize("scale", [SCALES[0], SCALES[-1]])
def test_every_view_in_english_has_no_chinese_but_what_was_typed_and_no_cut_word(
    english: Workspace, desk: Desk, scale: int
) -> None:
    application = rehearsal.application()
    theme.apply(application, Look("light", scale))
    window = _window(english)
    views = Views(window, desk)
    typed = "".join(_typed(desk, register.open_registration(desk, views.draft)))
    typed += REFUSAL.name
    window.resize(1366, 768)
    faults = []
    for name, shown in chain(views.of_pages(), views.of_sheets(), views.of_dialogs()):
        settle()
        faults += [f"{name}: {one}" for one in cut(shown)]
        if name not in _WORDED_BY_THE_TEST and name != "HelpWindow":  # the guide is Chinese
            assert chinese(shown, typed) == set(), name
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)


def test_the_button_beside_somebody_known_goes_below_the_words_where_there_is_no_room(
    english: Workspace, desk: Desk
) -> None:
    english.window().resize(1366, 768)
    english.open_registration(Views(_window(english), desk).draft)
    bar = english.registration.known
    settle()
    assert bar.isVisible()
    assert bar.open_button.x() > bar.words.geometry().right()
    theme.apply(rehearsal.application(), Look("light", SCALES[-1]))
    settle()
    assert bar.open_button.y() > bar.words.geometry().bottom()


def _window(workspace: Workspace) -> MainWindow:
    window = workspace.window()
    assert isinstance(window, MainWindow)
    return window


def _typed(desk: Desk, wish: Revision) -> Iterator[str]:
    yield from QUOTED
    # The papers stay Chinese.
    for paper in paper_texts():
        yield from (paper.title, *paper.paragraphs)
    yield from (desk.point.name, desk.point.host)
    yield from (wish.volunteer.name, wish.kin[0].name, wish.executor.name)
    yield from (wish.volunteer.residence_address, wish.statement.place)


def test_every_small_window_in_english_shows_no_chinese_but_what_was_typed(
    english: Workspace, desk: Desk
) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    english.open_registration(kept.record_id)
    acts = english.registration.last.acts
    opened: list[QDialog] = []
    for act in (acts.change, acts.correct, acts.withdraw, acts.refuse, acts.erase):
        act()
        assert acts.dialog is not None
        opened.append(acts.dialog)
    acts.show_history()
    assert acts.dialog is not None
    opened += [acts.dialog, AccountDialog(desk, None), TemporaryDialog(ADMIN, "x")]
    for dialog in opened:
        assert chinese(dialog, kept.volunteer.name) == set()
        dialog.done(0)


def test_what_is_chosen_in_english_is_kept_as_the_same_value(
    english: Workspace, desk: Desk
) -> None:
    english.new_registration()
    page = english.registration
    typist = Typist()
    line = page.findChild(QLineEdit, "volunteer.sex")
    line.setFocus()
    typist.type("fem")
    assert line.text() == "Female"
    rehearsal.fill(page, "volunteer.ethnicity", "某某族")
    page.leave()
    kept = register.open_registration(desk, page.revision.record_id)
    assert kept.volunteer.sex == "2", "found by a part of its English name"
    assert kept.volunteer.ethnicity == "某某族", "what is in no list stays as typed"
    group = page.form.field("volunteer.ethnicity")
    for typed in ("Han", "汉族", "汉"):
        rehearsal.fill(page, "volunteer.ethnicity", typed)
        assert group.value() == "01", "and who types Chinese is understood"


def test_the_language_is_switched_at_the_sign_in_sheet_and_in_the_settings(
    qtbot: QtBot, store_folder: Path
) -> None:
    window = MainWindow(store_folder)
    qtbot.addWidget(window)
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    (other,) = (one for one in sheet.findChildren(QPushButton) if one.text() == "English")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert sheet.enter.text() == "Sign in"
    assert chinese(sheet, "中文") == set()
    rehearsal.type_text(sheet.staff, ADMIN)
    rehearsal.type_text(sheet.password, PASSWORD)
    QTest.mouseClick(sheet.enter, Qt.MouseButton.LeftButton)
    assert window.workspace is not None
    window.workspace.show_page(pages.SETTINGS)
    box = window.workspace.settings.language.box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert "Ctrl+L" in window.workspace.settings.banner.text()
    window.lock()
    sheet = window.centralWidget()
    assert isinstance(sheet, SignIn)
    assert sheet.enter.text() == "登录", "from the next sign-in on"
    assert language.kept() == language.CHINESE
    window.close()


def test_the_volunteers_screen_stays_chinese(english: Workspace, desk: Desk) -> None:
    kept = register.save_draft(desk, revision(volunteer=volunteer(name="李志")))
    english.open_registration(kept.record_id)
    english.registration.rail.setCurrentRow(5)
    english.registration.last.volunteer.open()
    screen = english.registration.last.volunteer.screen_shown
    assert screen is not None
    assert screen.change.text() == "我想修改"
    assert "全部遗体、角膜" in screen.text()
    english.registration.last.volunteer.close_screen()


@pytest.mark.parametrize(
    ("spoken", "save"), [(language.CHINESE, "保存"), (language.ENGLISH, "Save")]
)
def test_qts_own_dialogs_speak_the_same_language(qtbot: QtBot, spoken: str, save: str) -> None:
    language.speak(spoken)
    box = QMessageBox()
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Cancel | buttons.Yes | buttons.No)
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    for dialog in (box, files):
        qtbot.addWidget(dialog)
    said = [one.text() for one in box.buttons()]
    said += [one.text() for one in files.findChildren(QPushButton)]
    said += [one.text() for one in files.findChildren(QLabel)]
    assert any(save in one for one in said)
    chinese_ones = [bool(CHINESE.search(one)) for one in said if one.strip()]
    assert all(chinese_ones) if spoken == language.CHINESE else not any(chinese_ones)
    assert [one for one in texts(files) if one]


def test_a_state_has_its_mark_in_english_too(english: Workspace, desk: Desk) -> None:
    register.save_draft(desk, revision())
    english.show_page(pages.FIND)
    rows = english.search.rows
    while not rows.rowCount():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    cells = [rows.index(0, column) for column in range(rows.columnCount())]
    marked = [one for one in cells if rows.data(one, Qt.ItemDataRole.DecorationRole) is not None]
    assert [str(rows.data(one)) for one in marked] == ["Draft"]
