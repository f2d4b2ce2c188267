"""An erasure at the centre: the person is gone from every place, whatever came in which order."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import select

from tests.centre.conftest import PDF, CentreWorld, PointDesk
from tests.centre.test_intake import read, statuses, taken
from tests.people import citizen_number
from zjrc_desk.batches.token import read_token
from zjrc_desk.centre.intake import attachment_path
from zjrc_desk.centre.status import status
from zjrc_desk.centre.tables import IssuedStatement, ReceivedRecord


def scan() -> dict[str, Any]:
    import hashlib

    return {
        "sha256": hashlib.sha256(PDF).hexdigest(),
        "media_type": "application/pdf",
        "size": len(PDF),
        "role": "letter_scan",
    }


def erasure_of(record: dict[str, Any], revision: int = 2) -> dict[str, Any]:
    nothing = ("volunteer", "intention", "executor", "witness_statement", "consent", "letter")
    return {
        **dict.fromkeys(nothing),
        "record_id": record["record_id"],
        "revision": revision,
        "supersedes": revision - 1,
        "kind": "erasure",
        "declared_at": "2026-11-24",
        "recorded_at": record["recorded_at"],
        "recorded_by": "A001",
        "serial": record["serial"],
        "kin": [],
        "attachments": [],
        "reason": "consent_withdrawn",
    }


def left(folder: Path, texts: list[str]) -> list[str]:
    """Which texts are anywhere in the centre's folder, as they are or in a receipt."""
    content = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return [
        text
        for text in texts
        if any(form in content for form in (text.encode(), text.encode("utf-16-le")))
        or text.encode("ascii", "backslashreplace") in content
    ]


def texts_of(record: dict[str, Any]) -> list[str]:
    volunteer = record["volunteer"]
    names = [volunteer["name"], volunteer["document_number"], volunteer["mobile"]]
    others = [w["name"] for w in record["witness_statement"]["witnesses"]]
    return [*names, *others, record["intention"]["family_letter"], record["executor"]["name"]]


def test_nothing_of_the_person_is_left_in_any_file_of_the_centre(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record(attachments=[scan()])
    other = hangzhou.record(citizen_number("19500102", 108))
    for one in other["witness_statement"]["witnesses"]:
        one["name"] = f"另{one['name'][-1]}"
    other["volunteer"] |= {"name": "旁人甲", "mobile": "13900000001"}
    other["executor"]["name"], other["intention"]["family_letter"] = "旁人乙", ""
    first = hangzhou.seal([record, other])
    (answer,) = [
        a for a in taken(world, hangzhou, first).records if a.record_id == record["record_id"]
    ]
    assert answer.certificate is not None
    token = answer.certificate.token
    forked = record | {"intention": record["intention"] | {"items": ["cornea"]}}
    world.take(hangzhou.seal([forked]))
    assert left(world.centre.folder, texts_of(record)) == texts_of(record), "the search finds them"
    assert statuses(taken(world, hangzhou, hangzhou.seal([erasure_of(record)]))) == ["accepted"]
    world.centre.close()
    assert left(world.centre.folder, [*texts_of(record), token]) == []
    assert not attachment_path(world.centre, scan()["sha256"]).exists()
    assert left(world.centre.folder, ["旁人甲"]) == ["旁人甲"], "nobody else is touched"


def test_the_receipt_asked_for_again_holds_the_others_certificates_and_not_the_erased_ones(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record, other = hangzhou.record(), hangzhou.record(citizen_number("19500102", 108))
    first = hangzhou.seal([record, other])
    world.take(first)
    world.take(hangzhou.seal([erasure_of(record)]))
    again = world.take(first)
    assert again.again
    by_id = {a.record_id: a for a in read(world, hangzhou, again).records}
    assert by_id[record["record_id"]].certificate is None
    kept = by_id[other["record_id"]].certificate
    assert kept is not None
    assert read_token(kept.token, [world.centre.authority.signing.certificate]).number


def test_a_tombstone_stays_with_serial_dates_and_kinds(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record()
    world.take(hangzhou.seal([record]))
    world.take(hangzhou.seal([erasure_of(record)]))
    with world.centre.register.read() as session:
        rows = session.scalars(select(ReceivedRecord).order_by(ReceivedRecord.revision)).all()
        kept = [(r.serial, r.revision, r.kind, r.status, r.body, r.person) for r in rows]
        numbers = [(s.number != "", s.token) for s in session.scalars(select(IssuedStatement))]
    serial = record["serial"]
    assert kept[0] == (serial, 1, "intention", "erased", None, None)
    assert kept[1][:3] == (serial, 2, "erasure")
    assert kept[1][4] is not None, "the erasure itself names nobody and is kept as it came"
    assert numbers == [(True, "")], "the number of the 证明 is never given out again"


def test_a_batch_that_comes_after_the_erasure_brings_nobody_back(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record(attachments=[scan()])
    late = hangzhou.seal([record])
    assert statuses(taken(world, hangzhou, hangzhou.seal([erasure_of(record)]))) == ["accepted"]
    receipt = taken(world, hangzhou, late)
    assert statuses(receipt) == ["accepted"]
    assert "删除" in receipt.records[0].reasons[0]
    assert receipt.records[0].certificate is None
    assert status(world.centre).declarations_in_force == 0
    world.centre.close()
    assert left(world.centre.folder, texts_of(record)) == []
    assert not attachment_path(world.centre, scan()["sha256"]).exists()


def test_erased_in_the_batch_it_came_with_leaves_nothing(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record(attachments=[scan()])
    receipt = taken(world, hangzhou, hangzhou.seal([record, erasure_of(record)]))
    assert receipt.verdict == "accepted"
    world.centre.close()
    assert left(world.centre.folder, texts_of(record)) == []
    assert not attachment_path(world.centre, scan()["sha256"]).exists()


def test_an_erasure_twice_is_accepted_and_a_later_revision_is_returned(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record()
    world.take(hangzhou.seal([record]))
    world.take(hangzhou.seal([erasure_of(record)]))
    other_time = erasure_of(record) | {"recorded_at": "2026-11-25T09:00:00+08:00"}
    assert statuses(taken(world, hangzhou, hangzhou.seal([other_time]))) == ["accepted"]
    newer = hangzhou.record(record=record["record_id"], revision=3, serial=record["serial"])
    receipt = taken(world, hangzhou, hangzhou.seal([newer]))
    assert statuses(receipt) == ["returned"]
    assert "新的登记" in receipt.records[0].reasons[0]
    world.centre.close()
    assert left(world.centre.folder, texts_of(record)) == []


def test_another_point_cannot_erase_the_record(
    world: CentreWorld, hangzhou: PointDesk, ningbo: PointDesk
) -> None:
    record = hangzhou.record()
    world.take(hangzhou.seal([record]))
    foreign = erasure_of(record) | {"serial": ningbo.record()["serial"]}
    assert statuses(taken(world, ningbo, ningbo.seal([foreign]))) == ["returned"]
    assert status(world.centre).declarations_in_force == 1


def test_a_refusal_stands_after_its_erasure_also_when_it_came_late(
    world: CentreWorld, hangzhou: PointDesk, ningbo: PointDesk
) -> None:
    wish = ningbo.record(declared_at="2026-11-20")
    world.take(ningbo.seal([wish]))
    refusal = hangzhou.record(kind="refusal", declared_at="2026-11-22")
    late = hangzhou.seal([refusal])
    world.take(hangzhou.seal([erasure_of(refusal)]))
    assert status(world.centre).declarations_in_force == 1
    world.take(late)
    assert status(world.centre).declarations_in_force == 0, "who refused is no donor"


def test_a_file_that_could_not_be_rewritten_is_rewritten_with_the_next_batch(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record()
    world.take(hangzhou.seal([record]))
    reader = sqlite3.connect(world.centre.folder / "centre.db")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM centre_record").fetchone()
    # Somebody still reads: the erasure is in, the log can't be emptied yet.
    world.take(hangzhou.seal([erasure_of(record)]))
    reader.close()
    world.take(hangzhou.seal([hangzhou.record(citizen_number("19500102", 108))]))
    assert left(world.centre.folder, [record["volunteer"]["document_number"]]) == []
