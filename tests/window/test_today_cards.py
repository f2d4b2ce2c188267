"""The cards of 今日, the lists they open, and 批次 say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.conftest import TestClock
from tests.desk.conftest import Office
from tests.desk.erasing import GROUND
from tests.people import citizen_number, volunteer
from tests.window.cut import settle
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import change, enrol, erase
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.life import State
from zjrc_desk.registry.tables import Revision
from zjrc_desk.window import workspace as pages
from zjrc_desk.window.workspace import Workspace


@pytest.fixture
def office(desk: Desk, clock: TestClock, tmp_path: Path) -> Iterator[Office]:
    create(tmp_path / "centre", clock=clock)
    centre = open_centre(tmp_path / "centre", clock=clock)
    pem, _ = enrol.request(desk)
    enrol.enrol(desk, approve(centre, pem)[2])
    yield Office(desk, centre, tmp_path)
    centre.close()


def signed(office: Office, number: int) -> Revision:
    """One of several people."""
    who = volunteer(name="余淑" + "福寿康宁"[number])
    who.document_number = citizen_number(sequence=120 + 2 * number)
    return office.sign(office.witnessed(volunteer=who).record_id)


def ended(office: Office) -> list[Revision]:
    """Signed and kept, withdrawn, refused, erased."""
    one, two, three, four = (signed(office, n) for n in range(4))
    change.withdraw(office.desk, [two.registration.serial])
    office.refuse(three.record_id)
    erase.erase(office.desk, four.record_id, GROUND)
    return [one, two, three, four]


def press(workspace: Workspace, state: State) -> str:
    """What the card of a state says; its button is pressed."""
    workspace.show_page(pages.TODAY)
    workspace.today.refresh()
    workspace.today.settle()
    settle()
    said = workspace.today.number(state)
    QTest.mouseClick(workspace.today.buttons[state], Qt.MouseButton.LeftButton)
    settle()
    return said


def test_what_waits_for_sealing_is_the_same_on_the_card_and_among_the_batches(
    workspace: Workspace, office: Office
) -> None:
    kept = ended(office)[0]
    change.change(office.desk, kept.record_id, "想改")
    said = press(workspace, State.SIGNED)
    page = workspace.batches
    assert workspace.current() is page
    kinds = [page.waiting.rows.line(row)[1][2] for row in range(page.waiting.rows.count())]
    # Of who withdrew or refused the wish goes first; nothing of who was erased but that.
    assert sorted(kinds) == sorted(["捐献意愿"] * 3 + ["撤销", "明确不捐献", "删除"])
    assert said == str(len(kinds))
    assert f"{said} 份" in page.heading.text()
    assert office.seal().batch.records == len(kinds)


def test_where_only_an_erasure_waits_the_card_says_so_and_its_line_opens_it(
    workspace: Workspace, office: Office
) -> None:
    kept = office.accepted()
    erase.erase(office.desk, kept.record_id, GROUND)
    assert press(workspace, State.SIGNED) == "1"
    page = workspace.batches
    page.waiting.selectRow(0)
    QTest.keyClick(page.waiting, Qt.Key.Key_Return)
    assert workspace.registration.revision.record_id == kept.record_id


def test_a_card_counts_what_its_list_shows_whatever_was_looked_for_before(
    workspace: Workspace, office: Office
) -> None:
    ended(office)
    office.draft()
    office.seal()
    workspace.show_page(pages.FIND)
    kind = workspace.search.filters.kind
    kind.setCurrentIndex(kind.findData("erasure"))
    found = {}
    for state in (State.DRAFT, State.SEALED):
        said = press(workspace, state)
        assert workspace.current() is workspace.search
        assert said == str(workspace.search.table.rows.rowCount())
        found[state] = said
    assert found == {State.DRAFT: "1", State.SEALED: "4"}
