"""A deleted draft: nowhere while it is deleted, back as it was, gone when it is let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.desk.attaching import add
from tests.desk.conftest import STATES, Office
from tests.desk.lists import rows, written
from tests.people import revision, volunteer
from tests.pictures import picture
from zjrc_desk.desk import attach, audit_trail, drafts, erase, papers, register
from zjrc_desk.desk.check import check
from zjrc_desk.desk.import_list import IMPORTED, UNCHANGED, import_list
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.status import status
from zjrc_desk.registry.attachments import ID_SCAN
from zjrc_desk.registry.errors import EntryError, StateError
from zjrc_desk.registry.tables import Revision


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the store but the audit and the count of changes of the search rows."""
    with desk.store.read() as session:
        names = text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        tables = set(session.execute(names).scalars()) - {"auditentry"}
        rows = {
            one: [
                tuple(value for key, value in row.items() if key != "changed")
                for row in session.execute(text(f'SELECT * FROM "{one}" ORDER BY 1')).mappings()
            ]
            for one in tables
        }
    return {one: found for one, found in rows.items() if one != "staff"}


def full_draft(desk: Desk) -> Revision:
    kept = register.complete(desk, revision(staff_notes="下周再来", step="4"))
    add(desk, kept.record_id, ID_SCAN, picture())
    return kept


def test_it_is_nowhere_while_it_is_deleted_and_back_in_every_row(desk: Desk) -> None:
    kept = full_draft(desk)
    later = register.save_draft(desk, revision(volunteer=volunteer(name="后来的人")))
    before = everything(desk)
    drafts.delete_draft(desk, kept.record_id)
    assert [one.record_id for one in register.find(desk)] == [later.record_id]
    assert status(desk).registrations == {"draft": 1}
    assert register.left_open(desk) == later.record_id
    assert register.registered_as(desk, revision()) == register.Known(
        later.record_id, later.registration.serial, same_document=True
    )
    with pytest.raises(EntryError, match="F18"):
        register.open_registration(desk, kept.record_id)
    assert check(desk).sound
    drafts.undelete_draft(desk, kept.record_id)
    assert everything(desk) == before
    assert [one.record_id for one in register.find(desk)] == [later.record_id, kept.record_id]
    assert check(desk).sound


def test_a_row_of_a_list_is_no_draft_and_comes_in_over_a_deleted_one(
    desk: Desk, tmp_path: Path
) -> None:
    table = rows(1)
    person = dict(zip(*table, strict=True))
    kept = register.save_draft(
        desk, revision(volunteer=volunteer(document_number=person["证件号码"], name="旧"))
    )
    drafts.delete_draft(desk, kept.record_id)
    file = written(tmp_path / "list.csv", table)
    report = import_list(desk, file)
    assert [one.status for one in report.rows] == [IMPORTED]
    drafts.undelete_draft(desk, kept.record_id)
    known = register.registered_as(desk, register.open_registration(desk, kept.record_id))
    assert known is not None
    assert (known.serial, known.same_document) == (report.rows[0].serial, True)
    with pytest.raises(StateError, match="L32"):
        drafts.delete_draft(desk, known.record_id)
    assert [one.status for one in import_list(desk, file).rows] == [UNCHANGED]


def test_once_let_go_nothing_of_it_is_left_but_the_audit(desk: Desk) -> None:
    kept = full_draft(desk)
    digest = attach.attachments_of(desk, kept.record_id)[0].sha256
    known = register.Known(kept.record_id, kept.registration.serial, same_document=False)
    other = revision(volunteer=volunteer(name="另一个人", mobile="13900000009"))
    register.set_aside(desk, other, known)
    drafts.delete_draft(desk, kept.record_id)
    drafts.let_go(desk)
    held = str(everything(desk))
    for gone in (kept.record_id, kept.registration.serial, digest, "余淑福"):
        assert gone not in held
    assert [one.duplicate for one in register.find(desk)] == [False], "of nobody any more"
    with pytest.raises(StateError, match="L34"):
        drafts.undelete_draft(desk, kept.record_id)
    wanted = audit_trail.TrailFilter(record=kept.record_id)
    acts = [one.action for one in audit_trail.entries(desk, wanted)[1]]
    assert acts[:2] == ["discard", "delete-draft"]
    assert check(desk).sound


def test_the_next_deletion_lets_the_one_before_go(desk: Desk) -> None:
    first, second = (register.save_draft(desk, revision()) for _ in range(2))
    drafts.delete_draft(desk, first.record_id)
    drafts.delete_draft(desk, second.record_id)
    with pytest.raises(StateError, match="L34"):
        drafts.undelete_draft(desk, first.record_id)
    drafts.undelete_draft(desk, second.record_id)


def test_after_a_power_cut_it_is_a_draft_again_and_that_is_said_once(
    open_desk: Callable[[], Desk],
) -> None:
    desk = open_desk()
    kept = full_draft(desk)
    before = everything(desk)
    drafts.delete_draft(desk, kept.record_id)
    # As a power cut leaves it: nothing of what a sign-out does.
    desk.store.close()
    again = open_desk()
    assert everything(again) == before
    assert again.brought_back == (kept.registration.serial,)
    again.close()
    assert open_desk().brought_back == ()


@pytest.mark.parametrize("name", sorted(set(STATES) - {"draft", "complete"}))
def test_nothing_beyond_a_first_draft_is_deleted(office: Office, name: str) -> None:
    kept = office.in_state(name)
    with pytest.raises(StateError, match="L32"):
        drafts.delete_draft(office.desk, kept.record_id)
    assert office.now(kept.record_id).state == kept.state


def test_a_draft_whose_paper_is_out_is_neither_deleted_nor_discarded(desk: Desk) -> None:
    signed_by_whom = register.save_draft(desk, revision())
    papers.print_paper(desk, "consent", signed_by_whom.registration.serial)
    with pytest.raises(StateError, match="L33"):
        drafts.delete_draft(desk, signed_by_whom.record_id)
    known = register.save_draft(desk, revision())
    same = register.Known(known.record_id, known.registration.serial, same_document=True)
    assert register.set_aside(desk, signed_by_whom, same), "kept, though it says nothing new"


def test_erasing_a_person_takes_the_deleted_draft_along(office: Office) -> None:
    signed = office.signed()
    draft = register.save_draft(office.desk, revision())
    drafts.delete_draft(office.desk, draft.record_id)
    assert erase.also_erased(office.desk, signed.record_id) == [draft.registration.serial]
    erase.erase(office.desk, signed.record_id, "consent_withdrawn")
    with pytest.raises(StateError, match="L34"):
        drafts.undelete_draft(office.desk, draft.record_id)
    assert "余淑福" not in str(everything(office.desk))
