"""A chain that got shorter at a point shows at the centre."""

from __future__ import annotations

import pytest

from tests.centre.conftest import CentreWorld, PointDesk
from zjrc_desk.batches.receipt import read_again
from zjrc_desk.centre.status import status


def told(
    world: CentreWorld, point: PointDesk, entries: int, head: str = "ab", generation: int = 1
) -> str:
    header = {"audit_entries": entries, "audit_head": head * 32, "generation": generation}
    if generation > 1:
        header |= {"sequence": 1}
    answer = world.take(point.seal([point.record()], **header))
    return " ".join(read_again(answer.content).notes)


@pytest.mark.parametrize(("entries", "head"), [(4, "cd"), (5, "cd")])
def test_a_shorter_chain_or_another_end_is_named_in_receipt_and_status(
    world: CentreWorld, hangzhou: PointDesk, entries: int, head: str
) -> None:
    assert told(world, hangzhou, 5) == ""
    assert "(K03)" in told(world, hangzhou, entries, head)
    assert told(world, hangzhou, 9) == ""
    assert status(world.centre).audit_shrunk == {"ZJ-HZ-0001": ["1:2"]}


def test_a_restored_store_may_begin_with_the_chain_of_its_backup(
    world: CentreWorld, hangzhou: PointDesk
) -> None:
    told(world, hangzhou, 9)
    assert "(K03)" not in told(world, hangzhou, 5, "cd", generation=2)
    assert status(world.centre).audit_shrunk == {}
