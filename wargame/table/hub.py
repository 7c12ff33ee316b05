"""Who is listening. The table shows committed events here and knows no socket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from wargame.rules.entities import AnyEntity
from wargame.rules.events import AnyEvent


class Shown:
    """One committed event as the readers of its compartment get it.

    `wire` is where the way out keeps the frame, so that it is encoded once for all.
    """

    __slots__ = ("at", "at_ms", "compartment", "entities", "event", "number", "wire")

    def __init__(
        self,
        compartment: str,
        number: int,
        at_ms: int,
        at: int,
        event: AnyEvent,
        entities: dict[str, AnyEntity | None],
    ) -> None:
        self.compartment = compartment
        self.number = number
        self.at_ms = at_ms
        self.at = at
        self.event = event
        self.entities = entities
        self.wire: dict[str, bytes] = {}


class Subscriber(Protocol):
    """A socket, a stream or a bot that looks at one game from one seat."""

    def reads(self, compartment: str) -> bool:
        """Whether this reader may see the compartment (rules 2)."""
        ...

    def show(self, shown: Shown) -> None:
        """Take one event. Never waits and never raises."""
        ...


class Hub:
    """Subscribers by game. All calls are made on the event loop."""

    def __init__(self) -> None:
        self._subscribers: dict[str, set[Subscriber]] = defaultdict(set)

    def register(self, game: str, subscriber: Subscriber) -> None:
        """From now on `subscriber` is shown what it may read of `game`."""
        self._subscribers[game].add(subscriber)

    def leave(self, game: str, subscriber: Subscriber) -> None:
        """No more. Leaving twice is fine."""
        self._subscribers[game].discard(subscriber)
        if not self._subscribers[game]:
            del self._subscribers[game]

    def subscribers(self, game: str) -> frozenset[Subscriber]:
        """All who look at `game` in this process."""
        return frozenset(self._subscribers.get(game, ()))

    def show(self, game: str, events: Sequence[Shown]) -> None:
        """Show committed events in their order. Each event is shown by itself (rules 2.2)."""
        readers = self._subscribers.get(game)
        if not readers:
            return
        for shown in events:
            for reader in tuple(readers):
                if reader.reads(shown.compartment):
                    reader.show(shown)
