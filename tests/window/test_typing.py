"""A trained typist needs no mouse and few keys more than what has to be typed at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry import regions
from zjrc_desk.window import look, theme
from zjrc_desk.window.field import Field
from zjrc_desk.window.look import Look
from zjrc_desk.window.workspace import Workspace

AIM = 1.15
FIGURES = Path(__file__).parents[2] / "docs" / "typing.md"
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)


class Typist:
    """Presses keys on whatever has the focus, and counts them; a committed character is one."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.keys += 1
        QTest.keyClick(self._target(), key, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def type(self, text: str, *, enter: bool = True) -> None:
        for character in text:
            target = self._target()
            self.keys += 1
            if character.isascii():
                QTest.keyClicks(target, character)
            else:
                event = QInputMethodEvent()
                event.setCommitString(character)
                QApplication.sendEvent(QApplication.focusWidget(), event)
        QApplication.processEvents()
        if enter:
            self.press(Qt.Key.Key_Return)

    @staticmethod
    def _target() -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert found is not None, "something has the focus"
        return found


class MouseWatch(QObject):
    """Remembers whether a mouse button was pressed anywhere."""

    used = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.used = self.used or event.type() == QEvent.Type.MouseButtonPress
        return False


@pytest.fixture
def mouse() -> Iterator[MouseWatch]:
    watch = MouseWatch()
    QApplication.instance().installEventFilter(watch)  # type: ignore[union-attr]
    yield watch
    QApplication.instance().removeEventFilter(watch)  # type: ignore[union-attr]


def focused() -> str:
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, Field):
        widget = widget.parentWidget()
    return widget.path if widget is not None else ""


#: What a typist enters, in the order the form asks for it.  A field's text is typed whole; of a
#: list's value the first letters, as many as it takes; a digit ticks the box of that number.
TYPED = {
    "volunteer.document_number": "330106194107041063",
    "volunteer.name": "样例一",
    "volunteer.ethnicity": "hz",
    "volunteer.mobile": "13805710001",
    "volunteer.room": "306-2",
    "volunteer.residence_region": "scq",
    "volunteer.residence_address": "平海路 1 号",
    "volunteer.household_region": "",  # inferred from the number: Enter says that it is right
    "intention.items": "18",
    "intention.uses": "123",
    "intention.capacity_declared": " ",
    "intention.voluntary_declared": " ",
    "consent.given_at": " ",
    "kin.0.name": "样例二",
    "kin.0.relation": "zn",
    "kin.0.phone": "13805710002",
    "kin.0.opinion": "ty",
    "executor.name": "样例二",
    "executor.relation": "zn",
    "executor.phone": "13805710002",
    "intention.family_letter": "孩子们：我这一辈子过得很好。身后把身体留给医学，是我自己的决定，"
    "请你们不要难过，也请尊重它。一切从简，不办追悼会，骨灰撒在钱塘江里就好。",
    "witnesses.0.name": "样例三",
    "witnesses.0.document_number": "330502197201099210",
    "witnesses.1.name": "样例四",
    "witnesses.1.document_number": "330106196203164505",
    "statement.started_at": "202611240900",
    "statement.ended_at": "202611240920",
    "statement.checks": "123456",
    "statement.volunteer_words": "我走了以后，身体交给医学院用。",
}


def test_a_whole_registration_needs_no_mouse_and_few_keys_beyond_its_characters(
    workspace: Workspace, desk: Desk, mouse: MouseWatch
) -> None:
    typist = Typist()
    workspace.new_registration()
    page = workspace.registration
    asked = []
    while (path := focused()) and path not in asked:
        asked.append(path)
        long = isinstance(QApplication.focusWidget(), QPlainTextEdit)
        typist.type(TYPED[path], enter=not long)
        if long:
            typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    typist.press(Qt.Key.Key_Space)
    said = f"{asked[-1]} {page.last.text.text()} {page.banner.text()}"
    assert page.revision.state == "witnessed", said
    assert asked == list(TYPED), "the form asks for what is needed, and for nothing else"
    assert not mouse.used
    characters = sum(map(len, TYPED.values()))
    assert typist.keys <= AIM * characters
    figure = f"{typist.keys} keys for {characters} characters"
    assert figure in FIGURES.read_text("utf-8"), f"docs/typing.md should say: {figure}"


def test_a_region_is_found_by_its_initials_and_taken_with_enter(workspace: Workspace) -> None:
    workspace.new_registration()
    page, typist = workspace.registration, Typist()
    page.findChild(QLineEdit, "volunteer.residence_region").setFocus()
    typist.type("xhq")
    assert page.findChild(QLineEdit, "volunteer.residence_region").text() == "浙江省杭州市西湖区"
    assert focused() == "volunteer.residence_address"


def test_tab_takes_what_is_marked_too(workspace: Workspace) -> None:
    workspace.new_registration()
    page, typist = workspace.registration, Typist()
    line = page.findChild(QLineEdit, "volunteer.ethnicity")
    line.setFocus()
    typist.type("wwe", enter=False)
    typist.press(Qt.Key.Key_Tab)
    assert line.text() == "维吾尔族"


def test_a_text_outside_the_list_stays_as_typed(workspace: Workspace, desk: Desk) -> None:
    workspace.new_registration()
    page, typist = workspace.registration, Typist()
    page.findChild(QLineEdit, "volunteer.ethnicity").setFocus()
    typist.type("某某族")
    page.save()
    kept = register.open_registration(desk, page.revision.record_id)
    assert kept.volunteer.ethnicity == "某某族"


def test_the_number_fills_sex_and_birth_date_and_only_suggests_the_household_region(
    workspace: Workspace, desk: Desk
) -> None:
    workspace.new_registration()
    page, typist = workspace.registration, Typist()
    typist.type("330106194107041063")
    lines = {
        name: page.findChild(QLineEdit, f"volunteer.{name}")
        for name in ("sex", "birth_date", "household_region")
    }
    assert [line.text() for line in lines.values()] == ["女", "1941-07-04", ""]
    region = lines["household_region"]
    assert region.placeholderText() == "浙江省杭州市西湖区"
    assert "请核对" in region.accessibleDescription()
    page.save()
    kept = register.open_registration(desk, page.revision.record_id)
    assert kept.volunteer.household_region == "", "nobody confirmed it"
    region.setFocus()
    typist.press(Qt.Key.Key_Tab)
    assert region.text() == "", "Tab passes it by"
    region.setFocus()
    typist.press(Qt.Key.Key_Return)
    page.save()
    kept = register.open_registration(desk, page.revision.record_id)
    assert kept.volunteer.household_region == "浙江省杭州市西湖区"


def test_another_region_typed_over_the_suggestion_counts(workspace: Workspace) -> None:
    workspace.new_registration()
    page, typist = workspace.registration, Typist()
    typist.type("330106194107041063")
    region = page.findChild(QLineEdit, "volunteer.household_region")
    region.setFocus()
    typist.type("scq")
    assert region.text() == "浙江省杭州市上城区"
    assert "请核对" not in region.accessibleDescription()


def test_a_day_is_picked_from_the_calendar_by_keys(workspace: Workspace) -> None:
    workspace.new_registration()
    page, typist = workspace.registration, Typist()
    line = page.findChild(QLineEdit, "volunteer.document_expires")
    line.setFocus()
    typist.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = page.findChild(QCalendarWidget)
    assert calendar is not None
    calendar.setSelectedDate(QDate(2035, 1, 1))
    calendar.activated.emit(calendar.selectedDate())
    assert line.text() == "2035-01-01"


@pytest.mark.parametrize("worn", [Look(), Look("dark", 140), Look("contrast", 180)])
def test_the_calendar_shows_every_day_on_the_screen_in_the_colours_worn(
    workspace: Workspace, worn: Look
) -> None:
    look.wear(worn)
    workspace.new_registration()
    line = workspace.registration.findChild(QLineEdit, "volunteer.birth_date")
    assert line is not None
    line.setFocus()
    Typist().press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (calendar,) = workspace.registration.findChildren(QCalendarWidget)
    days = calendar.findChild(QTableView)
    assert days is not None
    model = days.model()
    last = days.visualRect(model.index(model.rowCount() - 1, model.columnCount() - 1))
    assert days.viewport().rect().contains(last)
    assert calendar.screen().availableGeometry().contains(calendar.geometry())
    sunday = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert sunday == theme.colours()["accent"]
    calendar.close()


def test_districts_that_exist_no_more_are_not_offered() -> None:
    assert "浙江省杭州市下城区" not in regions.all_regions().values()
    assert regions.region_of("330103194107041063") == ""
    assert regions.all_regions()["330113"] == "浙江省杭州市临平区"
