"""A restored store goes on where its backup left off, and replaces no newer one unasked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import ADMIN, PASSWORD, POINT_CODE, TestClock
from tests.desk.backups import WHO, file_of, names, refused
from tests.desk.conftest import Office
from tests.people import citizen_number, revision
from zjrc_desk.centre.intake import take_in
from zjrc_desk.desk import change, keys, register, staff
from zjrc_desk.desk.check import check
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.restore import Credentials, restore
from zjrc_desk.desk.seal_batch import seal_batch
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.desk.take_receipt import take_receipt
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.registry.tables import Point, Revision
from zjrc_desk.registry.vocabulary import ADMINISTRATOR, REGISTRAR

OTHERS = "tea-lamp-river"
POINT_NAME = "浙江民生社会养老服务中心遗体捐献宣传登记点"


def test_a_backup_on_a_new_pc_has_everything_and_counts_on_in_the_next_generation(
    office: Office, stick: Path, tmp_path: Path, clock: TestClock
) -> None:
    first = office.accepted()
    file = file_of(office.desk, stick)
    assert file.name == f"{POINT_CODE}-20261124-093000.zjrc-backup"
    office.desk.close()
    done = restore(file, tmp_path / "new pc", WHO, clock)
    assert done.generation == 2
    assert done.aside is None
    desk = sign_in(tmp_path / "new pc", ADMIN, PASSWORD, clock)
    assert register.open_registration(desk, first.record_id).state == "accepted"
    assert check(desk).findings == []
    again = Office(desk, office.centre, tmp_path)
    second = again.sign(register.witness(desk, register.save_draft(desk, other_person())).record_id)
    assert second.registration.serial.startswith(f"{POINT_CODE}-2-")
    handed = again.seal()
    assert handed.path.name == f"{POINT_CODE}-2-000001.zjrc"
    answer = take_in(office.centre, handed.path)
    assert answer.verdict == "accepted"
    taken = take_receipt(desk, answer.content)
    assert taken.receipt.notes == ()
    assert check(desk).findings == []
    desk.close()


def test_what_the_centre_has_and_an_older_backup_has_not_is_put_right_by_a_correction(
    office: Office, stick: Path, tmp_path: Path, clock: TestClock
) -> None:
    kept = office.witnessed()
    file = file_of(office.desk, stick)
    office.sign(kept.record_id)
    receipt = take_in(office.centre, office.seal().path).content
    office.desk.close()
    restore(file, tmp_path / "new pc", WHO, clock)
    clock.time += timedelta(days=1)
    again = Office(sign_in(tmp_path / "new pc", ADMIN, PASSWORD, clock), office.centre, tmp_path)
    with refused("R09"):
        take_receipt(again.desk, receipt)
    # Signed once more, as if nothing had been sent: the centre keeps what it has, and says so.
    again.sign(kept.record_id)
    (answer,) = again.answer(again.seal()).receipt.records
    assert answer.status == "returned"
    assert "O02" in answer.reasons[0]
    register.witness(again.desk, change.correct(again.desk, kept.record_id, "恢复备份后重新签署"))
    again.sign(kept.record_id)
    (answer,) = again.answer(again.seal()).receipt.records
    assert answer.status == "accepted"
    assert again.now(kept.record_id).number == 2
    again.desk.close()


def test_a_letter_printed_before_the_backup_counts_by_the_paper_that_was_signed_after_it(
    office: Office, stick: Path, tmp_path: Path, clock: TestClock
) -> None:
    kept = office.witnessed()
    list(print_letters(office.desk, [kept.registration.serial]))
    file = file_of(office.desk, stick)
    record_signed(office.desk, [kept.registration.serial])
    take_in(office.centre, office.seal().path)
    office.desk.close()
    restore(file, tmp_path / "new pc", WHO, clock)
    on_the_paper = clock.time.date()
    clock.time += timedelta(days=1)
    again = Office(sign_in(tmp_path / "new pc", ADMIN, PASSWORD, clock), office.centre, tmp_path)
    record_signed(again.desk, [kept.registration.serial], on_the_paper)
    (answer,) = again.answer(again.seal()).receipt.records
    assert answer.status == "unchanged"
    again.desk.close()


def other_person() -> Revision:
    made = revision()
    made.volunteer.name = "样例六"
    made.volunteer.document_number = citizen_number(sequence=108)
    return made


def test_what_had_not_left_the_old_pc_goes_again_and_nothing_twice(
    office: Office, stick: Path, tmp_path: Path, clock: TestClock
) -> None:
    kept = office.signed()
    # No stick in the PC: sealed, and only in the outbox.
    (tmp_path / "no folder").write_text("")
    with refused("B25"):
        seal_batch(office.desk, tmp_path / "no folder")
    file = file_of(office.desk, stick)
    # The old PC hands it over after all, and dies.
    handed = office.seal()
    office.desk.close()
    restore(file, tmp_path / "new pc", WHO, clock)
    desk = sign_in(tmp_path / "new pc", ADMIN, PASSWORD, clock)
    assert register.open_registration(desk, kept.record_id).state == "signed"
    assert check(desk).findings == []
    take_in(office.centre, handed.path)
    again = seal_batch(desk, tmp_path / "stick 2")
    answer = take_in(office.centre, again.path)
    taken = take_receipt(desk, answer.content)
    assert [one.status for one in taken.receipt.records] == ["unchanged"]
    assert register.open_registration(desk, kept.record_id).state == "accepted"
    desk.close()


def test_the_recovery_code_restores_too(tmp_path: Path, stick: Path, clock: TestClock) -> None:
    point = Point(code="ZJ-HZ-0002", name="点")
    code = set_up(tmp_path / "a", point, ADMIN, PASSWORD, clock)
    desk = sign_in(tmp_path / "a", ADMIN, PASSWORD, clock)
    file = file_of(desk, stick)
    desk.close()
    restore(file, tmp_path / "b", Credentials(recovery_code=code), clock)
    sign_in(tmp_path / "b", ADMIN, PASSWORD, clock).close()
    with refused("D01"):
        restore(file, tmp_path / "c", Credentials(ADMIN, "wrong password"), clock)
    assert not (tmp_path / "c").exists()
    assert not list(tmp_path.glob(".c*"))


def test_a_newer_store_is_replaced_only_after_saying_what_would_be_missing(
    desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    file = file_of(desk, stick)
    with refused("D05"):
        restore(file, store_folder, WHO, clock)
    register.save_draft(desk, revision())
    desk.close()
    before = {path: path.read_bytes() for path in store_folder.glob("*.[dj]*")}
    with pytest.raises(ZjrcError) as caught:
        restore(file, store_folder, WHO, clock)
    assert caught.value.code == "D18"
    assert "1 份登记" in caught.value.message
    assert {path: path.read_bytes() for path in before} == before
    done = restore(file, store_folder, WHO, clock, replace=True)
    assert done.lost.counts["registrations"] == 1
    assert done.aside is not None
    assert names_in(store_folder, clock) == []
    assert names_in(done.aside, clock) == ["余淑福"]


def colleague(desk: Desk, number: str, role: str) -> Credentials:
    """One more account, with a password of its own."""
    temporary = staff.add(desk, number, "样例七", role)
    folder, clock = desk.store.folder, desk.clock
    desk.close()
    keys.first_password(folder, number, temporary, OTHERS, clock).close()
    return Credentials(number, OTHERS)


def test_who_was_disabled_since_the_backup_stays_so_and_it_is_asked_first(
    desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    other = colleague(desk, "B002", REGISTRAR)
    desk = sign_in(store_folder, ADMIN, PASSWORD, clock)
    file = file_of(desk, stick)
    staff.disable(desk, "B002")
    desk.close()
    for who in (WHO, other):
        with pytest.raises(ZjrcError) as caught:
            restore(file, store_folder, who, clock)
        assert caught.value.code == "D18"
        assert "1 条操作记录（停用人员 1 次）" in caught.value.message
        assert "B002 在备份以后停用" in caught.value.message
    done = restore(file, store_folder, other, clock, replace=True)
    assert done.lost.disabled == ("B002",)
    with refused("D01"):
        sign_in(store_folder, "B002", OTHERS, clock)
    desk = sign_in(store_folder, ADMIN, PASSWORD, clock)
    assert [one.disabled for one in staff.everybody(desk)] == [False, True]
    assert check(desk).findings == []
    # Enabled again, and restored from a backup of that: what went before shuts nobody out.
    staff.enable(desk, "B002")
    later = file_of(desk, stick)
    desk.close()
    assert restore(later, store_folder, WHO, clock).lost.disabled == ()


def test_an_administrator_disabled_since_does_not_come_back_by_restoring_alone(
    desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    file = file_of(desk, stick)
    second = colleague(desk, "A002", ADMINISTRATOR)
    desk = sign_in(store_folder, second.staff, second.password, clock)
    staff.disable(desk, ADMIN)
    desk.close()
    with refused("A13"):
        restore(file, store_folder, WHO, clock, replace=True)
    sign_in(store_folder, second.staff, second.password, clock).close()


def test_a_setting_changed_since_the_backup_is_asked_about_too(
    desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    file = file_of(desk, stick)
    staff.set_idle(desk, 7)
    desk.close()
    with pytest.raises(ZjrcError, match="更改自动锁定时间 1 次"):
        restore(file, store_folder, WHO, clock)


def names_in(folder: Path, clock: TestClock) -> list[str]:
    desk = sign_in(folder, ADMIN, PASSWORD, clock)
    found = names(desk)
    desk.close()
    return found


def test_a_store_ahead_by_a_generation_stays_ahead(
    desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    file = file_of(desk, stick)
    desk.close()
    assert [restore(file, store_folder, WHO, clock).generation for _ in range(2)] == [2, 3]


def test_a_damaged_store_and_another_points_are_replaced_only_on_demand(
    desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    file = file_of(desk, stick)
    desk.close()
    (store_folder / "registrations.db").write_bytes(b"\x17" * 65536)
    with pytest.raises(ZjrcError) as caught:
        restore(file, store_folder, WHO, clock)
    assert caught.value.code == "D17"
    assert f"“{POINT_NAME}”（{POINT_CODE}）" in caught.value.message
    assert "另一个登记点" in caught.value.message, "whose it is can't be told"
    done = restore(file, store_folder, WHO, clock, replace=True)
    assert done.aside is not None
    assert (done.aside / "registrations.db").read_bytes() == b"\x17" * 65536


@pytest.mark.parametrize(
    "name", ["outbox/{}-1-000001.zjrc", "../store-backups/{}-20261101-180000.zjrc-backup"]
)
def test_whose_a_store_is_that_cannot_be_read_is_told_by_its_batches_and_backups(
    name: str, desk: Desk, store_folder: Path, stick: Path, clock: TestClock
) -> None:
    file = file_of(desk, stick)
    desk.close()
    (store_folder / "registrations.db").write_bytes(b"\x17" * 65536)
    store_folder.with_name("store-backups").mkdir()
    (store_folder / "outbox").mkdir(exist_ok=True)

    def put(code: str) -> None:
        (store_folder / name.format(code)).touch()

    put("ZJ-NB-0007")
    with pytest.raises(ZjrcError, match="ZJ-NB-0007") as caught:
        restore(file, store_folder, WHO, clock, replace=True)
    assert caught.value.code == "D19"
    put(POINT_CODE)
    with pytest.raises(ZjrcError) as caught:
        restore(file, store_folder, WHO, clock)
    assert caught.value.code == "D17"
    assert "另一个登记点" not in caught.value.message


def cut_short(monkeypatch: pytest.MonkeyPatch, renames: int) -> None:
    """The power goes after that many of the renames that put a restored folder in place."""
    rename, done = Path.rename, [0]

    def until(self: Path, target: Path) -> Path:
        if done[0] == renames:
            raise KeyboardInterrupt
        done[0] += 1
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", until)


@pytest.mark.parametrize(("renames", "generation"), [(0, 1), (1, 2), (2, 2)])
def test_a_restore_cut_short_is_done_or_was_not_begun(
    desk: Desk,
    store_folder: Path,
    stick: Path,
    clock: TestClock,
    monkeypatch: pytest.MonkeyPatch,
    renames: int,
    generation: int,
) -> None:
    file = file_of(desk, stick)
    desk.close()
    with monkeypatch.context() as patch:
        cut_short(patch, renames)
        with pytest.raises(KeyboardInterrupt):
            restore(file, store_folder, WHO, clock)
    after = sign_in(store_folder, ADMIN, PASSWORD, clock)
    assert after.point.generation == generation
    after.close()


def test_a_store_restored_from_an_older_backup_deletes_no_newer_one(
    desk: Desk, store_folder: Path, stick: Path, tmp_path: Path, clock: TestClock
) -> None:
    old = file_of(desk, tmp_path)
    register.save_draft(desk, revision())
    clock.time += timedelta(hours=2)
    full = file_of(desk, stick)
    desk.close()
    restore(old, tmp_path / "new pc", WHO, clock)
    restored = sign_in(tmp_path / "new pc", ADMIN, PASSWORD, clock)
    for _ in range(3):
        clock.time += timedelta(hours=1)
        register.save_draft(restored, other_person())
        last = file_of(restored, stick)
    restored.close()
    assert set(stick.iterdir()) == {full, last}
    restore(full, tmp_path / "third pc", WHO, clock)
    assert names_in(tmp_path / "third pc", clock) == ["余淑福"]
