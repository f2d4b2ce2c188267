"""F01 to F09 of what people mistype, try or have happen to them, by properties.

The rules are asked with an oracle of their own: what must stop is worked out here in another way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.people import citizen_number, revision, volunteer
from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import (
    normalise_date,
    normalise_moment,
    normalise_name,
    normalise_number,
    normalise_phone,
    parse_date,
    parse_moment,
)
from zjrc_desk.registry.rules import RULES, Circumstances, Force, Step, problems
from zjrc_desk.registry.tables import Executor, Intention, Kin, Revision, Witness

NOW = Circumstances(datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=8))))
TODAY = NOW.today
BIRTHS = st.dates(date(1900, 1, 1), date(2005, 12, 31))


def stops(found: Revision, step: Step = Step.WITNESS) -> set[tuple[str, str]]:
    return {p.key for p in problems(found, step, NOW) if not p.warning}


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def with_number(number: str, **changes: str) -> Revision:
    """A volunteer whose birth date and sex are those in the number."""
    values = {
        "document_number": number,
        "birth_date": f"{number[6:10]}-{number[10:12]}-{number[12:14]}",
        "sex": "1" if int(number[16]) % 2 else "2",
    }
    return revision(volunteer=volunteer(**(values | changes)))


# -- every rule -----------------------------------------------------------------------------------


def _spoilt() -> list[Revision]:
    """Revisions with something wrong everywhere, each in another way."""
    empty = revision(
        volunteer=volunteer(name="", document_number="1", sex="", birth_date="2030-02-30"),
        intention=Intention(preference="x", family_letter="长" * 20_001),
        executor=Executor(name="<b>", relation="x", phone="1", document_number="1"),
        kin=[Kin(name="", relation="x", opinion="x", phone="1")],
        witnesses=[Witness(name="<b>", document_number="1", relation="x", phone="1")],
        declared_at="",
    )
    empty.volunteer.landline = "1"
    listed = revision(source="list", declared_at="")
    consent = revision(kin=[Kin(name="赵娜国", relation="child", opinion="disagrees")])
    consent.consent.given_at = ""
    consent.volunteer.document_expires = "2020-01-01"
    consent.volunteer.birth_date = "1930-01-01"
    consent.witnesses[0].organisation = "样例养老院"
    consent.intention.capacity_declared = consent.intention.voluntary_declared = False
    consent.statement.checks, consent.statement.volunteer_words = [], ""
    child = revision(volunteer=volunteer(name="余", birth_date="2020-01-01", mobile=""))
    child.volunteer.occupation = "\u202e"
    child.kin, child.statement.started_at = [], "2027-01-01 09:00"
    child.intention.items = ["whole_body"]
    child.intention.uses = ["transplant"]
    child.volunteer.ethnicity = "火星族"
    own_kin = revision()
    own_kin.kin = [
        Kin(name="余淑福", relation="child", opinion="agrees", phone=phone)
        for phone in ("13805710001", "")
    ]
    return [empty, listed, consent, child, own_kin]


def test_every_rule_finds_something_with_its_own_code_and_says_what_to_do() -> None:
    where = Circumstances(NOW.now, ("样例养老院",), registered=True)
    silent = set()
    for rule in RULES:
        found = [p for spoilt in _spoilt() for p in rule.problems(spoilt, where)]
        assert {p.code for p in found} <= {rule.code}, rule.title
        assert {p.force for p in found} <= {rule.force}, rule.title
        assert all(p.message.endswith("。") and p.remedy.endswith("。") for p in found)
        assert all("." not in p.field for p in found), "each field has a Chinese name"
        if not found:
            silent.add(rule.title)
    assert silent == set()


def test_the_law_stops_and_practice_asks_or_points_out() -> None:
    lawful = {r.title for r in RULES if "民法典" in r.source or "个人信息保护法" in r.source}
    stopping = {r.title for r in RULES if r.force is Force.STOP}
    assert lawful - stopping == {"见证人在本机构工作"}, (
        "whose interest is common is for people to say"
    )
    for words in ("18 周岁", "行为能力", "自愿", "项目", "两位以上见证人", "执行人", "单独同意"):
        assert any(words in title for title in stopping), words


# -- F01 document numbers -------------------------------------------------------------------------


@given(BIRTHS, st.integers(0, 999), st.data())
def test_f01_a_number_means_the_same_however_it_is_spaced_and_shaped(
    born: date, sequence: int, data: st.DataObject
) -> None:
    number = citizen_number(born.strftime("%Y%m%d"), sequence)
    typed = "".join(
        data.draw(st.sampled_from([c, full_width(c), c.lower(), f" {c}", f"{c}\u3000"]))
        for c in number
    )
    assert normalise_number(typed) == number
    assert stops(with_number(number), Step.COMPLETE) == set()


@given(st.text(max_size=24) | st.from_regex(r"[0-9Xx\uff10-\uff19 ]{14,19}", fullmatch=True))
def test_f01_what_is_no_number_stops_with_a_sentence_and_never_breaks(text: str) -> None:
    number = normalise_number(text)
    for kind in v.DOCUMENT_TYPE.labels:
        fault = documents.number_fault(kind, number, TODAY)
        assert fault is None or (fault.message.endswith("。") and fault.remedy.endswith("。"))
        if fault is None:
            assert number.isascii() or kind == v.OFFICER_ID, "no digits of another script"
    if documents.number_fault(v.RESIDENT_ID, number, TODAY) is None:
        assert number == citizen_number(number[6:14], int(number[14:17]), number[:6])


@given(st.integers(0, 99), st.integers(0, 99))
def test_f01_a_number_with_an_impossible_day_stops(month: int, day: int) -> None:
    number = citizen_number(f"1941{month:02}{day:02}")
    possible = parse_date(f"1941-{month:02}-{day:02}") is not None
    fault = documents.number_fault(v.RESIDENT_ID, number, TODAY)
    assert (fault is None) is possible


@given(st.integers(1, 3000))
def test_f01_a_birth_in_the_future_stops(days: int) -> None:
    born = TODAY + timedelta(days=days)
    found = stops(with_number(citizen_number(born.strftime("%Y%m%d"))), Step.COMPLETE)
    assert ("F01", "volunteer.document_number") in found
    assert ("F07", "volunteer.birth_date") in found


@given(BIRTHS, st.integers(0, 999))
def test_f01_a_sex_that_disagrees_with_the_number_stops(born: date, sequence: int) -> None:
    number = citizen_number(born.strftime("%Y%m%d"), sequence)
    other = "2" if sequence % 2 else "1"
    assert ("F01", "volunteer.sex") in stops(with_number(number, sex=other), Step.COMPLETE)


@given(BIRTHS)
def test_f01_a_number_of_15_digits_is_named_as_out_of_use(born: date) -> None:
    fault = documents.number_fault(v.RESIDENT_ID, f"330106{born:%y%m%d}106", TODAY)
    assert fault is not None
    assert "15 位" in fault.message


# -- F02 age --------------------------------------------------------------------------------------


@given(st.dates(date(1990, 1, 1), TODAY), st.dates(date(2000, 1, 1), TODAY))
def test_f02_under_18_on_the_day_of_the_declaration_stops_and_no_other_age(
    born: date, declared: date
) -> None:
    assume(born <= declared)
    leap = (born.month, born.day) == (2, 29)
    birthday = date(born.year + 18, 3, 1) if leap else born.replace(year=born.year + 18)
    if leap and birthday.year % 4 == 0:
        birthday = birthday.replace(month=2, day=29)
    found = with_number(citizen_number(born.strftime("%Y%m%d")))
    found.declared_at = declared.isoformat()
    minor = ("F02", "volunteer.birth_date") in stops(found, Step.COMPLETE)
    assert minor is (declared < birthday)


# -- F03 the same person --------------------------------------------------------------------------


def test_f03_somebody_registered_here_already_stops() -> None:
    again = Circumstances(NOW.now, registered=True)
    found = {p.key for p in problems(revision(), Step.COMPLETE, again)}
    assert found == {("F03", "volunteer.document_number")}


# -- F04 witnesses --------------------------------------------------------------------------------

_PEOPLE = [
    ("余淑福", citizen_number()),  # the volunteer
    ("赵娜国", ""),  # kin
    ("宋洋涛", ""),  # executor
    ("孙静福", citizen_number("19720109", 921, "330502")),
    ("周庆", citizen_number("19620316", 450)),
    ("吴样例", citizen_number("19700101", 452)),
    ("郑未成", citizen_number("20081125", 452)),  # one day short of 18
]
_FIT = {3, 4, 5}


@given(st.lists(st.integers(0, len(_PEOPLE) - 1), max_size=6))
def test_f04_only_two_to_four_different_adults_who_are_nobody_else_may_witness(
    chosen: list[int],
) -> None:
    found = revision(declared_at="2026-11-24")
    found.statement.started_at = found.statement.ended_at = "2026-11-24 09:00"
    spare = citizen_number("19650505", 333)
    found.witnesses = [
        Witness(name=name, document_number=number or spare)
        for name, number in (_PEOPLE[index] for index in chosen)
    ]
    fit = set(chosen) <= _FIT and len(set(chosen)) == len(chosen) and 2 <= len(chosen) <= 4
    assert (not {p for code, p in stops(found) if code == "F04"}) is fit


@given(st.sampled_from([r for r in v.WITNESS_RELATION.labels if r != v.NO_RELATION]))
def test_f04_kin_beneficiaries_and_the_executor_do_not_witness(relation: str) -> None:
    found = revision()
    found.witnesses[0].relation = relation
    assert stops(found) == {("F04", "witnesses.0.relation")}


# -- F05 what is given ----------------------------------------------------------------------------


@given(
    st.sets(st.sampled_from(list(v.ITEM.labels))),
    st.sets(st.sampled_from(list(v.USE.labels))),
    st.sampled_from(["", *v.PREFERENCE.labels]),
)
def test_f05_a_wish_stops_exactly_where_it_is_empty_or_cannot_be_followed(
    items: set[str], uses: set[str], preference: str
) -> None:
    parts = items - {"whole_body"}
    followed = (
        bool(items)
        and bool(uses)
        and not ("all_usable" in parts and len(parts) > 1)
        and not (items == {"whole_body"} and uses == {"transplant"})
        and not (preference == "organs_first" and not ("whole_body" in items and parts))
        and not (preference == "body_only" and "whole_body" not in items)
    )
    wish = Intention(
        items=sorted(items),
        uses=sorted(uses),
        preference=preference,
        capacity_declared=True,
        voluntary_declared=True,
    )
    assert (stops(revision(intention=wish)) == set()) is followed


# -- F06 executor ---------------------------------------------------------------------------------


@given(st.sets(st.sampled_from(["name", "relation", "phone"])))
def test_f06_an_executor_of_whom_anything_is_missing_stops_at_just_that(gone: set[str]) -> None:
    values = {"name": "宋洋涛", "relation": "child", "phone": "13805710002"}
    person = Executor(**(values | dict.fromkeys(gone, "")))
    expected = {("F06", f"executor.{name}") for name in gone}
    assert stops(revision(executor=person), Step.COMPLETE) == expected


def test_f06_an_organisation_may_be_executor_under_its_own_name() -> None:
    person = Executor(
        name="杭州市第 1 社会福利院（样例）", relation="organisation", phone="0571-87654321"
    )
    assert stops(revision(executor=person)) == set()
    person.name = "福利院\u202e"
    assert stops(revision(executor=person)) == {("F08", "executor.name")}


# -- F07 dates and times --------------------------------------------------------------------------

_FORMS: list[Callable[[date], str]] = [
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.year}-{d.month}-{d.day}",
    lambda d: f" {d.year}/{d.month}/{d.day} ",
    lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: full_width(f"{d.year}-{d.month}-{d.day}"),
]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(_FORMS))
def test_f07_a_day_is_read_from_every_form_it_is_typed_in(
    day: date, form: Callable[[date], str]
) -> None:
    assert parse_date(normalise_date(form(day))) == day


@given(st.datetimes(datetime(1000, 1, 1), datetime(9999, 1, 1)), st.sampled_from(_FORMS))  # noqa: DTZ001
def test_f07_a_moment_is_read_from_every_form_it_is_typed_in(
    moment: datetime, form: Callable[[date], str]
) -> None:
    exact = moment.replace(second=0, microsecond=0)
    for time in (f"{exact:%H:%M}", f"{exact.hour}:{exact:%M}", f"{exact.hour}时{exact.minute}分"):
        for text in (time, f"{form(exact.date()).strip()} {time}", f"{exact:%Y%m%d%H%M}"):
            assert parse_moment(normalise_moment(text, exact.date())) == exact


@given(st.text(max_size=20) | st.from_regex(r"[0-9 :年月日时分T-]{1,18}", fullmatch=True))
def test_f07_a_moment_is_read_once_and_what_is_none_stays_as_typed(text: str) -> None:
    once = normalise_moment(text, TODAY)
    assert normalise_moment(once, TODAY) == once
    assert once == text.strip() or parse_moment(once) is not None


@given(st.dates(date(1930, 1, 1), date(2040, 12, 31)))
def test_f07_a_declaration_lies_between_birth_and_today(declared: date) -> None:
    found = revision(declared_at=declared.isoformat())
    possible = date(1941, 7, 4) <= declared <= TODAY
    assert (("F07", "declared_at") in stops(found, Step.COMPLETE)) is not possible


@pytest.mark.parametrize("text", ["2023-02-29", "2023-13-01", "1900-02-29", "0000-01-01", "明天"])
def test_f07_a_day_that_does_not_exist_stops(text: str) -> None:
    assert ("F07", "declared_at") in stops(revision(declared_at=text), Step.COMPLETE)


@given(st.integers(-5000, 5000), st.integers(-600, 600))
def test_f07_witnesses_are_there_on_the_day_before_now_and_from_a_time_to_a_later(
    start: int, length: int
) -> None:
    started = NOW.wall_time + timedelta(minutes=start)
    ended = started + timedelta(minutes=length)
    found = revision(declared_at="2026-11-24")
    found.statement.started_at = f"{started:%Y-%m-%d %H:%M}"
    found.statement.ended_at = f"{ended:%Y-%m-%d %H:%M}"
    midnight = NOW.wall_time.replace(hour=0, minute=0)
    possible = midnight <= started <= ended <= NOW.wall_time
    assert (stops(found) == set()) is possible


# -- F08 names and texts --------------------------------------------------------------------------

_HAN = st.one_of(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DF),  # plane 2
    st.characters(min_codepoint=0x2CEB0, max_codepoint=0x2EBE0),  # extension F
    st.characters(min_codepoint=0x30000, max_codepoint=0x3134A),  # plane 3
    st.integers(0x31350, 0x323AF).map(chr),  # extension H, newer than Python's own tables
)
_BAD = st.one_of(
    st.characters(categories=["Cc", "Cf", "Cs", "Co"]),
    st.sampled_from('<>{}=()"\\;%&@#|😀👩‍⚕\u202e\u200f\ufeff0123456789'),
)


@given(st.text(_HAN, min_size=1, max_size=60))
def test_f08_a_name_of_any_han_characters_of_any_plane_is_taken_as_it_is(name: str) -> None:
    assert normalise_name(name) == name
    found = revision(volunteer=volunteer(name=name))
    assert stops(found, Step.COMPLETE) <= {("F06", "executor.name")}, "unless a namesake"
    hints = {p.path for p in problems(found, Step.COMPLETE, NOW) if p.force is Force.HINT}
    assert ("volunteer.name" in hints) is (len(name) == 1)


@given(st.text(_HAN, min_size=61, max_size=90))
def test_f08_a_name_of_more_than_60_characters_stops(name: str) -> None:
    assert ("F08", "volunteer.name") in stops(revision(volunteer=volunteer(name=name)))


@given(st.text(_HAN, max_size=5), _BAD, st.text(_HAN, max_size=5))
def test_f08_a_name_with_anything_else_stops_wherever_it_stands(
    before: str, bad: str, after: str
) -> None:
    name = f"{before}{bad}{after}"
    found = revision(volunteer=volunteer(name=name), kin=[Kin(name=name, relation="child")])
    found.witnesses[0].name = found.executor.name = name
    paths = {path for code, path in stops(found) if code == "F08"}
    assert paths >= {"volunteer.name", "kin.0.name", "executor.name", "witnesses.0.name"}


@pytest.mark.parametrize(
    "name",
    ["阿卜杜拉·买买提", "Anne-Marie O’Neil", "José Núñez", "Nguyễn Văn Anh", "欧阳𬍛", "王𰻝"],
)
def test_f08_names_of_other_tongues_are_taken(name: str) -> None:
    assert stops(revision(volunteer=volunteer(name=normalise_name(name)))) == set()


@pytest.mark.parametrize("character", ["\ufe00", "\U000e0100"])
def test_f08_a_selector_nobody_sees_is_said_to_be_unseen(character: str) -> None:
    found = revision(volunteer=volunteer(name=f"葛{character}样"))
    found.intention.family_letter = f"葛{character}"
    said = {p.path: p.message for p in problems(found, Step.COMPLETE, NOW) if p.code == "F08"}
    assert set(said) == {"volunteer.name", "intention.family_letter"}
    assert all("看不见的" in message for message in said.values())


@given(st.characters(categories=["Cc", "Cf", "Cs", "Co"], exclude_characters="\n\t"))
def test_f08_no_unreadable_character_passes_in_any_text(character: str) -> None:
    found = revision()
    found.volunteer.residence_address = f"样例路{character}1 号"
    found.intention.family_letter = f"孩子们{character}"
    found.statement.second_staff = character
    expected = ("volunteer.residence_address", "intention.family_letter", "statement.second_staff")
    assert stops(found) == {("F08", path) for path in expected}


@given(st.text(st.characters(exclude_categories=["C"]), max_size=150))
def test_f08_readable_text_of_any_kind_passes_and_is_never_run(text: str) -> None:
    found = revision()
    found.volunteer.residence_address = f"样例路 1 号{text}"
    found.intention.family_letter = f"=cmd() {{{{x}}}} <b> ' OR 1=1 --{text}"
    assert stops(found) == set()


# -- F09 phones -----------------------------------------------------------------------------------


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), st.data())
def test_f09_a_mobile_means_the_same_however_it_is_typed(number: str, data: st.DataObject) -> None:
    prefix = data.draw(st.sampled_from(["", "+86", "86", "+86 ", "\uff0b86 "]))
    shape = data.draw(st.sampled_from([str, full_width]))
    gap = data.draw(st.sampled_from(["", " ", "-", "\u2014"]))
    typed = f"{prefix}{shape(number[:3])}{gap}{shape(number[3:7])}{gap}{shape(number[7:])}"
    assert normalise_phone(typed) == number
    assert stops(revision(volunteer=volunteer(mobile=number)), Step.COMPLETE) == set()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0571 8765 4321", "057187654321"),
        ("（0571）87654321", "0571-87654321"),
        ("0571-87654321转801", "0571-87654321-801"),
        ("400-123-4567", "400-123-4567"),
        ("87654321", "87654321"),
        ("+852 2345 6789", "+85223456789"),
    ],
)
def test_f09_the_forms_of_landlines_are_taken(typed: str, kept: str) -> None:
    assert normalise_phone(typed) == kept
    assert stops(revision(volunteer=volunteer(landline=kept)), Step.COMPLETE) == set()


@given(st.text(min_size=1, max_size=20))
def test_f09_what_is_no_phone_stops_at_each_person_who_has_one(text: str) -> None:
    phone = normalise_phone(text)
    assume(phone)
    assume(not (phone.isascii() and any(c.isdigit() for c in phone)))
    found = revision(volunteer=volunteer(mobile=phone, landline=phone))
    found.kin[0].phone = found.executor.phone = found.witnesses[0].phone = phone
    paths = {path for code, path in stops(found) if code == "F09"}
    assert paths >= {
        "volunteer.mobile",
        "volunteer.landline",
        "kin.0.phone",
        "executor.phone",
        "witnesses.0.phone",
    }


@given(st.from_regex(r"[0-9]{1,6}|1[012][0-9]{9}|[0-9]{14,20}", fullmatch=True))
def test_f09_digits_that_are_too_few_too_many_or_no_mobile_stop(phone: str) -> None:
    found = revision(volunteer=volunteer(mobile=phone))
    assert ("F09", "volunteer.mobile") in stops(found, Step.COMPLETE)


def test_the_newest_characters_are_taken_though_python_does_not_know_them() -> None:
    assert unicodedata.category(chr(0x31350)) in ("Cn", "Lo")
    assert stops(revision(volunteer=volunteer(name="王" + chr(0x31350)))) == set()
