"""F02 to F06: who may declare, witness and carry out what, by properties.

The rules are asked with an oracle of their own: what must stop is worked out here in another way.
"""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.people import citizen_number, revision
from tests.registry.judging import NOW, TODAY, stops, with_number
from zjrc_desk.registry import vocabulary as v
from zjrc_desk.registry.rules import Circumstances, Step, problems
from zjrc_desk.registry.tables import Executor, Intention, Witness

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
