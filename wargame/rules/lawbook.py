"""Where each matter of the law writes its pages: judges, effects, what events change.

A matter is one file; adding one adds pages here and moves no wall.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from wargame.rules.compartments import role_of
from wargame.rules.events import AnyEvent
from wargame.rules.facts import Fact
from wargame.rules.moves import BreakSilence, Move, wire_name
from wargame.rules.refusals import Refusal, refuse
from wargame.rules.state import Actor, Room, State


class At(msgspec.Struct, frozen=True):
    """When a move was received: the reading of the game clock, and the instant (UTC ms)."""

    reading_ms: int
    instant: int


class Due(msgspec.Struct, frozen=True, order=True):
    """Something the clock owes. It happens once the clock is past `at_ms` (rules 7.3).

    `rank` orders what falls on one reading: silences (0) before chair's acts (1), leaks
    and bulletins (2), the turn's end (3). `order` breaks ties by start. `instant` takes the
    place of the reading for a courtesy that runs on beside a stopped clock (rules 7.7).
    """

    at_ms: int
    rank: int
    order: int
    key: str
    instant: int | None = None

    def passed(self, at: At) -> bool:
        """Whether, at this reading and instant, the deadline lies behind."""
        if self.instant is not None:
            return self.instant < at.instant
        return self.at_ms < at.reading_ms


Available = Callable[[State, Actor, At], Refusal | None]
Judge = Callable[[State, Actor, Any, At], Refusal | None]
Effects = Callable[[State, Actor, Any, At], Sequence[Fact]]
Evolver = Callable[[Room, Any], Room]
Owing = Callable[[State], Sequence[Due]]
Happens = Callable[[State, Due], Sequence[Fact]]

AVAILABLE: dict[type[Move], Available] = {}
JUDGES: dict[type[Move], Judge] = {}
SPECIFIC: set[type[Move]] = set()
"""Moves whose judge speaks alone, because it knows a better reason than `available`."""
EFFECTS: dict[type[Move], Effects] = {}
EVOLVERS: dict[type[Any], Evolver] = {}
OWINGS: dict[str, Owing] = {}
HAPPENINGS: dict[str, Happens] = {}

F = TypeVar("F", bound=Callable[..., Any])


def _page(book: dict[Any, Any], key: Any) -> Callable[[F], F]:
    def write(page: F) -> F:
        if key in book:
            raise ValueError(f"two pages of the law on {key}")
        book[key] = page
        return page

    return write


def available(kind: type[Move]) -> Callable[[F], F]:
    """Page: may this kind of move be made now at all, by this seat, on this view?"""
    return _page(AVAILABLE, kind)


def judge(kind: type[Move]) -> Callable[[F], F]:
    """Page: is this very move in order? Asked after `available`."""
    return _page(JUDGES, kind)


def effects(kind: type[Move]) -> Callable[[F], F]:
    """Page: what happens when the move is taken."""
    return _page(EFFECTS, kind)


def evolves(kind: type[Any]) -> Callable[[F], F]:
    """Page: how an event changes its own compartment, and nothing else (rules 2.1)."""
    return _page(EVOLVERS, kind)


def owes(matter: str) -> Callable[[F], F]:
    """Page: what this matter's deadlines are now."""
    return _page(OWINGS, matter)


def happens(matter: str) -> Callable[[F], F]:
    """Page: what happens when a deadline of this matter has passed."""
    return _page(HAPPENINGS, matter)


def laid(room: Room, *entries: tuple[str, Any]) -> Room:
    """The room with these entities laid into it, each under its key."""
    return {**room, **dict(entries)}


def fact(compartment: str, event: AnyEvent) -> Fact:
    """One event in its compartment."""
    return Fact(compartment, event)


def role_refusal(actor: Actor, *roles: str) -> Refusal | None:
    """Refuse whoever does not sit in one of these roles."""
    return None if role_of(actor.seat) in roles else refuse("not_your_move")


def play_refusal(view: State, kind: type[Move]) -> Refusal | None:
    """Refuse what needs a running clock while it stands (rules 7.7). A break never does."""
    if view.game.status == "ended":
        return refuse("ended")
    if view.game.status == "waiting":
        return refuse("not_started")
    if kind is not BreakSilence and not view.clock.running:
        return refuse("paused")
    return None


def kind_of(move: Move) -> str:
    """The wire name of a move."""
    return wire_name(type(move).__name__)
