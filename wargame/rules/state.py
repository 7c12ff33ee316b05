"""The state of a game, or as much of it as one seat may see: rooms full of entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

import msgspec

from wargame.rules.compartments import COUNCIL, PUBLIC, may_read
from wargame.rules.entities import (
    AnyEntity,
    Clock,
    Consultation,
    Draft,
    Entity,
    Game,
    Seat,
    Silence,
    Turn,
    Version,
)
from wargame.rules.houserules import HouseRules

LAW = 1
"""The law's version; the first event of a game names it (rules 8)."""

Room = dict[str, AnyEntity]
"""One compartment: key to entity. Never changed in place."""

E = TypeVar("E", bound=Entity)


class Actor(msgspec.Struct, frozen=True):
    """Who moves: a seat, and the holder number the connection was admitted with (1.4)."""

    seat: str
    holder: int = 0


class State(msgspec.Struct, frozen=True):
    """Compartments and what lies in them.

    A *view* is the same thing with the unreadable rooms left out; the judge cannot tell
    the difference, which is how a refusal keeps what its reader may not know.
    """

    rooms: dict[str, Room]

    def room(self, compartment: str) -> Room:
        """What lies in a compartment; nothing if it is unknown or unreadable."""
        return self.rooms.get(compartment, {})

    def find(self, kind: type[E], compartment: str, key: str) -> E | None:
        """The entity under a key, if there is one of that kind."""
        found = self.room(compartment).get(key)
        return found if isinstance(found, kind) else None

    def every(self, kind: type[E], compartment: str) -> Iterator[E]:
        """All entities of a kind in a compartment, in order of arrival."""
        return (e for e in self.room(compartment).values() if isinstance(e, kind))

    @property
    def game(self) -> Game:
        """What is played."""
        return cast(Game, self.rooms[PUBLIC]["game"])

    @property
    def house(self) -> HouseRules:
        """The house rules of this game."""
        return self.game.house_rules

    @property
    def clock(self) -> Clock:
        """The game clock."""
        return cast(Clock, self.rooms[PUBLIC]["clock"])

    @property
    def turn(self) -> Turn | None:
        """The running or last turn."""
        return self.find(Turn, COUNCIL, "turn")

    def seat(self, code: str) -> Seat | None:
        """A place at the table by its code."""
        return self.find(Seat, PUBLIC, f"seat/{code}")

    def consultation(self, key: str) -> Consultation | None:
        """A consultation by its id."""
        return self.find(Consultation, COUNCIL, key)

    def draft(self, key: str) -> Draft | None:
        """A draft by its id."""
        return self.find(Draft, COUNCIL, key)

    def version(self, draft: str, number: int) -> Version | None:
        """One version of a draft."""
        return self.find(Version, COUNCIL, f"{draft}/v{number}")

    def silence(self, key: str) -> Silence | None:
        """A silence by its id."""
        return self.find(Silence, COUNCIL, key)

    def running_silences(self) -> list[Silence]:
        """Texts under silence, by start."""
        return [s for s in self.every(Silence, COUNCIL) if s.state == "running"]


def reading(clock: Clock, at: int) -> int:
    """The reading of the game clock at an instant (UTC ms), as `clock` stands (rules 7.3).

    An instant before the anchor has the reading at which the clock stood: readings never
    step back.
    """
    if not clock.running:
        return clock.reading_ms
    return clock.reading_ms + max(0, at - clock.anchor_at)


def instant(clock: Clock, reading_ms: int) -> int | None:
    """The UTC ms at which a running clock will show `reading_ms`; None while it stands."""
    return clock.anchor_at + (reading_ms - clock.reading_ms) if clock.running else None


def view(state: State, seat: str) -> State:
    """What the holder of `seat` sees (rules 2): the rooms it may read, whole."""
    gallery = state.house.gallery_inside
    return State(
        {
            name: room
            for name, room in state.rooms.items()
            if may_read(seat, name, gallery_inside=gallery)
        }
    )


def next_id(room: Room, family: str) -> str:
    """The next free id of a family, counted in its own compartment alone (rules 2.2)."""
    prefix = f"{family}/"
    return f"{prefix}{1 + sum(key.startswith(prefix) and key.count('/') == 1 for key in room)}"
