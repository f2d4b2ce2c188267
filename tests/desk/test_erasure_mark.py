"""What the database lets nobody do in the name of an erasure, which alone goes past the freeze."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import select

from tests.desk.conftest import Office
from tests.desk.erasing import lived, visited
from tests.store.test_store import refused
from zjrc_desk.registry import tables as t
from zjrc_desk.registry.life import State

MARK = "UPDATE registration SET erased = 1 WHERE record_id = :record"


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["DELETE FROM witness WHERE revision_id = :id"], "L02"),
        (["UPDATE revision SET reason = 'x' WHERE id = :id"], "L02"),
        (["UPDATE revision SET reason = '' WHERE id = :id"], "L02"),
        ([MARK, "UPDATE registration SET erased = 0 WHERE record_id = :record"], "L09"),
        (
            [MARK, "INSERT INTO volunteer SELECT * FROM kept_volunteer"],
            "L02",
        ),
        (
            [
                MARK,
                "INSERT INTO kin (revision_id, name, relation, phone, opinion, signed) "
                "VALUES (:id, 'x', '', '', '', 0)",
            ],
            "L02",
        ),
        ([MARK, "UPDATE revision SET frozen = 0 WHERE id = :id"], "L09"),
        ([MARK, "UPDATE revision SET declared_at = '2020-01-01' WHERE id = :id"], "L02"),
        ([MARK, "UPDATE revision SET reason = 'x' WHERE id = :id"], "L02"),
        ([MARK, "UPDATE revision SET staff_notes = 'x' WHERE id = :id"], "L09"),
        ([MARK, "DELETE FROM revision WHERE id = :id"], "L02"),
        (
            [MARK, "INSERT INTO consent VALUES (:id, '1', '2026-11-24')"],
            "L09",
        ),
        (
            [
                MARK,
                "INSERT INTO revision (record_id, number, kind, source, state, frozen, current, "
                "declared_at, recorded_at, recorded_by, reason, staff_notes, step, centre_reasons) "
                "VALUES (:record, 9, 'intention', 'desk', 'draft', 0, 0, '', '', '', '', '', '', "
                "'[]')",
            ],
            "L09",
        ),
        (
            ["INSERT INTO registration VALUES ('r', 's', NULL, '', 1, NULL)"],
            "L09",
        ),
    ],
)
def test_the_mark_cannot_be_used_to_change_anything(
    office: Office, statements: list[str], code: str
) -> None:
    kept = office.witnessed()
    values = {"id": kept.id, "record": kept.record_id}
    with office.desk.store.write() as session:
        session.execute(text("CREATE TABLE kept_volunteer AS SELECT * FROM volunteer"))
    with refused(code), office.desk.store.write() as session:
        for statement in statements:
            session.execute(text(statement), values)
    again = office.now(kept.record_id)
    assert (again.volunteer.name, len(again.witnesses)) == ("余淑福", 2)
    assert not again.registration.erased


def test_the_mark_leaves_nothing_of_what_was_declared_and_touches_nobody_else(
    office: Office,
) -> None:
    kept = lived(office)
    with office.desk.store.write() as session:
        session.execute(text(MARK), {"record": kept.record_id})
    with office.desk.store.read() as session:
        for table in (t.Volunteer, t.Intention, t.Executor, t.WitnessStatement, t.Consent):
            assert len(session.exec(select(table)).all()) == 1, table.__name__
        assert {w.name for w in session.exec(select(t.Witness))} == {"戊己", "庚辛"}
        assert session.exec(select(t.Letter)).all() == []
        states = {r.state for r in session.exec(select(t.Revision))}
    assert State.WITNESSED in states


def test_a_recorded_visit_of_somebody_who_stays_cannot_be_emptied(office: Office) -> None:
    visited(office.desk, office.signed().registration.serial)
    for statement in (
        "UPDATE visit SET remarks = ''",
        "UPDATE visit SET reason = '', remarks = '', given = '（已删除）'",
    ):
        with refused("L02"), office.desk.store.write() as session:
            session.execute(text(statement))
