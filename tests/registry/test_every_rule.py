"""All rules: each finds something, with its own code and force, and says what to do."""

from __future__ import annotations

from tests.people import revision, volunteer
from tests.registry.judging import NOW
from zjrc_desk.registry.rules import RULES, Circumstances, Force
from zjrc_desk.registry.tables import Executor, Intention, Kin, Revision, Witness


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
