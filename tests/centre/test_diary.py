"""Events and visits at the centre: once each, newest counts, and no say in who wins."""

from __future__ import annotations

from typing import Any

import pytest

from tests.centre.conftest import CentreWorld, PointDesk
from tests.centre.test_intake import statuses, taken
from zjrc_desk.centre.status import status
from zjrc_desk.registry.identifiers import uuid7


def event(point: PointDesk, **changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "record_id": uuid7(point.clock()),
        "revision": 1,
        "supersedes": None,
        "kind": "event",
        "void": False,
        "day": "2026-11-20",
        "recorded_at": point.clock().isoformat(timespec="seconds"),
        "recorded_by": "A001",
        "people": 2,
        "category": "publicity",
        "place": "一楼大厅",
        "reached": 36,
        "topics": "捐献的流程",
    }
    return values | changes


def visit(point: PointDesk, registration: dict[str, Any], **changes: Any) -> dict[str, Any]:
    values = event(point, kind="visit", given="米、油各一份")
    for name in ("category", "place", "reached", "topics"):
        del values[name]
    named = {name: registration[name] for name in ("record_id", "serial")}
    return values | {"registration": named} | changes


def test_entries_are_taken_in_and_the_same_content_again_is_unchanged(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    person = hangzhou.record()
    records = [person, event(hangzhou), visit(hangzhou, person)]
    receipt = taken(world, hangzhou, hangzhou.seal(records))
    assert statuses(receipt) == ["accepted"] * 3
    assert [record.certificate is not None for record in receipt.records] == [True, False, False]
    again = taken(world, hangzhou, hangzhou.seal(records))
    assert statuses(again) == ["unchanged"] * 3
    now = status(world.centre)
    assert now.diary == {"event": 1, "visit": 1, "reached": 36}
    assert (now.records, now.declarations_in_force) == ({"accepted": 1}, 1)


def test_the_newest_revision_counts_in_whichever_order_they_arrive(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    first = event(hangzhou)
    second = first | {"revision": 2, "supersedes": 1, "reached": 40}
    early = hangzhou.seal([first])
    assert statuses(taken(world, hangzhou, hangzhou.seal([second]))) == ["accepted"]
    assert statuses(taken(world, hangzhou, early)) == ["accepted"]
    assert status(world.centre).diary["reached"] == 40
    third = second | {"revision": 3, "supersedes": 2, "void": True}
    taken(world, hangzhou, hangzhou.seal([third]))
    assert status(world.centre).diary == {"event": 0, "visit": 0, "reached": 0}


def test_another_content_under_the_same_revision_is_a_fork_and_the_first_stays(
    world: CentreWorld, hangzhou: PointDesk, ningbo: PointDesk
) -> None:
    first = event(hangzhou)
    world.take(hangzhou.seal([first]))
    twice = event(hangzhou)
    forks = [
        hangzhou.seal([first | {"reached": 99}]),
        hangzhou.seal([twice, twice | {"reached": 99}]),
    ]
    for path in forks:
        receipt = taken(world, hangzhou, path)
        assert "returned" in statuses(receipt)
        assert any("O02" in reason for record in receipt.records for reason in record.reasons)
    stolen = first | {"revision": 2, "supersedes": 1, "reached": 99}
    assert statuses(taken(world, ningbo, ningbo.seal([stolen]))) == ["returned"]
    other_kind = visit(hangzhou, hangzhou.record(), record_id=first["record_id"], revision=2)
    assert statuses(taken(world, hangzhou, hangzhou.seal([other_kind]))) == ["returned"]
    assert status(world.centre).diary == {"event": 2, "visit": 0, "reached": 72}
    assert status(world.centre).quarantined == 4


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": "2026-12-24"}, "F07"),
        ({"day": "2026-02-30"}, "F07"),
        ({"topics": "电话 13805710001"}, "F31"),
        ({"topics": "捐\u202e献"}, "F08"),
    ],
)
def test_an_entry_that_breaks_a_rule_is_returned_and_the_others_go_in(
    world: CentreWorld, hangzhou: PointDesk, changes: dict[str, Any], code: str
) -> None:
    bad = event(hangzhou, **changes)
    path = hangzhou.seal([bad, event(hangzhou)])
    receipt = taken(world, hangzhou, path)
    assert receipt.verdict == "partly"
    assert statuses(receipt) == ["returned", "accepted"]
    assert code in receipt.records[0].reasons[0]
    assert "13805710001" not in "".join(receipt.records[0].reasons)
    assert statuses(taken(world, hangzhou, hangzhou.seal([bad]))) == ["returned"]
    assert status(world.centre).diary["event"] == 1


def test_a_visit_names_only_the_points_own_volunteer(
    world: CentreWorld, hangzhou: PointDesk, ningbo: PointDesk
) -> None:
    receipt = taken(world, hangzhou, hangzhou.seal([visit(hangzhou, ningbo.record())]))
    assert statuses(receipt) == ["returned"]
    assert "S11" in receipt.records[0].reasons[0]


def test_a_visit_to_the_erased_keeps_no_more_than_the_tombstone_does(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    """And an erasure, which works by record id, leaves an entry of the diary alone."""
    person = hangzhou.record()
    world.take(hangzhou.seal([person, visit(hangzhou, person)]))
    nothing = ("intention", "executor", "witness_statement", "consent", "letter", "volunteer")
    erasure = person | dict.fromkeys(nothing)
    erasure |= {"revision": 2, "supersedes": 1, "kind": "erasure", "kin": [], "attachments": []}
    assert statuses(taken(world, hangzhou, hangzhou.seal([erasure]))) == ["accepted"]
    now = status(world.centre)
    assert (now.diary["visit"], now.declarations_in_force) == (1, 0)
