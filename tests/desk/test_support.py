"""The bundle for technical support: what is needed to help, and nobody in it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from sqlmodel import select

from tests.conftest import ADMIN, PASSWORD, TestClock
from tests.desk.test_check import kept, spoilable, tamper
from zjrc_desk.desk import audit_trail
from zjrc_desk.desk.audit_trail import label
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.support import export_bundle, export_bundle_of, masked
from zjrc_desk.registry import journal
from zjrc_desk.registry.tables import Executor, Kin, Point, Staff, Volunteer, Witness
from zjrc_desk.store.store import Store

__all__ = ["kept", "spoilable"]


def read(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name).decode("utf-8") for name in bundle.namelist()}


def people(store: Store) -> set[str]:
    """Every name, number, phone and address that is kept of anybody."""
    said: set[str] = set()
    with store.read() as session:
        for table in (Volunteer, Kin, Executor, Witness):
            for row in session.exec(select(table)):
                values = row.model_dump(exclude={"id", "revision_id", "nationality"}).values()
                texts = (v for v in values if isinstance(v, str))
                said.update(v for v in texts if len(v) > 1 and not v.islower() and v != "01")
    return said


def test_what_support_reads_names_nobody_even_after_findings(
    spoilable: Store, clock: TestClock, tmp_path: Path
) -> None:
    with spoilable.read() as session:
        staff = session.get_one(Staff, ADMIN)
        point = session.exec(select(Point)).one()
    desk = Desk(spoilable, staff, point, clock)
    known = people(spoilable)
    assert any(one[0] >= "\u4e00" for one in known)
    assert any(one[:6].isdigit() and len(one) == 18 for one in known)
    tamper(spoilable, "UPDATE attachmentchunk SET data = zeroblob(length(data))")
    tamper(spoilable, "DELETE FROM searchrow")
    # As if the rule that a log names nobody had been broken somewhere.
    lines = "; ".join(sorted(known))
    (spoilable.folder / journal.FILE_NAME).write_text(f"10:00:01,002 F08: {lines}", "utf-8")
    (spoilable.folder / "crash-20261124.json").write_text(json.dumps({"a": lines}), "utf-8")
    out = tmp_path / "out.zip"
    report = export_bundle(desk, out)
    assert {"K04", "K07"} <= {finding.code for finding in report.findings}
    parts = read(out)
    everything = "".join(parts.values())
    assert [one for one in known if one in everything] == []
    assert json.loads(parts["check.json"])["by_code"]["K04"] >= 1
    assert json.loads(parts["versions.json"])["program"]
    schema = json.loads(parts["schema.json"])
    rows = {table["name"]: table["rows"] for table in schema["tables"]}
    assert rows["registration"] == 2
    assert "F08" in parts[f"log/{journal.FILE_NAME}"]


def test_a_store_that_cannot_be_opened_still_gives_a_bundle(
    store_folder: Path, clock: TestClock, tmp_path: Path
) -> None:
    database = store_folder / "registrations.db"
    with database.open("r+b") as file:
        file.seek(100)
        file.write(b"\0" * 4096)
    report = export_bundle_of(store_folder, tmp_path / "out.zip", ADMIN, PASSWORD, clock)
    assert report is not None
    assert report.damaged
    assert json.loads(read(tmp_path / "out.zip")["check.json"])["by_code"]["K01"]


def test_before_the_set_up_there_is_a_bundle_too(tmp_path: Path) -> None:
    assert export_bundle_of(tmp_path / "none", tmp_path / "out.zip", "", "") is None
    assert set(read(tmp_path / "out.zip")) == {"README.txt", "versions.json"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("D07: errno 28", "D07: errno 28"),
        ("2026-11-24 09:30:00,123 WARNING", "2026-11-24 09:30:00,123 WARNING"),
        ("at ZJ-HZ-0001-1-000001-X", "at □"),
        ("张建华 33010619410704106X", "□ □"),
        (f"{Path.home()}/data", "~/data"),
    ],
)
def test_codes_and_times_stay_and_whatever_could_be_somebody_s_goes(text: str, left: str) -> None:
    assert masked(text) == left


def test_exporting_is_an_audited_act(desk: Desk, tmp_path: Path) -> None:
    export_bundle(desk, tmp_path / "out.zip")
    assert audit_trail.entries(desk)[1][0].action == "support-bundle"
    assert label("support-bundle") == "导出诊断包"
