"""From an empty folder to the centre and back by the two programs: names, exit codes, JSON."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from tests.command_line.shell import LIST, Shell, short_list
from tests.conftest import ADMIN


def test_the_whole_job_from_an_empty_folder_to_a_withdrawal_at_the_centre(shell: Shell) -> None:
    shell = shell.started
    shell.desk(
        *("init", "--point-code", "ZJ-HZ-0001", "--point-name", "样例登记点", "--admin", ADMIN)
    )
    said = shell.desk("import", LIST, "--report", "r.json", exit_code=3)
    assert "导入 107 行，拒收 13 行" in said
    report = json.loads((shell.folder / "r.json").read_text("utf-8"))
    assert (report["imported"], report["refused"], report["unchanged"]) == (107, 13, 0)
    good = [row["serial"] for row in report["rows"] if row["status"] == "imported"]
    shell.desk("letters", "--out", "letters", *good[:3])
    assert sorted(p.stem for p in (shell.folder / "letters").iterdir()) == sorted(good[:3])
    assert (shell.folder / "letters" / f"{good[0]}.pdf").read_bytes().startswith(b"%PDF-")
    shell.desk("signed", "--all")
    shell.centre("init")
    request = shell.desk("request", "p.csr")
    approved = shell.centre("approve", "p.csr", "--out", "p.enrolment")
    assert request.split("：")[-1].strip() == approved.split("：")[-1].strip()
    shell.desk("enrol", "p.enrolment")
    shell.desk("seal", "--out", "stick")
    (batch,) = (shell.folder / "stick").iterdir()
    assert batch.name == "ZJ-HZ-0001-1-000001.zjrc"
    shell.centre("intake", batch, "--receipts", "receipts")
    first = (shell.folder / "receipts" / "ZJ-HZ-0001-1-000001.receipt").read_bytes()
    assert "此前已接收过" in shell.centre("intake", batch, "--receipts", "receipts")
    receipt = shell.folder / "receipts" / "ZJ-HZ-0001-1-000001.receipt"
    assert receipt.read_bytes() == first
    shell.desk("receipt", receipt)
    assert "没有变化" in shell.desk("receipt", receipt)
    assert shell.status("zjrc-desk") == {
        "point": "ZJ-HZ-0001",
        "enrolled": True,
        "registrations": {"accepted": 3, "witnessed": 104},
        "newest": {"accepted": 3, "witnessed": 104},
        "next_batch": 0,
        "batches": {"accepted": 1},
    }
    shell.desk("withdraw", good[0], "--reason", "本人要求")
    shell.desk("seal", "--out", "stick")
    shell.centre("intake", "stick/ZJ-HZ-0001-1-000002.zjrc", "--receipts", "receipts")
    shell.desk("receipt", "receipts/ZJ-HZ-0001-1-000002.receipt")
    centre = shell.status("zjrc-centre")
    assert centre["points"] == ["ZJ-HZ-0001"]
    assert centre["batches"] == {"accepted": 2}
    assert centre["declarations_in_force"] == 2
    assert shell.status("zjrc-desk")["registrations"]["withdrawn"] == 1


def test_a_point_that_is_not_enrolled_seals_nothing_and_says_what_to_do(point: Shell) -> None:
    said = point.desk("seal", "--out", "stick", exit_code=1)
    assert "备案" in said
    assert "E00" in said
    assert not (point.folder / "stick").exists()


def test_a_refused_batch_ends_with_4_and_a_log_without_names(point: Shell) -> None:
    point.desk("import", LIST, exit_code=3)
    point.centre("init")
    fake = point.folder / "ZJ-HZ-0001-1-000001.zjrc"
    fake.write_bytes(b"PK\x03\x04 not a batch")
    assert "B0" in point.centre("intake", fake, "--receipts", "receipts", exit_code=4)
    log = (point.folder / "centre" / "zjrc_desk.log").read_text("utf-8")
    assert "B0" in log
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    names = {row["姓名"] for row in rows if row["姓名"]}
    numbers = {row["证件号码"] for row in rows if row["证件号码"]}
    for path in point.folder.rglob("*.log*"):
        text = path.read_text("utf-8")
        assert not [one for one in names | numbers if one in text]


def sealed(point: Shell) -> Path:
    """Two people, enrolled, in one batch on the stick."""
    point.desk("import", short_list(point.folder, 2))
    point.desk("letters", "--out", point.folder / "letters")
    point.desk("signed", "--all")
    point.centre("init")
    point.desk("request", point.folder / "p.csr")
    point.centre("approve", point.folder / "p.csr", "--out", point.folder / "p.enrolment")
    point.desk("enrol", point.folder / "p.enrolment")
    point.desk("seal", "--out", point.folder / "stick")
    (batch,) = (point.folder / "stick").glob("*.zjrc")
    return batch


def test_the_records_of_a_lost_or_damaged_batch_go_with_the_next_and_the_centre_takes_them(
    point: Shell,
) -> None:
    batch = sealed(point)
    point.desk("lost", "no-such.zjrc", "--yes", exit_code=2)
    assert "B27" in point.desk("lost", batch.name, "--yes", exit_code=1), "its file is still here"
    batch.unlink()
    (kept,) = (point.folder / "desk" / "outbox").iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    point.desk("lost", batch.name, exit_code=1)
    assert "K06" in point.desk("check", exit_code=1), "not without the centre's word"
    point.started.desk("lost", batch.name, "--yes")
    point.desk("seal", "--out", point.folder / "stick")
    (anew,) = (point.folder / "stick").glob("*.zjrc")
    assert anew.name != batch.name
    point.centre("intake", anew, "--receipts", point.folder / "receipts")
    point.desk("receipt", *(point.folder / "receipts").iterdir())
    assert point.status("zjrc-desk")["registrations"] == {"accepted": 2}


def test_one_receipt_that_is_none_does_not_keep_the_others_from_being_taken(point: Shell) -> None:
    batch = sealed(point)
    point.centre("intake", batch, "--receipts", point.folder / "receipts")
    (good,) = (point.folder / "receipts").glob("*.receipt")
    (point.folder / "bad.receipt").write_bytes(b"PK nothing")
    said = point.desk("receipt", point.folder / "bad.receipt", good, exit_code=1)
    assert "bad.receipt" in said
    assert point.status("zjrc-desk")["registrations"] == {"accepted": 2}
