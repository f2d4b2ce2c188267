"""One centre and one point for all tests of the formats; keys are made once."""

from __future__ import annotations

import pytest

from tests.batches.forge import Forge
from tests.batches.samples import World
from zjrc_desk.batches.seal import SealedBatch


@pytest.fixture(scope="session")
def world() -> World:
    return World()


@pytest.fixture(scope="session")
def sealed(world: World, tmp_path_factory: pytest.TempPathFactory) -> SealedBatch:
    """A batch as the desk seals it; not to be changed."""
    return world.seal(tmp_path_factory.mktemp("sealed"))


@pytest.fixture(scope="module")
def forge(world: World, sealed: SealedBatch) -> Forge:
    return Forge(world, sealed.path)
