"""Lists in and out, letters and papers, by the program: each row and each paper has its answer."""

from __future__ import annotations

import json

from tests.command_line.shell import LIST, Shell, short_list


def test_importing_the_same_list_again_adds_nothing(point: Shell) -> None:
    path = short_list(point.folder)
    point.desk("import", path)
    before = point.status("zjrc-desk")
    point.desk("import", path, "--report", "again.json")
    report = json.loads((point.folder / "again.json").read_text("utf-8"))
    assert (report["imported"], report["unchanged"]) == (0, 6)
    assert point.status("zjrc-desk") == before


def test_a_list_with_another_header_and_an_export_that_is_read_again(
    point: Shell, elsewhere: Shell
) -> None:
    path = short_list(point.folder)
    path.write_text(path.read_text("utf-8-sig").replace("手机", "联系电话", 1), "utf-8")
    assert "手机" in point.desk("import", path, exit_code=1)
    (point.folder / "map.json").write_text('{"联系电话": "手机"}', "utf-8")
    assert "导入 6 行" in point.desk("import", path, "--columns", "map.json")
    assert "已有 6 行" in point.desk("import", path), "the header is known from now on"
    (point.folder / "bad.json").write_text("[]", "utf-8")
    assert "F12" in point.desk("import", path, "--columns", "bad.json", exit_code=1)
    assert "没有加密" in point.started.desk("export", "out.xlsx")
    assert "导出了 0 份" in point.desk("export", "none.xlsx", "--state", "signed")
    assert "D07" in point.desk("export", "stick/out.xlsx", exit_code=1)
    assert "F12" in point.desk("import", path, "--report", "stick/r.json", exit_code=1)
    assert "导入 6 行" in elsewhere.desk("import", point.folder / "out.xlsx")


def test_a_report_that_could_not_be_written_is_said_before_anything_is_imported(
    point: Shell,
) -> None:
    path = short_list(point.folder)
    point.desk("import", path, "--report", point.folder / "none" / "r.json", exit_code=1)
    assert point.status("zjrc-desk")["registrations"] == {}


def test_a_letter_that_cannot_be_printed_is_named_and_the_others_do_not_wait(point: Shell) -> None:
    lines = LIST.read_text("utf-8").splitlines()
    second = lines[2].split(",")
    second[0] = "王\U00030000"
    path = point.folder / "rare.csv"
    path.write_text("\n".join([lines[0], lines[1], ",".join(second), lines[3]]) + "\n", "utf-8")
    point.desk("import", path)
    said = point.desk("letters", "--out", point.folder / "letters", exit_code=3)
    assert "ZJ-HZ-0001-1-000002-X" in said
    assert "F10" in said
    assert len(list((point.folder / "letters").glob("*.pdf"))) == 2


def test_papers_are_printed_once_reprinted_with_a_reason_and_verified(point: Shell) -> None:
    point.desk("import", short_list(point.folder, 1))
    point.desk("letters", "--out", "letters")
    (letter,) = (point.folder / "letters").iterdir()
    serial = letter.stem
    assert "L18" in point.desk("letters", "--out", "letters", serial, exit_code=3)
    assert "尚未生效" in point.desk("verify", letter, exit_code=3)
    point.desk("signed", "--all")
    assert "现在有效" in point.started.desk("verify", letter)
    point.started.desk("paper", "witness", serial, "--out", "papers")
    assert "L18" in point.desk("paper", "witness", serial, "--out", "papers", exit_code=1)
    point.desk("paper", "witness", serial, "--out", "papers", "--reason", "遗失")
    names = {path.name for path in (point.folder / "papers").iterdir()}
    assert names == {f"{serial}-witness.pdf", f"{serial}-witness-1.pdf"}
    changed = bytearray(letter.read_bytes())
    changed[len(changed) // 2] ^= 1
    (point.folder / "changed.pdf").write_bytes(changed)
    point.desk("verify", "changed.pdf", exit_code=4)
