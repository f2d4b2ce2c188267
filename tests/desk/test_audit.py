"""The audit: what is entered, in which order, and looking through it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.desk.conftest import Office
from tests.people import revision
from zjrc_desk.desk import audit_trail, back_up, export_list, history, print_letter, register
from zjrc_desk.desk.audit_trail import TrailFilter
from zjrc_desk.desk.check import check
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.vocabulary import AUDITOR, REGISTRAR
from zjrc_desk.store import audit, failed


def refused(code: str) -> pytest.RaisesExc[ZjrcError]:
    return pytest.RaisesExc(ZjrcError, check=lambda error: error.code == code)


def acts(desk: Desk, since: int = 0) -> list[str]:
    """Actions in the order of their numbers."""
    _, found = audit_trail.entries(desk, most=1000)
    return [entry.action for entry in reversed(found) if entry.number > since]


def test_reading_changing_printing_exporting_sealing_and_backing_up_are_entered(
    office: Office, tmp_path: Path
) -> None:
    desk = office.desk
    before = audit_trail.entries(desk)[0]
    kept = office.signed()
    history.history(desk, kept.record_id)
    print_letter.preview(desk, kept)
    export_list.export_list(desk, tmp_path / "list.xlsx")
    office.seal()
    back_up.back_up(desk)
    check(desk)
    assert acts(desk, before) == [
        *("start", "complete", "witness", "read", "print", "signed", "read"),
        *("read-history", "preview", "export", "seal", "hand-over", "backup", "check"),
    ]
    _, found = audit_trail.entries(desk, TrailFilter(record=kept.record_id))
    assert {entry.serial for entry in found} == {kept.registration.serial}


def test_a_form_saved_at_every_field_is_changed_once_and_again_after_another_act(
    desk: Desk,
) -> None:
    before = audit_trail.entries(desk)[0]
    draft = register.save_draft(desk, revision())
    for name in ("余", "余淑", "余淑福"):
        draft.volunteer.name = name
        draft = register.save_draft(desk, draft)
    draft = register.open_registration(desk, draft.record_id)
    for name in ("王", "王一"):
        draft.volunteer.name = name
        draft = register.save_draft(desk, draft)
    assert acts(desk, before) == ["start", "read", "save"]


def test_failed_sign_ins_are_entered_at_the_next_right_one_and_only_once(
    store_folder: Path, open_desk: Callable[[], Desk], clock: TestClock
) -> None:
    for staff in (ADMIN, "a password typed here", ADMIN):
        clock.time += timedelta(minutes=2)
        with refused("D01"):
            sign_in(store_folder, staff, "wrong password", clock)
    waiting = (store_folder / failed.FILE).read_bytes()
    assert b"typed here" not in waiting
    clock.time += timedelta(minutes=2)
    desk = open_desk()
    _, found = audit_trail.entries(desk, TrailFilter(actions=("sign-in-failed",)))
    assert [entry.staff for entry in found] == [ADMIN, "", ADMIN]
    assert [entry.at[11:16] for entry in found] == ["09:36", "09:34", "09:32"]
    assert acts(desk)[-1] == "sign-in"
    desk.close()
    # Killed after the entries were on disk, before they were forgotten.
    (store_folder / failed.FILE).write_bytes(waiting + b'{"at": "2026-')
    again = open_desk()
    assert audit_trail.entries(again, TrailFilter(actions=("sign-in-failed",)))[0] == 3
    assert not (store_folder / failed.FILE).exists()
    assert check(again).findings == []


def test_a_disabled_account_that_tries_is_entered(
    open_desk: Callable[[], Desk], store_folder: Path, clock: TestClock
) -> None:
    desk = open_desk()
    with desk.store.write() as session:
        session.execute(text("UPDATE staff SET disabled = 1"))
    desk.close()
    with refused("A03"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)
    # The lock is free again, and the entry there.
    with refused("A03"):
        sign_in(store_folder, ADMIN, PASSWORD, clock)


def test_a_clock_set_back_is_pointed_out_once_and_entered(
    open_desk: Callable[[], Desk], clock: TestClock
) -> None:
    desk = open_desk()
    assert desk.take_clock_warning() == ""
    clock.time -= timedelta(hours=3)
    register.save_draft(desk, revision())
    assert "3 小时" in desk.take_clock_warning()
    register.save_draft(desk, revision())
    assert desk.take_clock_warning() == ""
    assert acts(desk)[-3:] == ["clock-set-back", "start", "start"]
    desk.close()
    clock.time -= timedelta(days=1)
    again = open_desk()
    assert "D12" in again.take_clock_warning()
    assert acts(again)[-2:] == ["clock-set-back", "sign-in"]
    with again.store.read() as session:
        assert audit.first_break(session) is None
    report = check(again)
    assert report.sound
    assert len(report.notes) == 2


def test_the_trail_is_filtered_by_day_person_act_and_serial(desk: Desk, clock: TestClock) -> None:
    first = register.save_draft(desk, revision())
    clock.time += timedelta(days=1)
    register.open_registration(desk, first.record_id)

    def found(**wanted: object) -> list[str]:
        lines = audit_trail.entries(desk, TrailFilter(**wanted))[1]  # type: ignore[arg-type]
        return [entry.action for entry in lines]

    assert found(since="2026-11-25") == ["read"]
    assert "read" not in found(until="2026-11-24")
    assert found(staff="B002") == []
    assert found(actions=("start", "read")) == ["read", "start"]
    serial = first.registration.serial.lower().replace("-", " - ")
    assert found(record=serial) == ["read", "start"]
    assert audit_trail.choices(desk)[0] == [ADMIN]
    total, page = audit_trail.entries(desk, first=1, most=2)
    assert (total, [entry.number for entry in page]) == (5, [4, 3])


def test_the_export_names_nobody_and_is_entered(desk: Desk, tmp_path: Path) -> None:
    register.save_draft(desk, revision())
    rows = audit_trail.export(desk, tmp_path / "trail.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "trail.xlsx").active
    assert sheet is not None
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(cells) == rows + 1
    assert cells[0] == list(audit_trail.HEADER)
    assert "余淑福" not in str(cells)
    assert acts(desk)[-1] == "export-audit"
    audit_trail.export(desk, tmp_path / "trail.csv", TrailFilter(actions=("start",)))
    text_of = (tmp_path / "trail.csv").read_text("utf-8-sig")
    assert [line.split(",")[3] for line in text_of.splitlines()] == ["操作", "新建登记"]


def test_an_auditor_reads_the_trail_and_a_registrar_does_not(desk: Desk, tmp_path: Path) -> None:
    desk.staff.role = AUDITOR
    assert audit_trail.export(desk, tmp_path / "trail.csv") > 0
    desk.staff.role = REGISTRAR
    for forbidden in (
        lambda: audit_trail.entries(desk),
        lambda: audit_trail.choices(desk),
        lambda: audit_trail.export(desk, tmp_path / "no.csv"),
    ):
        with refused("A01"):
            forbidden()
    assert not (tmp_path / "no.csv").exists()


def test_every_action_in_the_program_has_a_name(office: Office) -> None:
    office.accepted()
    unnamed = {a for a in acts(office.desk) if audit_trail.label(a) == a}
    assert unnamed == set()
