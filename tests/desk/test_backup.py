"""A backup is found good before it counts."""

from __future__ import annotations

import shutil
import threading
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import ADMIN, PASSWORD, POINT_CODE, TestClock
from tests.desk.backups import WHO, file_of, refused
from tests.people import revision
from zjrc_desk.desk import back_up, register
from zjrc_desk.desk.check import check
from zjrc_desk.desk.restore import Restored, restore
from zjrc_desk.desk.session import Desk, sign_in
from zjrc_desk.registry.errors import ZjrcError
from zjrc_desk.store import registrations
from zjrc_desk.store.backup_file import read_backup


def test_any_changed_byte_and_any_cut_is_found_without_a_password(
    desk: Desk, stick: Path, tmp_path: Path, clock: TestClock
) -> None:
    whole = file_of(desk, stick).read_bytes()
    file = tmp_path / "spoilt.zjrc-backup"
    size = len(whole)
    places = {*range(0, size, size // 150), *range(min(400, size)), *range(size - 400, size)}
    for place in sorted(places):
        spoilt = bytearray(whole)
        spoilt[place] ^= 1
        file.write_bytes(spoilt)
        with pytest.raises(ZjrcError) as caught:
            read_backup(file)
        assert caught.value.code in {"D14", "D15"}, place
    for length in [0, 3, 100, size // 2, size - 1]:
        file.write_bytes(whole[:length])
        with pytest.raises(ZjrcError) as caught:
            restore(file, tmp_path / "new", WHO, clock)
        assert caught.value.code in {"D14", "D15"}, length
    file.write_bytes(whole + b"x")
    with refused("D15"):
        read_backup(file)
    assert not (tmp_path / "new").exists()


def test_the_file_is_a_zip_and_tells_no_person(desk: Desk, stick: Path) -> None:
    register.save_draft(desk, revision())
    file = file_of(desk, stick)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["manifest.json", "slots.json", "registrations.db"]
    content = file.read_bytes()
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        assert "余淑福".encode(encoding) not in content
    assert b"19410704" not in content


def test_saving_goes_on_while_a_backup_is_made(desk: Desk, stick: Path) -> None:
    draft = register.save_draft(desk, revision())
    saved = threading.Event()

    def save_meanwhile(_done: int, _total: int) -> None:
        if not saved.is_set():
            saved.set()
            other = threading.Thread(target=lambda: register.save_draft(desk, draft))
            other.start()
            other.join()

    back_up.back_up(desk, stick, save_meanwhile)
    assert saved.is_set()
    assert check(desk).findings == []


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_backup_that_is_stopped_leaves_nothing(desk: Desk, stick: Path, at: float) -> None:
    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done / total >= at:
            raise StopError

    with pytest.raises(StopError):
        back_up.back_up(desk, stick, stop)
    assert list(stick.iterdir()) == []
    assert not list(desk.store.folder.glob(".backup-*"))
    assert back_up.state(desk).last is None


def test_a_folder_that_is_gone_is_said_and_tried_again(
    desk: Desk, stick: Path, clock: TestClock
) -> None:
    back_up.set_folder(desk, stick)
    stick.rename(stick.with_name("pulled"))
    with refused("D16"):
        back_up.back_up(desk)
    clock.time += timedelta(days=4)
    assert back_up.due(desk)
    assert back_up.state(desk).overdue
    stick.mkdir()
    made = back_up.back_up(desk)
    assert (Path(made.folder), back_up.due(desk)) == (stick, False)
    assert not back_up.state(desk).overdue


def test_a_damaged_store_makes_no_backup_and_keeps_the_old_ones(
    open_desk: Callable[[], Desk], store_folder: Path, stick: Path
) -> None:
    desk = open_desk()
    kept = file_of(desk, stick)
    register.save_draft(desk, revision())
    desk.close()
    file = store_folder / "registrations.db"
    spoilt = bytearray(file.read_bytes())
    spoilt[-100] ^= 1
    file.write_bytes(spoilt)
    with refused("D03"):
        back_up.back_up(open_desk(), stick)
    assert list(stick.iterdir()) == [kept]


def test_old_backups_go_and_foreign_files_stay(desk: Desk, stick: Path, clock: TestClock) -> None:
    foreign = ["notes.txt", "ZJ-NB-0001-20250101-080000.zjrc-backup", f"{POINT_CODE}-old.zip"]
    cut = f"{POINT_CODE}-20261124-020000.zjrc-backup"
    for name in [*foreign, cut]:
        (stick / name).write_text("")
    clock.time -= timedelta(days=1)
    yesterday = [file_of(desk, stick).name for _ in range(2)]
    clock.time += timedelta(days=1)
    today = [file_of(desk, stick).name for _ in range(2)]
    assert {path.name for path in stick.iterdir()} == {*foreign, cut, yesterday[1], today[1]}


def test_nothing_but_signing_in_is_no_reason_for_another(
    open_desk: Callable[[], Desk], stick: Path
) -> None:
    desk = open_desk()
    back_up.back_up(desk, stick)
    desk.close()
    again = open_desk()
    assert not back_up.worth_it(again)
    register.save_draft(again, revision())
    assert back_up.worth_it(again)


def test_what_comes_back_is_told(desk: Desk, stick: Path, clock: TestClock) -> None:
    file = file_of(desk, stick)
    desk.close()
    shutil.rmtree(desk.store.folder)
    done: Restored = restore(file, desk.store.folder, WHO, clock)
    assert (done.point, done.generation) == (POINT_CODE, 2)
    restored = sign_in(desk.store.folder, ADMIN, PASSWORD, clock)
    with restored.store.read() as session:
        assert registrations.point(session).last_number == 0
    assert back_up.state(restored).last is not None
    restored.close()
