"""Exporting: what goes out comes in again, as texts, and only for who may have it."""

from __future__ import annotations

import errno
import os
import stat
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from tests.desk.lists import LIST
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.desk import change, register
from zjrc_desk.desk.export_list import HEADER, LEFT_OUT, export_list
from zjrc_desk.desk.find import Query
from zjrc_desk.desk.import_list import IMPORTED, UNCHANGED, import_list
from zjrc_desk.desk.list_columns import COLUMNS, standard_fields
from zjrc_desk.desk.list_file import open_list
from zjrc_desk.desk.list_row import cells_of_revision, revision_of_cells
from zjrc_desk.desk.outside import write_outside
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.desk.write_workbook import MOST_IN_CELL, workbook
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.tables import AuditEntry, Kin, Point, Revision

TODAY = date(2026, 11, 24)


def cells(path: Path) -> list[dict[str, str]]:
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    header, *rows = [["" if c is None else str(c) for c in row] for row in sheet.values]
    return [dict(zip(header, row, strict=True)) for row in rows]


def content(one: Revision) -> dict[str, object]:
    parts = [one.volunteer, one.intention, one.executor, *one.kin, *one.witnesses]
    kept = [part.model_dump(exclude={"id", "revision_id"}) for part in parts]
    return {"parts": kept, "declared_at": one.declared_at, "source": one.source}


def all_of(desk: Desk) -> list[dict[str, object]]:
    found = register.find(desk, limit=500)
    return [content(register.open_registration(desk, one.record_id)) for one in reversed(found)]


def test_what_was_exported_is_imported_elsewhere_without_any_loss(
    desk: Desk, tmp_path: Path, clock: TestClock
) -> None:
    import_list(desk, LIST)
    assert export_list(desk, tmp_path / "out.xlsx") == 107
    elsewhere = Point(code="ZJ-HZ-0002", name="另一处")
    set_up(tmp_path / "b", elsewhere, ADMIN, PASSWORD, clock, cost=CHEAP)
    other = sign_in(tmp_path / "b", ADMIN, PASSWORD, clock)
    report = import_list(other, tmp_path / "out.xlsx")
    assert report.count(IMPORTED) == len(report.rows) == 107
    # The newest stands first in the export, so it comes in first.
    assert all_of(other) == all_of(desk)[::-1]
    assert import_list(other, tmp_path / "out.xlsx").count(UNCHANGED) == 107
    other.close()


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12).map(
    str.strip
)
_SIGNS = st.sampled_from(["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "_x0041_", "<b>", "a  b", "'x"])
_CELL = st.one_of(_TEXT, _SIGNS.map(str.strip))


@settings(max_examples=60, deadline=None)
@given(
    name=_CELL, address=_CELL, room=_CELL, phone=_CELL,
    letter=st.one_of(_TEXT, st.just("　　一\n")),
    items=st.lists(st.sampled_from(list(v.ITEM.labels)), unique=True),
    uses=st.lists(st.sampled_from(list(v.USE.labels)), unique=True),
    relation=st.sampled_from(list(v.KIN_RELATION.labels)),
    opinion=st.sampled_from(list(v.KIN_OPINION.labels)),
)  # fmt: skip
def test_any_row_goes_through_a_workbook_and_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory,
    name: str, address: str, room: str, phone: str, letter: str,
    items: list[str], uses: list[str], relation: str, opinion: str,
) -> None:  # fmt: skip
    one = revision(
        source="list",
        volunteer=volunteer(name=name, residence_address=address, mobile=phone, occupation=room),
        kin=[Kin(name=name, relation=relation, opinion=opinion)],
    )
    one.intention.items, one.intention.uses = items, uses
    one.intention.wants_certificate = one.intention.wants_wallet_card = False
    one.intention.family_letter = letter if letter.strip() else ""
    register.normalise(one, TODAY)
    path = tmp_path_factory.getbasetemp() / "round.xlsx"
    out = cells_of_revision(one)
    path.write_bytes(workbook(COLUMNS, [[out[name] for name in COLUMNS]]))
    file = open_list(path)
    (row,) = file.rows(standard_fields(file.header) or [])
    # What a spreadsheet itself would not keep is named, not guessed.
    if not row.faults:
        assert row.cells == out
        assert content(revision_of_cells(row.cells, TODAY)) == content(one)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\")", "00123", "1E5",
     "2026-1-1", "330106194107041062", "a\r\nb", " x ", "\x01", "_x0041_", "<&>\"'"],
)  # fmt: skip
def test_every_text_is_a_text_and_never_a_formula_or_a_number(tmp_path: Path, text: str) -> None:
    (tmp_path / "w.xlsx").write_bytes(workbook(["甲", "乙"], [[text, "x"]]))
    sheet = openpyxl.load_workbook(tmp_path / "w.xlsx").active
    assert sheet is not None
    cell = sheet["A2"]
    assert (cell.data_type, cell.number_format, cell.quotePrefix) == ("s", "@", True)
    escaped = {"\x01": "_x0001_", "_x0041_": "_x005F_x0041_"}
    assert cell.value == escaped.get(text, text)
    (record,) = open_list(tmp_path / "w.xlsx").records
    assert record.cells[0] == text, "what openpyxl leaves escaped, an import reads"


def test_a_name_that_looks_like_a_formula_goes_out_as_the_text_it_is(
    desk: Desk, tmp_path: Path
) -> None:
    register.save_draft(desk, revision(volunteer=volunteer(name="=cmd|'/C calc'!A0")))
    export_list(desk, tmp_path / "out.xlsx")
    assert cells(tmp_path / "out.xlsx")[0]["姓名"] == "=cmd|'/C calc'!A0"
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").active
    assert sheet is not None
    assert {c.data_type for row in sheet.iter_rows() for c in row} <= {"s", "n"}
    assert {c.value for row in sheet.iter_rows() for c in row if c.data_type == "n"} == {None}


def test_the_export_has_what_the_list_shows_and_only_what_was_found(
    desk: Desk, tmp_path: Path
) -> None:
    register.save_draft(desk, revision(volunteer=volunteer(room="401-2")))
    other = volunteer(name="单田芳", document_number=citizen_number("19340202", 334))
    register.save_draft(desk, revision(volunteer=other))
    assert export_list(desk, tmp_path / "a.xlsx", Query("余淑福")) == 1
    (row,) = cells(tmp_path / "a.xlsx")
    assert list(row) == list(HEADER)
    assert (row["种类"], row["状态"], row["房间"]) == ("捐献意愿", "草稿", "401-2")
    assert row["编号"].startswith("ZJ-HZ-0001-1-000001")
    assert (row["性别"], row["民族"], row["捐献类别"]) == ("女", "汉族", "遗体、组织")
    assert export_list(desk, tmp_path / "b.xlsx", Query(states=("signed",))) == 0
    assert cells(tmp_path / "b.xlsx") == []


def test_more_is_exported_than_the_screen_shows(desk: Desk, tmp_path: Path) -> None:
    for number in range(203):
        one = volunteer(document_number=citizen_number(sequence=number))
        register.save_draft(desk, revision(volunteer=one))
    assert export_list(desk, tmp_path / "out.xlsx") == 203
    assert len({row["编号"] for row in cells(tmp_path / "out.xlsx")}) == 203


def test_who_finds_no_place_in_a_row_is_said_there(desk: Desk, tmp_path: Path) -> None:
    one = revision()
    one.kin = [*one.kin, Kin(name="赵二", relation="child", opinion="agrees")]
    one.intention.family_letter = "长" * (MOST_IN_CELL + 1)
    register.save_draft(desk, one)
    export_list(desk, tmp_path / "out.xlsx")
    (row,) = cells(tmp_path / "out.xlsx")
    assert row[LEFT_OUT] == "亲属另有 1 人；家书太长"
    assert row["家书"] == ""


def test_a_withdrawn_wish_is_never_imported_again(
    desk: Desk, tmp_path: Path, clock: TestClock
) -> None:
    witnessed = register.witness(desk, register.complete(desk, revision()))
    change.withdraw(desk, [witnessed.registration.serial], "本人要求")
    export_list(desk, tmp_path / "out.xlsx")
    assert cells(tmp_path / "out.xlsx")[0]["种类"] == "撤销"
    elsewhere = Point(code="ZJ-HZ-0002", name="另一处")
    set_up(tmp_path / "b", elsewhere, ADMIN, PASSWORD, clock, cost=CHEAP)
    other = sign_in(tmp_path / "b", ADMIN, PASSWORD, clock)
    assert import_list(other, tmp_path / "out.xlsx").count(IMPORTED) == 0
    other.close()


def test_an_export_is_recorded_with_its_size_and_no_name(desk: Desk, tmp_path: Path) -> None:
    register.save_draft(desk, revision())
    export_list(desk, tmp_path / "out.xlsx", Query("余淑福"))
    with desk.store.read() as session:
        entries = session.exec(select(AuditEntry).where(AuditEntry.action == "export")).all()
    assert [(e.staff, e.record_id) for e in entries] == [(ADMIN, "rows:1")]


def test_an_auditor_exports_nothing(desk: Desk, tmp_path: Path) -> None:
    register.save_draft(desk, revision())
    desk.staff.role = "auditor"
    with refused("A01"):
        export_list(desk, tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_its_owners_alone_and_replaces_an_older_one_whole(
    desk: Desk, tmp_path: Path
) -> None:
    register.save_draft(desk, revision())
    (tmp_path / "out.xlsx").write_text("older")
    (tmp_path / "out.xlsx").chmod(0o644)
    export_list(desk, tmp_path / "out.xlsx")
    assert stat.S_IMODE((tmp_path / "out.xlsx").stat().st_mode) == 0o600
    assert len(cells(tmp_path / "out.xlsx")) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.xlsx", "store"]


def test_a_folder_that_is_gone_is_named_and_nothing_is_left(desk: Desk, tmp_path: Path) -> None:
    with refused("D07"):
        export_list(desk, tmp_path / "stick" / "out.xlsx")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["store"]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "D06"), (errno.EACCES, "D07"), (errno.EPERM, "D07"), (errno.EROFS, "D07")],
)
def test_a_disk_that_refuses_leaves_the_older_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    # No test can fill a disk or hold a file open as Excel does; the system's answer is given.
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"older")

    def answer(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", answer)
    with pytest.raises(StoreError) as caught:
        write_outside(path, b"newer")
    assert caught.value.code == code
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_of_an_export_touches_the_temporary_folder(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.save_draft(desk, revision())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no such folder"))
    assert export_list(desk, tmp_path / "out.xlsx") == 1
