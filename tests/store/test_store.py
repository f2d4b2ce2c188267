"""The encrypted file: what a thief, a typing error and a power cut find."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlmodel import SQLModel

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from tests.people import revision
from zjrc_desk.desk import register
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry import journal
from zjrc_desk.registry.errors import StoreError, ZjrcError
from zjrc_desk.registry.tables import AuditEntry, Point, Staff, Volunteer
from zjrc_desk.store import audit
from zjrc_desk.store.store import Store


def refused(code: str) -> pytest.RaisesExc[ZjrcError]:
    return pytest.RaisesExc(ZjrcError, check=lambda error: error.code == code)


def test_the_file_is_not_readable_without_the_key(desk: Desk, store_folder: Path) -> None:
    register.save_draft(desk, revision())
    desk.close()
    for path in store_folder.iterdir():
        content = path.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            assert "余淑福".encode(encoding) not in content
        assert b"19410704" not in content


def test_a_log_that_takes_nothing_puts_nobody_on_the_terminal_instead(
    desk: Desk, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log" / journal.FILE_NAME).mkdir(parents=True)
    journal.open_log(tmp_path / "log")
    twice = Staff(number=ADMIN, name="余淑福", role="registrar", created_at="2026-11-24")
    try:
        with desk.store.write() as session:
            session.add(twice)
    except StoreError as error:
        journal.log.warning("%s", error)
        said = str(error.__cause__)
    finally:
        journal.open_log(tmp_path / "none")
    assert "INSERT INTO staff" in said
    assert "余淑福" not in said, "nor does a library's error quote a row"
    assert capfd.readouterr() == ("", "")


def test_sqlite_itself_cannot_open_it(desk: Desk, store_folder: Path) -> None:
    desk.close()
    script = (
        "import sqlite3,sys;"
        "sqlite3.connect(sys.argv[1]).execute('select * from sqlite_master').fetchall()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(store_folder / "registrations.db")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "not a database" in done.stderr


def test_an_unknown_person_gets_the_same_answer_as_a_wrong_password(
    store_folder: Path, clock: TestClock
) -> None:
    answers = set()
    for staff, password in ((ADMIN, "wrong password"), ("nobody", PASSWORD)):
        with pytest.raises(StoreError) as caught:
            sign_in(store_folder, staff, password, clock)
        answers.add(caught.value.sentence())
    assert len(answers) == 1


def test_the_recovery_code_opens_the_store_however_it_is_typed(
    tmp_path: Path, clock: TestClock
) -> None:
    point = Point(code="ZJ-HZ-0002", name="点")
    code = set_up(tmp_path, point, ADMIN, PASSWORD, clock, cost=CHEAP)
    Store.open_with_recovery(tmp_path, code.lower().replace("-", " "), clock()).close()
    with refused("D01"):
        Store.open_with_recovery(tmp_path, code[:-1] + ("0" if code[-1] != "0" else "1"), clock())
    with refused("D01"):
        Store.open_with_recovery(tmp_path, "不是恢复码", clock())


def test_a_store_is_never_set_up_over_another(store_folder: Path, clock: TestClock) -> None:
    with refused("D08"):
        set_up(store_folder, Point(code="ZJ-HZ-0002", name="点"), ADMIN, PASSWORD, clock)
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()


def test_a_store_without_its_database_is_named_and_nothing_is_set_up_over_its_slots(
    store_folder: Path, tmp_path: Path, clock: TestClock
) -> None:
    slots = (store_folder / "slots.json").read_bytes()
    (store_folder / "registrations.db").rename(tmp_path / "away.db")
    with refused("D25"):
        set_up(store_folder, Point(code="ZJ-HZ-0001", name="点"), ADMIN, PASSWORD, clock)
    with refused("D25"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)
    assert (store_folder / "slots.json").read_bytes() == slots
    (tmp_path / "away.db").rename(store_folder / "registrations.db")
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()


def test_a_set_up_that_was_cut_short_at_its_last_step_is_repeated(
    store_folder: Path, clock: TestClock
) -> None:
    (store_folder / "registrations.db").rename(store_folder / "registrations.db.new")
    point = Point(code="ZJ-HZ-0003", name="点")
    set_up(store_folder, point, ADMIN, PASSWORD, clock, cost=CHEAP)
    sign_in(store_folder, ADMIN, PASSWORD, clock).close()


def test_a_short_password_and_a_wrong_point_code_are_refused(
    tmp_path: Path, clock: TestClock
) -> None:
    with refused("A02"):
        set_up(tmp_path, Point(code="ZJ-HZ-0002", name="点"), ADMIN, "short", clock)
    with refused("F19"):
        set_up(tmp_path, Point(code="杭州", name="点"), ADMIN, PASSWORD, clock)
    assert not Store.exists(tmp_path)


def test_a_second_window_on_the_same_store_is_refused(
    open_desk: Callable[[], Desk], store_folder: Path, clock: TestClock
) -> None:
    open_desk()
    with refused("D05"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)


@pytest.mark.parametrize(
    "damage",
    [
        lambda slots: slots.unlink(),
        lambda slots: slots.write_bytes(slots.read_bytes()[:100]),
        lambda slots: slots.write_text("{}"),
        lambda slots: slots.write_text(
            slots.read_text().replace('"memory_kib": 8192', '"memory_kib": 900000000')
        ),
        lambda slots: slots.write_text(slots.read_text().replace("argon2id", "md5")),
    ],
    ids=["gone", "cut", "empty", "extreme cost", "other derivation"],
)
def test_damaged_key_slots_are_named(
    damage: Callable[[Path], object], store_folder: Path, clock: TestClock
) -> None:
    damage(store_folder / "slots.json")
    with refused("D02"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)


def test_a_slot_moved_to_another_name_does_not_open(store_folder: Path, clock: TestClock) -> None:
    slots = store_folder / "slots.json"
    content = json.loads(slots.read_text())
    for slot in content["slots"]:
        if slot["kind"] == "staff":
            slot["staff"] = "B002"
    slots.write_text(json.dumps(content))
    # Not a wrong password: the file is not the one that was written.
    with refused("D02"):
        sign_in(store_folder, "B002", PASSWORD, clock)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"\x17" * 65536),
        lambda file: file.write_bytes(file.read_bytes()[: 3 * 16384 + 100]),
    ],
    ids=["empty", "replaced", "cut"],
)
def test_a_damaged_file_is_named_and_not_written_to(
    damage: Callable[[Path], object], store_folder: Path, clock: TestClock
) -> None:
    file = store_folder / "registrations.db"
    damage(file)
    before = file.read_bytes()
    with refused("D03"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)
    assert file.read_bytes() == before


def test_a_store_of_a_newer_program_is_left_alone(
    open_desk: Callable[[], Desk], store_folder: Path, clock: TestClock
) -> None:
    desk = open_desk()
    with desk.store.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    desk.close()
    with refused("D04"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)


def test_the_migrations_make_exactly_the_tables_of_the_registry(desk: Desk) -> None:
    with desk.store.read() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, SQLModel.metadata) == []


def test_what_was_witnessed_cannot_be_changed_even_past_the_use_cases(desk: Desk) -> None:
    kept = register.witness(desk, register.save_draft(desk, revision()))
    for statement in (
        "UPDATE volunteer SET name = 'x' WHERE revision_id = :id",
        "DELETE FROM witness WHERE revision_id = :id",
        "INSERT INTO kin (revision_id, name, relation, phone, opinion, signed) "
        "VALUES (:id, '', '', '', '', 0)",
        "UPDATE revision SET declared_at = '2020-01-01' WHERE id = :id",
        "DELETE FROM revision WHERE id = :id",
    ):
        with refused("L02"), desk.store.write() as session:
            session.execute(text(statement), {"id": kept.id})
    with desk.store.read() as session:
        assert session.get_one(Volunteer, kept.id).name == "余淑福"


def test_memory_that_the_database_gives_back_is_emptied(desk: Desk) -> None:
    with desk.store.read() as session:
        assert str(session.scalar(text("PRAGMA cipher_memory_security"))) == "1"


def test_a_changed_audit_entry_shows(desk: Desk) -> None:
    register.save_draft(desk, revision())
    with desk.store.read() as session:
        assert audit.first_break(session) is None
        entries = audit.head(session).entries
    with refused("L02"), desk.store.write() as session:
        session.execute(text("UPDATE auditentry SET staff = 'x' WHERE number = 2"))
    with desk.store.write() as session:
        session.execute(text("DROP TRIGGER audit_update"))
        session.get_one(AuditEntry, 2).staff = "x"
    with desk.store.read() as session:
        assert audit.first_break(session) == 2
        assert audit.head(session).entries == entries


def test_the_audit_names_no_person(desk: Desk) -> None:
    kept = register.save_draft(desk, revision())
    register.open_registration(desk, kept.record_id)
    with desk.store.read() as session:
        rows = session.execute(text("SELECT * FROM auditentry")).all()
    said = " ".join(str(cell) for row in rows for cell in row)
    assert kept.record_id in said
    assert "余淑福" not in said
    assert "19410704" not in said


def test_a_folder_that_is_gone_is_said_so(desk: Desk, store_folder: Path) -> None:
    desk.close()
    shutil.rmtree(store_folder)
    with refused("D07"):
        sign_in(store_folder, ADMIN, PASSWORD)
