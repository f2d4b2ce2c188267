"""F01 and F09: document numbers and phones as people mistype them, by properties.

The rules are asked with an oracle of their own: what must stop is worked out here in another way.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.people import citizen_number, revision, volunteer
from tests.registry.judging import TODAY, full_width, stops, with_number
from zjrc_desk.registry import documents
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.normalise import normalise_number, normalise_phone, parse_date
from zjrc_desk.registry.rules import Step

BIRTHS = st.dates(date(1900, 1, 1), date(2005, 12, 31))


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
