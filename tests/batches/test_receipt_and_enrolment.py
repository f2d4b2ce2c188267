"""Receipts and enrolments: believed from the centre only, for this point only, whole only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.batches.samples import BATCH_ID, NOW, POINT, World, record_id
from zjrc_desk.batches import certificates as c
from zjrc_desk.batches import cms, container
from zjrc_desk.batches.enrolment import Enrolment, open_enrolment, write_enrolment
from zjrc_desk.batches.receipt import (
    CertificateAnswer,
    Head,
    Receipt,
    RecordAnswer,
    open_receipt,
    write_receipt,
)
from zjrc_desk.batches.request import make_request, read_request
from zjrc_desk.registry.errors import EnrolmentError, ReceiptError

RECEIPT = Receipt(
    batch_id=BATCH_ID,
    point=POINT,
    generation=1,
    sequence=1,
    manifest_sha256="cd" * 32,
    received_at=NOW,
    verdict="partly",
    records=(
        RecordAnswer(record_id(1), 1, "accepted", (), CertificateAnswer("Z2026-00000001", "a.b.c")),
        RecordAnswer(record_id(2), 1, "returned", ("请更正。",)),
    ),
    head=Head(1, 1, "cd" * 32),
    notes=("第 3 批还没有收到。",),
)


def refused(world: World, data: bytes, point: str = POINT) -> str:
    with pytest.raises(ReceiptError) as caught:
        open_receipt(data, trust=world.trust(), point_code=point, now=NOW)
    return caught.value.code


def test_a_receipt_comes_back_as_it_was_written(world: World) -> None:
    data = write_receipt(RECEIPT, world.centre)
    assert open_receipt(data, trust=world.trust(), point_code=POINT, now=NOW) == RECEIPT


def test_r01_a_receipt_signed_by_a_point_or_another_centre(world: World) -> None:
    names = ("receipt.json", "receipt.p7s")
    text = container.read_small(write_receipt(RECEIPT, world.centre), names)["receipt.json"]
    forged = (text, cms.sign(text, world.point))
    by_point = container.write_small(dict(zip(names, forged, strict=True)))
    assert refused(world, by_point) == "R01"
    assert refused(world, write_receipt(RECEIPT, World().centre)) == "R01"


def test_r02_a_receipt_for_another_point(world: World) -> None:
    data = write_receipt(replace(RECEIPT, point="ZJ-NB-0001"), world.centre)
    assert refused(world, data) == "R02"


def test_r07_a_receipt_cut_anywhere(world: World) -> None:
    data = write_receipt(RECEIPT, world.centre)
    codes = {refused(world, data[:n]) for n in range(0, len(data), 7)}
    assert codes == {"R07"}


def test_no_byte_of_a_receipt_can_change_unnoticed(world: World) -> None:
    data = write_receipt(RECEIPT, world.centre)
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << (place % 8)
        assert refused(world, bytes(changed)).startswith("R")


def enrolment(world: World, key: c.ec.EllipticCurvePrivateKey) -> Enrolment:
    request = read_request(make_request(key, POINT, "样例登记点"))
    return Enrolment(
        point={"code": POINT, "name": "样例登记点"},
        certificate=c.issue_point(world.ca, request, NOW),
        ca_certificate=world.ca.certificate,
        recipients=(world.identity.recipient,),
    )


def not_enrolled(data: bytes, key: c.ec.EllipticCurvePrivateKey, **more: object) -> str:
    values = {"key": key, "point_code": POINT, "trusted_ca": None, "now": NOW} | more
    with pytest.raises(EnrolmentError) as caught:
        open_enrolment(data, **values)  # type: ignore[arg-type]
    return caught.value.code


def test_an_enrolment_comes_back_and_e01_e02_e04_are_refused(world: World) -> None:
    key = c.new_key()
    data = write_enrolment(enrolment(world, key), world.ca)
    kept = open_enrolment(data, key=key, point_code=POINT, trusted_ca=None, now=NOW)
    assert kept.recipients == (world.identity.recipient,)
    other = World().ca.certificate
    assert not_enrolled(data, key, trusted_ca=other) == "E01"
    assert not_enrolled(data, c.new_key()) == "E02"
    for length in range(0, len(data), 31):
        assert not_enrolled(data[:length], key) == "E04"
