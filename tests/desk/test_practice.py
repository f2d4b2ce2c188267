"""Practising: made-up people in a point of their own, of which nothing reaches the real centre."""

from __future__ import annotations

import errno
import io
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from tests.conftest import ADMIN, CHEAP, PASSWORD, TestClock
from tests.desk.lists import rows as rows_of_a_list
from tests.people import revision
from zjrc_desk.batches.certificates import key_from_bytes
from zjrc_desk.batches.request import make_request
from zjrc_desk.centre.centre import approve, create, open_centre
from zjrc_desk.desk import enrol, identity, keys, practice, register, staff
from zjrc_desk.desk.audit_trail import export as export_trail
from zjrc_desk.desk.export_list import SHOWN, export_list
from zjrc_desk.desk.import_list import IMPORTED, REFUSED, import_list
from zjrc_desk.desk.monthly_workbook import export_monthly
from zjrc_desk.desk.print_letter import print_letters, waiting
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk, set_up
from zjrc_desk.registry.errors import AccessError, EnrolmentError, EntryError, StoreError
from zjrc_desk.registry.serial import PRACTICE_CODE
from zjrc_desk.registry.tables import Point
from zjrc_desk.registry.vocabulary import ADMINISTRATOR


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose practice point was made."""
    folder = tmp_path_factory.mktemp("practice") / "data"
    practice.open_practice(folder, TestClock()).close()
    return folder


@pytest.fixture
def practising(beside: Path, clock: TestClock):
    desk = practice.open_practice(beside, clock)
    yield desk
    desk.close()


def test_there_are_people_to_practise_with_and_the_real_folder_is_not_touched(
    practising: Desk, beside: Path
) -> None:
    assert len(register.find(practising)) > 15
    assert not beside.exists()
    assert sorted(path.name for path in beside.parent.iterdir()) == ["data-practice"]
    assert practising.point.code == PRACTICE_CODE


def test_nothing_of_it_can_be_enrolled_or_sealed(
    practising: Desk, tmp_path: Path, clock: TestClock
) -> None:
    for act in (
        lambda: enrol.request(practising),
        lambda: enrol.enrol(practising, b""),
        lambda: seal_batch(practising, tmp_path),
    ):
        with pytest.raises(AccessError) as refused:
            act()
        assert refused.value.code == "W16"
    assert list(tmp_path.iterdir()) == []


def test_nobody_can_shut_the_others_out_of_it(practising: Desk) -> None:
    for act in (
        lambda: keys.change_password(practising, practice.PASSWORD, "another one 2026"),
        lambda: keys.replace_recovery_code(practising, practice.PASSWORD, "code"),
        lambda: keys.change_store_key(practising, practice.PASSWORD),
        lambda: staff.add(practising, "B002", "样例乙", ADMINISTRATOR),
        lambda: staff.disable(practising, practising.staff.number),
        lambda: staff.enable(practising, practising.staff.number),
        lambda: staff.reset_password(practising, practising.staff.number),
        lambda: staff.change_role(practising, practising.staff.number, ADMINISTRATOR),
    ):
        with pytest.raises(AccessError) as refused:
            act()
        assert refused.value.code == "W19"


def test_the_centre_takes_no_request_of_a_practice_point_either(
    practising: Desk, tmp_path: Path, clock: TestClock
) -> None:
    with practising.store.read() as session:
        key = key_from_bytes(identity.current(session).private_key)
    pem = make_request(key, PRACTICE_CODE, "练习登记点")
    create(tmp_path / "centre", clock=clock)
    centre = open_centre(tmp_path / "centre", clock=clock)
    with pytest.raises(EnrolmentError) as refused:
        approve(centre, pem)
    centre.close()
    assert refused.value.code == "W16"


def test_a_real_point_cannot_be_given_the_code_that_is_kept_for_practice(tmp_path: Path) -> None:
    point = Point(code=PRACTICE_CODE, name="样例登记点")
    with pytest.raises(EntryError) as refused:
        set_up(tmp_path / "new", point, ADMIN, PASSWORD, cost=CHEAP)
    assert refused.value.code == "W15"
    assert not (tmp_path / "new").exists()


def test_every_page_of_a_paper_says_that_it_is_practice(practising: Desk) -> None:
    (letter,) = print_letters(practising, waiting(practising)[:1])
    pages = PdfReader(io.BytesIO(letter.pdf)).pages
    assert len(pages) >= 1
    for page in pages:
        assert "练习" in page.extract_text().replace(" ", "")


def test_every_table_that_leaves_it_says_that_it_is_practice(
    practising: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "table.xlsx"
    for write, name in (
        (lambda: export_list(practising, path), "练习 登记列表"),
        (lambda: export_monthly(practising, path, "2026-11"), "练习 2026-11 月报"),
        (lambda: export_trail(practising, path), "练习 审计记录"),
    ):
        write()
        assert openpyxl.load_workbook(path).sheetnames == [name]


def test_a_list_that_was_exported_from_it_does_not_go_into_a_real_store(
    practising: Desk, desk: Desk, tmp_path: Path
) -> None:
    rows = export_list(practising, tmp_path / "practice.xlsx")
    book = openpyxl.load_workbook(tmp_path / "practice.xlsx")
    report = import_list(desk, tmp_path / "practice.xlsx")
    assert report.count(REFUSED) == len(report.rows) == rows
    assert {p.code for row in report.rows for p in row.problems} == {"W18"}
    assert register.find(desk) == []
    # As a table that somebody worked on, with real people in it.
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    assert sheet["A1"].value == "编号"
    sheet["A1"].value = "我们的号"
    for row in range(2, sheet.max_row + 1):
        serial = sheet.cell(row, 1)
        serial.value = f" {str(serial.value).lower()}"
    sheet.append([None] * len(SHOWN) + [cell or None for cell in rows_of_a_list(1)[1]])
    book.save(tmp_path / "worked-on.xlsx")
    report = import_list(desk, tmp_path / "worked-on.xlsx")
    assert (report.count(IMPORTED), report.count(REFUSED)) == (1, rows)


def test_its_own_list_can_be_imported_in_practice(practising: Desk, tmp_path: Path) -> None:
    export_list(practising, tmp_path / "practice.xlsx")
    report = import_list(practising, tmp_path / "practice.xlsx")
    assert "W18" not in {p.code for row in report.rows for p in row.problems}


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "D06"), (errno.EACCES, "D07"), (errno.EROFS, "D07")]
)
def test_where_it_can_not_be_made_it_is_said_and_made_later(
    number: int, code: str, tmp_path: Path, clock: TestClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _to: Path) -> None:
        raise OSError(number, "refused")

    with monkeypatch.context() as disk:
        # The last step: what is built stands there under another name by then.
        disk.setattr(Path, "rename", refuse)
        with pytest.raises(StoreError) as refused:
            practice.open_practice(tmp_path / "data", clock)
    assert refused.value.code == code
    practice.open_practice(tmp_path / "data", clock).close()


def test_begun_anew_it_is_as_at_first(tmp_path: Path, beside: Path, clock: TestClock) -> None:
    made = practice.practice_folder(beside)
    shutil.copytree(made, practice.practice_folder(tmp_path / "data"))
    desk = practice.open_practice(tmp_path / "data", clock)
    before = len(register.find(desk))
    register.save_draft(desk, revision())
    practice.reset(desk)
    desk = practice.open_practice(tmp_path / "data", clock)
    assert len(register.find(desk)) == before
    desk.close()


def test_a_real_store_in_its_place_is_left_alone(
    new_store: Path, tmp_path: Path, clock: TestClock, desk: Desk
) -> None:
    new_store_here = practice.practice_folder(tmp_path / "data")
    shutil.copytree(new_store, new_store_here)
    with pytest.raises(StoreError) as refused:
        practice.open_practice(tmp_path / "data", clock)
    assert refused.value.code == "W17"
    with pytest.raises(StoreError) as refused:
        practice.reset(desk)
    assert refused.value.code == "W17"
    assert (desk.store.folder / "registrations.db").exists()
    assert (new_store_here / "registrations.db").exists()
