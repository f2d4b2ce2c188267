"""Finding: what is found, in which order, and what is found no more."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.bench.crowd import fill
from tests.conftest import ADMIN, PASSWORD
from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import register
from zjrc_desk.desk.change import withdraw
from zjrc_desk.desk.find import Query, Summary, find
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.errors import StoreError
from zjrc_desk.registry.life import State
from zjrc_desk.registry.tables import Registration, Revision
from zjrc_desk.registry.vocabulary import KIND
from zjrc_desk.store import search
from zjrc_desk.store.engine import PAGE_BYTES
from zjrc_desk.store.finder import Finder
from zjrc_desk.store.keyslots import KeySlots
from zjrc_desk.store.pinyin import pinyin_of

NAME = st.text("张建国曾单田𬭚·Ann ", max_size=5)
DIGITS = st.text("013X-", max_size=5)
PERSON = st.fixed_dictionaries(
    {
        "name": NAME,
        "document_number": DIGITS,
        "mobile": DIGITS,
        "landline": DIGITS,
        "room": st.text("13ABa号-３ ", max_size=4),
    }
)
DAY = st.sampled_from(["", "2026-01-05", "2026-02-28", "2026-11-20", "不详"])
LIVES = st.tuples(
    PERSON, st.sampled_from(["draft", "complete"]), st.sampled_from(["intention", "change"]), DAY
)
WORDS = st.text("张建国曾𬭚·annzjgtbc013X-Ab号 ", max_size=4)
SORTS = ("serial", "name", "document_number", "phone", "room", "kind", "state", "declared_at")
QUERY = st.builds(
    Query,
    words=WORDS,
    states=st.sampled_from([(), ("draft",), ("draft", "complete"), ("sealed",)]),
    kind=st.sampled_from(["", "intention", "change"]),
    since=st.sampled_from(["", "2026-01-05", "2026-02-01"]),
    until=st.sampled_from(["", "2026-02-28", "2026-12-31"]),
    sort=st.sampled_from(SORTS),
    descending=st.booleans(),
)


def like(typed: str, there: str) -> bool:
    return typed.casefold() in there.casefold()


def found_by(word: str, person: dict[str, str], line: Summary) -> bool:
    """The rule of :class:`Query`, said the slow way about one person."""
    typed = unicodedata.normalize("NFKC", word)
    digits = typed.replace("-", "")
    phones = [person[name].replace("-", "") for name in ("mobile", "landline")]
    if (
        like(word, line.name)
        or like(typed, line.document_number)
        or like(typed, unicodedata.normalize("NFKC", person["room"]).replace(" ", ""))
        or (digits and any(like(digits, phone) for phone in phones))
        or (any(c.isdigit() for c in digits) and like(digits, line.serial.replace("-", "")))
    ):
        return True
    readings = pinyin_of(line.name)
    letters = typed.isascii() and typed.isalpha()
    return letters and any(reading.startswith(typed.lower()) for reading in readings)


def in_full(number: re.Match[str]) -> str:
    return f"{int(number[0]):020}"


def expected(query: Query, everyone: list[tuple[dict[str, str], Summary]]) -> list[Summary]:
    """What a reading of all registrations one by one finds, in order."""
    found = [
        line
        for person, line in everyone
        if all(found_by(word, person, line) for word in query.words.split())
        and (not query.states or line.state in query.states)
        and query.kind in ("", line.kind)
        and (not (query.since or query.until) or line.declared_at)
        and (not query.since or line.declared_at >= query.since)
        and (not query.until or line.declared_at <= query.until)
    ]
    keys: dict[str, Callable[[Summary], object]] = {
        "serial": lambda line: line.serial,
        "name": lambda line: (pinyin_of(line.name)[0] + " " + line.name, line.serial),
        "room": lambda line: (re.sub("[0-9]+", in_full, line.room), line.serial),
        "kind": lambda line: (list(KIND.labels).index(line.kind), line.serial),
        "state": lambda line: (list(State).index(State(line.state)), line.serial),
    }
    key = keys.get(query.sort, lambda line: (getattr(line, query.sort), line.serial))
    return sorted(found, key=key, reverse=query.descending)  # type: ignore[arg-type]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(LIVES, min_size=1, max_size=8), st.lists(QUERY, min_size=1, max_size=8))
def test_exactly_those_are_found_that_reading_all_of_them_finds(
    desk: Desk, lives: list[tuple[dict[str, str], str, str, str]], queries: list[Query]
) -> None:
    with desk.store.write() as session:
        for earlier in find(desk, Query()).lines:
            search.forget(session, earlier.record_id)
    people = {}
    for person, state, kind, day in lives:
        kept = register.save_draft(
            desk, revision(volunteer=volunteer(**person), kind=kind, declared_at=day)
        )
        people[kept.record_id] = person
        with desk.store.write() as session:
            session.get_one(Revision, kept.id).state = State(state)
    everyone = [(people[line.record_id], line) for line in find(desk, Query()).lines]
    assert len(everyone) == len(lives)
    for query in queries:
        right = expected(query, everyone)
        assert list(find(desk, query).lines) == right
        assert list(find(desk, query, 1, 2).lines) == right[1:3]
        with desk.store.read() as session:
            total, slots = Finder().find(session, query)
            assert (total, slots) == desk.store.finder.find(session, query), "read anew"
            assert total == len(right)


def register_one(desk: Desk, **typed: str) -> Revision:
    return register.save_draft(desk, revision(volunteer=volunteer(**typed)))


@pytest.mark.parametrize(
    "words",
    "王 王芳 芳 wf wangfang w 0123 87654321 0571-8765 057187654321 3号楼 ３号楼 0001-1-000001 "
    "00011000001 王+0123 0123+wf 芳+87654321".replace("+", "\u3000").split(" "),
)
def test_one_field_finds_by(words: str, desk: Desk) -> None:
    register_one(
        desk,
        name="王芳",
        document_number=citizen_number("19500123", 12),
        landline="（0571）8765 4321",
        room="３号楼 402",
    )
    register_one(desk, name="李国", document_number="330", mobile="", room="")
    assert [line.name for line in find(desk, Query(words)).lines] == ["王芳"]


@pytest.mark.parametrize("words", ["王 9999", "fw", "zj", "王　李", "-"])
def test_all_words_have_to_be_found(words: str, desk: Desk) -> None:
    register_one(desk, name="王芳", document_number=citizen_number("19501212", 12), mobile="")
    assert find(desk, Query(words)).total == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("覃勇", "qin"),
        ("单于丹", "chanyud"),
        ("吕布", "lvb"),
        ("吕布", "lüb"),
        ("阿不都·买买提", "abdmm"),
        ("John Smith", "js"),
        ("john smith", "SMITH"),
        ("𬭚建", "𬭚"),
    ],
)
def test_names_are_found_as_they_are_read(name: str, words: str, desk: Desk) -> None:
    register_one(desk, name=name)
    assert [line.name for line in find(desk, Query(words)).lines] == [name]


def test_what_was_changed_is_found_by_the_new_and_no_more_by_the_old(desk: Desk) -> None:
    kept = register_one(desk, name="王芳", mobile="13800000000")
    assert find(desk, Query("13800000000")).total == 1
    kept.volunteer.name, kept.volunteer.mobile = "欧阳海波", "13911111111"
    register.save_draft(desk, kept)
    assert find(desk, Query("13800000000")).total == find(desk, Query("王")).total == 0
    assert find(desk, Query("oyhb")).total == find(desk, Query("海波 1391111")).total == 1


def test_a_save_that_failed_leaves_nothing_to_find(desk: Desk) -> None:
    kept = register_one(desk, name="王芳")
    kept.volunteer.name = "李国"

    def fail() -> None:
        with desk.store.write() as session:
            search.index(session, kept)
            session.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(StoreError):
        fail()
    assert [line.name for line in find(desk, Query()).lines] == ["王芳"]
    assert find(desk, Query("李")).total == 0


def test_filters_follow_a_registration_through_its_life(desk: Desk) -> None:
    kept = register.witness(desk, register.complete(desk, revision()))
    assert find(desk, Query(states=("draft", "complete"))).total == 0
    assert find(desk, Query(states=("witnessed",))).total == 1
    assert find(desk, Query(since="2026-11-20", until="2026-11-20")).total == 1
    assert find(desk, Query(until="2026-11-19")).total == find(desk, Query(batch_id="b")).total == 0
    with desk.store.write() as session:
        session.execute(
            text("UPDATE revision SET state = 'signed' WHERE id = :id"), {"id": kept.id}
        )
    assert find(desk, Query(states=("signed",), kind="intention")).total == 1
    withdraw(desk, [kept.registration.serial], "改变主意")
    assert find(desk, Query(kind="intention")).total == 0
    assert find(desk, Query("ysf", kind="withdrawal")).total == 1


def test_many_are_counted_and_given_page_by_page(desk: Desk) -> None:
    fill(desk, 700)
    assert find(desk, Query("1")).total == 700
    pages = [find(desk, Query(sort="name"), first, 100).lines for first in range(0, 800, 100)]
    names = [line.name for page in pages for line in page]
    assert len(names) == 700
    assert pages[-1] == []
    readings = [pinyin_of(name)[0] for name in names]
    assert readings == sorted(readings, reverse=True)
    register_one(desk, name="阿宝", document_number="9")
    assert find(desk, Query(sort="name", descending=False), most=1).lines[0].name == "阿宝"
    assert find(desk, Query(), most=1).lines[0].name == "阿宝", "newest first"


def test_a_zero_byte_in_a_text_shifts_nobody_elses_letters(desk: Desk) -> None:
    for name in ("王\x00芳", "李国", "陈明月"):
        register_one(desk, name=name, document_number="", mobile="")
    assert [line.name for line in find(desk, Query("陈明月")).lines] == ["陈明月"]
    assert [line.name for line in find(desk, Query("王")).lines] == ["王\x00芳"]


def _pages(folder: Path) -> bytes:
    """The database file without encryption: SQLCipher's AES-256-CBC, with an IV for each page."""
    key = KeySlots.load(folder / "slots.json").unlock(ADMIN, PASSWORD)
    content, plain = (folder / "registrations.db").read_bytes(), b""
    for start in range(0, len(content), PAGE_BYTES):
        page = content[start : start + PAGE_BYTES]
        # 80 bytes at the end: IV (16) and HMAC (64); 16 at the beginning of the file: the salt.
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor()
        plain += cipher.update(page[0 if start else 16 : -80])
    return plain


def test_who_is_forgotten_leaves_no_trace_in_the_file(desk: Desk, store_folder: Path) -> None:
    kept = [register_one(desk, name="王芳", document_number=f"33{n}") for n in range(300)]
    secrets = ("欧阳忘机", "ouyangwangji", "330106194107049999", "13877778888", "九号楼999")
    with desk.store.write() as session:
        for place in (3, 150, 299):
            # Only the search row gets this name, so that the file holds it nowhere else.
            number, phone, room = secrets[2:]
            other = revision(
                volunteer=volunteer(
                    name=secrets[0], document_number=number, mobile=phone, room=room
                ),
                record_id=kept[place].record_id,
                registration=Registration(serial=kept[place].registration.serial),
            )
            search.index(session, other)
    assert find(desk, Query("oywj")).total == 3
    _checkpoint(desk)
    before = _pages(store_folder)
    assert all(secret.encode() in before for secret in secrets)
    with desk.store.write() as session:
        for place in (3, 150, 299):
            search.forget(session, kept[place].record_id)
    assert find(desk, Query("oywj")).total == find(desk, Query("330106194107049999")).total == 0
    assert find(desk, Query()).total == 297
    _checkpoint(desk)
    after = _pages(store_folder)
    assert "王芳".encode() in after
    assert [secret for secret in secrets if secret.encode() in after] == []


def _checkpoint(desk: Desk) -> None:
    with desk.store.read() as session:
        session.connection().exec_driver_sql("COMMIT")
        session.connection().exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        session.connection().exec_driver_sql("BEGIN")


def test_a_search_row_can_only_be_emptied(desk: Desk) -> None:
    register_one(desk, name="王芳")
    with pytest.raises(StoreError), desk.store.write() as session:
        session.execute(text("DELETE FROM searchrow"))
    assert find(desk, Query()).total == 1
