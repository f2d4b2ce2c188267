"""What the centre does with a batch: order and replay, who is in force, what points are told."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from tests.centre.conftest import PDF, CentreWorld, Clock, PointDesk
from tests.people import citizen_number
from zjrc_desk.batches.receipt import Receipt, open_receipt
from zjrc_desk.batches.token import read_token
from zjrc_desk.centre.centre import crl, open_centre, revoke
from zjrc_desk.centre.intake import QUARANTINE, Answer, attachment_path, take_in
from zjrc_desk.centre.status import status
from zjrc_desk.centre.tables import EnrolledPoint, IssuedCertificate
from zjrc_desk.registry.errors import BatchError, StoreError


def read(world: CentreWorld, point: PointDesk, answer: Answer) -> Receipt:
    """The receipt as the point reads it."""
    return open_receipt(
        answer.content,
        trust=world.centre.trust(),
        point_code=point.code,
        now=world.centre.clock(),
    )


def taken(world: CentreWorld, point: PointDesk, path: Path) -> Receipt:
    return read(world, point, world.take(path))


def statuses(receipt: Receipt) -> list[str]:
    return [record.status for record in receipt.records]


def test_a_declaration_is_accepted_with_a_certificate_that_is_verified_offline(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record()
    receipt = taken(world, hangzhou, hangzhou.seal([record]))
    (answer,) = receipt.records
    assert (receipt.verdict, answer.status) == ("accepted", "accepted")
    assert answer.certificate is not None
    claims = read_token(answer.certificate.token, [world.centre.authority.signing.certificate])
    assert (claims.serial, claims.number) == (record["serial"], answer.certificate.number)
    assert status(world.centre).declarations_in_force == 1


def test_o01_the_same_file_twice_gives_the_same_receipt_byte_for_byte(
    world: CentreWorld, hangzhou: PointDesk, clock: Clock
) -> None:
    path = hangzhou.seal([hangzhou.record()])
    first = world.take(path)
    again = world.take(path)
    assert again.content == first.content
    assert again.again
    assert status(world.centre).records == {"accepted": 1}


def test_the_same_content_in_a_later_batch_is_unchanged(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record()
    world.take(hangzhou.seal([record]))
    receipt = taken(world, hangzhou, hangzhou.seal([record]))
    assert statuses(receipt) == ["unchanged"]
    assert receipt.records[0].certificate is not None, "a lost certificate comes again"


def test_another_content_under_the_same_revision_is_a_fork_and_the_first_stays(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    record = hangzhou.record()
    world.take(hangzhou.seal([record]))
    forked = record | {"intention": record["intention"] | {"items": ["cornea"]}}
    receipt = taken(world, hangzhou, hangzhou.seal([forked]))
    assert statuses(receipt) == ["returned"]
    assert "O02" in receipt.records[0].reasons[0]
    now = status(world.centre)
    assert (now.records, now.quarantined, now.declarations_in_force) == ({"accepted": 1}, 1, 1)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"sequence": 1}, "O02"),
        ({"previous": "0" * 64, "sequence": 2}, None),
        ({"previous": None}, "O04"),
    ],
)
def test_o02_o04_a_batch_that_forks_the_chain_is_put_aside_and_refused(
    world: CentreWorld, hangzhou: PointDesk, header: dict[str, object], code: str | None
) -> None:
    world.take(hangzhou.seal([hangzhou.record()]))
    number = citizen_number("19500102", 107)
    path = hangzhou.seal([hangzhou.record(number)], **header)
    answer = world.take(path)
    receipt = read(world, hangzhou, answer)
    assert receipt.verdict == "refused"
    assert answer.error is not None
    assert answer.error.code == (code or "O04")
    assert receipt.head is not None
    assert receipt.head.sequence == 1
    kept = world.centre.folder / QUARANTINE / f"{receipt.manifest_sha256}.zjrc"
    assert kept.read_bytes() == path.read_bytes()
    assert world.take(path).content == answer.content, "asked again, the same refusal"
    assert status(world.centre).records == {"accepted": 1}


def test_o03_a_gap_is_accepted_and_named_and_closes_when_the_missing_one_comes(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    world.take(hangzhou.seal([hangzhou.record()]))
    missing = hangzhou.seal([hangzhou.record(citizen_number("19500102", 108))])
    third = hangzhou.seal([hangzhou.record(citizen_number("19500103", 108))])
    receipt = taken(world, hangzhou, third)
    assert receipt.verdict == "accepted"
    assert any("O03" in note and "第 2 批" in note for note in receipt.notes)
    assert status(world.centre).gaps == {"ZJ-HZ-0001": ["1:2-2"]}
    assert taken(world, hangzhou, missing).verdict == "accepted"
    assert status(world.centre).gaps == {}


def test_o05_an_older_generation_after_a_newer_one_is_refused(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    world.take(hangzhou.seal([hangzhou.record()]))
    known = hangzhou.previous
    old = hangzhou.seal([hangzhou.record(citizen_number("19500102", 108))])
    hangzhou.previous, hangzhou.sequence = known, 0
    new = hangzhou.seal([hangzhou.record(citizen_number("19500103", 108))], generation=2)
    assert taken(world, hangzhou, new).verdict == "accepted"
    answer = world.take(old)
    assert answer.error is not None
    assert answer.error.code == "O05"


@pytest.mark.parametrize(("days", "word"), [(3, "晚"), (-3, "早")])
def test_o08_a_clock_more_than_a_day_off_is_named(
    world: CentreWorld, hangzhou: PointDesk, clock: Clock, days: int, word: str
) -> None:
    from datetime import timedelta

    clock.time += timedelta(days=10)
    sealed_at = clock.time + timedelta(days=days)
    receipt = taken(world, hangzhou, hangzhou.seal([hangzhou.record()], sealed_at=sealed_at))
    assert receipt.verdict == "accepted"
    assert any("O08" in note and word in note for note in receipt.notes)


def test_two_points_with_one_person_are_both_told_and_the_newest_is_in_force(
    world: CentreWorld, hangzhou: PointDesk, ningbo: PointDesk
) -> None:
    world.take(hangzhou.seal([hangzhou.record(declared_at="2026-11-20")]))
    second = ningbo.record(declared_at="2026-11-21", items=["cornea"])
    receipt = taken(world, ningbo, ningbo.seal([second]))
    assert statuses(receipt) == ["conflict"]
    assert receipt.records[0].certificate is not None
    assert "ZJ-HZ-0001" in receipt.records[0].reasons[1]
    later = hangzhou.seal([hangzhou.record(citizen_number("19500102", 108))])
    told = taken(world, hangzhou, later)
    assert any("不同的意愿" in note for note in told.notes)
    now = status(world.centre)
    assert now.records == {"conflict": 2, "accepted": 1}
    assert now.declarations_in_force == 2


def test_the_same_wish_at_two_points_is_a_duplicate(
    world: CentreWorld, hangzhou: PointDesk, ningbo: PointDesk
) -> None:
    world.take(hangzhou.seal([hangzhou.record(declared_at="2026-11-20")]))
    receipt = taken(world, ningbo, ningbo.seal([ningbo.record(declared_at="2026-11-19")]))
    assert statuses(receipt) == ["duplicate"]
    assert receipt.records[0].certificate is None, "the other point's is newer"


def test_a_withdrawal_ends_the_wish_and_a_later_declaration_begins_anew(
    world: CentreWorld, hangzhou: PointDesk, clock: Clock
) -> None:
    record = hangzhou.record(declared_at="2026-11-20")
    world.take(hangzhou.seal([record]))
    taken_back = hangzhou.record(
        record=record["record_id"],
        revision=2,
        supersedes=1,
        kind="withdrawal",
        declared_at="2026-11-22",
        serial=record["serial"],
    )
    assert taken(world, hangzhou, hangzhou.seal([taken_back])).verdict == "accepted"
    assert status(world.centre).declarations_in_force == 0
    old = hangzhou.record(record=record["record_id"], revision=3, declared_at="2026-11-21")
    world.take(hangzhou.seal([old | {"serial": record["serial"]}]))
    assert status(world.centre).declarations_in_force == 0, "older than the withdrawal"
    new = hangzhou.record(record=record["record_id"], revision=4, declared_at="2026-11-23")
    world.take(hangzhou.seal([new | {"serial": record["serial"]}]))
    assert status(world.centre).declarations_in_force == 1


def test_a_record_that_breaks_a_rule_is_returned_with_its_reasons_and_the_others_go_in(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    bad = hangzhou.record("330106194107041060")
    good = hangzhou.record(citizen_number("19500102", 108))
    receipt = taken(world, hangzhou, hangzhou.seal([bad, good]))
    assert receipt.verdict == "partly"
    by_id = {record.record_id: record for record in receipt.records}
    assert by_id[bad["record_id"]].status == "returned"
    assert any("F01" in reason for reason in by_id[bad["record_id"]].reasons)
    number = bad["volunteer"]["document_number"]
    assert not any(number in reason for record in receipt.records for reason in record.reasons)


def test_a_revoked_point_is_refused_and_nobody_is_answered(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    path = hangzhou.seal([hangzhou.record()])
    revoke(world.centre, "ZJ-HZ-0001")
    assert b"X509 CRL" in crl(world.centre)
    with pytest.raises(BatchError, match="S05"):
        world.take(path)


def test_a_disk_that_fails_in_the_middle_keeps_nothing_and_it_can_be_tried_again(
    world: CentreWorld, hangzhou: PointDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    listed = {
        "sha256": digest,
        "media_type": "application/pdf",
        "size": len(PDF),
        "role": "letter_scan",
    }
    path = hangzhou.seal([hangzhou.record(attachments=[listed])])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("zjrc_desk.centre.intake.sync_folder", full)
        with pytest.raises(StoreError, match="D06"):
            world.take(path)
    assert status(world.centre).batches == {}
    assert world.take(path).verdict == "accepted"
    assert attachment_path(world.centre, digest).read_bytes() == PDF


def test_the_keys_are_useless_without_the_passphrase(tmp_path: Path, clock: Clock) -> None:
    from zjrc_desk.centre.centre import create

    create(tmp_path / "c", passphrase="a long passphrase", clock=clock)
    with pytest.raises(StoreError, match="C03"):
        open_centre(tmp_path / "c", clock=clock)
    with pytest.raises(StoreError, match="C03"):
        open_centre(tmp_path / "c", "another one", clock=clock)
    open_centre(tmp_path / "c", "a long passphrase", clock=clock).close()


def test_two_intakes_that_put_the_same_batch_aside_at_once_both_answer_s12(
    world: CentreWorld, hangzhou: PointDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = hangzhou.seal([hangzhou.record()])
    with world.centre.register.write() as session:
        # As after a restore from a backup that is older than the approval.
        session.execute(update(IssuedCertificate).values(point=None))
        session.delete(session.get_one(EnrolledPoint, hangzhou.code))
    copy = shutil.copyfileobj
    inner: list[Answer] = []
    begun: list[bool] = []

    def copy_while_another_does(*parts: Any) -> None:
        copy(*parts)
        if not begun:
            begun.append(True)
            inner.append(take_in(world.centre, path))

    monkeypatch.setattr(shutil, "copyfileobj", copy_while_another_does)
    outer = take_in(world.centre, path)
    assert outer.verdict == inner[0].verdict == "refused"
    assert outer.content == inner[0].content, "one answer, whoever asks"
    assert inner[0].error is not None
    assert inner[0].error.code == "S12"
    kept = [one.name for one in (world.centre.folder / QUARANTINE).iterdir()]
    assert len(kept) == 1
    assert kept[0].endswith(".zjrc")
