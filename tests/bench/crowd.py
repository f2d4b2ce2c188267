"""A store full of synthetic registrations, written with plain SQL in one transaction."""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from tests.conftest import CHEAP
from tests.people import citizen_number
from zjrc_desk.desk.session import Desk, set_up, sign_in
from zjrc_desk.registry.identifiers import uuid7
from zjrc_desk.registry.serial import make_serial
from zjrc_desk.registry.tables import Point
from zjrc_desk.store.schema import HEAD
from zjrc_desk.store.search import texts_of

PASSWORD = "correct horse 7"
ADMINISTRATOR = "A001"
_POINT = "ZJ-HZ-0001"
_KEPT = Path(__file__).parents[2] / "build" / "bench"

#: Surnames by how common they are in Zhejiang, about; some with another reading.
_SURNAMES = "陈陈陈陈王王王王张张张李李徐徐周周吴吴胡朱沈俞金林黄郑叶何杨方潘章钱余孙单曾仇解翟"
_GIVEN = "国建华文明德志伟军平海涛永福祥荣贵宝根生金水木林春秋月英秀兰珍芳芬香云霞凤琴玉梅桂"
_STATES = ("draft", "complete", "witnessed", "printed", "signed", "sealed", "accepted", "returned")
_REGIONS = ("", "浙江省杭州市西湖区", "浙江省杭州市拱墅区", "浙江省宁波市海曙区", "湖州德清")
_ITEMS = ('["whole_body"]', '["whole_body", "cornea"]', '["all_usable"]', '["liver", "heart"]')
_BATCHES = 40
_PART = 5_000
_INSERTS = (
    "INSERT INTO registration (record_id, serial, created_at) VALUES (:record_id, :serial, :at)",
    "INSERT INTO revision (id, record_id, number, kind, source, state, frozen, current, "
    "declared_at, recorded_at, recorded_by, reason, staff_notes, step, centre_reasons, batch_id) "
    "VALUES (:id, :record_id, 1, :kind, 'list', :state, 0, 1, :declared_at, :at, 'A001', '', '', "
    "'', '[]', :batch_id)",
    "INSERT INTO volunteer (revision_id, name, document_number, mobile, landline, room, "
    "former_name, sex, ethnicity, birth_date, nationality, document_type, document_expires, "
    "political_status, education, occupation, marital_status, household_region, "
    "household_address, residence_region, residence_address, postcode, religion_customs, "
    "infectious_disease, hereditary_disease, major_surgery, blood_type) VALUES (:id, :name, "
    ":document_number, :mobile, :landline, :room, '', :sex, '01', :birth_date, 'CHN', "
    "'resident_id', '', '', '', '', '', '', '', :region, '浙江省杭州市上城区平海路1号', '', '', "
    "'', '', '', '')",
    "INSERT INTO intention (revision_id, items, uses, preference, ashes_wish, farewell_wish, "
    "memorial_name, receiving_institution, prior_registration, wants_certificate, "
    "wants_wallet_card, wants_will_referral, capacity_declared, voluntary_declared, "
    "family_letter) VALUES (:id, :items, '[]', '', '', '', '', '', '', 1, 1, 0, 1, 1, '')",
    "INSERT INTO executor (revision_id, name, relation, document_type, document_number, phone, "
    "address) VALUES (:id, '', '', 'resident_id', '', '', '')",
    "INSERT INTO witnessstatement (revision_id, place, started_at, ended_at, checks, "
    "volunteer_words) VALUES (:id, '', '', '', '[]', '')",
    "INSERT INTO consent (revision_id, text_version, given_at) VALUES (:id, '', '')",
    "INSERT INTO searchrow (slot, changed, record_id, serial, name, pinyin, initials, "
    "document_number, mobile, landline, room, kind, state, declared_at, batch_id) VALUES (:id, "
    ":id, :record_id, :serial, :name, :pinyin, :initials, :document_number, :mobile, :landline, "
    ":room, :kind, :state, :declared_at, :batch_id)",
)


Person = dict[str, str | None]


@contextmanager
def crowded(count: int) -> Iterator[Path]:
    """The folder of a copy of a store with ``count`` people, for ``ADMINISTRATOR`` to sign in.

    It is filled once, which takes minutes, and kept in ``build/bench`` until schema or people are
    others.
    """
    made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    kept = _KEPT / f"people-{count}-{HEAD}-{made_by}"
    if not kept.exists():
        _KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=_KEPT) as name:
            folder = Path(name) / "store"
            # In a process of its own, so that the memory measured later is the program's.
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
                other.submit(_fill, folder, count).result()
            folder.rename(kept)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        shutil.copytree(kept, folder)
        yield folder


def people_of(count: int) -> list[Person]:
    """Whom :func:`fill` registers, the same every time."""
    chance = random.Random(1)
    return [_person(chance, number, _POINT) for number in range(1, count + 1)]


def _fill(folder: Path, count: int) -> None:
    point = Point(code=_POINT, name="样例")
    set_up(folder, point, ADMINISTRATOR, PASSWORD, cost=CHEAP)
    desk = sign_in(folder, ADMINISTRATOR, PASSWORD)
    fill(desk, count)
    desk.close()


def fill(desk: Desk, count: int) -> list[Person]:
    """Register ``count`` people, the store being empty; returns what they are found by."""
    people = people_of(count)
    chance = random.Random(2)
    for person in people:
        person["region"], person["items"] = chance.choice(_REGIONS), chance.choice(_ITEMS)
    with desk.store.write() as session:
        session.execute(
            text(
                "INSERT INTO batch (batch_id, generation, sequence, state, file_name, "
                "manifest_sha256, sealed_at, sealed_by, records, size) VALUES (:id, 1, :n, "
                "'accepted', :id || '.zjrc', '', '2026-01-01', 'A001', 0, 0)"
            ),
            [{"id": f"batch-{number}", "n": number} for number in range(_BATCHES)],
        )
        for start in range(0, count, _PART):
            for insert in _INSERTS:
                session.execute(text(insert), people[start : start + _PART])
        session.execute(text("UPDATE point SET last_number = :count"), {"count": count})
    return people


def _person(chance: random.Random, number: int, point: str) -> Person:
    at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=10 * number)
    birth = date(1930, 1, 1) + timedelta(days=chance.randrange(13_000))
    area = chance.choice(("330102", "330105", "330106", "330108", "330203", "330482", "310104"))
    texts = texts_of(
        chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2, 2)))),
        citizen_number(f"{birth:%Y%m%d}", chance.randrange(1, 999), area),
        chance.choice(("138", "139", "136", "150", "189")) + f"{chance.randrange(10**8):08}",
        chance.choice(("", f"0571-8{chance.randrange(10**7):07}")),
        f"{chance.randrange(1, 9)}号楼{chance.randrange(1, 12)}{chance.randrange(1, 30):02}",
    )
    state = chance.choice(_STATES)
    number_given = texts["document_number"]
    return {
        **texts,
        "birth_date": birth.isoformat(),
        "sex": "1" if int(number_given[16]) % 2 else "2",
        "id": str(number),
        "record_id": uuid7(at),
        "serial": make_serial(point, 1, number),
        "at": at.isoformat(timespec="seconds"),
        "kind": chance.choice(("intention",) * 18 + ("change", "withdrawal")),
        "state": state,
        "declared_at": at.date().isoformat(),
        "batch_id": f"batch-{chance.randrange(_BATCHES)}" if state == "accepted" else None,
    }
