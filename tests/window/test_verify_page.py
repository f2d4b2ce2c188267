"""验证: one paper after the other, by scanner and by file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.papers import printed_papers
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.session import Desk
from zjrc_desk.window.rehearsal import type_text
from zjrc_desk.window.verify_page import VerifyPage
from zjrc_desk.window.workspace import VERIFY, Workspace


@pytest.fixture
def page(workspace: Workspace) -> VerifyPage:
    workspace.show_page(VERIFY)
    return workspace.verification


@pytest.fixture
def token(desk: Desk, tmp_path: Path) -> str:
    """Of a letter that is in force; its file is letter.pdf."""
    kept = register.witness(desk, revision())
    (letter,) = print_letters(desk, [kept.registration.serial])
    record_signed(desk, [letter.serial])
    (tmp_path / "letter.pdf").write_bytes(letter.pdf)
    return printed_papers(desk, kept.record_id)[0].token


def drop(page: VerifyPage, *files: Path) -> None:
    """What Qt sends while files are dragged onto the line, which is where the eye is, and let go;
    it finds who takes them."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    # As many a file manager does, for lines of text.
    dragged.setText("\n".join(map(str, files)))
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(page.token, QDragEnterEvent(QPoint(9, 9), copy, dragged, left, none))
    QApplication.sendEvent(page.token, QDropEvent(QPointF(9, 9), copy, dragged, left, none))


def test_what_was_found_of_one_paper_is_gone_when_the_next_is_typed(
    page: VerifyPage, token: str
) -> None:
    type_text(page.token, token)
    QTest.keyClick(page.token, Qt.Key.Key_Return)
    assert "现在有效" in page.banner.text()
    type_text(page.token, "e")
    assert page.token.text() == "e", "it replaces the one before"
    assert page.banner.text() == "", "a scanner without Enter has nothing verified yet"


def test_after_a_file_and_after_the_button_the_next_scan_goes_to_the_line(
    page: VerifyPage, token: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "letter.pdf"), "")
    )
    for name in ("打开文件…", "验证"):
        page.token.setText(token)
        (found,) = [one for one in page.findChildren(QPushButton) if one.text() == name]
        found.setFocus()
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        assert "现在有效" in page.banner.text()
        assert QApplication.focusWidget() is page.token
        assert page.token.selectedText() == token, "what is scanned replaces it"


def test_a_file_may_be_dropped_on_the_line_too_and_several_are_not_taken_for_one(
    page: VerifyPage, token: str, tmp_path: Path
) -> None:
    assert token
    letter, other = tmp_path / "letter.pdf", tmp_path / "other.txt"
    other.write_text("no paper")
    drop(page, letter)
    assert "现在有效" in page.banner.text()
    assert page.token.text() == ""
    drop(page, letter, other)
    assert "一次只能验证一个文件" in page.banner.text()
    assert "有效" not in page.banner.text()
    drop(page, other)
    assert "T07" in page.banner.text()
