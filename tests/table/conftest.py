"""A door on a real database file, a clock moved by hand, a game behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from asgiref.sync import sync_to_async

from tests.table.room import Room, open_room
from tests.web.door import HandTime
from wargame.record.threads import close_connections
from wargame.table.door import Door


@pytest.fixture
def time() -> HandTime:
    """The server's clock."""
    return HandTime()


@pytest.fixture
async def door(transactional_db: None, time: HandTime) -> AsyncIterator[Door]:
    """The door of a first process."""
    built = Door(time)
    yield built
    await built.idle()
    await sync_to_async(close_connections)()


@pytest.fixture
async def room(door: Door, time: HandTime) -> Room:
    """A game that was opened and not started."""
    return await open_room(door, time)
