"""One process: Daphne, the door and the timekeeper on one event loop, from start to farewell."""

from __future__ import annotations

# Before anything that touches Twisted: Daphne brings the event loop of the process.
from daphne.server import twisted_loop  # isort:skip

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Callable

from django.conf import settings
from django.db import connections

from wargame.asgi import application
from wargame.clock.time import ProcessTime
from wargame.clock.timekeeper import Timekeeper
from wargame.library import LibraryError, load_scenario
from wargame.models import Game
from wargame.realtime import registry
from wargame.record.threads import close_connections, in_reader
from wargame.rules.scenario import Scenario
from wargame.serving.bounded import BoundedServer
from wargame.serving.first_key import Key
from wargame.serving.signpost import Signpost, signpost
from wargame.serving.troubles import StartTrouble, port_taken
from wargame.table.door import Door, use_door
from wargame.table.opening import open_game
from wargame.web.joining import waiting_list

logger = logging.getLogger(__name__)

DECIDE_S = 1.0
MARK_S = 1.0
GONE_S = 0.7
"""Together under the three seconds in which a stopped process is expected to end."""

Announce = Callable[[Signpost], None]


class House:
    """A server that has not started yet. `scenario` opens a game from it at once."""

    def __init__(self, host: str, port: int, key: Key, scenario: str | None) -> None:
        self._port = port
        self._key = key
        self._scenario = _scenario(scenario)
        self._server = BoundedServer(application, f"tcp:port={port}:interface={host}")
        self._stopping = False
        self._tasks: set[asyncio.Task[None]] = set()

    def serve(self, announce: Announce) -> int:
        """Serve until a signal says stop; the exit code. Raises StartTrouble."""
        asyncio.set_event_loop(twisted_loop)
        _on_signals(self._stop)
        # The timekeeper first: it must see an outage before the first page comes back.
        post = twisted_loop.run_until_complete(self._open())
        twisted_loop.call_soon(self._announce, announce, post)
        self._server.run()
        close_connections()
        connections.close_all()
        if self._server.failed:
            raise port_taken(self._port)
        return 0

    def _announce(self, announce: Announce, post: Signpost) -> None:
        if not self._server.failed:
            announce(post)

    async def _open(self) -> Signpost:
        time = ProcessTime()
        self._door = Door(time)
        use_door(self._door)
        # Before the first page is back: a facilitator's socket may be quicker than any request.
        registry.provide_waiting(waiting_list)
        self._timekeeper = Timekeeper(self._door, time, registry.presence, registry.drain)
        await self._timekeeper.start()
        game = await self._game()
        return signpost(settings.ORIGINS, self._port, self._key, game, os.getpid())

    async def _game(self) -> tuple[str, str] | None:
        """The game to point people to: the last one that goes on, or a new one if asked for."""
        wanted = self._scenario.id if self._scenario else None
        found = await in_reader(_last_game, wanted)
        if found is None and self._scenario is not None:
            await open_game(self._door, self._scenario, self._key.user)
            found = await in_reader(_last_game, wanted)
        return found

    def _stop(self) -> None:
        """A signal. The second one ends at once."""
        if self._stopping:
            self._server.stop()
            return
        self._stopping = True
        task = twisted_loop.create_task(self._farewell())
        self._tasks.add(task)

    async def _farewell(self) -> None:
        """Take nothing new, decide what was stamped, write the mark, say bye (known trap F5)."""
        pages = registry.pages
        try:
            # From here on moves are refused, so no time may pass for anybody.
            self._timekeeper.rest()
            await self._server.stop_listening()
            await pages.decide_all(DECIDE_S)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._timekeeper.stop(), MARK_S)
            pages.part_all()
            await pages.all_gone(GONE_S)
        except Exception:
            logger.exception("The server did not stop as it should.")
        finally:
            self._server.stop()


def _scenario(name: str | None) -> Scenario | None:
    if name is None:
        return None
    try:
        return load_scenario(name)
    except LibraryError as error:
        both = error.sentences()
        raise StartTrouble(both.en, both.fr) from None


def _last_game(scenario: str | None) -> tuple[str, str] | None:
    """Id and join code of the newest game that has not ended, of this scenario if one is named."""
    games = Game.objects.exclude(status="ended").order_by("-created_at")
    if scenario is not None:
        games = games.filter(scenario=scenario)
    return games.values_list("id", "code").first()


def _on_signals(stop: Callable[[], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            twisted_loop.add_signal_handler(number, stop)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda *_: twisted_loop.call_soon_threadsafe(stop))
