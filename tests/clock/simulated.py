"""Time that passes only when a test says so, for a process and the world around it."""

from __future__ import annotations

import asyncio

from tests.table.room import Room, open_room
from tests.web.door import HandTime
from wargame.clock.time import ProcessTime
from wargame.clock.timekeeper import Timekeeper
from wargame.record.processes import Signs
from wargame.table.door import Door


class World:
    """UTC and what passes, in ms; both move together unless a test sets the clock on the wall."""

    def __init__(self, at: int = 1_757_462_400_000) -> None:
        self.utc = float(at)
        self.elapsed = 5_000.0

    def passes(self, ms: float) -> None:
        """Let time pass."""
        self.utc += ms
        self.elapsed += ms

    def process_time(self) -> ProcessTime:
        """The time of a process that starts now."""
        return ProcessTime(elapsed=lambda: self.elapsed, utc=lambda: self.utc)


class Process:
    """A server process without sockets. `signs` is who was heard of, and when (UTC ms)."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.time = world.process_time()
        self.door = Door(self.time)
        self.signs: Signs = {}
        self.drained = 0
        self.keeper = Timekeeper(self.door, self.time, lambda: self.signs, self._drain)

    async def _drain(self) -> None:
        self.drained += 1

    def here(self, game: str, *seats: str) -> None:
        """These seats gave a sign just now."""
        now = self.time.now()
        self.signs.setdefault(game, {}).update(dict.fromkeys(seats, now))

    async def runs(self, ms: int, step: int = 50) -> None:
        """Let time pass as it does in a healthy process: tick by tick."""
        for _ in range(ms // step):
            self.world.passes(step)
            await self.keeper.tick()
            await self._marked()
        await self.settled()

    async def stalls(self, ms: int) -> None:
        """Nothing runs for so long; then the next tick."""
        self.world.passes(ms)
        await self.keeper.tick()
        await self.settled()

    async def settled(self) -> None:
        """All inboxes are worked off and the mark is written."""
        await asyncio.sleep(0)
        await self.door.idle()
        await self._marked()

    async def _marked(self) -> None:
        if self.keeper.marking is not None and not self.keeper.marking.done():
            await asyncio.wait([self.keeper.marking])

    async def room(self) -> Room:
        """A new game in this process."""
        hand = HandTime()
        hand.now = self.time.now  # type: ignore[method-assign]
        return await open_room(self.door, hand)

    async def room_again(self, game: str) -> Room:
        """A game from the record, in this process."""
        hand = HandTime()
        hand.now = self.time.now  # type: ignore[method-assign]
        await self.door.enter(game)
        return Room(self.door, hand, game)
