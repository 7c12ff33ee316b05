"""A game with a silence that was broken, on a real database file."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from asgiref.sync import sync_to_async

from tests.table.room import BREAK, Room, open_room
from tests.web.door import HandTime
from wargame.record.threads import close_connections
from wargame.table.door import Door


@pytest.fixture
async def played(transactional_db: None) -> AsyncIterator[Room]:
    """The game; its door is idle."""
    time = HandTime()
    door = Door(time)
    room = await (await open_room(door, time)).under_silence()
    await room.play("DEU", BREAK)
    await door.idle()
    yield room
    await sync_to_async(close_connections)()
