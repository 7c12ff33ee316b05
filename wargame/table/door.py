"""The door: moves come in with the stamp of their receipt, one lane a game works them off.

The lane takes what waits as one batch, decides it, commits it in the writer thread, answers,
shows. On failure the state is read again from the record and the moves are decided again, or
refused as *busy*; nothing half done stays. Objections wait for the record however long it takes.
"""

from __future__ import annotations

import asyncio
import logging

from django.db import DatabaseError, IntegrityError

from wargame.record.append import Overtaken, append
from wargame.record.archive import NoSuchGame, keep_snapshot, load
from wargame.record.threads import in_reader, in_writer
from wargame.rules.moves import AnyMove, AssociateWithBreak, BeginHold, BreakSilence
from wargame.rules.refusals import refuse
from wargame.rules.state import Actor
from wargame.table.answers import Answer, Refused, Time
from wargame.table.hub import Hub
from wargame.table.judging import Judging
from wargame.table.live import LiveGame, Waiting

logger = logging.getLogger(__name__)

SNAPSHOT_EVERY = 500
TRIES = 3
"""How often a batch is decided before its moves are refused as busy."""
RETRY_S = 0.05
PATIENT = (BreakSilence, AssociateWithBreak, BeginHold)
"""What would be judged as too late if it had to be said again: it stays in hand instead."""


class Door:
    """All games that this process has in memory. Everything is called on the event loop."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.hub = Hub()
        self.process: tuple[str, int] | None = None
        """Id and epoch of this process once it is enrolled; see wargame.clock."""
        self._games: dict[str, LiveGame] = {}
        self._entering: dict[str, asyncio.Future[LiveGame]] = {}

    async def enter(self, game: str) -> LiveGame:
        """The game in memory, read from the record if need be. Raises NoSuchGame."""
        live = self._games.get(game)
        if live is not None:
            return live
        entering = self._entering.get(game)
        if entering is None:
            entering = asyncio.ensure_future(self._load(game))
            self._entering[game] = entering
            entering.add_done_callback(lambda _: self._entering.pop(game, None))
        return await asyncio.shield(entering)

    async def _load(self, game: str) -> LiveGame:
        live = LiveGame(await in_reader(load, game))
        self._games[game] = live
        return live

    def live(self, game: str) -> LiveGame | None:
        """The game, if this process has it in memory."""
        return self._games.get(game)

    def games(self) -> list[LiveGame]:
        """All games in memory."""
        return list(self._games.values())

    def submit(
        self, game: str, actor: Actor, move: AnyMove, received_at: int, move_id: str
    ) -> asyncio.Future[Answer]:
        """Put a move into the game's inbox in the very step that stamped it.

        `received_at` is the instant (UTC ms) its complete frame was received. The game must
        have been entered. The answer comes after the commit and before the events are shown.
        """
        live = self._games[game]
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        live.inbox.append(Waiting(actor, move, received_at, move_id, answer))
        self._start(live)
        return answer

    async def play(
        self, game: str, actor: Actor, move: AnyMove, received_at: int, move_id: str
    ) -> Answer:
        """Enter if need be, submit, and wait for the answer."""
        await self.enter(game)
        return await self.submit(game, actor, move, received_at, move_id)

    async def settle(self, game: str) -> None:
        """Apply what is due. Whoever comes late finds it done."""
        live = await self.enter(game)
        await asyncio.shield(self._start(live))

    def wake(self, game: str) -> None:
        """As `settle`, without waiting for it."""
        live = self._games.get(game)
        if live is not None:
            self._start(live)

    def undecided_since(self) -> int | None:
        """The stamp (UTC ms) of the oldest move not yet committed or refused."""
        stamps = [w.received_at for live in self._games.values() for w in live.undecided()]
        return min(stamps, default=None)

    async def idle(self) -> None:
        """Return when every inbox is worked off."""
        while lanes := [live.lane for live in self._games.values() if live.lane is not None]:
            await asyncio.wait(lanes)

    # The lane --------------------------------------------------------------------------------

    def _start(self, live: LiveGame) -> asyncio.Task[None]:
        if live.lane is None:
            live.lane = asyncio.get_running_loop().create_task(self._lane(live))
        return live.lane

    async def _lane(self, live: LiveGame) -> None:
        try:
            while True:
                now = self.time.now()
                await self._work_off(live)
                if not live.inbox and not live.in_hand and not self._is_due(live, now):
                    return
        finally:
            live.lane = None
            live.in_hand = []

    def _is_due(self, live: LiveGame, settled_at: int) -> bool:
        """Whether a deadline has passed since `settled_at`; what is older was settled."""
        due = live.next_due_at
        return due is not None and settled_at < due <= self.time.now()

    async def _work_off(self, live: LiveGame) -> None:
        """Decide and commit what waits. Objections stay in hand while the record fails."""
        patient: tuple[type[AnyMove], ...] = PATIENT
        for _ in range(TRIES):
            try:
                judging = Judging(live, self.time.now())
                judging.work(self._in_order(live))
                if not judging.empty:
                    await in_writer(append, judging.batch(), self.process)
            except (Overtaken, IntegrityError):
                await self._read_again(live)
            except DatabaseError:
                logger.exception("A batch of moves could not be committed.")
                await self._read_again(live)
            except Exception:
                # Fenced for good, or a deadline that the law stumbles over: no use in waiting.
                logger.exception("A batch of moves could not be decided.")
                patient = ()
                break
            else:
                self._show(live, judging)
                await self._snapshot(live)
                return
        await self._give_up(live, patient)

    def _in_order(self, live: LiveGame) -> list[Waiting]:
        """All that waits by its stamp, with what a failed try left in hand.

        Also at a second try: a break that came in meanwhile lies before the deadline that the
        later instant would settle.
        """
        live.in_hand = sorted((*live.in_hand, *live.inbox), key=lambda w: w.received_at)
        live.inbox.clear()
        return live.in_hand

    def _show(self, live: LiveGame, judging: Judging) -> None:
        judging.commit()
        live.in_hand = []
        for waiting, answer in judging.answers:
            _tell(waiting, answer)
        self.hub.show(live.id, judging.shown)

    async def _give_up(self, live: LiveGame, but: tuple[type[AnyMove], ...]) -> None:
        """Nothing was written: refuse as busy (`but` some kinds wait on), look at the record."""
        given_up = [w for w in live.in_hand if not isinstance(w.move, but)]
        live.in_hand = [w for w in live.in_hand if isinstance(w.move, but)]
        for waiting in given_up:
            _tell(waiting, Refused(refuse("busy")))
        await self._read_again(live)
        await asyncio.sleep(RETRY_S)

    async def _read_again(self, live: LiveGame) -> None:
        """Become what the record says; if it cannot be read, the next append finds out."""
        try:
            live.take_over(await in_reader(load, live.id))
        except (DatabaseError, NoSuchGame):
            logger.exception("The record could not be read again.")

    async def _snapshot(self, live: LiveGame) -> None:
        if live.number - live.snapshot_at < SNAPSHOT_EVERY:
            return
        live.snapshot_at = live.number
        kept = (live.id, live.number, live.state, dict(live.chains), live.master)
        try:
            await in_writer(keep_snapshot, *kept)
        except DatabaseError:
            logger.exception("A snapshot could not be kept; the next one will be.")


def _tell(waiting: Waiting, answer: Answer) -> None:
    if not waiting.answer.done():
        waiting.answer.set_result(answer)


_the_door: list[Door] = []


def use_door(door: Door) -> None:
    """Make `door` the door of this process."""
    _the_door[:] = [door]


def the_door() -> Door:
    """The door of this process."""
    return _the_door[0]


__all__ = ["Door", "NoSuchGame", "the_door", "use_door"]
