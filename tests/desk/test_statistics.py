"""Every figure is what reading all declarations one by one counts, and the list it opens."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from tests.people import citizen_number, revision, volunteer
from zjrc_desk.desk import change, erase, register
from zjrc_desk.desk.find import Counted, Query, at_once, find, get_ready
from zjrc_desk.desk.monthly import monthly_counts
from zjrc_desk.desk.monthly_workbook import export_monthly
from zjrc_desk.desk.print_letter import print_letters, record_signed
from zjrc_desk.desk.refusal import Ending, refuse_new
from zjrc_desk.desk.session import Desk
from zjrc_desk.desk.statistics import PARTS, Figures, figures
from zjrc_desk.registry.errors import EntryError
from zjrc_desk.registry.life import DECLARED, State
from zjrc_desk.registry.regions import all_regions
from zjrc_desk.registry.tables import Registration, Revision, Witness
from zjrc_desk.registry.vocabulary import CATEGORY_OF_ITEM

DAYS = ("2026-01-31", "2026-02-01", "2026-10-31", "2026-11-20")
PERSON = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["1", "2", ""]),
        "birth_date": st.sampled_from(["1936-11-20", "1936-11-21", "1967-02-01", "1990-05-05", ""]),
        "residence_region": st.sampled_from(["", "浙江省杭州市西湖区", "湖州 德清"]),
        "residence_address": st.sampled_from(["浙江省杭州市西湖区平海路1号", "平海路", ""]),
        "household_region": st.sampled_from(["", "浙江省宁波市海曙区"]),
    }
)
DECLARATION = st.tuples(
    PERSON,
    st.sampled_from(["intention", "intention", "change", "withdrawal", "refusal"]),
    st.sampled_from(["signed", "accepted", "returned", "draft", "printed", "superseded"]),
    st.sampled_from(DAYS),
    st.lists(st.sampled_from(["whole_body", "cornea", "all_usable", "liver"]), unique=True),
    st.lists(st.sampled_from(["孙静福", "周庆"]), max_size=2, unique=True),
    st.sampled_from(["A001", "B002"]),
)
#: The declarations of one registration, the newest last.
LIFE = st.lists(DECLARATION, min_size=1, max_size=3)


def put(desk: Desk, life: list[tuple]) -> None:
    """Revisions as they may stand there, past the use cases that lead to them."""
    record_id = ""
    for number, (person, kind, state, day, items, names, staff) in enumerate(life, 1):
        made = revision(volunteer=volunteer(**person), kind=kind, declared_at=day)
        made.intention.items = items
        made.witnesses = [Witness(name=name, document_number="1") for name in names]
        if number == 1:
            record_id = register.save_draft(desk, made).record_id
            with desk.store.read() as session:
                made = session.exec(select(Revision).where(Revision.record_id == record_id)).one()
        with desk.store.write() as session:
            made.record_id, made.number, made.current = record_id, number, number == len(life)
            made.recorded_by, made.state = staff, State(state)
            session.add(session.merge(made) if made.id else made)


def age(born: str, day: str) -> str:
    if not born:
        return ""
    years = int(day[:4]) - int(born[:4]) - (day[5:] < born[5:])
    return "0" if years < 60 else str(min(years // 10 * 10, 90))


def county(region: str, address: str) -> str:
    whole = region.replace(" ", "")
    return whole or max((n for n in all_regions().values() if address.startswith(n)), default="")


def values_of(one: Revision) -> dict[str, set[str]]:
    """By part, what a declaration counts under."""
    person = one.volunteer
    return {
        "month": {one.declared_at[:7]},
        "category": {c for item in one.intention.items for c in CATEGORY_OF_ITEM[item]},
        "age": {age(person.birth_date, one.declared_at)},
        "sex": {person.sex},
        "residence": {county(person.residence_region, person.residence_address)},
        "household": {county(person.household_region, person.household_address)},
        "witness": {f"{w.name}\x1f{w.document_number}" for w in one.witnesses},
        "staff": {one.recorded_by},
    }


def counted_slowly(desk: Desk, since: str, until: str) -> dict[tuple[str, str, str], set[str]]:
    """(kind, part, value) to record ids; part and value empty for all of a kind."""
    found: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    with desk.store.read() as session:
        for one in session.exec(select(Revision)).unique():
            inside = (since or "0") <= one.declared_at <= (until or "9")
            if one.state in DECLARED and inside:
                found[one.kind, "", ""].add(one.record_id)
                for part, values in values_of(one).items():
                    for value in values:
                        found[one.kind, part, value].add(one.record_id)
    return found


def every_figure(now: Figures) -> dict[tuple[str, str, str], tuple[int, Counted]]:
    flat = {
        (kind, "", ""): (number, now.total(kind)) for kind, number in now.totals.items() if number
    }
    for (kind, part), bars in now.bars.items():
        flat |= {(kind, part, bar.counted.value): (bar.number, bar.counted) for bar in bars}
    return flat


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(LIFE, min_size=1, max_size=5),
    st.sampled_from(["", "2026-02-01"]),
    st.sampled_from(["", "2026-10-31"]),
)
def test_figures_agree_with_reading_all_and_each_with_the_list_it_opens(
    desk: Desk, lives: list[list[tuple]], since: str, until: str
) -> None:
    with desk.store.write() as session:
        # What earlier examples left counts no more.
        for one in session.exec(select(Revision)).unique():
            one.declared_at = "2000-01-01" if one.state in DECLARED else one.declared_at
    since = since or "2026-01-01"
    for life in lives:
        put(desk, life)
    right = counted_slowly(desk, since, until)
    got = every_figure(figures(desk, since, until))
    assert {key: number for key, (number, _) in got.items()} == {
        key: len(ids) for key, ids in right.items()
    }
    for key, (number, counted) in got.items():
        listed = find(desk, Query(counted=counted))
        assert listed.total == number
        assert {line.record_id for line in listed.lines} == right[key]


def signed(desk: Desk, **changes: object) -> Revision:
    kept = register.witness(desk, register.save_draft(desk, revision(**changes)))
    list(print_letters(desk, [kept.registration.serial]))
    record_signed(desk, [kept.registration.serial])
    return register.open_registration(desk, kept.record_id)


def correct(desk: Desk, kept: Revision) -> None:
    draft = change.correct(desk, kept.record_id, "住址抄错了")
    draft.volunteer.residence_address = "浙江省杭州市上城区平海路2号"
    done = register.witness(desk, draft)
    list(print_letters(desk, [done.registration.serial]))
    record_signed(desk, [done.registration.serial])


def test_a_correction_counts_once_on_the_page_and_in_the_monthly_figures(desk: Desk) -> None:
    correct(desk, signed(desk))
    assert figures(desk).totals["intention"] == 1
    assert monthly_counts(desk, "2026-11").declarations["intention"] == 1


def test_a_withdrawal_counts_beside_what_it_withdraws(desk: Desk) -> None:
    kept = signed(desk)
    change.withdraw(desk, [kept.registration.serial])
    number = citizen_number("19500101", 123)
    refuse_new(desk, Ending("李国", "resident_id", number, "2026-11-24", statement_signed=True), "")
    now = figures(desk, "2026-11-01", "2026-11-30")
    assert dict(now.totals) == {"intention": 1, "change": 0, "withdrawal": 1, "refusal": 1}
    assert find(desk, Query(counted=now.total("intention"))).total == 1
    assert figures(desk, "2026-12-01").totals["withdrawal"] == 0


def test_who_was_erased_is_in_no_figure_and_it_is_said_how_many(desk: Desk) -> None:
    kept = signed(desk)
    assert figures(desk).erased == 0
    erase.erase(desk, kept.record_id, "consent_withdrawn")
    now = figures(desk)
    assert (now.totals["intention"], now.erased) == (0, 1)
    assert figures(desk, "2027-01-01").erased == 0


def another(desk: Desk, day: str = "19500101") -> Revision:
    """A draft of somebody else."""
    number = citizen_number(day, 123)
    born = f"{day[:4]}-{day[4:6]}-{day[6:]}"
    person = volunteer(sex="1", birth_date=born, document_number=number, name="李国")
    return register.save_draft(desk, revision(volunteer=person))


def test_what_was_never_signed_is_not_among_the_erased(desk: Desk) -> None:
    draft, witnessed = another(desk), register.witness(desk, another(desk, "19510101"))
    printed = register.witness(desk, another(desk, "19520101"))
    list(print_letters(desk, [printed.registration.serial]))
    for one in (draft, witnessed, printed):
        erase.erase(desk, one.record_id, "consent_withdrawn")
    assert figures(desk).erased == 0
    assert monthly_counts(desk, "2026-11").declarations["intention"] == 0


def test_a_change_that_was_begun_and_not_signed_is_none_when_the_person_is_erased(
    desk: Desk,
) -> None:
    kept = signed(desk)
    correct(desk, kept)
    draft = change.change(desk, kept.record_id, "想法变了")
    draft.declared_at = "2026-11-24"
    register.save_draft(desk, draft)
    erase.erase(desk, kept.record_id, "consent_withdrawn")
    assert kept.declared_at < "2026-11-24"
    assert figures(desk, until=kept.declared_at).erased == 1
    assert figures(desk, since="2026-11-24").erased == 0
    declared = monthly_counts(desk, "2026-11").declarations
    assert (declared["intention"], declared["change"]) == (1, 0)


def test_who_was_erased_before_anything_was_sent_is_still_one_of_the_month(desk: Desk) -> None:
    kept = signed(desk)
    change.withdraw(desk, [kept.registration.serial])
    number = citizen_number("19500101", 123)
    refused = refuse_new(
        desk, Ending("李国", "resident_id", number, "2026-11-24", statement_signed=True), ""
    )
    before = monthly_counts(desk, "2026-11")
    for one in (kept, refused):
        erase.erase(desk, one.record_id, "consent_withdrawn")
    now = figures(desk, "2026-11-01", "2026-11-30")
    assert monthly_counts(desk, "2026-11").declarations == before.declarations
    assert set(now.totals.values()) == {0}
    assert now.erased == 2, "two registrations, one of them with a withdrawal"


def test_the_list_of_a_figure_is_narrowed_further_and_follows_what_is_recorded(
    desk: Desk,
) -> None:
    signed(desk)
    counted = Counted("intention", part="residence", value="浙江省杭州市上城区")
    query = Query(counted=counted)
    assert not at_once(desk, query), "counted beside the window first"
    get_ready(desk, query)
    assert at_once(desk, query)
    assert find(desk, query).total == find(desk, Query("ysf", counted=counted)).total == 1
    assert find(desk, Query("李", counted=counted)).total == 0
    number = citizen_number("19500101", 123)
    signed(
        desk,
        volunteer=volunteer(name="李国", document_number=number, birth_date="1950-01-01", sex="1"),
    )
    assert find(desk, query).total == 2


@pytest.mark.parametrize(("since", "until"), [("2026-02-01", "2026-01-31"), ("2026-02-30", "")])
def test_a_period_that_is_none_is_refused(since: str, until: str, desk: Desk) -> None:
    with pytest.raises(EntryError) as refused:
        figures(desk, since, until)
    assert refused.value.code == "W02"


def test_the_monthly_report_says_it_as_a_bulletin_would_and_names_nobody(
    desk: Desk, tmp_path: Path
) -> None:
    kept = signed(desk)
    export_monthly(desk, tmp_path / "report.xlsx", "2026-11")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
    said = "\n".join(str(row[0]) for row in rows)
    assert (
        "本月新增遗体（器官、组织）捐献志愿者 1 名，其中捐献遗体 1 名、器官 0 名、组织 1 名" in said
    )
    assert ("新增登记", None, 1, "名") in [tuple(v or None for v in row) for row in rows]
    assert ("新增登记·按年龄", "80–89 岁", 1, "名") in rows
    assert ("新增登记·按现住地", "浙江省杭州市上城区", 1, "名") in rows
    everything = str(rows)
    names = [kept.volunteer.name, kept.executor.name, *(one.name for one in kept.witnesses)]
    assert [name for name in [*names, desk.staff.number] if name in everything] == []
    with desk.store.read() as session:
        assert session.exec(select(Registration)).one().serial not in everything


@pytest.mark.parametrize("accepted", [True, False], ids=["accepted", "not sent"])
def test_the_report_says_who_of_the_new_ones_was_erased_and_nothing_of_drafts(
    desk: Desk, tmp_path: Path, *, accepted: bool
) -> None:
    number = citizen_number("19500101", 123)
    other = volunteer(sex="1", birth_date="1950-01-01", document_number=number)
    kept, never_signed = signed(desk), register.save_draft(desk, revision(volunteer=other))
    if accepted:
        with desk.store.write() as session:
            # As the centre's receipt leaves it.
            session.get_one(Revision, kept.id).state = State.ACCEPTED
    for one in (kept, never_signed):
        erase.erase(desk, one.record_id, "consent_withdrawn")
    export_monthly(desk, tmp_path / "report.xlsx", "2026-11")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    said = "\n".join(str(row[0].value) for row in sheet.iter_rows())
    assert "志愿者 1 名，其中捐献遗体 0 名" in said
    assert "新增的志愿者中有 1 名的个人信息已经删除" in said
    now = figures(desk, "2026-11-01", "2026-11-30")
    counted = monthly_counts(desk, "2026-11").declarations["intention"]
    assert counted == now.totals["intention"] + now.erased == 1, "as the page says it"


def test_a_month_without_anything_has_a_report_of_zeros(desk: Desk, tmp_path: Path) -> None:
    export_monthly(desk, tmp_path / "report.xlsx", "2026-02")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    assert sheet.title == "2026-02 月报"
    assert {row[2].value for row in sheet.iter_rows(min_row=2)} <= {None, "", 0}
    with pytest.raises(EntryError):
        export_monthly(desk, tmp_path / "other.xlsx", "2026-13")
    assert set(PARTS) >= {"age", "sex", "residence"}
