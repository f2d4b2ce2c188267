"""``make demo``: what it leaves can be opened with stock tools, and it can be run again."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from zjrc_desk.demo import run_demo
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.resources import resource

PROGRAM = Path(sys.executable).parent / "zjrc-desk"


#: Folders the program and what it is made of may write to on their own account.
PLACES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
#: What the demonstration hands to people, who are to read names in it.
PAPERS = ("letters", "papers", "screens", "centre", "import-report.json")


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``demo``, which was run twice, and a folder for each of PLACES."""
    base = tmp_path_factory.mktemp("demonstrated")
    places = {name: str(base / name) for name in PLACES}
    for place in places.values():
        Path(place).mkdir()
    for _ in range(2):
        done = subprocess.run(
            [str(PROGRAM), "demo", str(base / "demo")],
            env=os.environ | places,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stderr == ""
    (base / "said.txt").write_text(done.stdout, "utf-8")
    return base


def test_the_demonstration_goes_the_whole_way_and_can_be_repeated(demonstrated: Path) -> None:
    folder = demonstrated / "demo"
    summary = json.loads((folder / "summary.json").read_text("utf-8"))
    counts = summary["counts"]
    assert (counts["imported"], counts["refused"]) == (107, 13)
    assert counts["centre"]["declarations_in_force"] == 107
    assert counts["batch_1"]["records"] == 110
    assert counts["centre"]["diary"] == {"event": 1, "visit": 1, "reached": 36}
    assert counts["batch_2"]["records"] == 2
    assert summary["seconds"]["total"] < 120
    assert len(list((folder / "papers").glob("*.pdf"))) == counts["papers"] == 12
    assert len(list((folder / "letters").glob("*.pdf"))) == counts["letters"] == 109
    assert len(list((folder / "batches").glob("*.zjrc"))) == 2
    assert len(list((folder / "receipts").glob("*.receipt"))) == 2
    assert (folder / "centre-ca.pem").read_text().startswith("-----BEGIN CERTIFICATE")
    assert "AGE-SECRET-KEY-1" in (folder / "centre.agekey").read_text()
    screens = sorted((folder / "screens").glob("*.png"))
    assert len(screens) == counts["screens"] == 15
    for screen in screens:
        with Image.open(screen) as image:
            assert len(image.convert("RGB").getcolors(1_000_000) or []) > 20, "not an empty page"


def _people() -> list[str]:
    """Names, document numbers and phones of the list the demonstration takes in."""
    with resource("demo", "registrations.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    columns = ("姓名", "证件号码", "手机", "执行人姓名", "执行人电话", "见证人1证件号码")
    return [row[column] for row in rows for column in columns if len(row[column] or "") > 2]


#: Shorter forms come about by chance in files that are encrypted.
_SHORTEST = 6


def _forms(text: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-le", "gb18030"):
        try:
            form = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(form) >= _SHORTEST:
            yield form


#: Of bytes: any form holds such a word at an even place, whichever way it lies in the file.
_WORD = 4


def _sought(forms: Iterable[bytes]) -> dict[int, set[bytes]]:
    """The forms by the words one of which is at an even place where they are."""
    sought: dict[int, set[bytes]] = {}
    for form in forms:
        for start in (form[:_WORD], form[1 : 1 + _WORD]):
            sought.setdefault(int.from_bytes(start, sys.byteorder), set()).add(form)
    return sought


def _holds(content: bytes, sought: dict[int, set[bytes]]) -> bool:
    """Whether any form is in it; there are some thousands, and some ten million bytes."""
    starts, view = set(sought), memoryview(content)
    for place in (0, _WORD // 2):
        whole = (len(content) - place) // _WORD * _WORD
        words = view[place : place + whole].cast("I")
        for word in starts.intersection(words):
            if any(form in content for form in sought[word]):
                return True
    return False


def _where(folder: Path, sought: dict[int, set[bytes]]) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        path
        for path in files
        if _holds(os.fsencode(path.name), sought) or _holds(path.read_bytes(), sought)
    ]


def test_no_name_and_no_number_is_left_in_clear_anywhere_but_on_the_papers(
    demonstrated: Path,
) -> None:
    forms = {form for text in _people() for form in _forms(text)}
    assert len(forms) > 1_000
    sought = _sought(forms)
    assert _where(demonstrated / "demo" / "centre", sought), "the centre's register is in clear"
    looked = [demonstrated / name for name in PLACES]
    for place in (demonstrated / "demo").iterdir():
        if place.is_dir() and place.name not in PAPERS:
            looked.append(place)
    assert {"desk", "batches", "receipts"} <= {place.name for place in looked}
    assert [found for place in looked for found in _where(place, sought)] == []
    for file in ("said.txt", "demo/summary.json"):
        content = (demonstrated / file).read_bytes()
        assert not _holds(content, sought)


def test_a_folder_with_other_files_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(EntryError, match="F20"):
        run_demo(tmp_path, lambda _line: None)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
