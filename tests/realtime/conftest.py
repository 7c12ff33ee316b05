"""One server for the tests of this room; each test opens its own game in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import serving


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[serving.House]:
    """A running server."""
    with serving.server(tmp_path_factory.mktemp("house") / "data") as running:
        yield running


@pytest.fixture(scope="session")
def facilitator(house: serving.House) -> serving.Browser:
    """A browser of the facilitator."""
    return house.facilitator()


@pytest.fixture
def game(facilitator: serving.Browser) -> str:
    """A new game."""
    return facilitator.open_game()
