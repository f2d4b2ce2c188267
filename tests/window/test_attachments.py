"""Attachments from the chair: dropped, chosen, pasted, looked at, taken away."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QClipboard, QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests import pictures
from tests.desk.attaching import add, in_state
from zjrc_desk.desk import register
from zjrc_desk.desk.attach import attachments_of, content_of
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.attachments import MEDIA_OF_ROLE
from zjrc_desk.store import audit
from zjrc_desk.window.attachment_slot import Slot
from zjrc_desk.window.main_window import MainWindow
from zjrc_desk.window.picture_view import PictureView
from zjrc_desk.window.preview import Preview
from zjrc_desk.window.registration_page import RegistrationPage
from zjrc_desk.window.rehearsal import fill
from zjrc_desk.window.waiting import Waiting
from zjrc_desk.window.workspace import Workspace


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "照片 1.jpg"
    path.write_bytes(pictures.sideways())
    return path


@pytest.fixture
def clipboard(window: MainWindow) -> Iterator[QClipboard]:
    """Emptied at the end: what Python put there must not outlive Python."""
    yield QApplication.clipboard()
    QApplication.clipboard().clear()


def opened(workspace: Workspace, record_id: str, step: int = 5) -> RegistrationPage:
    workspace.open_registration(record_id)
    workspace.registration.rail.setCurrentRow(step)
    QApplication.processEvents()
    return workspace.registration


def card(page: RegistrationPage, role: str) -> Slot:
    """The card of a role on the step that is shown."""
    step = page.steps.currentWidget()
    return next(s for s in page.attachments.slots if s.role == role and step.isAncestorOf(s))


def settled(page: RegistrationPage) -> None:
    """Everything that was asked for is done and shown."""
    for _ in range(3):
        page.attachments.finish()
        QApplication.processEvents()


def drop(target: Slot, mime: QMimeData) -> bool:
    """What Qt sends while something is dragged onto a widget and let go; whether it was taken."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def audited(desk: Desk) -> int:
    with desk.store.read() as session:
        return audit.head(session).entries


def roles(desk: Desk, page: RegistrationPage) -> list[str]:
    return [one.role for one in attachments_of(desk, page.revision.record_id)]


def test_a_photo_dropped_on_an_empty_form_begins_the_registration(
    workspace: Workspace, desk: Desk, photo: Path
) -> None:
    workspace.new_registration()
    page = workspace.registration
    target = card(page, "photo")
    assert drop(target, files(photo))
    settled(page)
    assert page.mood() == "good", page.banner.text()
    (found,) = register.find(desk)
    (kept,) = attachments_of(desk, found.record_id)
    assert target.attached() == [kept]
    shown = target.strip.item(0).icon().pixmap(96, 96).toImage()
    assert shown.pixelColor(35, 48).lightness() > 180 > shown.pixelColor(60, 48).lightness()
    page.rail.setCurrentRow(5)
    assert card(page, "photo").attached() == [kept], "the last step shows it too"


def test_several_files_are_chosen_at_once(
    workspace: Workspace, desk: Desk, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(pictures.paper(2))
    page = opened(workspace, in_state(desk, "p"))
    names = [str(photo), str(scan)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
    QTest.mouseClick(card(page, "letter_scan").add, Qt.MouseButton.LeftButton)
    settled(page)
    kinds = [one.media_type for one in card(page, "letter_scan").attached()]
    assert kinds == ["image/jpeg", "application/pdf"]


def test_a_picture_on_the_clipboard_is_pasted_with_ctrl_v(
    workspace: Workspace, desk: Desk, qtbot: QtBot, clipboard: QClipboard
) -> None:
    page = opened(workspace, in_state(desk, "w"))
    image = QImage(200, 80, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.setPixelColor(100, 40, QColor("black"))
    clipboard.setImage(image)
    target = card(page, "signature")
    page.steps.currentWidget().ensureWidgetVisible(target)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(6, 6))
    qtbot.waitUntil(target.hasFocus)
    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(page)
    (kept,) = target.attached()
    content = content_of(desk, kept.sha256, page.revision.record_id)
    pasted = Image.open(io.BytesIO(content))
    assert (kept.media_type, pasted.size) == ("image/png", (200, 80))
    assert pasted.getpixel((100, 40)) == (0, 0, 0, 255)
    assert pasted.getpixel((10, 10))[3] == 0


def test_a_copied_file_is_pasted_too(
    workspace: Workspace, desk: Desk, photo: Path, clipboard: QClipboard
) -> None:
    page = opened(workspace, in_state(desk, "d"), 0)
    clipboard.setMimeData(files(photo))
    card(page, "id_scan").paste()
    settled(page)
    assert roles(desk, page) == ["id_scan"]


def test_f13_what_cannot_be_added_is_said_and_the_rest_stays(
    workspace: Workspace, desk: Desk, photo: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "photo.jpg"
    wrong.write_bytes(b"MZ a program that calls itself a picture")
    page = opened(workspace, in_state(desk, "d"))
    drop(card(page, "photo"), files(photo, wrong))
    settled(page)
    assert page.mood() == "bad"
    assert "F13" in page.banner.text()
    assert "不是图片" in page.banner.text()
    assert len(card(page, "photo").attached()) == 1, "the good one before it was added"
    wrong.unlink()
    drop(card(page, "photo"), files(wrong))
    settled(page)
    assert "D07" in page.banner.text(), "a file that is gone is said so too"
    assert card(page, "photo").isEnabled()


@pytest.mark.parametrize("state", "dcwps")
def test_only_cards_whose_time_it_is_take_anything(
    state: str, workspace: Workspace, desk: Desk, photo: Path
) -> None:
    page = opened(workspace, in_state(desk, state))
    closed = {r for r in MEDIA_OF_ROLE if not card(page, r).add.isEnabled()}
    early = {"d": {"signature", "letter_scan"}, "w": {"letter_scan"}}
    assert closed == early.get("d" if state in "dc" else state, set())
    for role in MEDIA_OF_ROLE:
        assert drop(card(page, role), QMimeData()) is False
        if role in closed:
            assert card(page, role).hint.isVisibleTo(page)
            assert drop(card(page, role), files(photo)) is False
    settled(page)


def test_a_picture_and_a_paper_are_looked_at_from_memory_and_a_film_is_only_named(
    workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    record_id = in_state(desk, "p")
    add(desk, record_id, "letter_scan", pictures.several_pages(3))
    add(desk, record_id, "id_scan", pictures.paper(2))
    add(desk, record_id, "witness_media", pictures.film(5_000_000))
    page = opened(workspace, record_id)
    settled(page)
    film = card(page, "witness_media")
    assert film.strip.item(0).text() == "录像 · 4.8 MB"
    assert not film.look.isEnabled()
    QTest.mouseClick(card(page, "letter_scan").look, Qt.MouseButton.LeftButton)
    settled(page)
    view = page.findChild(PictureView)
    assert len(view.pages()) == 3
    before = view.pages()[0].pixmap().width()
    QTest.mouseClick(view.larger, Qt.MouseButton.LeftButton)
    assert view.pages()[0].pixmap().width() > before
    view.close()
    QTest.keyClick(card(page, "id_scan").strip, Qt.Key.Key_Return)
    settled(page)
    preview = page.findChild(Preview)
    assert preview.document.pageCount() == 2
    preview.close()


@pytest.mark.parametrize("yes", [True, False])
def test_an_attachment_is_taken_away_only_after_a_yes(
    yes: bool, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    record_id = in_state(desk, "d")
    add(desk, record_id, "photo", pictures.picture())
    page = opened(workspace, record_id)
    settled(page)
    answer = QMessageBox.StandardButton.Yes if yes else QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *_args: answer)
    QTest.mouseClick(card(page, "photo").remove, Qt.MouseButton.LeftButton)
    settled(page)
    assert len(attachments_of(desk, record_id)) == (0 if yes else 1)
    assert len(card(page, "photo").attached()) == (0 if yes else 1)


def test_asked_whether_to_remove_it_one_enter_too_many_removes_nothing(
    workspace: Workspace, desk: Desk
) -> None:
    record_id = in_state(desk, "d")
    add(desk, record_id, "photo", pictures.picture())
    page = opened(workspace, record_id)
    settled(page)
    seen: list[bool] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        no = box.button(QMessageBox.StandardButton.No)
        seen.extend(one == no for one in (box.defaultButton(), box.focusWidget()))
        QTest.keyClick(box.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    QTest.mouseClick(card(page, "photo").remove, Qt.MouseButton.LeftButton)
    settled(page)
    assert seen == [True, True]
    assert len(attachments_of(desk, record_id)) == 1


def test_typing_goes_on_after_a_photo_and_both_are_kept(
    workspace: Workspace, desk: Desk, photo: Path
) -> None:
    workspace.new_registration()
    page = workspace.registration
    fill(page, "volunteer.name", "张三")
    drop(card(page, "photo"), files(photo))
    settled(page)
    fill(page, "volunteer.name", "张三丰")
    page.save()
    (found,) = register.find(desk)
    assert found.name == "张三丰"
    assert roles(desk, page) == ["photo"]


def test_a_long_film_shows_how_far_it_is_and_can_be_cancelled(
    workspace: Workspace, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.write(pictures.film(1000))
        file.truncate(190 << 20)
    page = opened(workspace, in_state(desk, "d"))
    drop(card(page, "witness_media"), files(film))
    waiting = page.findChild(Waiting)
    assert not card(page, "photo").isEnabled()
    qtbot.waitUntil(lambda: waiting.isVisible() and waiting.bar.value() > 0, timeout=10_000)
    QTest.mouseClick(waiting.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "已取消" in page.banner.text(), timeout=10_000)
    assert roles(desk, page) == []
    assert card(page, "photo").isEnabled()


def test_locking_while_something_is_added_keeps_it(
    window: MainWindow,
    workspace: Workspace,
    open_desk: Callable[[], Desk],
    desk: Desk,
    photo: Path,
) -> None:
    page = opened(workspace, in_state(desk, "d"))
    record_id = page.revision.record_id
    drop(card(page, "photo"), files(photo))
    window.lock()
    again = open_desk()
    (kept,) = attachments_of(again, record_id)
    assert kept.role == "photo"
    entries = audited(again)
    QApplication.processEvents()
    assert audited(again) == entries, "the page that was left does nothing any more"


@pytest.mark.parametrize("scan", [True, False])
def test_signing_without_a_scan_is_mentioned(scan: bool, workspace: Workspace, desk: Desk) -> None:
    page = opened(workspace, in_state(desk, "p"))
    if scan:
        add(desk, page.revision.record_id, "letter_scan", pictures.paper())
    QTest.mouseClick(page.last.signed, Qt.MouseButton.LeftButton)
    assert (page.mood(), page.revision.state) == ("good", "signed")
    assert ("没有添加签名件扫描" in page.banner.text()) is not scan


def test_what_comes_of_an_attachment_does_not_hide_the_success_of_an_act(
    workspace: Workspace, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(workspace, in_state(desk, "p"))
    no_photo = tmp_path / "no photo.pdf"
    no_photo.write_bytes(b"no picture at all")
    page.attachments.add("photo", [no_photo])
    page.last.signed.click()
    said = page.banner.text()
    assert "已登记签署" in said
    qtbot.waitUntil(lambda: page.banner.text() != said, timeout=5000)
    assert page.banner.text().startswith(said)
