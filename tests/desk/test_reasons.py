"""Going on past a warning: only with a reason, which stays with exactly that revision."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.conftest import TestClock
from tests.desk.test_import_list import rows, written
from tests.people import citizen_number, revision, volunteer
from tests.store.test_store import refused
from zjrc_desk.batches.record import check_record, content_digest
from zjrc_desk.desk import change, register
from zjrc_desk.desk.import_list import IMPORTED, LIST_REASON, import_list
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.register import IncompleteError
from zjrc_desk.desk.session import Desk
from zjrc_desk.registry.interchange import record_of
from zjrc_desk.registry.rules import Step
from zjrc_desk.registry.tables import Kin, Revision

AGAINST = ("F17", "kin.0.opinion")
EXPIRED = ("F07", "volunteer.document_expires")
OF_THE_HOUSE = ("F04", "witnesses.1.organisation")
VERY_OLD = ("F16", "statement.second_staff")


def with_kin(opinion: str) -> Revision:
    return revision(kin=[Kin(name="赵娜国", relation="child", opinion=opinion)])


def with_old_card() -> Revision:
    return revision(volunteer=volunteer(document_expires="2020-01-01"))


def with_witness_of(organisation: str) -> Revision:
    made = revision()
    made.witnesses[1].organisation = organisation
    return made


def born(day: str) -> Revision:
    number = citizen_number(day.replace("-", ""))
    return revision(volunteer=volunteer(birth_date=day, document_number=number))


def wanted(desk: Desk, made: Revision) -> list[tuple[str, str]]:
    found = register.check(desk, made, Step.WITNESS)
    assert all(problem.warning for problem in found)
    return [problem.key for problem in register.unanswered(made, found)]


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda: with_kin("disagrees"), AGAINST),
        (lambda: with_kin("not_reached"), AGAINST),
        (with_old_card, EXPIRED),
        (lambda: with_witness_of("浙江民生社会养老服务中心"), OF_THE_HOUSE),
        (lambda: with_witness_of("浙江民生社会养老服务中心 护理部"), OF_THE_HOUSE),
        (lambda: with_witness_of("民生社会养老服务中心"), OF_THE_HOUSE),
        (lambda: born("1936-11-20"), VERY_OLD),
    ],
)
def test_a_warning_of_weight_is_gone_past_only_with_a_reason(
    make: Callable[[], Revision], key: tuple[str, str], desk: Desk
) -> None:
    made = make()
    assert wanted(desk, made) == [key]
    with pytest.raises(IncompleteError) as caught:
        register.witness(desk, made)
    assert [problem.key for problem in caught.value.open] == [key]
    assert "理由" in caught.value.sentence()
    register.give_reason(desk, made, *key, "  ")
    with pytest.raises(IncompleteError):
        register.witness(desk, made)
    register.give_reason(desk, made, *key, "志愿者坚持。")
    assert register.witness(desk, made).state == "witnessed"


@pytest.mark.parametrize(
    "make",
    [
        lambda: with_kin("agrees"),
        lambda: with_kin("informed"),
        lambda: with_witness_of("杭州市第一人民医院"),
        lambda: with_witness_of("中心"),
        lambda: born("1936-11-21"),
    ],
)
def test_where_nothing_is_to_be_said_no_reason_is_wanted(
    make: Callable[[], Revision], desk: Desk
) -> None:
    assert wanted(desk, make()) == []


def test_a_second_member_of_staff_answers_for_the_very_old_and_is_not_the_first_again(
    desk: Desk,
) -> None:
    made = born("1930-01-01")
    made.statement.second_staff = "A001"
    with pytest.raises(IncompleteError):
        register.witness(desk, made)
    made.statement.second_staff = "A002"
    kept = register.witness(desk, made)
    record = record_of(kept.registration, kept)
    assert record["witness_statement"]["second_staff"] == "A002"  # type: ignore[index]


def test_a_one_character_name_or_no_phone_is_pointed_out_and_wants_no_reason(desk: Desk) -> None:
    made = revision(volunteer=volunteer(name="余", mobile=""), kin=[])
    assert {p.code for p in register.check(desk, made, Step.WITNESS)} == {"F08", "F09", "F17"}
    assert register.witness(desk, made).overrides == []


def test_a_reason_says_who_gave_it_and_when_and_is_frozen_with_its_revision(
    open_desk: Callable[[], Desk], clock: TestClock
) -> None:
    desk = open_desk()
    made = with_kin("disagrees")
    register.give_reason(desk, made, *AGAINST, "志愿者坚持。")
    kept = register.witness(desk, made)
    desk.close()
    desk = open_desk()
    (row,) = register.open_registration(desk, kept.record_id).overrides
    assert ((row.code, row.path), row.reason, row.given_by) == (AGAINST, "志愿者坚持。", "A001")
    assert row.given_at == clock().isoformat(timespec="seconds")
    for statement in (
        "UPDATE override SET reason = 'x' WHERE revision_id = :id",
        "DELETE FROM override WHERE revision_id = :id",
        "INSERT INTO override (revision_id, code, path, reason, given_by, given_at) "
        "VALUES (:id, 'F17', 'kin.1.opinion', 'x', 'A001', '')",
    ):
        with refused("L02"), desk.store.write() as session:
            session.execute(text(statement), {"id": kept.id})


def test_a_reason_for_a_warning_that_is_gone_is_not_kept(desk: Desk) -> None:
    made = with_kin("disagrees")
    register.give_reason(desk, made, *AGAINST, "志愿者坚持。")
    draft = register.save_draft(desk, made)
    draft.kin[0].opinion = "agrees"
    assert register.witness(desk, draft).overrides == []


def test_a_reason_that_is_emptied_is_wanted_again(desk: Desk) -> None:
    made = with_kin("disagrees")
    register.give_reason(desk, made, *AGAINST, "志愿者坚持。")
    register.give_reason(desk, made, *AGAINST, "")
    assert wanted(desk, made) == [AGAINST]


def test_the_reason_stays_at_the_point_and_the_record_follows_its_schema(desk: Desk) -> None:
    made = with_kin("disagrees")
    register.give_reason(desk, made, *AGAINST, "女儿在国外。")
    kept = register.witness(desk, made)
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, [kept.registration.serial])
    signed = register.open_registration(desk, kept.record_id)
    record = record_of(signed.registration, signed)
    check_record(record)
    assert "女儿在国外" not in json.dumps(record, ensure_ascii=False)
    statement = record["witness_statement"]
    assert isinstance(statement, dict)
    assert "second_staff" not in statement, "letters printed before keep their digest"
    before = content_digest(record)
    statement["second_staff"] = "A002"
    check_record(record)
    assert content_digest(record) != before, "who was present is a part of what the letter says"


@pytest.mark.parametrize("until", ["witnessed", "printed", "signed"])
def test_a_change_begins_without_statement_witnesses_consent_and_reasons(
    until: str, desk: Desk
) -> None:
    made = with_kin("disagrees")
    made.statement.second_staff = "A002"
    register.give_reason(desk, made, *AGAINST, "志愿者坚持。")
    first = register.witness(desk, made)
    serial = first.registration.serial
    if until != "witnessed":
        list(print_letters(desk, [serial]))
    if until == "signed":
        record_signed(desk, [serial])
    new = change.change(desk, first.record_id, "改")
    said = new.statement
    assert (said.place, said.started_at, said.ended_at) == ("", "", "")
    assert (said.checks, said.volunteer_words, said.second_staff) == ([], "", "")
    assert (new.witnesses, new.overrides, new.consent.given_at) == ([], [], "")
    old, newest = register.revisions(desk, first.record_id)
    assert (old.statement.second_staff, len(old.overrides)) == ("A002", 1), "the old one keeps its"
    assert newest.statement.revision_id == newest.id != old.statement.revision_id
    with pytest.raises(IncompleteError):
        register.witness(desk, new)


def test_a_withdrawal_carries_no_statement_of_the_wish_it_ends(desk: Desk) -> None:
    first = register.witness(desk, revision())
    (ended,) = change.withdraw(desk, [first.registration.serial], "本人要求")
    assert (ended.witnesses, ended.statement.checks, ended.overrides) == ([], [], [])


def test_what_was_typed_in_the_last_moment_is_what_is_witnessed(desk: Desk) -> None:
    complete = register.complete(desk, revision())
    complete.statement.volunteer_words = "最后一刻又说了一句。"
    kept = register.witness(desk, complete)
    again = register.open_registration(desk, kept.record_id)
    assert again.statement.volunteer_words == "最后一刻又说了一句。"


def test_a_row_of_a_list_goes_in_with_a_note_where_a_reason_is_wanted(
    desk: Desk, tmp_path: Path
) -> None:
    table = rows(5)
    opinion = table[0].index("亲属意见")
    for row in table[1:]:
        row[opinion] = "同意"
    table[2][opinion] = "未能联系"
    report = import_list(desk, written(tmp_path / "list.csv", table))
    assert report.count(IMPORTED) == 5
    with_note = {}
    for found in register.find(desk):
        kept = register.open_registration(desk, found.record_id)
        with_note[kept.volunteer.name] = [(o.code, o.reason) for o in kept.overrides]
    name = table[0].index("姓名")
    assert with_note[table[2][name]] == [("F17", LIST_REASON)]
    assert LIST_REASON.startswith("名单导入")
