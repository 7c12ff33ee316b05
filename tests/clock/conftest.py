"""A world whose time is moved by hand, and one process that begins in it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from asgiref.sync import sync_to_async

from tests.clock.simulated import Process, World
from wargame.record.threads import close_connections


@pytest.fixture
def world() -> World:
    """The time around all processes."""
    return World()


@pytest.fixture
async def process(transactional_db: None, world: World) -> AsyncIterator[Process]:
    """A first process, enrolled."""
    first = Process(world)
    await first.keeper.begin()
    yield first
    await first.door.idle()
    await sync_to_async(close_connections)()
