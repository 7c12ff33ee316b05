"""The pages open in this process, and what the rest of the house may ask of them.

The web room calls `revoke`, `signed_out` and `waiting_changed` (from any thread); the
timekeeper asks `presence` who is here and lets `drain` empty the readers after a stall.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from wargame.realtime import wire
from wargame.rules.compartments import FACILITATOR, OBSERVER

logger = logging.getLogger(__name__)

MOST_OF_A_SEAT = 8
MOST_OF_AN_ADDRESS = 200
MOST_OF_ALL = 1500
ROOM_DELAY_S = 0.25
"""Changes of who waits and who is here go out at most this often, a game."""
SIGN_KEPT_S = 60.0
"""How long the last signs of a game without a page are remembered."""
DRAIN_S = 0.5

WaitingList = Callable[[str], Awaitable[tuple[wire.Waiting, ...]]]


class Page(Protocol):
    """One open socket, as the registry sees it."""

    game: str
    seat: str
    address: str
    person: str
    user: int | None
    here: bool
    """Whether it has said hello."""

    def part(self, why: str) -> None:
        """Say bye and close."""
        ...

    def tell_room(self, state: wire.RoomState) -> None:
        """Facilitators: who waits and who is here."""
        ...

    def undecided(self) -> list[asyncio.Future[object]]:
        """Its moves that are still to be decided."""
        ...


class Registry:
    """All pages of one process. Belongs to the event loop of the first page."""

    def __init__(self) -> None:
        self.closing = False
        self.frames = 0
        """Frames stamped since the start."""
        self._pages: set[Page] = set()
        self._signs: dict[str, dict[str, int]] = defaultdict(dict)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._room_timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting_list: WaitingList | None = None

    # What sockets do -------------------------------------------------------------------

    def knock(self, page: Page) -> bool:
        """Take note of a page before its session is looked up, so that a revocation finds it.

        False when its address or the process has too many already.
        """
        self._loop = asyncio.get_running_loop()
        of_address = sum(1 for other in self._pages if other.address == page.address)
        if len(self._pages) >= MOST_OF_ALL or of_address >= MOST_OF_AN_ADDRESS:
            return False
        self._pages.add(page)
        return True

    def seat_full(self, page: Page) -> bool:
        """Whether this seat has its pages already, this one not counted."""
        others = sum(1 for other in self.of(page.game, page.seat) if other is not page)
        return others >= MOST_OF_A_SEAT

    def leave(self, page: Page) -> None:
        """The page is gone. Leaving twice is fine."""
        self._pages.discard(page)
        if page.here:
            self._room_soon(page.game)
        loop = asyncio.get_running_loop()
        loop.call_later(SIGN_KEPT_S, self._forget_signs, page.game)

    def arrived(self, page: Page) -> None:
        """The page has said hello."""
        self._room_soon(page.game)

    def sign(self, page: Page, at: int) -> None:
        """A sign of life of the page's seat at `at` (UTC ms)."""
        self.frames += 1
        # Nobody waits for an onlooker: a wall that stays dark must not hold the clock.
        if page.seat != OBSERVER:
            self._signs[page.game][page.seat] = at

    def of(self, game: str, seat: str) -> list[Page]:
        """The pages at one seat."""
        return [page for page in self._pages if page.game == game and page.seat == seat]

    # What the house asks ----------------------------------------------------------------

    def provide_waiting(self, waiting_list: WaitingList) -> None:
        """Who waits at a game is known to the web room; this is how to ask it."""
        self._waiting_list = waiting_list

    def revoke(self, game: str, seat: str) -> None:
        """Close all pages at this seat: somebody took it away."""
        self._soon(lambda: _part(self.of(game, seat), "seat_revoked"))

    def signed_out(self, user: int) -> None:
        """Close all pages of this account."""
        self._soon(lambda: _part([p for p in self._pages if p.user == user], "session_over"))

    def waiting_changed(self, game: str) -> None:
        """Somebody joined, was admitted or was turned away."""
        self._soon(lambda: self._room_soon(game))

    def presence(self) -> dict[str, dict[str, int]]:
        """Game to seat to its last sign (UTC ms); forgotten a minute after the last page."""
        return {game: dict(signs) for game, signs in self._signs.items()}

    async def drain(self) -> None:
        """After a stall: return when what had arrived is stamped, or after half a second."""
        loop = asyncio.get_running_loop()
        end = loop.time() + DRAIN_S
        while loop.time() < end:
            before = self.frames
            # From readable socket to stamped frame takes a few turns of the loop.
            for _ in range(5):
                await asyncio.sleep(0)
            if self.frames == before:
                return

    async def decide_all(self, patience_s: float) -> None:
        """Before the process ends: take no more moves, and wait for those that were stamped."""
        self.closing = True
        undecided = [future for page in self._pages for future in page.undecided()]
        if undecided:
            await asyncio.wait(undecided, timeout=patience_s)

    def part_all(self) -> None:
        """Say bye to everybody: the server restarts."""
        _part(list(self._pages), "restarting")

    async def all_gone(self, patience_s: float) -> None:
        """Return when every page has closed, or when patience ends."""
        loop = asyncio.get_running_loop()
        end = loop.time() + patience_s
        while self._pages and loop.time() < end:
            await asyncio.sleep(0.01)

    # ---------------------------------------------------------------------------------------

    def _soon(self, act: Callable[[], None]) -> None:
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        try:
            here = asyncio.get_running_loop() is loop
        except RuntimeError:
            here = False
        if here:
            act()
        else:
            loop.call_soon_threadsafe(act)

    def _room_soon(self, game: str) -> None:
        if game in self._room_timers or not self.of(game, FACILITATOR):
            return
        loop = asyncio.get_running_loop()
        self._room_timers[game] = loop.call_later(ROOM_DELAY_S, self._tell_room, game)

    def _tell_room(self, game: str) -> None:
        del self._room_timers[game]
        task = asyncio.get_running_loop().create_task(self._send_room(game))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _send_room(self, game: str) -> None:
        waiting: tuple[wire.Waiting, ...] = ()
        if self._waiting_list is not None:
            try:
                waiting = await self._waiting_list(game)
            except Exception:
                logger.exception("The waiting list of a game could not be read.")
                return
        state = wire.RoomState(waiting, self.present(game))
        for page in self.of(game, FACILITATOR):
            page.tell_room(state)

    def _forget_signs(self, game: str) -> None:
        if not any(page.game == game for page in self._pages):
            self._signs.pop(game, None)

    def present(self, game: str) -> tuple[wire.Presence, ...]:
        """How many people and pages each seat has, in the order of seat codes."""
        people: dict[str, list[str]] = defaultdict(list)
        for page in self._pages:
            if page.game == game and page.here:
                people[page.seat].append(page.person)
        return tuple(
            wire.Presence(seat, people=len(set(who)), pages=len(who))
            for seat, who in sorted(people.items())
        )


def _part(pages: Iterable[Page], why: str) -> None:
    for page in list(pages):
        page.part(why)


pages = Registry()
"""The registry of this process."""

revoke = pages.revoke
signed_out = pages.signed_out
waiting_changed = pages.waiting_changed
provide_waiting = pages.provide_waiting
presence = pages.presence
drain = pages.drain
