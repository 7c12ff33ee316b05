"""The timekeeper: ticks, wakes the door at deadlines, writes marks, sees outages.

The door settles by itself too, so a dead timekeeper delays news and never makes it wrong.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Awaitable, Callable

from django.db import DatabaseError

from wargame.clock.holds import Hold, begun, release
from wargame.clock.time import TICK_MS, ProcessTime
from wargame.models import Game
from wargame.record import processes
from wargame.record.processes import Signs
from wargame.record.threads import in_reader, in_writer
from wargame.rules.compartments import SERVER
from wargame.rules.moves import AnyMove, BeginHold, EndHold
from wargame.rules.state import Actor
from wargame.table.door import Door
from wargame.table.live import LiveGame

logger = logging.getLogger(__name__)

STALL_MS = 1_000
"""A longer gap between ticks is an outage: it costs nobody time (rules 7.6)."""
LAG_MS = 2 * TICK_MS
"""After a shorter one the readers are drained before the clock moves on."""
MARK_MS = 500

Presence = Callable[[], Signs]
Drain = Callable[[], Awaitable[None]]


async def _nothing() -> None:
    return None


class Timekeeper:
    """Keeps the clocks of all games in this process's memory."""

    def __init__(
        self, door: Door, time: ProcessTime, presence: Presence, drain: Drain = _nothing
    ) -> None:
        self._door = door
        self._time = time
        self._presence = presence
        self.drain = drain
        self._id = secrets.token_hex(16)
        self._holds: dict[str, Hold] = {}
        self._pending: set[str] = set()
        self._marked_at = 0
        self._loop: asyncio.Task[None] | None = None
        self.marking: asyncio.Task[None] | None = None

    # From start to stop --------------------------------------------------------------------

    async def start(self) -> None:
        """Begin, and keep time from then on."""
        await self.begin()
        self._loop = asyncio.get_running_loop().create_task(self._keep())

    async def begin(self) -> None:
        """Enrol, and put running games back to where they were."""
        last_mark, signs = await in_reader(processes.last_marks, self._id)
        lives = [await self._door.enter(game) for game in await in_reader(_running_games)]
        # An event may be younger than the mark: readings never step behind it.
        self._time.not_before(max([last_mark, *(live.last_at for live in lives)]))
        self._time.tick()
        now = self._time.now()
        epoch = await in_writer(processes.enrol, self._id, now)
        self._door.process = (self._id, epoch)
        for live in lives:
            stood_since = max(last_mark, live.last_at)
            self._hold(live, stood_since, now - stood_since, signs.get(live.id, {}))
        await self._door.idle()
        self._time.tick()

    def rest(self) -> None:
        """Let the clock stand where it is: called before the house refuses moves.

        Otherwise it would run on, and conclude from it, while nobody can break any more.
        """
        if self._loop is not None:
            self._loop.cancel()

    async def stop(self) -> None:
        """Work off what waits, write the last mark: the clock stood since `rest`."""
        self.rest()
        if self._loop is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._loop
        if self.marking is not None:
            await asyncio.wait([self.marking])
        await self._door.idle()
        with contextlib.suppress(DatabaseError):
            await in_writer(processes.leave, self._id, self._time.now(), self._presence())

    async def _keep(self) -> None:
        while True:
            try:
                await self.tick()
            except Exception:
                logger.exception("The timekeeper stumbled; it goes on.")
            await asyncio.sleep(self._until_next())

    def _until_next(self) -> float:
        """Seconds to the next tick: the next deadline if that is sooner."""
        dues = [live.next_due_at for live in self._door.games() if live.next_due_at is not None]
        wait = min((due - self._time.now() for due in dues), default=TICK_MS)
        return min(max(wait, 1), TICK_MS) / 1000

    # One tick --------------------------------------------------------------------------------

    async def tick(self) -> None:
        """Nothing here waits for the record: a slow disk is not a stall of the clock."""
        if self._time.gap_ms() > LAG_MS:
            await self.drain()
        if self._time.gap_ms() > STALL_MS:
            self._stalled()
        self._time.tick()
        now = self._time.now()
        for live in self._door.games():
            if live.next_due_at is not None and live.next_due_at <= now:
                self._door.wake(live.id)
            self._look_after(live, now)
        self.mark(now)

    def _stalled(self) -> None:
        """This process slept: every clock goes back to the last tick, and waits for people.

        In one step: no lane may look at a deadline between the tick and the holds.
        """
        signs, last_live = self._presence(), self._time.now()
        self._time.tick()
        gap = self._time.now() - last_live
        for live in self._door.games():
            self._hold(live, last_live, gap, signs.get(live.id, {}))

    def _hold(self, live: LiveGame, last_live: int, gap: int, signs: dict[str, int]) -> None:
        """Stamped with the last live instant, so that nothing later is judged before it.

        Also when the clock stands: what waits undecided may let it run. The law refuses the
        hold of a clock that stood.
        """
        self._holds[live.id] = begun(signs, last_live, last_live + gap)
        self._play(live, BeginHold(last_live, gap), last_live)

    def _look_after(self, live: LiveGame, now: int) -> None:
        """Let a held clock run when enough people are back."""
        if live.state.clock.stopped != "outage":
            if live.id not in self._pending:
                self._holds.pop(live.id, None)
            return
        hold = self._holds.setdefault(live.id, Hold(now, frozenset()))
        why = release(hold, self._presence().get(live.id, {}), now)
        if why is not None and live.id not in self._pending:
            self._play(live, EndHold(why), now)

    def _play(self, live: LiveGame, move: AnyMove, received_at: int) -> None:
        move_id = secrets.token_urlsafe(16)
        self._pending.add(live.id)
        answer = self._door.submit(live.id, Actor(SERVER), move, received_at, move_id)
        answer.add_done_callback(lambda _: self._pending.discard(live.id))

    # Marks -----------------------------------------------------------------------------------

    def mark(self, now: int) -> None:
        """Write every half second: all received up to here is committed or refused."""
        busy = self.marking is not None and not self.marking.done()
        if busy or now - self._marked_at < MARK_MS:
            return
        self._marked_at = now
        since = self._door.undecided_since()
        now = now if since is None else min(now, since - 1)
        self.marking = asyncio.get_running_loop().create_task(self._write_mark(now))

    async def _write_mark(self, now: int) -> None:
        try:
            await in_writer(processes.mark, self._id, now, self._presence())
        except DatabaseError:
            logger.exception("The mark could not be written; the next one will be.")


def _running_games() -> list[str]:
    rows = Game.objects.filter(status="running").values_list("id", flat=True)
    return list(rows)
