"""The point's diary: kept as it is meant, corrected, taken back, and read by whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from tests.desk.diary_entries import event, member, registered, visit
from tests.people import revision
from zjrc_desk.desk import diary, register
from zjrc_desk.desk.monthly import monthly_counts
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.diary_tables import Event, Shift, TeamMember, Visit
from zjrc_desk.registry.errors import AccessError, EntryError, StateError, StoreError
from zjrc_desk.store import audit, schema
from zjrc_desk.store.engine import make_engine


def refused(desk: Desk, entry: Event | Visit | TeamMember | Shift) -> set[tuple[str, str]]:
    with pytest.raises(IncompleteError) as caught:
        diary.record(desk, entry)
    return {(p.code, p.path) for p in caught.value.problems}


def actions(desk: Desk) -> list[str]:
    with desk.store.read() as session:
        assert audit.first_break(session) is None
        rows = session.execute(text("SELECT action FROM auditentry ORDER BY number"))
        return [row[0] for row in rows]


def test_an_event_is_kept_as_it_is_meant_and_every_act_is_audited(desk: Desk) -> None:
    kept = diary.record(desk, event())
    assert (kept.day, kept.reached, kept.people) == ("2026-11-03", "36", "样例二、样例三")
    diary.open_entry(desk, kept)
    draft = diary.correct(desk, kept, "人数记错")
    diary.discard(desk, draft)
    diary.void(desk, kept, "记重了")
    assert actions(desk)[-6:] == [
        "start-event",
        "record-event",
        "read-event",
        "correct-event",
        "discard-event",
        "void-event",
    ]


def test_what_can_not_be_recorded_stays_as_a_draft_word_for_word(desk: Desk) -> None:
    assert refused(desk, event(reached="很多", topics="")) == {
        ("F30", "event.reached"),
        ("F08", "event.topics"),
    }
    (draft,) = diary.entries(desk, Event, "2026-11")
    assert (draft.state, draft.reached, draft.current) == ("draft", "很多", False)
    assert monthly_counts(desk, "2026-11").events["publicity"] == 0
    draft.reached, draft.topics = "0", "没有人来"
    diary.record(desk, draft)
    assert monthly_counts(desk, "2026-11").events["publicity"] == 1


def test_a_correction_counts_only_when_it_is_recorded_and_says_why(desk: Desk) -> None:
    kept = diary.record(desk, event())
    with pytest.raises(EntryError, match="F34"):
        diary.correct(desk, kept, "  ")
    draft = diary.correct(desk, kept, "人数记错")
    draft.reached = "40"
    diary.save_draft(desk, draft)
    assert monthly_counts(desk, "2026-11").reached["publicity"] == 36
    assert diary.correct(desk, kept, "again").id == draft.id, "one correction at a time"
    diary.record(desk, draft)
    assert monthly_counts(desk, "2026-11").reached["publicity"] == 40
    old, new = diary.revisions(desk, Event, kept.record_id)
    assert (old.state, old.reached, new.reason, new.supersedes) == (
        "superseded",
        "36",
        "人数记错",
        1,
    )
    with pytest.raises(StateError, match="L41"):
        diary.correct(desk, kept, "an old copy")


def test_a_recorded_entry_can_not_be_changed_even_past_the_use_cases(desk: Desk) -> None:
    kept = diary.record(desk, event())
    with pytest.raises(StateError, match="L40"):
        diary.save_draft(desk, kept)
    stale = event()
    stale.id, stale.record_id = kept.id, kept.record_id
    with pytest.raises(StateError, match="L40"):
        diary.save_draft(desk, stale)
    for statement in ("UPDATE event SET reached = '9999'", "DELETE FROM event"):
        with pytest.raises(StoreError), desk.store.write() as session:
            session.execute(text(statement))


def test_what_is_taken_back_stays_readable_and_no_longer_counts(desk: Desk) -> None:
    kept = diary.record(desk, event())
    gone = diary.void(desk, kept, "记重了")
    assert monthly_counts(desk, "2026-11").events["publicity"] == 0
    assert [one.void for one in diary.entries(desk, Event, "2026-11")] == [True]
    with pytest.raises(StateError, match="L41"):
        diary.void(desk, gone, "again")
    back = diary.correct(desk, gone, "没有记重")
    diary.record(desk, back)
    assert monthly_counts(desk, "2026-11").events["publicity"] == 1


def test_a_visit_is_to_a_registered_volunteer_found_by_name_and_sent_without_it(
    desk: Desk,
) -> None:
    serial = registered(desk)
    register.save_draft(desk, revision(volunteer=revision().volunteer))
    assert [one.serial for one in diary.volunteers(desk, "ysf")] == [serial]
    assert refused(desk, visit("余淑福")) == {("F32", "visit.serial")}
    assert refused(desk, visit(serial, given="给余 淑福送米")) == {("F31", "visit.given")}
    kept = diary.record(desk, visit(serial.lower()))
    assert kept.registration_id == register.find(desk, serial)[0].record_id
    assert diary.visited_names(desk, [kept]) == {kept.registration_id: "余淑福"}


def test_a_shift_is_of_a_member_while_in_the_team_and_nobody_is_in_it_twice(desk: Desk) -> None:
    kept = diary.record(desk, member(left_on="2026-11-10"))
    assert refused(desk, member()) == {("F03", "member.document_number")}
    shift = Shift(member=kept.record_id, day="2026-11-11", start="9:00", end="1130")
    assert refused(desk, shift) == {("F07", "shift.day")}
    shift.day = "2026-11-10"
    assert diary.record(desk, shift).end == "11:30"
    assert refused(desk, Shift(member="样例", day="2026-11-10", start="09:00", end="10:00")) == {
        ("F33", "shift.member")
    }


def test_an_auditor_reads_the_diary_and_writes_nothing(desk: Desk) -> None:
    kept = diary.record(desk, event())
    desk.staff.role = "auditor"
    assert monthly_counts(desk, "2026-11").events["publicity"] == 1
    assert len(diary.entries(desk, Event)) == 1
    for act in (
        lambda: diary.save_draft(desk, event()),
        lambda: diary.record(desk, event()),
        lambda: diary.correct(desk, kept, "x"),
        lambda: diary.void(desk, kept, "x"),
        lambda: diary.discard(desk, kept),
    ):
        with pytest.raises(AccessError, match="A01"):
            act()


def test_a_store_from_before_the_diary_is_brought_up_to_date(tmp_path: Path) -> None:
    engine = make_engine(tmp_path / "old.db", bytes(32))
    with engine.execution_options(zjrc_begin="IMMEDIATE").begin() as connection:
        config = Config()
        folder = Path(schema.__file__).parent / "migrations"
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    schema.bring_up_to_date(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM visit")).scalar() == 0
    engine.dispose()
