"""What the rules find, each fault for itself, and that a right registration passes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from tests.people import citizen_number, revision, volunteer
from tests.registry.judging import NOW, TODAY, stops
from zjrc_desk.registry import documents
from zjrc_desk.registry.normalise import (
    normalise_date,
    normalise_name,
    normalise_number,
    normalise_phone,
)
from zjrc_desk.registry.rules import RULES, Step, problems
from zjrc_desk.registry.tables import Executor, Intention, Kin, Revision, Witness


def test_a_right_registration_has_no_problem_at_all() -> None:
    assert problems(revision(), Step.WITNESS, NOW) == []


def test_all_problems_are_found_at_once_and_each_says_what_to_do() -> None:
    empty = Revision(
        record_id="",
        volunteer=volunteer(name="", document_number="123"),
        intention=Intention(),
        executor=Executor(),
        statement=revision().statement,
        consent=revision().consent,
    )
    found = problems(empty, Step.WITNESS, NOW)
    assert {p.code for p in found} >= {"F01", "F04", "F05", "F06", "F08", "F16"}
    assert all(p.message.endswith("。") and p.remedy.endswith("。") and p.field for p in found)


@pytest.mark.parametrize(
    ("number", "kind", "expected"),
    [
        ("330106194107041067", "resident_id", "校验位"),
        ("330106410704106", "resident_id", "15 位"),
        ("33010619410704106", "resident_id", "17 位"),
        ("33010619410704A062", "resident_id", "不该出现"),
        (citizen_number("19410230"), "resident_id", "不存在"),
        (citizen_number("20990101"), "resident_id", "晚于今天"),
        (citizen_number(area="810000"), "resident_id", "不是居民身份证"),
        (citizen_number(), "hmt_residence_permit", "810000"),
        ("AB12", "passport", "护照"),
        ("X1234567", "hm_travel_permit", "H 或 M"),
        ("1234", "tw_travel_permit", "8 位"),
        ("123", "officer_id", "军字"),
        ("ABCD12345678901", "foreigner_pr_card", "9 开头"),
    ],
)
def test_a_wrong_document_number_is_named_with_its_fault(
    number: str, kind: str, expected: str
) -> None:
    fault = documents.number_fault(kind, number, TODAY)
    assert fault is not None
    assert expected in fault.message


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (citizen_number(), "resident_id"),
        (citizen_number(area="830000"), "hmt_residence_permit"),
        (citizen_number(area="933156"), "foreigner_pr_card"),
        ("USA330001234567", "foreigner_pr_card"),
        ("G27502096", "passport"),
        ("H12345678", "hm_travel_permit"),
        ("12345678", "tw_travel_permit"),
        ("军字第1234567号", "officer_id"),
    ],
)
def test_every_kind_of_document_is_taken(number: str, kind: str) -> None:
    assert documents.number_fault(kind, number, TODAY) is None


@given(
    st.dates(date(1900, 1, 1), date(2020, 12, 31)),
    st.integers(0, 999),
    st.integers(0, 17),
    st.integers(1, 9),
)
def test_one_wrong_digit_in_a_citizen_number_is_always_found(
    born: date, sequence: int, place: int, shift: int
) -> None:
    number = citizen_number(born.strftime("%Y%m%d"), sequence)
    assert documents.number_fault("resident_id", number, TODAY) is None
    digits = "0123456789X" if place == 17 else "0123456789"
    other = digits[(digits.index(number[place]) + shift) % len(digits)]
    wrong = number[:place] + other + number[place + 1 :]
    assert documents.number_fault("resident_id", wrong, TODAY) is not None


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.integers(0, 999))
def test_birth_date_and_sex_are_read_from_the_number(born: date, sequence: int) -> None:
    number = citizen_number(born.strftime("%Y%m%d"), sequence)
    assert documents.birth_date("resident_id", number) == born
    assert documents.sex("resident_id", number) == ("1" if sequence % 2 else "2")
    assert ric.calc_check_digit(number) == number[-1]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"sex": "1"}, ("F01", "volunteer.sex")),
        ({"birth_date": "1941-07-05"}, ("F01", "volunteer.birth_date")),
        ({"birth_date": "2023-02-29"}, ("F07", "volunteer.birth_date")),
        (
            {"birth_date": "2008-11-21", "document_number": citizen_number("20081121")},
            ("F02", "volunteer.birth_date"),
        ),
        ({"name": ""}, ("F08", "volunteer.name")),
        ({"name": "王\u202e小明"}, ("F08", "volunteer.name")),
        ({"name": "王小明\x07"}, ("F08", "volunteer.name")),
        ({"name": "王😀"}, ("F08", "volunteer.name")),
        ({"name": "<b>王</b>"}, ("F08", "volunteer.name")),
        ({"name": "{{王}}"}, ("F08", "volunteer.name")),
        ({"name": "=cmd()"}, ("F08", "volunteer.name")),
        ({"name": "王'); DROP TABLE volunteer;--"}, ("F08", "volunteer.name")),
        ({"name": "王" * 61}, ("F08", "volunteer.name")),
        ({"mobile": "12345"}, ("F09", "volunteer.mobile")),
        ({"landline": "87"}, ("F09", "volunteer.landline")),
        ({"ethnicity": "火星族"}, ("F15", "volunteer.ethnicity")),
        ({"ethnicity": ""}, ("F14", "volunteer.ethnicity")),
        ({"residence_address": ""}, ("F14", "volunteer.residence_address")),
        ({"occupation": "a\u200fb"}, ("F08", "volunteer.occupation")),
        ({"document_expires": "昨天"}, ("F07", "volunteer.document_expires")),
    ],
)
def test_a_fault_of_the_volunteer_stops(changes: dict[str, str], expected: tuple[str, str]) -> None:
    assert expected in stops(revision(volunteer=volunteer(**changes)), Step.COMPLETE)


@pytest.mark.parametrize(
    "name",
    [
        "王𬭚",
        "欧阳𬍛",
        "张𤧛",
        "阿卜杜拉·买买提",
        "Anne-Marie O'Neil",
        "José Núñez",
        "王" * 60,
        "〇",
    ],
)
def test_names_that_people_really_have_are_taken(name: str) -> None:
    assert stops(revision(volunteer=volunteer(name=name))) == set()


def test_a_person_comes_of_age_on_the_birthday() -> None:
    born_today = volunteer(birth_date="2008-11-24", document_number=citizen_number("20081124"))
    assert stops(revision(volunteer=born_today, declared_at="2026-11-24"), Step.COMPLETE) == set()
    day_before = revision(volunteer=born_today, declared_at="2026-11-23")
    assert ("F02", "volunteer.birth_date") in stops(day_before)


@pytest.mark.parametrize(
    ("declared", "stopped"),
    [
        ("2031-01-01", True),
        ("1900-01-01", True),
        ("2023-02-29", True),
        ("2026-11-24", False),
    ],
)
def test_the_day_of_the_declaration_is_possible(declared: str, stopped: bool) -> None:
    assert (("F07", "declared_at") in stops(revision(declared_at=declared))) is stopped


def _intention(**changes: object) -> Revision:
    values = {"capacity_declared": True, "voluntary_declared": True}
    return revision(intention=Intention(**(values | changes)))


@pytest.mark.parametrize(
    ("items", "uses", "path"),
    [
        ([], ["research"], "intention.items"),
        (["cornea"], [], "intention.uses"),
        (["brain"], ["research"], "intention.items"),
        (["cornea"], ["sale"], "intention.uses"),
        (["all_usable", "heart"], ["transplant"], "intention.items"),
        (["whole_body"], ["transplant"], "intention.uses"),
    ],
)
def test_missing_or_contradictory_intentions_stop(
    items: list[str], uses: list[str], path: str
) -> None:
    assert ("F05", path) in stops(_intention(items=items, uses=uses))


def test_an_order_of_preference_needs_both_body_and_organs() -> None:
    wish = _intention(items=["cornea"], uses=["transplant"], preference="organs_first")
    assert ("F05", "intention.preference") in stops(wish)


@pytest.mark.parametrize("what", ["capacity_declared", "voluntary_declared"])
def test_without_capacity_or_free_will_declared_nothing_goes_on(what: str) -> None:
    wish = _intention(items=["cornea"], uses=["transplant"], **{what: False})
    assert ("F16", f"intention.{what}") in stops(wish, Step.COMPLETE)


def test_without_separate_consent_nothing_goes_on() -> None:
    found = revision()
    found.consent.given_at = ""
    assert ("F16", "consent.given_at") in stops(found, Step.COMPLETE)


@pytest.mark.parametrize(
    ("executor", "path"),
    [
        (Executor(), "executor.name"),
        (Executor(name="宋洋涛", relation="child"), "executor.phone"),
        (Executor(name="宋洋涛", phone="13805710002"), "executor.relation"),
        (Executor(name="余淑福", relation="other", phone="13805710002"), "executor.name"),
        (
            Executor(
                name="宋小涛",
                relation="child",
                phone="13805710002",
                document_number=citizen_number("20150101"),
            ),
            "executor.document_number",
        ),
    ],
)
def test_a_missing_or_unfit_executor_stops(executor: Executor, path: str) -> None:
    assert ("F06", path) in stops(revision(executor=executor))


def _second_witness(**changes: str) -> Revision:
    values = {"name": "周庆", "document_number": citizen_number("19620316", 450)}
    found = revision()
    found.witnesses = [found.witnesses[0], Witness(**(values | changes))]
    return found


def _one_witness() -> Revision:
    found = revision()
    found.witnesses = found.witnesses[:1]
    return found


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (_one_witness, "witnesses"),
        (lambda: _second_witness(name="余淑福"), "witnesses.1.name"),
        (lambda: _second_witness(document_number=citizen_number()), "witnesses.1.name"),
        (lambda: _second_witness(name="赵娜国"), "witnesses.1.name"),
        (lambda: _second_witness(name="宋洋涛"), "witnesses.1.name"),
        (lambda: _second_witness(name="孙静福"), "witnesses.1.name"),
        (lambda: _second_witness(relation="child"), "witnesses.1.relation"),
        (lambda: _second_witness(relation="beneficiary"), "witnesses.1.relation"),
        (lambda: _second_witness(document_number=""), "witnesses.1.document_number"),
        (
            lambda: _second_witness(document_number=citizen_number("20100101")),
            "witnesses.1.document_number",
        ),
    ],
)
def test_an_unfit_witness_stops(make: Callable[[], Revision], path: str) -> None:
    assert ("F04", path) in stops(make())
    assert ("F04", path) not in stops(make(), Step.COMPLETE)


def test_a_statement_needs_every_check_a_place_and_a_possible_time() -> None:
    found = revision()
    found.statement.checks = found.statement.checks[1:]
    found.statement.place = ""
    found.statement.ended_at = "2026-11-20 09:00"
    assert stops(found) == {
        ("F04", "statement.checks"),
        ("F04", "statement.place"),
        ("F07", "statement.ended_at"),
    }


def test_kin_who_disagree_and_an_expired_document_are_pointed_out_but_do_not_stop() -> None:
    found = revision(
        kin=[Kin(name="赵娜国", relation="child", opinion="disagrees")],
        volunteer=volunteer(document_expires="2020-01-01"),
    )
    warned = {(p.code, p.path) for p in problems(found, Step.WITNESS, NOW) if p.warning}
    assert warned == {("F17", "kin.0.opinion"), ("F07", "volunteer.document_expires")}
    assert stops(found) == set()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"phone": "13805710001"}, {("F23", True)}),
        ({"relation": ""}, {("F23", True), ("F15", True)}),
        ({"name": "余 淑福", "phone": "13805710001"}, {("F23", True)}),
        ({"phone": "13805710009"}, {("F24", False)}),
        ({"name": "余淑"}, set()),
    ],
)
def test_the_volunteer_is_not_their_own_kin(
    changes: dict[str, str], expected: set[tuple[str, bool]]
) -> None:
    values = {"name": "余淑福", "relation": "child", "opinion": "agrees"}
    found = problems(revision(kin=[Kin(**(values | changes))]), Step.WITNESS, NOW)
    said = {(p.code, not p.warning) for p in found if p.path.startswith("kin.0")}
    assert said == expected


def test_every_rule_names_its_source() -> None:
    assert all(rule.source and rule.title and rule.code.startswith("F") for rule in RULES)


def test_numbers_are_brought_to_one_form_from_full_width_spaces_and_small_x() -> None:
    assert normalise_number(" 33010619400415372x ") == "33010619400415372X"
    assert normalise_number("330106 19410704 1062") == "330106194107041062"


@pytest.mark.parametrize(
    "text",
    [
        "19410704",
        "1941-7-4",
        "1941/07/04",
        "1941.7.4",
        "1941年7月4日",
        "\uff11941\u5e747\u67084\u65e5",
    ],
)
def test_dates_are_brought_to_one_form(text: str) -> None:
    assert normalise_date(text) == "1941-07-04"


@given(st.text(max_size=30))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    for normal in (normalise_date, normalise_name, normalise_number):
        assert normal(normal(text)) == normal(text)


@given(st.text(alphabet=st.characters(categories=["Lo"]), min_size=1, max_size=20))
def test_a_name_keeps_every_character(text: str) -> None:
    assert normalise_name(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
        ("Jose\u0301", "José"),
        ("ＡＢＣ", "ABC"),
        ("王\u00a0小明", "王 小明"),
        ("\uf91a", "\uf91a"),
    ],
)
def test_a_name_is_brought_into_one_form_without_changing_a_character(
    typed: str, kept: str
) -> None:
    assert normalise_name(typed) == kept


def test_an_area_code_of_china_in_front_of_a_mobile_is_taken_off() -> None:
    assert normalise_phone("0086 139 1234 5678") == "13912345678"


def test_f04_a_name_padded_with_spaces_is_still_the_same_name() -> None:
    entered = revision()
    entered.witnesses[0].name = "余 淑福"
    entered.witnesses[1].name = "宋　洋涛"
    entered.executor.name = "宋 洋涛"
    found = {p.path for p in problems(entered, Step.WITNESS, NOW) if p.code == "F04"}
    assert {"witnesses.0.name", "witnesses.1.name"} <= found
